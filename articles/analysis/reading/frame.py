"""One article made ready for analysis: its words, sentences, passages in marks, and cues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple
from unicodedata import normalize

from articles.analysis.reading.marks import Passage
from articles.languages.format import Language
from articles.languages.words import Words
from articles.records import Span
from articles.text.sentences import LONGEST
from articles.text.terms import fold

_APOSTROPHE = re.compile("['’]")
_START = attrgetter("start")
_ELIDED = re.compile(r"([^\W\d_]{1,7})['’]")
_OPENING = re.compile(r"(?:\A|[\n.!?:…«“\"—–-])\s*\Z")
_NO_RULES = Words()
_POINTS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Accents and vowel points that are characters of their own."""
_PART = rf"[^\W_]+(?:[{_POINTS}]+[^\W_]*)*"
_WORD = re.compile(rf"{_PART}(?:[-'’./\u200c]{_PART})*")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")


class Word(NamedTuple):
    """One word where it stands; `folded` is for lookups in the language files."""

    start: int
    end: int
    text: str
    folded: str


_new = partial(tuple.__new__, Word)
"""A word from its fields, sooner made than by their names."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as the text has it. `kind` is the name of its list in the language file's section on speech."""

    start: int
    end: int
    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""
    kinds: frozenset[str]
    pronoun: str = ""
    """The ending of it that stands for the speaker."""
    tail: int = -1
    """Index of the last word of the particle that ends its clause; -1 where it has none."""
    lead: int = 0
    """Signs of a small word written onto its front: "و" in "وقال"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every step of analysis reads."""

    text: str
    language: Language
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    """The start of each word, for looking up."""
    sentences: tuple[Span, ...]
    """No sentence ends inside a passage."""
    paragraphs: tuple[Span, ...]
    passages: tuple[Passage, ...]
    cues: tuple[Cue, ...]
    """Those outside of passages."""
    cue_starts: tuple[int, ...]
    quoted: tuple[bool, ...]
    """For each word, whether it stands in a passage."""
    cased: bool = True
    """Whether its script has capitals."""
    cued: tuple[bool, ...] = ()
    """For each word, whether it is one of a cue."""
    titled: tuple[Span, ...] = ()
    """Names in marks, which are words of their sentence like others: the magazine „Der Morgen“."""

    def indexes(self, start: int, end: int) -> range:
        """The indexes of the words that begin inside text[start:end]."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def cues_in(self, start: int, end: int) -> tuple[Cue, ...]:
        """The cues that begin inside text[start:end]."""
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def words_in(self, start: int, end: int, most: int | None = None) -> tuple[Word, ...]:
        """The words that begin inside text[start:end], or so many of them at most."""
        span = self.indexes(start, end)[:most]
        return self.words[span.start : span.stop]

    def is_cue(self, index: int) -> bool:
        return self.cued[index]

    def between(self, left: int, right: int) -> str:
        """What stands between two neighbouring words, by index; a space for an elided one and the word it leans on."""
        return self.text[self.words[left].end : self.words[right].start] or " "

    def passage_at(self, offset: int) -> Passage | None:
        """The passage in marks that an offset lies in."""
        index = bisect_right(self.passages, offset, key=lambda one: one.outer.start) - 1
        return self.passages[index] if index >= 0 and offset < self.passages[index].outer.end else None

    def sentence_at(self, offset: int) -> Span:
        return span_at(self.sentences, offset)

    def paragraph_at(self, offset: int) -> Span:
        return span_at(self.paragraphs, offset)


def words_of(text: str, rules: Words = _NO_RULES) -> tuple[Word, ...]:
    """The words of a text: letters and digits, with hyphens, apostrophes and points inside.

    By the rules of a language that has elisions, each of them is a word of its own, with its apostrophe.
    """
    if not rules.elisions:
        return tuple([_new((*one.span(), word := one[0], _small(word))) for one in _WORD.finditer(text)])
    found: list[Word] = []
    for match in _WORD.finditer(text):
        start, stop = match.span()
        if not _APOSTROPHE.search(text, start, stop + 1):
            found.append(_new((start, stop, word := match[0], _small(word))))
            continue
        for end in _elisions(text, start, stop, rules):
            found.append(_word(text, start, end))
            start = end
        if start < stop:
            found.append(_word(text, start, stop))
    return tuple(found)


def _word(text: str, start: int, end: int) -> Word:
    return Word(start, end, text[start:end], _small(text[start:end]))


@lru_cache(maxsize=50_000)
def _small(word: str) -> str:
    return folded(word).replace("’", "'")


def folded(word: str) -> str:
    """The word for lookups: in small letters, without the dot that a Turkish İ would leave behind.

    In Arabic script it has no points and no variants of letters either.
    """
    if word.isascii():
        return word.casefold()
    return _folded(word)


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return fold(word) if _ARABIC.match(word) else normalize("NFC", word).casefold().replace("\u0307", "")


def has_case(text: str) -> bool:
    """Whether more letters of a text have capitals and small ones than not; looks at its beginning."""
    letters = [sign for sign in text[:400] if sign.isalpha()]
    cased = sum(sign.lower() != sign.upper() for sign in letters)
    return 2 * cased >= len(letters)


def _elisions(text: str, start: int, end: int, rules: Words) -> Iterator[int]:
    """The ends of the elided words that one word begins with: "d’" and "l’" """
    while match := _ELIDED.match(text, start):
        piece, following = match[1].casefold(), text[match.end() : match.end() + 1]
        elided = piece in rules.elisions or (piece in rules.small_elisions and following.islower())
        name = following.isupper() and match[1][0].isupper() and not _OPENING.search(text, max(0, start - 4), start)
        if not elided or name or match.end() > end + 1:
            return
        yield match.end()
        start = match.end()


def span_at(spans: tuple[Span, ...], offset: int) -> Span:
    """The last span that begins at the offset or before it; an empty one where there is none."""
    index = bisect_right(spans, offset, key=_START) - 1
    return spans[index] if index >= 0 else Span(offset, offset)


def merged(sentences: tuple[Span, ...], passages: tuple[Passage, ...]) -> tuple[Span, ...]:
    """The sentences with those made one that a passage in marks holds together.

    A sentence grown longer than any writer's ends where the next such passage begins, so that none grows with the text.
    """
    found: list[Span] = []
    index = 0
    for sentence in sentences:
        while index < len(passages) and passages[index].outer.end <= sentence.start:
            index += 1
        inside = index < len(passages) and passages[index].outer.start < sentence.start
        if inside and found:
            start, passage = found[-1].start, passages[index].outer.start
            if passage - start > LONGEST:
                found[-1:] = [Span(start, passage), Span(passage, sentence.end)]
            else:
                found[-1] = Span(start, sentence.end)
        else:
            found.append(sentence)
    return tuple(found)
