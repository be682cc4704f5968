"""What somebody types, read into a `SearchQuery` by our own small grammar, and written out again.

`parse(text, **filters)` reads and never raises; `describe(query)` tells in the grammar's own words what was understood.
"""

from articles.search.asking.grammar import parse
from articles.search.asking.wording import describe

__all__ = ["describe", "parse"]
