"""A process that writes the index beside one that imports, so that two cores work and the import never waits for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from select import select

from django.conf import settings
from django.utils import timezone

from articles.models import OutboxEntry
from articles.search.outbox import BATCH, drain, drain_batch
from articles.search.unavailable import IndexBusy

MANY = 300
"""Articles that are worth a process of their own, which takes about a second to start."""
OLDEST = timedelta(seconds=20)
"""How long an entry may wait for enough others to fill a batch."""
PAUSE = 0.5
_CHILD = "import django; django.setup(); from articles.search.beside import drain_on; drain_on()"


@contextmanager
def draining(expected: int) -> Iterator[None]:
    """Keeps the index up to date while the body stores about so many articles; afterwards a search finds them all.

    Many are indexed by a child process meanwhile. Raises `IndexBusy` where another writer does not finish: the outbox
    keeps what the index owes.
    """
    if expected < MANY:
        yield
    else:
        # A session of its own: Ctrl+C stops the import, and the child then ends as after any import.
        command = [sys.executable, "-c", _CHILD]
        child = subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.PIPE, start_new_session=True)
        try:
            yield
        finally:
            # Closes the pipe and waits.
            child.communicate()
    drain()


def drain_on() -> None:
    """The child: drains whenever a batch is full or old, until the one who started it closes the pipe or dies."""
    while not select([sys.stdin], [], [], PAUSE)[0]:
        try:
            while _is_worth_a_commit():
                drain_batch()
        except IndexBusy:
            continue


def _is_worth_a_commit() -> bool:
    """Few large commits instead of many small ones, which would have to be merged."""
    oldest = OutboxEntry.objects.order_by("pk").first()
    if oldest is None:
        return False
    return oldest.created_at < timezone.now() - OLDEST or OutboxEntry.objects.count() >= BATCH
