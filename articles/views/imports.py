"""Bringing files in: choose them, watch them, see what became of each. For admins."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from articles import ingest, tasks
from articles.models import ImportBatch
from articles.models.imports import Outcome
from articles.views.access import admin_required
from articles.views.paging import page_of

BATCHES_A_PAGE = 20
FILES_A_PAGE = 100
SILENCE = timedelta(seconds=120)
"""An import in which nothing moves for so long is said to be stuck."""


@admin_required
def imports(request: HttpRequest) -> HttpResponse:
    """The drop zone and the imports so far; POST takes several files as one batch."""
    problem = ""
    if request.method == "POST":
        if files := request.FILES.getlist("files"):
            batch = ingest.receive(((file.name or "", file) for file in files), request.user)
            tasks.import_batch.enqueue(batch.pk)
            return HttpResponseClientRedirect(_url(batch)) if request.htmx else redirect(_url(batch))
        problem = _("No file was chosen. Choose one or more files, then import them.")
    batches = ImportBatch.objects.with_counts().select_related("created_by").order_by("-pk")
    context = {
        "problem": problem,
        "limit": ingest.UPLOAD_LIMIT // 1024 // 1024,
        "page": page_of(request, Paginator(batches, BATCHES_A_PAGE)),
    }
    template = "imports/page.html#files" if request.htmx else "imports/page.html"
    return render(request, template, context, status=422 if problem else 200)


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
        return redirect(_url(context["batch"]))
    if context["batch"].finished_at:
        messages.success(request, _("The import is finished."))
    return render(request, "imports/progress.html", {**context, "polled": True})


def _url(batch: ImportBatch) -> str:
    return reverse("batch", args=[batch.pk])


def _progress(request: HttpRequest, pk: int) -> dict[str, Any]:
    batch = get_object_or_404(ImportBatch.objects.with_counts().select_related("created_by"), pk=pk)
    outcome = request.GET.get("outcome", "")
    files = batch.files.prefetch_related("original__articles")
    if outcome in Outcome.values:
        files = files.filter(outcome=outcome)
    last = batch.files.aggregate(last=Max("finished_at"))["last"] or batch.created_at
    return {
        "batch": batch,
        "outcome": outcome,
        "outcomes": [(one.value, one.label, getattr(batch, f"{one}_count")) for one in Outcome],
        "done": batch.found - batch.waiting_count,
        "stuck": not batch.finished_at and timezone.now() - max(last, batch.created_at) > SILENCE,
        "page": page_of(request, Paginator(files, FILES_A_PAGE)),
    }
