"""Words of a text, folded and stemmed so that search and comparison see one form of each.

Folding makes spellings of one word alike in any language: case, accents, letter variants, native digits. Stemming
takes the affixes off, as the language's data file says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import takewhile
from typing import NamedTuple

from anyascii import anyascii
from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
from Stemmer import Stemmer as Snowball

from articles.languages import load

_MARKS = "".join(sign for sign in map(chr, range(0x300, 0x20000)) if unicodedata.category(sign)[0] == "M")
_NUMBER = r"\d+(?:[.,٫٬]\d+)*[^\W\d_]*"


def _words(piece: str) -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER}|(?P<first>{piece})(?:[-‐‑](?P<second>{piece}))?")


_WORD = _words(rf"[^\W\d_][^\W_]*(?:(?![ -~])[{_MARKS}\u200d]+[^\W_]*)*")
_PLAIN_WORD = _words(r"[^\W\d_][^\W_]*")
"""A word of a text without combining marks: asking behind each word for all of them takes longer."""
_MAY_COMBINE = re.compile(f"[{''.join(sign for sign in _MARKS if sign < chr(0x10000))}\u200d\U00010000-\U0001ffff]")

# Letters that Arabic, Persian and Urdu keyboards write differently for one sound, and the dotless i.
_VARIANTS = str.maketrans(
    {**dict.fromkeys("یىےېۍ", "ي"), **dict.fromkeys("کڪ", "ك"), **dict.fromkeys("ہھەةۃۀە", "ه"), "ٱ": "ا", "ı": "i"}
)
_GROUPED = re.compile(r"^\d{1,3}(?:([.,٬])\d{3})(?:\1\d{3})*$")


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
    """
    pattern = _WORD if _MAY_COMBINE.search(text) else _PLAIN_WORD
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


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The word without case, accents, vowel points, tatweel, letter variants; digits and figures in ASCII.

    Dotted and dotless i fold alike; the hamza goes with its carrier kept; "1.250", "1,250" and "۱۲۵۰" are one.
    """
    folded = word.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        kept = (_letter(sign) for sign in decomposed if sign != "ـ" and not _is_ornament(sign))
        folded = unicodedata.normalize("NFC", "".join(kept).translate(_VARIANTS))
    if folded[:1].isdigit():
        folded = folded.replace("٬", ",").replace("٫", ".")
        folded = re.sub(r"[.,]", "", folded) if _GROUPED.match(folded) else folded.replace(",", ".")
    return folded


def _is_ornament(sign: str) -> bool:
    # Canonical classes: accents are 202 and up, Hebrew and Arabic points 10 to 36. Vowel signs of the scripts of
    # India and Thailand are in other classes and part of the word.
    place = unicodedata.combining(sign)
    return place >= 202 or 10 <= place <= 36 or unicodedata.category(sign) == "Cf"


@cache
def _letter(sign: str) -> str:
    if sign < "\x80":
        return sign
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.decimal(sign))
    if sign != "ı" and unicodedata.name(sign, "").startswith("LATIN"):
        return anyascii(sign).lower() or sign
    return sign


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The folded word without its affixes, by the stemmer that the language's file names; folded only, if none.

    The stemmer sees the accents, because its rules are about them.
    """
    lowered = unicodedata.normalize("NFC", word.casefold()).replace("\u0307", "")
    return fold(_stemmer(language)(lowered))


@lru_cache(maxsize=200_000)
def stems(word: str, language: str) -> frozenset[str]:
    """The stem of the word as written and of the word typed without accents; two writings of one word share one."""
    return frozenset((stem(word, language), stem(fold(word), language)))


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = load(language).words.stemmer
    if not name:
        return str
    if name == "sastrawi":
        roots = [*StemmerFactory().get_words(), *compounds(language)]
        malay: Callable[[str], str] = Stemmer(ArrayDictionary(roots)).stem
        return malay
    snowball: Callable[[str], str] = Snowball(name).stemWord
    return snowball


@cache
def compounds(language: str) -> Mapping[str, tuple[str, ...]]:
    """The compound roots of the language: written as one word -> its words ("tandatangan" -> "tanda", "tangan")."""
    return {fold(root.replace(" ", "")): tuple(fold(root).split()) for root in load(language).words.compounds}


@cache
def stop_words(language: str) -> frozenset[str]:
    """The language's words too common to tell two sentences apart, folded."""
    return frozenset(fold(word) for word in load(language).words.stop)


def terms(text: str, language: str, *, keep_stop_words: bool = False) -> list[str]:
    """The words of the text folded and stemmed, in order; without stop words unless they are to be kept."""
    ignored = frozenset[str]() if keep_stop_words else stop_words(language)
    return [stem(word.text, language) for word in words(text) if fold(word.text) not in ignored]
