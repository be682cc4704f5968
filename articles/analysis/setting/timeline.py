"""The days that an article names outside of what people say, and which of them can be the day of an act of speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from articles.analysis.reading.frame import Frame, words_of
from articles.analysis.setting.clauses import Clauses
from articles.analysis.speech.draft import Draft
from articles.records import Span
from articles.text.told_days import FoundDay, find_days

_RECENT = timedelta(days=8)
"""How old a day may be that an article is about; an older one is a background."""
_FRESH = timedelta(days=2)
"""The same of a day on which nobody is told to have spoken."""
_LEAD_PARAGRAPHS = 3
_LONGEST_LEAD = 1500
"""Signs of a paragraph that are looked at."""
_BESIDE = 30
"""Signs between a cue and a time that is no day."""
_DATELINE = 5
"""Words before the day of a dateline, at most."""
_MANY = 8
"""Days before or behind a cue that are looked at, at most."""
_LABEL = re.compile(r"[^\w\n]*(?:\w[^:\n]{0,30}:)?\s*")
_CLOCK = re.compile(r"[\s,|·–—-]*\d{1,2}[:.h]\d\d\b|\s*(?:[|·]|$)", re.MULTILINE)
_REPORT = re.compile(r"[^\w\n]*(?:\([^()\n]{1,30}\))?\s*(?:[./:]|[–—-]{1,2}\s)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day told outside of quotes. `weekday` and `day` are None for a time that is no day: "last month"."""

    span: Span
    weekday: int | None
    day: date | None
    spoken: bool = False
    """Whether its clause tells of an act or an occasion of speech."""
    kinds: frozenset[str] = frozenset()
    """The kinds of occasion that its sentence names."""
    written: bool = False
    """Whether it is only the day of the dateline, on which the report was written."""


