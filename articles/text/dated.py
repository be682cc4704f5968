"""The dates that a text names, in a form in which reports of different languages can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from articles.languages import load
from articles.text.terms import Word, fold
from articles.text.vocabulary import Phrases, find, numbered

_BETWEEN = re.compile(r"\s?[/.-]\s?")
_DAY = re.compile(r"[0-9]{1,2}(?![0-9.])")


@dataclass(frozen=True, slots=True)
class Day:
    """A date named in a text; what is not said is None."""

    day: int | None = None
    month: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    words: str = ""
    """As written."""
    year: int | None = None
    start: int = 0
    """Where `words` stand in the text."""

    def agrees(self, other: Day) -> bool:
        """Whether both can be one day: nothing that both say differs, and they say something in common."""
        said = [(self.day, other.day), (self.month, other.month), (self.weekday, other.weekday)]
        both = [(one, two) for one, two in said if one is not None and two is not None]
        years = not (self.year and other.year) or self.year == other.year
        return bool(both) and years and all(one == two for one, two in both)

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
        if at in taken or not folded[at].isdecimal():
            continue
        last = at
        while last < at + 2 and _continues(text, found, folded, last):
            last += 1
        bracketed = text.endswith("(", 0, word.start) and text.startswith(")", found[last].end)
        if last - at < (1 if bracketed else 2):
            continue
        day, month = int(folded[at]), int(folded[at + 1])
        day, month = (month, day) if month > 12 else (day, month)
        if 1 <= day <= 31 and 1 <= month <= 12:
            taken.update(range(at, last + 1))
            year = int(folded[last]) if last - at == 2 else None
            year = year + 2000 if year is not None and year < 100 else year
            yield Day(day, month, None, text[word.start : found[last].end], year, word.start)


def _continues(text: str, found: Sequence[Word], folded: Sequence[str], at: int) -> bool:
    return (
        at + 1 < len(found)
        and folded[at + 1].isdecimal()
        and _BETWEEN.fullmatch(text[found[at].end : found[at + 1].start]) is not None
    )


def _worded(text: str, found: Sequence[Word], folded: Sequence[str], language: str, taken: set[int]) -> Iterator[Day]:
    calendar = load(language).calendar
    months, weekdays, usual, first = _names(language)
    joiners = frozenset(map(fold, calendar.joiners))
    for at, word in enumerate(found):
        if at in taken or folded[at] not in first:
            continue
        month, size = find(months, folded, at)
        end = at + size
        if month is not None:
            # A word may part day and month: "1 de julio".
            parted = (at - 2,) if at > 1 and folded[at - 1] in joiners else ()
            places = (at - 1, end, *parted) if calendar.day_first else (end, at - 1, *parted)
            beside = next((near for near in places if near not in taken and _day(folded, near)), None)
            if beside is None and word.text not in usual and not _beside(_month_words(language), folded, at, end):
                continue
            days_words = {*range(at, end), at if beside is None else beside}
            year = next((near for near in (end, end + 1) if _is_year(found, near)), None)
            taken.update(days_words, () if year is None else (year,))
            day = None if beside is None else _day(folded, beside)
            start, stop = found[min(days_words)].start, found[max(days_words)].end
            yield Day(day, month, None, text[start:stop], None if year is None else int(folded[year]), start)
            continue
        weekday, size = find(weekdays, folded, at)
        if weekday is not None and (
            word.text in usual or size > 1 or _beside(_day_words(language), folded, at, at + 1)
        ):
            taken.update(range(at, at + size))
            yield Day(weekday=weekday, words=text[word.start : found[at + size - 1].end], start=word.start)


def _beside(called: tuple[str, ...], folded: Sequence[str], at: int, end: int) -> bool:
    """Whether a word for "day" or "month" makes a name of a small word: "hari minggu", "salı günü", "ekim ayında"."""
    before, behind = folded[max(0, at - 1) : at], folded[end : end + 1]
    return any(word in called for word in before) or any(word.startswith(called) for word in behind)


def _day(folded: Sequence[str], at: int) -> int | None:
    """The leading figure of "1er", "12th", "31"; None where there is none that a month has."""
    digits = _DAY.match(folded[at]) if 0 <= at < len(folded) else None
    return int(digits[0]) if digits and 1 <= int(digits[0]) <= 31 else None


def _is_year(found: Sequence[Word], at: int) -> bool:
    """Whether a word is four digits; 1.240 is none."""
    return at < len(found) and len(found[at].text) == 4 and found[at].text.isdecimal()


@cache
def _day_words(language: str) -> tuple[str, ...]:
    """The words for a day; nothing in a language where none stands beside a weekday."""
    calendar, days = load(language).calendar, load(language).numbers.units.get("d", ())
    beside = {fold(word) for word in (*calendar.day_words, *calendar.day_words_after)}
    return tuple(fold(day) for day in days if fold(day) in beside)


@cache
def _month_words(language: str) -> tuple[str, ...]:
    """The words for a month that may stand right beside its name."""
    calendar, months = load(language).calendar, load(language).numbers.units.get("mo", ())
    shortest = min(months, key=len, default="")
    joined = frozenset(map(fold, calendar.joiners))
    return (fold(shortest),) if shortest and (fold(shortest) in joined or calendar.until_after) else ()


@cache
def _names(language: str) -> tuple[Phrases, Phrases, frozenset[str], frozenset[str]]:
    """Months, weekdays, the usual forms of both as written (only these are dates without a day beside them), and the
    first words of all."""
    calendar = load(language).calendar
    usual = frozenset(forms[0] for forms in (*calendar.months, *calendar.weekdays))
    # Where months are written small, their other forms are longer than what shortens them: "марте", "мар".
    usual |= {form for forms in calendar.months for form in forms if forms[0].islower() and len(form) >= len(forms[0])}
    months, weekdays = numbered(calendar.months, 1), numbered(calendar.weekdays)
    return months, weekdays, usual, frozenset(one[0] for one in (*months, *weekdays))
