"""The days that a text names, in full or by what its reader knows: "on Tuesday", "kemarin", "9 juin", "2 дня назад"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from articles.languages.loading import load
from articles.records import Span
from articles.text.calendars import from_jalali, gregorian, near_hijri
from articles.text.dates import prefers_day_first
from articles.text.day_lexicon import CORES, GREGORIAN, HIJRI, JALALI
from articles.text.day_words import Piece, pieces

_LEADING = frozenset({"day_words", "day_articles", "parts", "last", "next"})
_TRAILING = frozenset({"day_words_after", "parts", "last", "next"})
_SPACE = re.compile(r"[^\S\n]{1,2}|['’-]")
_DATES = frozenset({"date", "figures"})
_BEHIND_COMMA = {
    "weekday": _DATES | {"day_articles"},
    "parts": _DATES,
    "last": _DATES,
    "relative": _DATES | {"weekday"},
    "day_words_after": _DATES,
    "date": frozenset({"figures"}),
}
_BACK = {"same_day": 0, "day_before": 1, "day_after": -1}
_LONGEST_GAP = 16
_COMMA = re.compile(r"[,،] ?| ?\(|[,،] ?\(")
_DOT = re.compile(r"\. ?")
_OTHER_CALENDAR = re.compile(r"[^\n.!?]{1,16}")
_WEEK = 7
_FAR = 60
_MOST = timedelta(days=250)


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day where the text names it. What is not known is None; `span` has all words that belong to it."""

    span: Span
    weekday: int | None = None
    day: date | None = None
    passed: bool = True
    """Whether it can be a day on which something was said: none to come, and no bound like "until Friday"."""
    back: int | None = None
    """For "the same day" 0, "a day earlier" 1, "the next day" -1: days before the one the text told of last."""
    before: bool = False
    """Whether it only says that something was earlier, and not when."""
    reader: bool = False
    """Whether only the day of publication tells it, and it may mean no day at all: "today"."""


@dataclass(slots=True)
class _Group:
    """Pieces that stand together and tell one day."""

    pieces: list[Piece] = field(default_factory=list)
    cores: dict[str, Piece] = field(default_factory=dict)

    def has(self, kind: str) -> bool:
        return any(piece.kind == kind for piece in self.pieces)


@lru_cache(maxsize=2)
def find_days(text: str, language: str, published: date | None) -> tuple[FoundDay, ...]:
    """Every day that the text names, in its order. `published` is what "yesterday" and a bare weekday count from.

    A weekday is the latest one up to the day of publication, a date without a year the one nearest to it.
    """
    reader = _Reader(text, language, published)
    found = (reader.read(group, before, behind) for before, group, behind in _groups(text, language))
    return tuple(day for day in found if day is not None)


def _groups(text: str, language: str) -> Iterator[tuple[Piece | None, _Group, Piece | None]]:
    """The groups of the text that tell a day, each with the bounds that stand beside it."""
    group, before, last = _Group(), None, None
    for piece in pieces(text, language):
        joined = last is not None and _joined(text, last, piece, group)
        if piece.kind in ("bounds", "bounds_after"):
            if group.cores:
                yield before, group, piece if joined and piece.kind == "bounds_after" else None
            group, before, last = _Group(), piece if piece.kind == "bounds" else None, piece
            continue
        core = CORES.get(piece.kind)
        again = core is not None and core in group.cores and not _other_calendar(text, last, piece, group)
        if not joined or again:
            leading = _leading(group) if joined else []
            if group.cores:
                yield before, group, None
            group, before = _Group(leading), None
        group.pieces.append(piece)
        if core:
            group.cores.setdefault(core, piece)
        last = piece
    if group.cores:
        yield before, group, None


def _joined(text: str, last: Piece, piece: Piece, group: _Group) -> bool:
    gap = text[last.end : piece.start]
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return False
    if _SPACE.fullmatch(gap) or _other_calendar(text, last, piece, group):
        return True
    if last.short and _DOT.fullmatch(gap):
        return True
    return piece.kind in _BEHIND_COMMA.get(last.kind, ()) and _COMMA.fullmatch(gap) is not None


def _other_calendar(text: str, last: Piece | None, piece: Piece, group: _Group) -> bool:
    """Whether a date gives the day of the date before it in another calendar: ١٣ جمادى الآخرة الموافق ٤ ديسمبر."""
    told = group.cores.get("date")
    return (
        told is not None
        and last is not None
        and piece.kind == "date"
        and piece.calendar != told.calendar
        and _OTHER_CALENDAR.fullmatch(text[last.end : piece.start]) is not None
    )


def _leading(group: _Group) -> list[Piece]:
    """The pieces at the end of a group that lead in the next one; they leave the group."""
    at = len(group.pieces)
    while at > 0 and group.pieces[at - 1].kind in ("day_words", "day_articles"):
        at -= 1
    leading = group.pieces[at:]
    del group.pieces[at:]
    return leading


