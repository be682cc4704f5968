"""The glossary: its concepts with their words in every language, read by all, changed by editors."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import editing
from articles.models import GlossaryWord
from articles.search import glossary as known
from articles.views.access import editor_required
from articles.views.paging import page_of
from articles.views.returning import number, refused

CONCEPTS_A_PAGE = 50
CHANGES = 20
"""Changes that are shown, the latest first."""
LONGEST = 300
"""Characters of what is looked up that are read."""
USUAL = "en"
"""The language in which a concept is named to a reader in whose own it has no word."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as a reader sees it: called by one of its words, with all of them by language."""

    key: str
    theme: str
    title: str
    language: str
    """That of the title."""
    words: list[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A word of a concept, with what an editor did to it: "added", "hidden" or nothing."""

    word: str
    mark: str
    version: int
    """0 where no editor has touched it."""


@require_http_methods(["GET", "HEAD", "POST"])
def glossary(request: HttpRequest) -> HttpResponse:
    """The concepts that `?q=` names or begins to name, or those of a `?theme=`; POST makes a new one of one word."""
    if request.method == "POST":
        return _add_concept(request)
    context = _listed(request)
    return render(request, "glossary/list.html" if request.htmx else "glossary/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def concept(request: HttpRequest, key: str) -> HttpResponse:
    """One concept: its words in every language; POST adds, hides or shows one of them."""
    if request.method == "POST":
        return _change_word(request, key)
    return render(request, "glossary/concept.html", _page(key))


@editor_required
def _add_concept(request: HttpRequest) -> HttpResponse:
    typed = _typed(request)
    try:
        row = editing.add_concept(typed["language"], typed["word"], number(request.POST.get("version")), request.user)
    except editing.Refused as error:
        context = {**_listed(request), "problem": str(error), "typed": typed}
        return render(request, "glossary/page.html", context, status=refused(error))
    messages.success(request, _("Saved. Add its words in the other languages."))
    return redirect(row)


@editor_required
def _change_word(request: HttpRequest, key: str) -> HttpResponse:
    typed, hiding = _typed(request), bool(request.POST.get("hidden"))
    change = editing.hide_word if hiding else editing.add_word
    template = "glossary/words.html" if request.htmx else "glossary/concept.html"
    try:
        change(key, typed["language"], typed["word"], number(request.POST.get("version")), request.user)
    except editing.Refused as error:
        context = {**_page(key), "problem": str(error), "typed": None if hiding else typed}
        return render(request, template, context, status=refused(error))
    if not request.htmx:
        return redirect("concept", key)
    return render(request, template, {**_page(key), "typed": {"language": typed["language"]}})


def _typed(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "") for name in ("language", "word")}


def _listed(request: HttpRequest) -> dict[str, Any]:
    """The concepts asked for; without a question, what there is and what editors changed last."""
    standing = known.glossary()
    words = " ".join(request.GET.get("q", "")[:LONGEST].split())
    theme = request.GET.get("theme", "")
    found = _found(words) if words else [one for one in standing.concepts.values() if theme and one.theme == theme]
    page = page_of(request, Paginator(found, CONCEPTS_A_PAGE))
    return {
        "words": words,
        "theme": theme,
        "themes": dict(Counter(one.theme for one in standing.concepts.values())),
        "page": page,
        "entries": [_entry(one) for one in page],
        "changes": [] if words or theme else _changes(),
        "languages": known.languages(),
    }


def _found(words: str) -> list[Any]:
    """The concepts that the words name, in any form and language, then those with a name that begins so."""
    standing = known.glossary()
    named = (standing.concepts[meaning.concept] for meaning in standing.meanings(words.split()))
    return list({one.name: one for one in chain(named, standing.beginning(words))}.values())


def _entry(concept: Any) -> Entry:
    own = get_language() or USUAL
    language = next((code for code in (own, USUAL, *concept.words) if concept.words.get(code)), "")
    title = concept.words[language][0] if concept.words.get(language) else concept.name
    return Entry(concept.name, concept.theme, title, language, list(concept.words.items()))


def _page(key: str) -> dict[str, Any]:
    if not key.isprintable():
        raise Http404
    shipped, rows = known.shipped().concepts.get(key), list(GlossaryWord.objects.filter(concept=key))
    if shipped is None and not rows:
        raise Http404
    by_language: dict[str, list[GlossaryWord]] = defaultdict(list)
    for row in rows:
        by_language[row.language].append(row)
    words = shipped.words if shipped else {}
    codes = [code for code in ("", *known.languages()) if code or words.get(code)]
    return {
        "entry": _entry(known.glossary().concepts[key]),
        "table": [(code, list(_shown(words.get(code, ()), by_language[code]))) for code in codes],
        "languages": known.languages(),
        "changes": _changes(key),
        "back": reverse("glossary") if shipped is None else reverse("concept", args=[key]),
    }


def _shown(shipped: Iterable[str], rows: Iterable[GlossaryWord]) -> Iterator[Shown]:
    """The words of one language: those shipped, then those that editors added."""
    changed = {row.word: row for row in rows}
    for word in shipped:
        row = changed.pop(word, None)
        yield Shown(word, "hidden" if row and row.hidden else "", row.version if row else 0)
    for row in changed.values():
        yield Shown(row.word, "hidden" if row.hidden else "added", row.version)


def _changes(key: str = "") -> list[Any]:
    """The latest changes, of one concept or of all: history records."""
    records = GlossaryWord.history.select_related("history_user")
    return list((records.filter(concept=key) if key else records)[:CHANGES])
