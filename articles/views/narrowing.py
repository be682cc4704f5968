"""How a search can go on: facets, chips of what is chosen, suggestions. Each is a link that holds the whole state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.models import Person, Status
from articles.search import FacetValue, SearchQuery, SearchResults, Suggestion, parse
from articles.search.query import FILTERS
from articles.search.spellings import complete_name

FACETS: dict[str, Promise] = {
    "outlet": _("Outlet"),
    "language": _("Language"),
    "speaker": _("Speaker"),
    "month": _("Month"),
    "kind": _("Kind"),
    "status": _("Status"),
    "tag": _("Tag"),
}
"""The facets that are shown, in this order."""
SHOWN = 12
"""Values that are shown of a facet; of one with more, all are a page of their own, and a field searches within them."""
KINDS: dict[str, str | Promise] = {
    "direct": _("direct quote"),
    "indirect": _("indirect quote"),
    "mixed": _("mixed quote"),
    "claim": _("claim"),
}
MOST_VALUES = 300
"""Values that the page of a facet shows."""
RANGE = ".."
"""Stands between the first and the last month of a range."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: a link that narrows to it or, if it is chosen, takes the filter away."""

    facet: str
    label: str
    """For a reader; a language's is its code, which the template words."""
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """What the results can be narrowed by, with the values to choose from: the most frequent, or those looked for."""

    name: str
    label: str | Promise
    choices: Sequence[Choice]
    count: int
    """Of all its values."""
    address: str
    """Of the page with all of them."""

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.choices)


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion with its address; for a filter, `value` is the filter's label."""

    code: str
    value: str | Promise
    text: str
    count: int
    address: str


def asked(given: QueryDict, **page: int) -> SearchQuery:
    """The search that an address asks for: what `address` writes, read again."""
    chosen = {name: given.get(name) for name in (*FILTERS, "said", "sort", "names", "translated")}
    if given.get("from") or given.get("to"):
        chosen["month"] = _months(given.get("from", ""), given.get("to", ""))
    return parse(given.get("q", ""), **page, **chosen)


def address(query: SearchQuery, **changes: str | int | bool | None) -> str:
    """The address of the first page of this search with some of it changed; an empty value takes a part away."""
    return _at(reverse("search"), replace(query, **changes))


def state(query: SearchQuery) -> dict[str, str | int]:
    """What an address and a form carry of a search beside its text."""
    kept: dict[str, str | int] = dict(query.filters)
    if query.said:
        kept["said"] = 1
    if query.sort == "date" and query.text:
        kept["sort"] = "date"
    return kept | {name: 0 for name in ("names", "translated") if not getattr(query, name)}


def facets(query: SearchQuery, results: SearchResults) -> list[Facet]:
    """The facets that have anything to choose from, with the number of results of each value."""
    shown = {name: _values(query, results, name) for name in FACETS}
    people = _names(value.value for value in shown["speaker"])
    return [
        Facet(
            name,
            FACETS[name],
            [_choice(query, name, value, people) for value in values],
            len(results.facets.get(name, ())),
            _at(reverse("facet", args=[name]), query),
        )
        for name, values in shown.items()
        if values
    ]


def facet(query: SearchQuery, results: SearchResults, name: str, within: str) -> Facet:
    """All values of one facet, or those with certain words in them."""
    values = _ordered(results, name)
    found = [*_within(name, values, within)][:MOST_VALUES] if within else values[:MOST_VALUES]
    people = _names(value.value for value in found) if name == "speaker" else {}
    choices = [_choice(query, name, value, people) for value in found]
    return Facet(name, FACETS[name], choices, len(values), _at(reverse("facet", args=[name]), query))


def chips(query: SearchQuery) -> list[Choice]:
    """The filters that are set, each with the address that takes it away."""
    people = _names([str(query.speaker)] if query.speaker is not None else [])
    return [
        Choice(name, _label(name, str(value), people), 0, address(query, **{name: _nothing(name)}), True)
        for name, value in query.filters.items()
    ]


