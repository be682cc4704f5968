"""Batches: received, then imported file after file; what is new is linked and indexed."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.core.files import File
from django.utils import timezone

from articles import search
from articles.ingest.files import import_file
from articles.ingest.links import propose_links
from articles.ingest.originals import keep, why
from articles.models import ImportBatch, ImportFile, User
from articles.models.imports import Outcome, stored
from articles.records import UnreadableFile


def receive(files: Iterable[tuple[str, bytes | Path | File]], user: User | None = None) -> ImportBatch:
    """Keeps the originals of a new batch and lists its files as waiting; `import_batch` does the rest.

    Each file is its name and its bytes, its path or an uploaded file. A file over UPLOAD_LIMIT is refused at once and
    not kept.
    """
    batch = ImportBatch.objects.create(created_by=user)
    for name, source in files:
        row = ImportFile(batch=batch, name=name[-1000:])
        try:
            row.original = keep(source)
        except (UnreadableFile, OSError) as error:
            row.outcome, row.finished_at = Outcome.REFUSED, timezone.now()
            row.reasons = stored([why(error)])
        row.save()
    return batch


def import_paths(paths: Iterable[Path], progress: Callable[[ImportFile], None] | None = None) -> ImportBatch:
    """Imports files and folders as one batch; what it imported can be found by a search when it returns."""
    batch = receive((path.name, path) for path in files_under(paths))
    for file in batch.files.exclude(outcome=Outcome.WAITING):
        if progress:
            progress(file)
    import_batch(batch, progress)
    return batch


def files_under(paths: Iterable[Path]) -> Iterator[Path]:
    """The given files, and all files inside the given folders, in the order of their names."""
    for path in paths:
        yield from sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def import_batch(batch: ImportBatch, progress: Callable[[ImportFile], None] | None = None) -> None:
    """Imports every waiting file of a batch, one after the other, then links and indexes what is new.

    Raises `search.IndexBusy` where only the last step has to wait: the outbox keeps what the index owes.
    """
    new: list[int] = []
    for file in batch.files.filter(outcome=Outcome.WAITING).select_related("original"):
        new += import_file(file)
        if progress:
            progress(file)
    propose_links(new)
    batch.finished_at = timezone.now()
    batch.save(update_fields=["finished_at"])
    search.drain()
