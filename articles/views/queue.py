"""The review queue: what waits for an editor, in which order, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy

from articles.dossiers.waiting import Waiting, as_read
from articles.models import Article, Link, Outlet, Statement, Status
from articles.models.statements import Type
from articles.views.returning import number

KINDS = {
    "": gettext_lazy("everything"),
    "quote": gettext_lazy("quotes"),
    "claim": gettext_lazy("claims"),
    "link": gettext_lazy("links"),
}
Row = Statement | Link


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the queue is narrowed to; empty fields narrow nothing."""

    kind: str = ""
    language: str = ""
    outlet: int = 0

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Narrowing:
        """As an address gives it; what makes no sense narrows nothing."""
        kind = values.get("kind", "")
        return cls(kind if kind in KINDS else "", values.get("language", "")[:8], number(values.get("outlet")))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of one model in one order: a part of the queue."""

    rows: QuerySet[Any]
    order: tuple[str, ...]
    """Fields, "-" before a falling one; the last one tells all rows apart."""
    holds: Callable[[Row], bool]
    """Whether this is where a row has its place, or had it before it was judged."""

    def first(self) -> Row | None:
        return self.rows.order_by(*self.order).first()

    def last(self) -> Row | None:
        return self.rows.order_by(*self.order).last()

    def next_to(self, row: Row, step: int) -> Row | None:
        """The nearest row behind `row` (step 1) or before it (-1), whether or not `row` itself still waits."""
        beyond, level = Q(), Q()
        for field in self.order:
            name, falling = field.removeprefix("-"), field.startswith("-")
            value = getattr(row, name)
            sign = "gt" if (step > 0) != falling else "lt"
            beyond |= level & Q(**{f"{name}__{sign}": value})
            level &= Q(**{name: value})
        ordered = self.rows.filter(beyond).order_by(*self.order)
        return ordered.first() if step > 0 else ordered.last()


@dataclass(frozen=True, slots=True)
class Queue:
    """Everything that waits: sure statements by article and position, then links, then unsure statements.

    Links inside an utterance follow each other, see `Waiting`; then come those between acts of speech, by score. Of
    what comes out of here only the key counts: `row_of` reads it.
    """

    stretches: tuple[Stretch | Waiting, ...]
    waiting: tuple[QuerySet[Any], ...]
    """All rows of these, to be counted."""

    @property
    def left(self) -> int:
        return sum(rows.count() for rows in self.waiting)

    def first(self) -> Row | None:
        return next((row for stretch in self.stretches if (row := stretch.first())), None)

    def beside(self, row: Row, step: int) -> Row | None:
        """What comes after `row` (step 1) or before it (-1); round the corner at either end; never `row` itself."""
        home = next((at for at, stretch in enumerate(self.stretches) if stretch.holds(row)), None)
        if home is None:
            found = self.first()
        else:
            found = self.stretches[home].next_to(row, step)
            size = len(self.stretches)
            for away in range(1, size + 1):
                if found:
                    break
                stretch = self.stretches[(home + step * away) % size]
                found = stretch.first() if step > 0 else stretch.last()
        return None if found == row else found


def queue(narrowing: Narrowing) -> Queue:
    """The queue, as far as it is narrowed down."""
    statements, links = Statement.objects.proposed(), Link.objects.proposed()
    if narrowing.language:
        statements = statements.filter(article__language=narrowing.language)
        in_language = Q(a__article__language=narrowing.language) | Q(b__article__language=narrowing.language)
        links = links.filter(in_language)
    if narrowing.outlet:
        statements = statements.filter(article__outlet=narrowing.outlet)
        links = links.filter(Q(a__article__outlet=narrowing.outlet) | Q(b__article__outlet=narrowing.outlet))
    if narrowing.kind in Type.values:
        statements = statements.filter(type=narrowing.kind)
    position = ("article_id", "start", "pk")
    in_context = statements.with_context()
    sure = Stretch(in_context.filter(unsure=False), position, _is_sure)
    unsure = Stretch(in_context.filter(unsure=True), position, _is_unsure)
    apart = links.with_texts().exclude(a__utterance=F("b__utterance"))
    linked = (Waiting(links), Stretch(apart, ("-score", "pk"), _is_link))
    if narrowing.kind == "link":
        return Queue(linked, (links,))
    if narrowing.kind:
        return Queue((sure, unsure), (statements,))
    return Queue((sure, *linked, unsure), (statements, links))


def _is_sure(row: Row) -> bool:
    return isinstance(row, Statement) and not row.unsure


def _is_unsure(row: Row) -> bool:
    return isinstance(row, Statement) and row.unsure


def _is_link(row: Row) -> bool:
    return isinstance(row, Link)


def key(row: Row | None) -> str:
    """The name of a row in an address: s12 is a statement, l5 a link."""
    return "" if row is None else f"{'s' if isinstance(row, Statement) else 'l'}{row.pk}"


def row_of(name: str) -> Row | None:
    """The row that a name means, None where there is none."""
    pk = number(name[1:])
    if name[:1] == "s":
        return Statement.objects.with_context().filter(pk=pk).first()
    return as_read(Link.objects.all()).filter(pk=pk).first() if name[:1] == "l" else None


def waits(row: Row) -> bool:
    return row.status == Status.PROPOSED


def choices() -> dict[str, Any]:
    """What the queue can be narrowed to: the languages and outlets of the archive."""
    languages = Article.objects.order_by("language").values_list("language", flat=True).distinct()
    return {"kinds": KINDS, "languages": list(languages), "outlets": Outlet.objects.all()}
