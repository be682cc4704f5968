"""The figures that a statement names, in a form in which reports of different languages can be compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from articles.languages import load
from articles.linking.days import Day, days
from articles.linking.phrases import Phrases, begins, find, numbered, valued
from articles.text.terms import Word, fold, stem, stop_words, words

_DIGITS = re.compile(r"^[0-9]+(?:\.[0-9]+)?(?![.0-9])")
_PERCENT = re.compile(r"\s?[%٪]")
_CODE = re.compile(r"[^\W\d_][-‐‑]$")


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


@dataclass(frozen=True, slots=True)
class _Names:
    numbers: Phrases
    scales: Phrases
    joiners: Phrases
    percent: Phrases


@lru_cache(maxsize=50_000)
def figures(text: str, language: str) -> Figures:
    """The figures and dates that a text names; a figure inside a date is no figure."""
    found = list(words(text))
    folded = [fold(word.text) for word in found]
    named, taken = days(text, found, folded, language)
    return Figures(tuple(_figures(text, found, folded, language, taken)), tuple(named))


def _figures(
    text: str, found: Sequence[Word], folded: Sequence[str], language: str, taken: Collection[int]
) -> Iterator[Figure]:
    names = _names(language)
    end = 0
    for at, word in enumerate(found):
        if at < end or at in taken or _CODE.search(text, max(0, word.start - 2), word.start):
            continue
        value, end = _number(names, folded, at, taken)
        if value is not None:
            percent = begins(names.percent, folded, end) or _PERCENT.match(text, found[end - 1].end)
            yield Figure(
                value=format(value.normalize(), "f"),
                unit="%" if percent else _stem_at(found, end, language),
                before=_stem_at(found, at - 1, language),
                words=text[word.start : found[end - 1].end],
            )


def _number(names: _Names, folded: Sequence[str], start: int, taken: Collection[int]) -> tuple[Decimal | None, int]:
    """The number that begins at a word, and where it ends; None where none begins.

    A lone word for one is an article in too many languages, and no number.
    """
    total = group = small = Decimal(0)
    at, in_digits, closed = start, False, False
    while at < len(folded) and at not in taken:
        scale, size = find(names.scales, folded, at)
        value, value_size = find(names.numbers, folded, at)
        digits = _DIGITS.match(folded[at])
        if scale is not None and at > start:
            if scale < 1000:
                group, small = group + max(small, Decimal(1)) * scale, Decimal(0)
            else:
                total, group, small = total + max(group + small, Decimal(1)) * scale, Decimal(0), Decimal(0)
            at, closed = at + size, False
        elif digits and at == start:
            small, at, in_digits, closed = Decimal(digits[0]), at + 1, True, True
        elif value is not None and not closed and (not small or (small >= 10 > value and small % 10 == 0)):
            if value < 100:
                small += value
            else:
                group += value
            at += value_size
        elif at > start and begins(names.joiners, folded, at) and begins(names.numbers, folded, at + 1) and group:
            at += 1
        else:
            break
    number = total + group + small
    return (None, start) if at == start or (number == 1 and not in_digits) else (number, at)


def _stem_at(found: Sequence[Word], at: int, language: str) -> str:
    if not 0 <= at < len(found) or fold(found[at].text) in stop_words(language):
        return ""
    return stem(found[at].text, language)


@cache
def _names(language: str) -> _Names:
    data = load(language).numbers
    return _Names(valued(data.words), valued(data.scales), numbered([data.joiners]), numbered([data.percent]))
