"""Keeps the index what the database says: drains the outbox, rebuilds, proves agreement."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from articles.models import Article, OutboxEntry
from articles.search.documents import documents
from articles.search.engine import engine
from articles.search.unavailable import IndexMissing, IndexUnavailable

logger = logging.getLogger(__name__)

BATCH = 1_000
"""Outbox entries worked off in one commit of the index: what its writer holds in memory, some 150 MB."""
PAUSE = 1.0
"""Seconds after which whoever builds an index anew looks whether something was saved."""
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
    done = 0
    while articles := drain_batch(timeout):
        done += articles
    return done


def drain_batch(timeout: float = PATIENCE) -> int:
    """One commit of `drain`; 0 where the outbox is empty."""
    rebuilt = _mend(timeout)
    with engine().one_writer(timeout):
        entries = dict(OutboxEntry.objects.order_by("pk").values_list("pk", "article_id")[:BATCH])
        articles = set(entries.values())
        if articles:
            present = list(documents(articles))
            engine().write(present, articles - {document.id for document in present})
            _forget(entries)
    return rebuilt + len(articles)


def _forget(entries: Iterable[int]) -> None:
    OutboxEntry.objects.filter(pk__in=list(entries)).delete()


def _mend(timeout: float) -> int:
    """Builds anew what cannot be read; returns how many articles that took, 0 where all is well."""
    try:
        engine().probe()
    except IndexUnavailable as error:
        if not isinstance(error, IndexMissing):
            logger.warning("%s Rebuilding it now.", error)
    else:
        return 0
    owed = OutboxEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    done = rebuild(timeout=timeout)
    OutboxEntry.objects.filter(pk__lte=owed).delete()
    return done


def is_usable() -> bool:
    """Whether a quick look finds an index that can be read; `drain` builds one where there is none."""
    try:
        engine().probe()
    except IndexUnavailable:
        return False
    return True


def check() -> None:
    """Reads every file of the index; one that is not what was written makes the index unusable from now on."""
    with suppress(IndexMissing):
        engine().distrust()


def renew(timeout: float = PATIENCE) -> int:
    """Builds the index anew if an earlier version of Newsdesk made it, which knew other forms of words.

    It is searched, and kept up to date, meanwhile. Returns the number of articles, 0 where it is of this version.
    """
    looked = monotonic()

    def keep_up(done: int) -> None:
        nonlocal looked
        if monotonic() - looked > PAUSE:
            drain(timeout)
            looked = monotonic()

    try:
        return rebuild(keep_up, timeout) if engine().is_outdated() else 0
    except IndexMissing:
        return 0


def rebuild(progress: Callable[[int], None] = lambda done: None, timeout: float = PATIENCE) -> int:
    """Builds the index anew beside the live one and swaps them; returns the number of articles.

    `progress` is told after each article how many are done. What is saved meanwhile is found in the live index, and
    in the new one when it takes over.
    """
    ids = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    return engine().rebuild(documents, ids, progress, timeout)


def verify() -> Iterator[Difference]:
    """Every article of which index and database do not hold the same, down to each word, status and tag.

    Articles whose entry still waits in the outbox differ, too. Raises `IndexUnavailable`, also where a file of the
    index is not what was written.
    """
    check()
    indexed = engine().fingerprints()
    for document in documents():
        fingerprint = indexed.pop(document.id, None)
        if fingerprint != document.fingerprint:
            yield Difference(document.id, "outdated" if fingerprint else "missing")
    for article in indexed:
        yield Difference(article, "gone")
