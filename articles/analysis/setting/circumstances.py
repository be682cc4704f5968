"""When, where, on what occasion and to whom something was said, and through whom the article has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Frame
from articles.analysis.setting.days import days_of
from articles.analysis.setting.listeners import addressee, relay_at, relayed_by, without_relay
from articles.analysis.setting.occasions import kind_of, occasion, of_the_act, place
from articles.analysis.setting.timeline import Timeline
from articles.analysis.speech.draft import Draft
from articles.records import Circumstances
from articles.text.told_days import FoundDay


def circumstances(scene: Scene, found: tuple[Draft, ...], published: date | None) -> tuple[Circumstances, ...]:
    """The circumstances of each quote. An occasion told once holds for the next quotes of the same speaker."""
    timeline = Timeline(scene.frame, found, published)
    own = [timeline.own(draft) for draft in found]
    day_words = timeline.words()
    told = [_told(scene, draft, day_words) for draft in found]
    return _with_days(timeline, found, own, tuple(_inherited(found, own, told)))


def days_alone(frame: Frame, found: tuple[Draft, ...], published: date | None) -> tuple[Circumstances, ...]:
    """The circumstances of quotes in a language of which only the calendar is known."""
    timeline = Timeline(frame, found, published)
    own = [timeline.own(draft) for draft in found]
    return _with_days(timeline, found, own, (Circumstances(),) * len(found))


def _with_days(
    timeline: Timeline, found: tuple[Draft, ...], own: list[FoundDay | None], told: tuple[Circumstances, ...]
) -> tuple[Circumstances, ...]:
    days = days_of(timeline, found, own, [one.occasion_kind for one in told])
    return tuple(
        replace(one, said_when=day.words, weekday=day.weekday, said_on=day.day)
        for one, day in zip(told, days, strict=True)
    )


def _inherited(
    found: tuple[Draft, ...], days: list[FoundDay | None], told: list[Circumstances]
) -> Iterator[Circumstances]:
    last: dict[str, Circumstances] = {}
    for draft, day, own in zip(found, days, told, strict=True):
        name = draft.speaker.name if draft.speaker and draft.speaker.name else ""
        earlier = last.get(name)
        if earlier and not (day or own.occasion):
            own = replace(
                own,
                occasion=earlier.occasion,
                occasion_kind=earlier.occasion_kind,
                place=own.place or earlier.place,
            )
        if name:
            last[name] = own
        yield own


def _told(scene: Scene, draft: Draft, day_words: frozenset[int]) -> Circumstances:
    """What the sentence that credits the words tells, but the day; the words themselves tell nothing."""
    frame = scene.frame
    words = [index for index in _outside(frame, draft) if not frame.quoted[index]]
    relay = relay_at(frame, words, draft)
    relayed = ""
    if relay is not None:
        relayed = relayed_by(scene, words, relay)
        words = without_relay(frame, words, relay, draft)
    words = list(of_the_act(frame, words, day_words))
    told, kind = occasion(frame, words, day_words)
    named, listeners = told.of(frame.text) if told else "", addressee(scene, draft, words, day_words)
    if listeners and not named and (kind := kind_of(listeners, frame.language.code)):
        named, listeners = listeners, ""
    return Circumstances(
        place=place(scene, words), occasion=named, occasion_kind=kind, addressee=listeners, relayed_by=relayed
    )


def _outside(frame: Frame, draft: Draft) -> Iterator[int]:
    for index in frame.indexes(draft.stretch.start, draft.stretch.end):
        word = frame.words[index]
        if not any(part.start <= word.start < part.end for part in draft.parts):
            yield index
