"""Phrases that credit somebody without a verb where the verb stands second: laut X, X zufolge, nach Angaben von X."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.analysis.speech.verb_second import (
    clause_closing,
    first_subject,
    is_somebody,
    is_space,
    may_be_subject,
    with_apposition,
)
from articles.records import Span


def source_phrase(scene: Scene, sentence: Span, cue: Cue) -> tuple[Span, Speaker] | None:
    """A phrase that credits somebody without a verb, and whom."""
    if "own_sources" in cue.kinds:
        speaker = scene.last()
        return (Span(cue.start, cue.end), speaker) if speaker else None
    if "self_sources" in cue.kinds:
        speaker = _subject_of(scene, sentence)
        return (Span(cue.start, cue.end), speaker) if speaker else None
    if "sources_after" in cue.kinds:
        return _source_behind(scene, sentence, cue)
    if "relative_sources" in cue.kinds:
        return _source_noun_before(scene, sentence, cue)
    if not cue.kinds & {"sources", "source_prepositions", "closing_sources"}:
        return None
    return _source_before(scene, sentence, cue)


def _subject_of(scene: Scene, sentence: Span) -> Speaker | None:
    """Whom a sentence is about: its first noun phrase that can be a subject."""
    found = [one for one in scene.inside(sentence.start, sentence.end) if may_be_subject(scene.frame, one)]
    first = [one for one in found if one.start == sentence.start]
    free = [one for one in found if not scene.governed(one) and is_somebody(scene.frame, one)]
    known = [one for one in (*first, *free) if _source_noun(scene.frame, one) is None]
    return scene.speaker(known[0]) if known else None


def _source_behind(scene: Scene, sentence: Span, cue: Cue) -> tuple[Span, Speaker] | None:
    found = [one for one in scene.inside(sentence.start, cue.start) if one.last == cue.first - 1]
    if not found:
        return None
    mention = found[0]
    speaker = _credited(scene, mention)
    return (Span(mention.start, cue.end), speaker) if speaker else None


def _source_noun_before(scene: Scene, sentence: Span, cue: Cue) -> tuple[Span, Speaker] | None:
    """The noun that a relative source belongs to: "ein Bericht der Nordpost, wonach"."""
    found = [one for one in scene.inside(sentence.start, cue.start) if one.last == cue.first - 1]
    speaker = _credited(scene, found[0]) if found else None
    return (Span(sentence.start, cue.end), speaker) if speaker else None


def _source_before(scene: Scene, sentence: Span, cue: Cue) -> tuple[Span, Speaker] | None:
    frame = scene.frame
    found = [one for one in scene.inside(cue.end, sentence.end) if one.first == cue.last + 1]
    if not found or not is_space(frame, found[0].first):
        return None
    mention = found[0]
    if "closing_sources" in cue.kinds:
        gap = frame.between(cue.first - 1, cue.first).strip() if cue.first else ""
        if not gap.strip(".!?"):
            return None
        mention = with_apposition(scene, mention, sentence.end)
        speaker = scene.speaker(mention)
        end = frame.words[clause_closing(frame, frame.indexes(sentence.start, sentence.end), mention.last)].end
        return (Span(cue.start, end), speaker) if speaker else None
    if "source_prepositions" in cue.kinds and not _names_source(frame, mention):
        return None
    speaker = _credited(scene, mention)
    end = _apposition_end(scene, mention, sentence.end)
    return (Span(cue.start, end), speaker) if speaker else None


def _names_source(frame: Frame, mention: Mention) -> bool:
    """Whether the first noun of a phrase is one of sources: "Angaben", "Medienberichten"."""
    return _source_noun(frame, mention) is not None


def _source_noun(frame: Frame, mention: Mention) -> int | None:
    nouns = tuple(word_set(frame.language.code, "speech", "source_nouns"))
    articles = word_set(frame.language.code, "people", "definite", "indefinite", "quantifiers")
    for index in range(mention.first, mention.last + 1):
        if frame.words[index].text[:1].isupper() and frame.words[index].folded not in articles:
            return index if frame.words[index].folded.endswith(nouns) else None
    return None


def _credited(scene: Scene, mention: Mention) -> Speaker | None:
    """Whom a source credits: whoever gave the information, else the information itself."""
    frame = scene.frame
    noun = _source_noun(frame, mention)
    if noun is not None and noun < mention.last:
        inner = [one for one in scene.inside(frame.words[noun].end, mention.end) if one.first > noun]
        if inner:
            return scene.speaker(inner[0])
        return Speaker(" ".join(frame.text[frame.words[noun + 1].start : mention.end].split()), anonymous=True)
    return scene.speaker(mention)


def _apposition_end(scene: Scene, mention: Mention, limit: int) -> int:
    """The end of a source: behind an apposition that a comma sets off, where the verb follows."""
    frame = scene.frame
    following = mention.last + 1
    if following >= len(frame.words) or frame.words[following].start >= limit:
        return mention.end
    if frame.between(mention.last, following).strip() != ",":
        return mention.end
    words = range(mention.first, frame.indexes(mention.start, limit).stop)
    last = clause_closing(frame, words, following)
    closed = last + 1 < words.stop and frame.between(last, last + 1).strip().endswith(",")
    relative = frame.words[following].folded in word_set(frame.language.code, "speech", "relatives")
    aside = closed and (relative or first_subject(scene, following, last + 1) is None)
    return frame.words[last].end if aside else mention.end
