"""Bringing files in: choose or drop them, in portions where they are many. For admins."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from articles import ingest, tasks
from articles.models import ImportBatch
from articles.views.access import admin_required
from articles.views.paging import page_of
from articles.views.returning import number

BATCHES_A_PAGE = 20


@admin_required
def imports(request: HttpRequest) -> HttpResponse:
    """The drop zone and the imports so far; POST takes files as one batch.

    `paths` holds, in the order of the files, the folder and name of each. A script sends many files in portions: each
    but the last has `more`, each but the first names the `batch`; it is answered with the batch's number and address.
    """
    problem = ""
    if request.method == "POST":
        files = request.FILES.getlist("files")
        if files:
            return _received(request, list(zip(_names(request, files), files, strict=True)))
        problem = _("No file was chosen. Choose one or more files, then import them.")
    batches = ImportBatch.objects.with_counts().select_related("created_by").order_by("-pk")
    context = {
        "problem": problem,
        "limit": ingest.UPLOAD_LIMIT,
        "endings": ingest.ENDINGS,
        "page": page_of(request, Paginator(batches, BATCHES_A_PAGE)),
    }
    template = "imports/page.html#files" if request.htmx else "imports/page.html"
    return render(request, template, context, status=422 if problem else 200)


def _received(request: HttpRequest, files: list[tuple[str, object]]) -> HttpResponse:
    if asked := number(request.POST.get("batch")):
        batch = ingest.add(get_object_or_404(ImportBatch, pk=asked, created_by=request.user), files)
    else:
        batch = ingest.receive(files, request.user)
    if "more" not in request.POST:
        tasks.import_batch.enqueue(batch.pk)
    address = reverse("batch", args=[batch.pk])
    if "portion" in request.POST:
        return JsonResponse({"batch": batch.pk, "address": address})
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _names(request: HttpRequest, files: list) -> list[str]:
    """The name of each file with its folder, where the page sent it."""
    paths = request.POST.getlist("paths")
    return paths if len(paths) == len(files) else [file.name or "" for file in files]
