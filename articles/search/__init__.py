"""Search: a `SearchQuery` in, ids and figures out; the database returns the rows.

`find(parse("words", language="id"))` searches, `tally` only counts and `find_many` does so for many terms, `reached`
tells up to which article; `describe` writes out what a query was understood as. `drain` brings the index up to date
with what was saved, `draining` does so while an import runs, `rebuild` makes it anew and `renew` does if an earlier
version made it, `verify` proves that it agrees with the database, `is_usable` tells whether there is one and `check`
whether its files are whole. `snippet` and `mark` show in a text what matched, with what `widen` tells that a search
looks for besides.
"""

from articles.search.asking import describe, parse
from articles.search.beside import draining
from articles.search.finding import find, reached, tally, widen
from articles.search.many import Line, Many, find_many
from articles.search.outbox import Difference, check, drain, is_usable, rebuild, renew, verify
from articles.search.query import Note, SearchQuery
from articles.search.results import FacetValue, Hit, SearchResults, Suggestion, Tally, Widened
from articles.search.snippets import Piece, mark, snippet
from articles.search.unavailable import IndexBusy, IndexUnavailable

__all__ = [
    "Difference",
    "FacetValue",
    "Hit",
    "IndexBusy",
    "IndexUnavailable",
    "Line",
    "Many",
    "Note",
    "Piece",
    "SearchQuery",
    "SearchResults",
    "Suggestion",
    "Tally",
    "Widened",
    "check",
    "describe",
    "drain",
    "draining",
    "find",
    "find_many",
    "is_usable",
    "mark",
    "parse",
    "reached",
    "rebuild",
    "renew",
    "snippet",
    "tally",
    "verify",
    "widen",
]
