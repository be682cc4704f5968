"""Finds who said what in a clean text.

`analyse(text)` takes the body of one article, paragraphs parted by line feeds, and gives `Findings`: direct, reported
and mixed quotes with speaker, cue and circumstances, first claims, and warnings about what was broken. It knows a
language only through its file in `articles/languages`; where that names no cues, only clear speech in marks is
proposed, without a speaker. It never raises on any text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from articles.analysis.facts.claims import claims
from articles.analysis.facts.names import names
from articles.analysis.people.beside_offices import without_holders
from articles.analysis.people.cast import Speaker
from articles.analysis.people.declension import nominative
from articles.analysis.people.mentions import mentions
from articles.analysis.people.roster import Roster
from articles.analysis.people.speakers import Scene
from articles.analysis.people.titles import names_in_marks
from articles.analysis.people.uncased import uncased_mentions
from articles.analysis.people.uncased_scene import UncasedScene
from articles.analysis.reading.cues import find_cues
from articles.analysis.reading.dialogue import with_dialogue
from articles.analysis.reading.flaws import flaws
from articles.analysis.reading.frame import Cue, Frame, Word, has_case, merged, words_of
from articles.analysis.reading.lexicon import calendar_words, looked_up
from articles.analysis.reading.marks import Passage, marked
from articles.analysis.reading.unclosed import trimmed
from articles.analysis.setting.behalf import named_before, on_behalf, spoken_for
from articles.analysis.setting.circumstances import circumstances, days_alone
from articles.analysis.speech.draft import Draft
from articles.analysis.speech.quotes import careful_drafts, drafts
from articles.languages.loading import load
from articles.records import Findings, Notice
from articles.text.scripts import respelled
from articles.text.sentences import paragraphs, sentences

__all__ = ["analyse"]

_DATELINE = re.compile(r"\s*\(?[^\W\d_a-z][^\n.!?“”\"]{1,70}?(?:\)?\s?[–—-]{1,2}\s|:\s)")

_ALIKE = {**dict.fromkeys("،、", ","), "؛": ";", **dict.fromkeys("\u00a0\u202f\u200e\u200f", " ")}
"""Signs of many scripts that do what a plain one does, sign for sign, so that offsets hold."""


def analyse(text: str, language: str | None = None, published: date | None = None) -> Findings:
    """What an article says and who says it.

    `text` is a clean body; `language` an ISO 639-1 code, None to detect it; `published` resolves weekdays to dates.
    Offsets count code points of `text`, and each finding's text is exactly that stretch.
    """
    if language is None:
        from articles.text.detection import detect_language

        language = detect_language(text)
    frame, unpaired = _frame(text, language)
    warnings = (*unpaired, *flaws(text, frame.words, language))
    if not (frame.language.speech.verbs or frame.language.speech.that_verbs):
        careful = careful_drafts(frame)
        days = days_alone(frame, careful, published)
        quotes = tuple(replace(draft.found(text), circumstances=one) for draft, one in zip(careful, days, strict=True))
        return Findings(quotes=quotes, warnings=warnings)
    cased = frame.cased
    named = nominative(frame, without_holders(frame, mentions(frame))) if cased else uncased_mentions(frame)
    roster = Roster(named, frame.language)
    scene = Scene(frame, named, roster) if cased else UncasedScene(frame, named, roster)
    body = dateline_end(text, language)
    body = 0 if frame.cues_in(0, body) and not frame.cased else body
    found = drafts(scene, body)
    told = circumstances(scene, found, published)
    quotes = tuple(
        replace(
            draft.found(text),
            circumstances=one,
            on_behalf_of=_spoken_for(scene, draft),
        )
        for draft, one in zip(found, told, strict=True)
    )
    named_in = names(text, frame, named, roster, found, body)
    return Findings(quotes, claims(text, frame, found, named_in, body, published), warnings, named_in)


def _spoken_for(scene: Scene, draft: Draft) -> str:
    """In whose name the speaker says it, by the attribution, by the article before it, or by the words themselves."""
    speaker = draft.speaker or Speaker(None)
    told = on_behalf(scene.frame, draft.stretch, speaker.name) or named_before(scene, draft)
    return told or spoken_for(scene.frame, draft.parts[0].start, draft.parts[0].end, speaker.role)


def dateline_end(text: str, language: str) -> int:
    """Where the report begins behind its dateline ("MOSCOW (AP) - ", "АСТАНА, 24 октября — "), 0 without one."""
    match = _DATELINE.match(text)
    if not match:
        return 0
    words = words_of(match[0])
    days = calendar_words(language)
    large = [word for word in words if not word.text[:1].islower() or word.folded in days]
    return match.end() if words and len(large) == len(words) and len(words) <= 8 else 0


def _frame(text: str, code: str) -> tuple[Frame, tuple[Notice, ...]]:
    text = respelled(text, _ALIKE)
    passages, warnings = marked(text)
    words = looked_up(words_of(text, load(code).words), code)
    cues = find_cues(text, words, code)
    bare = Frame(
        text=text,
        language=load(code),
        words=words,
        starts=tuple(word.start for word in words),
        sentences=(),
        paragraphs=paragraphs(text),
        passages=passages,
        cues=cues,
        cue_starts=tuple(cue.start for cue in cues),
        quoted=(),
        cased=has_case(text),
        cued=_cued(words, cues),
    )
    passages = tuple(trimmed(bare, passage) for passage in with_dialogue(bare))
    titled = names_in_marks(bare, passages)
    passages = tuple(one for one in passages if one.inner not in titled)
    quoted = _quoted(bare, passages)
    outside = tuple(cue for cue in cues if not quoted[cue.first])
    frame = replace(
        bare,
        passages=passages,
        sentences=merged(sentences(text, code), passages),
        cues=outside,
        cue_starts=tuple(cue.start for cue in outside),
        quoted=quoted,
        titled=titled,
    )
    return frame, warnings


def _cued(words: tuple[Word, ...], cues: tuple[Cue, ...]) -> tuple[bool, ...]:
    """Words of a cue that names an act of speech; one that leads in a source is a preposition like others."""
    cued = [False] * len(words)
    for cue in cues:
        if cue.kinds != {"sources"}:
            cued[cue.first : cue.last + 1] = [True] * (cue.last + 1 - cue.first)
    return tuple(cued)


def _quoted(frame: Frame, passages: tuple[Passage, ...]) -> tuple[bool, ...]:
    quoted = [False] * len(frame.words)
    for passage in passages:
        for index in frame.indexes(passage.outer.start, passage.outer.end):
            quoted[index] = True
    return tuple(quoted)
