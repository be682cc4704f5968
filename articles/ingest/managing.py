"""What an admin does to a batch: cancel, retry, say what columns hold; and the report on it."""

from collections.abc import Iterator, Sequence

from django.utils import timezone

from articles import exporting
from articles.models import ImportBatch, ImportFile
from articles.models.imports import Outcome
from articles.records import COLUMN_FIELDS, Notice


def cancel(batch: ImportBatch) -> None:
    """Stops an import before its next file; what is imported stays, what waits can be taken up by `retry`."""
    now = timezone.now()
    running = ImportBatch.objects.filter(pk=batch.pk, finished_at=None)
    running.update(cancelled_at=now)
    batch.refresh_from_db()


def retry(batch: ImportBatch) -> int:
    """Lets the refused files wait again, with those of a cancelled import; returns how many wait now.

    Files that were too large to be kept have no original and stay refused.
    """
    refused = batch.files.filter(outcome=Outcome.REFUSED, original__isnull=False)
    refused.update(outcome=Outcome.WAITING, reasons=[], tries=0, finished_at=None)
    ImportBatch.objects.filter(pk=batch.pk).update(cancelled_at=None, finished_at=None)
    batch.refresh_from_db()
    return batch.files.filter(outcome=Outcome.WAITING).count()


def confirm_columns(file: ImportFile, fields: Sequence[str]) -> None:
    """Says what each column of a table holds, one of COLUMN_FIELDS or ""; the table may be imported then.

    Raises ValueError unless there is one for each column and exactly one column holds the text.
    """
    columns = file.columns or {"names": [], "fields": [], "samples": []}
    known = len(fields) == len(columns["names"]) and set(fields) <= {"", *COLUMN_FIELDS}
    used = [field for field in fields if field]
    if not known or "text" not in used or len(used) != len(set(used)):
        raise ValueError("Every column has one field or none, no field has two columns, and one holds the text.")
    ImportFile.objects.filter(pk=file.pk, asks=True).update(columns={**columns, "fields": list(fields)}, asks=False)
    file.refresh_from_db()


def report(batch: ImportBatch) -> str:
    """What became of each file, as a table of comma-separated values."""
    return exporting.table(_rows(batch))


def _rows(batch: ImportBatch) -> Iterator[dict[str, str]]:
    files = batch.files.select_related("parent", "same_as", "original").prefetch_related("original__articles")
    for file in files:
        articles = [] if file.original is None else list(file.original.articles.all())
        if file.same_as is not None:
            articles.append(file.same_as)
        yield {
            "file": file.name,
            "inside": file.parent.name if file.parent else "",
            "outcome": file.outcome,
            "reasons": " ".join(Notice(pattern, **values) for pattern, values in file.reasons),
            "articles": " ".join(str(article.pk) for article in articles),
            "titles": "; ".join(article.headline for article in articles),
            "sha256": file.original.sha256 if file.original else "",
        }
