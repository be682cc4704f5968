"""Background work, through Django's task API: what a page must not wait for."""

import logging
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from threading import Event

from django.db import OperationalError
from django.utils import timezone
from django_tasks import task

from articles import ingest, search
from articles.models import ImportBatch, Recipe

logger = logging.getLogger(__name__)


SOON = timedelta(seconds=30)
"""When an import is taken up again that found the disk full or the database busy."""


@task()
def import_batch(batch: int) -> None:
    """Imports the waiting files of a batch; one that was deleted has none."""
    found = ImportBatch.objects.filter(pk=batch).first()
    if found is None:
        return
    try:
        ingest.import_batch(found)
    except search.IndexBusy:
        update_index.enqueue()
    except (OperationalError, OSError) as error:
        # It says nothing about the files, which go on waiting.
        logger.warning("Import %d stopped and will be taken up again: %s", batch, error)
        import_batch.using(run_after=timezone.now() + SOON).enqueue(batch)


@task()
def clean_outlet_again(outlet: int, resumed: bool = False) -> None:
    """Applies an outlet's recipe to its earlier articles, or goes on with it where a stopped server left off."""
    ingest.clean_outlet_again(outlet, resumed)
    update_index.enqueue()


@task()
def update_index() -> None:
    """Writes to the index what the outbox says it owes; comes back later where another writer is at work."""
    try:
        search.drain()
    except search.IndexBusy:
        update_index.enqueue()


@task()
def renew_index() -> None:
    """Makes an index anew that an earlier version made, while it goes on being searched."""
    with suppress(search.IndexBusy):
        search.renew()


def resume() -> None:
    """Takes up again what a stopped server left: batches with waiting files, outlets half cleaned again, and what the
    index owes."""
    for batch in ImportBatch.objects.filter(finished_at=None):
        import_batch.enqueue(batch.pk)
    search.check()
    for outlet in Recipe.objects.exclude(cleaned_to=None).values_list("outlet", flat=True):
        clean_outlet_again.enqueue(outlet, resumed=True)
    update_index.enqueue()
    renew_index.enqueue()


def keep_working(stopping: Event, command: Sequence[str]) -> None:
    """Keeps the worker that this command starts running; one that died is replaced, and what it left taken up again."""
    while not stopping.is_set():
        resume()
        worker = subprocess.Popen(command)
        asked = False
        while worker.poll() is None and not stopping.wait(0.5):
            usable = search.is_usable()
            if not usable and not asked:
                # Torn while the desk runs: whoever searches is told so, and nobody else would have it mended.
                update_index.enqueue()
            asked = not usable
        worker.terminate()
        worker.wait()
