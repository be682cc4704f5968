"""One import: how far it is, what became of each file, and what can be done about it. For admins."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles import ingest, tasks
from articles.models import Article, ImportBatch, ImportFile
from articles.models.imports import Outcome
from articles.records import COLUMN_FIELDS
from articles.views.access import admin_required
from articles.views.originals import as_download
from articles.views.paging import page_of
from articles.views.returning import number

FILES_A_PAGE = 100
SILENCE = timedelta(seconds=120)
"""An import in which nothing moves for so long is said to be stuck."""
LATELY = timedelta(seconds=30)
"""The time over which the rate is measured."""
LONGEST = 200
"""Characters of a name that is looked for."""
ARTICLES_A_FILE = 20
"""Articles listed of one file; the rest is counted."""


@require_safe
@admin_required
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """One import: how far it is, and each file's outcome and reason."""
    return render(request, "imports/batch.html", _progress(request, pk))


@require_safe
@admin_required
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the batch page that asks for itself every second until the import is finished."""
    context = _progress(request, pk)
    if not request.htmx:
        return redirect("batch", pk)
    if context["batch"].finished_at:
        cancelled = context["batch"].cancelled_at
        messages.success(request, _("The import is cancelled.") if cancelled else _("The import is finished."))
    return render(request, "imports/progress.html", {**context, "polled": True})


@require_POST
@admin_required
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stops an import before its next file, also one that waits for its columns to be looked at."""
    row = get_object_or_404(ImportBatch, pk=pk)
    ingest.cancel(row)
    if row.cancelled_at:
        tasks.import_batch.enqueue(pk)
        messages.success(request, _("The import stops after the file it is at. What is imported stays."))
    return redirect("batch", pk)


@require_POST
@admin_required
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Tries refused files again, and goes on with a cancelled import."""
    waiting = ingest.retry(get_object_or_404(ImportBatch, pk=pk))
    tasks.import_batch.enqueue(pk)
    sentence = ngettext("%(n)s file is tried again.", "%(n)s files are tried again.", waiting) % {"n": waiting}
    messages.success(request, sentence)
    return redirect("batch", pk)


@require_POST
@admin_required
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what the columns of a table hold (`fields`, one for each), and imports it."""
    file = get_object_or_404(ImportFile.objects.select_related("batch"), pk=pk)
    fields = request.POST.getlist("fields")
    try:
        ingest.confirm_columns(file, fields)
    except ValueError:
        context = _progress(request, file.batch_id)
        context["problem"] = _("One column must hold the text, and no two columns the same. Choose again.")
        context["chosen"] = {file.pk: fields}
        return render(request, "imports/batch.html", context, status=422)
    tasks.import_batch.enqueue(file.batch_id)
    return redirect("batch", file.batch_id)


@require_safe
@admin_required
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of each file, as comma-separated values."""
    row = get_object_or_404(ImportBatch, pk=pk)
    response = HttpResponse(ingest.report(row), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="newsdesk-import-{pk}.csv"'
    return response


@require_safe
@admin_required
def file(request: HttpRequest, pk: int) -> FileResponse:
    """The original of any file of an import, refused ones too, as a download that no browser runs."""
    row = get_object_or_404(ImportFile.objects.select_related("original"), pk=pk)
    if row.original is None:
        raise Http404(_("This file was not kept."))
    return as_download(row.original, row.name)


def _progress(request: HttpRequest, pk: int) -> dict[str, Any]:
    row = get_object_or_404(ImportBatch.objects.with_counts().select_related("created_by"), pk=pk)
    asking = list(row.files.filter(asks=True, outcome=Outcome.WAITING))
    runs = not row.finished_at and bool(row.cancelled_at or row.waiting_count > len(asking) or not asking)
    return {
        "batch": row,
        "outcomes": [(one.value, one.label, getattr(row, f"{one}_count")) for one in Outcome],
        "done": row.found - row.waiting_count,
        "asking": asking,
        "more_ask": len(asking) != number(request.GET.get("asking")),
        "fields": COLUMN_FIELDS,
        "chosen": {},
        "runs": runs,
        "stuck": runs and timezone.now() - _last_step(row) > SILENCE,
        **_found(request, row),
        **_pace(row, row.waiting_count - len(asking)),
    }


def _found(request: HttpRequest, row: ImportBatch) -> dict[str, Any]:
    """The page of files that `?outcome=` and `?name=` ask for, those inside of others below these."""
    outcome, words = request.GET.get("outcome", ""), request.GET.get("name", "")[:LONGEST].strip()
    files = row.files.in_their_places().select_related("parent", "same_as")
    if outcome in Outcome.values:
        files = files.filter(outcome=outcome)
    if words:
        files = files.filter(name__icontains=words)
    first = Article.objects.defer("removed", "evidence", "warnings").order_by("part")[:ARTICLES_A_FILE]
    files = files.annotate(further=Count("original__articles") - ARTICLES_A_FILE)
    files = files.prefetch_related("original", Prefetch("original__articles", first, "first_articles"))
    return {"outcome": outcome, "words": words, "page": page_of(request, Paginator(files, FILES_A_PAGE))}


def _last_step(row: ImportBatch) -> datetime:
    return max(row.files.aggregate(last=Max("finished_at"))["last"] or row.created_at, row.created_at)


def _pace(row: ImportBatch, waiting: int) -> dict[str, Any]:
    """Files a second of late, counted after the first of them, and the time that the waiting ones will take so."""
    now = timezone.now()
    late = row.files.filter(finished_at__gt=now - LATELY)
    first = None if row.finished_at else late.aggregate(first=Min("finished_at"))["first"]
    done = late.filter(finished_at__gt=first).count() if first else 0
    if not done:
        return {}
    seconds = (now - first).total_seconds()
    return {"rate": done / seconds, "left": timedelta(seconds=round(waiting * seconds / done))}
