"""Outlets: what editors taught about their files, applied to earlier articles on request."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import editing, tasks
from articles.forms import RecipeForm
from articles.models import Anchor, Outlet, Recipe, Statement
from articles.views.access import editor_required
from articles.views.paging import page_of
from articles.views.returning import number, refused

OUTLETS_A_PAGE = 100
CHANGED = 50
"""Statements shown of those that cleaning anew has changed."""


@require_safe
def outlets(request: HttpRequest) -> HttpResponse:
    """All outlets with the number of their articles, those with most first."""
    rows = Outlet.objects.annotate(count=Count("articles")).select_related("recipe").order_by("-count", "name")
    return render(request, "outlets/list.html", {"page": page_of(request, Paginator(rows, OUTLETS_A_PAGE))})


def outlet(request: HttpRequest, pk: int) -> HttpResponse:
    """One outlet's recipe, for editors as a form, and what cleaning anew did to its statements."""
    return _save(request, pk) if request.method == "POST" else render(request, "outlets/page.html", _page(_outlet(pk)))


@editor_required
def _save(request: HttpRequest, pk: int) -> HttpResponse:
    row = _outlet(pk)
    form = RecipeForm(request.POST)
    version = number(request.POST.get("version"))
    try:
        editing.teach(pk, version, request.user, form.changes())
    except editing.Refused as error:
        context = {**_page(row), "form": form, "problem": str(error)}
        return render(request, "outlets/page.html", context, status=refused(error))
    messages.success(request, _("Saved. It holds for the outlet's next files."))
    return redirect(row)


@require_POST
@editor_required
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Cleans the outlet's earlier articles again by its recipe, in the background."""
    row = _outlet(pk)
    tasks.clean_outlet_again.enqueue(pk)
    messages.success(request, _("The earlier articles are being cleaned again. Their statements keep their places."))
    return redirect(row)


def _outlet(pk: int) -> Outlet:
    return get_object_or_404(Outlet.objects.annotate(count=Count("articles")), pk=pk)


def _page(row: Outlet) -> dict[str, Any]:
    recipe = Recipe.objects.filter(outlet=row).first()
    statements = Statement.objects.visible().filter(article__outlet=row)
    anchors = dict(statements.values_list("anchor").annotate(Count("pk")))
    changed = statements.exclude(anchor=Anchor.KEPT).select_related("article").order_by("anchor", "article", "start")
    return {
        "outlet": row,
        "recipe": recipe,
        "form": RecipeForm.of(recipe),
        "anchors": [(one.value, one.label, anchors.get(one.value, 0)) for one in Anchor],
        "changed": list(changed[:CHANGED]),
        "runs": recipe is not None and recipe.cleaned_to is not None,
    }
