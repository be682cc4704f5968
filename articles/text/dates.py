"""Full dates in a text: day, month and year, in the calendars and digits that newsrooms write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from articles.languages.calendar import Calendar
from articles.languages.loading import load
from articles.records import Span
from articles.text.calendars import from_jalali, gregorian, near_hijri
from articles.text.scripts import respelled

_NUMBER = r"(?<![\d/.:-])"
_ISO = re.compile(_NUMBER + r"((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(_NUMBER + r"(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/:-]|\.\d)")
_EASTERN_ISO = re.compile(_NUMBER + r"(1[34]\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_EASTERN = re.compile(_NUMBER + r"(\d{1,2})([-/.])(\d{1,2})\2(1[34]\d\d)(?![\d/:-]|\.\d)")
_LUNAR_YEARS = 1430
"""From here on years are those of the moon, which is forty ahead of the sun."""
_ORDINAL = r"[^\W\d_]{0,2}[°º]?\.?"
_LINK = r"[\s,،.-]+(?:\w{1,3}\.?\s+)?"
_GREGORIAN, _JALALI, _HIJRI = "gregorian", "jalali", "hijri"
_DIGIT = re.compile("[0-9]")
_JOINED = re.compile("[0-9][-/.][0-9]")
_YEAR = re.compile("(?:1[2-9]|20)[0-9]{2}(?![0-9])")
"""With it every date that names its month ends."""
_BEFORE_YEAR = 80
"""Signs before a year in which the rest of its date stands."""
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_MONTH_LENGTH = 20
"""Signs of the longest name of a month, and what parts it from the day."""
_ANY_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date where it stands in a text. `day` is None where the calendar does not tell it to the day."""

    span: Span
    day: date | None
    near: date | None = None
    """The day by the civil calendar of one that depends on who saw the moon: a day or two away at most."""


def find_dates(text: str, language: str, day_first: bool | None = None) -> tuple[FoundDate, ...]:
    """Every full date of the text in its order; a weekday, or a day and month without year, is none.

    `day_first` says how to read 03/04/2025; None leaves it to the language. Where only one order gives a
    date, that one is taken. Of a date given in two calendars both are found; a lunar Hijri date has no `day`,
    because it depends on who saw the moon.
    """
    digits = ascii_digits(text)
    if not _DIGIT.search(digits):
        return ()
    if day_first is None:
        day_first = load(language).calendar.day_first
    found: list[FoundDate] = []
    if _JOINED.search(digits):
        found += [FoundDate(Span(*match.span()), _iso(match)) for match in _ISO.finditer(digits)]
        found += [FoundDate(Span(*match.span()), _numeric(match, day_first)) for match in _NUMERIC.finditer(digits)]
        found += _of_other_calendars(digits, load(language).calendar)
    for year in _YEAR.finditer(digits):
        begin, end = max(0, year.start() - _BEFORE_YEAR), year.end()
        for pattern, months, calendar in _named(language):
            for match in pattern.finditer(digits, begin, end):
                found.append(FoundDate(Span(*match.span()), *_from_names(match, months, calendar)))
    kept: list[FoundDate] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def prefers_day_first(text: str, language: str) -> bool:
    """Whether this text writes the day before the month, judged by its named months ("Oct. 12", "12 October")."""
    digits = ascii_digits(text)
    month_behind, month_before = _orders(language)
    before = after = 0
    for number in _DAY_NUMBER.finditer(digits):
        before += month_behind.match(digits, number.end()) is not None
        after += month_before.search(digits, max(0, number.start() - _MONTH_LENGTH), number.start()) is not None
    return load(language).calendar.day_first if before == after else before > after


def ascii_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9; offsets stay."""
    others = {sign for sign in _ANY_DIGIT.findall(text) if not sign.isascii()}
    return respelled(text, {sign: str(unicodedata.decimal(sign)) for sign in others})


def _iso(match: re.Match[str]) -> date | None:
    return gregorian(int(match[1]), int(match[3]), int(match[4]))


def _numeric(match: re.Match[str], day_first: bool) -> date | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 100 else 0
    usual, other = gregorian(year, second, first), gregorian(year, first, second)
    return (usual or other) if day_first else (other or usual)


def _of_other_calendars(digits: str, calendar: Calendar) -> Iterator[FoundDate]:
    """1400/07/28 and 28/07/1400, where the language has a calendar in which that is a year of our time."""
    if not calendar.jalali_months and not calendar.hijri_months:
        return
    for pattern, order in ((_EASTERN_ISO, (1, 3, 4)), (_EASTERN, (4, 3, 1))):
        for match in pattern.finditer(digits):
            parts = tuple(int(match[group]) for group in order)
            jalali = from_jalali(*parts) if calendar.jalali_months and parts[0] < _LUNAR_YEARS else None
            yield FoundDate(Span(*match.span()), jalali, None if jalali else near_hijri(*parts))


def _from_names(match: re.Match[str], months: dict[str, int], calendar: str) -> tuple[date | None, date | None]:
    month = months[match["month"].casefold()]
    year, day = int(match["year"]), int(match["day"])
    if calendar == _HIJRI:
        return None, near_hijri(year, month, day)
    return (from_jalali if calendar == _JALALI else gregorian)(year, month, day), None


def _months(calendar: Calendar) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    return (
        (_GREGORIAN, calendar.months),
        (_JALALI, calendar.jalali_months),
        (_HIJRI, calendar.hijri_months),
    )


def _alternatives(months: tuple[tuple[str, ...], ...]) -> str:
    names = sorted({form for forms in months for form in forms}, key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


@cache
def _named(language: str) -> tuple[tuple[re.Pattern[str], dict[str, int], str], ...]:
    """Patterns of dates with a month's name: day first, then month first, for each calendar of the language.

    Months of related languages are tried too, because a short text may be taken for one of these, and English
    ones, because many pages carry the dates of an English template.
    """
    patterns = []
    for code in dict.fromkeys((language, *load(language).related, "en")):
        for calendar, months in _months(load(code).calendar):
            if not months:
                continue
            numbers = {form.casefold(): n for n, forms in enumerate(months, 1) for form in forms}
            # "يناير/كانون الثاني": a month by the names that two regions give it.
            name = rf"(?P<month>{_alternatives(months)})\b\.?(?:\s?/\s?(?:{_alternatives(months)})\b)?"
            day, year = rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}", r"(?P<year>1[2-9]\d\d|20\d\d)(?!\d)"
            for source in (rf"{day}{_LINK}{name}{_LINK}{year}", rf"(?<!\w){name}\s+{day}[,،]?\s+{year}"):
                patterns.append((re.compile(source, re.IGNORECASE), numbers, calendar))
    return tuple(patterns)


@cache
def _orders(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind the number of a day, or before it, where it has a month beside it."""
    names = _alternatives(load(language).calendar.months) or "(?!)"
    return (
        re.compile(rf"{_ORDINAL}\s+(?:{names})\b", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{names})\b\.?\s+$", re.IGNORECASE),
    )
