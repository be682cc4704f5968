"""The article page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.views.reading import Shown, provenance, reading


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with its statements, and a card for each; for htmx the text alone, as the address asks for it."""
    row = get_object_or_404(Article.objects.select_related("outlet", "original"), pk=pk)
    if request.htmx:
        return render(request, "articles/_pane.html", reading(row, Shown.asked(request.GET)))
    return render(request, "articles/page.html", {**reading(row, Shown.asked(request.GET)), **provenance(row)})
