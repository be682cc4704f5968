"""Batch search: a list of terms in, a table of how often each is found out, on the page and as CSV."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import exporting
from articles.forms import TermsForm
from articles.search import Line, Many, Note, find_many
from articles.views.narrowing import address

MOST = 500
"""Terms that are searched for at a time."""


@require_http_methods(["GET", "HEAD", "POST"])
def batch_search(request: HttpRequest) -> HttpResponse:
    """A field and a file for the terms; POST searches for each, and with `csv` gives the table as a download."""
    if request.method != "POST":
        return render(request, "batch/page.html", {"form": TermsForm(), "most": MOST})
    form = TermsForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "batch/page.html", {"form": form, "most": MOST}, status=422)
    lines, also, exact = (form.cleaned_data[name] for name in ("lines", "also", "exact"))
    found = find_many(lines[:MOST], also, names=not exact, translated=not exact)
    left = [*found.left, *lines[MOST:]]
    if "csv" in request.POST:
        return _download(request, found, left)
    # What came in a file stands in the field now, for a file cannot be chosen for somebody.
    again = TermsForm(initial={"terms": "\n".join(lines), "also": also, "exact": exact})
    context = {
        "form": again,
        "most": MOST,
        "found": found,
        "left": left,
        "left_lines": "\n".join(left),
        "also": also,
        "exact": exact,
    }
    return render(request, "batch/page.html", {**context, **_table(found)})


def _table(found: Many) -> dict[str, Any]:
    rows = [(line, address(line.query), address(line.query, said=True)) for line in found.lines]
    return {
        "rows": rows,
        "searched": "\n".join([line.term for line in found.lines]),
        "hit_count": sum(1 for line in found.lines if line.articles.total),
    }


def _download(request: HttpRequest, found: Many, left: list[str]) -> HttpResponse:
    # With the mark that tells a spreadsheet that this is UTF-8.
    text = "\ufeff" + exporting.table(_rows(request, found, left))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="newsdesk-terms.csv"'
    return response


def _rows(request: HttpRequest, found: Many, left: list[str]) -> Iterator[dict[str, object]]:
    for line in found.lines:
        yield {
            "term": line.term,
            "articles": line.articles.total,
            "quotes": line.quotes.total,
            "first": line.articles.first,
            "last": line.articles.last,
            "address": request.build_absolute_uri(address(line.query)),
            "notes": " ".join(_in_words(line, note) for note in line.notes),
        }
    nothing = dict.fromkeys(("articles", "quotes", "first", "last", "address"))
    for term in left:
        yield {"term": term, **nothing, "notes": _("not searched for")}


def _in_words(line: Line, note: Note) -> str:
    """A note as the page words it, without the markup."""
    if note.code == "nothing_to_find":
        return _("There is no word in this line.")
    return unescape(strip_tags(render_to_string("search/note.html", {"note": note}))).strip()
