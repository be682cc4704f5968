"""What was found, narrowed by filters and counted by facet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import numpy as np

from articles.search.arrays import Array
from articles.search.columns import Columns, Facet
from articles.search.query import FILTERS
from articles.search.results import FacetValue

RANGE = ".."
"""Stands between the first and the last month of a filter."""


def passing(found: Array, columns: Columns, filters: Mapping[str, str | int]) -> Array:
    """Of these document numbers, those that have every value that is filtered for."""
    for name, value in filters.items():
        found = found[_having(columns.facets[name], name, str(value))[found]]
    return found


def _having(facet: Facet, name: str, value: str) -> Array:
    """Whether each document has the value; of months, any from the first to the last of a range."""
    if name == "month" and RANGE in value:
        first, _, last = value.partition(RANGE)
        codes = [code for code, month in enumerate(facet.values) if (first or month) <= month <= (last or month)]
    else:
        codes = [code for code, known in enumerate(facet.values) if known == value]
    return reduce(np.logical_or, map(facet.having, codes), np.zeros(len(facet.starts) - 1, bool))


def count(found: Array, columns: Columns, filters: Mapping[str, str | int]) -> dict[str, tuple[FacetValue, ...]]:
    """How often each value occurs, by facet: most frequent first, each facet with its own filter left aside."""
    every = passing(found, columns, filters)
    facets = {}
    for name in FILTERS:
        others = {other: value for other, value in filters.items() if other != name}
        counted = passing(found, columns, others) if name in filters else every
        facets[name] = tuple(_counted(columns.facets[name], counted))
    return facets


def _counted(facet: Facet, documents: Array) -> list[FacetValue]:
    counts = np.bincount(facet.of(documents), minlength=len(facet.values))
    having = np.flatnonzero(counts).tolist()
    return sorted(
        (FacetValue(facet.values[code], int(counts[code])) for code in having), key=lambda one: (-one.count, one.value)
    )
