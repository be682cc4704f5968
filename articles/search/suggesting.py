"""What to try where nothing was found: another filter, another spelling, a word less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from articles.search.arrays import Array
from articles.search.engine import View
from articles.search.facets import passing
from articles.search.grammar import parse
from articles.search.planning import Planner
from articles.search.query import SearchQuery, Term
from articles.search.results import Suggestion, Tally

MOST = 5


class Searching(Protocol):
    """What suggestions are tried with."""

    @property
    def view(self) -> View: ...

    def planner(self, query: SearchQuery) -> Planner: ...

    def tally(self, query: SearchQuery) -> Tally: ...


def suggestions(search: Searching, query: SearchQuery, unfiltered: Array) -> Iterator[Suggestion]:
    """What would find something; `unfiltered` is what the words find without the filters."""
    for name in query.filters:
        others = {other: value for other, value in query.filters.items() if other != name}
        if total := len(passing(unfiltered, search.view.columns, others)):
            yield Suggestion("without_filter", name, query.text, total)
    terms = [part for part in query.wanted if isinstance(part, Term)][:MOST]
    for term in terms:
        if not search.tally(_other(query, term.text)).total and (meant := search.view.nearest(term.text)):
            text = _replaced(query.text, term.text, meant)
            if total := search.tally(_other(query, text)).total:
                yield Suggestion("spelling", meant, text, total)
    if 1 < len(query.wanted) <= MOST:
        for term in terms:
            text = " ".join(_replaced(query.text, term.text, "").split())
            if total := search.tally(_other(query, text)).total:
                yield Suggestion("without_word", term.text, text, total)


def _replaced(text: str, word: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda found: other, text)


def _other(query: SearchQuery, text: str) -> SearchQuery:
    """The same search for another text."""
    return replace(query, text=text, parts=parse(text).parts)
