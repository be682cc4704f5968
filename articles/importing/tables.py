"""Tables as text, with commas, semicolons, tabs or bars between their cells: a row is an article."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO

from articles.importing import columns as naming
from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.records import Columns, Flaw, Notice, UnreadableFile
from articles.records import Notice as _

_SAMPLE = 64_000
_DELIMITERS = ",;\t|"
_FIRST_ROWS = 50
Rows = list[tuple[int, list[str]]]
"""Rows with their numbers in the file, from 1."""


def columns(name: str, data: bytes) -> Columns:
    """What each column is taken for."""
    rows, _broken, _warnings = _rows(name, data)
    return taken_for(rows)[0]


def read(name: str, data: bytes, fields: Sequence[str] | None = None) -> Iterator[RawDocument | Flaw]:
    """A document for each row; `fields` says what each column holds, as `records.Columns` has it."""
    rows, broken, warnings = _rows(name, data)
    yield from articles_of(name, rows, fields, warnings)
    yield from broken


def taken_for(rows: Rows) -> tuple[Columns, Rows]:
    """The columns, and the rows below their heads; a table without heads has numbers for names."""
    first = rows[0][1] if rows else []
    headed = naming.is_head(first) or (len(rows) > 1 and max(map(len, first), default=0) < 60)
    names = first if headed else [str(at) for at in range(1, len(first) + 1)]
    body = rows[1:] if headed else rows
    return naming.propose(names, [row for _number, row in body[:_FIRST_ROWS]]), body


def articles_of(
    name: str, rows: Rows, fields: Sequence[str] | None, warnings: tuple[Notice, ...] = ()
) -> Iterator[RawDocument | Flaw]:
    found, body = taken_for(rows)
    if fields is not None:
        found = replace(found, fields=tuple(fields))
    if "text" not in found.fields:
        heads = ", ".join(found.names)[:200]
        raise UnreadableFile(
            _("%(file)s: none of its columns (%(columns)s) holds articles. Name one “text”.", file=name, columns=heads)
        )
    for piece in naming.documents(body, found, name):
        yield replace(piece, warnings=(*warnings, *piece.warnings)) if isinstance(piece, RawDocument) else piece


def _rows(name: str, data: bytes) -> tuple[Rows, list[Flaw], tuple[Notice, ...]]:
    text, warnings = decode(name, data)
    sample = text[:_SAMPLE]
    if max(map(len, text.splitlines()), default=0) > 20 * naming.LONGEST_CELL:
        raise UnreadableFile(_("%(file)s: one of its lines is longer than 20 MB. Split the table.", file=name))
    csv.field_size_limit(len(text) + 1)
    reader = csv.reader(StringIO(text.replace("\0", ""), newline=""), _dialect(sample))
    rows: Rows = []
    try:
        for row in reader:
            if len(row) > naming.MOST_COLUMNS:
                raise UnreadableFile(
                    _(
                        "%(file)s: a row has %(count)s columns. Check how its cells are parted.",
                        file=name,
                        count=len(row),
                    )
                )
            if any(cell.strip() for cell in row):
                rows.append((reader.line_num, row))
    except csv.Error:
        broken = _("%(file)s: the table breaks off at line %(line)s.", file=name, line=reader.line_num)
        return rows, [Flaw(broken)], warnings
    return rows, [], warnings


class _Plain(csv.excel):
    """Doubled quotation marks inside of cells, as spreadsheets write them."""


def _dialect(sample: str) -> type[csv.Dialect]:
    """The sign that parts the cells: the one that gives the first lines most and evenly many cells."""
    first = sample.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda sign: (_even(sample, sign), first.count(sign)))
    return type("Found", (_Plain,), {"delimiter": delimiter})


def _even(sample: str, sign: str) -> float:
    """The share of the first rows that have as many cells as the first one, if that has several."""
    dialect = type("Tried", (_Plain,), {"delimiter": sign})
    widths: list[int] = []
    try:
        for row in csv.reader(StringIO(sample, newline=""), dialect):
            widths.append(len(row))
            if len(widths) > 20:
                break
    except csv.Error:
        return 0.0
    return sum(width == widths[0] for width in widths) / len(widths) if widths and widths[0] > 1 else 0.0