class _Reader:
    """Reads the groups of one text."""

    def __init__(self, text: str, language: str, published: date | None) -> None:
        self.text = text
        self.language = language
        self.published = published
        self.week_start = load(language).calendar.week_start

    @cached_property
    def day_first(self) -> bool:
        return prefers_day_first(self.text, self.language)

    def read(self, group: _Group, before: Piece | None, behind: Piece | None) -> FoundDay | None:
        """The day that a group tells, or None where it is none after all."""
        found = self._day(group)
        if found is None:
            return None
        weekday, day, passed = found
        anaphor = group.cores.get("anaphor")
        back = None if anaphor is None else _BACK[anaphor.kind]
        core = set(group.cores)
        return FoundDay(
            self._span(group),
            day.weekday() if day else weekday,
            day,
            passed and before is None and behind is None,
            back,
            before=core == {"earlier"},
            reader=core <= {"relative", "earlier"} and group.cores.get("relative", Piece("", 0, 0)).value == 0,
        )

    def _span(self, group: _Group) -> Span:
        """From the first to the last piece that belongs to the day, with a bracket that it opens."""
        first = next(at for at, piece in enumerate(group.pieces) if piece.kind in CORES or piece.kind in _LEADING)
        last = max(
            at for at, piece in enumerate(group.pieces) if piece.kind in CORES or (piece.kind in _TRAILING and at)
        )
        start, end = group.pieces[first].start, group.pieces[last].end
        if "(" in self.text[start:end] and self.text[end : end + 1] == ")":
            end += 1
        return Span(start, end)

    def _day(self, group: _Group) -> tuple[int | None, date | None, bool] | None:
        """The weekday, the day, and whether it has passed."""
        cores = group.cores
        named = cores.get("weekday")
        if named and named.short and "date" not in cores:
            return None
        weekday = named.value if named else None
        dates = [piece for piece in group.pieces if piece.kind in ("date", "figures")]
        if dates:
            told = min(dates, key=lambda piece: (piece.calendar == HIJRI, piece.calendar != GREGORIAN))
            if told.kind == "figures" and not (told.year or len(cores) > 1 or self._in_brackets(told)):
                return None
            if (dated := self._dated(told, weekday)) or len(cores) == 1:
                return dated
        relative, weeks = cores.get("relative"), cores.get("weeks")
        if (relative and relative.value > 0) or (weeks and weeks.value > 0) or group.has("next"):
            return weekday, None, False
        if weekday is not None:
            return weekday, self._weekday(weekday, relative, weeks, group.has("last")), True
        return None, self._back(-relative.value) if relative else None, True

    def _in_brackets(self, piece: Piece) -> bool:
        """Whether figures are a date by their brackets: (9/6)."""
        beside = self.text[max(0, piece.start - 1) : piece.start] + self.text[piece.end : piece.end + 1]
        return beside == "()" and "/" in self.text[piece.start : piece.end]

    def _back(self, days: int) -> date | None:
        if self.published is None:
            return None
        try:
            return self.published - timedelta(days=days)
        except OverflowError:
            return None

    def _weekday(self, weekday: int, relative: Piece | None, weeks: Piece | None, last: bool) -> date | None:
        """The latest such day up to publication; "last" excludes today, "last week" counts by whole weeks."""
        if self.published is None:
            return None
        back = (self.published.weekday() - weekday) % _WEEK
        if weeks is not None:
            into = (self.published.weekday() - self.week_start) % _WEEK
            back = into - _WEEK * weeks.value - (weekday - self.week_start) % _WEEK
        elif back == 0 and (last or (relative is not None and relative.value < 0)):
            back = _WEEK
        return self._back(max(0, back))

    def _dated(self, told: Piece, weekday: int | None) -> tuple[int | None, date | None, bool] | None:
        """A date as a day: with its own year, else the year in which it lies nearest to publication."""
        orders = [(told.month, told.day)]
        if told.kind == "figures":
            swapped = (told.day, told.month)
            orders = [orders[0], swapped] if self.day_first else [swapped, orders[0]]
        make = _MAKERS[told.calendar]
        found = [day for order in orders if (day := self._nearest(told, make, *order, weekday))]
        if not found:
            return (weekday, None, True) if any(_possible(make, *order) for order in orders) else None
        day = min(found, key=lambda day: (weekday is not None and day.weekday() != weekday, self._odd(day)))
        if told.calendar == HIJRI:
            day = self._by_moon(day, weekday)
        return weekday, day, self.published is None or day <= self.published

    def _odd(self, day: date) -> bool:
        """Whether a day is so far from publication that figures are rather read in the other order."""
        return self.published is not None and not timedelta(0) <= self.published - day <= timedelta(days=_FAR)

    def _nearest(
        self, told: Piece, make: Callable[[int, int, int], date | None], month: int, number: int, weekday: int | None
    ) -> date | None:
        """The day in the year told, else in the year in which it lies nearest to publication."""
        if told.year or self.published is None:
            return make(told.year, month, number)
        published = self.published
        year = published.year - _AWAY[told.calendar](published)
        days = [day for near in (year, year - 1, year + 1) if (day := make(near, month, number))]
        fitting = [day for day in days if day.weekday() == weekday and abs(day - published) < _MOST] or days
        return min(fitting, key=lambda day: (abs(day - published), day > published), default=None)

    def _by_moon(self, day: date, weekday: int | None) -> date:
        """A lunar day, moved by up to two days to the weekday told, or by one to the day of publication."""
        near = [day.toordinal() + away for away in (0, -1, 1, -2, 2)]
        for one in near:
            if weekday is not None and 0 < one <= date.max.toordinal() and (one - 1) % _WEEK == weekday:
                return date.fromordinal(one)
        if weekday is None and self.published and abs(self.published - day) <= timedelta(days=1):
            return self.published
        return day


def _possible(make: Callable[[int, int, int], date | None], month: int, day: int) -> bool:
    """Whether some year has such a day."""
    return any(make(year, month, day) for year in (2000, 1399, 1445))


_MAKERS: dict[str, Callable[[int, int, int], date | None]] = {
    GREGORIAN: gregorian,
    JALALI: from_jalali,
    HIJRI: near_hijri,
}
_AWAY: dict[str, Callable[[date], int]] = {
    GREGORIAN: lambda published: 0,
    JALALI: lambda published: 621,
    HIJRI: lambda published: published.year - round((published.year - 622) * 365.2425 / 354.367),
}
"""How many years a calendar's count is behind the Gregorian one."""
