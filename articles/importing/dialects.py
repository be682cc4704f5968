"""Rows of a table written as text, however its program parts cells and marks those with line breaks."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from articles.importing.rows import MOST_COLUMNS, too_wide
from articles.records import Flaw, UnreadableFile
from articles.records import Notice as _

_SAMPLE = 64_000
_FIRST_ROWS = 20
_DELIMITERS = ",;\t|"
_NAMED = "sep="
"""Spreadsheets may say in the first line what parts the cells."""
_TWICE: dict[str, Any] = {"strict": True}
_BACKSLASH: dict[str, Any] = {"doublequote": False, "escapechar": "\\"}
_BARE: dict[str, Any] = {"quoting": csv.QUOTE_NONE}
"""How programs write a quotation mark in a cell: twice, after a backslash, or as it is."""
Rows = list[tuple[int, list[str]]]
"""Rows with their numbers in the file, from 1."""


def rows_of(name: str, text: str) -> tuple[Rows, list[Flaw]]:
    """The rows that are not empty; where no way of writing fits them all, as the usual one gives them, and a flaw."""
    csv.field_size_limit(len(text) + 1)
    first, _end, rest = text.partition("\n")
    said = first.strip().removeprefix(_NAMED)
    named = first.startswith(_NAMED) and len(said) == 1
    begun, text = (2, rest) if named else (1, text)
    delimiter = said if named else _delimiter(text)
    rows: Rows = []
    try:
        rows.extend(_parsed(name, text, begun, delimiter=delimiter, **_TWICE))
        return rows, []
    except csv.Error:
        line = rows[-1][0] + 1 if rows else begun
    otherwise = _even_rows(name, text, begun, delimiter)
    if otherwise:
        return otherwise, []
    uneven = _(
        "%(file)s: its quotation marks are uneven from line %(line)s on. Check the rows there.", file=name, line=line
    )
    return list(_parsed(name, text, begun, delimiter=delimiter)), [Flaw(uneven)]


def _even_rows(name: str, text: str, begun: int, delimiter: str) -> Rows:
    """The rows in another way of writing, if it gives each of them as many cells, and several."""
    habit = _BACKSLASH if '\\"' in text else _BARE
    try:
        rows = list(_parsed(name, text, begun, delimiter=delimiter, **habit))
    except UnreadableFile:
        return []
    widths = {len(row) for _number, row in rows}
    return rows if len(widths) == 1 and widths != {1} else []


def _parsed(name: str, text: str, begun: int, **habit: Any) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), **habit)
    number = begun
    for row in reader:
        if len(row) > MOST_COLUMNS:
            raise UnreadableFile(too_wide(name, len(row)))
        if any(cell.strip() for cell in row):
            yield number, row
        number = reader.line_num + begun


def _delimiter(text: str) -> str:
    """The sign that gives the first rows most evenly several cells, and the first line most of them."""
    sample = text[:_SAMPLE]
    first = sample.split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda sign: (_even(sample, sign), first.count(sign)))


def _even(sample: str, sign: str) -> float:
    """The share of the first rows that have as many cells as the first one, if that has several."""
    widths: list[int] = []
    try:
        for row in csv.reader(StringIO(sample, newline=""), delimiter=sign):
            widths.append(len(row))
            if len(widths) > _FIRST_ROWS:
                break
    except csv.Error:
        return 0.0
    return sum(width == widths[0] for width in widths) / len(widths) if widths and widths[0] > 1 else 0.0
