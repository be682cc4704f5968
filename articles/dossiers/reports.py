"""Every report of one utterance as a row of a table, compared with one of them that is chosen for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.dossiers import pairs
from articles.dossiers.cells import COLUMNS, Cell, cells, filled
from articles.dossiers.facts import Fact, facts, is_content
from articles.linking import Piece, conflicts
from articles.linking.wording import comparable
from articles.models import Link, Statement, Status
from articles.models.statements import StatementQuerySet
from articles.text.concepts import Glossary
from articles.text.copies import body_key

MANY = 8
"""Reports from which on the table is parted by language, and words that stand there already are folded away."""
UNREAD = ("removed", "warnings", "evidence", "corrected")
"""What of an article no table of reports shows."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What joins a report to those above it."""

    link: Link
    """One that is to be judged, else the likeliest."""
    to: Statement
    others: int
    """How many more links there are."""


@dataclass(frozen=True, slots=True)
class Report:
    """A row of the table of reports."""

    statement: Statement
    pieces: Sequence[Piece]
    """Its words; what the chosen report does not have is marked, in the chosen one what another words differently."""
    marked: bool
    """Whether any word is marked."""
    compared: bool
    """Whether its words could be compared with the chosen report's."""
    facts: Sequence[Fact]
    """What it tells beside the chosen report, in another language."""
    cells: Sequence[Cell]
    flags: set[str]
    """The fields in which it disagrees with another report; "wording" for what it says."""
    repeats: Statement | None
    """A report above it in a long table with exactly the same words."""
    joined: Joined | None


@dataclass(frozen=True, slots=True)
class Group:
    """Reports in one language or in related ones, in the order in which they were published."""

    languages: tuple[str, ...]
    reports: Sequence[Report]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: its columns, those that no report fills, and its rows."""

    columns: tuple[str, ...]
    silent: tuple[str, ...]
    groups: Sequence[Group]

    @property
    def reports(self) -> list[Report]:
        return [report for group in self.groups for report in group.reports]


def in_order(statements: StatementQuerySet) -> list[Statement]:
    """The reports that stand, in the order in which they were published, undated ones last."""
    found = statements.visible().select_related("article__outlet", "speaker__merged_into")
    found = found.defer(*(f"article__{field}" for field in UNREAD))
    return sorted(found, key=lambda one: (one.article.published or date.max, one.article_id, one.start))


def by_language(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Parted into those whose words can be compared with each other."""
    groups: list[list[Statement]] = []
    for one in statements:
        for group in groups:
            if comparable(group[0].article.language, one.article.language):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def matrix(
    statements: Sequence[Statement],
    base: Statement,
    flags: Mapping[int, set[str]],
    glossary: Glossary,
) -> Matrix:
    """The table of these reports beside one of them; a long one is parted by language, that of the base first.

    `flags` are the fields in which each disagrees with another; what is named in two languages is told by the glossary.
    """
    many = len(statements) > MANY
    columns = filled(statements)
    groups = _groups(statements, base) if many else [list(statements)]
    order = [one for group in groups for one in group]
    table = _Table(
        base=base,
        words=pairs.beside_all(base, statements),
        columns=columns,
        flags=flags,
        glossary=glossary,
        joins=_joins(order),
        repeats=_repeats(order, base) if many else {},
    )
    return Matrix(
        columns=columns,
        silent=tuple(column for column in COLUMNS if column not in columns),
        groups=[Group(_languages(group), [table.row(one) for one in group]) for group in groups],
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """What every row needs."""

    base: Statement
    words: Sequence[Piece]
    """The base's own, marked where another report words them differently."""
    columns: Sequence[str]
    flags: Mapping[int, set[str]]
    glossary: Glossary
    joins: Mapping[int, Joined]
    repeats: Mapping[int, Statement]

    def row(self, one: Statement) -> Report:
        chosen = one.pk == self.base.pk
        a, b = self.base.compared(), one.compared()
        found = () if chosen else conflicts(a, b)
        pieces = self.words if chosen else pairs.side_by_side(self.base, one).b
        flags = self.flags.get(one.pk, set())
        outside = [conflict for conflict in found if not is_content(conflict, a, b)]
        return Report(
            statement=one,
            pieces=pieces,
            marked=any(piece.changed for piece in pieces),
            compared=pairs.can_be_compared(self.base, one),
            facts=facts(a, b, found, self.glossary) if a.language != b.language else (),
            cells=cells(self.base, one, self.columns, flags, outside),
            flags=flags,
            repeats=self.repeats.get(one.pk),
            joined=self.joins.get(one.pk),
        )


def _groups(statements: Sequence[Statement], base: Statement) -> list[list[Statement]]:
    """Parted by language, the base's first; languages with a single report are put together at the end."""
    order = {one.pk: at for at, one in enumerate(statements)}
    parted = by_language((base, *(one for one in statements if one.pk != base.pk)))
    large = [group for at, group in enumerate(parted) if len(group) > 1 or not at]
    single = [one for group in parted if group not in large for one in group]
    return [sorted(group, key=lambda one: order[one.pk]) for group in (*large, single) if group]


def _languages(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.article.language for one in statements))


def _joins(order: Sequence[Statement]) -> dict[int, Joined]:
    """By report, what joins it to those above it. There may be thousands of links: only those shown are read whole."""
    place = {one.pk: at for at, one in enumerate(order)}
    found: defaultdict[int, list[tuple[bool, float, int, int]]] = defaultdict(list)
    links = Link.objects.joining().filter(a__utterance=order[0].utterance_id)
    for pk, a, b, status, score in links.values_list("pk", "a", "b", "status", "score"):
        if a in place and b in place:
            above, below = sorted((a, b), key=place.__getitem__)
            found[below].append((status != Status.PROPOSED, -score, pk, above))
    first = {below: min(joined) for below, joined in found.items()}
    shown = Link.objects.defer("reasons", "conflicts").in_bulk([pk for _, _, pk, _ in first.values()])
    return {
        below: Joined(shown[pk], order[place[above]], len(found[below]) - 1)
        for below, (_, _, pk, above) in first.items()
    }


def _repeats(order: Iterable[Statement], base: Statement) -> dict[int, Statement]:
    """By report, one that has exactly its words: the base, or the first that stands above it."""
    first = {(base.article.language, body_key(base.words)): base}
    repeats: dict[int, Statement] = {}
    for one in order:
        known = first.setdefault((one.article.language, body_key(one.words)), one)
        if known.pk != one.pk:
            repeats[one.pk] = known
    return repeats
