"""The main part of a web page, found by trafilatura, told in the page's own lines.

Trafilatura judges well which blocks are the article, but its text is not the page's letter for letter: the joiners of
Persian go, lines of old pages run together, lists get marks. So its answer only says which lines of the page to take.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, islice, pairwise

from articles.importing.visible import RAISED, VisibleLine

_NO_LETTER = re.compile(r"[\W_]+")
_LOWERED = {raised: chr(digit) for digit, raised in RAISED.items()}
_SURE = 30
"""Letters of a passage that stands once on the page, by which others are placed."""
_FIRST = 12
"""Letters at the beginning of a passage by which its places are looked up."""
_ALIKE = 0.8
"""Share of a passage's letters, or words, that a line of the page must account for to be its source."""
_HEAD_LINES = 15
"""Lines between a title and the text: standfirst, byline, date, and what can be done with the page."""
_PROSE_WORDS = 20


def key(text: str) -> str:
    """The letters and digits of a text, by which two copies of it are known for the same."""
    return _NO_LETTER.sub("", text).translate(_LOWERED)


def main_part(lines: Sequence[VisibleLine], extracted: str, titles: Collection[str] = ()) -> tuple[str, int]:
    """The lines of the page that `extracted` was made of, and how many paragraphs between them it leaves out.

    The title (a heading of the first order, or a line whose key is among `titles`) and what stands between it and the
    first line go with them, and each heading with what it heads. What no line of the page accounts for is handed on
    in its place as it was extracted.
    """
    found = _Search(lines)
    passages = [line for line in extracted.split("\n") if key(line)]
    for passage in passages:
        found.take_sure(passage)
    strange = [(found.line, passage) for passage in passages if not found.take(passage)]
    taken = {at for at in found.taken if lines[at].part != "links"}
    if not taken:
        return extracted, 0
    _take_head(lines, taken, titles)
    for at, after in pairwise(range(len(lines))):
        if lines[at].part == "heading" and after in taken:
            taken.add(at)
    missing = sum(at not in taken and _is_prose(lines[at]) for at in range(min(taken), max(taken)))
    kept = sorted([*((at, lines[at].text) for at in taken), *strange], key=lambda one: one[0])
    return "\n".join(text for _at, text in kept), missing


def _take_head(lines: Sequence[VisibleLine], taken: set[int], titles: Collection[str]) -> None:
    heads = {at for at, line in enumerate(lines) if line.part == "title" or key(line.text).casefold() in titles}
    long = (at for at in sorted(taken) if at not in heads and len(key(lines[at].text)) >= _SURE)
    first = next(long, min(taken))
    above = [at for at in heads if first - _HEAD_LINES <= at < first]
    if above:
        taken.update(at for at in range(max(above), first) if lines[at].part in ("", "title", "heading"))


def _is_prose(line: VisibleLine) -> bool:
    return not line.part and len(line.text.split()) >= _PROSE_WORDS and line.text[-1] not in ":…"


class _Search:
    """Finds passages among the lines of a page, whatever blanks and marks they differ in."""

    def __init__(self, lines: Sequence[VisibleLine]) -> None:
        self._keys = [key(line.text) for line in lines]
        self._ends = list(accumulate(map(len, self._keys)))
        self._borders = {0, *self._ends}
        self._whole = "".join(self._keys)
        self._words = [set(line.text.split()) for line in lines]
        self._starts: dict[str, list[int]] = {}
        for start in sorted(self._borders):
            self._starts.setdefault(self._whole[start : start + _FIRST], []).append(start)
        self._short: dict[str, list[int]] = {}
        for at, one in enumerate(self._keys):
            if 0 < len(one) < _FIRST:
                self._short.setdefault(one, []).append(self._start(at))
        self._placed: dict[str, int] = {}
        self._at = 0
        self.taken: set[int] = set()
        self._reach = (len(lines), 0)
        """The first and the last line that were taken for sure."""

    def take_sure(self, passage: str) -> None:
        """Takes the lines of a passage that stands at one place only."""
        wanted = key(passage)
        if len(wanted) >= _SURE:
            places = list(islice(self._places(wanted), 2))
            if len(places) == 1:
                self._take(places[0], wanted)
                self._placed[passage] = places[0] + len(wanted)

    def take(self, passage: str) -> bool:
        """Takes the lines of the next passage in the order of the text; whether there are such lines."""
        if passage in self._placed:
            self._at = self._placed[passage]
            return True
        wanted = key(passage)
        if len(wanted) < _SURE:
            return self._take_short(wanted)
        start = next(self._places(wanted, self._at), None)
        if start is None:
            return self._take_alike(passage, wanted)
        self._take(start, wanted)
        self._at = start + len(wanted)
        return True

    def _take_short(self, wanted: str) -> bool:
        """A few words may stand in many places: those right before the text, or next in it, are the ones."""
        first, last = self._reach if self._reach[0] < len(self._keys) else (0, len(self._keys) - 1)
        start = self._start(first)
        near = self._start(max(0, first - _HEAD_LINES)), self._ends[min(len(self._keys) - 1, last + _HEAD_LINES)]
        before = list(self._places(wanted, near[0], start)) if self._at == 0 else []
        place = before[-1] if before else next(self._places(wanted, max(self._at, near[0]), near[1]), None)
        if place is not None:
            self._take(place, wanted)
            self._at = max(self._at, place + len(wanted)) if not before else self._at
        # One that is no line of its own is a piece of one, which goes with the title or stays out as a whole.
        return place is not None or wanted in self._whole

    @property
    def line(self) -> int:
        """The last line that was taken in the order of the text."""
        return bisect_right(self._ends, max(0, self._at - 1))

    def _places(self, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where, from `start` to before `end`, a passage fills lines from the beginning of one to the end of one."""
        known = self._starts.get(wanted[:_FIRST], []) if len(wanted) >= _FIRST else self._short.get(wanted, [])
        for number in range(bisect_left(known, start), len(known)):
            at = known[number]
            if end is not None and at >= end:
                return
            if self._whole.startswith(wanted, at) and at + len(wanted) in self._borders:
                yield at

    def _start(self, line: int) -> int:
        return self._ends[line] - len(self._keys[line])

    def _take(self, start: int, wanted: str) -> None:
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, start + len(wanted) - 1)
        self.taken.update(range(first, last + 1))
        self._reach = min(self._reach[0], first), max(self._reach[1], last)

    def _take_alike(self, passage: str, wanted: str) -> bool:
        """Takes the lines that make up most of a passage, or the one that it is most of: inner elements may be missing
        in it."""
        inside = [at for at, one in enumerate(self._keys) if len(one) >= _SURE and one in wanted]
        if sum(len(self._keys[at]) for at in inside) >= _ALIKE * len(wanted):
            self.taken.update(inside)
            return True
        words = set(passage.split())
        best = max(range(len(self._words)), key=lambda at: len(words & self._words[at]))
        if len(words & self._words[best]) >= _ALIKE * max(len(words), 0.8 * len(self._words[best])):
            self.taken.add(best)
            return True
        return False
