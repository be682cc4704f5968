"""The figures that a statement names, in a form in which reports of different languages can be compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from articles.languages import load
from articles.text.dated import Day, days
from articles.text.numbers import number_words, numbers
from articles.text.terms import Word, fold, stem, stop_words
from articles.text.vocabulary import Phrases, begins, ends, numbered

_PERCENT = re.compile(r"\s?[%٪]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    value: str
    """Plain decimal notation, whether written in words, native digits or with separators: "12", "2500000"."""
    unit: str = ""
    """The stem of the word behind it, or "%"; nothing if that is a stop word."""
    before: str = ""
    """The same of the word in front of it."""
    words: str = ""
    """As written."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a statement names, in the order of its words."""

    figures: tuple[Figure, ...] = ()
    days: tuple[Day, ...] = ()


@lru_cache(maxsize=50_000)
def figures(text: str, language: str) -> Figures:
    """The figures and dates that a text names; a figure inside a date is no figure."""
    found = number_words(text, language)
    folded = [fold(word.text) for word in found]
    named, taken = days(text, found, folded, language)
    return Figures(tuple(_figures(text, found, folded, language, taken)), tuple(named))


def _figures(
    text: str, found: Sequence[Word], folded: Sequence[str], language: str, taken: Collection[int]
) -> Iterator[Figure]:
    percents = _percents(language)
    for number in numbers(text, found, folded, language, taken):
        first, end = number.first, number.end
        percent = (
            begins(percents, folded, end)
            or (ends(percents, folded, first) and text[found[first - 1].end : found[first].start].isspace())
            or _PERCENT.match(text, found[end - 1].end) is not None
        )
        yield Figure(
            value=format(number.value.normalize(), "f"),
            unit="%" if percent else _stem_at(found, end, language),
            before=_stem_at(found, first - 1, language),
            words=text[found[first].start : found[end - 1].end],
        )


def _stem_at(found: Sequence[Word], at: int, language: str) -> str:
    if not 0 <= at < len(found) or fold(found[at].text) in stop_words(language):
        return ""
    return stem(found[at].text, language)


@cache
def _percents(language: str) -> Phrases:
    return numbered([load(language).numbers.percent])
