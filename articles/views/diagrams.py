"""The pictures of an utterance: where its lines and words stand, in pixels. Wide words go on where the picture ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.dossiers.relays import Evidence, Relays, Source
from articles.dossiers.spread import Spread

LINE = 24
"""Height of a line of words."""
GUTTER = 64
"""What the arcs of the timeline take at most, beside its dots."""
STEP = 28
"""How far a source stands behind the one that it has the words from."""
DEEPEST = 8
"""Steps from which on sources stand below each other: chains are seldom so long, and a screen has an edge."""
RADIUS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A source in a picture: its dot and its words."""

    source: Source
    x: int
    y: int
    text: int
    """Where its words begin, counted from the left."""
    first: bool = False
    """Whether it is of those that were published first."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a part of the picture."""

    day: object
    after: int
    y: int


@dataclass(frozen=True, slots=True)
class Path:
    """A line from a source to one that has its words."""

    d: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Picture:
    height: int
    marks: Sequence[Mark]
    paths: Sequence[Path]
    headings: Sequence[Heading] = ()
    spine: tuple[int, int, int] | None = None
    """The line of time: x, and y from and to."""


def timeline(spread: Spread) -> Picture:
    """Downwards day by day; an arc on the left leads from a report to one that has the words from it."""
    joined = any(source.origin and source.origin.report for day in spread.days for source in day.reports)
    x, y = 2 * RADIUS + (GUTTER if joined else 0), 0
    headings, marks = [], []
    for day in spread.days:
        headings.append(Heading(day.day, day.after, y + LINE - 8))
        y += LINE
        for source in day.reports:
            marks.append(Mark(source, x, y + LINE // 2, x + 3 * RADIUS, first=day is spread.first))
            y += LINE
        y += RADIUS
    dots = {mark.source: mark for mark in marks}
    return Picture(y, marks, [*_arcs(dots)], headings, (x, 4, y - 4))


def _arcs(dots: dict[Source, Mark]) -> Iterator[Path]:
    for source, mark in dots.items():
        origin = dots.get(source.origin) if source.origin else None
        if origin and source.evidence:
            left = mark.x - RADIUS
            bend = left - min(GUTTER, 16 + abs(mark.y - origin.y) // 4)
            yield Path(f"M{left} {origin.y}C{bend} {origin.y} {bend} {mark.y} {left} {mark.y}", source.evidence)


def tree(relays: Relays) -> Picture:
    """Each source below the one that it has the words from, and further in."""
    marks: list[Mark] = []
    paths: list[Path] = []
    for top in relays.trees:
        _branch(top, 0, None, marks, paths)
    return Picture(len(marks) * LINE + RADIUS, marks, paths)


def _branch(source: Source, depth: int, above: Mark | None, marks: list[Mark], paths: list[Path]) -> None:
    x = 2 * RADIUS + STEP * min(depth, DEEPEST)
    mark = Mark(source, x, len(marks) * LINE + LINE // 2, x + 3 * RADIUS, first=above is None)
    marks.append(mark)
    if above and source.evidence:
        paths.append(Path(f"M{above.x} {above.y + RADIUS}V{mark.y}H{mark.x - RADIUS}", source.evidence))
    for one in source.through:
        _branch(one, depth + 1, mark, marks, paths)
