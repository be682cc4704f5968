"""Search and browse, completion of the search box, and the list of keys."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article, NameSpelling, Outlet, Status
from articles.search import find
from articles.views.histogram import histogram
from articles.views.hits import cards, newest
from articles.views.narrowing import address, asked, chips, facets, offers
from articles.views.paging import number_of, page_of

HITS_A_PAGE = 20
COMPLETIONS = 6
"""Of each kind."""
SHORTEST_COMPLETED = 2


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results of what the address asks for; without a question, all articles, the newest first."""
    query = asked(request.GET, limit=HITS_A_PAGE, offset=(number_of(request) - 1) * HITS_A_PAGE)
    results = find(query)
    context: dict[str, Any] = {"query": query, "results": results}
    if results.available:
        context |= {
            "page": page_of(request, Paginator(range(results.total), HITS_A_PAGE)),
            "cards": cards(query, results),
            "facets": facets(query, results),
            "chips": chips(query, results),
            "histogram": histogram(query, results),
            "offers": offers(query, results.suggestions),
            "other_kind": address(query, said=not query.said),
            "by_relevance": address(query, sort="relevance"),
            "by_date": address(query, sort="date"),
        }
    else:
        page = page_of(request, Paginator(Article.objects.select_related("outlet"), HITS_A_PAGE))
        context |= {"page": page, "cards": newest(page)}
    return render(request, "search/results.html" if request.htmx else "search/page.html", context)


@require_safe
def complete(request: HttpRequest) -> HttpResponse:
    """Options for the search box: people, by any of their spellings, and outlets."""
    typed = request.GET.get("q", "").replace("\0", "").strip()[:100]
    heard = Count("person__statements", filter=~Q(person__statements__status=Status.REJECTED))
    spellings = NameSpelling.objects.filter(spelling__icontains=typed).select_related("person__merged_into")
    spellings = spellings.annotate(heard=heard).order_by("-heard", "spelling")
    outlets = Outlet.objects.filter(name__icontains=typed)
    most = COMPLETIONS if len(typed) >= SHORTEST_COMPLETED else 0
    context = {"spellings": spellings[:most], "outlets": outlets[:most]}
    return render(request, "search/completions.html", context)


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """All keys; the same list stands in the dialog that `?` opens on every page."""
    return render(request, "search/keys.html")
