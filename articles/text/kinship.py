"""What related languages share: one form of a word that both have, however each of them spells it.

A language file says how its words become those of the first language of its group; see `articles.languages.kinship`.
Words for one concept of the glossary become the usual one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from articles.languages import load
from articles.languages.glossary import Concept, everyday, shipped
from articles.text.affixes import taken_off
from articles.text.folding import fold
from articles.text.stemming import stem, stop_words

SHORTEST = 4
"""Letters of a stem that a rule changes: one letter less, and too many others are like it."""


def group(language: str) -> str:
    """The first by code of a language and those that it is related to; it stands for all of them."""
    return min((language, *load(language).related))


@lru_cache(maxsize=200_000)
def common_form(word: str, language: str) -> str:
    """What a word is compared by with words of related languages; its stem, if the language has none.

    A misleading word without a counterpart has a form that no word of another language has.
    """
    stemmed = stem(word, language)
    if not load(language).related:
        return stemmed
    known = _known(language)
    for written in (fold(word), stemmed):
        if written in known:
            return known[written]
    return _by_rule(stemmed, language)


def misleads(word: str, language: str) -> bool:
    """Whether a related language has the same word for something else."""
    known = _misleading(language)
    return fold(word) in known or stem(word, language) in known


@cache
def _misleading(language: str) -> frozenset[str]:
    return frozenset(fold(pair[0]) for pair in load(language).kinship.misleading)


@cache
def _known(language: str) -> Mapping[str, str]:
    """Words, folded, that have common forms which no rule makes: those that the file lists, and the glossary's."""
    known, first = load(language).kinship, group(language)
    return _called(language) | {
        fold(own): common_form(other[0], first) if other else f"{language}:{fold(own)}"
        for own, *other in (*known.spellings, *known.words, *known.misleading)
    }


def _called(language: str) -> dict[str, str]:
    """The glossary's words, folded -> the form of what the first language calls the concept.

    A word of several concepts, which that calls by several words, is left out, and so is a stop word.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for concept in (*shipped(), *everyday()):
        usual = _usual(concept, group(language))
        for word in _single(concept, language) if usual else ():
            found[fold(word)].add(usual)
    ignored = stop_words(language)
    return {word: usual.pop() for word, usual in found.items() if len(usual) == 1 and word not in ignored}


def _usual(concept: Concept, first: str) -> str:
    """The form of the first word that the first language has for a concept; rather of one that all of them have."""
    codes = (first, *load(first).related)
    forms = {code: [_by_rule(stem(word, code), code) for word in _single(concept, code)] for code in codes}
    shared = (form for form in forms[first] if all(form in others for others in forms.values()))
    return next(shared, next(iter(forms[first]), ""))


def _single(concept: Concept, language: str) -> Iterator[str]:
    """The names of a concept that are one word."""
    return filter(str.isalpha, concept.words.get(language, ()))


def _by_rule(stemmed: str, language: str) -> str:
    if len(stemmed) < SHORTEST:
        return stemmed
    for rule in _rules(language):
        stemmed = rule(stemmed)
    for letters, others in load(language).kinship.letters.items():
        stemmed = stemmed.replace(letters, others)
    return stemmed


@cache
def _rules(language: str) -> tuple[Callable[[str], str], ...]:
    return tuple(map(taken_off, load(language).kinship.rules))
