"""Outlets: what editors taught about their files, applied to earlier articles on request."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Count, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import editing, ingest, tasks
from articles.editing.recipes import checked
from articles.forms import RecipeForm
from articles.models import Anchor, Outlet, Recipe, Statement
from articles.views.access import editor_required
from articles.views.paging import page_of
from articles.views.returning import refused

OUTLETS_A_PAGE = 100
CHANGED = 50
"""Statements shown of those that cleaning anew has changed."""
WORST_FIRST = Case(When(anchor=Anchor.ORPHANED, then=0), When(anchor=Anchor.ALTERED, then=1), default=2)
CHANGES = 20
"""Changes of a recipe that are shown, the latest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a recipe: its record, and by field the lines that came and those that went."""

    record: Any
    fields: list[tuple[str, list[str], list[str]]]


@require_safe
def outlets(request: HttpRequest) -> HttpResponse:
    """All outlets with the number of their articles, those with most first."""
    rows = Outlet.objects.by_size().select_related("recipe")
    return render(request, "outlets/list.html", {"page": page_of(request, Paginator(rows, OUTLETS_A_PAGE))})


@require_http_methods(["GET", "HEAD", "POST"])
def outlet(request: HttpRequest, pk: int) -> HttpResponse:
    """One outlet's recipe, for editors as a form, and what cleaning anew did to its statements; for htmx only that."""
    if request.method == "POST":
        return _save(request, pk)
    context = _page(_outlet(pk))
    return render(request, "outlets/again.html" if request.htmx else "outlets/page.html", context)


@editor_required
def _save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps the recipe; `check` names a field of which only the fault is told, as one types."""
    row, form = _outlet(pk), RecipeForm(request.POST)
    changes = form.changes()
    if (name := request.POST.get("check", "")) in changes:
        return render(request, "outlets/_wrong.html", {"problem": _wrong(name, changes[name])})
    for name, typed in changes.items():
        if problem := _wrong(name, typed):
            form.add_error(name, problem)
    if not form.is_valid():
        return render(request, "outlets/page.html", {**_page(row), "form": form}, status=422)
    try:
        editing.teach(pk, form.cleaned_data["version"], request.user, changes)
    except editing.Refused as error:
        page = _page(row)
        again = form.again(page["recipe"]) if isinstance(error, editing.Changed) and page["recipe"] else form
        context = {**page, "form": again, "problem": str(error)}
        return render(request, "outlets/page.html", context, status=refused(error))
    messages.success(request, _("Saved. It holds for the outlet's next files."))
    return redirect(row)


def _wrong(field: str, typed: Any) -> str:
    """What is wrong with a field of a recipe, as a sentence; empty where nothing is."""
    try:
        checked(field, typed)
    except editing.Refused as error:
        return str(error)
    return ""


@require_POST
@editor_required
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Cleans the outlet's earlier articles again by its recipe, in the background."""
    row = _outlet(pk)
    ingest.begin_again(pk)
    tasks.clean_outlet_again.enqueue(pk)
    messages.success(request, _("The earlier articles are being cleaned again."))
    return redirect(row)


def _outlet(pk: int) -> Outlet:
    return get_object_or_404(Outlet.objects.by_size(), pk=pk)


def _page(row: Outlet) -> dict[str, Any]:
    recipe = Recipe.objects.filter(outlet=row).first()
    statements = Statement.objects.visible().filter(article__outlet=row)
    anchors = dict(statements.values_list("anchor").annotate(Count("pk")))
    changed = statements.exclude(anchor=Anchor.KEPT).select_related("article")
    return {
        "outlet": row,
        "recipe": recipe,
        "form": RecipeForm.of(recipe),
        "changes": list(_changes(recipe)) if recipe else [],
        "anchors": [(one.value, one.label, anchors.get(one.value, 0)) for one in Anchor],
        "changed": list(changed.order_by(WORST_FIRST, "article", "start")[:CHANGED]),
        "changed_count": sum(count for anchor, count in anchors.items() if anchor != Anchor.KEPT),
        "how_far": ingest.how_far(recipe) if recipe else None,
    }


def _changes(recipe: Recipe) -> Iterator[Change]:
    """What people changed in a recipe, the latest first."""
    records = list(recipe.history.select_related("history_user")[: CHANGES + 1])
    for after, before in pairwise([*records, None] if len(records) <= CHANGES else records):
        fields = [
            (RecipeForm.base_fields[name].label, *_difference(getattr(before, name, None), getattr(after, name)))
            for name in editing.RECIPE_FIELDS
        ]
        if told := [one for one in fields if one[1] or one[2]]:
            yield Change(after, told)


def _difference(before: str | list[str] | None, after: str | list[str]) -> tuple[list[str], list[str]]:
    """The lines that came and those that went."""
    old, new = (value.splitlines() if isinstance(value, str) else value or [] for value in (before, after))
    return [line for line in new if line not in old], [line for line in old if line not in new]
