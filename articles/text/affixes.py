"""Affixes taken off a word by the rules of its language's file, where no stemmer knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from articles.languages import load
from articles.languages.words import Affixes
from articles.text.folding import fold


def roots(word: str, language: str) -> list[str]:
    """What may be left of a word without its affixes, likeliest first; the word alone, if it has none.

    The word is casefolded where the rules are about accents, and folded where they are not.

    The rules are tried in order, each once. One that is unsure leaves the word as it was, too: a Persian word in -an
    may be a plural.
    """
    found = [word]
    whole = _whole(language)
    for rule in _rules(language):
        shorter = [word if word in whole else rule.without(word) for word in found]
        if shorter != found:
            found = list(dict.fromkeys((*found, *shorter) if rule.unsure else shorter))
    return found


def taken_off(rule: Affixes) -> Callable[[str], str]:
    """A rule by itself: what it leaves of a folded word."""
    return _rule(rule, (), fold).without


@dataclass(frozen=True, slots=True)
class _Any:
    """Some affixes, the lengths that they have, longest first, and their last letters."""

    affixes: frozenset[str]
    lengths: tuple[int, ...]
    last: frozenset[str]


_NONE = _Any(frozenset([""]), (0,), frozenset())


@dataclass(frozen=True, slots=True)
class _Rule:
    prefixes: _Any
    begins: _Any
    endings: _Any
    after: frozenset[str]
    before: frozenset[str]
    unless: tuple[str, ...]
    leaves: int
    becomes: str
    unsure: bool

    def without(self, word: str) -> str:
        """The word without the longest affixes that the rule has; as it is, if it has none of them."""
        if self.endings is not _NONE and word[-1:] not in self.endings.last:
            return word
        if self.unless and (word.endswith if self.begins is _NONE else word.startswith)(self.unless):
            return word
        for length in self.prefixes.lengths:
            if word[:length] in self.prefixes.affixes:
                rest = word[length:]
                shorter = self._shorter(rest)
                if shorter is not rest:
                    return word[:length] + shorter
        return word

    def _shorter(self, word: str) -> str:
        for start in self.begins.lengths:
            if word[:start] in self.begins.affixes:
                for length in self.endings.lengths:
                    end = len(word) - length
                    if (
                        end - start >= self.leaves
                        and word[end:] in self.endings.affixes
                        and self._fits(word[start:end])
                    ):
                        return word[start:end] + self.becomes if end < len(word) else self.becomes + word[start:]
        return word

    def _fits(self, root: str) -> bool:
        return (not self.after or root[-1] in self.after) and (not self.before or root[0] in self.before)


def is_accented(language: str) -> bool:
    """Whether the rules of the language are about accents."""
    words = load(language).words
    return words.accented or bool(words.stemmer)


@cache
def _whole(language: str) -> frozenset[str]:
    given = load(language).words.roots
    return frozenset((*map(_writing(language), given), *map(fold, given)))


def _writing(language: str) -> Callable[[str], str]:
    return str.casefold if is_accented(language) else fold


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    words, written = load(language).words, _writing(language)
    return tuple(_rule(one, words.prefixes if one.begins else (), written) for one in words.affixes)


def _rule(given: Affixes, prefixes: Iterable[str], written: Callable[[str], str]) -> _Rule:
    return _Rule(
        prefixes=_any(("", *map(written, prefixes))),
        begins=_any(map(written, given.begins)),
        endings=_any(map(written, given.endings)),
        after=frozenset(written(given.after)),
        before=frozenset(written(given.before)),
        unless=tuple(map(written, given.unless)),
        leaves=given.leaves,
        becomes=written(given.becomes),
        unsure=given.unsure,
    )


def _any(affixes: Iterable[str]) -> _Any:
    known = frozenset(affixes)
    if not known:
        return _NONE
    return _Any(known, tuple(sorted({len(one) for one in known}, reverse=True)), frozenset(one[-1:] for one in known))
