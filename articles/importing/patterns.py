"""The patterns of recipes: literal text around named places. Nobody writes a regular expression; they are made here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from articles.languages import load
from articles.languages.calendar import Calendar
from articles.records import FIGURE
from articles.text.calendars import from_jalali, gregorian
from articles.text.dates import ascii_digits

LONGEST_LINE = 1000
"""Characters of a line in which a pattern is looked for."""
DAY_PLACES = ("{day}", "{month}", "{year}")
_PLACE = re.compile(r"\{(title|author|day|month|year|weekday)\}|#")
_GREGORIAN, _JALALI, _HIJRI = "gregorian", "jalali", "hijri"


def title_in(pattern: str, lines: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    """Every title that the pattern finds, and in which of the lines; lines of the pattern are lines in a row."""
    if pattern.count("{title}") != 1:
        return
    wanted = [_compiled(line, language) for line in pattern.split("\n")]
    middle = pattern.partition("{title}")[0].count("\n")
    for first in range(len(lines) - len(wanted) + 1):
        found = [_whole(one, lines[first + n]) for n, one in enumerate(wanted)]
        title = found[middle]
        if title and all(found):
            words = lines[first + middle][slice(*title.span("title"))]
            yield first + middle, " ".join(words.split())


def day_in(pattern: str, line: str, language: str) -> date | None:
    """The first day that stands in the line as the pattern says."""
    if len(line) > LONGEST_LINE or any(pattern.count(place) != 1 for place in DAY_PLACES):
        return None
    matches = _compiled(pattern, language).finditer(ascii_digits(line))
    return next((day for match in matches if (day := _day(match, language))), None)


def generalised(text: str) -> str:
    """Literal text of a pattern: a # for each figure."""
    return _FIGURES.sub("#", text)


def month_names(language: str) -> re.Pattern[str]:
    """The names of months in this language and those whose dates its pages carry as well."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(_months(language))})(?!\w)\.?", re.IGNORECASE)


def weekday_names(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(_weekdays(language))})(?!\w)", re.IGNORECASE)


_FIGURES = re.compile(FIGURE)


def _whole(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    return pattern.fullmatch(ascii_digits(line)) if len(line) <= LONGEST_LINE else None


@lru_cache(maxsize=2000)
def _compiled(pattern: str, language: str) -> re.Pattern[str]:
    """A pattern's line as a regular expression; any white space stands for any other, and case does not count."""
    source, position, named = "", 0, set()
    for place in _PLACE.finditer(pattern):
        source += _literal(pattern[position : place.start()])
        position = place.end()
        again = place[1] in named
        named.add(place[1])
        source += re.escape(place[0]) if again and place[1] else _place(place[1], language)
    source += _literal(pattern[position:])
    return re.compile(rf"(?<!\w){source}(?!\w)", re.IGNORECASE)


def _literal(text: str) -> str:
    return "".join(r"\s+" if piece.isspace() else re.escape(piece) for piece in re.split(r"(\s+)", text) if piece)


def _place(name: str | None, language: str) -> str:
    if name == "day":
        return r"(?<!\d)(?P<day>\d{1,2})(?:[^\W\d_]{1,2}\b)?[°º]?"
    if name == "month":
        return rf"(?P<month>\d{{1,2}}(?!\d)|{_alternatives(_months(language))})\.?"
    if name == "year":
        return r"(?P<year>\d{4}|\d{2})(?!\d)"
    if name == "weekday":
        return rf"(?:{_alternatives(_weekdays(language))})\.?"
    return rf"(?P<{name}>\S(?:.*?\S)??)" if name else FIGURE


def _day(match: re.Match[str], language: str) -> date | None:
    year, day, named = int(match["year"]), int(match["day"]), match["month"]
    year += 2000 if year < 100 else 0
    if named.isdigit():
        if year > 1500:
            return gregorian(year, int(named), day)
        return from_jalali(year, int(named), day) if load(language).calendar.jalali_months else None
    calendar, month = _months(language).get(named.casefold(), (_HIJRI, 0))
    if calendar == _HIJRI:
        # Which day it is depends on who saw the moon.
        return None
    return from_jalali(year, month, day) if calendar == _JALALI else gregorian(year, month, day)


def _calendars(language: str) -> Iterator[Calendar]:
    for code in dict.fromkeys((language, *load(language).related, "en")):
        yield load(code).calendar


@cache
def _months(language: str) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for calendar in _calendars(language):
        kinds = ((_GREGORIAN, calendar.months), (_JALALI, calendar.jalali_months), (_HIJRI, calendar.hijri_months))
        for kind, months in kinds:
            for number, forms in enumerate(months, 1):
                for form in forms:
                    found.setdefault(form.casefold(), (kind, number))
    return found


@cache
def _weekdays(language: str) -> tuple[str, ...]:
    return tuple(
        {form.casefold() for calendar in _calendars(language) for forms in calendar.weekdays for form in forms}
    )


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) or "(?!)"
