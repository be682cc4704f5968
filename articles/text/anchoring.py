"""A marked passage found again in a text that was cleaned anew.

As the TextQuoteSelector of the W3C Web Annotation model a passage is known by its own words and by those around it:
the words must be there, what stands around them chooses among several places, and among equals the nearest. Where the
words are not there to the letter, the most alike passage is taken if it is alike enough.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Opcodes

from articles.records import Span

KEPT, MOVED, ALTERED, ORPHANED = "kept", "moved", "altered", "orphaned"
ALIKE = 0.65
"""From here on a passage counts as the altered one: twice what both have in common, by the length of both. So litter as
long as the passage itself may have been cut out of it, or stand in it. In texts that do not have them, the statements
of the demo corpus find nothing above 0.58."""
TELLING = 8
"""So many characters of what stands around a passage tell it from a chance likeness."""
UNMISTAKABLE = 30
"""A passage of so many characters does not stand elsewhere by chance."""
LONGEST = 800
"""Characters of a passage that is looked for as a whole where it is not there to the letter; a longer one is looked for
by its first and its last words, so that the time it takes does not grow with its square."""
REACH = 30_000
"""Characters before and after its likely place in which an altered passage is looked for."""
_MOST_PLACES = 200
_END = 300
_LONGEST_CARRIED = 10_000
_MOST_LINES = 2_000
_MOST_BLOCKS = 40
_COST = 0.25
"""What a character that the passage does not have costs, in characters that it has: a few words beyond a long gap are
there by chance."""
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage as it was marked: `text` stood at `start`, between `prefix` and `suffix`."""

    start: int
    text: str
    prefix: str = ""
    suffix: str = ""
    parts: tuple[Span, ...] = ()
    """Spans inside of it that are to be found with it: pieces of an interrupted quote, figures."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where the passage is now; of an orphaned one, where it was."""

    verdict: str
    """kept: at its offset, to the letter; moved: elsewhere, to the letter; altered: alike; orphaned: not there."""
    start: int
    end: int
    parts: tuple[Span | None, ...] = ()
    """None where nothing is left of one."""


def anchor(old: Anchor, text: str, near: int | None = None) -> Anchored:
    """Finds a passage in a new text. `near` is where it most likely stands, by default where it stood."""
    near = old.start if near is None else near
    start = _exactly(old, text, near)
    if start is not None:
        shift = start - old.start
        parts = tuple(Span(part.start + shift, part.end + shift) for part in old.parts)
        return Anchored(MOVED if shift else KEPT, start, start + len(old.text), parts)
    found = _alike(old.text, text, near)
    if found is None or not _is_sure(old, _common(old, text, found)):
        return Anchored(ORPHANED, old.start, old.start + len(old.text), old.parts)
    return Anchored(ALTERED, found.start, found.end, tuple(_carried(old, found, text)))


