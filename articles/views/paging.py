"""Pages of a long list."""

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

MOST_PAGES = 100_000


def number_of(request: HttpRequest) -> int:
    """The number that `?page=` names, 1 by default; 404 for what is no number of a page."""
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdecimal() and len(number) < 9 and 1 <= int(number) <= MOST_PAGES):
        raise Http404("no such page")
    return int(number)


def page_of(request: HttpRequest, paginator: Paginator[Any]) -> Page[Any]:
    """The page that `?page=` names, the first by default; 404 for one that does not exist."""
    try:
        return paginator.page(number_of(request))
    except InvalidPage as error:
        raise Http404(str(error)) from error
