"""Places found by the words of a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from articles.languages import load
from articles.text.places import LONGEST, Place
from articles.text.shipped import shipped
from articles.text.terms import fold, stem


def known_place(named: Sequence[str], language: str) -> tuple[Place | None, int]:
    """The place whose name these words begin with, and how many it takes; the longest name counts."""
    folded = [fold(word) for word in named[:LONGEST]]
    for size in range(len(folded), 0, -1):
        if place := shipped().places.get(" ".join(folded[:size])):
            return place, size
    if folded and _declines(language) and (place := _by_stem(language).get(stem(named[0], language))):
        return place, 1
    return None, 0


def _declines(language: str) -> bool:
    return bool(load(language).people.male_endings)


@cache
def _by_stem(language: str) -> Mapping[str, Place]:
    """By its stem, every place with a name of one word in the script of a language that declines names."""
    script = _script(load(language).native_name)
    return {
        stem(name, language): place
        for place in reversed(list(shipped().places.values()))
        for name in place.names
        if " " not in name and _script(name) == script
    }


def _script(name: str) -> str:
    return unicodedata.name(name[0], "").partition(" ")[0]
