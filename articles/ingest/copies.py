"""The same article in several files, and articles that share much of their text."""

from collections.abc import Iterable

from articles.models import Article
from articles.records import ImportedDocument
from articles.text.copies import body_key


def same_article(document: ImportedDocument) -> Article | None:
    """The article of the same body from the same outlet, or from an outlet that one of the two does not tell."""
    twins = Article.objects.filter(body_key=body_key(document.text)).select_related("outlet")
    for twin in twins:
        if not document.outlet or twin.outlet is None or twin.outlet.name == document.outlet:
            return twin
    return None


def link_copies(articles: Iterable[int]) -> None:
    """Finds the articles that share much of their text with these, and says how much."""
