"""Background work, through Django's task API: what a page must not wait for."""

from django_tasks import task

from articles import ingest, search
from articles.models import ImportBatch


@task()
def import_batch(batch: int) -> None:
    """Imports the waiting files of a batch."""
    try:
        ingest.import_batch(ImportBatch.objects.get(pk=batch))
    except search.IndexBusy:
        update_index.enqueue()


@task()
def update_index() -> None:
    """Writes to the index what the outbox says it owes; comes back later where another writer is at work."""
    try:
        search.drain()
    except search.IndexBusy:
        update_index.enqueue()


def resume() -> None:
    """Takes up again what a stopped server left: batches with waiting files, and what the index owes."""
    for batch in ImportBatch.objects.filter(finished_at=None):
        import_batch.enqueue(batch.pk)
    update_index.enqueue()
