"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from articles.languages.loading import all_languages

UNKNOWN = "und"
"""The code for "undetermined" (ISO 639-2), for texts too short to tell."""

_ENOUGH = 4000
_LEAST_LETTERS = 12
_SURE = 0.9
_LETTERS = re.compile(r"[^\W\d_]")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in.

    Judges by the long lines, because page furniture is often in another language. Text with fewer than a
    dozen letters gives "und"; below about twenty words close relatives, as Indonesian and Malay, are a guess.
    A language without a file of its own is named only when the identifier is sure of it.
    """
    sample = _sample(text)
    if len(_LETTERS.findall(sample)) < _LEAST_LETTERS:
        return UNKNOWN
    languages = {language.code for language in all_languages()}
    ranked = _identifier().rank(sample)
    code, confidence = ranked[0]
    if code in languages or confidence >= _SURE:
        return str(code)
    return str(next(other for other, _ in ranked if other in languages))


def confidence(text: str) -> float:
    """How well a text fits the language it fits best, 0..1: more for the better of two readings."""
    return float(_identifier().rank(text[:_ENOUGH])[0][1])


def _sample(text: str) -> str:
    lines = text.split("\n")
    long_lines = [line for line in lines if len(line) >= 60] or lines
    return "\n".join(long_lines)[:_ENOUGH]


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
