"""Documents that were found, with their scores, and how two or more such findings are put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from articles.search.arrays import Array

DENSE = 16
"""Found documents that are more than one in so many are put together in an array of all."""


class Found(NamedTuple):
    """Documents by their number, in order, and the score of each: higher is better."""

    documents: Array
    scores: Array


NOTHING = Found(np.empty(0, np.int64), np.empty(0))


def unscored(documents: Array) -> Found:
    return Found(documents, np.zeros(len(documents)))


def only(found: Found, kept: Array) -> Found:
    return Found(found.documents[kept], found.scores[kept])


def both(one: Found, other: Found) -> Found:
    """What both have, the scores added up; `one` has fewer documents."""
    if not len(other.documents):
        return NOTHING
    at = np.minimum(np.searchsorted(other.documents, one.documents), len(other.documents) - 1)
    kept = other.documents[at] == one.documents
    return Found(one.documents[kept], one.scores[kept] + other.scores[at[kept]])


def together(parts: Sequence[Found], size: int) -> Found:
    """What any of them has, the scores added up; `size` is how many documents there are at all."""
    parts = [part for part in parts if len(part.documents)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    documents = np.concatenate([part.documents for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    return added_up(documents, scores, size)


def added_up(documents: Array, scores: Array, size: int) -> Found:
    """The documents in order, each once, with the sum of its scores."""
    if len(documents) * DENSE < size:
        different, inverse = np.unique(documents, return_inverse=True)
        return Found(different, np.bincount(inverse, weights=scores))
    has = np.zeros(size, bool)
    has[documents] = True
    different = np.flatnonzero(has)
    return Found(different, np.bincount(documents, weights=scores, minlength=size)[different])
