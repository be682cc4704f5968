"""The article page, and the correction of what an article says of itself."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from articles import editing, ingest, tasks
from articles.forms import ArticleForm
from articles.models import Article, Copy, ImportFile, Recipe
from articles.views.access import editor_required
from articles.views.reading import Shown, reading
from articles.views.returning import number, refused

LEARNED = ("title", "outlet", "published")
"""The fields of which a correction can teach something about an outlet's other files."""


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with its statements, and a card for each; for htmx the text alone, as the address asks for it."""
    row = get_object_or_404(Article.objects.select_related("outlet", "original"), pk=pk)
    if request.htmx:
        return render(request, "articles/_pane.html", reading(row, Shown.asked(request.GET)))
    return render(request, "articles/page.html", {**reading(row, Shown.asked(request.GET)), **_provenance(row)})


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The fields of an article with the evidence for each; `take` puts another candidate into its field."""
    row = _article(pk)
    if request.method != "POST":
        return _form(request, row, ArticleForm.of(row))
    form = ArticleForm(request.POST)
    if taken := form.taking(row):
        return _form(request, row, taken)
    if not form.is_valid():
        return _form(request, row, form, 422)
    changes = form.changes(row)
    try:
        saved = editing.correct_article(pk, form.cleaned_data["version"], request.user, changes)
    except editing.Changed as error:
        return _form(request, _article(pk), form.again(_article(pk)), 409, problem=str(error))
    except editing.Refused as error:
        return _form(request, _article(pk), form, 422, problem=str(error))
    tasks.update_index.enqueue()
    messages.success(request, _("Saved."))
    if form.cleaned_data["remember"] and saved.outlet:
        return _remember(request, saved, [name for name in changes if name in LEARNED])
    return redirect(saved)


@require_POST
@editor_required
def litter(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `start`, `end` and the article's `version`: the passage is litter of the article's outlet from now on."""
    row = _article(pk)
    start, end, version = (number(request.POST.get(name)) for name in ("start", "end", "version"))
    try:
        editing.mark_litter(pk, version, request.user, start, end)
    except editing.Refused as error:
        if request.htmx:
            return render(request, "statements/_problem.html", {"problem": str(error)}, status=refused(error))
        context = {**reading(row, Shown()), **_provenance(row), "problem": str(error)}
        return render(request, "articles/page.html", context, status=refused(error))
    messages.success(request, _("Remembered as litter. It goes from the next files; apply it to earlier ones here."))
    address = row.outlet.get_absolute_url()
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _remember(request: HttpRequest, row: Article, fields: list[str]) -> HttpResponse:
    """Keeps what the corrections teach about the outlet's files, and shows it."""
    lesson = ingest.learn(row, fields)
    known = Recipe.objects.filter(outlet=row.outlet).first()
    if fields and set(lesson.unlearned) != set(fields):
        taught = {name: _listed(getattr(lesson.recipe, name)) for name in editing.RECIPE_FIELDS}
        try:
            editing.teach(row.outlet.pk, known.version if known else 0, request.user, taught)
        except editing.Refused as error:
            messages.warning(request, str(error))
    if lesson.unlearned:
        messages.warning(request, _("Not everything follows from the file; say it below as you know it."))
    return redirect(row.outlet)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _form(request: HttpRequest, row: Article, form: ArticleForm, status: int = 200, problem: str = "") -> HttpResponse:
    context = {"article": row, "form": form, "rows": form.rows(row), "problem": problem}
    return render(request, "articles/correct.html", context, status=status)


def _article(pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("outlet", "original"), pk=pk)


def _provenance(row: Article) -> dict[str, Any]:
    """The other files with this article, and the other articles with its text."""
    copies = Copy.objects.filter(Q(a=row) | Q(b=row)).select_related("a__outlet", "b__outlet")
    files = ImportFile.objects.filter(Q(original=row.original) | Q(same_as=row)).select_related("batch", "parent")
    return {
        "copies": [(copy.b if copy.a_id == row.pk else copy.a, round(100 * copy.share)) for copy in copies],
        "files": list(files.order_by("pk")[:50]),
    }
