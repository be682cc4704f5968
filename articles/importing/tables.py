"""Tables as text, with commas, semicolons, tabs or bars between their cells: a row is an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.importing.columns import known, propose
from articles.importing.decoding import decode
from articles.importing.dialects import Rows, rows_of
from articles.importing.documents import RawDocument
from articles.importing.rows import counted, documents
from articles.records import Columns, Flaw, Notice, UnreadableFile
from articles.records import Notice as _

_FIRST_ROWS = 50
_HEADS_WITHIN = 10
"""Rows in which the heads of the columns are looked for; some programs write what the table is above them."""
_SHORTER = 4
"""So many times shorter is the unknown head of a column than the articles below it."""


def columns(name: str, data: bytes) -> Columns:
    """What each column is taken for."""
    rows, _broken, _warnings = _rows(name, data)
    return taken_for(rows)[0]


def read(name: str, data: bytes, fields: Sequence[str] | None = None) -> Iterator[RawDocument | Flaw]:
    """A document for each row; `fields` says what each column holds, as `records.Columns` has it."""
    rows, broken, warnings = _rows(name, data)
    yield from counted(name, articles_of(name, rows, fields, warnings))
    yield from broken


def taken_for(rows: Rows) -> tuple[Columns, Rows, Rows]:
    """The columns, the rows below their heads, and those above; a table without heads has numbers for names."""
    at = _heads(rows)
    names = (
        rows[at][1]
        if at is not None
        else [str(n) for n in range(1, max((len(row) for _n, row in rows), default=0) + 1)]
    )
    above, below = (rows[:at], rows[at + 1 :]) if at is not None else ([], rows)
    return propose(names, [row for _number, row in below[:_FIRST_ROWS]], at is not None), below, above


def _heads(rows: Rows) -> int | None:
    """The row that names the columns: the one with most known names, or a first one unlike all below."""
    counts = [known(row) for _number, row in rows[:_HEADS_WITHIN]]
    best = max(range(len(counts)), key=lambda at: counts[at], default=None)
    if best is None:
        return None
    if counts[best] > (1 if best else 0):
        return best
    return 0 if len(rows) > 1 and _unlike(rows[0][1], [row for _number, row in rows[1:_FIRST_ROWS]]) else None


def _unlike(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row has only short words, above a column of articles."""
    if not all(cell.strip() for cell in first) or any(cell.strip().isdecimal() or "//" in cell for cell in first):
        return False
    lengths = [sum(len(row[at]) for row in below if at < len(row)) / len(below) for at in range(len(first))]
    longest = max(range(len(first)), key=lambda at: lengths[at])
    return len(first[longest]) * _SHORTER < lengths[longest]


def articles_of(
    name: str, rows: Rows, fields: Sequence[str] | None, warnings: tuple[Notice, ...] = ()
) -> Iterator[RawDocument | Flaw]:
    found, below, above = taken_for(rows)
    if fields is not None:
        found = replace(found, fields=tuple(fields))
    if "text" not in found.fields:
        heads = ", ".join(found.names)[:200]
        raise UnreadableFile(
            _("%(file)s: none of its columns (%(columns)s) holds articles. Name one “text”.", file=name, columns=heads)
        )
    for piece in documents(below, found, name):
        yield replace(piece, warnings=(*warnings, *piece.warnings)) if isinstance(piece, RawDocument) else piece
    if above:
        words = " ".join(cell for _number, row in above for cell in row if cell.strip())[:200]
        yield Flaw(
            _("%(file)s: what stands above the heads of its columns was left out: %(words)s", file=name, words=words)
        )


def _rows(name: str, data: bytes) -> tuple[Rows, list[Flaw], tuple[Notice, ...]]:
    text, warnings = decode(name, data)
    if nulls := text.count("\0"):
        warnings = (*warnings, _("%(nulls)s NUL characters were taken out.", nulls=nulls))
    rows, broken = rows_of(name, text.replace("\0", ""))
    return rows, broken, warnings
