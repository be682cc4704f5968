"""The days, months and years that a text names, as the days of the calendar that they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from articles.records import NamedDate
from articles.text.calendars import from_jalali
from articles.text.dated import Day
from articles.text.numbers import Number
from articles.text.terms import Word
from articles.text.told_days import FoundDay

_BESIDE = re.compile(r"[\s,،(]{0,3}")
_NEAR_YEARS = (-1, 0, 1)
_HIJRI = range(1300, 1500)


def named_dates(
    text: str,
    published: date | None,
    told: Iterable[FoundDay],
    days: Iterable[Day],
    years: Iterable[Number],
    found: Sequence[Word],
    jalali: bool = False,
) -> tuple[NamedDate, ...]:
    """The dates in the order of the text. What `published` would have to tell is left out where it is None.

    `told` are its days, `days` what its words name of days and months, `years` its years, `found` its words; `jalali`
    tells whether years of the Solar Hijri calendar may be among them. A month without a year is the one nearest to
    publication.
    """
    dates: list[NamedDate] = []
    for one in told:
        if one.day and not one.reader:
            dates.append(NamedDate(one.span.start, one.span.end, one.span.of(text), one.day, one.day))
    for first, last, start, words in _months(days, published):
        dates.append(NamedDate(start, start + len(words), words, first, last))
    for number in years:
        start, end = found[number.first].start, found[number.end - 1].end
        if spans := _year(int(number.value), jalali):
            dates.append(NamedDate(start, end, text[start:end], *spans))
    return tuple(_apart(text, sorted(dates, key=lambda one: (one.start, -one.end))))


def within(dates: Sequence[NamedDate], start: int, end: int) -> tuple[NamedDate, ...]:
    """Those of the dates that lie inside text[start:end]."""
    first = bisect_left(dates, start, key=lambda one: one.start)
    last = bisect_left(dates, end, key=lambda one: one.start)
    return tuple(one for one in dates[first:last] if one.end <= end)


def passed(dates: tuple[NamedDate, ...], published: date) -> tuple[NamedDate, ...]:
    """The dates of an act that has passed: a month to come, beside no other day to come, is the one a year before."""
    to_come = [one for one in dates if one.first > published]
    if len(to_come) != 1 or to_come[0].first == to_come[0].last or any(map(str.isdecimal, to_come[0].text)):
        return dates
    (one,) = to_come
    span = _span(one.first.year - 1, one.first.month)
    earlier = replace(one, first=span[0], last=span[1]) if span else one
    return tuple(earlier if each is one else each for each in dates)


def _months(days: Iterable[Day], published: date | None) -> Iterator[tuple[date, date, int, str]]:
    for one in days:
        if one.month is None or one.day is not None:
            continue
        near = [one.year] if one.year else [published.year + away for away in _NEAR_YEARS] if published else []
        spans = [span for year in near if year and (span := _span(year, one.month))]
        if spans:
            first, last = min(spans, key=lambda span: abs(span[0] - published) if published else timedelta(0))
            yield first, last, one.start, one.words


def _span(year: int, month: int) -> tuple[date, date] | None:
    try:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None


def _year(year: int, jalali: bool) -> tuple[date, date] | None:
    """A year as its first and last day; a number that is more likely one of a Hijri calendar is that or nothing."""
    if year in _HIJRI:
        if not jalali:
            return None
        first, following = from_jalali(year, 1, 1), from_jalali(year + 1, 1, 1)
        return (first, following - timedelta(days=1)) if first and following else None
    return date(year, 1, 1), date(year, 12, 31)


def _apart(text: str, dates: Iterable[NamedDate]) -> Iterator[NamedDate]:
    """Of dates that overlap the first, and of two that stand together and tell the same day, one with both's words."""
    last: NamedDate | None = None
    for one in dates:
        if last is None:
            last = one
        elif one.start < last.end:
            continue
        elif _BESIDE.fullmatch(text, last.end, one.start) and last.first <= one.last and one.first <= last.last:
            first, end = max(last.first, one.first), min(last.last, one.last)
            last = NamedDate(last.start, one.end, text[last.start : one.end], first, end)
        else:
            yield last
            last = one
    if last is not None:
        yield last
