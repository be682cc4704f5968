"""What matched, shown in a text: the words of a query in whatever form or spelling the text has them.

Pieces, not markup: whoever shows them escapes the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.records import Span
from articles.search.indexing import can_be_name
from articles.search.query import Phrase, SearchQuery, Term
from articles.text.names import spelled_alike, word_keys
from articles.text.terms import Word, fold, stem, stems, words

LENGTH = 240
"""Characters of a snippet, about."""


class Piece(NamedTuple):
    """A part of a text; put together, the pieces are the text."""

    text: str
    hit: bool


def mark(text: str, language: str, query: SearchQuery) -> list[Piece]:
    """The whole text in pieces, those that match the query told apart."""
    return list(_pieces(text, Span(0, len(text)), [span for span, _ in _hits(text, language, query)]))


def snippet(text: str, language: str, query: SearchQuery, length: int = LENGTH) -> list[Piece]:
    """The part of the text that holds most of the query, in pieces; the beginning if it holds nothing.

    Cut between words; an ellipsis stands for what was left out.
    """
    hits = list(_hits(text, language, query))
    window = _window(text, hits, length)
    pieces = list(_pieces(text, window, [span for span, _ in hits]))
    before = [Piece("… ", False)] if window.start else []
    after = [Piece(" …", False)] if window.end < len(text) else []
    return before + pieces + after


def _hits(text: str, language: str, query: SearchQuery) -> Iterator[tuple[Span, int]]:
    """The passages that match, in order, each with the number of the part of the query that it matches."""
    found = list(words(text))
    folded = [fold(word.text) for word in found]
    phrases = [
        (number, tuple(fold(word) for word in part.words))
        for number, part in enumerate(query.wanted)
        if isinstance(part, Phrase)
    ]
    terms = [(number, part.text) for number, part in enumerate(query.wanted) if isinstance(part, Term)]
    end = 0
    for place, word in enumerate(found):
        for number, phrase in phrases:
            if tuple(folded[place : place + len(phrase)]) == phrase and word.start >= end:
                end = found[place + len(phrase) - 1].end
                yield Span(word.start, end), number
        for number, term in terms:
            if word.start >= end and _is_form(word, term, language):
                end = word.end
                yield Span(word.start, end), number


def _is_form(word: Word, term: str, language: str) -> bool:
    if fold(word.text) == fold(term) or _shares_stem(word.text, term, language):
        return True
    return can_be_name(word.text) and _names_alike(word.text, term, language)


@lru_cache(maxsize=200_000)
def _names_alike(word: str, term: str, language: str) -> bool:
    # A case ending comes behind the name, so that the key of the inflected name begins as that of the name.
    if not any(mine.startswith(key[:3]) for mine in word_keys(word) for key in word_keys(term)):
        return False
    return spelled_alike(word, term) or spelled_alike(stem(word, language), term)


@lru_cache(maxsize=200_000)
def _shares_stem(word: str, term: str, language: str) -> bool:
    # Stemming every word of a text takes long in some languages. A form holds its stem, but for the first letter,
    # which a prefix may change, and the ends.
    core = stem(term, language)[1:4]
    return core in fold(word) and bool(stems(word, language) & stems(term, language))


def _window(text: str, hits: list[tuple[Span, int]], length: int) -> Span:
    if len(text) <= length:
        return Span(0, len(text))
    best = (0, 0, 0)
    for place, (first, _) in enumerate(hits):
        inside = [number for span, number in hits[place:] if span.end <= first.start + length - length // 4]
        best = max(best, (len(set(inside)), len(inside), -first.start))
    start = max(0, -best[2] - length // 4)
    return Span(_after_space(text, start), _before_space(text, start + length))


def _after_space(text: str, at: int) -> int:
    if at == 0:
        return 0
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + 30 else at


def _before_space(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at)
    return space if space > at - 30 else at


def _pieces(text: str, window: Span, hits: list[Span]) -> Iterator[Piece]:
    at = window.start
    for span in hits:
        if span.start < at or span.end > window.end:
            continue
        if span.start > at:
            yield Piece(text[at : span.start], False)
        yield Piece(span.of(text), True)
        at = span.end
    if at < window.end:
        yield Piece(text[at : window.end], False)
