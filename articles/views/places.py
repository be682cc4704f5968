"""Finding within an article: where its text has what somebody looks for, in whatever form, spelling or language."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Article
from articles.records import Span
from articles.search import mark, parse, widen


@dataclass(frozen=True, slots=True)
class Places:
    """The places in the text, and at which of them one is: counted from 1, 0 where there is none."""

    hits: tuple[Span, ...] = ()
    at: int = 0

    @property
    def before(self) -> int:
        """The one before this one; before the first, the last."""
        return self.at - 1 or len(self.hits)

    @property
    def after(self) -> int:
        """The one after this one; after the last, the first."""
        return self.at % len(self.hits) + 1 if self.hits else 0


def places(article: Article, words: str, at: int = 1) -> Places:
    """Where the words stand, as the search would find them; `at` is the place that is asked for."""
    hits = tuple(_hits(article, words)) if words else ()
    return Places(hits, min(max(at, 1), len(hits)))


def _hits(article: Article, words: str) -> Iterator[Span]:
    query, start = parse(words), 0
    for piece in mark(article.text, article.language, query, widen(query)):
        end = start + len(piece.text)
        if piece.hit:
            yield Span(start, end)
        start = end
