"""Finds the figures of a text that measure or count something, with their unit.

Times of day, ordinals, years, ages, codes, telephone numbers, scores and numbered things are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from articles.languages.loading import load
from articles.records import Figure
from articles.text.duals import duals
from articles.text.measures import MEASURED, SIGNS, SYMBOLS, Measures, bound_before, measures, money_before
from articles.text.numbers import Number, numbers, plain
from articles.text.terms import Word, fold, stop_words
from articles.text.vocabulary import begins, ends, find, find_before

_SIGN = re.compile(rf"[ \u00a0]?({'|'.join(sorted(map(re.escape, SIGNS), key=len, reverse=True))}|º ?C)")
_HYPHEN = re.compile(r"[-‐‑](?=[^\W\d_])")
_SUFFIX = re.compile(r"['’](?=[^\W\d_])")
_DASH = re.compile(r"\s?[-‐‑–—]\s?")
_CHAIN = re.compile(r"[-‐‑–—/:.]")
_ORDINAL_POINT = re.compile(r"\.\s?[^\W\d_]")
_AGE_BEFORE, _AGE_AFTER = re.compile(r"(?:[^\W\d_]['’”\"»]?,\s|\()$"), re.compile(r"\s?[,)]|\.?$")
_NEGATIVE = re.compile(r"(?:^|.*[\s(])[−-]$")
_CODE_SIGN = re.compile(r"[#№§@_\\]\s?$")
_OLDEST = 120
_SHORT = 4
"""Letters of a word that may be shortened by a point: "Mio.", "млрд."."""
_ADJECTIVES = 2
"""Words between a number and the noun that is counted."""
_FIRST_YEAR, _LAST_YEAR = 1300, 2100
_REACH = 3
"""Words between a unit and the "per" of its rate."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of a text in order, and the years among its numbers, as the places of their words."""

    figures: tuple[Figure, ...]
    years: tuple[Number, ...]


def counted(
    text: str,
    found: Sequence[Word],
    folded: Sequence[str],
    language: str,
    taken: Collection[int],
    ends_at: Collection[int],
) -> Counted:
    """The figures and years among the words of a text.

    `taken` are the words of its dates, `ends_at` the offsets where sentences end: a point there makes no ordinal.
    """
    reader = _Reader(text, found, folded, language, measures(language), taken, ends_at)
    read: list[tuple[Number, Figure]] = []
    years: list[Number] = []
    all_numbers = list(numbers(text, found, folded, language, taken))
    chained = reader.chained(all_numbers)
    for at, number in enumerate(all_numbers):
        if at in chained:
            continue
        if reader.is_year(number):
            years.append(number)
        elif not reader.names_no_quantity(number):
            figure = reader.figure(number)
            if read and (whole := reader.joined(*read[-1], number, figure)):
                read[-1] = number, whole
            else:
                read.append((number, figure))
    figures = sorted(
        (*duals(text, found, folded, reader.words, taken), *(figure for _, figure in read)), key=lambda one: one.start
    )
    return Counted(tuple(figures), tuple(years))


