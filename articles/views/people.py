"""People: every spelling and statement of each; admins merge two, and take it back."""

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import editing, tasks
from articles.dossiers import lifelines, namesakes, turns
from articles.models import NameSpelling, Person, Statement, Status
from articles.models.statements import StatementQuerySet
from articles.views.access import admin_required
from articles.views.histogram import HEIGHT, drawn
from articles.views.paging import page_of
from articles.views.returning import number, refused

PEOPLE_A_PAGE = 50
ACTS_A_PAGE = 30
LONGEST = 300
"""Characters of a search for a person that are read."""


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who is quoted, the most quoted first; `?q=` finds people by any spelling of any part of the name."""
    words = " ".join(request.GET.get("q", "")[:LONGEST].split())
    standing = Person.objects.standing()
    if words:
        found = Person.objects.filter(pk__in=namesakes.called(words)).select_related("merged_into")
        standing = standing.filter(pk__in={person.root.pk for person in found})
    visible = ~Q(statements__status=Status.REJECTED)
    ranked = standing.annotate(said=Count("statements", filter=visible)).order_by("-said", "name")
    page = page_of(request, Paginator(ranked, PEOPLE_A_PAGE))
    context = {"words": words, "page": page, "rows": _rows(list(page))}
    template = "people/list.html" if request.htmx else "people/page.html"
    return render(request, template, context)


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: what was said over time, again and otherwise; `outlet`, `language`, `q` and `month` narrow it."""
    found = get_object_or_404(Person.objects.select_related("merged_into"), pk=pk)
    if found.merged_into:
        return redirect(found.root)
    return render(request, "people/person.html", _page(request, found))


@require_http_methods(["GET", "HEAD", "POST"])
@admin_required
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks whether this person is the one of `into`; POST, with the `version` that was shown, makes them one."""
    row = get_object_or_404(Person, pk=pk)
    given = request.POST if request.method == "POST" else request.GET
    into = get_object_or_404(Person.objects.standing(), pk=number(given.get("into")))
    problem, status = "", 200
    if request.method == "POST":
        try:
            editing.merge(pk, number(given.get("version")), into.pk, request.user)
        except editing.Refused as error:
            problem, status = str(error), refused(error)
            row.refresh_from_db()
        else:
            tasks.update_index.enqueue()
            messages.success(request, _("%(name)s is %(into)s from now on.") % {"name": row, "into": into})
            return redirect(into)
    row_shown, into_shown = _row(row), _row(into)
    context = {"row": row_shown, "into": into_shown, "both": [row_shown, into_shown], "problem": problem}
    return render(request, "people/merge.html", context, status=status)


@require_POST
@admin_required
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a merge back: the person, with all spellings and statements, stands alone again."""
    row = get_object_or_404(Person.objects.select_related("merged_into"), pk=pk)
    root = row.root
    try:
        editing.unmerge(pk, number(request.POST.get("version")), request.user)
    except editing.Refused as error:
        context = {**_page(request, root), "problem": str(error)}
        return render(request, "people/person.html", context, status=refused(error))
    tasks.update_index.enqueue()
    messages.success(request, _("%(name)s is a person of their own again.") % {"name": row})
    return redirect(root)


@require_POST
@admin_required
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives a person another name to be shown by; what was typed stays in the field when it cannot be."""
    row = get_object_or_404(Person.objects.standing(), pk=pk)
    typed = request.POST.get("name", "")
    try:
        editing.rename(pk, number(request.POST.get("version")), typed, request.user)
    except editing.Refused as error:
        context = {**_page(request, row), "problem": str(error), "typed": typed}
        return render(request, "people/person.html", context, status=refused(error))
    tasks.update_index.enqueue()
    return redirect(row)


def _rows(people: list[Person]) -> list[dict[str, Any]]:
    """People, each with the spellings and the number of statements of everybody merged into them."""
    standing = {person.pk: person.pk for person in people}
    reached = list(standing)
    while reached:
        merged = dict(Person.objects.filter(merged_into__in=reached).values_list("pk", "merged_into"))
        standing.update((one, standing[into]) for one, into in merged.items())
        reached = list(merged)
    spellings: dict[int, dict[str, None]] = {person.pk: {} for person in people}
    for owner, spelling in NameSpelling.objects.filter(person__in=standing).values_list("person", "spelling"):
        spellings[standing[owner]][spelling] = None
    counts: Counter[int] = Counter()
    said = Statement.objects.visible().filter(speaker__in=standing).order_by()
    for speaker, number_of in said.values_list("speaker").annotate(Count("pk")):
        counts[standing[speaker]] += number_of
    return [
        {
            "person": person,
            "spellings": [one for one in spellings[person.pk] if one != person.name],
            "count": counts[person.pk],
        }
        for person in people
    ]


def _row(person: Person) -> dict[str, Any]:
    return _rows([person])[0]


def _page(request: HttpRequest, person: Person) -> dict[str, Any]:
    people = person.identity()
    said = lifelines.said_by(people)
    asked = _asked(request)
    ever = lifelines.narrowed(said, asked, person.pk)
    shown = lifelines.in_month(ever, asked.month)
    page = page_of(request, Paginator(lifelines.acts(shown), ACTS_A_PAGE))
    same = " ".join(request.GET.get("same", "")[:LONGEST].split())
    merged = Person.objects.filter(pk__in=people).exclude(pk=person.pk)
    return {
        **_row(person),
        **_chart(request, ever, asked),
        "page": page,
        "told": lifelines.told(shown, list(page)),
        "asked": asked,
        "narrowed": asked != lifelines.Narrowed(),
        "outlets": lifelines.outlets(said),
        "languages": lifelines.languages(said),
        "roles": lifelines.roles(said),
        "contradictions": turns.turns(people, "contradicts"),
        "updates": turns.turns(people, "updates"),
        "repeated": turns.repeated(said),
        "most": turns.MOST,
        "merged": merged.select_related("merged_into").prefetch_related("spellings"),
        "words": same,
        "alike": _rows(_called(same, person) if same else namesakes.alike(person)),
    }


def _asked(request: HttpRequest) -> lifelines.Narrowed:
    """What the address narrows the page to; what makes no sense narrows nothing."""
    return lifelines.Narrowed(
        outlet=number(request.GET.get("outlet")),
        language=request.GET.get("language", "")[:8],
        words=" ".join(request.GET.get("q", "")[:LONGEST].replace("\0", "").split()),
        month=lifelines.month_of(request.GET.get("month", "")),
    )


def _chart(request: HttpRequest, ever: StatementQuerySet, asked: lifelines.Narrowed) -> dict[str, Any]:
    """The bars of the months. Where one is chosen the others stay, so that another can be."""
    found = lifelines.months(ever)
    if not found:
        return {"bars": []}
    kept = {name: value for name in ("outlet", "language", "q") if (value := request.GET.get(name))}
    everything = f"?{urlencode(kept)}"
    bars, ticks = drawn(
        found,
        lambda month: everything if month == asked.month else f"?{urlencode({**kept, 'month': month})}",
        asked.month,
    )
    return {"bars": bars, "ticks": ticks, "everything": everything, "height": HEIGHT}


def _called(words: str, person: Person) -> list[Person]:
    """Other people in their own right with a spelling that has these words."""
    found = Person.objects.filter(pk__in=namesakes.called(words)).select_related("merged_into")
    roots = {one.root.pk: one.root for one in found if one.root.pk != person.pk}
    return list(roots.values())[: namesakes.MOST]
