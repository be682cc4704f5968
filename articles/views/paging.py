"""Pages of a long list."""

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest


def page_of(request: HttpRequest, paginator: Paginator[Any]) -> Page[Any]:
    """The page that `?page=` names, the first by default; 404 for one that does not exist."""
    try:
        return paginator.page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error
