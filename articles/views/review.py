"""Review: what the program proposed, one at a time, and taking back one's own last change."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles import editing, tasks
from articles.dossiers import pairs, waiting
from articles.models import Article, GlossaryWord, Link, Person, Recipe, Statement, Verdict
from articles.models.links import Relation
from articles.views.access import editor_required
from articles.views.conflicts import address_of
from articles.views.disagreements import disagreements, found_in
from articles.views.links import KEYS
from articles.views.queue import Narrowing, Row, choices, key, queue, row_of, waits
from articles.views.returning import number, refused, way_back


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """The queue, at the item that `at` names, else at its first. POST judges that item and goes on to the next."""
    return judge(request) if request.method == "POST" else _show(request, _current(request))


@editor_required
def judge(request: HttpRequest) -> HttpResponse:
    """Judges the item `at`: `verdict` is confirm, reject or, for a link, another relation, or together."""
    row = row_of(request.POST.get("at", ""))
    if row is None:
        return _show(request, None, problem=_("This is gone: somebody has removed it meanwhile."), status=409)
    try:
        _judge(row, request)
    except editing.Refused as error:
        return _show(request, row_of(key(row)), problem=str(error), status=refused(error))
    tasks.update_index.enqueue()
    following = row_of(key(queue(Narrowing.of(request.GET)).beside(row, 1)))
    if request.htmx:
        response = _show(request, following)
        response["HX-Replace-Url"] = _address(request, following)
        return response
    return redirect(_address(request, following))


@require_POST
@editor_required
def undo(request: HttpRequest) -> HttpResponse:
    """Takes back the user's own last change and returns to `next`; the page then shows what was taken back."""
    back = way_back(request, reverse("review"))
    try:
        row = editing.undo(request.user)
    except editing.Refused as error:
        messages.warning(request, str(error))
        return redirect(back)
    tasks.update_index.enqueue()
    messages.success(request, _taken_back(row))
    return redirect(_place_of(row, back))


def _place_of(row: editing.Edited, back: str) -> str:
    """The address `back`, at what was taken back where that page shows it."""
    page, path = back.partition("#")[0], urlsplit(back).path
    if isinstance(row, Statement | Link) and row.pk and path == reverse("review"):
        kept = {name: value for name, value in parse_qsl(urlsplit(back).query) if name != "at"}
        return f"{path}?{urlencode({**kept, 'at': key(row)})}"
    if isinstance(row, Verdict) and path.startswith(reverse("conflicts")):
        return address_of(row, urlsplit(back).query) or back
    if isinstance(row, Statement) and row.pk and path == row.article.get_absolute_url():
        return f"{page}#statement-{row.pk}"
    if isinstance(row, Link):
        for one, other in ((row.a_id, row.b_id), (row.b_id, row.a_id)):
            if path == reverse("candidates", args=[one]):
                return f"{page}#candidate-{other}"
    return back


def _judge(row: Row, request: HttpRequest) -> None:
    verdict, version, user = request.POST.get("verdict", ""), number(request.POST.get("version")), request.user
    if isinstance(row, Link):
        relations = {"confirm": row.relation, "reject": None, **{one: one for one in Relation.values}}
        if verdict == "together":
            editing.confirm_together([(row.pk, version), *_named(request.POST.get("others", ""))], user)
            return
        if verdict in relations:
            editing.link(row.a_id, row.b_id, relations[verdict], user, version)
            return
    elif verdict in ("confirm", "reject"):
        (editing.confirm if verdict == "confirm" else editing.reject)(row.pk, version, user)
        return
    raise editing.Refused(_("Choose whether this is right."))


def _named(others: str) -> list[tuple[int, int]]:
    """The links that a form names, each with the version that was shown: "12.1 15.3"."""
    pairs = [one.partition(".") for one in others.split()[: waiting.MOST]]
    return [(number(pk), number(version)) for pk, _dot, version in pairs]


def _current(request: HttpRequest) -> Row | None:
    """The item that the address names while it waits; what follows it where it does not; else the first."""
    queued = queue(Narrowing.of(request.GET))
    row = row_of(request.GET.get("at", ""))
    if row is not None and waits(row):
        return row
    return row_of(key(queued.beside(row, 1) if row else queued.first()))


def _show(request: HttpRequest, row: Row | None, problem: str = "", status: int = 200) -> HttpResponse:
    narrowing = Narrowing.of(request.GET)
    queued = queue(narrowing)
    context: dict[str, Any] = {
        "row": row,
        "at": key(row),
        "left": queued.left,
        "following": key(queued.beside(row, 1)) if row else "",
        "previous": key(queued.beside(row, -1)) if row else "",
        "narrowing": narrowing,
        "narrowed": narrowing != Narrowing(),
        "problem": problem,
        "back": _address(request, row),
        **(_link(row) if isinstance(row, Link) else {}),
    }
    if request.htmx:
        return render(request, "review/item.html", {**context, "swapped": True}, status=status)
    return render(request, "review/page.html", {**context, **choices()}, status=status)


def _link(row: Link) -> dict[str, Any]:
    found = pairs.candidate(row.a, row.b, row)
    return {
        "found": found,
        "settled": waiting.settled_by(row),
        "disagreements": disagreements([row.a, row.b], found_in([row])),
        "relations": [(digit, value, label) for digit, value, label in KEYS if value != row.relation],
        "own_key": next(digit for digit, value, _label in KEYS if value == row.relation),
    }


def _address(request: HttpRequest, row: Row | None) -> str:
    asked = {name: value for name, value in request.GET.items() if name in ("kind", "language", "outlet") and value}
    if row is not None:
        asked["at"] = key(row)
    return f"{reverse('review')}?{urlencode(asked)}" if asked else reverse("review")


def _taken_back(row: editing.Edited) -> str:
    if isinstance(row, Person):
        if row.merged_into:
            return _("Taken back: %(name)s is merged into %(into)s again.") % {"name": row, "into": row.merged_into}
        return _("Taken back: %(name)s is a person of their own again.") % {"name": row}
    if isinstance(row, Verdict):
        return _("Taken back: the verdict is what it was before.") if row.pk else _("Taken back: it is open again.")
    if not row.pk:
        return _("Taken back: what you had added is gone again.")
    if isinstance(row, Article):
        return _("Taken back: “%(title)s” says again what it said before.") % {"title": row.headline}
    if isinstance(row, Recipe):
        return _("Taken back: the recipe of %(outlet)s is what it was before.") % {"outlet": row.outlet}
    if isinstance(row, GlossaryWord):
        return _("Taken back: “%(word)s” is what it was before.") % {"word": row}
    if isinstance(row, Link):
        return _("Taken back: the link is %(status)s again.") % {"status": row.get_status_display()}
    words = Truncator(row.text).words(10)
    return _("Taken back: “%(words)s” is %(status)s again.") % {"words": words, "status": row.get_status_display()}
