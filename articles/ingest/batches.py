"""Batches: received, then imported file after file; what is new is compared with the archive and indexed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from django.core.files import File
from django.db.models import Count, Sum
from django.utils import timezone

from articles import search
from articles.importing import Stopped, is_table
from articles.ingest.files import job_of
from articles.ingest.links import compare_new
from articles.ingest.originals import keep, why
from articles.ingest.preparing import Reader, reader
from articles.ingest.running import Run, alone, is_cancelled
from articles.models import ImportBatch, ImportFile, Recipe, User
from articles.models.imports import Outcome, stored
from articles.records import UnreadableFile

GROUP = 100
"""New articles after which these are compared with the archive."""
ARTICLE = 10_000
"""Bytes of a usual file with one article."""
Progress = Callable[[ImportFile], None]


def receive(files: Iterable[tuple[str, bytes | Path | File]], user: User | None = None) -> ImportBatch:
    """Keeps the originals of a new batch and lists its files as waiting; `import_batch` does the rest.

    Each file is its name and its bytes, its path or an uploaded file. A file over UPLOAD_LIMIT is refused at once and
    not kept.
    """
    return add(ImportBatch.objects.create(created_by=user), files)


def add(batch: ImportBatch, files: Iterable[tuple[str, bytes | Path | File]]) -> ImportBatch:
    """Adds files to a batch."""
    for name, source in files:
        row = ImportFile(batch=batch, name=name[-1000:])
        try:
            row.original = keep(source)
        except (UnreadableFile, OSError) as error:
            row.outcome, row.finished_at = Outcome.REFUSED, timezone.now()
            row.reasons = stored([why(error)])
        row.save()
    ImportBatch.objects.filter(pk=batch.pk).update(finished_at=None)
    return batch


def import_paths(paths: Iterable[Path], progress: Progress | None = None) -> ImportBatch:
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


def import_batch(batch: ImportBatch, progress: Progress | None = None) -> None:
    """Imports every waiting file of a batch, those inside of others too, and links and indexes what is new.

    `progress` is told each file when it is done, and a table whose columns are known before that. Nothing is done
    where another process imports the batch already. Raises `search.IndexBusy` where only the last step has to wait:
    the outbox keeps what the index owes.
    """
    tell = progress or (lambda file: None)
    is_left = True
    while is_left:
        with alone(batch) as is_ours:
            if not is_ours:
                return
            _run(batch, tell)
        # A table that was confirmed, or a file to be tried again, while the run came to its end.
        is_left = not batch.finished_at and batch.files.filter(outcome=Outcome.WAITING, asks=False).exists()


def _run(batch: ImportBatch, tell: Progress) -> None:
    using = reader()
    using.learn([recipe.record() for recipe in Recipe.objects.select_related("outlet")])
    look_at_tables(batch, using, tell)
    with search.draining(_expected(batch)):
        new = 0
        for files, articles in Run(batch, using):
            for file in files:
                tell(file)
            new += len(articles)
            if new >= GROUP:
                compare_new()
                new = 0
        compare_new()
        if is_cancelled(batch) or not batch.files.filter(outcome=Outcome.WAITING).exists():
            batch.finished_at = timezone.now()
            batch.save(update_fields=["finished_at"])


def _expected(batch: ImportBatch) -> int:
    """About how many articles the waiting files hold; archives and tables hold more than one."""
    waiting = batch.files.filter(outcome=Outcome.WAITING)
    found = waiting.aggregate(count=Count("pk"), size=Sum("original__size"))
    return max(found["count"], (found["size"] or 0) // ARTICLE)


def look_at_tables(batch: ImportBatch, using: Reader, tell: Progress) -> None:
    """Finds out what the columns of the batch's tables hold; those that came through a page wait for an admin."""
    for file in batch.files.filter(outcome=Outcome.WAITING, columns__isnull=True, parent=None).select_related(
        "original"
    ):
        if not is_table(file.name):
            continue
        try:
            columns = using.columns(job_of(file))
        except (UnreadableFile, Stopped):
            continue  # Reading it will tell why.
        if columns:
            file.columns, file.asks = asdict(columns), batch.created_by_id is not None
            file.save(update_fields=["columns", "asks"])
            tell(file)
