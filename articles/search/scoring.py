"""One word, phrase or beginning of a plan looked up in the arrays of an index, and ranked.

Ranking is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004) as Whoosh
computes it, over whole arrays at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import log
from typing import NamedTuple, Protocol

import numpy as np

from articles.search.arrays import Array
from articles.search.columns import Columns
from articles.search.found import Found, added_up, both, only, together
from articles.search.indexing import PLAIN, TITLE, scope_of
from articles.search.plan import AnyOf, Beginning, InARow, Leaf

K1 = 1.2
B = 0.75
TITLE_B = 0.3
"""A title's length tells little of what it is about."""


class Posted(NamedTuple):
    """The documents that have a term, in order, and how often each has it; deleted ones included."""

    documents: Array
    frequencies: Array


class Index(Protocol):
    """One state of an index, as arrays over all its documents."""

    @property
    def columns(self) -> Columns: ...

    @property
    def owner(self) -> Array:
        """The document of the article that each document belongs to; an article's is itself."""

    @property
    def live(self) -> Array:
        """Whether each document is not deleted."""

    def total(self, field: str) -> int:
        """How many documents could have the field: all articles, or all statements."""

    def posted(self, field: str, term: str) -> Posted:
        """The postings of a term; empty ones of an unknown term."""

    def posted_beginning(self, field: str, prefix: str) -> Posted:
        """The postings of all terms that begin so, one after the other, not in order."""

    def places(self, field: str, term: str) -> Array:
        """The places of a term, posting after posting."""

    def lengths(self, field: str) -> tuple[Array, float]:
        """How many terms each document has in the field, and the mean of those that have any."""

    def kept(self, leaf: Leaf) -> Found | None:
        """What was found before."""

    def keep(self, leaf: Leaf, found: Found) -> None:
        """Keeps it as long as there is room."""


def look_up(index: Index, leaf: Leaf) -> Found:
    found = index.kept(leaf)
    if found is None:
        found = _looked_up(index, leaf)
        found = only(found, index.live[found.documents])
        index.keep(leaf, found)
    return found


def _looked_up(index: Index, leaf: Leaf) -> Found:
    match leaf:
        case AnyOf():
            return _any_of(index, leaf)
        case InARow():
            return _row(index, leaf)
        case Beginning():
            return _beginning(index, leaf)


def _any_of(index: Index, leaf: AnyOf) -> Found:
    posted = [(choice, index.posted(choice.field, choice.term)) for choice in leaf.choices]
    field = leaf.choices[0].field if leaf.choices else ""
    # What has a word as written has its stem, too; what has it in the title has it.
    counted = [len(one.documents) for choice, one in posted if _is_form_in(choice.field, scope_of(field))]
    rarity = rarity_of(index, field, sum(counted) or max((len(one.documents) for _, one in posted), default=0))
    parts = [bm25(index, choice.field, one, choice.weight * rarity) for choice, one in posted]
    return together(parts, len(index.columns))


def _is_form_in(field: str, scope: str) -> bool:
    return scope_of(field) == scope and not field.endswith(PLAIN)


def rarity_of(index: Index, field: str, documents: int) -> float:
    """The weight of a word that so many documents have in the field: the logarithm of how rare it is, and one."""
    total = index.total(field)
    return max(log(total / (min(documents, total) + 1)) + 1, 0.1)


def bm25(index: Index, field: str, posted: Posted, weight: float) -> Found:
    """The documents of a term, each ranked by how often it has it for its length."""
    lengths, mean = index.lengths(field)
    b = TITLE_B if scope_of(field) == TITLE else B
    often = posted.frequencies.astype(np.float64)
    norm = K1 * ((1 - b) + b * lengths[posted.documents] / mean)
    return Found(posted.documents, weight * (often * (K1 + 1)) / (often + norm))


def _beginning(index: Index, leaf: Beginning) -> Found:
    posted = index.posted_beginning(leaf.field, leaf.prefix)
    documents, often = added_up(posted.documents, posted.frequencies.astype(np.float64), len(index.columns))
    together = Posted(documents, often)
    return bm25(index, leaf.field, together, rarity_of(index, leaf.field, len(documents)))


def _row(index: Index, leaf: InARow) -> Found:
    words = [_word(index, leaf.field, terms) for terms in leaf.words]
    found = reduce(both, sorted((word.found for word in words), key=lambda one: len(one.documents)))
    has_all = np.zeros(len(index.columns), bool)
    has_all[found.documents] = True
    spots = [word.spots(has_all) for word in words]
    where = _near(spots, leaf.distance) if leaf.distance else _side_by_side(spots)
    kept = np.isin(found.documents, where, assume_unique=True)
    return Found(found.documents[kept], found.scores[kept] * leaf.weight)


class _Word(NamedTuple):
    """A word of a row: what has it, and all places of it."""

    found: Found
    owners: Array
    places: Array

    def spots(self, wanted: Array) -> Array:
        """Each place in the wanted documents as one number, in order: the document times 2^32, and the place."""
        here = wanted[self.owners]
        spots = (self.owners[here].astype(np.int64) << 32) + self.places[here]
        return spots if np.all(spots[1:] > spots[:-1]) else np.sort(spots)


def _word(index: Index, field: str, terms: Sequence[str]) -> _Word:
    posted = [index.posted(field, term) for term in terms]
    weight = rarity_of(index, field, sum(len(one.documents) for one in posted))
    found = together([bm25(index, field, one, weight) for one in posted], len(index.columns))
    owners = [np.repeat(one.documents, one.frequencies) for one in posted]
    places = [index.places(field, term) for term in terms]
    return _Word(found, np.concatenate(owners), np.concatenate(places))


def _side_by_side(words: Sequence[Array]) -> Array:
    """The documents where each word stands right behind the one before."""
    first = words[0]
    for step, other in enumerate(words[1:], start=1):
        first = first[_has(other, first + step)]
    return np.unique(first >> 32)


def _has(sorted_numbers: Array, wanted: Array) -> Array:
    if not len(sorted_numbers):
        return np.zeros(len(wanted), bool)
    at = np.minimum(np.searchsorted(sorted_numbers, wanted), len(sorted_numbers) - 1)
    found: Array = sorted_numbers[at] == wanted
    return found


def _near(words: Sequence[Array], distance: int) -> Array:
    """The documents where all words stand within so many words."""
    ends = np.unique(np.concatenate(words))
    start = ends
    for word in words:
        if not len(word):
            return np.empty(0, np.int64)
        # The last place of the word that is not behind the end.
        at = np.searchsorted(word, ends, side="right") - 1
        last = np.where(at >= 0, word[np.maximum(at, 0)], -1)
        start = np.minimum(start, last)
    near = ends - start <= distance
    return np.unique(ends[near] >> 32)
