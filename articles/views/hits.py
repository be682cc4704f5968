"""Results as cards: the rows of the database for the ids that a search found, with what matched in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.models import Article, Statement
from articles.search import Piece, SearchQuery, SearchResults, mark, snippet

QUOTES_A_CARD = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that matched, its words and its speaker's name in pieces."""

    statement: Statement
    speaker: Sequence[Piece]
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Card:
    article: Article
    title: Sequence[Piece]
    snippet: Sequence[Piece]
    said: Sequence[Said] = ()
    more: int = 0
    """Statements that matched and are not shown."""


def cards(query: SearchQuery, results: SearchResults) -> Iterator[Card]:
    """One card a hit, in the order of the results. What was removed since the search is left out."""
    articles = Article.objects.select_related("outlet").in_bulk([hit.article for hit in results.hits])
    shown = [pk for hit in results.hits for pk in hit.statements[:QUOTES_A_CARD]]
    statements = Statement.objects.visible().with_context().in_bulk(shown)
    for hit in results.hits:
        article = articles.get(hit.article)
        if article is None:
            continue
        found = [statements[pk] for pk in hit.statements[:QUOTES_A_CARD] if pk in statements]
        said = [_said(query, article, one) for one in found]
        yield _card(article, query, said, max(0, len(hit.statements) - QUOTES_A_CARD))


def newest(articles: Iterable[Article]) -> Iterator[Card]:
    """Cards of articles that no search found: title and beginning."""
    for article in articles:
        yield _card(article, SearchQuery())


def _said(query: SearchQuery, article: Article, statement: Statement) -> Said:
    language = article.language
    return Said(statement, mark(statement.speaker_name, language, query), mark(statement.words, language, query))


def _card(article: Article, query: SearchQuery, said: Sequence[Said] = (), more: int = 0) -> Card:
    language = article.language
    return Card(article, mark(article.headline, language, query), snippet(article.text, language, query), said, more)
