"""Raw characters in, the base text out: what `normalise` yields is what every offset in Newsdesk counts in."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.records import Notice
from articles.records import Notice as _

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
TURN = "\u241a"
"""The picture of a control character; it stands where one would turn the direction of the text."""
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Joiners shape letters of Arabic and Indic scripts; between these letters they can only hide a difference.
_PLAIN_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
_USELESS_JOINERS = re.compile(f"(?<=[{_PLAIN_LETTER}])[\u200c\u200d]|[\u200c\u200d](?=[{_PLAIN_LETTER}])")
# Putting marks in canonical order takes quadratic time on an endless row of them, so such a row stays as it is.
_MARK_ROWS = re.compile(
    "((?:[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff]){64,})"
)
_HIDING = re.compile(
    "(?<=\\w)[\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]+(?=\\w)"
    f"|(?<=[{_PLAIN_LETTER}])[\u200c\u200d]+(?=[{_PLAIN_LETTER}])"
)
_MOST_HIDING, _LONGEST_HIDING = 5, 40
_JOINERS = re.compile("([\u200c\u200d])[\u200c\u200d]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A base text, and what a reader should know about how it came about."""

    text: str
    warnings: tuple[Notice, ...] = ()


def normalise(raw: str) -> Normalised:
    """The base text of a raw one.

    Line ends become line feeds, all kinds of spaces a plain one, HTML entities their characters, letters NFC.
    Invisible marks leave the words (the joiner of Persian stays); lines lose the blanks at their edges, and
    two or more empty lines in a row become one. Controls that turn the direction of text become a sign that can be
    seen; of these and of marks that hide inside of words a warning tells.
    """
    warnings: list[Notice] = []
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), raw)
    text, lost = _SURROGATES.subn("\ufffd", text)
    if lost:
        warnings.append(_("%(lost)s broken characters (lone surrogates) were replaced by �.", lost=lost))
    text = _LINE_ENDS.sub("\n", text)
    if nulls := text.count("\x00"):
        warnings.append(_("%(nulls)s NUL characters were taken out.", nulls=nulls))
    text = _CONTROLS.sub("", text)
    text, turns = _BIDI_CONTROLS.subn(TURN, text)
    if turns:
        warnings.append(
            _(
                "%(turns)s invisible characters that turn the direction of the text show as %(sign)s.",
                turns=turns,
                sign=TURN,
            )
        )
    if hiding := list(_words_hiding(text)):
        warnings.append(_("Invisible characters inside of words were taken out: %(words)s.", words=", ".join(hiding)))
    text = _SPACES.sub(" ", text)
    text = _USELESS_JOINERS.sub("", _JOINERS.sub(r"\1", _INVISIBLE.sub("", text)))
    text = compose(text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    return Normalised(_EMPTY_LINES.sub("\n\n", text).strip(), tuple(warnings))


def _words_hiding(text: str) -> Iterator[str]:
    """The first words in which marks hide that nobody sees, without these."""
    for found in islice(_HIDING.finditer(text), _MOST_HIDING):
        before = re.split(r"\s", text[max(0, found.start() - _LONGEST_HIDING) : found.start()])[-1]
        behind = re.split(r"\s", text[found.end() : found.end() + _LONGEST_HIDING])[0]
        yield _USELESS_JOINERS.sub("", _INVISIBLE.sub("", before + behind))


def compose(text: str) -> str:
    """The text in Unicode's composed form (NFC), in linear time whatever it holds."""
    pieces = _MARK_ROWS.split(text)
    return "".join(piece if number % 2 else unicodedata.normalize("NFC", piece) for number, piece in enumerate(pieces))
