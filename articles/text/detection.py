"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from articles.languages.loading import all_languages, load

UNKNOWN = "und"
"""The code for "undetermined" (ISO 639-2), for texts too short to tell."""

_ENOUGH = 2500
_ENOUGH_TO_IDENTIFY = 1000
"""Characters: the identifier needs a few lines, near relatives more words."""
_LEAST_LETTERS = 12
_SURE = 0.9
_LEAD = 2
_WORDS = re.compile(r"\w+")
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
    ranked = _identifier().rank(sample[:_ENOUGH_TO_IDENTIFY])
    code, share = ranked[0]
    if code not in languages and share < _SURE:
        code = next(other for other, _ in ranked if other in languages)
    second = ranked[1][0]
    if share < _SURE and second in load(code).related:
        return _by_words(sample, str(code), str(second))
    return str(code)


def _by_words(sample: str, first: str, second: str) -> str:
    """Of two near relatives the one with more words of its own in the text, words that only its file lists."""
    words = _WORDS.findall(sample.casefold())
    of_first, of_second = _own_words(first, second), _own_words(second, first)
    lead = sum(word in of_second for word in words) - sum(word in of_first for word in words)
    return second if lead >= _LEAD else first


@cache
def _own_words(code: str, other: str) -> frozenset[str]:
    return _listed_words(code) - _listed_words(other)


def _listed_words(code: str) -> frozenset[str]:
    language = load(code)
    calendar, words = language.calendar, language.words.stop
    groups = (words, language.numbers.words, language.negation.words, *calendar.weekdays, *calendar.months)
    return frozenset(word.casefold() for group in groups for word in group if word.isalpha())


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
