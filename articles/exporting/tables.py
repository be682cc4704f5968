"""Comma-separated tables that a spreadsheet can open without running anything that stands in them."""

from __future__ import annotations

import csv as standard_csv
import io
from collections.abc import Iterable

from articles.exporting.facts import written
from articles.exporting.rows import Exportable, Row, row

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet take a cell for a formula (OWASP, "CSV Injection")."""
SEPARATOR = "; "
"""Between the entries of one cell that holds a list."""


def csv(records: Iterable[Exportable]) -> str:
    """A table with a header line; lists become one cell, a link's sides `a_file`, `a_text`, `b_file`, `b_text`.

    A cell that a spreadsheet would run is kept from it by an apostrophe in front; `plain` takes that away.
    No records give an empty text, because only records know the columns.
    """
    return table(_flat(row(record)) for record in records)


def table(rows: Iterable[Row]) -> str:
    """The same of rows that are made already; all of them have the same columns."""
    out = io.StringIO()
    writer: standard_csv.DictWriter[str] | None = None
    for one in rows:
        cells = {name: _cell(value) for name, value in one.items()}
        if writer is None:
            writer = standard_csv.DictWriter(out, fieldnames=list(cells))
            writer.writeheader()
        writer.writerow(cells)
    return out.getvalue()


def guarded(cell: str) -> str:
    """The cell with an apostrophe in front if a spreadsheet would otherwise run it."""
    return "'" + cell if cell.lstrip("'").startswith(FORMULA_STARTS) else cell


def plain(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def _flat(nested: Row) -> Row:
    flat: Row = {}
    for name, value in nested.items():
        if isinstance(value, dict):
            flat.update({f"{name}_{inner}": item for inner, item in value.items()})
        else:
            flat[name] = value
    return flat


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return guarded(SEPARATOR.join(_entry(item) for item in value))
    return guarded(value) if isinstance(value, str) else str(value)


def _entry(item: object) -> str:
    """An entry of a list; a pair of offsets is written 10–48, a fact as `written` has it."""
    if isinstance(item, dict):
        return written(item)
    return "–".join(str(number) for number in item) if isinstance(item, list) else str(item)
