"""Figures that cannot both be true, where the same thing is counted or measured, or nothing else can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rapidfuzz.distance import Indel

from articles.linking.figures import Figure, figures
from articles.linking.wording import NEAR_RELATED, comparable
from articles.records import Conflict, StatementRecord
from articles.text.measures import SCALES
from articles.text.shipped import known_glossary

ABOUT = Decimal("0.1")
"""How far a figure may be from one that is only about right, as a share of it."""
CONVERTED = Decimal("0.03")
"""The same where two systems of units, or months and days, were converted into each other and rounded."""
ROUNDED = 1000
"""From here on a figure with fewer digits is the other one, rounded; below, every unit counts."""
FAR = 50
"""Times that a quantity is another one, from which two units of one measure tell of two things: three months of
drought, two hours of talks."""

FEW = 2
"""Figures of which both reports have as many left that they are held against each other in their order."""
SAME, OTHER, UNKNOWN = "same", "other", "unknown"


def number_conflicts(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """The figures in which two statements disagree.

    A figure with a bound ("more than 9,000") disagrees with exact ones on its wrong side only. What one statement lacks
    is no conflict: where it gives fewer figures of a kind than the other, it cannot be told which it means.
    """
    pair = _Pair(a.language, b.language)
    in_a, in_b = figures(a.text, a.language).figures, figures(b.text, b.language).figures
    left_a, left_b = pair.unmatched(in_a, in_b)
    found = list(pair.opposed(left_a, left_b))
    if not found and 1 <= len(left_a) == len(left_b) <= FEW and len(in_a) == len(in_b):
        rest = list(zip(left_a, left_b, strict=True))
        found = rest if all(pair.may_be_meant(*each, agreed=len(in_a) > len(left_a)) for each in rest) else []
    for one, other in found:
        yield Conflict("number", one.words, other.words)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The languages of two statements."""

    a: str
    b: str

    def unmatched(self, in_a: Sequence[Figure], in_b: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
        """The figures of either side that none of the other side's agrees with."""
        left_a, left_b = list(in_a), list(in_b)
        for agree in (_equal, _compatible):
            for one in list(left_a):
                other = next((x for x in left_b if agree(one, x) and self._may_be_one(one, x, agree is _equal)), None)
                if other is not None:
                    left_a.remove(one)
                    left_b.remove(other)
        return left_a, left_b

    def _may_be_one(self, one: Figure, other: Figure, equal: bool) -> bool:
        """Whether two figures that agree are one; the word behind an equal one may only describe what is counted."""
        return self.kinds(one, other) == SAME or (equal and not (one.neutral and other.neutral))

    def may_be_meant(self, one: Figure, other: Figure, agreed: bool) -> bool:
        """Whether one of the last figures can stand for the other; where the others have `agreed`, also where their
        words differ: the word behind a number may only describe what is counted."""
        kinds = self.kinds(one, other)
        worded = agreed and kinds == OTHER and not (one.neutral or other.neutral or comparable(self.a, self.b))
        return (kinds in (SAME, UNKNOWN) or worded) and not _compatible(one, other)

    def opposed(self, left_a: Sequence[Figure], left_b: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """Pairs that tell of the same thing, where both sides have as many of its kind."""
        taken: list[Figure] = []
        for one in left_a:
            others = [x for x in left_b if self.kinds(one, x) == SAME and not _compatible(one, x)]
            rivals = [x for x in left_a if any(self.kinds(x, other) == SAME for other in others)]
            free = [x for x in others if not any(x is each for each in taken)]
            if free and len(others) == len(rivals):
                taken.append(free[0])
                yield one, free[0]

    def kinds(self, one: Figure, other: Figure) -> str:
        """Whether two figures count or measure the same, as far as their words tell."""
        near = comparable(self.a, self.b)
        if one.neutral and other.neutral:
            if not _same_measure(one, other):
                return OTHER
            return self._things(one, other) if one.unit == "person" else SAME
        if near and one.unit and other.unit and not (one.neutral or other.neutral):
            return SAME if Indel.normalized_similarity(one.unit, other.unit) >= NEAR_RELATED else OTHER
        if near and one.before and one.before == other.before:
            return SAME
        if one.neutral or other.neutral:
            counted = [figure.unit in ("person", "") for figure in (one, other) if figure.neutral or not figure.unit]
            return UNKNOWN if all(counted) else OTHER
        things = self._things(one, other)
        return UNKNOWN if things == SAME and not (_meant(one.noun) & _meant(other.noun)) else things

    def _things(self, one: Figure, other: Figure) -> str:
        """The same by what the glossary says of the words; SAME where it knows no better."""
        meant, told = _meant(one.noun), _meant(other.noun)
        return OTHER if meant and told and not meant & told else SAME


@lru_cache(maxsize=10_000)
def _meant(noun: str) -> frozenset[str]:
    """The concepts of the glossary that a word names."""
    return frozenset(meaning.concept for meaning in known_glossary().meanings([noun])) if noun else frozenset()


def _same_measure(one: Figure, other: Figure) -> bool:
    (base, _, per), (measure, _, each) = _measure(one.unit), _measure(other.unit)
    if base != measure or (per and each and _measure(per)[0] != _measure(each)[0]):
        return False
    if one.unit == other.unit:
        return True
    smaller, larger = sorted((_span(one)[1], _span(other)[1]))
    return larger <= FAR * max(smaller, Decimal(1))


@lru_cache(maxsize=1_000)
def _measure(unit: str) -> tuple[str, Decimal, str]:
    """What a unit measures, how many of the plainest unit for that it is, and per what."""
    if unit in SCALES:
        return (*SCALES[unit], "")
    plain, _, per = unit.partition("/")
    base, size = SCALES.get(plain, (plain, Decimal(1)))
    return base, size, per


def _span(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure can mean, in the plainest unit."""
    _, size, per = _measure(figure.unit)
    size /= _measure(per)[1] if per else 1
    low, high = Decimal(figure.value) * size, Decimal(figure.to or figure.value) * size
    if figure.bound == "about":
        low, high = low - abs(low) * ABOUT, high + abs(high) * ABOUT
    return low, high


def _equal(one: Figure, other: Figure) -> bool:
    return (one.value, one.to, one.unit) == (other.value, other.to, other.unit) or (
        one.value == other.value and one.to == other.to and not (one.neutral and other.neutral)
    )


def _compatible(one: Figure, other: Figure) -> bool:
    """Whether both can be true. A bound is true of all on its right side, and of the figure itself; two reports that
    give the same bound must give the same figure."""
    (low, high), (least, most) = _span(one), _span(other)
    if _without_rate(one, other):
        (low, high), (least, most) = _span(_plainly(one)), _span(_plainly(other))
    if one.unit != other.unit:
        low, high = low - abs(low) * CONVERTED, high + abs(high) * CONVERTED
    if one.bound == other.bound:
        return (low <= most and least <= high) or _rounded(one, other)
    above = (one.bound == "over" and most >= low) or (other.bound == "over" and high >= least)
    below = (one.bound == "under" and least <= high) or (other.bound == "under" and low <= most)
    return above or below or (low <= most and least <= high) or _rounded(one, other)


def _without_rate(one: Figure, other: Figure) -> bool:
    """Whether only one of two figures says per what: the other leaves it to its reader."""
    return ("/" in one.unit) != ("/" in other.unit) and one.unit.partition("/")[0] == other.unit.partition("/")[0]


def _plainly(figure: Figure) -> Figure:
    return Figure(figure.value, figure.unit.partition("/")[0], bound=figure.bound, to=figure.to)


def _rounded(one: Figure, other: Figure) -> bool:
    """Whether one of two large figures is the other, rounded to two digits or more: 1.5 million and 1,487,300."""
    if one.unit != other.unit or one.to or other.to:
        return False
    short, long = sorted((Decimal(one.value), Decimal(other.value)), key=_digits)
    if min(abs(short), abs(long)) < ROUNDED or not 2 <= _digits(short) < _digits(long):
        return False
    place = Decimal(10) ** (short.adjusted() - _digits(short) + 1)
    return abs(short - long) * 2 <= place


def _digits(value: Decimal) -> int:
    """The digits of a number up to the last that is no nought."""
    return len(value.normalize().as_tuple().digits)
