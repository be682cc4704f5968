"""The lines of a PDF page with their places on it, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from unicodedata import normalize

from pypdf import PageObject

from articles.importing.visible import RAISED

_PRESENTATION = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
"""Ligatures of Latin letters, and the shapes that letters of Hebrew and Arabic take: a PDF has these for letters."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = re.compile(r"[^\W_]")
_NATIVE_NUMBER = re.compile("[\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/\u066b\u066c][\u0660-\u0669\u06f0-\u06f9]+)*")
_VOWEL_MARKS = re.compile("[\u064b-\u0652\u0670]+")
_BLANK_BEFORE = re.compile("\\s+(?=[.:،؛؟!)»\\]\u064b-\u0652\u0670])")
_INSIDE_NUMBER = re.compile(r"(?<=\d[:/])\s(?=\d)")
_NO_BLANK = re.compile("(?<=[.:،؛؟!])(?=[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff])")
_BLANK_AFTER = re.compile(r"(?<=[«(\[])\s+")
_TURNED, _WORD, _NUMBER, _MARK = "turned", "word", "number", "mark"
_SEPARATORS = (":", "/", ".", ",", "\u066b", "\u066c")
_BLANKS = " \t\n\u00a0"
_SMALL, _RAISED = 0.85, 0.15
"""Of the size of the letters of a line: smaller signs that stand higher are raised."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """`x` and `y` tell where it begins, in points from the lower left corner; `size` is that of its letters."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    x: float
    y: float
    size: float


def page_lines(page: PageObject, check: Callable[[], None]) -> list[PdfLine]:
    """`check` is called again and again while the page is read, and may raise to end that."""
    pieces: list[_Piece] = []

    def note(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        x, y = (tm[4] * cm[at] + tm[5] * cm[at + 2] + cm[at + 4] for at in (0, 1))
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        lines = text.split("\n")
        pieces.extend(_Piece(line + "\n", x, y, size * scale) for line in lines[:-1])
        pieces.append(_Piece(lines[-1], x, y, size * scale))

    page.extract_text(visitor_operand_before=lambda *_: check(), visitor_text=note)
    return [_line(line) for line in _parted(pieces)]


def letters(text: str) -> str:
    """The letters that a PDF's ligatures and shapes of letters stand for; everything else stays as it is."""
    return _PRESENTATION.sub(lambda match: _letters(match[0]), text)


def _letters(shape: str) -> str:
    plain = normalize("NFKC", shape)
    # A vowel mark on its own is written over a blank.
    return plain.removeprefix(" ") if "\ufe70" <= shape <= "\ufe7f" else plain


def _parted(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    for piece in pieces:
        if piece.text.strip(_BLANKS) or (line and piece.text.strip("\n")):
            line.append(piece)
        if piece.text.endswith("\n") and line:
            yield line
            line = []
    if line:
        yield line


def _line(pieces: Sequence[_Piece]) -> PdfLine:
    pieces = _with_raised(pieces)
    whole = "".join(piece.text for piece in pieces)
    turned = len(_RIGHT_TO_LEFT.findall(whole)) * 2 > len(_LEFT_TO_RIGHT.findall(whole))
    text = "".join(_from_the_right(_with_blanks(pieces))) if turned else whole
    size = max(pieces, key=lambda piece: len(piece.text.strip())).size
    text = " ".join(letters(text).split())
    return PdfLine(_tidied(text) if turned else text, min(one.x for one in pieces), pieces[0].y, size, turned)


def _with_raised(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Small raised numbers as such: that of a note must not become part of a number before it."""
    size, base = max(piece.size for piece in pieces), min(piece.y for piece in pieces if piece.text.strip(_BLANKS))
    return [
        replace(piece, text=piece.text.translate(RAISED))
        if piece.size < _SMALL * size and piece.y > base + _RAISED * size and piece.text.strip(_BLANKS).isdecimal()
        else piece
        for piece in pieces
    ]


def _with_blanks(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """pypdf takes the blank that it put behind a word from the right for one before the next."""
    blank = after_mark = False
    for piece in pieces:
        a_word = bool(_RIGHT_TO_LEFT.search(piece.text))
        yield replace(piece, text=piece.text.rstrip("\n") + " ") if blank and a_word else piece
        blank = a_word and piece.text.endswith(" ") and not after_mark
        after_mark = bool(_VOWEL_MARKS.fullmatch(piece.text.strip()))


def _from_the_right(pieces: Iterable[_Piece]) -> Iterator[str]:
    """Pieces that stand side by side as they are seen, in the order in which they are read.

    Words of other scripts, and the parts of a date or a time, go on being read from the left; marks stand mirrored.
    """
    numbered = sorted(enumerate(pieces), key=lambda one: (one[1].x, one[0]), reverse=True)
    texts = [piece.text.strip("\n") for _number, piece in numbered]
    for foreign, run in groupby(zip(_from_the_left(texts), texts, strict=True), key=lambda one: one[0]):
        words = [text for _foreign, text in run]
        yield from map(_with_numbers, reversed(words)) if foreign else map(_mirrored, words)


def _from_the_left(texts: Sequence[str]) -> list[bool]:
    """Which texts are read from the left: words of other scripts, the parts of a number, and what is between them."""
    kinds = [_kind(text) for text in texts]
    found = [kind == _WORD for kind in kinds]
    last = None
    for at, kind in enumerate(kinds):
        if kind == _MARK:
            continue
        if last is not None and kind == kinds[last] != _TURNED:
            between = "".join(texts[last + 1 : at])
            if kind == _WORD or (between and between.strip() in _SEPARATORS):
                found[last : at + 1] = [True] * (at + 1 - last)
        last = at
    return found


def _kind(text: str) -> str:
    if _NATIVE_NUMBER.fullmatch(text.strip()) or text.strip().isdecimal():
        return _NUMBER
    if _RIGHT_TO_LEFT.search(text):
        return _TURNED
    return _WORD if _LEFT_TO_RIGHT.search(text) else _MARK


def _mirrored(text: str) -> str:
    """Letters from the right come in the order in which they are read; numbers among them, and marks, do not."""
    if _LEFT_TO_RIGHT.search(text) and not _RIGHT_TO_LEFT.search(text):
        return text
    return (_with_numbers(text) if _RIGHT_TO_LEFT.search(text) else text[::-1]).translate(_MIRRORED)


def _with_numbers(text: str) -> str:
    """pypdf turns the digits of Arabic script as if they were letters."""
    return _NATIVE_NUMBER.sub(lambda number: number[0][::-1], text)


def _tidied(text: str) -> str:
    """Blanks where they belong: marks are placed by themselves."""
    text = _INSIDE_NUMBER.sub("", text)
    return _NO_BLANK.sub(" ", _BLANK_AFTER.sub("", _BLANK_BEFORE.sub("", text)))
