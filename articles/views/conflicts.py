"""The conflict queue: where reports disagree, what matters most first, and what editors decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import editing
from articles.models import Disagreement, Link, Outcome, Statement, Verdict
from articles.models.disagreements import ORDER, DisagreementQuerySet
from articles.models.links import LinkQuerySet
from articles.views.access import editor_required
from articles.views.disagreements import FIELDS, Point, earlier, point
from articles.views.paging import page_of
from articles.views.queue import Stretch
from articles.views.returning import number, refused, way_back

A_PAGE = 20
CONTRADICTIONS = "contradicts"
STATES = {
    "": gettext_lazy("open"),
    "resolved": gettext_lazy("resolved"),
    "all": gettext_lazy("open and resolved"),
}
SHOWN = 4
"""Reports of one side that are shown; how many more there are is told."""
FIRST_CONTRADICTIONS = 5
"""Contradictions shown below the other conflicts."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the queue is narrowed to; empty fields narrow nothing."""

    state: str = ""
    field: str = ""

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Narrowing:
        """As an address gives it; what makes no sense narrows nothing."""
        state, field = values.get("state", ""), values.get("field", "")
        return cls(state if state in STATES else "", field if field in FIELDS or field == CONTRADICTIONS else "")

    @property
    def question(self) -> str:
        """As an address has it."""
        asked = {name: value for name, value in (("state", self.state), ("field", self.field)) if value}
        return f"?{urlencode(asked)}" if asked else ""

    def rows(self) -> DisagreementQuerySet:
        rows = Disagreement.objects.filter(field=self.field) if self.field else Disagreement.objects.all()
        return {"": rows.open, "resolved": rows.resolved}.get(self.state, rows.all)()

    def links(self) -> LinkQuerySet:
        """The statements of different acts of speech that cannot both be true; confirmed is resolved."""
        links = Link.objects.filter(relation=CONTRADICTIONS)
        confirmed = links.visible().filter(status="confirmed")
        return {"": links.proposed(), "resolved": confirmed}.get(self.state, links.visible()).with_texts()

    def beside(self, row: Disagreement, step: int) -> Disagreement | None:
        """What comes after a row (step 1) or before it (-1), also where the row itself has left the queue."""
        stretch = Stretch(self.rows(), ORDER, holds=lambda one: isinstance(one, Disagreement))
        found = stretch.next_to(row, step) or (stretch.first() if step > 0 else stretch.last())
        return None if found == row else found


@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """The queue as a list: what is open, what matters most first; and the statements that contradict each other."""
    narrowing = Narrowing.of(request.GET)
    context: dict[str, Any] = {"narrowing": narrowing, "states": STATES, "fields": FIELDS, "rest": CONTRADICTIONS}
    if narrowing.field == CONTRADICTIONS:
        page = page_of(request, Paginator(narrowing.links(), A_PAGE))
        return render(request, "conflicts/contradictions.html", {**context, "page": page})
    page = page_of(request, Paginator(narrowing.rows().ranked().with_verdicts(), A_PAGE))
    links = Narrowing("all").links() if page.number == 1 and narrowing == Narrowing() else Link.objects.none()
    context["contradictions"] = list(links[: FIRST_CONTRADICTIONS + 1])
    return render(request, "conflicts/list.html", {**context, "page": page, "points": _points(list(page))})


@require_http_methods(["GET", "HEAD", "POST"])
def conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """One disagreement with its sides in their sentences. POST decides it and goes on to the next."""
    row = Disagreement.objects.with_verdicts().filter(pk=pk).first()
    if request.method == "POST":
        return decide(request, pk, row)
    if row is None:
        raise Http404("no such disagreement")
    return _show(request, row)


