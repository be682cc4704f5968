"""Finds clauses that a phrase credits: According to X, ... / ... X zufolge / selon elle, ..."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue
from articles.analysis.reading.lexicon import word_set
from articles.analysis.speech.clauses import SHORTEST, Report, behind_appositions, beside, goes_on, reported
from articles.records import Span

_SHORTEST = 3
"""Words of a clause where the verb ends it, at least."""
_OWNED = 4
"""Words from whoever owns a source to the cue behind it, at most: X'in son tespitine göre."""
_COMPLEMENT_REACH = 14
"""Words between a source and the comma behind it, at most."""
_FIELD = 4
"""Words between an office and the comma before its holder's name, at most."""


def by_source(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """According to X, clause. / Clause, according to X. / Subject, according to X, goes on."""
    frame = scene.frame
    opens = not frame.words_in(sentence.start, cue.start)
    if not ("sources" in cue.kinds or ("opening_sources" in cue.kinds and opens)):
        return None
    if "own_sources" in cue.kinds and frame.text[cue.end : cue.end + 1] == ",":
        return None
    mention = scene.after(cue, sentence.end)
    mention = _named_behind(scene, mention, sentence.end) if mention and opens else mention
    speaker = mention and scene.speaker(mention)
    if not mention or not speaker or ("sources" not in cue.kinds and not _told_of(scene, mention, speaker)):
        return None
    turned = cue.first and frame.words[cue.first - 1].folded in word_set(frame.language.code, "speech", "turns")
    comma = frame.text.find(",", mention.end, sentence.end)
    if not opens and turned and comma >= 0 and comma - mention.end <= 1:
        return reported(frame, (Span(comma + 1, sentence.end),), speaker, cue, Span(cue.start, comma))
    if not opens:
        return beside(scene, sentence, cue, cue.start, mention.end, speaker)
    parted = frame.text[mention.end : sentence.end].lstrip().startswith(",")
    if frame.language.speech.verb_closes and not parted:
        return reported(frame, (Span(mention.end, sentence.end),), speaker, cue, Span(sentence.start, mention.end))
    if not frame.cased and mention.kind == "role" and parted:
        comma = frame.text.find(",", mention.end)
        return reported(frame, (Span(comma + 1, sentence.end),), speaker, cue, Span(sentence.start, comma))
    comma = behind_appositions(scene, mention.end, sentence.end)
    comma = comma if comma >= 0 else frame.text.find(",", mention.end, sentence.end)
    if comma < 0 or len(frame.words_in(mention.end, comma)) > _COMPLEMENT_REACH:
        return None
    return reported(frame, (Span(comma + 1, sentence.end),), speaker, cue, Span(sentence.start, comma))


def _told_of(scene: Scene, mention: Mention, speaker: Speaker) -> bool:
    """Whether somebody is named beside a preposition that has other uses, too, and nothing but that: "pour X, ..."."""
    frame = scene.frame
    named = mention.kind == "name" or (mention.kind == "role" and not speaker.anonymous)
    return named and frame.text[mention.end : mention.end + 1] == ","


def _named_behind(scene: Scene, mention: Mention, end: int) -> Mention:
    """The name between commas behind an office with the words of its body: "Menurut ekonom X di Y, | A. B.,"."""
    frame = scene.frame
    comma = frame.text.find(",", mention.end, end)
    told = mention.role or mention.kind in ("role", "body")
    if comma < 0 or not told or len(frame.words_in(mention.end, comma)) > _FIELD:
        return mention
    found = scene.inside(comma, end)[:1]
    named = [one for one in found if one.kind == "name" and " " in one.name and not one.role]
    parted = named and not frame.words_in(comma, named[0].start) and frame.text[named[0].end : named[0].end + 1] == ","
    return named[0] if parted else mention


def by_source_behind(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """X zufolge clause. / The clause X zufolge goes on. / Selon elle, clause."""
    if not cue.kinds & {"sources_after", "own_sources"}:
        return None
    mention = _ending_at(scene, sentence, cue) if "sources_after" in cue.kinds else None
    speaker = scene.speaker(mention) if mention else None
    if mention is None and "own_sources" in cue.kinds:
        speaker = scene.last(scene.frame.words[cue.last].text)
    if not speaker:
        return None
    return _around(scene, sentence, cue, Span(mention.start if mention else cue.start, cue.end), speaker)


def _ending_at(scene: Scene, sentence: Span, cue: Cue) -> Mention | None:
    """The one whose name or office stands right before a cue."""
    found = scene.inside(sentence.start, cue.start)
    reach = _OWNED if found and scene.frame.language.speech.verb_last and scene.governed(found[-1]) else 1
    between = scene.frame.words[found[-1].last + 1 : cue.first] if found else ()
    near = len(between) < reach and all(word.text.islower() for word in between)
    return found[-1] if found and near else None


def _around(scene: Scene, sentence: Span, cue: Cue, phrase: Span, speaker: Speaker) -> Report | None:
    """The sentence without the phrase that credits it; what a comma parts from it may be something else."""
    frame = scene.frame
    parts: tuple[Span, ...] = (Span(sentence.start, phrase.start), Span(phrase.end, sentence.end))
    behind = frame.words_in(phrase.end, sentence.end)
    led = bool(frame.words_in(sentence.start, phrase.start))
    if led and frame.language.speech.verb_last and frame.text[phrase.start - 2 : phrase.start].strip() != ",":
        parts, led = parts[1:], False
    parted = behind and frame.text[phrase.end : behind[0].start].strip().startswith(",")
    if led and parted and not goes_on(frame, phrase.end, sentence.end):
        parts = parts[:1]
    return reported(frame, parts, speaker, cue, phrase, _SHORTEST if frame.language.speech.verb_last else SHORTEST)
