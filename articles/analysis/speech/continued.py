"""Reported speech that goes on without a cue: sentences whose mood tells that they are somebody else's words."""

from __future__ import annotations

from dataclasses import dataclass

from articles.analysis.people.cast import Speaker
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import word_set
from articles.analysis.speech.clauses import tidied
from articles.analysis.speech.verb_second import clause_opening, is_somebody, main_verb, may_be_subject, with_apposition
from articles.records import Span

_BACK = 3
"""Sentences in which somebody told of is looked for."""
_LEAST = 4
"""Words of such a sentence, at least."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """What of a sentence is somebody else's words, and whose where the sentence itself tells."""

    part: Span
    speaker: Speaker | None


def _mood(frame: Frame, words: range, close: bool) -> int | None:
    """The first verb of a main clause in the mood of reported speech.

    `close`: the sentence before is somebody else's words, so that a form that may be a wish is enough.
    """
    code = frame.language.code
    moods = word_set(code, "speech", "subjunctives")
    if close:
        moods |= word_set(code, "speech", "conditionals")
    comparing = word_set(code, "speech", "comparisons")
    for index in words:
        word = frame.words[index]
        if frame.quoted[index] or word.folded not in moods or not word.text.islower():
            continue
        if any(one.folded in comparing for one in frame.words[max(words.start, index - 1) : index + 2]):
            continue
        if main_verb(frame, words, index):
            return index
    return None


def _inner_opening(frame: Frame, words: range, mood: int) -> int | None:
    """Where a clause begins that a main clause in the plain mood stands before: "X protested, the road was shut"."""
    opens = clause_opening(frame, words, mood)
    if opens in (words.start, mood) or frame.between(opens - 1, opens).strip() not in (",", "),", "“,"):
        return None
    subordinators = word_set(frame.language.code, "speech", "subordinators")
    return None if frame.words[words.start].folded in subordinators else opens


def told_of(scene: Scene, sentence: Span) -> Speaker | None:
    """Whom the sentences before one are about: the nearest of its paragraph that somebody is the subject of."""
    frame = scene.frame
    start = frame.paragraph_at(sentence.start).start
    at = sentence.start
    for _ in range(_BACK):
        earlier = frame.sentence_at(max(0, at - 1))
        if earlier.start >= at:
            break
        if speaker := _subject(scene, earlier.start, earlier.end):
            return speaker
        at = earlier.start
        if at <= start:
            break
    return None


def _subject(scene: Scene, start: int, end: int) -> Speaker | None:
    """The first somebody in a stretch who can be its subject."""
    for mention in scene.inside(start, end):
        free = mention.start == start or not scene.governed(mention)
        if free and is_somebody(scene.frame, mention) and may_be_subject(scene.frame, mention):
            return scene.speaker(with_apposition(scene, mention, end))
    return None


def continued(scene: Scene, sentence: Span, close: bool) -> Continuation | None:
    """The words of a sentence that goes on telling what somebody said; None where it does not."""
    frame = scene.frame
    words = frame.indexes(sentence.start, sentence.end)
    mood = _mood(frame, words, close) if len(words) >= _LEAST else None
    if mood is None:
        return None
    opens = _inner_opening(frame, words, mood)
    speaker = _subject(scene, sentence.start, frame.words[opens].start) if opens is not None else None
    start = frame.words[opens].start if opens is not None and speaker else sentence.start
    part = tidied(frame, Span(start, sentence.end))
    return Continuation(part, speaker) if len(frame.indexes(part.start, part.end)) >= _LEAST else None
