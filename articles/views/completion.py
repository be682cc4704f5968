"""Names of speakers, completed as one types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.search.spellings import complete_name


@require_safe
def complete(request: HttpRequest) -> HttpResponse:
    """The options of a combobox for `?q=` (or `?speaker_name=`): known spellings and the person each belongs to."""
    typed = request.GET.get("q") or request.GET.get("speaker_name", "")
    return render(request, "statements/_completions.html", {"spellings": complete_name(typed[:300])})
