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
from articles.text.copies import body_key

MANY = 8
"""Reports from which on the table is parted by language, and words that stand there already are folded away."""
UNREAD = ("removed", "warnings", "evidence", "corrected")
"""What of an article no table of reports shows."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A link, and the report that it joins another one to."""

    link: Link
    to: Statement


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
    """What joins it to a report above it: a link that is to be judged, else the likeliest."""
    others: int
    """How many more links join it to reports above it."""


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
    statements: Sequence[Statement], base: Statement, links: Sequence[Link], flags: Mapping[int, set[str]]
) -> Matrix:
    """The table of these reports beside one of them; a long one is parted by language, that of the base first."""
    many = len(statements) > MANY
    columns = filled(statements)
    groups = _groups(statements, base) if many else [list(statements)]
    joins = _joins([one for group in groups for one in group], links)
    repeats = _repeats(groups, base) if many else {}
    rows = [[_row(base, one, statements, columns, flags, joins, repeats) for one in group] for group in groups]
    return Matrix(
        columns=columns,
        silent=tuple(column for column in COLUMNS if column not in columns),
        groups=[Group(_languages(row.statement for row in group), group) for group in rows],
    )


def _groups(statements: Sequence[Statement], base: Statement) -> list[list[Statement]]:
    order = {one.pk: at for at, one in enumerate(statements)}
    parted = by_language((base, *(one for one in statements if one.pk != base.pk)))
    return [sorted(group, key=lambda one: order[one.pk]) for group in parted]


def _languages(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.article.language for one in statements))


def _row(
    base: Statement,
    one: Statement,
    statements: Sequence[Statement],
    columns: Iterable[str],
    flags: Mapping[int, set[str]],
    joins: Mapping[int, list[Joined]],
    repeats: Mapping[int, Statement],
) -> Report:
    chosen = one.pk == base.pk
    near = pairs.can_be_compared(base, one)
    pieces = pairs.beside_all(base, statements) if chosen else pairs.side_by_side(base, one).b
    a, b = base.compared(), one.compared()
    found = () if chosen else conflicts(a, b)
    joined = joins.get(one.pk, [])
    own = flags.get(one.pk, set())
    return Report(
        statement=one,
        pieces=pieces,
        marked=any(piece.changed for piece in pieces),
        compared=near,
        facts=facts(a, b, found) if not near or a.language != b.language else (),
        cells=cells(base, one, columns, own, [conflict for conflict in found if not is_content(conflict, a, b)]),
        flags=own,
        repeats=repeats.get(one.pk),
        joined=joined[0] if joined else None,
        others=max(0, len(joined) - 1),
    )


def _joins(order: Sequence[Statement], links: Iterable[Link]) -> dict[int, list[Joined]]:
    """By report, what joins it to those above it: what is to be judged first, then the likeliest."""
    place = {one.pk: at for at, one in enumerate(order)}
    found: defaultdict[int, list[Joined]] = defaultdict(list)
    for link in links:
        if link.a_id in place and link.b_id in place:
            above, below = sorted((link.a_id, link.b_id), key=place.__getitem__)
            found[below].append(Joined(link, order[place[above]]))
    for joined in found.values():
        joined.sort(key=lambda one: (one.link.status != Status.PROPOSED, -one.link.score))
    return found


def _repeats(groups: Iterable[Iterable[Statement]], base: Statement) -> dict[int, Statement]:
    """By report, one that has exactly its words: the base, or the first that stands above it."""
    first = {(base.article.language, body_key(base.words)): base}
    repeats: dict[int, Statement] = {}
    for one in (one for group in groups for one in group):
        known = first.setdefault((one.article.language, body_key(one.words)), one)
        if known.pk != one.pk:
            repeats[one.pk] = known
    return repeats
