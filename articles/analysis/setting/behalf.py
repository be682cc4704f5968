"""In whose name somebody speaks: "kata X atas nama Y", "X said on behalf of Y"."""

from __future__ import annotations

from functools import cache

from articles.analysis.people.cast import Speaker
from articles.analysis.people.speakers import Scene
from articles.analysis.people.uncased_words import reading
from articles.analysis.reading.frame import Frame, folded, words_of
from articles.analysis.reading.lexicon import phrases, word_set
from articles.analysis.speech.draft import LONGEST_SENTENCE, Draft
from articles.languages.loading import load
from articles.records import Span

_OPENING = 4
"""Words with which a quote may name the office that is spoken for."""
_LONGEST = 8
"""Words of whoever is spoken for, at most."""


def on_behalf(frame: Frame, stretch: Span, speaker: str | None = None) -> str:
    """Whoever stands behind such a phrase in an attribution, or before it where it stands behind; "" for nobody."""
    code = frame.language.code
    stops = word_set(code, "people", "place_prepositions", "object_markers")
    stops |= word_set(code, "speech", "complementisers", "on_behalf", "nouns")
    after = phrases(code, "speech", "on_behalf_after")
    words = frame.indexes(stretch.start, stretch.end)
    for index in words:
        first = last = _behind(frame, words, index)
        while last and last < min(words.stop, first + _LONGEST) and frame.words[last].folded not in stops:
            if not frame.between(last - 1, last).isspace() or frame.quoted[last] or frame.is_cue(last):
                break
            last += 1
        if last > first:
            found = frame.text[frame.words[first].start : frame.words[last - 1].end]
            return _without(found, speaker)
        if (
            not frame.quoted[index]
            and after.at(frame.words, index, frame.text)
            and (found := _before(frame, words, index))
        ):
            return found
    return ""


def _without(found: str, speaker: str | None) -> str:
    """Whoever is spoken for without the speaker who follows: "au nom du directeur Driss Oulhaj"."""
    cut = found.find(speaker) if speaker else -1
    return found[:cut].rstrip() or found if cut >= 0 else found


def named_before(scene: Scene, draft: Draft) -> str:
    """Whoever the words mean that point to somebody told of: "en son nom", or "through her spokesman" in the sentence
    before a quote of that spokesman."""
    frame = scene.frame
    sentence = frame.sentence_at(draft.outer.start)
    paragraph = frame.paragraph_at(draft.outer.start)
    before = frame.sentence_at(sentence.start - 1) if sentence.start > paragraph.start else Span(0, 0)
    if _has(frame, "on_behalf_last", draft.stretch):
        return _somebody(scene, draft, before) or _somebody(scene, draft, sentence)
    for place in (before, sentence):
        if _has(frame, "on_behalf_through", place) and (found := _somebody(scene, draft, place)):
            return found
    return ""


def _has(frame: Frame, name: str, place: Span) -> bool:
    if len(place) > LONGEST_SENTENCE:
        return False
    lexicon = phrases(frame.language.code, "speech", name)
    words = frame.indexes(place.start, place.end)
    return any(not frame.quoted[index] and lexicon.at(frame.words, index, frame.text) for index in words)


def _somebody(scene: Scene, draft: Draft, place: Span) -> str:
    """The first in a sentence who has a name or an office, is named without a preposition and is not the speaker."""
    frame, speaker = scene.frame, draft.speaker or Speaker(None)
    spokespeople = phrases(frame.language.code, "people", "spokespeople")
    for one in scene.inside(place.start, place.end):
        told = scene.speaker(one) if one.kind in ("name", "role", "body") else None
        words = range(one.first, one.last + 1)
        spokesman = any(spokespeople.at(frame.words, index, frame.text) for index in words)
        if told is None or spokesman or scene.governed(one) or told.name == speaker.name:
            continue
        return frame.text[one.start : one.end]
    return ""


def _behind(frame: Frame, words: range, index: int) -> int:
    """The word behind a phrase that begins here, 0 where none does; a phrase of two halves may have others between.

    What belongs to an office is none ("the speaker in the name of the ministry"), nor what is part of a longer phrase.
    """
    code = frame.language.code
    if frame.quoted[index]:
        return 0
    hit = phrases(code, "speech", "on_behalf").at(frame.words, index, frame.text)
    if hit:
        longer = phrases(code, "speech", "fillers").at(frame.words, index, frame.text)
        titled = index > 0 and not frame.cased and reading(code, frame.words[index - 1]).kind == "offices"
        return 0 if titled or (longer and longer[0] > hit[0]) else index + hit[0]
    for verb, preposition in _halves(code):
        if frame.words[index].folded != preposition:
            continue
        owned = word_set(code, "speech", "nouns")
        if any(frame.words[at].folded in owned for at in words):
            return 0
        for cue in frame.cues_in(frame.words[words.start].start, frame.words[index].start):
            if frame.words[cue.first].folded.endswith(verb) and frame.is_cue(cue.first):
                return index + 1
    return 0


@cache
def _halves(code: str) -> tuple[tuple[str, str], ...]:
    """The phrases of a verb and a preposition: "نقلت … عن"."""
    found = (phrase.partition("…") for phrase in load(code).speech.on_behalf)
    return tuple((folded(verb.strip()), folded(preposition.strip())) for verb, _, preposition in found if preposition)


def _before(frame: Frame, words: range, index: int) -> str:
    """The word before a phrase, with the names and large words right before it."""
    first = index - 1
    if first not in words or frame.quoted[first] or not frame.between(first, index).isspace():
        return ""
    endings = frame.language.people.office_endings
    owned = frame.words[first].folded.endswith(endings) or frame.words[first - 1].text[:1].isupper()
    if frame.words[first].text.islower() and owned and first - 1 in words and _follows(frame, first):
        return frame.text[frame.words[first - 1].start : frame.words[index - 1].end]
    while (
        first - 1 in words
        and index - first < _LONGEST
        and frame.words[first].text[:1].isupper()
        and frame.words[first - 1].text[:1].isupper()
        and frame.between(first - 1, first).isspace()
    ):
        first -= 1
    return frame.text[frame.words[first].start : frame.words[index - 1].end]


def _follows(frame: Frame, index: int) -> bool:
    """Whether a word goes on with the one before it, which is no name of somebody who speaks."""
    at = index - 2
    named = at >= 0 and frame.words[at].text[:1].isupper() and frame.words[index - 1].text[:1].isupper()
    return frame.between(index - 1, index).isspace() and not named


def spoken_for(frame: Frame, start: int, end: int, role: str) -> str:
    """The office that a spokesperson's words begin with: “The minister does not rule out ...,” the spokesman said."""
    code = frame.language.code
    told = words_of(role)
    spokespeople = phrases(code, "people", "spokespeople")
    if not any(spokespeople.at(told, index, role) for index in range(len(told))):
        return ""
    leading = word_set(code, "people", "definite", "ranks")
    offices = word_set(code, "people", "offices")
    words = frame.indexes(start, end)
    for index in words[:_OPENING]:
        if frame.words[index].folded in offices:
            return frame.text[frame.words[words.start].start : frame.words[index].end]
        if frame.words[index].folded not in leading:
            break
    return ""
