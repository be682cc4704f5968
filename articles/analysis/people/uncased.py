"""Finds who is mentioned in a text whose script has no capitals: by offices, cues and the names of the article.

A name is taken for one only where something shows it: a given name, an office before it or told of behind a comma,
a place beside a cue. Found once, it is known everywhere in the article. Without that a phrase is an office.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.analysis.people.mentions import Mention
from articles.analysis.people.uncased_phrases import Phrase, Phrases
from articles.analysis.people.uncased_words import reading, vocabulary
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import phrases as fixed
from articles.analysis.reading.lexicon import word_set

_DATELINE = 10
"""Words of a dateline, at most."""
_ATTACHED = 5
"""Words from an office to the comma and the name behind it."""
_FILLERS = 8
"""Words of the adverbs before a subject, at most."""
_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs", "inverted", "sources", "adding_verbs"})


def uncased_mentions(frame: Frame) -> tuple[Mention, ...]:
    """Every mention outside of quotation marks, in the order of the text."""
    code = frame.language.code
    readings = tuple(reading(code, word) for word in frame.words)
    places = _places(frame)
    first = tuple(_scan(frame, Phrases(frame, readings, frozenset(), frozenset()), places))
    names = [
        tuple(word.folded for word in frame.words[one.name_first : one.name_last + 1]) for one in first if one.sure
    ]
    full = frozenset(name for name in names if len(name) > 1)
    particles = vocabulary(code).particles
    full |= {name[at:] for name in full for at in range(1, len(name) - 1)}
    lone = frozenset(word for name in names for word in (name[0], name[-1]) if word not in particles)
    found = _scan(frame, Phrases(frame, readings, lone, full), places) if lone else first
    pronouns = word_set(code, "people", "pronouns")
    taken: set[int] = set()
    gathered = []
    for phrase in found:
        gathered.append(phrase.mention(frame))
        taken.update(range(phrase.first, phrase.last + 1))
    gathered += [
        Mention(word.start, word.end, index, index, "pronoun")
        for index, word in enumerate(frame.words)
        if word.folded in pronouns and not frame.quoted[index] and index not in taken
    ]
    return tuple(sorted(gathered, key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class _Places:
    """Indexes of words where somebody may stand who is not known yet."""

    subjects: frozenset[int]
    """Beside a cue, or where a sentence begins."""
    cued: frozenset[int]
    """Right behind a cue."""


def _places(frame: Frame) -> _Places:
    cued = {past_fillers(frame, cue.last + 1) for cue in frame.cues if cue.kinds & _CREDITING}
    opening = {frame.indexes(sentence.start, sentence.end).start for sentence in frame.sentences}
    opening |= {index for index in range(1, len(frame.words)) if frame.quoted[index - 1] and not frame.quoted[index]}
    if frame.sentences:
        first = frame.indexes(frame.sentences[0].start, frame.sentences[0].end)
        opening |= {index for index in first[1:_DATELINE] if set(frame.between(index - 1, index)) & set(":/–—-")}
    opened = {past_fillers(frame, index) for index in opening}
    return _Places(frozenset(cued | opened | opening), frozenset(cued))


def past_fillers(frame: Frame, index: int) -> int:
    """The first word from here on that is no adverb or conjunction: "for his part", "but"."""
    small = fixed(frame.language.code, "speech", "fillers", "conjunctions")
    begin = index
    while index < len(frame.words) and index - begin < _FILLERS:
        hit = small.at(frame.words, index, frame.text)
        if not hit:
            break
        index += hit[0]
        if index < len(frame.words) and "\n" in frame.between(index - 1, index):
            break
    return index


def _scan(frame: Frame, phrases: Phrases, places: _Places) -> Iterator[Phrase]:
    code = frame.language.code
    opening = word_set(code, "people", "definite", "indefinite", "quantifiers")
    sources = {index for cue in frame.cues if "sources" in cue.kinds for index in range(cue.first, cue.last + 1)}
    index = 0
    previous: Phrase | None = None
    told = False
    while index < len(frame.words):
        if frame.quoted[index] or index in sources or (frame.is_cue(index) and index not in places.cued):
            index += 1
            continue
        comma = index > 0 and frame.between(index - 1, index).strip() == ","
        apposed = comma and previous is not None and not previous.named and not told
        apposed = apposed and previous is not None and index - previous.last <= _ATTACHED
        bare = index in places.subjects or apposed
        kind = "persons" if frame.words[index].folded in opening else phrases.word(index).kind
        phrase = None
        if bare or kind in ("offices", "persons", "ranks", "bodies") or phrases.knows(index):
            phrase = phrases.at(index, bare=bare, cued=index in places.cued, apposed=apposed)
        elif kind in ("given", "particle") or comma:
            phrase = phrases.told_at(index)
        if phrase is None:
            index += 1
            continue
        yield phrase
        told = comma and previous is not None and previous.named and previous.last == index - 1
        previous = phrase
        index = phrase.last + 1