@editor_required
def decide(request: HttpRequest, pk: int, row: Disagreement | None) -> HttpResponse:
    """Decides: `answer` is the number of a side or an outcome, `reason` says why, `version` is the disagreement's."""
    version = number(request.POST.get("version"))
    try:
        verdict = editing.decide(pk, version, *_answer(request, row), request.POST.get("reason", ""), request.user)
    except editing.Refused as error:
        return _show(request, _now(pk), problem=str(error), status=refused(error))
    messages.success(request, _("Decided: %(outcome)s.") % {"outcome": verdict.in_words})
    following = Narrowing.of(request.GET).beside(row, 1) if row else None
    if request.htmx and _is_in_a_sentence(request):
        return _show(request, _now(pk))
    if request.htmx:
        response = _show(request, following)
        response["HX-Replace-Url"] = _address(request, following)
        return response
    return redirect(way_back(request, _address(request, following)))


@require_POST
@editor_required
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens a disagreement again; `version` is the disagreement's."""
    try:
        editing.reopen(pk, number(request.POST.get("version")), request.user)
    except editing.Refused as error:
        return _show(request, _now(pk), problem=str(error), status=refused(error))
    if request.htmx:
        return _show(request, _now(pk))
    return redirect(way_back(request, _address(request, _now(pk))))


def _now(pk: int) -> Disagreement | None:
    return Disagreement.objects.with_verdicts().filter(pk=pk).first()


def _answer(request: HttpRequest, row: Disagreement | None) -> tuple[str, str]:
    """The outcome, and of a side that is right its first wording, as the form's number of a side means it."""
    answer = request.POST.get("answer", "")
    sides = row.dispute.sides if row else ()
    if 1 <= number(answer) <= len(sides):
        return Outcome.SIDE, sides[number(answer) - 1].values[0]
    return answer if answer != Outcome.SIDE else "", ""


def _show(request: HttpRequest, row: Disagreement | None, problem: str = "", status: int = 200) -> HttpResponse:
    """The item, the whole page around it, or the point of a sentence that htmx asked for."""
    narrowing = Narrowing.of(request.GET)
    in_a_sentence = bool(request.htmx) and _is_in_a_sentence(request)
    [shown] = _points([row], None if in_a_sentence else SHOWN) if row else [None]
    following, previous = (narrowing.beside(row, step) if row else None for step in (1, -1))
    context = {
        "narrowing": narrowing,
        "point": shown,
        "left": narrowing.rows().count(),
        "following": _address(request, following) if following else "",
        "previous": _address(request, previous) if previous else "",
        "list": f"{reverse('conflicts')}{narrowing.question}",
        "judged_at": _address(request, row),
        "problem": problem,
        "typed": _typed(request),
        "swapped": request.htmx,
    }
    if in_a_sentence:
        return render(request, "conflicts/point.html", context, status=status)
    template = "conflicts/item.html" if request.htmx else "conflicts/page.html"
    return render(request, template, context, status=status)


def _is_in_a_sentence(request: HttpRequest) -> bool:
    """Whether htmx asks for the point of a sentence on another page."""
    return (request.htmx.target or "").startswith("point-")


def _typed(request: HttpRequest) -> dict[str, str]:
    """What was typed, for a form that was refused."""
    return {name: typed for name in ("answer", "reason") if (typed := request.POST.get(name))}


def _address(request: HttpRequest, row: Disagreement | None) -> str:
    """Where a row is judged in this queue; the list where there is none."""
    path = row.get_absolute_url() if row else reverse("conflicts")
    return f"{path}{Narrowing.of(request.GET).question}"


def address_of(verdict: Verdict, query: str) -> str:
    """Where a verdict that was taken back can be looked at, in the queue that `query` names; "" for nowhere."""
    rows = Disagreement.objects.filter(utterance__statements=verdict.statement_id, field=verdict.field)
    row = next((one for one in rows if verdict.touches(one.dispute)), None)
    return f"{row.get_absolute_url()}?{query}".rstrip("?") if row else ""


def _points(rows: Sequence[Disagreement], most: int | None = SHOWN) -> list[Point]:
    """The rows with their sides, at most so many of the earliest reports of each, in a fixed number of queries."""
    ids = {one for row in rows for side in row.dispute.sides for one in side.statements[:most]}
    found = Statement.objects.select_related("article__outlet", "speaker__merged_into").in_bulk(ids)
    before = earlier(rows)
    return [
        point(
            row,
            [found[one] for side in row.dispute.sides for one in side.statements[:most] if one in found],
            before[row.pk],
        )
        for row in rows
    ]
