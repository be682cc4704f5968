"""What a search answers: ids and figures, no rows and no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Hit:
    """One result, in the order of the results."""

    article: int
    score: float
    """0..1, relative to the best result; 0 where nothing was asked for."""
    statements: tuple[int, ...] = ()
    """The statements of the article that match; of a search in quotes, the one that this result is."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value that the results can be narrowed to, and how many of them have it; a speaker is a person's id."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to try where nothing was found; `text` is the query's text then, `count` what it would find.

    Codes: spelling (`value` is the word meant), without_filter (`value` is the filter), without_word.
    """

    code: str
    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Widened:
    """What else was looked for in place of one word of the query."""

    word: str
    names: tuple[str, ...] = ()
    """Other spellings of the name, as the archive has them."""
    translations: tuple[tuple[str, str], ...] = ()
    """Words and phrases for the same concept, each behind the code of its language."""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a `SearchQuery`."""

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    """By filter name; each is counted over the results with all *other* filters applied, most frequent first."""
    months: tuple[FacetValue, ...] = ()
    """Results by month of publication, in order of time, the month filter not applied."""
    suggestions: tuple[Suggestion, ...] = ()
    widened: tuple[Widened, ...] = ()
    """Words of the query that were also looked for otherwise, in the order of the query."""
    available: bool = True
    """False when there is no index that can be read: nothing is known then."""
    stale: bool = False
    """True while the index is missing or being rebuilt."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many results a query has, and the days of publication of the earliest and the latest of them."""

    total: int = 0
    first: date | None = None
    last: date | None = None
