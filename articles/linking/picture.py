"""The picture of an event: articles as dots in lanes along the days, joined by curves. Places in pixels, no drawing.

The same articles always make the same picture. Dots and labels never lie on one another; a curve may pass behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log2

from articles.linking.lettering import fitted, width_of
from articles.linking.ties import BOW, Box, Curve, Point, Tie, curves, drawn

RADIUS = 11
"""Of a dot, which holds a number of two digits."""
ROW = 34
"""Height of a dot with the space around it."""
LANE = 10
"""Space between the dots of two lanes, besides."""
TOP = 64
"""Above the first lane: the days, and room for the curves that bow upwards."""
BOTTOM = 12
EDGE = 12
NAMES = 176
"""Width of the names of the lanes, at most."""
ASIDE = 36
"""Space left of a dot, for the curves that bow to that side."""
LABEL = 112
"""Width of a dot's label, at most."""
HIGHEST = 6
"""Dots of one day and lane above each other; more of them stand beside each other."""
DAY = 60.0
"""Width of a day's words."""
APART = 18
"""How much further apart days are drawn that are two apart; four apart: twice that, and so on up to WIDEST times."""
WIDEST = 4
FEWEST = 900
"""Width that a picture of few days is stretched to, at most SLACK for each of them."""
SLACK = 200


@dataclass(frozen=True, slots=True)
class Node:
    """An article to be drawn."""

    id: int
    number: int
    day: date | None
    lane: str
    label: str
    room: float = 0.0
    """Least width that is kept for the label: the page may word it otherwise."""


@dataclass(frozen=True, slots=True)
class Dot:
    node: Node
    x: float
    y: float
    label: str
    """The node's label, cut where it would be too long."""
    label_x: float


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    shown: str
    """The name, cut where it would be too long."""
    top: float
    height: float
    y: float
    """Where the name stands: the middle."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day under which dots stand; None for those without one."""

    day: date | None
    x: float


@dataclass(frozen=True, slots=True)
class Picture:
    width: float
    height: float
    dots: tuple[Dot, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    curves: tuple[Curve, ...]
    left_out: int
    """Ties that are not drawn: the weakest, where a picture would have too many to be read."""


def picture(nodes: Sequence[Node], ties: Iterable[Tie], names: float = 0.0) -> Picture:
    """Nodes and ties laid out: a column for each day in their order, undated ones last, and a lane for each name.

    `names` is the least width that is kept for the names of the lanes: the page may word them otherwise.
    """
    order = sorted(nodes, key=lambda node: (node.day or date.max, node.number))
    cells = defaultdict[tuple[date | None, str], list[Node]](list)
    for node in order:
        cells[node.day, node.lane].append(node)
    days = list(dict.fromkeys(node.day for node in order))
    lanes = _lanes(list(dict.fromkeys(node.lane for node in order)), cells)
    start = EDGE + max([names, *(width_of(lane.shown) for lane in lanes)]) + BOW
    columns, width = _columns(days, cells, start)
    dots = tuple(_dots(cells, columns, {lane.name: lane for lane in lanes}))
    points = {dot.node.id: Point(dot.x, dot.y) for dot in dots}
    kept, left_out = drawn(ties, {node.id: node.day for node in nodes})
    boxes = [_box(dot) for dot in dots]
    height = (lanes[-1].top + lanes[-1].height if lanes else TOP) + BOTTOM
    ticks = tuple(Tick(day, columns[day][0]) for day in days)
    return Picture(width, height, dots, lanes, ticks, tuple(curves(kept, points, boxes)), left_out)


def _lanes(names: Sequence[str], cells: Mapping[tuple[date | None, str], list[Node]]) -> tuple[Lane, ...]:
    """One below the other, each as high as the day that has most of its nodes."""
    found, top = [], float(TOP)
    for name in names:
        rows = max(min(HIGHEST, len(nodes)) for (_day, lane), nodes in cells.items() if lane == name)
        height = float(rows * ROW + LANE)
        found.append(Lane(name, fitted(name, NAMES), top, height, top + height / 2))
        top += height
    return tuple(found)


Columns = Mapping[date | None, tuple[float, list[float]]]
"""By day: where its first dot stands, and the places of the dots beside each other."""


def _columns(
    days: Sequence[date | None], cells: Mapping[tuple[date | None, str], list[Node]], start: float
) -> tuple[dict[date | None, tuple[float, list[float]]], float]:
    """Where the dots of each day stand, and the width of the picture."""
    widths = {day: _widths(day, cells) for day in days}
    gaps = [_gap(one, other) for one, other in pairwise(days)]
    needed = start + sum(map(sum, widths.values())) + sum(gaps) + EDGE
    slack = min(SLACK, max(0.0, FEWEST - needed) / max(1, len(days)))
    found: dict[date | None, tuple[float, list[float]]] = {}
    x = start
    for day, gap in zip(days, [*gaps, 0.0], strict=True):
        places = []
        for width in widths[day]:
            places.append(x + RADIUS)
            x += width
        found[day] = places[0], places
        x += gap + slack
    return found, x + EDGE


def _widths(day: date | None, cells: Mapping[tuple[date | None, str], list[Node]]) -> list[float]:
    """How wide the columns of one day are, by their dots and labels; the day itself must fit above the first."""
    across: dict[int, float] = {}
    for (of, _lane), nodes in cells.items():
        for at, node in enumerate(nodes if of == day else ()):
            width = 2 * RADIUS + 6 + max(node.room, width_of(fitted(node.label, LABEL))) + ASIDE
            across[at // HIGHEST] = max(across.get(at // HIGHEST, DAY), width)
    return [across[at] for at in sorted(across)]


def _gap(one: date | None, other: date | None) -> float:
    """More for days further apart, though never so much that the picture falls to pieces."""
    days = (other - one).days if one and other else 1
    return APART * min(WIDEST, log2(days)) if days > 1 else 0.0


def _dots(
    cells: Mapping[tuple[date | None, str], list[Node]], columns: Columns, lanes: Mapping[str, Lane]
) -> Iterable[Dot]:
    for (day, name), nodes in cells.items():
        lane = lanes[name]
        for at, node in enumerate(nodes):
            x = columns[day][1][at // HIGHEST]
            y = lane.top + (LANE + ROW) / 2 + at % HIGHEST * ROW
            yield Dot(node, round(x, 1), round(y, 1), fitted(node.label, LABEL), round(x + RADIUS + 6, 1))


def _box(dot: Dot) -> Box:
    return Box(dot.x - RADIUS, dot.y - RADIUS, dot.label_x + max(dot.node.room, width_of(dot.label)), dot.y + RADIUS)
