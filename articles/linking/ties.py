"""The curves of a picture that join its dots: which are drawn, along which way, and where their signs stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

FEWEST, EACH = 24, 1.5
"""Curves that are drawn in any case, and how many for each dot where there are more."""
THICKEST = 4.6
"""Pixels; one act of speech in common is a curve of one pixel, and each further one adds 0.4."""
FAR = 10_000
"""Days between two of which one is unknown."""
SIGN = 9.0
"""Half the size of a sign."""
BOW = 56.0
"""How far a curve bows aside or upwards, at most."""
PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where on a curve its sign may stand, the best place first."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What joins two nodes."""

    a: int
    b: int
    weight: int
    """Acts of speech that both report."""
    copied: float = 0.0
    """Share of the shorter text that both have, 0..1."""
    disputed: bool = False
    """Whether the two disagree."""


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """What nothing else may lie on."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Curve:
    tie: Tie
    path: str
    """A path of SVG."""
    thickness: float
    sign: Point
    """Where its sign stands: on the curve, if possible on nothing else."""


def drawn(ties: Iterable[Tie], days: Mapping[int, date | None]) -> tuple[list[Tie], int]:
    """The ties that a picture shows, and how many it leaves out.

    All, unless they are too many to tell apart: then those that hold the picture together, the disputed ones, and of
    the others the strongest.
    """

    def strongest(tie: Tie) -> tuple[int, float, int, int, int]:
        return -tie.weight, -tie.copied, _apart(days[tie.a], days[tie.b]), tie.a, tie.b

    ranked = sorted(ties, key=strongest)
    most = max(FEWEST, int(EACH * len(days)))
    if len(ranked) <= most:
        return ranked, 0
    holding = set(_holding(ranked, days))
    first = sorted(ranked, key=lambda tie: (tie not in holding, not tie.disputed))
    kept = set(first[:most])
    return [tie for tie in ranked if tie in kept], len(ranked) - len(kept)


def _apart(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one and other else FAR


def _holding(ranked: Iterable[Tie], nodes: Iterable[int]) -> Iterator[Tie]:
    """The strongest ties that leave no node alone and make no circle (Kruskal 1956)."""
    root = {node: node for node in nodes}

    def of(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for tie in ranked:
        if of(tie.a) != of(tie.b):
            root[of(tie.a)] = of(tie.b)
            yield tie


def curves(ties: Iterable[Tie], points: Mapping[int, Point], taken: Sequence[Box]) -> Iterator[Curve]:
    """The way of each tie; signs of disputed ones keep clear of what is `taken` and of each other."""
    boxes = list(taken)
    for tie in ties:
        one, other = sorted((points[tie.a], points[tie.b]), key=lambda point: (point.x, point.y))
        way = _way(one, other)
        sign = _clear(way, boxes) if tie.disputed else _at(way, PLACES[0])
        if tie.disputed:
            boxes.append(_around(sign))
        (a, b, c, d) = ((f"{point.x:.1f} {point.y:.1f}") for point in way)
        yield Curve(tie, f"M{a} C{b} {c} {d}", _thickness(tie), sign)


def _thickness(tie: Tie) -> float:
    return round(min(THICKEST, 0.6 + 0.4 * max(1, tie.weight)), 1)


Way = tuple[Point, Point, Point, Point]


def _way(one: Point, other: Point) -> Way:
    """A cubic curve between two dots: bowed where a straight line would run through the dots between them.

    It leaves a dot steeply, because the dot's label stands to its right, and comes in level, where nothing stands.
    """
    across, down = other.x - one.x, other.y - one.y
    if across < 1:
        bow = min(BOW, 10 + 2.2 * sqrt(abs(down))) / 0.75
        return one, Point(one.x - bow, one.y), Point(other.x - bow, other.y), other
    if abs(down) < 1:
        bow = min(BOW, 22 + 0.03 * across) / 0.75
        return one, Point(one.x + across / 4, one.y - bow), Point(other.x - across / 4, other.y - bow), other
    return one, Point(one.x + 0.15 * across, one.y + 0.5 * down), Point(other.x - 0.4 * across, other.y), other


def _at(way: Way, t: float) -> Point:
    weights = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
    pairs = list(zip(weights, way, strict=True))
    x, y = sum(weight * point.x for weight, point in pairs), sum(weight * point.y for weight, point in pairs)
    return Point(round(x, 1), round(y, 1))


def _clear(way: Way, boxes: Sequence[Box]) -> Point:
    places = [_at(way, t) for t in PLACES]
    return next((place for place in places if not any(_around(place).meets(box) for box in boxes)), places[0])


def _around(point: Point) -> Box:
    return Box(point.x - SIGN, point.y - SIGN, point.x + SIGN, point.y + SIGN)