@dataclass(frozen=True, slots=True)
class _Reader:
    """One text, and what its language says of figures."""

    text: str
    found: Sequence[Word]
    folded: Sequence[str]
    language: str
    words: Measures
    taken: Collection[int]
    ends_at: Collection[int]

    def chained(self, all_numbers: Sequence[Number]) -> frozenset[int]:
        """Numbers tied to others by a sign without a space: scores, times, telephone numbers; a rising pair is not."""
        chained: set[int] = set()
        run = [0]
        for at in range(1, len(all_numbers) + 1):
            if at < len(all_numbers) and self._tied(all_numbers[at - 1], all_numbers[at]):
                run.append(at)
                continue
            if len(run) > 1:
                first, second = all_numbers[run[0]], all_numbers[run[1]]
                dash = _DASH.fullmatch(self.text[self._end(first) : self._start(second)])
                if len(run) > 2 or not dash or first.value >= second.value:
                    chained.update(run)
            run = [at]
        return frozenset(chained)

    def is_year(self, number: Number) -> bool:
        """Whether a number is a year: four digits in a place where nothing is counted."""
        first, end, words = number.first, number.end, self.words
        if len(number.digits) != 4 or not number.digits.isdecimal() or number.tail or end - first > 1:
            return False
        if not _FIRST_YEAR <= number.value <= _LAST_YEAR or self._signed(number):
            return False
        if begins(words.years, self.folded, end) or _SUFFIX.match(self.text, self._end(number)):
            return True
        if self._unit(end) or any(ends(one, self.folded, first) for one in (words.about, words.over, words.under)):
            return False
        return number.value >= 1900 or ends(words.years, self.folded, first)

    def names_no_quantity(self, number: Number) -> bool:
        """Whether a number is an ordinal, a time of day, an age, a code, or the number of a thing."""
        text, words, folded = self.text, self.words, self.folded
        start, end = self._start(number), self._end(number)
        if number.end in self.taken and _DASH.fullmatch(text, end, self.found[number.end].start):
            return True
        if _HYPHEN.match(text, end) or _CODE_SIGN.search(text, max(0, start - 2), start):
            return True
        if number.tail and fold(number.tail) not in SYMBOLS:
            return True
        suffix = _SUFFIX.match(text, end)
        if suffix and number.end < len(folded) and folded[number.end] in words.ordinals:
            return True
        if ends(words.labels, folded, number.first) or ends(words.ages, folded, number.first):
            return True
        if not number.digits:
            return False
        if len(number.digits) < 3 and _ORDINAL_POINT.match(text, end) and end + 1 not in self.ends_at:
            return True
        if ends(words.clock, folded, number.first) or begins(words.clock_after, folded, number.end):
            return True
        if begins(words.clock_after, (fold(number.tail),), 0) or begins(words.ages, folded, number.end):
            return True
        plain = number.digits.isdecimal() and number.end - number.first == 1 and not number.tail
        if plain and (number.digits[0] in "0٠۰" and len(number.digits) > 1):
            return True
        if plain and len(number.digits) > 6 and not (self._signed(number) or self._unit(number.end)):
            return True
        age = _AGE_BEFORE.search(text, max(0, start - 4), start) and _AGE_AFTER.match(text, end)
        return bool(plain and age and number.value <= _OLDEST and text[end : end + 1] in (",", ")"))

    def figure(self, number: Number) -> Figure:
        """A number with its unit and what qualifies it."""
        text, folded, words = self.text, self.folded, self.words
        start, end, at, value = self._start(number), self._end(number), number.end, number.value
        unit, bound = "", ""
        if size := find(words.over_after, folded, at)[1]:
            bound, at = "over", at + size
            end = self.found[at - 1].end
        elif _SUFFIX.match(text, end) and at < len(folded) and not self._unit(at):
            end, at = self.found[at].end, at + 1
        if money := money_before(words, text, start):
            unit, start = money
            if fold(number.tail) == "m":
                value = plain(value * 1_000_000)
        elif number.tail:
            unit = SYMBOLS[fold(number.tail)]
        elif sign := _SIGN.match(text, end):
            unit, end = SIGNS.get(sign[1], "°C"), sign.end()
        elif (known := self._unit(at)) or (known := self._behind_adjectives(at)):
            unit, size = known
            at += size
            end = self.found[at - 1].end
        elif self._follows(number.first) and (size := find_before(words.percent, folded, number.first)[1]):
            unit, start = "%", self.found[number.first - size].start
        elif self._names_thing(at := at + (self._follows(at) and find(words.classifiers, folded, at)[1])):
            unit, end, at = self.found[at].text, self.found[at].end, at + 1
        if rate := self._rate(at, unit):
            per, at = rate
            unit, end = f"{unit}/{per}", self.found[at - 1].end
        if not bound and begins(words.over_after, folded, at):
            bound = "over"
        if _NEGATIVE.match(text[max(0, start - 2) : start]):
            value, start = -value, start - 1
        bound = bound or self._bound(number.first, start)
        return Figure(start, end, text[start:end], value, None, unit, bound)

    def joined(self, earlier: Number, before: Figure, number: Number, figure: Figure) -> Figure | None:
        """Two figures as the ends of one range, None where they are two."""
        gap = self.text[before.end : figure.start]
        if before.to is not None or len(gap) > 20 or (before.unit and before.unit != figure.unit):
            return None
        key = tuple(fold(word) for word in gap.split())
        led = (
            ends(self.words.between, self.folded, earlier.first)
            and len(key) == 1
            and key[0] in stop_words(self.language)
        )
        if not (_DASH.fullmatch(gap) or key in self.words.to or led):
            return None
        value = before.value
        scaled = number.end - number.first > 1 or not number.digits
        if scaled and value < 1000 <= figure.value and earlier.end - earlier.first == 1:
            # "Two to three million": the scale holds for both.
            value *= Decimal(1000) ** ((len(str(int(figure.value))) - 1) // 3)
        if value >= figure.value:
            return None
        return replace(
            figure,
            start=before.start,
            text=self.text[before.start : figure.end],
            value=value,
            to=figure.value,
            bound=before.bound,
        )

    def _start(self, number: Number) -> int:
        return self.found[number.first].start

    def _end(self, number: Number) -> int:
        return self.found[number.end - 1].end

    def _tied(self, one: Number, other: Number) -> bool:
        gap = self.text[self._end(one) : self._start(other)]
        tied = not gap or (len(gap) == 1 and _CHAIN.match(gap) is not None)
        return one.digits != "" and other.digits != "" and tied

    def _signed(self, number: Number) -> bool:
        """Whether a sign of money or measure stands beside a number."""
        before = money_before(self.words, self.text, self._start(number))
        return before is not None or _SIGN.match(self.text, self._end(number)) is not None

    def _unit(self, at: int) -> tuple[str, int] | None:
        """The unit whose words begin at a word right behind a number, and how many they are."""
        if not self._follows(at):
            return None
        if size := find(self.words.percent, self.folded, at)[1]:
            return "%", size
        value, size = find(self.words.units, self.folded, at)
        if value is not None:
            return self.words.names[value], size
        symbol = SYMBOLS.get(self.folded[at])
        return (symbol, 1) if symbol and self.found[at - 1].text[:1].isdecimal() else None

    def _behind_adjectives(self, at: int) -> tuple[str, int] | None:
        """The same where adjectives stand between: "40 armed men", "31 italienische Soldaten"."""
        if not self.words.adjectives:
            return None
        for skipped in range(1, _ADJECTIVES + 1):
            if not self._names_thing(at + skipped - 1, adjective=True):
                return None
            if known := self._unit(at + skipped):
                return known[0], skipped + known[1]
            if self.capital_nouns and self._names_thing(at + skipped):
                return self.found[at + skipped].text, skipped + 1
        return None

    def _follows(self, at: int) -> bool:
        if not 0 < at < len(self.found):
            return False
        before = self.found[at - 1]
        gap = self.text[before.end : self.found[at].start]
        shortened = gap == ". " and len(before.text) <= _SHORT and before.end + 1 not in self.ends_at
        return gap.isspace() or gap in ("\u200c", "'", "’") or shortened

    @property
    def capital_nouns(self) -> bool:
        return load(self.language).people.capital_nouns

    def _names_thing(self, at: int, adjective: bool = False) -> bool:
        """Whether the word behind a number can be what is counted, or an adjective in front of it."""
        if not self._follows(at) or "\n" in self.text[self.found[at - 1].end : self.found[at].start]:
            return False
        word = self.found[at].text
        small = self.folded[at] in stop_words(self.language) or self.folded[at] in self.words.prepositions
        plain = word[0].isalpha() and len(word) > 2 and not small
        return plain and (word[0].isupper() == (self.capital_nouns and not adjective) or not word[0].isalpha())

    def _rate(self, at: int, unit: str) -> tuple[str, int] | None:
        """The unit behind a "per", and the index of the word after it."""
        if not unit or unit == "%":
            return None
        for skipped in range(_REACH + 1 if unit in MEASURED else 1):
            if not self._follows(at + skipped):
                return None
            if size := find(self.words.per, self.folded, at + skipped)[1]:
                behind = at + skipped + size
                known = self._unit(behind)
                if known and known[0] != unit and known[0] not in ("person", "%"):
                    return known[0], behind + known[1]
        return None

    def _bound(self, first: int, start: int) -> str:
        """Whether the words before a figure make it no exact one: about, over or under."""
        while first > 0 and self.found[first - 1].start >= start:
            first -= 1
        return bound_before(self.words, self.folded, first)
