"""Two articles side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.dossiers.alignments import Compared, compared
from articles.models import Article, Link
from articles.views.disagreements import Disagreement, disagreements, found_in


@dataclass(frozen=True, slots=True)
class Disputed:
    """What the two articles say differently of one statement."""

    link: Link
    sentences: list[Disagreement]
    """None where the statements contradict each other as a whole."""
    match: int
    """The number of the passage that it stands in; 0 where it has none."""


@require_safe
def compare(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Both texts in rows: what says the same stands side by side, and what only one of them has stands alone."""
    articles = Article.objects.select_related("outlet")
    a, b = get_object_or_404(articles, pk=pk), get_object_or_404(articles, pk=other)
    if a == b:
        return redirect(a)
    found = compared(a, b)
    disputed = list(_disputed(found))
    context = {
        "compared": found,
        "name_a": _name(a, b),
        "name_b": _name(b, a),
        "disputed": disputed,
        "disputes": sum(max(1, len(one.sentences)) for one in disputed),
        "disputed_at": {one.match for one in disputed},
        "linked": {found.linked_at[link.pk]: link for link in reversed(found.links) if link.pk in found.linked_at},
    }
    return render(request, "compare/page.html", context)


def _disputed(found: Compared) -> Iterator[Disputed]:
    for link in found.links:
        sentences = disagreements([link.a, link.b], found_in([link]))
        if sentences or link.relation == "contradicts":
            yield Disputed(link, sentences, found.linked_at.get(link.pk, 0))


def _name(article: Article, other: Article) -> str:
    """What an article is called beside another one: its outlet, where that tells the two apart."""
    if article.outlet and article.outlet != other.outlet:
        return article.outlet.name
    return _("“%(title)s”") % {"title": article.headline}
