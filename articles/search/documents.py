"""The presenter: rows of the database -> the documents that an index is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import islice

from articles.models import Article, Person, Statement

CHUNK = 200
"""Articles read from the database at a time."""


@dataclass(frozen=True, slots=True)
class StatementDocument:
    """A statement as the index sees it; rejected ones are none."""

    id: int
    type: str
    kind: str
    """How a quote is reported; "" for a claim."""
    text: str
    status: str
    speaker: int | None = None
    """The person all of whose namesakes were merged into."""
    speaker_name: str = ""
    person: str = ""
    """That person's own name."""
    place: str = ""
    """Where it was said."""
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
    dateline: str = ""
    outlet: str = ""
    published: date | None = None
    statements: tuple[StatementDocument, ...] = ()

    @property
    def fingerprint(self) -> int:
        """Equal for equal documents only: tells whether an index holds what the database holds."""
        return int.from_bytes(blake2b(repr(self).encode(), digest_size=8).digest(), "big") or 1


Reading = Callable[[Iterable[int] | None], Iterable[ArticleDocument]]
"""What `documents` does, for an engine that knows no database."""


def documents(ids: Iterable[int] | None = None) -> Iterator[ArticleDocument]:
    """The documents of these articles, or of all; ids that no article has are passed over.

    Columns are read, not models: those take three times as long, and this is what an import waits for.
    """
    articles = Article.objects.order_by("pk").values_list(
        "pk", "version", "language", "text", "title", "standfirst", "dateline", "outlet__name", "published"
    )
    if ids is not None:
        articles = articles.filter(pk__in=list(ids))
    merged = _merged()
    rows = articles.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        statements = _statements([article[0] for article in chunk], merged)
        for *fields, outlet, published in chunk:
            found = tuple(statements.get(fields[0], ()))
            yield ArticleDocument(*fields, outlet or "", published, found)


def _merged() -> Mapping[int, tuple[int, str]]:
    """Each person who was merged into another, with the id and name of who stands for both."""
    into = dict(Person.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    roots = {}
    for person in into:
        root = person
        while root in into:
            root = into[root]
        roots[person] = root
    names = dict(Person.objects.filter(pk__in=set(roots.values())).values_list("pk", "name"))
    return {person: (root, names[root]) for person, root in roots.items()}


def _statements(articles: list[int], merged: Mapping[int, tuple[int, str]]) -> Mapping[int, list[StatementDocument]]:
    """The visible statements of these articles, by article."""
    visible = Statement.objects.visible().filter(article__in=articles)
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for statement, name in visible.exclude(tags=None).values_list("pk", "tags__name"):
        tags[statement].append(name)
    found: defaultdict[int, list[StatementDocument]] = defaultdict(list)
    for article, pk, type_, kind, text, status, speaker, person, name, place, start, parts in visible.order_by(
        "pk"
    ).values_list(
        *("article", "pk", "type", "kind", "text", "status", "speaker", "speaker__name", "speaker_name", "place"),
        *("start", "parts"),
    ):
        words = Statement(text=text, start=start, parts=parts).words if len(parts) > 1 else text
        speaker, person = merged.get(speaker, (speaker, person))
        kept = tuple(sorted(tags.get(pk, ())))
        found[article].append(
            StatementDocument(pk, type_, kind, words, status, speaker, name, person or "", place, kept)
        )
    return found
