"""Two articles side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, product

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.dossiers.alignments import Compared, compared
from articles.models import Article, Disagreement, Link, Statement
from articles.views.disagreements import Point, point


@dataclass(frozen=True, slots=True)
class Disputed:
    """What the two articles say differently of one statement: one of its fields, or all of it."""

    match: int
    """The number of the passage that it stands in; 0 where it has none."""
    point: Point | None = None
    contradiction: Link | None = None


@require_safe
def compare(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Both texts in rows: what says the same stands side by side, and what only one of them has stands alone."""
    articles = Article.objects.select_related("outlet")
    a, b = get_object_or_404(articles, pk=pk), get_object_or_404(articles, pk=other)
    if a == b:
        return redirect(a)
    found = compared(a, b)
    disputed = sorted([*_disputed(found), *_contradicting(found)], key=lambda one: one.match)
    context = {
        "compared": found,
        "name_a": _name(a, b),
        "name_b": _name(b, a),
        "disputed": disputed,
        "disputed_at": {one.match for one in disputed},
    }
    return render(request, "compare/page.html", context)


def _disputed(found: Compared) -> Iterator[Disputed]:
    """The disagreements of their common utterances in which the two stand on different sides."""
    reports: dict[int | None, list[Statement]] = {}
    for statement in chain(found.a.statements.values(), found.b.statements.values()):
        reports.setdefault(statement.utterance_id, []).append(statement)
    for row in Disagreement.objects.filter(utterance__in=found.common).with_verdicts():
        told = point(row, reports[row.utterance_id], ())
        if _apart(told):
            yield Disputed(found.matched.get(told.sides[0].statement.pk, 0), told)


def _apart(told: Point) -> bool:
    return any(
        here.article_id != there.article_id
        for one, other in combinations(told.sides, 2)
        for here, there in product(one.reports, other.reports)
    )


def _contradicting(found: Compared) -> Iterator[Disputed]:
    for link in found.links:
        if link.relation == "contradicts":
            yield Disputed(found.matched.get(link.a_id, 0), contradiction=link)


def _name(article: Article, other: Article) -> str:
    """What an article is called beside another one: its outlet, where that tells the two apart."""
    if article.outlet and article.outlet != other.outlet:
        return article.outlet.name
    return _("“%(title)s”") % {"title": article.headline}
