"""What the columns of a table, or the keys of a crawler's record, stand for: by their names, else by what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache

from articles.importing.documents import RawDocument
from articles.importing.visible import text_of
from articles.languages.loading import all_languages
from articles.records import COLUMN_FIELDS, Columns, Evidence, Flaw, Notice
from articles.records import Notice as _
from articles.text.dates import ascii_digits, find_dates, prefers_day_first
from articles.text.detection import detect_language

_SCHEMA = {
    **dict.fromkeys(("articlebody", "maintext", "contentencoded", "bodytext", "plaintext", "cleantext"), "text"),
    **dict.fromkeys(("headline", "titletext", "pagetitle"), "title"),
    **dict.fromkeys(("datepublished", "publishedat", "pubdate", "datecreated", "firstpublished"), "published"),
    **dict.fromkeys(("sourcename", "publishername", "sourcedomain", "sitename", "feedtitle", "sourcetitle"), "outlet"),
    **dict.fromkeys(("authorname", "creatorname", "authorsname", "bylineoriginal"), "author"),
    **dict.fromkeys(("sourceurl", "finalurl", "requestedurl", "mainentityofpage"), "url"),
    **dict.fromkeys(("inlanguage", "detectedlanguage", "langcode"), "language"),
}
"""Names that schema.org and crawlers give; without marks between their words."""
CELL = 200
"""Characters of a cell that a sample shows."""
LONGEST_CELL = 1024 * 1024
SAMPLES = 3
MOST_COLUMNS = 1000
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?!\d)")
_TEXT_LENGTH = 120
"""Characters that the cells of an unnamed column have at least, on average, to be taken for articles."""


def field_of(name: str) -> str:
    """The field of COLUMN_FIELDS that a column or key of this name holds, or ""."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    words = re.sub(r"[\W_]+", " ", spaced).casefold().strip()
    return _names().get(words) or _SCHEMA.get(words.replace(" ", ""), "")


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in all_languages():
        for field in COLUMN_FIELDS:
            for name in getattr(language.files, field):
                found.setdefault(re.sub(r"[\W_]+", " ", name).strip(), field)
    return found


def is_head(row: Sequence[str]) -> bool:
    """Whether a row holds the names of columns: one at least is known, and none is as long as an article."""
    return any(map(field_of, row)) and all(len(cell) < _TEXT_LENGTH for cell in row)


def propose(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """What each column is taken for. Of several for one field the first is, for the text the one that holds most."""
    lengths = [_mean([len(row[at]) for row in rows if at < len(row)]) for at in range(len(names))]
    fields = [field_of(name) for name in names]
    texts = [at for at, field in enumerate(fields) if field == "text"]
    longest = max(texts or range(len(names)), key=lambda at: lengths[at], default=None)
    if longest is not None and (texts or lengths[longest] >= _TEXT_LENGTH):
        fields[longest] = "text"
    seen: set[str] = set()
    for at, field in enumerate(fields):
        if field in seen or (field == "text" and at != longest):
            fields[at] = ""
        seen.add(fields[at])
    samples = tuple(tuple(cell[:CELL] for cell in row) for row in rows[:SAMPLES])
    return Columns(tuple(names), tuple(fields), samples)


def too_wide(name: str, columns: int) -> Notice:
    return _("%(file)s: a row has %(count)s columns. Check how its cells are parted.", file=name, count=columns)


def _mean(lengths: Sequence[int]) -> float:
    return sum(lengths) / len(lengths) if lengths else 0.0


def documents(
    rows: Sequence[tuple[int, Sequence[str]]], columns: Columns, name: str, source: str = "column"
) -> Iterator[RawDocument | Flaw]:
    """A document for each row (with its number in the file), a flaw for a row that cannot be one."""
    places = {field: at for at, field in enumerate(columns.fields) if field}
    days = Days([row[places["published"]] for _number, row in rows if "published" in places])
    for number, row in rows:
        cells = {field: row[at].strip() for field, at in places.items() if at < len(row) and row[at].strip()}
        if not any(cell.strip() for cell in row):
            continue
        if max(map(len, row)) > LONGEST_CELL:
            yield Flaw(_("%(file)s: row %(row)s has a cell of more than 1 MB. Split it.", file=name, row=number))
        elif "text" not in cells:
            yield Flaw(_("%(file)s: row %(row)s has no text and was passed over.", file=name, row=number))
        else:
            yield record(cells, source, days)


def record(cells: dict[str, str], source: str, days: Days) -> RawDocument:
    """The document of one row or record: its cells by field."""
    text = text_of(cells["text"])
    hints = []
    for field, value in cells.items():
        if field != "text":
            value = text_of(value)
            iso = days.iso(value, text) if field == "published" else ""
            hints.append(Evidence(field, iso or value, source, value if iso and iso != value else ""))
    return RawDocument(text, tuple(hints), clean=True)


class Days:
    """Reads the dates of one column, all in the one order of day and month that fits them all."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._cells = "\n".join(cells[:2000])
        pairs = [(int(match[1]), int(match[2])) for match in _NUMERIC.finditer(ascii_digits(self._cells))]
        day_first, month_first = any(one > 12 for one, _two in pairs), any(two > 12 for _one, two in pairs)
        self._possible = day_first if day_first != month_first else None
        self._day_first: dict[str, bool] = {}

    def iso(self, cell: str, text: str) -> str:
        """The date of a cell beside a text in its language, as ISO; "" where it is none."""
        try:
            return datetime.fromisoformat(cell).date().isoformat()
        except ValueError:
            pass
        language = detect_language(text[:2000])
        if language not in self._day_first:
            usual = prefers_day_first(self._cells or cell, language)
            self._day_first[language] = usual if self._possible is None else self._possible
        found = find_dates(cell, language, self._day_first[language])
        return next((one.day.isoformat() for one in found if isinstance(one.day, date)), "")
