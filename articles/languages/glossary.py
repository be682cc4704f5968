"""The glossary: concepts that news is made of, each with its words in every language.

`glossary.toml` has a table `[theme.concept]` a concept, with a list of words or phrases a language, as a dictionary
has them. A word may give its forms in brackets, as in the language files. `everyday.toml` has the words of everyday
speech in the same way: they tell what is said, but say nothing of what an article is about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from articles.languages import loading
from articles.languages.loading import LanguageFileError

FILE = "glossary.toml"
EVERYDAY = "everyday.toml"
ANY = ""
"""In place of a language: words that are written so in all of them, as a gazetteer gives the names of places."""

COUNTRIES, CURRENCIES, MONTHS, LANGUAGES, CITIES = "countries", "currencies", "months", "languages", "cities"
"""Themes that CLDR or a gazetteer has words for; the file may add to them."""
COMMON = "common"
"""The theme of words that are said about anything: two statements that both have one need not be alike."""
NAMES = (COUNTRIES, LANGUAGES, CITIES)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing, and what each language calls it."""

    name: str
    """A key that no other concept has: "ceasefire"."""
    theme: str
    """What the editors' page groups it under: "defence"."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words and phrases by language, the usual one first."""

    @property
    def is_cased(self) -> bool:
        """Whether what is written with a capital here is another word without one: the month of March."""
        return self.theme == MONTHS

    @property
    def is_name(self) -> bool:
        """Whether it is a name, whose form is its own where a language does not decline names."""
        return self.theme in NAMES


@cache
def shipped() -> tuple[Concept, ...]:
    """The concepts of the file, in its order. Raises `LanguageFileError`, which names the concept and the fault."""
    return _read(FILE, {})


@cache
def everyday() -> tuple[Concept, ...]:
    """Those of everyday speech, of which none has the key of one that news is made of. Raises `LanguageFileError`."""
    return _read(EVERYDAY, {concept.name: concept for concept in shipped()})


def _read(file: str, taken: Mapping[str, Concept]) -> tuple[Concept, ...]:
    """The concepts of this file; none may have a key that is taken."""
    with (loading.FOLDER / file).open("rb") as opened:
        tables = tomllib.load(opened)
    found: dict[str, Concept] = {}
    for concept in _concepts(tables, file):
        other = found.get(concept.name) or taken.get(concept.name)
        if other:
            where = f"{file}: {concept.theme}.{concept.name}"
            raise LanguageFileError(f"{where}: {other.theme} has a concept of this name")
        found[concept.name] = concept
    return tuple(found.values())


def _concepts(tables: Mapping[str, Any], file: str) -> Iterator[Concept]:
    for theme, concepts in tables.items():
        for name, words in _table(concepts, f"{file}: {theme}").items():
            where = f"{file}: {theme}.{name}"
            yield Concept(name, theme, _words(_table(words, where), where))


def _table(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise LanguageFileError(f"{where}: a table is wanted, not {value!r}")
    return value


def _words(table: Mapping[str, Any], where: str) -> Mapping[str, tuple[str, ...]]:
    codes = {language.code for language in loading.all_languages()}
    found: dict[str, tuple[str, ...]] = {}
    for code, value in table.items():
        if code not in codes:
            raise LanguageFileError(f"{where}: no language {code!r}; known are {', '.join(sorted(codes))}")
        found[code] = loading.words_of(value, f"{where}.{code}")
        if not all(word.strip() for word in found[code]) or not found[code]:
            raise LanguageFileError(f"{where}.{code}: a word is empty, or there is none; leave the list out")
        if len({word.casefold() for word in found[code]}) < len(found[code]):
            raise LanguageFileError(f"{where}.{code}: a word stands there twice")
    return found
