"""Attributions behind a quote by a verb that no list has, told by its form and its place: « ... », a éludé X."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import auxiliaries, phrases, word_set
from articles.analysis.reading.marks import Passage
from articles.records import Span

_SHORTEST = 3
"""Words of the quote, at least."""
_FILLERS = 3
"""Small words between an auxiliary and its participle, at most."""
_ENDS = ",!?…"


@dataclass(frozen=True, slots=True)
class Formed:
    """A verb that credits words by its form, and the speaker that its subject is."""

    cue: Cue
    speaker: Speaker | None


def by_form(scene: Scene, passage: Passage, tail: Span) -> Formed | None:
    """The verb right behind a sentence in marks, with a subject behind it or a pronoun on it; None without both."""
    frame = scene.frame
    if not frame.language.speech.participle_endings or not _leads(frame, passage, tail):
        return None
    verb = _verb(frame, frame.indexes(tail.start, tail.end))
    if verb is None:
        return None
    if verb.pronoun:
        return Formed(verb, scene.last(verb.pronoun))
    mention = scene.after(verb, tail.end)
    if mention and _subject(frame, verb, mention):
        return Formed(verb, scene.speaker(mention))
    strong = frame.words[verb.last].folded.endswith(frame.language.speech.verb_endings or ("\n",))
    if mention is None and frame.language.speech.subjectless and strong:
        return Formed(verb, scene.last())
    return None


def _leads(frame: Frame, passage: Passage, tail: Span) -> bool:
    """Whether a quote is a sentence that goes on behind its marks: a comma, and a small letter next."""
    inner = frame.indexes(passage.inner.start, passage.inner.end)
    behind = frame.indexes(tail.start, tail.end)
    if len(inner) < _SHORTEST or not behind or not frame.words[behind.start].text[0].islower():
        return False
    gap = frame.text[tail.start : frame.words[behind.start].start].strip()
    finished = frame.text[passage.inner.end - 1] in _ENDS and not gap
    parted = bool(gap) and not gap.strip(",–—-") and (gap == "," or frame.language.speech.dialogue_dashes)
    return not frame.words[inner.start].text[0].islower() and (parted or finished)


def _verb(frame: Frame, words: range) -> Cue | None:
    code, index = frame.language.code, words.start
    speech = frame.language.speech
    auxiliary = auxiliaries(code).at(frame.words, index, frame.text)
    if auxiliary:
        last = _participle(frame, index + auxiliary[0])
        ending = _ending(frame, index, index + auxiliary[0]) if "clitic" in auxiliary[1] else ""
        return _cue(frame, index, last, ending) if last is not None else None
    while index < words.stop - 1 and frame.words[index].folded in word_set(code, "speech", "fillers"):
        index += 1
    word = frame.words[index]
    if word.folded in _small(code) or not word.text.islower():
        return None
    ending = _ending(frame, index, index + 1)
    if ending or word.folded.endswith(speech.verb_endings) or _somebody_next(frame, index):
        return _cue(frame, words.start, index, ending)
    return None


def _cue(frame: Frame, first: int, last: int, ending: str) -> Cue:
    return Cue(frame.words[first].start, frame.words[last].end, first, last, frozenset({"quoting_verbs"}), ending)


def _participle(frame: Frame, index: int) -> int | None:
    """The participle behind an auxiliary, small words between them passed over."""
    fillers = phrases(frame.language.code, "speech", "fillers")
    for _ in range(_FILLERS):
        filler = fillers.at(frame.words, index, frame.text) if index < len(frame.words) else None
        index += filler[0] if filler else 0
    if index >= len(frame.words) or not frame.words[index].text.islower():
        return None
    return index if frame.words[index].folded.endswith(frame.language.speech.participle_endings) else None


def _ending(frame: Frame, first: int, last: int) -> str:
    """The pronoun that hangs on one of these words by a hyphen."""
    endings = (one for one in frame.language.speech.clitics if one.startswith("-"))
    ordered = sorted(endings, key=len, reverse=True)
    return next((one for one in ordered for word in frame.words[first:last] if word.folded.endswith(one)), "")


def _somebody_next(frame: Frame, index: int) -> bool:
    """Whether a name, or an article and a noun for people, stands right behind a word."""
    following = frame.words[index + 1 : index + 3]
    if not following or not frame.between(index, index + 1).isspace():
        return False
    code = frame.language.code
    articles = word_set(code, "people", "definite", "indefinite")
    people = word_set(code, "people", "offices", "persons", "ranks")
    if following[0].text[0].isupper() or following[0].folded in people:
        return True
    return following[0].folded in articles and following[-1].folded in people


def _subject(frame: Frame, verb: Cue, mention: Mention) -> bool:
    """Whether somebody told of right behind a verb is its subject: a name, or words with a noun for people."""
    code = frame.language.code
    articles = word_set(code, "people", "definite", "indefinite", "quantifiers")
    small = articles | word_set(code, "speech", "fillers")
    if mention.kind == "name":
        small |= word_set(code, "people", "offices", "persons", "ranks", "bodies", "fields", "places", "linking")
    if any(word.folded not in small for word in frame.words[verb.last + 1 : mention.first]):
        return False
    words = frame.words[mention.first : mention.last + 1]
    nouns = word_set(code, "people", "offices", "persons", "ranks", "bodies", "generic")
    endings = frame.language.people.person_endings or ("\n",)
    return mention.kind in ("name", "pronoun") or any(
        word.folded in nouns or word.folded.endswith(endings) for word in words
    )


@cache
def _small(code: str) -> frozenset[str]:
    """Words that are no verbs."""
    small = word_set(code, "words", "stop") | word_set(
        code, "people", "prepositions", "definite", "indefinite", "fields"
    )
    small |= word_set(code, "people", "offices", "persons", "bodies", "pronouns")
    return small | word_set(
        code, "speech", "conjunctions", "relatives", "complementisers", "coordinators", "adding_verbs"
    )
