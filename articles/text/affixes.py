"""Affixes taken off a word by the rules of its language's file, where no stemmer knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from articles.languages import load
from articles.languages.words import Affixes
from articles.text.folding import fold


def roots(folded: str, language: str) -> list[str]:
    """What may be left of a folded word without its affixes, likeliest first; the word alone, if it has none.

    The rules are tried in order, each once. One that is unsure leaves the word as it was, too: a Persian word in -an
    may be a plural.
    """
    found = [folded]
    for rule in _rules(language):
        shorter = [rule.without(word) for word in found]
        found = list(dict.fromkeys((*found, *shorter) if rule.unsure else shorter))
    return found


@dataclass(frozen=True, slots=True)
class _Any:
    """Some affixes, folded, and the lengths that they have, longest first."""

    affixes: frozenset[str]
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    begins: _Any
    endings: _Any
    after: frozenset[str]
    leaves: int
    becomes: str
    unsure: bool

    def without(self, word: str) -> str:
        """The word without the longest affixes that the rule has; as it is, if it has none of them."""
        for start in self.begins.lengths:
            if word[:start] in self.begins.affixes:
                for length in self.endings.lengths:
                    end = len(word) - length
                    if end - start >= self.leaves and word[end:] in self.endings.affixes and self._fits(word[end - 1]):
                        return word[start:end] + self.becomes
        return word

    def _fits(self, letter: str) -> bool:
        return not self.after or letter in self.after


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    return tuple(_rule(one) for one in load(language).words.affixes)


def _rule(given: Affixes) -> _Rule:
    return _Rule(
        begins=_any(given.begins),
        endings=_any(given.endings),
        after=frozenset(fold(given.after)),
        leaves=given.leaves,
        becomes=fold(given.becomes),
        unsure=given.unsure,
    )


def _any(affixes: Iterable[str]) -> _Any:
    folded = frozenset(fold(one) for one in affixes) or frozenset([""])
    return _Any(folded, tuple(sorted({len(one) for one in folded}, reverse=True)))
