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

from articles.languages import all_languages
from articles.languages.cities import City, cities
from articles.languages.cldr import cities as cities_in_cldr
from articles.languages.cldr import known_names
from articles.languages.glossary import ANY, CITIES, Concept, shipped
from articles.text.concepts import Glossary
from articles.text.terms import fold, stop_words, words

SHORTEST = 3
"""Letters of a city's name."""


def all_concepts() -> Glossary:
    """Every concept that a search is widened by, each once: what the file adds to a country or a city stands with its
    other names."""
    concepts = Glossary(merged((*shipped(), *known_names())))
    return Glossary(_cities(concepts), concepts)


def merged(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """The concepts with those of one key made one, the words of the first before those of the others."""
    found: dict[str, Concept] = {}
    for concept in concepts:
        known = found.get(concept.name)
        found[concept.name] = joined(known, concept) if known else concept
    return tuple(found.values())


def joined(one: Concept, other: Concept) -> Concept:
    """The first concept with the words of the other behind its own."""
    return replace(one, words=_joined(one.words, other.words))


def _joined(*tables: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for table in tables:
        for language, names in table.items():
            for name in names:
                found[language].setdefault(name.casefold(), name)
    return {language: tuple(names.values()) for language, names in found.items()}


def _cities(others: Glossary) -> Iterator[Concept]:
    taken, alphabets = _commonest(), _alphabets()
    for city in cities():
        key = f"city-{city.key}"
        if len(_form(city.name)) < SHORTEST or not _is_free(city.name, key, others, taken):
            continue
        taken.add(_form(city.name))
        called = _joined(_in_cldr(city), _by_language(city, alphabets))
        names = {code: [name for name in found if _is_free(name, key, others, taken)] for code, found in called.items()}
        if any(names.values()):
            taken.update(_form(name) for found in names.values() for name in found)
            concept = Concept(key, CITIES, _joined({ANY: (city.name,)}, names))
            yield joined(others.concepts[key], concept) if key in others.concepts else concept


def _is_free(name: str, key: str, others: Glossary, taken: Container[str]) -> bool:
    """Whether a name means nothing else than the concept with this key."""
    form = _form(name)
    return form not in taken and others.called(form) <= {key}


def _commonest() -> set[str]:
    """Words that are no names: stop words and numbers of every language."""
    languages = all_languages()
    numbers = (word for language in languages for told in language.numbers.words.values() for word in told)
    return {*map(fold, numbers), *(word for language in languages for word in stop_words(language.code))}


def _form(name: str) -> str:
    return " ".join(fold(word.text) for word in words(name))


def _in_cldr(city: City) -> Mapping[str, tuple[str, ...]]:
    return {language: (name,) for language, name in cities_in_cldr().get(city.name, {}).items()}


def _by_language(city: City, alphabets: Mapping[str, frozenset[str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in filter(_may_be_of_few, city.others):
        letters = frozenset(filter(str.isalpha, name.casefold()))
        for language, alphabet in alphabets.items():
            if letters <= alphabet:
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