def offers(query: SearchQuery, suggestions: Sequence[Suggestion]) -> Iterator[Offer]:
    """What to try where nothing was found."""
    for one in suggestions:
        if one.code == "without_filter":
            there = address(query, **{one.value: _nothing(one.value)})
            yield Offer(one.code, FACETS[one.value], one.text, one.count, there)
        else:
            yield Offer(one.code, one.value, one.text, one.count, address(query, text=one.text))


def month_name(month: str) -> str:
    """`2021-10` as the reader's language writes it: October 2021. As it is where no calendar has it: the year 0."""
    return _month_name(month, get_language())


@lru_cache(maxsize=5_000)
def _month_name(month: str, _language: str | None) -> str:
    year, number = month.split("-")
    try:
        return date_format(date(int(year), int(number), 1), "YEAR_MONTH_FORMAT")
    except ValueError:
        return month


def months(query: SearchQuery) -> str:
    """The months that are chosen, as a reader writes them: October 2021 – December 2021."""
    return _label("month", query.month, {}) if query.month else ""


def is_within(month: str, chosen: str) -> bool:
    """Whether the chosen month, or range of months, has this month."""
    first, _, last = chosen.partition(RANGE)
    return first <= month <= (last or first)


def _months(first: str, last: str) -> str:
    """Two months as a form sends them: in any order, or only one of them."""
    first, last = sorted((first or last, last or first))
    return first if first == last else f"{first}{RANGE}{last}"


def _at(path: str, query: SearchQuery) -> str:
    kept = {"q": query.text, **state(query)} if query.text else state(query)
    return path + (f"?{urlencode(kept)}" if kept else "")


def _ordered(results: SearchResults, name: str) -> list[FacetValue]:
    """The most frequent values first, of months the latest."""
    values = list(results.facets.get(name, ()))
    return sorted(values, key=lambda value: value.value, reverse=True) if name == "month" else values


def _values(query: SearchQuery, results: SearchResults, name: str) -> list[FacetValue]:
    """The first of the values; what is chosen is listed even where nothing has it."""
    values = _ordered(results, name)
    chosen = str(query.filters.get(name, ""))
    shown = values[:SHOWN]
    if chosen and chosen not in [value.value for value in shown]:
        shown.insert(0, FacetValue(chosen, _count(values, name, chosen)))
    return shown


def _within(name: str, values: Iterable[FacetValue], within: str) -> Iterator[FacetValue]:
    """The values in whose labels these letters stand; of a speaker, in any spelling of the name."""
    if name == "speaker":
        people = {str(one.person.root.pk) for one in complete_name(within, MOST_VALUES)}
        yield from (value for value in values if value.value in people)
    else:
        wanted = within.casefold()
        yield from (value for value in values if wanted in _label(name, value.value, {}).casefold())


def _count(values: Sequence[FacetValue], name: str, chosen: str) -> int:
    if name == "month":
        return sum(value.count for value in values if is_within(value.value, chosen))
    return next((value.count for value in values if value.value == chosen), 0)


def _choice(query: SearchQuery, name: str, value: FacetValue, people: dict[str, str]) -> Choice:
    chosen = str(query.filters.get(name, "")) == value.value
    wanted = int(value.value) if name == "speaker" else value.value
    there = address(query, **{name: _nothing(name) if chosen else wanted})
    return Choice(name, _label(name, value.value, people), value.count, there, chosen)


def _nothing(name: str) -> str | None:
    return None if name == "speaker" else ""


def _names(ids: Iterable[str]) -> dict[str, str]:
    """The names of people by their ids."""
    return {str(pk): name for pk, name in Person.objects.filter(pk__in=list(ids)).values_list("pk", "name")}


def _label(name: str, value: str, people: dict[str, str]) -> str:
    if name == "speaker":
        return people.get(value, value)
    if name == "month":
        return " – ".join(map(month_name, value.split(RANGE)))
    if name == "kind":
        return str(KINDS.get(value, value))
    if name == "status":
        return str(Status(value).label)
    return value
