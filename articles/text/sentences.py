"""Cuts a text into paragraphs and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articles.languages.loading import load
from articles.records import Span

_STOPS = ".!?…؟۔。！？"
_CLOSERS = "\"'”’»›“)]』」"
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_END = re.compile(rf"[{re.escape(_STOPS)}]+")
_PARTED = re.compile(r"[ \u00a0\u202f]»(?=\s|\Z)")
"""A closing mark with the space before it that French sets."""
LONGEST = 3000
"""Characters after which a sentence is cut between two words: no writer's sentence is longer."""
_ORDINAL = 2
"""Digits of a number that a full stop may make an ordinal, at most."""
_OPENERS = 40
"""How far the first letter of the next sentence is looked for: marks and dashes may stand before it."""
_WORD_BEFORE = 24
"""How far back a word that may be an abbreviation is looked for; longer words are none."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines that hold more than space, without the space around them."""
    return tuple([Span(*line.span()) for line in _LINE.finditer(text)])


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences in their order, each with its full stop and the marks that close after it.

    A full stop ends a sentence unless it follows an abbreviation of the language, a single capital letter, or
    stands before a small letter or inside a number. Quotation marks are not paired here: a sentence may end
    inside of them.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            end = match.end()
            while end < paragraph.end and text[end] in _CLOSERS:
                end += 1
            if parted := _PARTED.match(text, end, paragraph.end):
                end = parted.end()
            if match.start() < start or not _ends(text, match, end, paragraph.end, language):
                continue
            found.extend(_pieces(text, start, end))
            start = _skip_space(text, end, paragraph.end)
        if start < paragraph.end:
            found.extend(_pieces(text, start, paragraph.end))
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = start + LONGEST
        while cut < end and not text[cut].isspace():
            cut += 1
        yield Span(start, cut)
        start = _skip_space(text, cut, end)
    if start < end:
        yield Span(start, end)


def _ends(text: str, match: re.Match[str], end: int, limit: int, language: str) -> bool:
    if end >= limit:
        return True
    following = _skip_space(text, end, limit)
    opening = text[following : min(limit, following + _OPENERS)]
    if opening[:1] in (",", "،"):
        return False
    if next((sign for sign in opening if sign.isalnum()), "").islower():
        return False
    if following == end and text[end].isalnum():
        return match[0][-1] in "。！？"
    if match[0] != ".":
        return True
    return not _abbreviated(text, match.start(), language, text[following])


def _abbreviated(text: str, stop: int, language: str, following: str) -> bool:
    """Whether a full stop belongs to the word before it; an initial has a name behind it, not a mark."""
    start = stop
    while start > max(0, stop - _WORD_BEFORE) and (text[start - 1].isalnum() or text[start - 1] in ".'’"):
        start -= 1
    word = text[start:stop]
    initial = word.rpartition(".")[2]
    if len(initial) == 1 and initial.isupper():
        return following.isalnum()
    if word.isdigit() and len(word) <= _ORDINAL and load(language).calendar.ordinal_stop:
        return text[start - 1 : start] not in (",", ":") and not _small_word(text, stop + 1, language)
    return word.casefold() in _abbreviations(language)


def _small_word(text: str, start: int, language: str) -> bool:
    """Whether the next word is one that no ordinal stands before: "the", "in"."""
    word = text[start : start + _WORD_BEFORE].split()[:1]
    return bool(word) and word[0].casefold() in load(language).words.stop


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load(language).calendar.abbreviations)


def _skip_space(text: str, start: int, limit: int) -> int:
    while start < limit and text[start].isspace():
        start += 1
    return start
