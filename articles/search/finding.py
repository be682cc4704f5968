"""A query in, ids and figures out: the one way to search."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from articles.search.engine import Engine, View, engine
from articles.search.facets import ARTICLE, Row, count, passing
from articles.search.grammar import parse
from articles.search.plan import plan
from articles.search.query import SearchQuery, Term
from articles.search.results import Hit, SearchResults, Suggestion, Tally
from articles.search.unavailable import IndexMissing, IndexUnavailable

logger = logging.getLogger(__name__)

QUOTE = "quote"
MOST_SUGGESTIONS = 5


def find(query: SearchQuery) -> SearchResults:
    """Everything that a page or a command shows of a search but the texts. Never raises for a broken index."""
    index = engine()
    try:
        return replace(_find(query, index.view()), stale=index.is_rebuilding())
    except Exception as error:
        _tell(error, index)
    return SearchResults(available=False, stale=True)


def tally(query: SearchQuery) -> Tally | None:
    """Only how many results there are and of which days; None for a broken index. Quick, for it counts no facets."""
    index = engine()
    try:
        return _tally(query, index.view())
    except Exception as error:
        _tell(error, index)
    return None


def reached() -> int:
    """The highest id of an article that a search can find now; 0 for a broken index.

    Articles enter the index in the order in which they were stored: none with a lower id is still to come.
    """
    index = engine()
    try:
        return max((row.article for row in index.view().rows), default=0)
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


def _find(query: SearchQuery, view: View) -> SearchResults:
    scores = _matches(query, view)
    facets = count(scores, view.rows, query.filters)
    months = tuple(sorted(facets["month"], key=lambda month: month.value))
    found = passing(scores, view.rows, query.filters)
    if not found:
        return SearchResults(facets=facets, months=months, suggestions=tuple(_suggestions(query, view, scores)))
    found.sort(key=lambda number: _place(query, scores[number], view.rows[number]))
    page = found[query.offset : query.offset + query.limit]
    return SearchResults(len(found), tuple(_hits(query, view, page, scores)), facets, months)


def _tally(query: SearchQuery, view: View) -> Tally:
    found = passing(_matches(query, view), view.rows, query.filters)
    days = [day for number in found if (day := view.rows[number].day)]
    span = (date.fromordinal(min(days)), date.fromordinal(max(days))) if days else (None, None)
    return Tally(len(found), *span)


def _matches(query: SearchQuery, view: View) -> dict[int, float]:
    """Document numbers with their scores; the filters are not applied."""
    kind, rows = QUOTE if query.said else ARTICLE, view.rows
    scores = view.match(plan(query, view), statements=query.said)
    return {
        number: score
        for number, score in scores.items()
        if rows[number].kind == kind and rows[number].article > query.after
    }


def _place(query: SearchQuery, score: float, row: Row) -> tuple[float, ...]:
    stored = (-row.article, row.statement)
    if query.sort == "stored":
        return stored
    newest = (-row.day, *stored)
    return newest if query.sort == "date" else (-score, *newest)


def _hits(query: SearchQuery, view: View, page: list[int], scores: Mapping[int, float]) -> Iterator[Hit]:
    best = max(scores.values(), default=0.0) or 1.0
    statements = _statements(query, view, {view.rows[number].article for number in page})
    for number in page:
        row = view.rows[number]
        found = (row.statement,) if row.statement else tuple(statements[row.article])
        yield Hit(row.article, round(scores[number] / best, 4), found)


def _statements(query: SearchQuery, view: View, articles: set[int]) -> Mapping[int, list[int]]:
    """The statements of these articles that match by themselves, best first."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    if query.said or not query.wanted:
        return found
    scores = view.match(plan(query, view), statements=True)
    here = [number for number in scores if view.rows[number].article in articles]
    for number in sorted(passing(here, view.rows, query.filters), key=lambda number: (-scores[number], number)):
        found[view.rows[number].article].append(view.rows[number].statement)
    return found


def _suggestions(query: SearchQuery, view: View, unfiltered: Iterable[int]) -> Iterator[Suggestion]:
    """What would find something: another filter, another spelling, a word less."""
    for name in query.filters:
        others = {other: value for other, value in query.filters.items() if other != name}
        if total := len(passing(unfiltered, view.rows, others)):
            yield Suggestion("without_filter", name, query.text, total)
    words = [part for part in query.wanted if isinstance(part, Term)]
    for term in words[:MOST_SUGGESTIONS]:
        meant = view.nearest(term.text) if not plan(SearchQuery(parts=(term,)), view).wanted[0].choices else None
        if meant:
            text = _replaced(query.text, term.text, meant)
            if total := _total(query, text, view):
                yield Suggestion("spelling", meant, text, total)
    if 1 < len(query.wanted) <= MOST_SUGGESTIONS:
        for term in words[:MOST_SUGGESTIONS]:
            text = " ".join(_replaced(query.text, term.text, "").split())
            if total := _total(query, text, view):
                yield Suggestion("without_word", term.text, text, total)


def _replaced(text: str, word: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda found: other, text)


def _total(query: SearchQuery, text: str, view: View) -> int:
    """How many results another text would have under the same filters."""
    other = replace(query, text=text, parts=parse(text).parts)
    return len(passing(_matches(other, view), view.rows, query.filters))
