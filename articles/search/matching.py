"""A plan carried out over the arrays of an index: which documents it finds, and how well each fits.

Ranking is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004) as Whoosh
computes it, over whole arrays at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import log
from typing import NamedTuple, Protocol

import numpy as np

from articles.search.arrays import Array, ranges
from articles.search.columns import ARTICLE, TYPES, Columns
from articles.search.indexing import PLAIN, TITLE, scope_of
from articles.search.plan import AnyOf, Beginning, Every, Having, InARow, InQuotes, Leaf, Plan, Published, Some

K1 = 1.2
B = 0.75
TITLE_B = 0.3
"""A title's length tells little of what it is about."""
DENSE = 16
"""Found documents that are more than one in so many are put together in an array of all."""
_ARTICLE = TYPES.index(ARTICLE)


class Found(NamedTuple):
    """Documents by their number, in order, and the score of each: higher is better."""

    documents: Array
    scores: Array


NOTHING = Found(np.empty(0, np.int64), np.empty(0))


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


def match(index: Index, plan: Plan, *, quotes: bool) -> Found:
    """What the plan finds: articles, or statements with `quotes`."""
    return _match(index, plan, quotes)


def _match(index: Index, plan: Plan, quotes: bool) -> Found:
    match plan:
        case Every():
            return _every(index, plan, quotes)
        case Some():
            return _together([_match(index, part, quotes) for part in plan.parts], len(index.columns))
        case InQuotes():
            found = _match(index, plan.part, True)
            return found if quotes else _articles(index, found)
        case Having() | Published():
            return _unscored(np.flatnonzero(_condition(index, plan) & _level(index, quotes)))
        case _:
            return _at_level(index, _leaf(index, plan), quotes)


def _every(index: Index, plan: Every, quotes: bool) -> Found:
    conditions = [part for part in plan.parts if isinstance(part, Having | Published)]
    found: Found | None = None
    # The rarest first, so that little is looked up of the others.
    for other in sorted(
        (_match(index, part, quotes) for part in plan.parts if not isinstance(part, Having | Published)),
        key=lambda found: len(found.documents),
    ):
        found = other if found is None else _both(found, other)
    if found is None:
        found = _unscored(np.flatnonzero(_level(index, quotes)))
    for condition in conditions:
        found = _only(found, _condition(index, condition)[found.documents])
    for part in plan.without:
        kept = np.ones(len(index.columns), bool)
        kept[_match(index, part, quotes).documents] = False
        found = _only(found, kept[found.documents])
    return found


def _condition(index: Index, plan: Having | Published) -> Array:
    """Whether each document passes."""
    if isinstance(plan, Published):
        day = index.columns.day
        return (day >= max(plan.first, 1)) & (day <= plan.last)
    facet = index.columns.facets[plan.facet]
    codes = [code for code, value in enumerate(facet.values) if value in plan.values]
    return reduce(np.logical_or, (facet.having(code) for code in codes), np.zeros(len(index.columns), bool))


def _level(index: Index, quotes: bool) -> Array:
    """Whether each document is a statement, or else an article, and not deleted."""
    return index.live & ((index.columns.type == _ARTICLE) != quotes)


def _at_level(index: Index, found: Found, quotes: bool) -> Found:
    """What was found in a field, as articles or as statements."""
    is_article = index.columns.type[found.documents] == _ARTICLE
    right = _only(found, is_article != quotes)
    if len(right.documents):
        # A field of both, as that of places: each has its own.
        return right
    return _statements(index, found) if quotes else _articles(index, found)


def _articles(index: Index, statements: Found) -> Found:
    """The articles of statements, each with the best score among its own."""
    owners = index.owner[statements.documents]
    first = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]][: len(owners)])
    return Found(owners[first], np.maximum.reduceat(statements.scores, first)) if len(first) else NOTHING


def _statements(index: Index, articles: Found) -> Found:
    """All statements of articles, each with the score of its article."""
    starts = np.flatnonzero(index.columns.type == _ARTICLE)
    counts = np.diff(np.r_[starts, len(index.columns)]) - 1
    here = np.searchsorted(starts, articles.documents)
    return Found(ranges(articles.documents + 1, counts[here]), np.repeat(articles.scores, counts[here]))


def _unscored(documents: Array) -> Found:
    return Found(documents, np.zeros(len(documents)))


def _only(found: Found, kept: Array) -> Found:
    return Found(found.documents[kept], found.scores[kept])


def _both(one: Found, other: Found) -> Found:
    """What both have, the scores added up; `one` has fewer documents."""
    if not len(other.documents):
        return NOTHING
    at = np.minimum(np.searchsorted(other.documents, one.documents), len(other.documents) - 1)
    kept = other.documents[at] == one.documents
    return Found(one.documents[kept], one.scores[kept] + other.scores[at[kept]])


def _together(parts: Sequence[Found], size: int) -> Found:
    """What any of them has, the scores added up; `size` is how many documents there are at all."""
    parts = [part for part in parts if len(part.documents)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    documents = np.concatenate([part.documents for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    return _added_up(documents, scores, size)


def _added_up(documents: Array, scores: Array, size: int) -> Found:
    """The documents in order, each once, with the sum of its scores."""
    if len(documents) * DENSE < size:
        different, inverse = np.unique(documents, return_inverse=True)
        return Found(different, np.bincount(inverse, weights=scores))
    has = np.zeros(size, bool)
    has[documents] = True
    different = np.flatnonzero(has)
    return Found(different, np.bincount(documents, weights=scores, minlength=size)[different])


def _leaf(index: Index, leaf: Leaf) -> Found:
    found = index.kept(leaf)
    if found is None:
        found = _looked_up(index, leaf)
        found = _only(found, index.live[found.documents])
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
    return _together(parts, len(index.columns))


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
    documents, often = _added_up(posted.documents, posted.frequencies.astype(np.float64), len(index.columns))
    together = Posted(documents, often)
    return bm25(index, leaf.field, together, rarity_of(index, leaf.field, len(documents)))


def _row(index: Index, leaf: InARow) -> Found:
    words = [_word(index, leaf.field, terms) for terms in leaf.words]
    found = reduce(_both, sorted((word.found for word in words), key=lambda one: len(one.documents)))
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
    found = _together([bm25(index, field, one, weight) for one in posted], len(index.columns))
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
