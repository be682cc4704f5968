"""What the article page and every answer to a small step on it share: the text, its statements, how they are shown."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.db.models import Q
from django.http import HttpRequest, QueryDict

from articles.dossiers.events import beside
from articles.models import Article, Copy, ImportFile, Statement, Status
from articles.views.places import places
from articles.views.returning import number

LONGEST_FIND = 200
"""Characters of "find in article" that are read."""
MOST_FILES = 50
"""Files listed that hold one article."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person has asked to see besides the text; the address holds it."""

    removed: bool = False
    rejected: bool = False
    find: str = ""
    at: int = 1
    """Which of the places found is shown."""

    @classmethod
    def asked(cls, query: QueryDict) -> "Shown":
        """As the address of an article page says."""
        find = query.get("find", "")[:LONGEST_FIND].strip()
        return cls("removed" in query, "rejected" in query, find, number(query.get("at")))

    def address(self, article: Article) -> str:
        """The address at which the article is shown so."""
        asked = {"removed": self.removed and 1, "rejected": self.rejected and 1, "find": self.find}
        query = urlencode({name: value for name, value in asked.items() if value})
        return article.get_absolute_url() + (f"?{query}" if query else "")


def reading(article: Article, shown: Shown) -> dict[str, Any]:
    """Template context of an article: `article`, `statements` in the order of the text, `rejected_count`, `shown`, as
    `places` those that were looked for, and as `here` the address that shows it so.
    """
    rejected = article.statements.filter(status=Status.REJECTED).count()
    statements = article.statements.with_context().with_counts().order_by("start", "-end", "pk")
    if not shown.rejected:
        statements = statements.visible()
    return {
        "article": article,
        "statements": [one for one in statements if one.is_placed],
        "orphaned": [one for one in statements if not one.is_placed],
        "rejected_count": rejected,
        "shown": shown,
        "places": places(article, shown.find, shown.at),
        "here": shown.address(article),
    }


def provenance(article: Article) -> dict[str, Any]:
    """Template context: as `files` those that hold this article, as `copies` the articles with its text, as `near`
    those that one may lay beside it, the first of `near_count` in all."""
    copies = Copy.objects.filter(Q(a=article) | Q(b=article)).select_related("a__outlet", "b__outlet")
    others = [(copy.b if copy.a_id == article.pk else copy.a, copy.share) for copy in copies]
    near, near_count = beside(article, {other.pk: share for other, share in others})
    files = ImportFile.objects.filter(Q(original=article.original_id) | Q(same_as=article))
    return {
        "copies": [(other, round(100 * share)) for other, share in others],
        "near": near,
        "near_count": near_count,
        "file_count": files.count(),
        "files": files.select_related("batch", "parent").order_by("pk")[:MOST_FILES],
    }


def shown_behind(request: HttpRequest, statement: Statement) -> Shown | None:
    """How the page from which htmx asks shows this statement's article; None if it shows another page."""
    address = urlsplit(request.htmx.current_url or "")
    if address.path != statement.article.get_absolute_url():
        return None
    return Shown.asked(QueryDict(address.query))
