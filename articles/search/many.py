"""Many searches at once: a list of terms, and how often each is found in articles and in quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from articles.search.asking.grammar import parse
from articles.search.finding import tally
from articles.search.query import Either, Note, SearchQuery
from articles.search.results import Tally

SECONDS = 20.0
"""After so long no further term is begun; the first one always is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One term, as typed, and what was found; both tallies are empty where there is no word in it."""

    term: str
    query: SearchQuery
    """As it was searched for in articles."""
    notes: tuple[Note, ...]
    articles: Tally
    quotes: Tally


@dataclass(frozen=True, slots=True)
class Many:
    """The terms that were searched for, in their order, and those that were not."""

    lines: tuple[Line, ...] = ()
    left: tuple[str, ...] = ()
    available: bool = True
    """False when there is no index that can be read; it may have become so on the way."""


def find_many(terms: Sequence[str], also: str = "", **chosen: bool) -> Many:
    """Searches for each term, with `also` (a query of its own) added to each; none is lost where the time is up.

    `chosen` are fields of the query that hold for all, such as names=False.
    """
    lines: list[Line] = []
    begun = monotonic()
    for term in terms:
        if lines and monotonic() - begun > SECONDS:
            break
        line = _line(term, also, chosen)
        if line is None:
            return Many(tuple(lines), tuple(terms[len(lines) :]), available=False)
        lines.append(line)
    return Many(tuple(lines), tuple(terms[len(lines) :]))


def _line(term: str, also: str, chosen: Mapping[str, bool]) -> Line | None:
    """None where there is no index that can be read."""
    alone = parse(term)
    if not alone.parts:
        return Line(term, alone, alone.notes, Tally(), Tally())
    query = parse(_joined(also, term), **chosen)
    articles, quotes = tally(query), tally(replace(query, said=True))
    if articles is None or quotes is None:
        return None
    return Line(term, query, query.notes, articles, quotes)


def _joined(also: str, term: str) -> str:
    return f"{_held(also)} {_held(term)}" if also else term


def _held(text: str) -> str:
    """In parentheses where an OR would go beyond it."""
    return f"({text})" if any(isinstance(part, Either) for part in parse(text).parts) else text
