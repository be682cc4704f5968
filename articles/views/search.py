"""Search and browse, all values of a facet, and the list of keys."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.search import describe, find
from articles.views.histogram import histogram
from articles.views.hits import cards, newest
from articles.views.narrowing import FACETS, address, asked, chips, facets, months, offers, state
from articles.views.narrowing import facet as facet_of
from articles.views.paging import number_of, page_of
from articles.views.widening import widenings

HITS_A_PAGE = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results of what the address asks for; without a question, all articles, the newest first."""
    query = asked(request.GET, limit=HITS_A_PAGE, offset=(number_of(request) - 1) * HITS_A_PAGE)
    results = find(query)
    context: dict[str, Any] = {
        "query": query,
        "results": results,
        "carried": state(query),
        "understood": describe(query),
    }
    if results.available:
        context |= {
            "page": page_of(request, Paginator(range(results.total), HITS_A_PAGE)),
            "cards": cards(query, results),
            "facets": facets(query, results),
            "chips": chips(query),
            "months": months(query),
            "histogram": histogram(query, results),
            "offers": [*offers(query, results.suggestions)],
            "widened": widenings(query, results.widened),
            "other_kind": address(query, said=not query.said),
            "by_relevance": address(query, sort="relevance"),
            "by_date": address(query, sort="date"),
        }
    else:
        page = page_of(request, Paginator(Article.objects.select_related("outlet"), HITS_A_PAGE))
        context |= {"page": page, "cards": newest(page)}
    return render(request, "search/results.html" if request.htmx else "search/page.html", context)


@require_safe
def facet(request: HttpRequest, name: str) -> HttpResponse:
    """All values of one facet of a search, or those with `within` in them; for htmx the list alone."""
    if name not in FACETS:
        raise Http404("no such facet")
    query, within = asked(request.GET, limit=1), request.GET.get("within", "").replace("\0", "").strip()[:100]
    results = find(query)
    context = {"query": query, "results": results, "carried": state(query), "within": within, "chips": chips(query)}
    context["back"] = address(query)
    context["facet"] = facet_of(query, results, name, within)
    return render(request, "search/values.html" if request.htmx else "search/facet.html", context)


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """All keys; the same list stands in the dialog that `?` opens on every page."""
    return render(request, "search/keys.html")
