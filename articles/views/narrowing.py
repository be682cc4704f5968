"""How a search can go on: facets, chips of what is chosen, suggestions. Each is a link that holds the whole state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Person, Status
from articles.search import FacetValue, SearchQuery, SearchResults, Suggestion, parse
from articles.search.query import FILTERS

FACETS: dict[str, Promise] = {
    "outlet": _("Outlet"),
    "language": _("Language"),
    "speaker": _("Speaker"),
    "month": _("Month"),
    "status": _("Status"),
    "tag": _("Tag"),
}
"""The facets that are shown, in this order."""
LONG = 10
"""A facet with more values gets a field to search within it."""
MOST_VALUES = 300


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
    name: str
    label: str | Promise
    choices: Sequence[Choice]

    @property
    def is_long(self) -> bool:
        return len(self.choices) > LONG


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
    return parse(given.get("q", ""), **page, **chosen)


def address(query: SearchQuery, **changes: str | int | bool | None) -> str:
    """The address of the first page of this search with some of it changed; an empty value takes a part away."""
    query = replace(query, **changes)
    state: dict[str, str | int] = {"q": query.text, **query.filters}
    if query.said:
        state["said"] = 1
    if query.sort == "date" and query.text:
        state["sort"] = "date"
    state |= {name: 0 for name in ("names", "translated") if not getattr(query, name)}
    state = {name: value for name, value in state.items() if value != ""}
    return reverse("search") + (f"?{urlencode(state)}" if state else "")


def facets(query: SearchQuery, results: SearchResults) -> list[Facet]:
    """The facets that have anything to choose from, with the number of results of each value."""
    people = _names(query, results)
    found = [
        Facet(name, label, [_choice(query, name, value, people) for value in _values(query, results, name)])
        for name, label in FACETS.items()
    ]
    return [facet for facet in found if facet.choices]


def chips(query: SearchQuery, results: SearchResults) -> list[Choice]:
    """The filters that are set, each with the address that takes it away."""
    people = _names(query, results)
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
    year, number = month.split("-")
    try:
        return date_format(date(int(year), int(number), 1), "YEAR_MONTH_FORMAT")
    except ValueError:
        return month


def _values(query: SearchQuery, results: SearchResults, name: str) -> list[FacetValue]:
    """The most frequent values; what is chosen is listed even where nothing has it."""
    values = list(results.facets.get(name, ()))[:MOST_VALUES]
    chosen = str(query.filters.get(name, ""))
    if chosen and chosen not in [value.value for value in values]:
        values.insert(0, FacetValue(chosen, 0))
    return sorted(values, key=lambda value: value.value, reverse=True) if name == "month" else values


def _choice(query: SearchQuery, name: str, value: FacetValue, people: dict[str, str]) -> Choice:
    chosen = str(query.filters.get(name, "")) == value.value
    wanted = int(value.value) if name == "speaker" else value.value
    there = address(query, **{name: _nothing(name) if chosen else wanted})
    return Choice(name, _label(name, value.value, people), value.count, there, chosen)


def _nothing(name: str) -> str | None:
    return None if name == "speaker" else ""


def _names(query: SearchQuery, results: SearchResults) -> dict[str, str]:
    ids = [value.value for value in results.facets.get("speaker", ())][:MOST_VALUES]
    if query.speaker is not None:
        ids.append(str(query.speaker))
    return {str(pk): name for pk, name in Person.objects.filter(pk__in=ids).values_list("pk", "name")}


def _label(name: str, value: str, people: dict[str, str]) -> str:
    if name == "speaker":
        return people.get(value, value)
    if name == "month":
        return month_name(value)
    if name == "status":
        return str(Status(value).label)
    return value