def places(before: str, after: str) -> Callable[[int], int]:
    """Tells where an offset of one text most likely is in another, by the lines that both have."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old_at, new_at = [0, *accumulate(map(len, old))], [0, *accumulate(map(len, new))]
    runs = [(old_at[a], new_at[b] - old_at[a]) for a, b in _common_lines(old, new)] or [(0, 0)]
    starts = [start for start, _shift in runs]

    def place(at: int) -> int:
        return max(0, at + runs[max(0, bisect_right(starts, at) - 1)][1])

    return place


def _common_lines(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Where each run of lines begins that both have, in order. A middle too long to compare is passed over."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if head:
        yield 0, 0
    if max(map(len, middle)) <= _MOST_LINES:
        for block in SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks()[:-1]:
            yield head + block.a, head + block.b
    if tail:
        yield len(old) - tail, len(new) - tail


def _exactly(old: Anchor, text: str, near: int) -> int | None:
    """The place of the very words that has most of what stood around them, the nearest of equals."""
    best: tuple[int, int] | None = None
    for start in _occurrences(text, old.text, near):
        common = _common(old, text, Span(start, start + len(old.text)))
        if (start == near or _is_sure(old, common)) and (best is None or common > best[0]):
            best = common, start
        if common == len(old.prefix) + len(old.suffix):
            break
    return best and best[1]


def _is_sure(old: Anchor, common: int) -> bool:
    """Few words may stand anywhere by chance: something around them must be as it was."""
    return len(old.text) >= UNMISTAKABLE or common >= min(TELLING, len(old.prefix) + len(old.suffix))


def _occurrences(text: str, words: str, near: int) -> Iterator[int]:
    """Where the words stand, the nearest first: some hundreds of places at most, and never inside of other words."""
    behind = text.find(words, max(0, near))
    before = text.rfind(words, 0, max(0, near) + len(words) - 1) if near > 0 else -1
    for _place in range(_MOST_PLACES):
        if behind < 0 and before < 0:
            return
        if before < 0 or (behind >= 0 and behind - near <= near - before):
            at, behind = behind, text.find(words, behind + 1)
        else:
            at, before = before, text.rfind(words, 0, before + len(words) - 1) if before else -1
        if _is_whole(text, at, at + len(words)):
            yield at


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return not (len(before) > 1 and before.isalnum()) and not (len(after) > 1 and after.isalnum())


def _common(old: Anchor, text: str, place: Span) -> int:
    """How many characters around a place are those that stood around the passage."""
    before = text[max(0, place.start - len(old.prefix)) : place.start]
    after = zip(old.suffix, text[place.end : place.end + len(old.suffix)], strict=False)
    return _run(zip(reversed(old.prefix), reversed(before), strict=False)) + _run(after)


def _run(pairs: Iterator[tuple[str, str]]) -> int:
    length = 0
    for one, other in pairs:
        if one != other:
            break
        length += 1
    return length


def _alike(words: str, text: str, near: int) -> Span | None:
    """The passage of the text that is most like the words, if it is alike enough."""
    if len(words) <= LONGEST:
        return _most_alike(words, text, near)
    head = _most_alike(words[:_END], text, near)
    tail = _most_alike(words[-_END:], text, near + len(words) - _END)
    if not head or not tail or not len(words) / 2 <= tail.end - head.start <= 2 * len(words):
        return None
    return Span(head.start, tail.end)


def _most_alike(words: str, text: str, near: int) -> Span | None:
    first = max(0, near - REACH)
    region = text[first : max(0, near) + len(words) + REACH]
    rough = fuzz.partial_ratio_alignment(words, region, score_cutoff=50)
    if rough is None:
        return None
    start = max(0, rough.dest_start - len(words))
    found = _fitted(words, region[start : rough.dest_end + len(words)])
    return Span(first + start + found.start, first + start + found.end) if found else None


def _fitted(words: str, window: str) -> Span | None:
    """From the first to the last of the words that the window has of the passage, chance ones at its ends left out."""
    old = [Span(*match.span()) for match in _WORD.finditer(words)]
    new = [Span(*match.span()) for match in _WORD.finditer(window)]
    matcher = SequenceMatcher(None, [one.of(words) for one in old], [one.of(window) for one in new], autojunk=False)
    blocks = sorted(sorted(matcher.get_matching_blocks()[:-1], key=lambda block: -block.size)[:_MOST_BLOCKS])
    best, most = None, 0.0
    for n, one in enumerate(blocks):
        common = 0
        for other in blocks[n:]:
            last = other.b + other.size - 1
            common += new[last].end - new[other.b].start
            gain = common - _COST * (new[last].end - new[one.b].start - common)
            if gain > most:
                best, most = (one, other, last), gain
    if best is None:
        return None
    one, other, last = best
    start = _edge(words[: old[one.a].start], window, [span.start for span in new[: one.b]], new[one.b].start)
    behind = words[old[other.a + other.size - 1].end :]
    end = _far_edge(behind, window, [span.end for span in new[last + 1 :]], new[last].end)
    return Span(start, end) if fuzz.ratio(words, window[start:end]) >= 100 * ALIKE else None


def _edge(missing: str, window: str, starts: Sequence[int], sure: int) -> int:
    """Where the passage begins: before the first word it shares, if what it lacks there stands there altered."""
    tries = [at for at in starts if sure - at <= 2 * len(missing)]
    best = max(tries, key=lambda at: fuzz.ratio(missing, window[at:sure]), default=sure)
    return best if missing and fuzz.ratio(missing, window[best:sure]) >= 100 * ALIKE else sure


def _far_edge(missing: str, window: str, ends: Sequence[int], sure: int) -> int:
    tries = [at for at in ends if at - sure <= 2 * len(missing)]
    best = max(tries, key=lambda at: fuzz.ratio(missing, window[sure:at]), default=sure)
    return best if missing and fuzz.ratio(missing, window[sure:best]) >= 100 * ALIKE else sure


def _carried(old: Anchor, found: Span, text: str) -> Iterator[Span | None]:
    """The parts of an altered passage, by what its old and its new words have in common."""
    short = old.parts and max(len(old.text), len(found)) <= _LONGEST_CARRIED
    steps = Indel.opcodes(old.text, found.of(text)) if short else Opcodes([], 0, 0)
    same = [step for step in steps if step.tag == "equal"]
    for part in old.parts:
        first, last = part.start - old.start, part.end - old.start
        starts = (step.dest_start + max(0, first - step.src_start) for step in same if step.src_end > first)
        ends = [step.dest_start + min(last, step.src_end) - step.src_start for step in same if step.src_start < last]
        start, end = next(starts, 0), ends[-1] if ends else 0
        yield Span(found.start + start, found.start + end) if start < end else None
