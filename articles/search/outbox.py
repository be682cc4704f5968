"""Keeps the index what the database says: drains the outbox, rebuilds, proves agreement."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.models import OutboxEntry
from articles.search.documents import documents
from articles.search.engine import engine
from articles.search.facets import ARTICLE
from articles.search.unavailable import IndexMissing, IndexUnavailable

logger = logging.getLogger(__name__)

BATCH = 1000
"""Outbox entries worked off in one commit of the index."""
PATIENCE = 30.0
"""Seconds to wait for another writer."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One article in which index and database disagree."""

    article: int
    reason: str
    """missing (from the index), outdated, or gone (from the database)."""


def drain(timeout: float = PATIENCE) -> int:
    """Brings the index up to date with every entry of the outbox; returns how many articles that took.

    Entries go only after the index has them, so that a break between the two repeats work and loses none. Without an
    index that can be read, all of it is built anew. Raises `IndexBusy` if another writer does not finish.
    """
    index, done = engine(), 0
    try:
        index.view()
    except IndexUnavailable as error:
        if not isinstance(error, IndexMissing):
            logger.warning("%s Rebuilding it now.", error)
        owed = OutboxEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        done = rebuild(timeout=timeout)
        OutboxEntry.objects.filter(pk__lte=owed).delete()
    with index.one_writer(timeout):
        while entries := list(OutboxEntry.objects.order_by("pk")[:BATCH]):
            articles = {entry.article_id for entry in entries}
            present = list(documents(articles))
            index.write(present, articles - {document.id for document in present})
            OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
            done += len(articles)
    return done


def rebuild(progress: Callable[[int], None] = lambda done: None, timeout: float = PATIENCE) -> int:
    """Builds the index anew beside the live one and swaps them; returns the number of articles.

    `progress` is told after each article how many are done. What is saved meanwhile is found in the live index, and
    in the new one when it takes over.
    """
    return engine().rebuild(documents, progress, timeout)


def verify() -> Iterator[Difference]:
    """Every article of which index and database do not hold the same, down to each word, status and tag.

    Articles whose entry still waits in the outbox differ, too. Raises `IndexUnavailable`.
    """
    view = engine().view()
    rows = (view.rows[number] for number in view.live())
    indexed = {row.article: row.fingerprint for row in rows if row.kind == ARTICLE}
    for document in documents():
        fingerprint = indexed.pop(document.id, None)
        if fingerprint != document.fingerprint:
            yield Difference(document.id, "outdated" if fingerprint else "missing")
    for article in indexed:
        yield Difference(article, "gone")
