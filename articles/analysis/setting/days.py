"""On which day each quote was said: by its own sentence, else by what its speaker or its article told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from articles.analysis.setting.timeline import Day, Timeline
from articles.analysis.speech.draft import Draft
from articles.records import Span
from articles.text.told_days import FoundDay

APART = frozenset({"phone", "interview", "message"})
"""Occasions of their own: what was said on them was not said on the day that the article is about."""

_NEWS = timedelta(days=1)
"""How old that may be of which an article tells on the day it happened or the day after."""


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

    A sentence that tells no day leaves it to the scene right before it, to what its speaker said last, then to the day
    that the article is about: that of its beginning or dateline. What one speaker's sentence tells holds for no other.
    """
    walk = _Walk(timeline, timeline.lead())
    days = [walk.step(*one) for one in zip(found, own, kinds, strict=True)]
    return tuple(walk.filled(found, kinds, days))


class _Walk:
    """What is known while the quotes of an article are gone through in order."""

    def __init__(self, timeline: Timeline, article: Day | None) -> None:
        self.timeline = timeline
        self.article = article
        self.last = article
        """The day told of last."""
        self.told: dict[str, Told] = {}
        self.paragraph: tuple[Span, Told] | None = None
        """Where a day was told last, and that day."""

    def step(self, draft: Draft, found: FoundDay | None, kind: str) -> Told:
        narrated = self.timeline.narrated(draft, self.last)
        self.last = narrated or self.last
        if found:
            own = self.timeline.resolved(found, self.last)
            self.last = own if own.day else self.last
            if own.day and kind not in APART and self._is_over(own.day):
                self.article = None
            return self._keep(draft, self._as_told(own, kind))
        return self._scene(draft, narrated, kind) or self._day_of_article(kind)

    def _scene(self, draft: Draft, narrated: Day | None, kind: str) -> Told | None:
        """What was told before of the occasion on which these words were said, or of their speaker."""
        apart = kind in APART
        if narrated and not apart and self.timeline.beside(narrated, draft):
            return self._keep(draft, self._as_told(narrated, kind))
        earlier = self.told.get(_name(draft))
        if earlier and (not apart or kind == earlier.kind):
            return earlier
        if narrated and narrated.spoken and (not apart or kind in narrated.kinds):
            return self._keep(draft, self._as_told(narrated, kind))
        if self.paragraph and not apart and self.paragraph[0] == self.timeline.paragraph(draft):
            return self.paragraph[1]
        return None

    def _day_of_article(self, kind: str) -> Told:
        if self.article and (kind not in APART or kind in self.article.kinds):
            return self._as_told(self.article, kind)
        return Told()

    def _is_over(self, day: date) -> bool:
        """Whether the day that the article is about is none of speech, because somebody spoke on this one.

        That of a dateline is none where somebody spoke on another; one on which nobody is told to have spoken, where
        it is no news and somebody spoke later: an accident on Monday, police speaking of it on Tuesday.
        """
        article = self.article
        if article is None or article.spoken or article.day is None:
            return False
        if article.written:
            return day != article.day
        return day > article.day and self.timeline.age(article) > _NEWS

    def filled(self, found: Sequence[Draft], kinds: Sequence[str], days: Sequence[Told]) -> Iterator[Told]:
        """What is told late of a speaker holds for what was said before; of nobody, where only one speaks."""
        alone = len({_name(draft) for draft in found} - {""}) == 1
        later = self.timeline.any_spoken() if alone else None
        for draft, kind, day in zip(found, kinds, days, strict=True):
            if day.words or kind in APART:
                yield day
            else:
                yield self.told.get(_name(draft)) or (self._as_told(later, kind) if later else day)

    def _keep(self, draft: Draft, told: Told) -> Told:
        if name := _name(draft):
            self.told[name] = told
        self.paragraph = self.timeline.paragraph(draft), told
        return told

    def _as_told(self, day: Day, kind: str) -> Told:
        return Told(day.span.of(self.timeline.frame.text), day.weekday, day.day, kind)


def _name(draft: Draft) -> str:
    return draft.speaker.name if draft.speaker and draft.speaker.name else ""
