"""Spreadsheets, by openpyxl: a row of each sheet is an article; formulas give their last value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from articles.importing import tables
from articles.importing.dialects import Rows
from articles.importing.documents import RawDocument
from articles.importing.office import DAMAGED
from articles.importing.rows import MOST_COLUMNS, counted, too_wide
from articles.importing.xml import prove_package_harmless
from articles.records import Columns, Flaw, UnreadableFile
from articles.records import Notice as _

_LAST_ROW = 1_048_576
"""The last that a spreadsheet has (ECMA-376, 18.3.1.73); a file may claim any."""


def columns(name: str, data: bytes) -> Columns:
    """What each column of the first sheet that has any is taken for."""
    return tables.taken_for(_sheets(name, data)[0][1])[0]


def read(name: str, data: bytes, fields: Sequence[str] | None = None) -> Iterator[RawDocument | Flaw]:
    """A document for each row. `fields` holds for sheets as wide as it is, others are read by their own heads."""
    without: list[Flaw] = []
    found = False
    for title, rows in _sheets(name, data):
        wide = len(tables.taken_for(rows)[0].names)
        mapped = fields if fields is not None and len(fields) == wide else None
        try:
            called = f"{name}, {title}" if found or without else name
            for piece in counted(called, tables.articles_of(called, rows, mapped)):
                found = found or isinstance(piece, RawDocument)
                yield piece
        except UnreadableFile as error:
            without.append(Flaw(error.notice))
    if without and not found:
        raise UnreadableFile(without[0].notice)
    yield from without


def _sheets(name: str, data: bytes) -> list[tuple[str, Rows]]:
    prove_package_harmless(name, data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        found = [(sheet.title, rows) for sheet in book.worksheets if (rows := list(_rows(name, sheet)))]
    except UnreadableFile:
        raise
    except DAMAGED as error:
        raise UnreadableFile(
            _("%(file)s: the spreadsheet cannot be read. Save it again as .xlsx or .csv.", file=name)
        ) from error
    if not found:
        raise UnreadableFile(_("%(file)s: the spreadsheet is empty. Check that it was saved completely.", file=name))
    return found


def _rows(name: str, sheet: Any) -> Iterator[tuple[int, list[str]]]:
    # The size that a sheet claims may be anything.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=_LAST_ROW, values_only=True), 1):
        if len(row) > MOST_COLUMNS:
            raise UnreadableFile(too_wide(name, len(row)))
        cells = [_cell(value) for value in row]
        if any(cells):
            yield number, cells


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()
