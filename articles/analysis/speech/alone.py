"""Speech that nothing in its own sentence credits: who the text around it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from articles.analysis.people.cast import Speaker
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.marks import Passage
from articles.analysis.speech.attribution import Credit
from articles.analysis.speech.draft import Draft
from articles.records import Span

_QUESTION = 15
"""Words of a question between two answers, at most."""


def from_context(scene: Scene, found: list[Draft], passage: Passage) -> Credit | None:
    """A sentence in marks that nothing beside it credits: the one whom its paragraph, or the last quote, is about."""
    frame = scene.frame
    paragraph = frame.paragraph_at(passage.outer.start)
    stretch = Span(passage.outer.start, passage.outer.start)
    if frame.words_in(paragraph.start, passage.outer.start):
        last = scene.last()
        return Credit(passage, last, None, stretch) if last else None
    previous = found[-1] if found else None
    between = len(frame.words_in(previous.outer.end, paragraph.start)) if previous else 0
    near = previous and (
        between <= len(frame.words_in(previous.stretch.start, previous.stretch.end))
        or _asked(frame, Span(previous.outer.end, paragraph.start))
    )
    told = previous and (previous.kind == "direct" or not between)
    speaker = previous.speaker if previous and near and told else None
    speaker = speaker or _next_actor(scene, paragraph, passage)
    return Credit(passage, speaker, None, stretch, unsure=True)


def _next_actor(scene: Scene, paragraph: Span, passage: Passage) -> Speaker | None:
    """Whom the next sentence of the paragraph is about, by name: “...” Captain X cannot believe it."""
    following = scene.frame.sentence_at(min(passage.outer.end + 2, paragraph.end))
    if not passage.outer.end <= following.start < paragraph.end or scene.frame.cues_in(following.start, following.end):
        return None
    mention = scene.subject(following.start, following.end)
    speaker = scene.speaker(mention) if mention and mention.kind == "name" else None
    return speaker if speaker and speaker.person is not None else None


def with_followers(frame: Frame, found: list[Draft]) -> Iterator[Draft]:
    """A paragraph of speech without a speaker is his whom the quote that opens the next paragraph names."""
    ordered = sorted(found, key=lambda one: one.outer.start)
    for one, following in zip_longest(ordered, ordered[1:]):
        if one.speaker or one.cue or one.kind != "direct":
            yield one
        elif (
            following
            and following.kind == "direct"
            and following.speaker
            and _beside(frame, Span(one.outer.end, following.outer.start))
        ) or (following and following.speaker and _told_next(frame, one, following)):
            yield replace(one, speaker=following.speaker, unsure=False)
        elif len(frame.paragraph_at(one.outer.start)) > len(one.outer) + 2:
            yield one


def _told_next(frame: Frame, one: Draft, following: Draft) -> bool:
    """Whether the sentence behind a lone quote, in its paragraph, credits the next: “...” For X it is over."""
    start = min(following.stretch.start, following.outer.start)
    near = frame.paragraph_at(start).start == frame.paragraph_at(one.outer.start).start
    return near and not frame.words_in(one.outer.end, start)


def _beside(frame: Frame, between: Span) -> bool:
    """Whether nothing, or a question put to whoever speaks, stands between two quotes."""
    return not frame.words_in(between.start, between.end) or _asked(frame, between)


def _asked(frame: Frame, between: Span) -> bool:
    """Whether a paragraph that is one short question stands between two quotes: an interview."""
    question = between.of(frame.text).strip()
    words = frame.words_in(between.start, between.end)
    return question.endswith("?") and "\n" not in question and 0 < len(words) <= _QUESTION
