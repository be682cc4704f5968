"""A query in, ids and figures out: the one way to search."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np

from articles.search.arrays import Array
from articles.search.columns import ARTICLE, QUOTE, TYPES
from articles.search.engine import Engine, View, engine
from articles.search.facets import count, passing
from articles.search.found import Found
from articles.search.glossary import glossary
from articles.search.namesakes import joined_spellings
from articles.search.planning import Planner
from articles.search.query import SearchQuery
from articles.search.results import Hit, SearchResults, Tally, Widened
from articles.search.suggesting import suggestions
from articles.search.unavailable import IndexMissing, IndexUnavailable
from articles.search.ways import Ways

logger = logging.getLogger(__name__)

FEW = 2
"""Results that are so few that something else is suggested."""


def find(query: SearchQuery) -> SearchResults:
    """Everything that a page or a command shows of a search but the texts. Never raises for a broken index."""
    index = engine()
    try:
        return replace(Search(index.view()).find(query), stale=index.is_rebuilding())
    except Exception as error:
        _tell(error, index)
    return SearchResults(available=False, stale=True)


def tally(query: SearchQuery) -> Tally | None:
    """Only how many results there are and of which days; None for a broken index. Quick, for it counts no facets."""
    index = engine()
    try:
        return Search(index.view()).tally(query)
    except Exception as error:
        _tell(error, index)
    return None


def widen(query: SearchQuery) -> tuple[Widened, ...] | None:
    """What the search would look for besides, without searching; None for a broken index. For `mark`."""
    index = engine()
    try:
        return Search(index.view()).widen(query)
    except Exception as error:
        _tell(error, index)
    return None


def reached() -> int:
    """The highest id of an article that a search can find now; 0 for a broken index.

    Articles enter the index in the order in which they were stored: none with a lower id is still to come.
    """
    index = engine()
    try:
        return int(index.view().columns.article.max(initial=0))
    except Exception as error:
        _tell(error, index)
    return 0


def _tell(error: Exception, index: Engine) -> None:
    """Logs what is wrong with the index; a missing one is no news."""
    if isinstance(error, IndexMissing):
        return
    if isinstance(error, IndexUnavailable):
        logger.warning("%s", error)
        return
    # A torn index fails late and in any way; the page must stand. The message could hold words of the query, which
    # are nobody's business in a log.
    logger.error("The search index failed (%s).", type(error).__name__)
    index.distrust()


@dataclass(frozen=True, slots=True)
class Search:
    """Searches in one state of the index."""

    view: View

    def find(self, query: SearchQuery) -> SearchResults:
        planner = self.planner(query)
        found = self.matches(query, planner)
        columns = self.view.columns
        facets = count(found.documents, columns, query.filters)
        months = tuple(sorted(facets["month"], key=lambda month: month.value))
        results = SearchResults(facets=facets, months=months, widened=tuple(planner.ways.widened.values()))
        passed = passing(found.documents, columns, query.filters)
        if len(passed) <= FEW:
            results = replace(results, suggestions=tuple(suggestions(self, query, found.documents, len(passed))))
        scores = found.scores[np.searchsorted(found.documents, passed)]
        page = self._best(query, Found(passed, scores))
        top = float(found.scores.max(initial=0.0)) or 1.0
        statements = self._statements(query, planner, page.documents)
        return replace(results, total=len(passed), hits=tuple(self._hits(page, top, statements)))

    def planner(self, query: SearchQuery) -> Planner:
        joined = partial(joined_spellings, view=self.view)
        return Planner(Ways(self.view, glossary() if query.translated else None, query.names, joined))

    def widen(self, query: SearchQuery) -> tuple[Widened, ...]:
        planner = self.planner(query)
        planner.plan(query)
        return tuple(planner.ways.widened.values())

    def matches(self, query: SearchQuery, planner: Planner) -> Found:
        """What the words find; the filters are not applied."""
        found = self.view.match(planner.plan(query), statements=query.said)
        right = self.view.columns.type[found.documents] == TYPES.index(QUOTE if query.said else ARTICLE)
        right &= self.view.columns.article[found.documents] > query.after
        return Found(found.documents[right], found.scores[right])

    def tally(self, query: SearchQuery) -> Tally:
        found = self.matches(query, self.planner(query))
        passed = passing(found.documents, self.view.columns, query.filters)
        days = self.view.columns.day[passed]
        days = days[days > 0]
        span = (date.fromordinal(int(days.min())), date.fromordinal(int(days.max()))) if len(days) else (None, None)
        return Tally(len(passed), *span)

    def _best(self, query: SearchQuery, found: Found) -> Found:
        """The page that is asked for."""
        columns, last = self.view.columns, query.offset + query.limit
        if query.sort == "relevance" and 0 < last < len(found.documents):
            # Only those that can come onto the page are put in order.
            least = np.partition(found.scores, len(found.scores) - last)[len(found.scores) - last]
            kept = found.scores >= least
            found = Found(found.documents[kept], found.scores[kept])
        documents = found.documents
        keys = [columns.statement[documents], -columns.article[documents]]
        if query.sort != "stored":
            keys.append(-columns.day[documents])
        if query.sort == "relevance":
            keys.append(-found.scores)
        order = np.lexsort(keys)[query.offset : last]
        return Found(documents[order], found.scores[order])

    def _hits(self, page: Found, top: float, statements: Mapping[int, list[int]]) -> Iterator[Hit]:
        columns = self.view.columns
        for document, score in zip(page.documents.tolist(), page.scores.tolist(), strict=True):
            article, statement = int(columns.article[document]), int(columns.statement[document])
            found = (statement,) if statement else tuple(statements[article])
            yield Hit(article, round(score / top, 4), found)

    def _statements(self, query: SearchQuery, planner: Planner, articles: Array) -> Mapping[int, list[int]]:
        """The statements of these articles that match by themselves, best first."""
        by_article: defaultdict[int, list[int]] = defaultdict(list)
        if query.said or not query.wanted or not len(articles):
            return by_article
        found = self.view.match(planner.plan(query, quotes=True), statements=True)
        columns = self.view.columns
        here = np.isin(self.view.owner[found.documents], articles)
        documents, scores = found.documents[here], found.scores[here]
        kept = np.isin(documents, passing(documents, columns, query.filters))
        documents, scores = documents[kept], scores[kept]
        for document in documents[np.lexsort([documents, -scores])].tolist():
            by_article[int(columns.article[document])].append(int(columns.statement[document]))
        return by_article
