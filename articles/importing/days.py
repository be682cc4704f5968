"""Days as the columns of tables and the records of crawlers write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from articles.text.dates import ascii_digits, find_dates, prefers_day_first
from articles.text.detection import detect_language

_SAMPLE = 2000
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?!\d)")
_ISO = re.compile(r"(?:1[6-9]|20)\d\d-?[01]\d-?[0-3]\d(?!\d)")
_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d+)?")
"""Days since the eve of 1900, as spreadsheets count (ECMA-376, 18.17.4.1): 1954 to 2091."""
_EVE_OF_1900 = date(1899, 12, 30)
_SECONDS = re.compile(r"([1-3]?\d{9})(?:\.\d+|\d{3})?")
"""Since 1970, or thousandths of them."""
_MAILED = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b")
_DOTTED = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{2}")
"""With dots between them the day stands first in every language."""


class Days:
    """Reads the dates of one column, all in the one order of day and month that fits them all."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._cells = ascii_digits("\n".join(cells[:_SAMPLE]))
        pairs = [(int(match[1]), int(match[2])) for match in _NUMERIC.finditer(self._cells)]
        day_first, month_first = any(one > 12 for one, _two in pairs), any(two > 12 for _one, two in pairs)
        self._possible = day_first if day_first != month_first else None
        self._day_first: dict[str, bool] = {}

    def iso(self, cell: str, text: str) -> str:
        """The date of a cell beside a text in its language, as ISO; "" where it is none, or not known to the day."""
        digits = ascii_digits(cell).strip()
        counted = next((day for read in _PLAIN if (day := read(digits))), None)
        if counted:
            return counted.isoformat()
        language = detect_language(text[:_SAMPLE])
        found = find_dates(cell, language, self._order(language))
        return next((one.day.isoformat() for one in found if isinstance(one.day, date)), "")

    def _order(self, language: str) -> bool:
        if language not in self._day_first:
            usual = _DOTTED.search(self._cells) is not None or prefers_day_first(self._cells, language)
            self._day_first[language] = usual if self._possible is None else self._possible
        return self._day_first[language]


def _iso(digits: str) -> date | None:
    if not _ISO.match(digits):
        return None
    try:
        return datetime.fromisoformat(digits).date()
    except ValueError:
        return None


def _serial(digits: str) -> date | None:
    found = _SERIAL.fullmatch(digits)
    return _EVE_OF_1900 + timedelta(days=int(found[1])) if found else None


def _seconds(digits: str) -> date | None:
    found = _SECONDS.fullmatch(digits)
    return datetime.fromtimestamp(int(found[1]), UTC).date() if found else None


def _mailed(digits: str) -> date | None:
    """As mails and some services write it: the weekday first, the year last."""
    if not _MAILED.match(digits):
        return None
    try:
        return parsedate_to_datetime(digits).date()
    except (ValueError, TypeError, OverflowError):
        return None


_PLAIN: tuple[Callable[[str], date | None], ...] = (_iso, _serial, _seconds, _mailed)
