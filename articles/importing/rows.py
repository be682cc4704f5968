"""Rows of tables and records of crawlers made documents: the body from one cell, the rest as hints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articles.importing.days import Days
from articles.importing.documents import RawDocument
from articles.importing.fragments import plain
from articles.records import Columns, Evidence, Flaw, Notice, UnreadableFile
from articles.records import Notice as _

ADDRESS = ("http://", "https://")
LONGEST_CELL = 1_000_000
"""Characters from which on a cell is refused, and its row with it."""
MOST_COLUMNS = 1000
MOST_FLAWS = 500
"""Rows of one file that are told one by one."""


def documents(rows: Sequence[tuple[int, Sequence[str]]], columns: Columns, name: str) -> Iterator[RawDocument | Flaw]:
    """A document for each row (with its number in the file), a flaw for a row that cannot be one."""
    places = {field: at for at, field in enumerate(columns.fields) if field}
    at_day = places.get("published")
    days = Days([row[at_day] for _number, row in rows if at_day is not None and at_day < len(row)])
    for number, row in rows:
        cells = {field: row[at].strip() for field, at in places.items() if at < len(row) and row[at].strip()}
        if max(map(len, row)) >= LONGEST_CELL:
            yield Flaw(_("%(file)s: row %(row)s has a cell of more than 1 MB. Split it.", file=name, row=number))
        elif "text" not in cells:
            yield Flaw(_("%(file)s: row %(row)s has no text and was passed over.", file=name, row=number))
        else:
            cells["text"] = _with_lines(cells["text"])
            yield record(cells, "column", days) or Flaw(
                _("%(file)s: row %(row)s cannot be read and was passed over.", file=name, row=number)
            )


def _with_lines(cell: str) -> str:
    """The text of a cell whose program writes the end of a line as a backslash and an n."""
    several = "\n" not in cell and cell.count("\\n") > 1
    return cell.replace("\\r\\n", "\n").replace("\\n", "\n") if several else cell


def record(cells: dict[str, str], source: str, days: Days, warnings: tuple[Notice, ...] = ()) -> RawDocument | None:
    """The document of one row or record, from its cells by field; None where its HTML has no text or is an attack."""
    try:
        said = {field: plain(value) for field, value in cells.items()}
    except UnreadableFile:
        return None
    text = said.pop("text")
    if said.get("outlet", "").startswith(ADDRESS):
        # A column called source may hold the name or the address.
        said.setdefault("url", said.pop("outlet"))
    hints = []
    for field, value in said.items():
        iso = days.iso(value, text) if field == "published" else ""
        hints.append(Evidence(field, iso or value, source, value if iso and iso != value else ""))
    # Text alone may be all that was on a page.
    clean = "title" in said or "\n" not in text
    return RawDocument(text, tuple(hints), warnings, clean) if text.strip() else None


def counted(name: str, pieces: Iterable[RawDocument | Flaw]) -> Iterator[RawDocument | Flaw]:
    """The same pieces; of very many flaws the first ones, and how many came after them."""
    flaws = 0
    for piece in pieces:
        flaws += isinstance(piece, Flaw)
        if isinstance(piece, RawDocument) or flaws <= MOST_FLAWS:
            yield piece
    if flaws > MOST_FLAWS:
        yield Flaw(_("%(file)s: %(count)s more of its rows could not be read.", file=name, count=flaws - MOST_FLAWS))


def too_wide(name: str, columns: int) -> Notice:
    return _("%(file)s: a row has %(count)s columns. Check how its cells are parted.", file=name, count=columns)
