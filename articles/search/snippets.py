"""What matched, shown in a text: the words of a query in whatever form, spelling or translation the text has them.

Pieces, not markup: whoever shows them escapes the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.records import Span
from articles.search.query import SearchQuery, Term
from articles.search.results import Widened
from articles.search.seeking import Seen, seeker

LENGTH = 240
"""Characters of a snippet, about."""
_SENTENCE_END = re.compile(r"(?:[.!?؟۔…][\"'”’»)]*\s+|[。！？][」』”]*)|\n\s*")


class Piece(NamedTuple):
    """A part of a text; put together, the pieces are the text."""

    text: str
    how: str = ""
    """`form` (a form of what was typed), `name` (another spelling), `translation`, or "" for what is no hit."""
    word: str = ""
    """Of a hit, the word or words of the query that it stands for."""

    @property
    def hit(self) -> bool:
        return bool(self.how)


def mark(text: str, language: str, query: SearchQuery, widened: Sequence[Widened] | None = None) -> list[Piece]:
    """The whole text in pieces, those that match the query told apart.

    `widened` is that of the results. Without it, names are found by their sound and nothing in translation.
    """
    return list(_pieces(text, Span(0, len(text)), _seen(text, language, query, widened)))


def snippet(
    text: str, language: str, query: SearchQuery, widened: Sequence[Widened] | None = None, length: int = LENGTH
) -> list[Piece]:
    """The part of the text that holds most of the query, in pieces; the beginning if it holds nothing.

    Cut between words; an ellipsis stands for what was left out. `widened` as for `mark`.
    """
    seen = _seen(text, language, query, widened)
    window = _window(text, seen, length)
    pieces = list(_pieces(text, window, seen))
    before = [Piece("… ")] if window.start else []
    after = [Piece(" …")] if window.end < len(text) else []
    return before + pieces + after


def _seen(text: str, language: str, query: SearchQuery, widened: Sequence[Widened] | None) -> list[Seen]:
    if widened is None and not (query.names and any(isinstance(part, Term) for part in query.wanted)):
        widened = ()
    return seeker(language, query.wanted, None if widened is None else tuple(widened)).seek(text)


def _window(text: str, seen: Sequence[Seen], length: int) -> Span:
    if len(text) <= length:
        return Span(0, len(text))
    first = _richest(seen, length - length // 4)
    start = max(0, first - length // 4)
    # Better the beginning of a sentence than the middle of one.
    sentences = [end.end() for end in _SENTENCE_END.finditer(text, start, first)] if start else []
    start = sentences[0] if sentences else _after_space(text, start)
    return Span(start, _before_space(text, start + length))


def _richest(seen: Sequence[Seen], length: int) -> int:
    """Where the passages begin that have most words of the query within this length, and most hits."""
    inside: Counter[str] = Counter()
    best, at, end = (0, 0), 0, 0
    for number, first in enumerate(seen):
        if number:
            inside -= Counter((seen[number - 1].word,))
        while end < len(seen) and (end <= number or seen[end].end <= first.start + length):
            inside[seen[end].word] += 1
            end += 1
        rich = (len(inside), end - number)
        if rich > best:
            best, at = rich, first.start
    return at


def _after_space(text: str, at: int) -> int:
    if at == 0:
        return 0
    space = text.find(" ", at)
    if 0 <= space < at + 30:
        return space + 1
    # Never between a letter and the marks that belong to it.
    while at < len(text) and unicodedata.category(text[at])[0] == "M":
        at += 1
    return at


def _before_space(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at)
    if space > at - 30:
        return space
    while at < len(text) and unicodedata.category(text[at])[0] == "M":
        at += 1
    return at


def _pieces(text: str, window: Span, seen: Sequence[Seen]) -> Iterator[Piece]:
    at = window.start
    for one in seen:
        if one.start < at or one.end > window.end:
            continue
        if one.start > at:
            yield Piece(text[at : one.start])
        yield Piece(text[one.start : one.end], one.how, one.word)
        at = one.end
    if at < window.end:
        yield Piece(text[at : window.end])
