"""What a word or a phrase of a query asks for, by the signs that stand with it: `word*`, `word~`, `"two words"~5`."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.search.asking.fields import OPERATORS
from articles.search.asking.tree import all_of
from articles.search.asking.wording import worded
from articles.search.query import Note, Part, Phrase, Prefix, Similar, Term
from articles.text.terms import words

SHORTEST = 3
"""Letters of a word that a star or a tilde may stand behind; fewer would find too much."""
NEAR = 5
"""Words that a tilde without a figure allows."""
FARTHEST = 100

LONGEST_ENDING = 3
"""Letters of what may be an ending behind an apostrophe or a non-joiner, which a text need not have: Ankara'da."""

_PARTED = re.compile("[^\\W\\d_]['’ʼ\u200c][^\\W\\d_]")
_SIGNED = re.compile(r"(?P<body>.*?)(?P<sign>\*+|~\d?)[^\w*~]*", re.DOTALL)

Read = tuple[Part | None, Note | None]
"""A part, if there is one, and what was not understood as it was typed."""


def read_word(typed: str) -> Read:
    """The words of what was typed without a space; bits that a hyphen or an apostrophe leaves are no words."""
    found = _SIGNED.fullmatch(typed)
    body, sign = (found["body"], found["sign"]) if found else (typed, "")
    if "*" in body:
        return _starred(typed, body, sign)
    every = [word.text for word in words(body)]
    if _overlap(body):
        # A script that parts no words is read in pairs of signs, which must stand as they were typed.
        return Phrase(tuple(every)), None
    if sign.startswith("~") and not any(sign.isalpha() for sign in "".join(every[-1:])):
        # 10~20 is no word with another spelling.
        every, sign = [word.text for word in words(typed)], ""
    whole = [word for word in every if len(word) > 1 or word.isdigit()] or every
    if _PARTED.search(body):
        whole = [word for word in whole if len(word) > LONGEST_ENDING or word == whole[0] or len(word) >= len(whole[0])]
    if not whole:
        return None, Note("star_alone", typed) if "*" in typed else None
    return _signed(typed, body, sign, whole, every[-1]) if sign else (_terms(whole), None)


def _overlap(body: str) -> bool:
    found = list(words(body))
    return any(word.end > following.start for word, following in pairwise(found))


def _signed(typed: str, body: str, sign: str, whole: list[str], last: str) -> Read:
    if last != whole[-1] or letters(last) < SHORTEST:
        part = _terms(whole)
        return part, Note("star_short" if sign.startswith("*") else "tilde_short", typed, _worded(part))
    ending = Prefix(_small(last)) if sign.startswith("*") else Similar(_small(last))
    part = all_of([*map(Term, map(_small, whole[:-1])), ending])
    mended = len(sign) > 1 or not body.endswith(last)
    code = "star_place" if sign.startswith("*") else "tilde_figure"
    return part, Note(code, typed, _worded(part)) if mended else None


def _starred(typed: str, body: str, sign: str) -> Read:
    """A star in front of a word means nothing; of a word with one inside, the beginning is looked for."""
    head, *rest = [piece for piece in body.split("*") if piece] or [""]
    part, _ = read_word(f"{head}*" if rest else f"{head}{sign}")
    if not isinstance(part, Prefix) and rest:
        part, _ = read_word(" ".join((head, *rest)))
    return part, Note("star_place", typed, _worded(part)) if part else Note("star_alone", typed)


def read_phrase(typed: str, near: str | None) -> Read:
    """The words between quotation marks, side by side or near each other."""
    found = tuple(word.text for word in words(typed))
    if not found:
        return None, None
    if near is None:
        return Phrase(found), Note("star_phrase", typed, _worded(Phrase(found))) if "*" in typed else None
    asked = int(near) if near else NEAR
    distance = min(max(asked, len(found) - 1), FARTHEST) if len(found) > 1 and asked else 0
    phrase = Phrase(found, distance)
    return phrase, Note("near", f"~{near}", _worded(phrase)) if not near or asked != distance else None


def letters(word: str) -> int:
    """Letters and figures of a word, without the marks that stand above or below them."""
    return sum(sign.isalnum() for sign in word)


def _terms(found: list[str]) -> Part | None:
    return all_of(Term(_small(word)) for word in found)


def _small(word: str) -> str:
    """A word that stands by itself must not look like an operator."""
    return word.lower() if word in OPERATORS else word


def _worded(part: Part | None) -> str:
    return worded((part,)) if part else ""
