"""Marking, judging and correcting statements: a partial for htmx, a page or the way back without it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import reswap, retarget

from articles import editing, tasks
from articles.forms import MarkForm, StatementForm, typed_again
from articles.models import Article, Statement, Status
from articles.views.access import editor_required
from articles.views.reading import Shown, provenance, reading, shown_behind
from articles.views.returning import number

JUDGEMENTS = {"confirm": editing.confirm, "reject": editing.reject}


@require_safe
def card(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement's card; its place in the article without htmx."""
    row = _statement(pk)
    return _answer(request, row) if request.htmx else redirect(row)


@editor_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form in place of the card. `?field=` names the field to begin in."""
    row = _statement(pk)
    if request.method != "POST":
        form = StatementForm(instance=row)
        form.focus([request.GET.get("field", "speaker_name")])
        return _form(request, row, form)
    form = StatementForm(request.POST, instance=row)
    if not form.is_valid():
        return _form(request, _statement(pk), form, 422)
    given = form.cleaned_data
    try:
        saved = editing.correct(
            pk, given["version"], request.user, form.changes,
            span=form.span, tags=form.tags, add_person=given["add_person"],
        )  # fmt: skip
    except editing.Changed as error:
        return _form_again(request, pk, str(error))
    except editing.UnknownSpeaker as error:
        form.ask_for_person(str(error))
        return _form(request, _statement(pk), form, 422)
    except editing.Refused as error:
        form.add_error(None, str(error))
        return _form(request, _statement(pk), form, 422)
    return _saved(request, saved, _("Saved."))


@editor_required
@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `verdict` (confirm or reject) and `version`."""
    row = _statement(pk)
    verb = JUDGEMENTS.get(request.POST.get("verdict", ""))
    version = number(request.POST.get("version"))
    if verb is None or not version:
        return _answer(request, row, 422, problem=_("Choose to confirm or to reject the statement as you see it here."))
    try:
        judged = verb(pk, version, request.user)
    except editing.Changed as error:
        return _answer(request, row, 409, problem=str(error))
    return _saved(request, judged, _("Rejected.") if judged.status == Status.REJECTED else _("Confirmed."))


@editor_required
@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `start`, `end`, `type` and the article's `version`: a new statement, its form opened to name the speaker."""
    form = MarkForm(request.POST)
    if not form.is_valid():
        return _not_marked(request, pk, _("The selection did not arrive whole. Select the passage again."), 422)
    given = form.cleaned_data
    try:
        row = editing.mark(pk, given["version"], request.user, given["start"], given["end"], given["type"])
    except editing.Changed as error:
        return _not_marked(request, pk, str(error), 409)
    except editing.Refused as error:
        return _not_marked(request, pk, str(error), 422)
    tasks.update_index.enqueue()
    row = _statement(row.pk)
    field = "speaker_name" if row.type == "quote" else "tag_names"
    if not request.htmx:
        return redirect(f"{reverse('edit', args=[row.pk])}?field={field}")
    new = StatementForm(instance=row)
    new.focus([field])
    return reswap(retarget(_form(request, row, new, redraw=True), "#margin"), "beforeend")


def _statement(pk: int) -> Statement:
    return get_object_or_404(Statement.objects.with_context().with_counts(), pk=pk)


def _saved(request: HttpRequest, row: Statement, sentence: str) -> HttpResponse:
    """After a write: the card anew, told what was done; without htmx back to where the person came from."""
    tasks.update_index.enqueue()
    if request.htmx:
        return _answer(request, _statement(row.pk), done=sentence)
    messages.success(request, sentence)
    return redirect(row)


def _answer(request: HttpRequest, row: Statement, status: int = 200, **context: Any) -> HttpResponse:
    """The card, and the article's text anew where the page shows it; a whole page without htmx."""
    return _render(request, row, "_card.html", context, status, redraw=request.method == "POST")


def _form(
    request: HttpRequest, row: Statement, form: StatementForm, status: int = 200, redraw: bool = False
) -> HttpResponse:
    return _render(request, row, "_form.html", {"form": form}, status, redraw)


def _form_again(request: HttpRequest, pk: int, sentence: str) -> HttpResponse:
    """Somebody else was faster: what was typed stays, beside what is saved now, ready to be saved over it."""
    context = {"form": typed_again(request.POST, _statement(pk)), "problem": sentence}
    return _render(request, _statement(pk), "_form.html", context, 409, redraw=True)


def _render(
    request: HttpRequest, row: Statement, part: str, context: dict[str, Any], status: int, redraw: bool
) -> HttpResponse:
    context |= {"statement": row, "part": f"statements/{part}"}
    if not request.htmx:
        return render(request, "statements/page.html", context, status=status)
    shown = shown_behind(request, row) if redraw else None
    if shown is not None:
        context |= reading(row.article, shown)
    return render(request, "statements/_answer.html", context, status=status)


def _not_marked(request: HttpRequest, article: int, sentence: str, status: int) -> HttpResponse:
    if request.htmx:
        return render(request, "statements/_problem.html", {"problem": sentence}, status=status)
    row = get_object_or_404(Article.objects.select_related("outlet", "original"), pk=article)
    context = {**reading(row, Shown()), **provenance(row), "problem": sentence}
    return render(request, "articles/page.html", context, status=status)
