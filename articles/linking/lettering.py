"""How wide words are in a picture, before anybody has drawn them: generous estimates for small letters."""

from __future__ import annotations

from unicodedata import category, east_asian_width

WIDE, CAPITAL, NARROW = 12.6, 9.0, 7.0
"""Pixels of a letter at 12 pixels: of East Asian scripts, of capitals and figures, of all others."""


def width_of(words: str) -> float:
    """The width of the words in pixels at a size of 12 pixels; most fonts are a little narrower."""
    return sum(map(_width, words))


def _width(sign: str) -> float:
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if east_asian_width(sign) in ("W", "F"):
        return WIDE
    return CAPITAL if sign.isupper() or sign.isdigit() else NARROW


def fitted(words: str, width: float) -> str:
    """The words, cut with "…" where they are wider."""
    if width_of(words) <= width:
        return words
    room = width - width_of("…")
    end = 0
    while end < len(words) and (room := room - _width(words[end])) >= 0:
        end += 1
    return words[:end].rstrip() + "…"
