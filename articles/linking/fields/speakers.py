"""Speakers who are certainly two people. A surname, a title, or a body and who speaks for it, is no other speaker."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from articles.languages import load
from articles.records import Conflict, StatementRecord
from articles.text.names import is_article, same_name
from articles.text.scripts import mixes_scripts
from articles.text.shipped import known_glossary
from articles.text.sounds import readings
from articles.text.terms import fold, words

ALIKE = 0.6
"""Likeness (rapidfuzz Indel, 0..1) of the consonants of two words from which they may be one name, transcribed by
two newsrooms: Jasim and Yasim, Oulhaj and Ульхадж."""


def speaker_conflicts(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """Two speakers with names that cannot be one person's."""
    known = a.person is not None and a.person == b.person
    named = a.speaker and b.speaker and not (a.anonymous or b.anonymous)
    if named and not known and certainly_other(a.speaker, b.speaker, a.language, b.language):
        yield Conflict("speaker", a.speaker, b.speaker)


@lru_cache(maxsize=50_000)
def certainly_other(a: str, b: str, language: str, other: str) -> bool:
    """Whether two names are two people's: both are people's, and no spelling makes them one.

    A single word beside a full name may be a body or a nickname, so it is not held against it.
    """
    if same_name(a, b) or any(mixes_scripts(word.text) for name in (a, b) for word in words(name)):
        return False
    one, two = _parts(a), _parts(b)
    if not one or not two or (len(one) > 1) != (len(two) > 1):
        return False
    if not (names_person(a, language, other) and names_person(b, language, other)):
        return False
    return not _may_be_one(one, two)


def _may_be_one(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the surname of either sounds like a word of the other, and a given name of each does, or is an initial.

    Which of several names is the surname, newsrooms tell in their own ways.
    """
    if len(one) == 1 or len(two) == 1:
        return any(_alike(x, y) for x in one for y in two)
    surnames = any(_alike(one[-1], y) for y in two[1:]) or any(_alike(x, two[-1]) for x in one[1:])
    same = set(map(fold, one)) <= set(map(fold, two)) or set(map(fold, two)) <= set(map(fold, one))
    return same or (surnames and any(_alike(x, y) or _initial(x, y) for x in one[:-1] for y in two[:-1]))


def _initial(x: str, y: str) -> bool:
    return min(len(x), len(y)) == 1 and fold(x)[:1] == fold(y)[:1]


def _alike(x: str, y: str) -> bool:
    return any(
        Indel.normalized_similarity(one, other) >= ALIKE
        for one in map(_consonants, readings(x))
        for other in map(_consonants, readings(y))
    )


def _consonants(sounds: str) -> str:
    """What every script writes of a word; a word without is its vowels."""
    return "".join(sound for sound in sounds if sound.isupper()) or sounds


def _parts(name: str) -> tuple[str, ...]:
    found = [word.text for word in words(name)]
    return tuple(
        word for word, following in zip(found, [*found[1:], ""], strict=True) if not is_article(word, following)
    )


@lru_cache(maxsize=50_000)
def names_person(name: str, *languages: str) -> bool:
    """Whether a name is a person's, as far as its words tell: none is that of an office, a body or a thing."""
    found = [word.text for word in words(name)]
    if not found or name.isupper() or found[0][0].islower():
        return False
    return not any(is_common(word, *languages) for word in found)


def is_known(word: str, language: str) -> bool:
    """Whether a word has a meaning of its own in a language, be it the name of a people or a tongue."""
    return fold(word) in _callings(language) or bool(known_glossary().meanings([word]))


def is_common(word: str, *languages: str) -> bool:
    """Whether a word is none of a person's name: it calls an office or a body, or the glossary has it for a thing."""
    return any(fold(word) in _callings(language) for language in languages) or _is_noun(word, *languages)


@cache
def _callings(language: str) -> frozenset[str]:
    """The words for offices, bodies and outlets."""
    people, speech = load(language).people, load(language).speech
    groups = (people.offices, people.bodies, people.spokespeople, people.persons, speech.outlets, speech.listeners)
    return frozenset(fold(word) for group in groups for word in group)


def _is_noun(word: str, *languages: str) -> bool:
    """Whether the glossary has a word among those for things, in these languages or in English, in which companies
    call themselves everywhere. People are called as places are."""
    glossary = known_glossary()
    return any(
        not glossary.concepts[meaning.concept].is_name and {*languages, "en"} & set(meaning.languages)
        for meaning in glossary.meanings([word])
    )
