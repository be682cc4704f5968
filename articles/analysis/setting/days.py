"""On which day each quote was said: by its own sentence, else by what its speaker or its article told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from articles.analysis.setting.timeline import Day, Timeline
from articles.analysis.speech.draft import Draft
from articles.text.told_days import FoundDay

APART = frozenset({"phone", "interview", "message"})
"""Occasions of their own: what was said on them was not said on the day that the article is about."""


@dataclass(frozen=True, slots=True)
class Told:
    """The day of a quote in the article's words, as far as it is known."""

    words: str = ""
    weekday: int | None = None
    day: date | None = None
    kind: str = ""
    """The kind of occasion on which it was."""


def days_of(
    timeline: Timeline, found: Sequence[Draft], own: Sequence[FoundDay | None], kinds: Sequence[str]
) -> tuple[Told, ...]:
    """The day of each quote; `own` and `kinds` are the days and kinds of occasion that their sentences tell.

    A sentence that tells no day leaves it to what its speaker said last, then to the day that the article is about:
    that of its beginning or dateline, or of an occasion told later.
    """
    walk = _Walk(timeline, timeline.lead())
    days = [walk.step(*one) for one in zip(found, own, kinds, strict=True)]
    return tuple(walk.filled(found, kinds, days))


class _Walk:
    """What is known while the quotes of an article are gone through in order."""

    def __init__(self, timeline: Timeline, article: Day | None) -> None:
        self.timeline = timeline
        self.article = article
        self.spoken = article is not None and article.spoken
        self.kinds: frozenset[str] = article.kinds if article else frozenset()
        self.last = article
        """The day told of last."""
        self.first = article
        """The first day that the article was found to be about."""
        self.told: dict[str, Told] = {}

    def step(self, draft: Draft, found: FoundDay | None, kind: str) -> Told:
        name = _name(draft)
        narrated = self.timeline.narrated(draft, self.last)
        self.last = narrated or self.last
        if narrated and narrated.spoken:
            self.first = self.first or narrated
            self.article, self.spoken, self.kinds = narrated, True, self.kinds | narrated.kinds
        if found:
            own = self.timeline.resolved(found, self.last)
            self.last = own if own.day else self.last
            told = self._as_told(own, kind)
            if name:
                self.told[name] = told
            if own.day is not None and kind not in APART and not self.spoken and self._follows(own):
                self.article, self.first = own, self.first or own
            return told
        apart = kind in APART
        earlier = self.told.get(name)
        if narrated and not apart and self.timeline.beside(narrated, draft):
            return self._as_told(narrated, kind)
        if earlier and (not apart or kind == earlier.kind):
            return earlier
        if self.article and (not apart or kind in self.kinds):
            return self._as_told(self.article, kind)
        return Told()

    def filled(self, found: Sequence[Draft], kinds: Sequence[str], days: Sequence[Told]) -> Iterator[Told]:
        """What is told late holds for what was said before: of a speaker, else of the article."""
        article = self.first or self.timeline.any_spoken()
        for draft, kind, day in zip(found, kinds, days, strict=True):
            if day.words or kind in APART:
                yield day
            elif later := self.told.get(_name(draft)):
                yield later
            else:
                yield self._as_told(article, kind) if article else day

    def _as_told(self, day: Day, kind: str) -> Told:
        return Told(day.span.of(self.timeline.frame.text), day.weekday, day.day, kind)

    def _follows(self, own: Day) -> bool:
        """Whether a day told by a sentence with a cue is the day that the article is about, rather than the one before.

        It is, where nothing before was told of as the day on which somebody spoke: an accident on Monday, police
        speaking of it on Tuesday.
        """
        return self.article is None or self.article.day is None or (own.day is not None and own.day > self.article.day)


def _name(draft: Draft) -> str:
    return draft.speaker.name if draft.speaker and draft.speaker.name else ""
