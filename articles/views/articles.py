"""The article page, and the original file behind it."""

import re

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.views.reading import Shown, reading


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with its statements, and a card for each; for htmx the text alone, as the address asks for it."""
    row = get_object_or_404(Article.objects.select_related("outlet", "original"), pk=pk)
    template = "articles/_pane.html" if request.htmx else "articles/page.html"
    return render(request, template, reading(row, Shown.asked(request.GET)))


@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The imported file, byte for byte, as a download that no browser runs."""
    row = get_object_or_404(Article.objects.select_related("original"), pk=pk)
    try:
        file = row.original.path.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The original file is missing from the data folder. Ask an admin to restore it.")) from error
    response = FileResponse(file, as_attachment=True, filename=_file_name(row), content_type="application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response


def _file_name(article: Article) -> str:
    """The file's name without folders and without characters that a file system or a header would trip over."""
    name = re.split(r"[/\\]", article.file)[-1]
    name = re.sub(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069<>:\"|?*]", "_", name).strip(" .")
    return name[-150:] or f"article-{article.pk}"
