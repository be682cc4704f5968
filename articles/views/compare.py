"""Two articles side by side."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.dossiers.alignments import Compared, compared
from articles.models import Article, Disagreement, Link, Statement
from articles.views.disagreements import Point, Side, point

SCENE = ("date", "place", "occasion")
"""The fields that tell how an act of speech happened: where all of them divide the two alike, they are one sentence."""
LONGEST_NAME = 48
"""Characters of a title that stands for an article without an outlet."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """What the two articles say differently, of one statement or of several."""

    names: tuple[str, ...] = ()
    """The fields that it is about, in words."""
    sides: tuple[Side, ...] = ()
    rows: tuple[Disagreement, ...] = ()
    """The same as the queue of conflicts keeps it."""
    contradiction: Link | None = None
    """Instead of all these: two statements that contradict each other as a whole."""
    matches: tuple[int, ...] = ()
    """The numbers of the passages that it stands in."""

    @property
    def decided(self) -> list[Disagreement]:
        return [row for row in self.rows if row.verdict]

    @property
    def open(self) -> Disagreement | None:
        """The first that waits for a verdict."""
        return next((row for row in self.rows if not row.verdict), None)


@require_safe
def compare(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Both texts in rows: what says the same stands side by side, and what only one of them has stands alone."""
    articles = Article.objects.select_related("outlet")
    a, b = get_object_or_404(articles, pk=pk), get_object_or_404(articles, pk=other)
    if a == b:
        return redirect(a)
    found = compared(a, b)
    disputed = sorted([*_disputed(found), *_contradicting(found)], key=lambda one: one.matches)
    context = {
        "compared": found,
        "name_a": _name(a, b),
        "name_b": _name(b, a),
        "disputed": disputed,
        "disputed_at": {match for one in disputed for match in one.matches},
    }
    return render(request, "compare/page.html", context)


def _disputed(found: Compared) -> Iterator[Disputed]:
    """The disagreements of their common utterances in which the two stand on different sides.

    Whoever puts a whole speech on another day does so with each of its statements: that is one disagreement.
    """
    alike: dict[object, list[Point]] = {}
    for told in _points(found):
        alike.setdefault((told.row.field, tuple(map(_words, told.sides))), []).append(told)
    together: dict[object, list[list[Point]]] = {}
    for number, points in enumerate(alike.values()):
        scene = points[0].row.field in SCENE
        stand = (_matches(found, points), tuple(side.sources for side in points[0].sides))
        together.setdefault(stand if scene else number, []).append(points)
    for groups in together.values():
        yield Disputed(
            names=tuple(points[0].name for points in groups),
            sides=tuple(_as_one(sides) for sides in zip(*(points[0].sides for points in groups), strict=True)),
            rows=tuple(one.row for points in groups for one in points),
            matches=_matches(found, groups[0]),
        )


def _points(found: Compared) -> Iterator[Point]:
    reports: dict[int | None, list[Statement]] = {}
    for statement in chain(found.a.statements.values(), found.b.statements.values()):
        reports.setdefault(statement.utterance_id, []).append(statement)
    for row in Disagreement.objects.filter(utterance__in=found.common).with_verdicts():
        told = point(row, reports[row.utterance_id], ())
        if _apart(told):
            yield told


def _apart(told: Point) -> bool:
    return any(
        here.article_id != there.article_id
        for one, other in combinations(told.sides, 2)
        for here, there in product(one.reports, other.reports)
    )


def _words(side: Side) -> tuple[object, ...]:
    return side.sources, side.value, side.words


def _matches(found: Compared, points: list[Point]) -> tuple[int, ...]:
    reports = [one for told in points for side in told.sides for one in side.reports]
    return tuple(sorted({found.matched[one.pk] for one in reports if one.pk in found.matched}))


def _as_one(sides: tuple[Side, ...]) -> Side:
    """What the same reports say of several fields."""
    value = ", ".join(side.value for side in sides if side.value)
    words = " · ".join(side.words for side in sides if side.words)
    return replace(sides[0], value=value, words=words, more=0)


def _contradicting(found: Compared) -> Iterator[Disputed]:
    for link in found.links:
        if link.relation == "contradicts":
            places = {found.matched[one] for one in (link.a_id, link.b_id) if one in found.matched}
            yield Disputed(contradiction=link, matches=tuple(sorted(places)))


def _name(article: Article, other: Article) -> str:
    """What an article is called beside another one: its outlet, where that tells the two apart."""
    if article.outlet and article.outlet != other.outlet:
        return article.outlet.name
    return _("“%(title)s”") % {"title": Truncator(article.headline).chars(LONGEST_NAME)}
