"""Original files, byte for byte, as downloads that no browser runs."""

import re

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article, Original


@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The file that an article was imported from."""
    row = get_object_or_404(Article.objects.select_related("original"), pk=pk)
    return as_download(row.original, row.file)


def as_download(row: Original, name: str) -> FileResponse:
    """The file under its name. Raises Http404 where it is missing."""
    try:
        file = row.path.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The original file is missing from the data folder. Ask an admin to restore it.")) from error
    response = FileResponse(file, as_attachment=True, filename=_safe(name), content_type="application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response


def _safe(name: str) -> str:
    """The file's name without folders and without characters that a file system or a header would trip over."""
    last = re.split(r"[/\\]", name)[-1]
    last = re.sub(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069<>:\"|?*]", "_", last).strip(" .")
    return last[-150:] or "original"
