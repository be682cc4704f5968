"""The circumstances of a report as cells of a table, each marked where it is not as in the report chosen to compare."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from articles.linking import Piece, differences
from articles.linking.wording import comparable
from articles.models import Statement
from articles.records import Conflict
from articles.text.terms import fold

COLUMNS = {
    "speaker": "speaker_name",
    "said": "said_when",
    "place": "place",
    "occasion": "occasion",
    "addressee": "addressee",
    "cue": "cue",
    "relayed": "relayed_by",
}
"""By column, the field that has the article's own words for it."""
CONFLICTS = {"speaker": "speaker", "said": "date", "place": "place", "occasion": "occasion", "addressee": "addressee"}
"""By column, the field of the conflicts that are about it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report tells of one circumstance."""

    column: str
    mark: str
    """disagrees (with another report), differs (from the base), worded (otherwise), added, missing, or nothing."""
    pieces: Sequence[Piece]
    """The article's words; what the base does not have is marked, where the two can be compared."""
    more: Sequence[Piece] = ()
    """The speaker's office."""
    behalf: str = ""
    """In whose name the speaker spoke."""
    day: date | None = None
    """The day that the words of `said` mean."""

    @property
    def is_empty(self) -> bool:
        return not (self.pieces or self.more or self.day)


def filled(reports: Iterable[Statement]) -> tuple[str, ...]:
    """The columns of which any report tells something."""
    told = list(reports)
    return tuple(column for column in COLUMNS if any(_tells(one, column) for one in told))


def cells(
    base: Statement, one: Statement, columns: Iterable[str], flags: Collection[str], found: Sequence[Conflict]
) -> list[Cell]:
    """A report's cells. `flags` are the fields in which any two reports disagree about it, `found` the conflicts on
    the circumstances with the base."""
    fields = {conflict.field for conflict in found}
    return [_cell(base, one, column, flags, fields) for column in columns]


def _cell(base: Statement, one: Statement, column: str, flags: Collection[str], fields: Collection[str]) -> Cell:
    mark = _mark(base, one, column, flags, fields)
    worded = mark == "worded"
    return Cell(
        column=column,
        mark=mark,
        pieces=_beside(_words(base, column), _words(one, column), worded),
        more=_beside(base.role, one.role, worded) if column == "speaker" else (),
        behalf=one.on_behalf_of if column == "speaker" else "",
        day=one.said_on if column == "said" else None,
    )


def _mark(base: Statement, one: Statement, column: str, flags: Collection[str], fields: Collection[str]) -> str:
    about = CONFLICTS.get(column, "")
    if about in flags:
        return "disagrees"
    if base.pk == one.pk:
        return ""
    if about in fields:
        return "differs"
    if _tells(one, column) != _tells(base, column):
        return "added" if _tells(one, column) else "missing"
    return "worded" if _is_worded_otherwise(base, one, column) else ""


def _is_worded_otherwise(base: Statement, one: Statement, column: str) -> bool:
    """Whether other words stand for the same; never where the two languages cannot be compared."""
    if not comparable(base.article.language, one.article.language) or (column == "said" and _same_day(base, one)):
        return False
    office = column == "speaker" and base.role and one.role and fold(base.role) != fold(one.role)
    return bool(office) or fold(_words(base, column)) != fold(_words(one, column))


def _words(one: Statement, column: str) -> str:
    return str(getattr(one, COLUMNS[column]))


def _tells(one: Statement, column: str) -> bool:
    return bool(_words(one, column) or (column == "said" and one.said_on))


def _same_day(a: Statement, b: Statement) -> bool:
    """Whether two reports mean one day, however they word it."""
    if a.said_on and b.said_on:
        return a.said_on == b.said_on
    return a.weekday is not None and a.weekday == b.weekday


def _beside(base: str, words: str, worded: bool) -> tuple[Piece, ...]:
    """Words in pieces, those marked that the base lacks; nothing is marked where it has none of them."""
    if not words:
        return ()
    pieces = differences(base, words).b if worded else ()
    return pieces if any(not piece.changed for piece in pieces) else (Piece(0, words, False),)
