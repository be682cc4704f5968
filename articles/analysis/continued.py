"""Reported speech that goes on without a cue: sentences whose mood tells that they are somebody else's words."""

from __future__ import annotations

from articles.analysis.clauses import reported
from articles.analysis.frame import Cue, Frame
from articles.analysis.lexicon import word_set
from articles.analysis.speakers import Scene, Speaker
from articles.analysis.verb_second import main_verb, may_be_subject, with_apposition
from articles.records import Span

_LEAST = 4
"""Words of such a sentence, at least."""


def goes_on(frame: Frame, sentence: Span, close: bool) -> bool:
    """Whether a sentence is told in the mood of reported speech.

    `close`: the sentence before it is somebody else's words, so that a form that may be a wish is enough.
    """
    code = frame.language.code
    moods = word_set(code, "speech", "subjunctives")
    if close:
        moods |= word_set(code, "speech", "conditionals")
    comparing = word_set(code, "speech", "comparisons")
    words = frame.indexes(sentence.start, sentence.end)
    if len(words) < _LEAST:
        return False
    for index in words:
        word = frame.words[index]
        if frame.quoted[index] or word.folded not in moods or not word.text.islower():
            continue
        if any(one.folded in comparing for one in frame.words[max(words.start, index - 1) : index + 2]):
            continue
        if main_verb(frame, words, index):
            return True
    return False


def told_of(scene: Scene, sentence: Span) -> Speaker | None:
    """Whom a sentence is about: its first noun phrase or pronoun that can be a subject."""
    for mention in scene.inside(sentence.start, sentence.end):
        first = mention.start == sentence.start
        if (first or not scene.governed(mention)) and may_be_subject(scene.frame, mention):
            return scene.speaker(with_apposition(scene, mention, sentence.end))
    return None


def continued(scene: Scene, sentence: Span, speaker: Speaker | None, close: bool) -> tuple[Span, ...]:
    """The words of a sentence that goes on telling what somebody said; nothing where it does not."""
    frame = scene.frame
    if speaker is None or not goes_on(frame, sentence, close):
        return ()
    nothing = Cue(sentence.start, sentence.start, 0, 0, frozenset())
    report = reported(frame, (sentence,), speaker, nothing, sentence)
    return report.parts if report else ()
