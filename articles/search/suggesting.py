"""What to try where nothing was found: another filter, another spelling, a word less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Protocol

from articles.search.arrays import Array
from articles.search.asking import parse
from articles.search.engine import View
from articles.search.facets import passing
from articles.search.planning import Planner
from articles.search.query import SearchQuery, Term
from articles.search.results import Suggestion, Tally
from articles.text.terms import fold

MOST = 5


class Searching(Protocol):
    """What suggestions are tried with."""

    @property
    def view(self) -> View: ...

    def planner(self, query: SearchQuery) -> Planner: ...

    def tally(self, query: SearchQuery) -> Tally: ...


def suggestions(search: Searching, query: SearchQuery, unfiltered: Array, total: int) -> Iterator[Suggestion]:
    """What would find more than the `total` that was found; `unfiltered` is what the words find without the filters.

    Where something was found, only another spelling is: one with ten times as many results.
    """
    if total:
        yield from _spellings(search, query, 10 * total)
        return
    for name in query.filters:
        others = {other: value for other, value in query.filters.items() if other != name}
        if more := len(passing(unfiltered, search.view.columns, others)):
            yield Suggestion("without_filter", name, query.text, more)
    yield from _spellings(search, query, 1)
    if 1 < len(query.wanted) <= MOST:
        for term in _terms(query):
            text = " ".join(_replaced(query.text, term.text, "").split())
            if more := search.tally(_other(query, text)).total:
                yield Suggestion("without_word", term.text, text, more)


def _spellings(search: Searching, query: SearchQuery, least: int) -> Iterator[Suggestion]:
    """Other words in place of those that hardly anything has, with at least so many results."""
    for term in _terms(query):
        if search.tally(_other(query, term.text)).total * 10 <= least:
            meant = (word for word in search.view.similar(term.text) if word != fold(term.text))
            texts = ((word, _replaced(query.text, term.text, word)) for word in islice(meant, MOST))
            counted = ((word, text, search.tally(_other(query, text)).total) for word, text in texts)
            yield from islice((Suggestion("spelling", *one) for one in counted if one[2] >= least), 1)


def _terms(query: SearchQuery) -> list[Term]:
    return [part for part in query.wanted if isinstance(part, Term)][:MOST]


def _replaced(text: str, word: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda found: other, text)


def _other(query: SearchQuery, text: str) -> SearchQuery:
    """The same search for another text."""
    return replace(query, text=text, parts=parse(text).parts)
