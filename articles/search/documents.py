"""The presenter: rows of the database -> the documents that an index is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from django.db.models import Prefetch

from articles.models import Article, Statement

CHUNK = 200
"""Articles read from the database at a time."""


@dataclass(frozen=True, slots=True)
class StatementDocument:
    """A statement as the index sees it; rejected ones are none."""

    id: int
    type: str
    text: str
    status: str
    speaker: int | None = None
    """The person all of whose namesakes were merged into."""
    speaker_name: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleDocument:
    """An article as the index sees it."""

    id: int
    version: int
    language: str
    text: str
    title: str = ""
    standfirst: str = ""
    outlet: str = ""
    published: date | None = None
    statements: tuple[StatementDocument, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Equal for equal documents only: tells whether an index holds what the database holds."""
        return blake2b(repr(self).encode(), digest_size=8).hexdigest()


Reading = Callable[[Iterable[int] | None], Iterable[ArticleDocument]]
"""What `documents` does, for an engine that knows no database."""


def documents(ids: Iterable[int] | None = None) -> Iterator[ArticleDocument]:
    """The documents of these articles, or of all; ids that no article has are passed over."""
    statements = Statement.objects.visible().select_related("speaker__merged_into").prefetch_related("tags")
    articles = Article.objects.order_by("pk").select_related("outlet")
    articles = articles.prefetch_related(Prefetch("statements", queryset=statements.order_by("pk")))
    if ids is not None:
        articles = articles.filter(pk__in=list(ids))
    for article in articles.iterator(chunk_size=CHUNK):
        yield _article(article)


def _article(article: Article) -> ArticleDocument:
    return ArticleDocument(
        id=article.pk,
        version=article.version,
        language=article.language,
        text=article.text,
        title=article.title,
        standfirst=article.standfirst,
        outlet=article.outlet.name if article.outlet else "",
        published=article.published,
        statements=tuple(_statement(statement) for statement in article.statements.all()),
    )


def _statement(statement: Statement) -> StatementDocument:
    return StatementDocument(
        id=statement.pk,
        type=statement.type,
        text=statement.words,
        status=statement.status,
        speaker=statement.speaker.root.pk if statement.speaker else None,
        speaker_name=statement.speaker_name,
        tags=tuple(sorted(tag.name for tag in statement.tags.all())),
    )
