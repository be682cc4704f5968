"""The words of a text, with their offsets; pairs of signs where a script parts no words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import pairwise, takewhile
from typing import NamedTuple

_MARKS = "".join(sign for sign in map(chr, range(0x300, 0x20000)) if unicodedata.category(sign)[0] == "M")
_NUMBER = r"\d+(?:[.,٫٬]\d+)*[^\W\d_]*"
_UNPARTED = (
    # Thai, Lao, Burmese, Khmer
    "\u0e01-\u0e4f\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u17dc"
    # Japanese, Chinese
    "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
    # Korean, which writes particles onto its words
    "\uac00-\ud7a3"
)
"""Letters of the scripts whose words no space parts."""


def _words(piece: str) -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER}|(?P<first>{piece})(?:[-‐‑](?P<second>{piece}))?")


_WORD = _words(rf"[^\W\d_][^\W_]*(?:(?![ -~])[{_MARKS}\u200d]+[^\W_]*)*")
_PLAIN_WORD = _words(r"[^\W\d_][^\W_]*")
"""A word of a text without combining marks: asking behind each word for all of them takes longer."""
_LOW_MARKS = "".join(sign for sign in _MARKS if sign < chr(0x10000))
_MAY_COMBINE = re.compile(f"[{_LOW_MARKS}{_UNPARTED}\u200d\U00010000-\U0001ffff]")
_LETTER = re.compile(f"[{_UNPARTED}]")
_PIECE = re.compile(rf"(?P<run>[{_UNPARTED}][{_UNPARTED}{_MARKS}\u200d]*)|[^\W_](?:(?![{_UNPARTED}])[\w{_MARKS}.,٫٬])*")
_SIGN = re.compile(rf".[{_MARKS}\u200d]*")


class Word(NamedTuple):
    """One word of a text: `text[start:end]`, as written."""

    start: int
    end: int
    text: str


_new = partial(tuple.__new__, Word)
"""A word from its fields, sooner made than by their names."""


def words(text: str) -> Iterator[Word]:
    """The words of a text in order.

    A hyphen parts words unless one half holds or echoes the other, as in the reduplicated words of Malay
    ("negara-negara", "sekutu-sekutunya", "tuduh-menuduh"). A zero-width non-joiner and an apostrophe part
    words too, so that a text which writes a space there has the same words. Figures keep their separators ("1.250").

    Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer give every two neighbouring signs as a word, each sign with
    its marks; a sign without neighbours is one alone. Such words overlap: one may start before the one in front of it
    ends. Whatever is typed is found where all its pairs stand side by side, as a phrase is.
    """
    if text.isascii() or not _MAY_COMBINE.search(text):
        return _spaced(text, _PLAIN_WORD)
    return _paired(text) if is_unparted(text) else _spaced(text, _WORD)


def spaced_words(text: str) -> Iterator[Word]:
    """The words as spaces and marks part them; a script that parts none gives whole runs of its letters."""
    return _spaced(text, _WORD if _MAY_COMBINE.search(text) else _PLAIN_WORD)


def is_unparted(text: str) -> bool:
    """Whether the text has letters of a script whose words no space parts."""
    return _LETTER.search(text) is not None


def _spaced(text: str, pattern: re.Pattern[str]) -> Iterator[Word]:
    for found in pattern.finditer(text):
        second = found[2]
        if second is None or _reduplicated(found[1], second):
            yield _new((*found.span(), found[0]))
        else:
            yield Word(found.start(), found.end("first"), found["first"])
            yield Word(found.start("second"), found.end(), second)


def _reduplicated(first: str, second: str) -> bool:
    first, second = first.lower(), second.lower()
    if min(len(first), len(second)) > 1 and (first in second or second in first):
        return True
    # A prefix may swallow the first letter ("tuduh-menuduh"), or the second half may rhyme ("sayur-mayur").
    pairs = zip(reversed(first), reversed(second), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared > 2 and 2 * shared > min(len(first), len(second))


def _paired(text: str) -> Iterator[Word]:
    for word in _spaced(text, _WORD):
        if is_unparted(word.text):
            yield from _pairs(word)
        else:
            yield word


def _pairs(word: Word) -> Iterator[Word]:
    """A run of signs as its pairs; letters and figures of other scripts inside it are words of their own."""
    for piece in _PIECE.finditer(word.text):
        whole = piece.span()
        signs = [sign.span() for sign in _SIGN.finditer(word.text, *whole)] if piece["run"] else [whole]
        for first, last in pairwise(signs) if len(signs) > 1 else [(signs[0], signs[0])]:
            start, end = first[0], last[1]
            yield Word(word.start + start, word.start + end, word.text[start:end])
