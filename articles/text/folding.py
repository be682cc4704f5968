"""Folding: spellings of one word made alike in any language, whatever their case, accents, letter variants, digits."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii

# Letters that Arabic, Persian and Urdu keyboards write differently for one sound, and the dotless i.
_VARIANTS = str.maketrans(
    {**dict.fromkeys("یىےېۍ", "ي"), **dict.fromkeys("کڪ", "ك"), **dict.fromkeys("ہھەةۃۀە", "ه"), "ٱ": "ا", "ı": "i"}
)
_GROUPED = re.compile(r"^\d{1,3}(?:([.,٬])\d{3})(?:\1\d{3})*$")


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
