"""The concepts of the glossary that a text names: what two reports share that have no word in common.

The names of countries, currencies and languages are among them. Stems find a word or phrase in any of its forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from articles.languages.cldr import known_names
from articles.languages.glossary import ANY, MONTHS, shipped
from articles.text.gazetteer import merged
from articles.text.terms import fold, stem, stop_words, words

SHORTEST = 3
"""Letters of the stem of a single word: shorter ones are like too many others."""


class Named(NamedTuple):
    """Where the words of a text, counted from 0, name something: from `first` up to `end`."""

    first: int
    end: int
    concepts: tuple[str, ...]
    """Their keys in the glossary; a word may name several."""


def meanings(stems: Sequence[str], language: str) -> Iterator[Named]:
    """What these words name, by their stems: each word counts once, for the longest phrase that begins with it."""
    phrases = _phrases(language)
    at = 0
    while at < len(stems):
        for rest, concepts in phrases.get(stems[at], ()):
            end = at + 1 + len(rest)
            if rest == tuple(stems[at + 1 : end]):
                yield Named(at, end, concepts)
                at = end - 1
                break
        at += 1


@cache
def _phrases(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """By the stem of its first word, the others of each phrase and what it names; longer ones first."""
    found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for concept in merged((*shipped(), *known_names())):
        if concept.theme != MONTHS:
            for name in (*concept.words.get(language, ()), *concept.words.get(ANY, ())):
                if stems := _stems(name, language):
                    found[stems][concept.name] = None
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for stems in sorted(found, key=lambda phrase: (-len(phrase), phrase)):
        index[stems[0]].append((stems[1:], tuple(found[stems])))
    return dict(index)


def _stems(name: str, language: str) -> tuple[str, ...]:
    """The stems of a name's words; nothing for a single word that is short or too common to tell anything."""
    found = [word.text for word in words(name)]
    stems = tuple(stem(word, language) for word in found)
    if len(stems) == 1 and (len(stems[0]) < SHORTEST or fold(found[0]) in stop_words(language)):
        return ()
    return stems
