"""Saved searches: keep one, see what is new in each, rename and delete them, give out their feeds. Each has its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import editing, search
from articles.editing import searches
from articles.models import SavedSearch
from articles.search import SearchQuery
from articles.views.hits import cards
from articles.views.narrowing import Choice, address, asked, chips
from articles.views.paging import number_of, page_of
from articles.views.returning import number

SEARCHES_A_PAGE = 50
HITS_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A saved search as the list shows it."""

    saved: SavedSearch
    query: SearchQuery
    chips: Sequence[Choice]
    new: int | None
    """How many results are new; None where the index cannot be read."""
    feed: str
    """The address of the feed; empty where it is off."""


@require_http_methods(["GET", "HEAD", "POST"])
def saved(request: HttpRequest) -> HttpResponse:
    """One's saved searches, each with how much is new; POST keeps the search `asked` under a `name`."""
    if request.method != "POST":
        return render(request, "saved/page.html", _list(request))
    name, query = request.POST.get("name", ""), asked(QueryDict(request.POST.get("asked", "").lstrip("?")))
    # As `address` writes it: whatever else came along is no part of a search.
    kept = address(query).partition("?")[2]
    try:
        row = searches.keep(request.user, name, kept)
    except editing.Refused as error:
        context = {**_list(request), "problem": str(error), "name": name, "asked": kept}
        return render(request, "saved/page.html", context, status=422)
    messages.success(request, _("Saved. Your saved searches are in the account menu."))
    return redirect(row.address)


@require_safe
def saved_search(request: HttpRequest, pk: int) -> HttpResponse:
    """What is new in a saved search: since its owner last looked, or since the article that `?since=` names."""
    row = _own(request, pk)
    looked = "since" in request.GET
    after = number(request.GET.get("since")) if looked else row.seen_until
    place = {"limit": HITS_A_PAGE, "offset": (number_of(request) - 1) * HITS_A_PAGE}
    query = replace(_query(row), after=after, sort="stored", **place)
    results = search.find(query)
    context = {
        "row": _row(request, row, results.total if results.available else None),
        "looked": looked,
        "query": query,
        "results": results,
        "page": page_of(request, Paginator(range(results.total), HITS_A_PAGE)),
        "cards": cards(query, results),
    }
    return render(request, "saved/search.html", context)


@require_POST
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens a saved search: shows what is new, and takes it for seen from now on."""
    row = _own(request, pk)
    return redirect(f"{row.get_absolute_url()}?{urlencode({'since': searches.look(row)})}")


@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives a saved search another name; what was typed stays in the field when it cannot be."""
    row, name = _own(request, pk), request.POST.get("name", "")
    try:
        searches.rename(row, name)
    except editing.Refused as error:
        context = {**_list(request), "problem": str(error), "renamed": pk, "name": name}
        return render(request, "saved/page.html", context, status=422)
    return redirect("saved")


@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Deletes a saved search, and its feed with it."""
    row = _own(request, pk)
    row.delete()
    messages.success(request, _("“%(name)s” is no longer saved.") % {"name": row})
    return redirect("saved")


@require_POST
def change_feed(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives the feed a new address, so that the old one is no longer answered; with `off`, no address."""
    row = _own(request, pk)
    if "off" in request.POST:
        searches.close_feed(row)
        messages.success(request, _("The feed is off. Its address is no longer answered."))
    else:
        searches.renew_feed(row)
        messages.success(request, _("The feed has a new address. The old one is no longer answered."))
    return redirect("saved")


def _own(request: HttpRequest, pk: int) -> SavedSearch:
    return get_object_or_404(SavedSearch.objects.visible_to(request.user), pk=pk)


def _query(row: SavedSearch) -> SearchQuery:
    return asked(QueryDict(row.asked))


def _list(request: HttpRequest) -> dict[str, Any]:
    page = page_of(request, Paginator(SavedSearch.objects.visible_to(request.user), SEARCHES_A_PAGE))
    return {"page": page, "rows": list(_rows(request, page))}


def _rows(request: HttpRequest, found: Iterable[SavedSearch]) -> Iterator[Row]:
    for row in found:
        new = search.tally(replace(_query(row), after=row.seen_until))
        yield _row(request, row, new.total if new else None)


def _row(request: HttpRequest, row: SavedSearch, new: int | None) -> Row:
    query = _query(row)
    feed = request.build_absolute_uri(f"{reverse('feed', args=[row.pk])}?key={row.feed_key}") if row.feed_key else ""
    return Row(row, query, chips(query), new, feed)
