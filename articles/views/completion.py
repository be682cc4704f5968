"""What one types, completed: names of speakers in a form; people, outlets and tags in the search box."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import NameSpelling, Outlet, Status, Tag
from articles.search.asking.fields import NAMES
from articles.search.spellings import complete_name

MOST = 6
"""Completions of each kind."""
SHORTEST = 2
"""Letters from which on a search is completed."""
LONGEST = 300
CONSIDERED = 500
"""Spellings of which it is counted who says most: of two letters there may be thousands."""
MOST_WORDS = 3
"""Words at the end of a search that may be one name."""
_VALUE = re.compile(
    rf"""(?:^|(?<=[\s(|-]))(?P<field>{"|".join(NAMES)}):(?:["(](?P<several>[^"()]*)|(?P<one>[^\s"()]*))$""", re.I
)
_WORDS = [re.compile(rf'(?:^|(?<=[\s(]))(?:[^\s"():]+\s+){{{more}}}[^\s"():]+$') for more in range(MOST_WORDS)][::-1]
_MARKS = re.compile('["“”«»]')


@dataclass(frozen=True, slots=True)
class Completion:
    """What the search box can be completed to."""

    kind: str
    """`person`, `outlet` or `tag`."""
    name: str
    text: str
    """All of the search, completed: a person's name as words, an outlet or a tag as a field."""
    person: str = ""
    """Whose spelling the name is, if it is not the usual one."""
    count: int = 0
    """Statements of the person."""


@require_safe
def complete(request: HttpRequest) -> HttpResponse:
    """The options of a combobox for `?q=` (or `?speaker_name=`): known spellings and the person each belongs to."""
    typed = request.GET.get("q") or request.GET.get("speaker_name", "")
    return render(request, "statements/_completions.html", {"spellings": complete_name(typed[:LONGEST])})


@require_safe
def complete_search(request: HttpRequest) -> HttpResponse:
    """The options of the search box for `?q=`: what its last words may begin or be a part of."""
    typed = request.GET.get("q", "").replace("\0", "")[:LONGEST]
    return render(request, "search/completions.html", {"completions": completions(typed)})


def completions(typed: str) -> list[Completion]:
    """The longest end of the search that is a part of any name, completed."""
    for before, field, name in _ends(typed):
        if len(name) >= SHORTEST and (found := [*_named(before, field, name)]):
            return found
    return []


def _ends(typed: str) -> Iterator[tuple[str, str, str]]:
    """What may be completed: what stands before it, its field if it has one, and how it begins."""
    if value := _VALUE.search(typed):
        name = value["several"] or value["one"] or ""
        yield typed[: value.start("field")], NAMES[value["field"].lower()], name.strip()
    elif typed.count('"') % 2 == 0:
        for pattern in _WORDS:
            if found := pattern.search(typed):
                yield typed[: found.start()], "", found[0]


def _named(before: str, field: str, name: str) -> Iterator[Completion]:
    if field in ("", "speaker", "said", "title"):
        yield from _people(before, field, name)
    if field in ("", "outlet"):
        outlets = Outlet.objects.filter(name__icontains=name)[:MOST]
        yield from _valued(before, "outlet", [outlet.name for outlet in outlets])
    if field in ("", "tag"):
        yield from _valued(before, "tag", [tag.name for tag in Tag.objects.filter(name__icontains=name)[:MOST]])


def _people(before: str, field: str, name: str) -> Iterator[Completion]:
    """People by any of their spellings, those who say most first."""
    heard = Count("person__statements", filter=~Q(person__statements__status=Status.REJECTED))
    considered = NameSpelling.objects.filter(spelling__icontains=name).order_by("pk")[:CONSIDERED]
    spellings = NameSpelling.objects.filter(pk__in=considered.values("pk")).select_related("person__merged_into")
    for one in spellings.annotate(heard=heard).order_by("-heard", "spelling")[:MOST]:
        words = f"{field}:({one.spelling})" if field else one.spelling
        usual = one.person.root.name
        yield Completion("person", one.spelling, before + words, usual if usual != one.spelling else "", one.heard)


def _valued(before: str, field: str, names: Iterable[str]) -> Iterator[Completion]:
    for name in names:
        # Quotation marks inside of a name would end it; its words are enough.
        words = _MARKS.sub(" ", name)
        yield Completion(field, name, f'{before}{field}:"{words}"')
