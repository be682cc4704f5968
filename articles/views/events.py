"""The map of an event: the articles around one as a picture, and what they report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.dossiers.events import Event, Told, event
from articles.dossiers.maps import LANES, picture_of
from articles.models import Article, Statement
from articles.views.paging import page_of

TOLD_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Beside:
    """An article of the event beside another one: the way to both side by side."""

    number: int
    article: int
    shared: int
    copied: float
    disputed: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """An act of speech and who reports it."""

    statement: Statement
    """The first report that the event has."""
    articles: list[tuple[int, Article]]
    """Those that report it, each with its number."""


@require_safe
def around(request: HttpRequest, pk: int) -> HttpResponse:
    """The event around an article; `?lanes=` is what its articles are grouped by: outlet or language."""
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    found = event(article)
    lanes = request.GET.get("lanes")
    lanes = lanes if lanes in LANES else LANES[0]
    picture, worded = picture_of(found, lanes)
    page = page_of(request, Paginator(found.told, TOLD_A_PAGE))
    context = {
        "article": article,
        "event": found,
        "lanes": lanes,
        "picture": picture,
        "worded": worded,
        "rows": list(_rows(found)),
        "page": page,
        "reported": list(_reported(found, page)),
    }
    return render(request, "events/page.html", context)


def _rows(found: Event) -> Iterator[tuple[int, Article, list[Beside]]]:
    """Each article with its number, and those that it has something in common with."""
    numbers = {article.pk: number for number, article in enumerate(found.articles, 1)}
    besides: dict[int, list[Beside]] = {pk: [] for pk in numbers}
    for tie in found.ties:
        for here, there in ((tie.a, tie.b), (tie.b, tie.a)):
            besides[here].append(Beside(numbers[there], there, tie.weight, tie.copied, tie.disputed))
    for article in found.articles:
        yield numbers[article.pk], article, sorted(besides[article.pk], key=lambda one: (-one.shared, one.number))


def _reported(found: Event, page: Iterable[Told]) -> Iterator[Reported]:
    told = list(page)
    rows = {article.pk: (number, article) for number, article in enumerate(found.articles, 1)}
    first: dict[int, Statement] = {}
    statements = Statement.objects.visible().filter(utterance__in=[one.utterance for one in told], article__in=rows)
    for statement in statements.order_by("start"):
        best = first.setdefault(statement.utterance_id, statement)
        if rows[statement.article_id][0] < rows[best.article_id][0]:
            first[statement.utterance_id] = statement
    for one in told:
        statement = first[one.utterance]
        statement.article = rows[statement.article_id][1]
        yield Reported(statement, [rows[pk] for pk in one.articles])
