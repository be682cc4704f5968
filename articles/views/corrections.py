"""Correcting what an article says of itself, and what a correction teaches about its outlet's files. For editors."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from articles import editing, ingest, tasks
from articles.forms import ArticleForm, RecipeForm
from articles.models import Article, Outlet, Recipe
from articles.views.access import editor_required
from articles.views.reading import Shown, provenance, reading
from articles.views.returning import number, refused

LEARNED = ("title", "outlet", "published")
"""The fields of which a correction can teach something about an outlet's other files."""
KNOWN_OUTLETS = 1000
"""Names of outlets that are offered, those with most articles first."""


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The fields of an article with the evidence for each; `take` puts another candidate into its field, `look` shows
    what would be remembered for the outlet.
    """
    row = _article(pk)
    if request.method != "POST":
        return _form(request, row, ArticleForm.of(row, request.GET.get("take", "")))
    form = ArticleForm(request.POST)
    if taken := form.taking(row):
        return _form(request, row, taken)
    if not form.is_valid():
        return _form(request, row, form, 422)
    return _look(request, row, form) if "look" in request.POST else _save(request, row, form)


def _save(request: HttpRequest, row: Article, form: ArticleForm) -> HttpResponse:
    changes = form.changes(row)
    try:
        version = form.cleaned_data["version"]
        saved = editing.correct_article(row.pk, version, request.user, changes) if changes else row
    except editing.Changed as error:
        now = _article(row.pk)
        return _form(request, now, form.again(now), 409, problem=str(error))
    except editing.Refused as error:
        return _form(request, _article(row.pk), form, 422, problem=str(error))
    if changes:
        tasks.update_index.enqueue()
    messages.success(request, _("Saved.") if changes else _("Nothing was different, so nothing was saved."))
    return _remember(request, saved) if form.cleaned_data["remember"] and saved.outlet else redirect(saved)


def _look(request: HttpRequest, row: Article, form: ArticleForm) -> HttpResponse:
    """What the outlet's recipe would be with this correction; nothing is saved."""
    _fill(row, form.changes(row))
    lesson = ingest.learn(row, _learned(row)) if row.outlet else None
    context = {"looked": True, "lesson": _told(lesson), "outlet": row.outlet}
    if request.htmx:
        return render(request, "articles/_lesson.html", context)
    return _form(request, _article(row.pk), form, **context)


def _fill(row: Article, changes: dict[str, Any]) -> None:
    """The article as it would be: an outlet that nobody knows yet is not made for a look."""
    for name, value in changes.items():
        known = Outlet.objects.filter(name__iexact=value).first() or Outlet(name=value) if name == "outlet" else None
        setattr(row, name, (known if value else None) if name == "outlet" else value)
    row.corrected = sorted({*row.corrected, *changes})


def _remember(request: HttpRequest, row: Article) -> HttpResponse:
    """Keeps what the corrections teach about the outlet's files, and shows it."""
    lesson = ingest.learn(row, _learned(row))
    known = Recipe.objects.filter(outlet=row.outlet).first()
    told = _told(lesson)
    if told["taught"]:
        taught = {name: _listed(getattr(lesson.recipe, name)) for name in editing.RECIPE_FIELDS}
        try:
            editing.teach(row.outlet.pk, known.version if known else 0, request.user, taught)
        except editing.Refused as error:
            messages.warning(request, str(error))
    else:
        messages.info(request, _("The correction taught nothing new about the outlet's files."))
    if told["unlearned"]:
        messages.warning(request, _("Not everything follows from the file; say it below as you know it."))
    return redirect(row.outlet)


def _learned(row: Article) -> list[str]:
    return [name for name in LEARNED if name in row.corrected]


def _told(lesson: ingest.Lesson | None) -> dict[str, list[Any]]:
    """What is new in a lesson, by the field of the recipe, and the corrected fields that teach nothing."""
    if lesson is None:
        return {"taught": [], "unlearned": []}
    known = Recipe.objects.filter(outlet__name=lesson.recipe.outlet).first()
    now = known.record() if known else None
    taught = []
    for name in editing.RECIPE_FIELDS:
        old = set(_lines(getattr(now, name))) if now else set()
        if new := [line for line in _lines(getattr(lesson.recipe, name)) if line not in old]:
            taught.append((RecipeForm.base_fields[name].label, new))
    return {"taught": taught, "unlearned": [ArticleForm.base_fields[name].label for name in lesson.unlearned]}


def _lines(value: str | Iterable[str]) -> list[str]:
    return value.splitlines() if isinstance(value, str) else list(value)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


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
        context = {**reading(row, Shown()), **provenance(row), "problem": str(error)}
        return render(request, "articles/page.html", context, status=refused(error))
    messages.success(request, _("Remembered as litter. It goes from the next files; apply it to earlier ones here."))
    address = row.outlet.get_absolute_url()
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _form(request: HttpRequest, row: Article, form: ArticleForm, status: int = 200, **context: Any) -> HttpResponse:
    by_size = Outlet.objects.by_size().values_list("name", flat=True)
    context |= {
        "article": row,
        "form": form,
        "rows": form.rows(row),
        "outlets": by_size[:KNOWN_OUTLETS],
        "languages": Article.objects.order_by("language").values_list("language", flat=True).distinct(),
    }
    return render(request, "articles/correct.html", context, status=status)


def _article(pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("outlet", "original"), pk=pk)
