"""Names that the Unicode locale data (CLDR) has in every language: countries, currencies, months, languages.

They come as concepts, so that the glossary need not list them. Short and other names ("USA", "Burma") do not come
with the library; `glossary.toml` adds them, under the same keys.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list

from articles.languages.glossary import COUNTRIES, CURRENCIES, LANGUAGES, MONTHS, Concept
from articles.languages.loading import all_languages

_SPOKEN = 10
"""Per cent of a country that make a language one of the news, as being official somewhere does."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
"""In the name of a country, what tells it from another of this name: "Sint Maarten (Dutch part)"."""

_Names = Iterator[tuple[str, str]]
"""A key and a name."""


@cache
def known_names() -> tuple[Concept, ...]:
    """Concepts of the themes countries, currencies, months and languages."""
    found: dict[tuple[str, str], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for code, locale in _locales().items():
        for theme, names in _THEMES.items():
            for key, name in names(locale):
                words = found[theme, key]
                words[code] = tuple(dict.fromkeys((*words.get(code, ()), name)))
    return tuple(Concept(key, theme, words) for (theme, key), words in found.items() if len(words) > 1)


@cache
def cities() -> Mapping[str, Mapping[str, str]]:
    """What languages call the cities that time zones are named after, by their English names."""
    english = Locale("en").time_zones
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for code, locale in _locales().items():
        for zone, told in locale.time_zones.items():
            if name := told.get("city"):
                place = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
                found[place][code] = name
    return found


@cache
def _locales() -> Mapping[str, Locale]:
    found: dict[str, Locale] = {}
    for language in all_languages():
        try:
            found[language.code] = Locale.parse(language.code)
        except UnknownLocaleError:
            continue
    return found


def _countries(locale: Locale) -> _Names:
    for code in get_global("territory_languages"):
        if name := _ASIDE.sub("", locale.territories.get(code, "")):
            yield f"country-{code}", name if " & " not in name else format_list(name.split(" & "), locale=locale)


def _currencies(locale: Locale) -> _Names:
    for code in sorted(_current()):
        if name := locale.currencies.get(code):
            yield f"currency-{code}", name


def _months(locale: Locale) -> _Names:
    for use in ("stand-alone", "format"):
        for number, name in locale.months[use]["wide"].items():
            yield f"month-{number}", name


def _languages(locale: Locale) -> _Names:
    for code in sorted(_spoken()):
        if name := locale.languages.get(code):
            yield f"language-{code}", name


_THEMES = {COUNTRIES: _countries, CURRENCIES: _currencies, MONTHS: _months, LANGUAGES: _languages}


def _current() -> set[str]:
    """The codes of the currencies that are legal tender somewhere today."""
    listed = (row for rows in get_global("territory_currencies").values() for row in rows)
    return {code for code, _, until, tender in listed if tender and until is None}


def _spoken() -> set[str]:
    """The two-letter codes of languages that a country has made official, or many of its people speak."""
    return {
        code
        for spoken in get_global("territory_languages").values()
        for code, told in spoken.items()
        if len(code) == 2 and (told["official_status"] or told["population_percent"] >= _SPOKEN)
    }
