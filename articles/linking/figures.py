"""The figures that a statement names, in a form in which reports of different languages can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from articles import records
from articles.languages import load
from articles.text import figures as measured
from articles.text.dated import Day, days
from articles.text.day_words import Piece, pieces
from articles.text.measures import measures
from articles.text.numbers import number_words
from articles.text.sentences import sentences
from articles.text.terms import Word, fold, stem, stop_words
from articles.text.vocabulary import Phrases, ends, find_before, numbered


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    value: str
    """Plain decimal notation, whether written in words, native digits or with separators: "12", "2500000"."""
    unit: str = ""
    """A symbol that is the same in every language, see `records.Figure`; else the stem of the word behind it, or
    nothing where that is a stop word."""
    before: str = ""
    """The stem of the word in front of it."""
    words: str = ""
    """As written, with its unit and what qualifies it."""
    neutral: bool = False
    """Whether the unit is such a symbol."""
    noun: str = ""
    """The words of what is counted or measured, as written."""
    bound: str = ""
    """about, over or under, where it is not exact."""
    to: str = ""
    """The upper end of a range, like `value`."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a statement names, in the order of its words."""

    figures: tuple[Figure, ...] = ()
    days: tuple[Day, ...] = ()
    years: tuple[int, ...] = ()
    """Years that stand in no such day."""


@lru_cache(maxsize=50_000)
def figures(text: str, language: str) -> Figures:
    """The figures and dates that a text names; a figure inside a date is no figure."""
    found = number_words(text, language)
    folded = [fold(word.text) for word in found]
    named, taken = days(text, found, folded, language)
    ends_at = frozenset(sentence.end for sentence in sentences(text, language))
    read = measured.counted(text, found, folded, language, taken, ends_at)
    reader = _Reader(text, language, found, folded, tuple(pieces(text, language)))
    return Figures(
        tuple(reader.figure(one) for one in read.figures if not reader.is_dated(one)),
        tuple(named),
        tuple(int(year.value) for year in read.years),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    language: str
    found: Sequence[Word]
    folded: Sequence[str]
    pieces: Sequence[Piece]

    def figure(self, one: records.Figure) -> Figure:
        first = next(at for at, word in enumerate(self.found) if word.end > one.start)
        thing = one.unit.partition("/")[0]
        neutral = thing in measures(self.language).known
        return Figure(
            value=_plain(one.value),
            unit=one.unit if neutral else self._stem(thing),
            before=self._stem(self.found[first - 1].text) if first else "",
            words=self.text[self._start(first, one.start) : one.end],
            neutral=neutral,
            noun=self._noun(one) if neutral else thing,
            bound="" if self._reached(first) else one.bound,
            to=_plain(one.to) if one.to is not None else "",
        )

    def is_dated(self, one: records.Figure) -> bool:
        """Whether a figure is part of a date in a calendar that `days` does not know."""
        return any(piece.kind == "date" and piece.start <= one.start < piece.end for piece in self.pieces)

    def _noun(self, one: records.Figure) -> str:
        """The words of a figure behind its number."""
        words = [word.text for word in self.found if one.start <= word.start < one.end]
        while words and not words[0].isalpha():
            words.pop(0)
        return words[-1] if words and one.unit else ""

    def _reached(self, first: int) -> bool:
        """Whether the words before a figure say "up to", which names what was reached, and leaves nothing open."""
        return ends(_until(self.language), self.folded, first)

    def _stem(self, word: str) -> str:
        return "" if not word or fold(word) in stop_words(self.language) else stem(word, self.language)

    def _start(self, first: int, start: int) -> int:
        """Where the words that qualify a figure begin, or the figure itself."""
        words = measures(self.language)
        sizes = (find_before(phrases, self.folded, first)[1] for phrases in (words.about, words.over, words.under))
        size = max(sizes)
        return self.found[first - size].start if size else start


@cache
def _until(language: str) -> Phrases:
    return numbered([load(language).calendar.until])


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
