"""Finds what somebody calls something, promises or asks for: called it “a farce”, vowed to appeal, urged them to go."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.openings import infinitive_at
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.analysis.speech.attribution import clause_start
from articles.analysis.speech.clauses import Report, comma_before, reported
from articles.analysis.speech.edges import also_noun, clause_end
from articles.records import Span

_REACH = 10
"""Words between a cue and what it calls something, at most."""
_INFINITIVE_REACH = 6
"""Words between a cue and the particle of its infinitive, at most."""


def by_name(scene: Scene, sentence: Span, cue: Cue, taken: tuple[Span, ...]) -> Report | None:
    """X called the plan “a farce”. What everybody calls it would be a nickname: X must be named in the article."""
    frame = scene.frame
    if "naming_verbs" not in cue.kinds or frame.language.speech.fragments:
        return None
    speaker = _subject(scene, sentence, cue)
    if speaker is None or speaker.anonymous:
        return None
    following = frame.indexes(cue.end, sentence.end)
    for index in following[: _REACH + 1]:
        if frame.quoted[index]:
            passage = frame.passage_at(frame.words[index].start)
            if passage is None or any(passage.outer.overlaps(one) for one in taken):
                return None
            behind = frame.words_in(passage.outer.end, sentence.end)
            goes_on = behind and not frame.text[passage.outer.end : behind[0].start].strip()
            end = clause_end(scene, passage.outer.end, _comma(frame, passage.outer.end, sentence.end), taken)
            pointed = frame.text[passage.inner.end - 1] in ",.;"
            span = Span(frame.words[following.start].start, end if goes_on and not pointed else passage.outer.end)
            return reported(frame, (span,), speaker, cue, Span(sentence.start, cue.end), shortest=1)
        if comma_before(frame, index) and index > following.start:
            return None
    return None


def _comma(frame: Frame, start: int, end: int) -> int:
    comma = frame.text.find(",", start, end)
    return comma if comma >= 0 else end


def by_purpose(scene: Scene, sentence: Span, cue: Cue, taken: tuple[Span, ...]) -> Report | None:
    """X vowed to appeal. / X urged them to go."""
    if "purpose_verbs" not in cue.kinds:
        return None
    frame = scene.frame
    speaker = _subject(scene, sentence, cue)
    if speaker is None:
        return None
    particles = word_set(frame.language.code, "speech", "infinitives")
    following = frame.indexes(cue.end, sentence.end)
    for index in following[: _INFINITIVE_REACH + 1]:
        if frame.quoted[index] or comma_before(frame, index):
            return None
        if frame.words[index].folded in particles and index + 1 in following:
            begin = frame.words[index].start
            if frame.language.speech.infinitive_endings:
                opening = infinitive_at(frame, index + 1)
                if opening is None:
                    return None
                begin = frame.words[opening].start
            end = clause_end(scene, begin, sentence.end, taken)
            return reported(frame, (Span(begin, end),), speaker, cue, Span(sentence.start, begin))
    return None


def by_demand(scene: Scene, sentence: Span, cue: Cue, taken: tuple[Span, ...]) -> Report | None:
    """X called for a ban."""
    following = scene.frame.indexes(cue.end, sentence.end)
    if "demanding_verbs" not in cue.kinds or not following:
        return None
    speaker = _subject(scene, sentence, cue)
    if speaker is None:
        return None
    begin = scene.frame.words[following.start].start
    end = clause_end(scene, begin, sentence.end, taken)
    return reported(scene.frame, (Span(begin, end),), speaker, cue, Span(sentence.start, begin))


def _subject(scene: Scene, sentence: Span, cue: Cue) -> Speaker | None:
    if "adding_verbs" in cue.kinds or scene.coordinated(cue):
        first = scene.first(sentence.start, cue.start)
        return scene.speaker(first) if first else None
    mention = scene.before(clause_start(scene.frame, sentence.start, cue.start), cue)
    if mention and mention.kind == "role" and also_noun(scene.frame, cue):
        return None
    return scene.speaker(mention) if mention else None