class Timeline:
    """The days of one article, looked up for its quotes."""

    def __init__(self, frame: Frame, drafts: Sequence[Draft], published: date | None) -> None:
        self.frame = frame
        self.published = published
        self.clauses = Clauses(frame, frozenset(draft.cue.first for draft in drafts if draft.cue))
        self._told: dict[int, Day] = {}
        spoken = [part for draft in drafts for part in draft.parts]
        taken = sorted([*spoken, *(passage.outer for passage in frame.passages)])
        self.days = tuple(day for day in _outside(self._found(), taken) if not self._is_stamp(day))
        self.starts = tuple(day.span.start for day in self.days)
        self.quotes = tuple(sorted(draft.outer.start for draft in drafts))

    def inside(self, start: int, end: int) -> tuple[FoundDay, ...]:
        return self.days[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _near(self, start: int, end: int, cue: int) -> tuple[FoundDay, ...]:
        """The days inside a stretch, the nearest of many to a cue."""
        at = bisect_left(self.starts, cue)
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.days[max(first, at - _MANY) : min(last, at + _MANY)]

    def _found(self) -> tuple[FoundDay, ...]:
        """Every day of the text; where it has a dateline, "today" is the day of that."""
        text, code = self.frame.text, self.frame.language.code
        found = find_days(text, code, self.published)
        written = next((day.day for day in found[:1] if self._is_dateline(day)), None)
        if self.published and written and written < self.published and self.published - written <= _RECENT:
            return (found[0], *(day for day in find_days(text, code, written) if day.span.start > found[0].span.start))
        return found

    def words(self) -> frozenset[int]:
        """The words that tell a day, by index."""
        return frozenset(index for day in self.days for index in self.frame.indexes(day.span.start, day.span.end))

    def own(self, draft: Draft) -> FoundDay | None:
        """The day that the sentence of a quote tells: the one nearest to its cue."""
        first = self.frame.sentence_at(draft.outer.start)
        last = self.frame.sentence_at(max(draft.outer.start, draft.outer.end - 1))
        start, end = min(first.start, draft.stretch.start), max(last.end, draft.stretch.end)
        cue = draft.cue.start if draft.cue else draft.outer.start
        best: tuple[tuple[bool, bool, bool, int], FoundDay] | None = None
        for day in self._near(start, end, cue):
            if not day.passed or self.clauses.is_relayed(day.span) or self.clauses.is_aside(day.span, start, cue):
                continue
            near = not self.clauses.are_parted(day.span, cue)
            credited = draft.stretch.start <= day.span.start < draft.stretch.end
            if _no_day(day) and not (near and draft.cue and _distance(day, cue) <= _BESIDE):
                continue
            if not (near or credited):
                continue
            rank = (not _no_day(day), near, credited, -_distance(day, cue))
            if best is None or rank > best[0]:
                best = rank, day
        return best[1] if best else None

    def narrated(self, draft: Draft, last: Day | None) -> Day | None:
        """The day that the sentences right before a quote tell, in its paragraph or since the last quote."""
        sentence = self.frame.sentence_at(draft.outer.start)
        index = bisect_left(self.quotes, draft.outer.start)
        previous = self.quotes[index - 1] if index else 0
        start = max(self.frame.sentence_at(previous).end if index else 0, self._before(sentence.start))
        for day in reversed(self.inside(start, sentence.start)):
            if self._able(day) and not self._is_aside(day):
                told = self.resolved(day, last)
                if told.weekday is not None and (told.spoken or self._is_scene(told, draft, last)):
                    return told
        return None

    def paragraph(self, draft: Draft) -> Span:
        return self.frame.paragraph_at(draft.outer.start)

    def beside(self, day: Day, draft: Draft) -> bool:
        """Whether a day is told in the paragraph of a quote."""
        return self.frame.paragraph_at(day.span.start) == self.paragraph(draft)

    def _is_scene(self, day: Day, draft: Draft, last: Day | None) -> bool:
        """Whether what is told of a day right before a quote is what its speaker did, or goes on from a day."""
        if not (self.beside(day, draft) and self._is_fresh(day)):
            return False
        name = {word.folded for word in words_of(draft.speaker.name or "")} if draft.speaker else set()
        sentence = self.clauses.sentence(day.span)
        named = any(word.folded in name for word in self.frame.words_in(sentence.start, sentence.end))
        return named or bool(last and last.day and day.day and last.day < day.day)

    def lead(self) -> Day | None:
        """The day that the article is about, by its first paragraphs; else by its dateline.

        A paragraph behind the first tells it only outside of sentences with quotes, whose days are their own.
        """
        dateline: Day | None = None
        for number, paragraph in enumerate(self.frame.paragraphs[:_LEAD_PARAGRAPHS]):
            able: list[tuple[tuple[bool, bool, date], Day]] = []
            for day in self.inside(paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LEAD)):
                if not self._able(day) or (day.weekday is None and day.day is None):
                    continue
                if number == 0 and self._is_dateline(day):
                    dateline = dateline or replace(self._day(day), written=True)
                elif (number == 0 or not self._quoting(self._sentence(day))) and not self._is_aside(day):
                    told = self._day(day)
                    if self._is_fresh(told):
                        able.append(((told.spoken, not day.reader, day.day or date.min), told))
            if able:
                return max(able, key=lambda one: one[0])[1]
        return dateline

    def _is_aside(self, day: FoundDay) -> bool:
        return self.clauses.is_aside(day.span, self._sentence(day).start, -1)

    def _quoting(self, sentence: Span) -> bool:
        return bisect_left(self.quotes, sentence.start) < bisect_left(self.quotes, sentence.end)

    def _before(self, offset: int) -> int:
        """The start of the paragraph that ends before this offset, or in which it lies."""
        return self.frame.paragraph_at(max(0, self.frame.paragraph_at(offset).start - 1)).start

    def _day(self, found: FoundDay) -> Day:
        if found.span.start not in self._told:
            self._told[found.span.start] = self._read(found)
        return self._told[found.span.start]

    def _read(self, found: FoundDay) -> Day:
        kinds = self.clauses.kinds(self._sentence(found))
        return Day(found.span, found.weekday, found.day, self.clauses.tells_of_speech(found.span), kinds)

    def _sentence(self, day: FoundDay) -> Span:
        return self.frame.sentence_at(day.span.start)

    def resolved(self, found: FoundDay, last: Day | None) -> Day:
        """A day as it is told; "the same day" or "a day earlier" count from the one told of last."""
        told = self._day(found)
        if found.back is None:
            return told
        day = last.day if last else None
        ordinal = day.toordinal() - found.back if day else 0
        if not 1 <= ordinal <= (self.published or date.max).toordinal():
            return told
        day = date.fromordinal(ordinal)
        return replace(told, day=day, weekday=day.weekday())

    def _able(self, day: FoundDay) -> bool:
        return day.passed and self._recent(day) and not self.clauses.is_relayed(day.span)

    def any_spoken(self) -> Day | None:
        """The first day anywhere in the article on which somebody spoke."""
        for found in self.days:
            if self._able(found) and found.day is not None and not self._quoting(self._sentence(found)):
                day = self._day(found)
                if day.spoken and not self._is_aside(found):
                    return day
        return None

    def _is_stamp(self, day: FoundDay) -> bool:
        """Whether a date is that of the page, on a line of its own: "Updated: 17.04.2026, 11:20"."""
        paragraph = self.frame.paragraph_at(day.span.start)
        dated = any(sign.isdecimal() for sign in day.span.of(self.frame.text))
        return (
            dated
            and _LABEL.fullmatch(self.frame.text, paragraph.start, day.span.start) is not None
            and _CLOCK.match(self.frame.text, day.span.end) is not None
        )

    def _is_dateline(self, day: FoundDay) -> bool:
        """Whether a date stands behind the name of a place and before the report: "TANGIER, 3 Dec -"."""
        before, end = self.frame.words_in(0, day.span.start), day.span.end
        if len(before) > _DATELINE or self.frame.cues_in(0, end) or any(self.frame.quoted[: len(before)]):
            return False
        named = not any(word.text[:1].islower() for word in before)
        dated = any(sign.isdecimal() for sign in day.span.of(self.frame.text))
        closed = _REPORT.match(self.frame.text, end, end + 40) is not None
        return named and dated and closed and "." not in self.frame.text[: day.span.start]

    def _is_fresh(self, told: Day) -> bool:
        """Whether what happened on a day is news, of which people speak on that day; an act of speech tells it."""
        return told.spoken or self.age(told) <= _FRESH

    def age(self, told: Day) -> timedelta:
        """How long before the publication a day was; nothing where that is not known."""
        return self.published - told.day if self.published and told.day else timedelta(0)

    def _recent(self, day: FoundDay) -> bool:
        return day.day is None or self.published is None or self.published - day.day <= _RECENT


def _outside(days: Iterable[FoundDay], taken: Sequence[Span]) -> Iterator[FoundDay]:
    """The days that stand in none of some stretches of the text, given in order."""
    at, end = 0, 0
    for day in days:
        while at < len(taken) and taken[at].start <= day.span.start:
            end = max(end, taken[at].end)
            at += 1
        if day.span.start >= end:
            yield day


def _no_day(day: FoundDay) -> bool:
    return day.day is None and day.weekday is None and day.back is None


def _distance(day: FoundDay, offset: int) -> int:
    return max(day.span.start - offset, offset - day.span.end, 0)
