"""Results as cards: the rows of the database for the ids that a search found, with what matched in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import QuerySet

from articles.models import Article, Statement
from articles.search import Piece, SearchQuery, SearchResults, Widened, mark, snippet
from articles.views.widening import Reason, reasons

QUOTES_A_CARD = 3
SHOWN = ("article", "type", "kind", "start", "end", "text", "parts", "speaker_name", "status", "unsure")
"""What a card shows of a statement."""


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
    reasons: Sequence[Reason] = ()
    """By which words it was found where it has none that was typed."""


def cards(query: SearchQuery, results: SearchResults) -> Iterator[Card]:
    """One card a hit, in the order of the results. What was removed since the search is left out."""
    articles = _shown(Article.objects.all()).in_bulk([hit.article for hit in results.hits])
    shown = [pk for hit in results.hits for pk in hit.statements[:QUOTES_A_CARD]]
    statements = Statement.objects.visible().only(*SHOWN).in_bulk(shown)
    marking = Marking(query, results.widened)
    for hit in results.hits:
        article = articles.get(hit.article)
        if article is None:
            continue
        found = [statements[pk] for pk in hit.statements[:QUOTES_A_CARD] if pk in statements]
        said = [marking.said(article, one) for one in found]
        yield marking.card(article, said, max(0, len(hit.statements) - QUOTES_A_CARD))


def newest(articles: Iterable[Article]) -> Iterator[Card]:
    """Cards of articles that no search found: title and beginning."""
    marking = Marking(SearchQuery(), ())
    for article in articles:
        yield marking.card(article)


def _shown(articles: QuerySet[Article]) -> QuerySet[Article]:
    """With what a card shows, and no more: the rest can be long."""
    return articles.select_related("outlet").only(
        "language", "title", "standfirst", "published", "text", "outlet__name"
    )


@dataclass(frozen=True, slots=True)
class Marking:
    """Marks in articles and statements what a search looked for."""

    query: SearchQuery
    widened: Sequence[Widened]

    def said(self, article: Article, statement: Statement) -> Said:
        language = article.language
        speaker = mark(statement.speaker_name, language, self.query, self.widened)
        return Said(statement, speaker, mark(statement.words, language, self.query, self.widened))

    def card(self, article: Article, said: Sequence[Said] = (), more: int = 0) -> Card:
        # A search in quotes shows nothing of the article but its title, and marks nothing in that.
        title = [] if self.query.said else mark(article.headline, article.language, self.query, self.widened)
        text = [] if self.query.said else self._snippet(article)
        pieces = chain(title, text, *(chain(one.speaker, one.pieces) for one in said))
        return Card(article, title, text, said, more, [*reasons(pieces)])

    def _snippet(self, article: Article) -> Sequence[Piece]:
        """From the text, or from the standfirst where only that has what was looked for."""
        own = snippet(article.text, article.language, self.query, self.widened)
        if article.standfirst and not any(piece.hit for piece in own):
            above = snippet(article.standfirst, article.language, self.query, self.widened)
            return above if any(piece.hit for piece in above) else own
        return own
