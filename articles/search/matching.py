"""A plan carried out over the arrays of an index: which documents it finds, and how well each fits."""

from __future__ import annotations

from functools import reduce

import numpy as np

from articles.search.arrays import Array, ranges
from articles.search.columns import ARTICLE, TYPES
from articles.search.found import NOTHING, Found, both, only, together, unscored
from articles.search.plan import Every, Having, InQuotes, Plan, Published, Some
from articles.search.scoring import Index, look_up

_ARTICLE = TYPES.index(ARTICLE)


def match(index: Index, plan: Plan, *, quotes: bool) -> Found:
    """What the plan finds: articles, or statements with `quotes`."""
    return _match(index, plan, quotes)


def _match(index: Index, plan: Plan, quotes: bool) -> Found:
    match plan:
        case Every():
            return _every(index, plan, quotes)
        case Some():
            return together([_match(index, part, quotes) for part in plan.parts], len(index.columns))
        case InQuotes():
            found = _match(index, plan.part, True)
            return found if quotes else _articles(index, found)
        case Having() | Published():
            return unscored(np.flatnonzero(_condition(index, plan) & _level(index, quotes)))
        case _:
            return _at_level(index, look_up(index, plan), quotes)


def _every(index: Index, plan: Every, quotes: bool) -> Found:
    conditions = [part for part in plan.parts if isinstance(part, Having | Published)]
    found: Found | None = None
    # The rarest first, so that little is looked up of the others.
    for other in sorted(
        (_match(index, part, quotes) for part in plan.parts if not isinstance(part, Having | Published)),
        key=lambda found: len(found.documents),
    ):
        found = other if found is None else both(found, other)
    if found is None:
        found = unscored(np.flatnonzero(_level(index, quotes)))
    for condition in conditions:
        found = only(found, _condition(index, condition)[found.documents])
    for part in plan.without:
        kept = np.ones(len(index.columns), bool)
        kept[_match(index, part, quotes).documents] = False
        found = only(found, kept[found.documents])
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
    right = only(found, is_article != quotes)
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
