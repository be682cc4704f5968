"""Linking: the candidates for one statement, both wordings side by side, one key for each judgement."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import editing, tasks
from articles.dossiers import pairs
from articles.models import Link, Statement
from articles.models.links import Relation
from articles.views.access import editor_required
from articles.views.disagreements import disagreements
from articles.views.returning import number, refused, way_back

UNRELATED = "unrelated"
"""What a form sends for "not related"; the other values are relations."""
KEYS = tuple((str(key), relation.value, relation.label) for key, relation in enumerate(Relation, 1))
LONGEST = 300
"""Characters of a search for candidates that are read."""


@require_safe
def candidates(request: HttpRequest, pk: int) -> HttpResponse:
    """A statement in its context, and the statements of other articles that it may be linked with."""
    statement = get_object_or_404(Statement.objects.visible().with_context(), pk=pk)
    return render(request, "links/page.html", _page(request, statement))


@require_POST
@editor_required
def link(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Judges a pair: `relation` is a relation or "unrelated", `version` that of the pair's link, 0 for none."""
    statement = get_object_or_404(Statement.objects.visible().with_context(), pk=pk)
    partner = get_object_or_404(Statement.objects.with_context(), pk=other)
    problem, status = "", 200
    try:
        judged = editing.link(pk, other, _relation(request), request.user, number(request.POST.get("version")))
        tasks.update_index.enqueue()
    except editing.Refused as error:
        judged, problem, status = None, str(error), refused(error)
    if request.htmx:
        found = pairs.candidate(statement, partner, Link.objects.between(pk, other).first())
        context = {**_judging(request, statement), **_shown(statement, found), "problem": problem, "swapped": True}
        return render(request, "links/candidate.html", context, status=status)
    if problem:
        return render(request, "links/page.html", {**_page(request, statement), "problem": problem}, status=status)
    messages.success(request, _say(judged))
    return redirect(f"{way_back(request, reverse('candidates', args=[pk]))}#candidate-{other}")


@require_POST
@editor_required
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Judges a link from elsewhere: `verdict` is confirm or reject, or `relation` another one; back to `next`."""
    row = get_object_or_404(Link.objects.with_texts(), pk=pk)
    verdict, verdicts = request.POST.get("verdict"), {"confirm": row.relation, "reject": None}
    try:
        relation = verdicts[verdict] if verdict in verdicts else _relation(request)
        judged = editing.link(row.a_id, row.b_id, relation, request.user, number(request.POST.get("version")))
        tasks.update_index.enqueue()
        messages.success(request, _say(judged))
    except editing.Refused as error:
        current = Link.objects.with_texts().filter(pk=pk).first()
        context = {"problem": error, "link": current, "back": way_back(request, row.a.get_absolute_url())}
        return render(request, "links/refused.html", context, status=refused(error))
    if request.htmx:
        return render(request, "links/verdict.html", {"link": judged})
    return redirect(way_back(request, row.a.get_absolute_url()))


def _relation(request: HttpRequest) -> str | None:
    """What the form says of the pair; raises `Refused` for what is no relation, nothing among them."""
    relation = request.POST.get("relation", "")
    if relation == UNRELATED:
        return None
    if relation not in Relation.values:
        raise editing.Refused(_("Choose how the two statements are related."))
    return relation


def _say(link: Link | None) -> str:
    if link is None or link.status == "rejected":
        return _("Kept apart: not related.")
    return _("Linked: %(relation)s.") % {"relation": link.get_relation_display()}


def _page(request: HttpRequest, statement: Statement) -> dict[str, Any]:
    words = request.GET.get("q", "")[:LONGEST]
    found = pairs.candidates(statement, words)
    first = next((one for one in found if not one.judged), None)
    return {
        **_judging(request, statement),
        "words": words,
        "candidates": [{**_shown(statement, one), "first": one is first} for one in found],
        "back": request.get_full_path(),
    }


def _judging(request: HttpRequest, statement: Statement) -> dict[str, Any]:
    return {"statement": statement, "relations": KEYS, "unrelated": UNRELATED}


def _shown(statement: Statement, found: pairs.Candidate) -> dict[str, Any]:
    conflicts = [(statement.pk, found.statement.pk, conflict) for conflict in found.conflicts]
    return {"candidate": found, "disagreements": disagreements([statement, found.statement], conflicts)}
