"""Sentences that may be one made into passages: each of one text with at most one of the other, neighbours joined."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.linking.alike_sentences import Edge, Range, Sentences, beside

SAME = 0.8
"""Likeness from which neighbouring sentences of one paragraph are read as one passage."""


@dataclass(frozen=True, slots=True)
class Block:
    """A match in the making, sentences that follow each other, in each text."""

    a: Range
    b: Range
    likeness: float
    link: int | None


def blocks(found: Sequence[Edge], a: Sentences, b: Sentences) -> list[Block]:
    """The passages that say the same, in the order of the first text."""
    return _merged(_grown(_neighbours(_chosen(found, a, b), a, b), found), a, b)


def _chosen(found: Iterable[Edge], a: Sentences, b: Sentences) -> list[Block]:
    """Each sentence with at most one other, the likeliest first; of equal ones that at the same height."""

    def rank(edge: Edge) -> tuple[float, float, int, int]:
        return -edge.likeness, abs(edge.a / len(a) - edge.b / len(b)), edge.a, edge.b

    taken_a, taken_b = set[int](), set[int]()
    blocks = []
    for edge in sorted(found, key=rank):
        if edge.a not in taken_a and edge.b not in taken_b:
            taken_a.add(edge.a)
            taken_b.add(edge.b)
            blocks.append(Block((edge.a, edge.a + 1), (edge.b, edge.b + 1), edge.likeness, edge.link))
    return sorted(blocks, key=lambda block: block.a)


def _neighbours(blocks: Sequence[Block], a: Sentences, b: Sentences) -> list[Block]:
    """With the sentences too that stand beside a match in both texts and are somewhat alike, or too short to tell."""
    pairs = {block.a[0]: block.b[0] for block in blocks}
    taken = set(pairs.values())
    added = []
    for step in (1, -1):
        for start in sorted(pairs, reverse=step < 0):
            i, j = start + step, pairs[start] + step
            while 0 <= i < len(a) and 0 <= j < len(b) and i not in pairs and j not in taken:
                likeness = beside(a, b, i, j)
                if not likeness:
                    break
                pairs[i] = j
                taken.add(j)
                added.append(Block((i, i + 1), (j, j + 1), likeness, None))
                i, j = i + step, j + step
    return sorted([*blocks, *added], key=lambda block: block.a)


def _grown(blocks: Sequence[Block], found: Iterable[Edge]) -> list[Block]:
    """With the sentences beside each match that are like its other side: one text says in two what the other says
    in one."""
    like_a, like_b = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for edge in found:
        like_a[edge.a].add(edge.b)
        like_b[edge.b].add(edge.a)
    taken_a = {at for block in blocks for at in range(*block.a)}
    taken_b = {at for block in blocks for at in range(*block.b)}
    return [
        replace(block, a=_wider(block.a, block.b, like_a, taken_a), b=_wider(block.b, block.a, like_b, taken_b))
        for block in blocks
    ]


def _wider(own: Range, other: Range, like: defaultdict[int, set[int]], taken: set[int]) -> Range:
    first, end = own

    def belongs(at: int) -> bool:
        return at not in taken and any(other[0] <= one < other[1] for one in like[at])

    while belongs(end):
        taken.add(end)
        end += 1
    while belongs(first - 1):
        first -= 1
        taken.add(first)
    return first, end


def _merged(blocks: Iterable[Block], a: Sentences, b: Sentences) -> list[Block]:
    """Matches that follow each other in both texts as one: those of one link, hardly changed ones of one paragraph."""
    merged: list[Block] = []
    for block in sorted(blocks, key=lambda block: block.a):
        last = merged[-1] if merged else None
        if last and last.a[1] == block.a[0] and last.b[1] == block.b[0] and _together(last, block, a, b):
            likeness = min(last.likeness, block.likeness)
            merged[-1] = Block((last.a[0], block.a[1]), (last.b[0], block.b[1]), likeness, last.link)
        else:
            merged.append(block)
    return merged


def _together(one: Block, next: Block, a: Sentences, b: Sentences) -> bool:
    if one.link is not None or next.link is not None:
        return one.link == next.link
    in_a = a.paragraphs[one.a[0]] == a.paragraphs[next.a[0]]
    in_b = b.paragraphs[one.b[0]] == b.paragraphs[next.b[0]]
    return in_a and in_b and min(one.likeness, next.likeness) >= SAME


def in_order(blocks: Sequence[Block], a: Sentences) -> set[Block]:
    """The matches that follow each other in both texts, the longest series of them: all others have moved.

    `blocks` are in the order of the first text. Of the series that end at one place of the second text only the
    longest can be the beginning of more; `ends` has them in order of that place, each longer than those before it.
    """
    ends: list[tuple[int, int, int]] = []
    before: dict[int, int | None] = {}
    for number, block in enumerate(blocks):
        at = bisect_left(ends, (block.b[0],))
        before[number] = ends[at - 1][2] if at else None
        length = len(a.span(block.a)) + (ends[at - 1][1] if at else 0)
        beaten = at
        while beaten < len(ends) and ends[beaten][1] <= length:
            beaten += 1
        ends[at:beaten] = [(block.b[0], length, number)]
    found = set[Block]()
    last = ends[-1][2] if ends else None
    while last is not None:
        found.add(blocks[last])
        last = before[last]
    return found


def with_company(blocks: Sequence[Block], kept: Collection[Block]) -> list[Block]:
    """Those that are kept, and those that follow one or are followed by one in both texts, and so on."""
    found = set(kept)
    for order in (blocks, blocks[::-1]):
        for one, next in pairwise(order):
            touching = (one.a[1], one.b[1]) == (next.a[0], next.b[0]) or (one.a[0], one.b[0]) == (next.a[1], next.b[1])
            if one in found and touching:
                found.add(next)
    return [block for block in blocks if block in found]
