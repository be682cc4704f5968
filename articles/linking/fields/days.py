"""The day on which something was said, and the days, months and years that the words name, in any calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from articles.languages import load
from articles.linking.figures import figures
from articles.records import Circumstances, Conflict, StatementRecord
from articles.text.calendars import from_jalali, near_hijri
from articles.text.dated import Day
from articles.text.day_lexicon import GREGORIAN, HIJRI
from articles.text.day_words import Piece, pieces
from articles.text.terms import fold, words
from articles.text.vocabulary import Phrases, find, find_before, numbered

SINCE, UNTIL = "since", "until"
_ROLES = ("", SINCE, UNTIL)
_NEAR = 3
"""Words beside a day among which its bound stands."""
NO_YEAR = date(2025, 12, 31)
"""What a day counts from where no publication is known: in other years it is a day away at most."""
_BEHIND = 621
"""Years that the Solar Hijri calendar is behind the Gregorian one."""
_HIJRI_YEARS = range(1300, 1500)
"""Years that are of one of the calendars of the Hijra."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that the words name."""

    day: Day
    role: str = ""
    """SINCE or UNTIL where something holds from that day or up to it, else nothing."""

    @property
    def kind(self) -> tuple[bool, bool]:
        """What is told of it: two days of one kind can be held against each other."""
        return self.day.month is not None, self.day.day is not None


def day_conflicts(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """The day of the speech, or its weekday where one side gives no more; then the days that the words name."""
    one, two = a.circumstances, b.circumstances
    if one.said_on and two.said_on:
        differ = one.said_on != two.said_on
    else:
        weekdays = {each.said_on.weekday() if each.said_on else each.weekday for each in (one, two)}
        differ = None not in weekdays and len(weekdays) > 1
    if differ:
        yield Conflict("date", _said_when(one), _said_when(two))
    published = a.published or b.published
    in_a, in_b = (named_days(each.text, each.language, each.published or published) for each in (a, b))
    yield from _named_days(in_a, in_b)
    yield from _years(a, b)


def _said_when(told: Circumstances) -> str:
    """The article's words and the ISO date that they mean, as far as either is known."""
    said_on = told.said_on.isoformat() if told.said_on else ""
    return f"{told.said_when} ({said_on})" if told.said_when and said_on else told.said_when or said_on


def _named_days(in_a: Sequence[NamedDay], in_b: Sequence[NamedDay]) -> Iterator[Conflict]:
    """Days that only one side names and that tell the same, where both sides have as many: of two it cannot be told
    which is meant by the other's one. First those from which or up to which something holds, then the others."""
    only_a = [one for one in in_a if not any(one.day.agrees(other.day) for other in in_b)]
    only_b = [one for one in in_b if not any(one.day.agrees(other.day) for other in in_a)]
    for kind in dict.fromkeys(one.kind for one in only_a):
        for role in (SINCE, UNTIL, ""):
            ours = [one for one in only_a if one.kind == kind and role in (one.role, "")]
            theirs = [one for one in only_b if one.kind == kind and role in (one.role, "")]
            if len(ours) == len(theirs) and all(map(_may_tell_the_same, ours, theirs)):
                only_a = [one for one in only_a if one not in ours]
                only_b = [one for one in only_b if one not in theirs]
                yield from (
                    Conflict("date", one.day.words, other.day.words) for one, other in zip(ours, theirs, strict=True)
                )


def _may_tell_the_same(one: NamedDay, other: NamedDay) -> bool:
    return one.role == other.role or not (one.role and other.role)


@lru_cache(maxsize=50_000)
def named_days(text: str, language: str, published: date | None) -> tuple[NamedDay, ...]:
    """The days that a text names, as Gregorian ones; a day whose year is not said lies near to `published`."""
    found = list(figures(text, language).days)
    for piece in pieces(text, language):
        beside = [day for day in found if piece.start < day.start + len(day.words) and day.start < piece.end]
        if piece.kind != "date" or any(day.day for day in beside):
            continue
        # What is a day with its month, seen from the month alone.
        found = [day for day in found if day not in beside]
        if day := _gregorian(piece, text[piece.start : piece.end], published or NO_YEAR):
            found.append(day)
    return tuple(NamedDay(day, _role(day, text, language)) for day in sorted(found, key=lambda day: day.start))


def _gregorian(piece: Piece, named: str, published: date) -> Day | None:
    """A day of any calendar; None for one that cannot be told, as the moon's without a year."""
    if piece.calendar == GREGORIAN:
        return Day(piece.day, piece.month, None, named, piece.year or None, piece.start)
    if piece.calendar == HIJRI:
        told = near_hijri(piece.year, piece.month, piece.day) if piece.year else None
    else:
        year = published.year - _BEHIND
        years = (piece.year,) if piece.year else (year - 1, year, year + 1)
        days = [day for one in years if (day := from_jalali(one, piece.month, piece.day))]
        told = min(days, key=lambda day: abs(day - published), default=None)
    return Day(told.day, told.month, None, named, told.year if piece.year else None, piece.start) if told else None


def _role(day: Day, text: str, language: str) -> str:
    """Whether something holds from a day or up to it, by the words beside it; a word or two may stand between."""
    before = [fold(word.text) for word in words(text[: day.start])]
    behind = [fold(word.text) for word in words(text[day.start + len(day.words) :])]
    leading, following = _bounds(language)
    for back in range(min(_NEAR, len(before))):
        if role := find_before(leading, before, len(before) - back)[0]:
            return _ROLES[role]
    for at in range(min(_NEAR, len(behind))):
        if role := find(following, behind, at)[0]:
            return _ROLES[role]
    return ""


@cache
def _bounds(language: str) -> tuple[Phrases, Phrases]:
    calendar = load(language).calendar
    return numbered((calendar.since, calendar.until), 1), numbered((calendar.since_after, calendar.until_after), 1)


def _years(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """A year that stands alone, where each side names one."""
    in_a, in_b = figures(a.text, a.language).years, figures(b.text, b.language).years
    if len(in_a) == len(in_b) == 1 and not set(_as_gregorian(in_a[0])) & set(_as_gregorian(in_b[0])):
        yield Conflict("date", str(in_a[0]), str(in_b[0]))


def _as_gregorian(year: int) -> tuple[int, ...]:
    """The Gregorian years that a year may lie in, by the sun or the moon."""
    if year not in _HIJRI_YEARS:
        return (year,)
    by_moon = near_hijri(year, 1, 1)
    moon = (by_moon.year, by_moon.year + 1) if by_moon else ()
    return (year + _BEHIND, year + _BEHIND + 1, *moon)
