"""Batches: received, then imported file after file; what is new is compared with the archive and indexed."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from time import monotonic

from django.core.files import File
from django.db.models import Count, Sum
from django.utils import timezone

from articles import search
from articles.importing import Stopped, is_table
from articles.ingest.files import import_prepared, is_known, job_of
from articles.ingest.links import compare_new
from articles.ingest.originals import keep, why
from articles.ingest.preparing import Reader, reader
from articles.models import ImportBatch, ImportFile, Recipe, User
from articles.models.imports import Outcome, stored
from articles.records import UnreadableFile

GROUP = 100
"""New articles after which these are compared with the archive."""
ARTICLE = 10_000
"""Bytes of a usual file with one article."""
LOOK = 1.0
"""Seconds between two looks at whether somebody cancelled the import."""
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

    `progress` is told each file when it is done, and a table whose columns are known before that. Raises
    `search.IndexBusy` where only the last step has to wait: the outbox keeps what the index owes.
    """
    tell = progress or (lambda file: None)
    using = reader()
    using.learn([recipe.record() for recipe in Recipe.objects.select_related("outlet")])
    look_at_tables(batch, using, tell)
    with search.draining(_expected(batch)):
        new = 0
        for file, articles in _imported(batch, using):
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


def _imported(batch: ImportBatch, using: Reader) -> Iterator[tuple[ImportFile, list[int]]]:
    """Each file that has its outcome, with its new articles; members of archives come after what was there before."""
    queue: deque[ImportFile] = deque()
    sent: deque[ImportFile] = deque()
    last, looked, cancelled = 0, monotonic(), is_cancelled(batch)
    try:
        while True:
            if monotonic() - looked > LOOK:
                looked, cancelled = monotonic(), is_cancelled(batch)
            if cancelled:
                queue.clear()
            elif not queue and using.has_room:
                queue.extend(_waiting(batch, last))
                last = queue[-1].pk if queue else last
            if not queue and not sent:
                return
            while queue and using.has_room:
                file = queue.popleft()
                if is_known(file):
                    yield file, []
                else:
                    using.send(job_of(file))
                    sent.append(file)
            if sent:
                file = sent.popleft()
                articles = import_prepared(file, using.prepare())
                if file.outcome == Outcome.WAITING:
                    queue.append(file)
                else:
                    yield file, articles
    finally:
        using.forget()


def _waiting(batch: ImportBatch, after: int) -> list[ImportFile]:
    """The next files that wait, behind the one with this id."""
    files = batch.files.filter(outcome=Outcome.WAITING, asks=False, pk__gt=after)
    return list(files.select_related("original", "parent__parent", "batch").order_by("pk")[:GROUP])


def is_cancelled(batch: ImportBatch) -> bool:
    """Whether somebody has cancelled the import."""
    return ImportBatch.objects.filter(pk=batch.pk, cancelled_at__isnull=False).exists()
