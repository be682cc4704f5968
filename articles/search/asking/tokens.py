"""What was typed, in pieces: words, phrases, parentheses, operators and the names of fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.search.asking.fields import NAMES, OPERATORS, nearest_field
from articles.search.query import Note
from articles.text.scripts import respelled

WORD, PHRASE, FIELD, OPEN, CLOSE = "word", "phrase", "field", "(", ")"
AND, OR, NOT, END = "and", "or", "not", ""
DEEPEST = 10
"""Parentheses within each other that are read."""


class Token(NamedTuple):
    """A piece of a query."""

    kind: str
    text: str = ""
    """Of a word or a phrase what was typed, of a field its English name."""
    near: str | None = None
    """Of a phrase the figure that was typed behind its tilde; None where there is no tilde."""


_SIGNS = {
    **dict.fromkeys("（﹙", "("),
    **dict.fromkeys("）﹚", ")"),
    **dict.fromkeys("：﹕", ":"),
    **dict.fromkeys("｜¦", "|"),
    **dict.fromkeys("＊∗٭﹡", "*"),
    **dict.fromkeys("～∼˜", "~"),
    **dict.fromkeys("－﹣−–‐‑", "-"),
    **dict.fromkeys("“”„‟«»‹›「」『』＂″❝❞〝〞〟", '"'),
}
"""Signs of other keyboards, each with the one that it is read as; all of one character, so that nothing moves."""
_UNSEEN = re.compile("[\u0000\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_TOKEN = re.compile(
    rf"""(?P<minus>(?<![^\s(|:])-(?=[^\s)|]))
       | (?P<open>\() | (?P<close>\)) | (?P<or>\|+)
       | (?P<field>(?ai:{"|".join(NAMES)})):(?P<bare>(?=[\s)|]|$))?
       | "(?P<phrase>[^"]*)(?P<end>"|$)(?:~(?P<near>\d*))?
       | ‘(?P<single>[^‘’"]*\s[^‘’"]*)’(?!\w)
       | (?P<word>[^\s"()|]+)""",
    re.VERBOSE,
)
_BRACKETS = re.compile(r"[\[{][^\[\]{}]*\sTO\s[^\[\]{}]*[\]}]")
_SLIP = re.compile(r"([^\W\d_]+):(?!/)")


def tokens(text: str) -> tuple[list[Token], list[Note]]:
    """The pieces of a query in order, its parentheses balanced and not too deep; and what had to be mended."""
    notes = [Note("brackets", found[0]) for found in _BRACKETS.finditer(text)]
    found = list(_found(_UNSEEN.sub("", respelled(text, _SIGNS)), notes))
    return list(_balanced(found, notes)), notes


def _found(text: str, notes: list[Note]) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        match found.lastgroup:
            case "minus":
                yield Token(NOT, "-")
            case "open" | "close" | "or":
                yield Token({"open": OPEN, "close": CLOSE}.get(found.lastgroup, OR), found[0])
            case "field":
                yield Token(FIELD, NAMES[found["field"].lower()])
            case "bare":
                notes.append(Note("empty_field", found[0]))
            case "word":
                yield from _word(found["word"], notes)
            case "single":
                yield Token(PHRASE, found["single"])
            case _:
                if not found["end"]:
                    notes.append(Note("open_phrase", found["phrase"].strip()))
                yield Token(PHRASE, found["phrase"], found["near"])


def _word(text: str, notes: list[Note]) -> Iterator[Token]:
    slip = _SLIP.match(text)
    if slip and (meant := nearest_field(slip[1])):
        notes.append(Note("unknown_field", slip[0], f"{meant}:"))
    yield Token(OPERATORS.get(text, WORD), text)


def _balanced(found: Iterable[Token], notes: list[Note]) -> Iterator[Token]:
    """Without parentheses that close nothing or lie too deep; those that stay open are closed at the end."""
    opened: list[bool] = []
    for token in found:
        if token.kind == OPEN:
            opened.append(len(opened) < DEEPEST)
            if not opened[-1]:
                notes.append(Note("too_deep", str(DEEPEST)))
                continue
        if token.kind == CLOSE:
            if not opened:
                notes.append(Note("unopened", ")"))
            if not opened or not opened.pop():
                continue
        yield token
    if opened:
        notes.append(Note("unclosed", "("))
    yield from [Token(CLOSE, ")")] * sum(opened)
