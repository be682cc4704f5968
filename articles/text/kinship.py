"""What related languages share: one form of a word that both have, however each of them spells it.

A language file says how its words become those of the first language of its group; see `articles.languages.kinship`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from articles.languages import load
from articles.text.affixes import taken_off
from articles.text.folding import fold
from articles.text.stemming import stem


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
    listed = _listed(language)
    for written in (fold(word), stemmed):
        if written in listed:
            return listed[written]
    return _by_rule(stemmed, language)


def misleads(word: str, language: str) -> bool:
    """Whether a related language has the same word for something else."""
    known = _misleading(language)
    return fold(word) in known or stem(word, language) in known


@cache
def _misleading(language: str) -> frozenset[str]:
    return frozenset(fold(pair[0]) for pair in load(language).kinship.misleading)


@cache
def _listed(language: str) -> Mapping[str, str]:
    """Listed words, folded -> their common forms."""
    known, first = load(language).kinship, group(language)
    return {
        fold(own): _by_rule(stem(other[0], first), first) if other else f"{language}:{fold(own)}"
        for own, *other in (*known.spellings, *known.words, *known.misleading)
    }


def _by_rule(stemmed: str, language: str) -> str:
    for rule in _rules(language):
        stemmed = rule(stemmed)
    for letters, others in load(language).kinship.letters.items():
        stemmed = stemmed.replace(letters, others)
    return stemmed


@cache
def _rules(language: str) -> tuple[Callable[[str], str], ...]:
    return tuple(map(taken_off, load(language).kinship.rules))
