"""The dates that a statement names, in a form in which reports of different languages can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from articles.languages import load
from articles.linking.phrases import find, numbered
from articles.text.terms import Word

_BETWEEN = re.compile(r"\s?[/.-]\s?")
_DAY = re.compile(r"[0-9]{1,2}(?![0-9.])")


@dataclass(frozen=True, slots=True)
class Day:
    """A date named in a statement; what is not said is None."""

    day: int | None = None
    month: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    words: str = ""
    """As written."""

    def agrees(self, other: Day) -> bool:
        """Whether both can be one day: nothing that both say differs, and they say something in common."""
        said = [(self.day, other.day), (self.month, other.month), (self.weekday, other.weekday)]
        both = [(one, two) for one, two in said if one is not None and two is not None]
        return bool(both) and all(one == two for one, two in both)

    def comparable(self, other: Day) -> bool:
        """Whether the two say the same kind of thing: a day of a month, or a day of the week."""
        return (self.month is None) == (other.month is None)


def days(text: str, found: Sequence[Word], folded: Sequence[str], language: str) -> tuple[list[Day], set[int]]:
    """The dates that a text names, and which of its words they take up. `found` are its words, `folded` the same."""
    taken: set[int] = set()
    named = [*_numeric(text, found, folded, taken), *_worded(text, found, folded, language, taken)]
    return named, taken


def _numeric(text: str, found: Sequence[Word], folded: Sequence[str], taken: set[int]) -> Iterator[Day]:
    """19/10/2021 and, in brackets, (19/10): a part that can be no month is the day, else the first is."""
    for at, word in enumerate(found):
        last = at
        while last < at + 2 and _continues(text, found, folded, last):
            last += 1
        bracketed = text[: word.start].endswith("(") and text[found[last].end :].startswith(")")
        if at in taken or not folded[at].isdecimal() or last - at < (1 if bracketed else 2):
            continue
        day, month = int(folded[at]), int(folded[at + 1])
        day, month = (month, day) if month > 12 else (day, month)
        if 1 <= day <= 31 and 1 <= month <= 12:
            taken.update(range(at, last + 1))
            yield Day(day=day, month=month, words=text[word.start : found[last].end])


def _continues(text: str, found: Sequence[Word], folded: Sequence[str], at: int) -> bool:
    return (
        at + 1 < len(found)
        and folded[at + 1].isdecimal()
        and _BETWEEN.fullmatch(text[found[at].end : found[at + 1].start]) is not None
    )


def _worded(text: str, found: Sequence[Word], folded: Sequence[str], language: str, taken: set[int]) -> Iterator[Day]:
    calendar = load(language).calendar
    months, weekdays, usual = _names(language)
    for at, word in enumerate(found):
        month, size = find(months, folded, at)
        end = at + size
        if at in taken:
            continue
        if month is not None:
            # A short word may part day and month: "1 de julio".
            places = (at - 1, end, at - 2) if calendar.day_first else (end, at - 1, at - 2)
            beside = next((near for near in places if near not in taken and _day(folded, near)), None)
            if beside is None and word.text not in usual:
                continue
            days_words = {*range(at, end), at if beside is None else beside}
            taken.update(days_words, (near for near in (end, end + 1) if _is_year(folded, near)))
            day = None if beside is None else _day(folded, beside)
            yield Day(day=day, month=month, words=text[found[min(days_words)].start : found[max(days_words)].end])
            continue
        weekday, size = find(weekdays, folded, at)
        if weekday is not None and (word.text in usual or size > 1):
            taken.update(range(at, at + size))
            yield Day(weekday=weekday, words=text[word.start : found[at + size - 1].end])


def _day(folded: Sequence[str], at: int) -> int | None:
    """The leading figure of "1er", "12th", "31"; None where there is none that a month has."""
    digits = _DAY.match(folded[at]) if 0 <= at < len(folded) else None
    return int(digits[0]) if digits and 1 <= int(digits[0]) <= 31 else None


def _is_year(folded: Sequence[str], at: int) -> bool:
    return at < len(folded) and len(folded[at]) == 4 and folded[at].isdecimal()


@cache
def _names(language: str) -> tuple[dict[tuple[str, ...], int], dict[tuple[str, ...], int], frozenset[str]]:
    """Months, weekdays, and the usual forms of both as written: only these are dates without a day beside them."""
    calendar = load(language).calendar
    usual = frozenset(forms[0] for forms in (*calendar.months, *calendar.weekdays))
    return numbered(calendar.months, 1), numbered(calendar.weekdays), usual
