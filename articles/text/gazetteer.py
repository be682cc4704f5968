"""All concepts that Newsdesk ships: those of the glossary's file, the names of CLDR, and the cities of a gazetteer.

A gazetteer gives many names without their language. A name is taken for one of every language that writes with its
letters; in a script that most languages share, only the usual name is taken. No city is called by a word that the
glossary or a list of stop words has, none by the name of a larger one.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from articles.languages import all_languages
from articles.languages.cities import City, cities
from articles.languages.cldr import cities as cities_in_cldr
from articles.languages.cldr import known_names
from articles.languages.glossary import ANY, Concept, shipped
from articles.text.terms import fold, stop_words, words

SHORTEST = 3
"""Letters of a city's name."""


@cache
def known_concepts() -> tuple[Concept, ...]:
    """Every concept, each once: what the file adds to a name of CLDR stands with it."""
    concepts = merged((*shipped(), *known_names()))
    return (*concepts, *_cities(concepts))


def merged(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """The concepts with those of one key made one, the words of the first before those of the others."""
    found: dict[str, Concept] = {}
    for concept in concepts:
        known = found.get(concept.name)
        found[concept.name] = joined(known, concept) if known else concept
    return tuple(found.values())


def joined(one: Concept, other: Concept) -> Concept:
    """The first concept with the words of the other behind its own."""
    return replace(
        one,
        words=_joined(one.words, other.words),
        cased=one.cased or other.cased,
        is_name=one.is_name or other.is_name,
    )


def _joined(*tables: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for table in tables:
        for language, names in table.items():
            for name in names:
                found[language].setdefault(name.casefold(), name)
    return {language: tuple(names.values()) for language, names in found.items()}


def _cities(concepts: tuple[Concept, ...]) -> Iterator[Concept]:
    taken = _taken(concepts)
    alphabets = _alphabets()
    for city in cities():
        if not (key := _key(city.name)) or key in taken or len(key) < SHORTEST:
            continue
        taken.add(key)
        names = _joined(_in_cldr(city), _by_language(city, alphabets, taken))
        if names:
            taken.update(_key(name) for known in names.values() for name in known)
            yield Concept(f"city-{city.key}", "cities", {ANY: (city.name,), **names}, is_name=True)


def _taken(concepts: tuple[Concept, ...]) -> set[str]:
    """Words that mean something else already: those of other concepts, and the commonest."""
    named = {_key(word) for concept in concepts for known in concept.words.values() for word in known}
    common = {word for language in all_languages() for word in stop_words(language.code)}
    return (
        named
        | common
        | {fold(word) for language in all_languages() for told in language.numbers.words.values() for word in told}
    )


def _key(name: str) -> str:
    return " ".join(fold(word.text) for word in words(name))


def _in_cldr(city: City) -> Mapping[str, tuple[str, ...]]:
    return {language: (name,) for language, name in cities_in_cldr().get(city.name, {}).items()}


def _by_language(
    city: City, alphabets: Mapping[str, frozenset[str]], taken: Container[str]
) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in filter(_may_be_of_few, city.others):
        letters = frozenset(filter(str.isalpha, name.casefold()))
        writing = [language for language, alphabet in alphabets.items() if letters <= alphabet]
        if writing and _key(name) not in taken:
            for language in writing:
                found[language].append(name)
    return found


def _may_be_of_few(name: str) -> bool:
    return not name.isascii() and len(name) >= SHORTEST


def _alphabets() -> Mapping[str, frozenset[str]]:
    """The letters of each language in the words of the file; of no language whose script most of the others share."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept in shipped():
        for language, known in concept.words.items():
            found[language].update(filter(str.isalpha, "".join(known).casefold()))
    scripts = {language: Counter(map(_script, letters)).most_common(1)[0][0] for language, letters in found.items()}
    shared = Counter(scripts.values())
    return {
        language: frozenset(letters)
        for language, letters in found.items()
        if 2 * shared[scripts[language]] <= len(found)
    }


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
