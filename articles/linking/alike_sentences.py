"""Which sentences of two texts may say the same: by the wording they share, and by the statements that are linked.

Candidates come from an index of shared stems: texts of 2,000 sentences are never compared all with all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.linking.wording import NEAR, NEAR_RELATED, Overlap, Wording, comparable, overlap, wording
from articles.records import Span
from articles.text.sentences import paragraphs, sentences

COMMON = 50
"""Sentences that have one stem, beyond which the stem leads to no candidates."""
CANDIDATES = 4
"""Sentences that are compared with one, those with most stems in common first."""
ENOUGH_WORDS = 2.0
"""Weight of shared words from which a pair can be one by itself; "He agreed." may be anybody's."""
WORTH = 0.25
"""Share of the shorter sentence's words below which a pair is not compared."""
DOUBT = 0.8
"""Shared words that leave a likeness at half of its worth, as for statements."""
ENOUGH = 0.4
"""Likeness (0..1) from which two sentences that stand in one order are held for one."""
ENOUGH_BESIDE = 0.18
"""The same for two that stand beside a match in both texts. Of the eight such pairs in the demo articles and the seeds
six say the same, and two nearly."""
LINKED = 0.9
"""What a link between statements counts for."""

Range = tuple[int, int]
"""Sentences by their numbers, half-open."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two sentences that may be one, by their numbers; `link` is the number of the link that says so."""

    a: int
    b: int
    likeness: float
    link: int | None = None


@dataclass(frozen=True)
class Sentences:
    """A text in its sentences."""

    text: str
    language: str

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        return sentences(self.text, self.language)

    @cached_property
    def wordings(self) -> list[Wording]:
        return [wording(span.of(self.text), self.language) for span in self.spans]

    @cached_property
    def paragraphs(self) -> list[int]:
        """The number of the paragraph that each sentence is in."""
        starts = [paragraph.start for paragraph in paragraphs(self.text)]
        return [bisect_right(starts, span.start) for span in self.spans]

    def touched(self, span: Span) -> Range:
        """The sentences that a span touches."""
        first = bisect_right(self.spans, span.start, key=lambda one: one.end)
        last = bisect_right(self.spans, span.end - 1, key=lambda one: one.start)
        return first, max(first, last)

    def span(self, range: Range) -> Span:
        return Span(self.spans[range[0]].start, self.spans[range[1] - 1].end)

    def wording(self, range: Range) -> Wording:
        """The words of several sentences as those of one."""
        if range[1] - range[0] == 1:
            return self.wordings[range[0]]
        return wording(self.span(range).of(self.text), self.language)


def edges(a: Sentences, b: Sentences, joined: Iterable[tuple[Span, Span]]) -> list[Edge]:
    """The sentences of two texts that may be one, in no order; `joined` are spans of linked statements."""
    found = {(edge.a, edge.b): edge for edge in _by_wording(a, b)} if comparable(a.language, b.language) else {}
    known_a, known_b = {i for i, _ in found}, {j for _, j in found}
    for number, (one, other) in enumerate(joined):
        for edge in _by_link(number, a.touched(one), b.touched(other)):
            # What the words tell is told sentence by sentence; a link is of a whole statement.
            if edge.a not in known_a and edge.b not in known_b:
                found[edge.a, edge.b] = edge
    return list(found.values())


def beside(a: Sentences, b: Sentences, i: int, j: int) -> float:
    """How alike two sentences are that stand beside a match in both texts, 0..1; 0 for too little."""
    if a.wordings[i].folded == b.wordings[j].folded:
        return 1.0
    if not comparable(a.language, b.language):
        return 0.0
    shared = words_in_common(a, b, (i, i + 1), (j, j + 1))
    likeness = _likeness(shared)
    return likeness if shared.weight >= 1 and likeness >= ENOUGH_BESIDE else 0.0


def words_in_common(a: Sentences, b: Sentences, range_a: Range, range_b: Range) -> Overlap:
    """What two passages share word by word."""
    return overlap(a.wording(range_a), b.wording(range_b), NEAR if a.language == b.language else NEAR_RELATED)


def _by_wording(a: Sentences, b: Sentences) -> Iterator[Edge]:
    near = NEAR if a.language == b.language else NEAR_RELATED
    equal = dict(_equal(a, b))
    yield from (Edge(i, j, 1.0) for i, j in equal.items())
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(b.wordings):
        for stem in words.telling:
            postings[stem].append(j)
    for i, words in enumerate(a.wordings):
        for j in _candidates(words, b, postings) if i not in equal else ():
            shared = overlap(words, b.wordings[j], near)
            if shared.weight >= ENOUGH_WORDS and (likeness := _likeness(shared)) >= ENOUGH:
                yield Edge(i, j, likeness)


def _equal(a: Sentences, b: Sentences) -> Iterator[tuple[int, int]]:
    """The sentences that are the same word by word; of repeated ones the first with the first, and so on."""
    places: defaultdict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for j, words in enumerate(b.wordings):
        places[words.folded].append(j)
    for i, words in enumerate(a.wordings):
        if sum(words.telling.values()) >= ENOUGH_WORDS and places.get(words.folded):
            yield i, places[words.folded].popleft()


def _candidates(words: Wording, b: Sentences, postings: defaultdict[str, list[int]]) -> list[int]:
    """The sentences that share most rare words with one; many have a common word, which tells nothing."""
    shared: Counter[int] = Counter()
    for stem in words.telling:
        posting = postings.get(stem, ())
        if len(posting) <= COMMON:
            shared.update(posting)
    return [j for j, _count in shared.most_common(CANDIDATES) if _worth(words, b.wordings[j])]


def _worth(one: Wording, other: Wording) -> bool:
    common = sum(one.telling[stem] for stem in one.telling.keys() & other.telling.keys())
    return common >= WORTH * min(one.weight, other.weight)


def _likeness(shared: Overlap) -> float:
    """How alike two sentences are, 0..1: more where whole phrases of the shorter stand in the longer."""
    likeness = shared.longer + (shared.shorter - shared.longer) * shared.runs
    return likeness * shared.weight / (shared.weight + DOUBT)


def _by_link(number: int, range_a: Range, range_b: Range) -> Iterator[Edge]:
    """Two linked statements of several sentences: each with those at its height in the other."""
    size_a, size_b = range_a[1] - range_a[0], range_b[1] - range_b[0]
    longer = max(size_a, size_b) if size_a and size_b else 0
    for at in range(longer):
        yield Edge(range_a[0] + at * size_a // longer, range_b[0] + at * size_b // longer, LINKED, number)
