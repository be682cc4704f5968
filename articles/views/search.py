"""Search and browse, completion of the search box, and the list of keys."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def search(request: HttpRequest) -> HttpResponse:
    return render(request, "search/page.html")


def complete(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def keys(request: HttpRequest) -> HttpResponse:
    """All keys; the same list stands in the dialog that `?` opens on every page."""
    return render(request, "search/keys.html")
