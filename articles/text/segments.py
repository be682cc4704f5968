"""A text cut where passages begin and end, so that passages which overlap can be shown in one another.

In go a text and the spans marked in it, out come segments: each is covered by the same passages from its first
character to its last, and all of them joined are the text again, to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from articles.records import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Something marked in a text: one piece, or several where an attribution interrupts it."""

    id: int
    pieces: tuple[Span, ...]

    @property
    def hull(self) -> Span:
        """From the beginning of the first piece to the end of the last."""
        return Span(min(piece.start for piece in self.pieces), max(piece.end for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text; `start` is the offset of its first character."""

    start: int
    text: str
    passages: tuple[int, ...] = ()
    """The ids of the passages that cover it, the lowest level first."""
    begins: tuple[int, ...] = ()
    """The ids of the passages whose first piece begins here."""
    hit: int = 0
    """Which of the hits it is a part of, counted from 1; 0 for none."""


def cut(text: str, passages: Iterable[Passage], hits: Iterable[Span] = (), cuts: Iterable[int] = ()) -> list[Segment]:
    """The segments of a text. Pieces that lie outside it are cut off; `cuts` are further offsets to cut at.

    A segment never goes past a line feed, which belongs to the line that it ends.
    """
    known = [inside for passage in passages if (inside := _inside(passage, len(text)))]
    known.sort(key=lambda passage: (passage.hull.start, -passage.hull.end, passage.id))
    order = levels(known)
    pieces = sorted((piece.start, piece.end, passage.id) for passage in known for piece in passage.pieces)
    found = list(enumerate(sorted(hits), start=1))
    lines = (match.end() for match in re.finditer("\n", text))
    edges = {0, len(text), *lines, *cuts}
    edges.update(edge for start, end, _ in pieces for edge in (start, end))
    edges.update(edge for _, hit in found for edge in (hit.start, hit.end))
    begins: dict[int, list[int]] = {}
    for passage in known:
        begins.setdefault(passage.hull.start, []).append(passage.id)
    segments = []
    covering: list[tuple[int, int, int]] = []
    for start, end in pairwise(sorted(edge for edge in edges if 0 <= edge <= len(text))):
        while pieces and pieces[0][0] <= start:
            covering.append(pieces.pop(0))
        covering = [piece for piece in covering if piece[1] > start]
        while found and found[0][1].end <= start:
            found.pop(0)
        ids = sorted({piece[2] for piece in covering}, key=lambda one: order[one])
        hit = found[0][0] if found and found[0][1].start <= start else 0
        segments.append(Segment(start, text[start:end], tuple(ids), tuple(begins.get(start, ())), hit))
    return segments


def levels(passages: Iterable[Passage]) -> dict[int, int]:
    """A level for each passage, from 0: passages that overlap never share one, so that their lines can be stacked."""
    found: dict[int, int] = {}
    ends: list[int] = []
    for passage in sorted(passages, key=lambda one: (one.hull.start, -one.hull.end, one.id)):
        hull = passage.hull
        level = next((n for n, end in enumerate(ends) if end <= hull.start), len(ends))
        ends[level : level + 1] = [hull.end]
        found[passage.id] = level
    return found


def _inside(passage: Passage, length: int) -> Passage | None:
    pieces = (Span(max(0, piece.start), min(length, piece.end)) for piece in passage.pieces)
    kept = tuple(piece for piece in pieces if piece.start < piece.end)
    return Passage(passage.id, kept) if kept else None
