"""The countries and larger cities of the world by any of their names, and which of them lie in which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.languages import all_languages
from articles.languages.cities import cities
from articles.languages.cldr import known_names
from articles.languages.glossary import COUNTRIES, shipped
from articles.text.terms import fold, stop_words

LEAST = 100_000
"""Inhabitants of a city that is known. The glossary of searches knows larger ones only: there a name must mean nothing
else, here it stands where a place does."""
LONGEST = 4
"""Words of a name."""
_SHORTEST = 3
_READ = re.compile(r"[\u0020-\u024f\u0400-\u052f\u0600-\u06ff\u200c’]+")
"""The scripts of the languages that are analysed; names in others would only take up room."""


_PARTING = re.compile("[-‐‑'’\u200c.,]")
"""Signs that part words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country or a city."""

    key: str
    """A key that no other place has."""
    country: str
    """The code of the country that it is or lies in."""
    names: tuple[str, ...] = ()

    @property
    def is_country(self) -> bool:
        return self.key == self.country

    def may_be(self, other: Place) -> bool:
        """Whether one place is the other, or lies in it."""
        return self.key == other.key or (self.country == other.country and (self.is_country or other.is_country))


def places_by_name() -> Mapping[str, Place]:
    """Every place by its names, folded; of two with one name the country, then the larger city."""
    found: dict[str, Place] = {}
    # Casablanca is a White House, too.
    venues = {fold(venue) for language in all_languages() for venue in language.people.venues}
    for place in (*_countries(), *_cities()):
        for name in place.names:
            form = _form(name)
            if " " not in form or venues.isdisjoint(form.split()):
                found.setdefault(form, place)
    for common in _common():
        found.pop(common, None)
    return found


def _form(name: str) -> str:
    """The folded words of a name; quicker than word by word, as there are many."""
    return " ".join(fold(_PARTING.sub(" ", name)).split())


def _countries() -> Iterator[Place]:
    for concept in (*shipped(), *known_names()):
        if concept.theme == COUNTRIES:
            code = concept.name.removeprefix("country-")
            yield Place(code, code, tuple(name for names in concept.words.values() for name in names))


def _cities() -> Iterator[Place]:
    for city in cities(LEAST):
        names = tuple(name for name in (city.name, *city.others) if _is_name(name))
        yield Place(str(city.key), city.country, names)


def _is_name(name: str) -> bool:
    """Whether an entry of the gazetteer is a name, and no code or transcription, in a script that is read."""
    return len(name) >= _SHORTEST and not name[0].islower() and not name.isupper() and bool(_READ.fullmatch(name))


def _common() -> Iterator[str]:
    """Words that are no names: stop words of every language."""
    for language in all_languages():
        yield from stop_words(language.code)
