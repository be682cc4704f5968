"""What a statement is about, told apart from its language: the things that it names.

A thing is a concept of the glossary, or a word that sounds alike in many languages: a name, a loanword. Two statements
in languages that share no wording are compared by the things of the shorter one that the longer names, too. It is the
odds of that, were they reports of one utterance, against the odds were they two statements on one subject (naive Bayes,
in natural logarithms): a thing that both articles name again and again tells little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from articles.languages.glossary import COMMON, MONTHS
from articles.text.concepts import Glossary, Named
from articles.text.kinship import common_form, group, misleads
from articles.text.names import word_keys
from articles.text.shipped import known_glossary, shipped, with_everyday
from articles.text.terms import fold, stop_words, words

COUNTED = frozenset({"numbers", "units", "time", MONTHS})
"""Themes left out here: figures, what they are measured in, and dates are compared as such."""
SHORTEST_SOUND = 4
"""Sounds of a word from which it can be known again in another language."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that a statement names."""

    meanings: frozenset[str]
    """Concepts that the word can mean; none where the glossary does not know it."""
    stem: str
    """The common form of a word that the glossary does not know, with its group of languages: it is the same in these
    only."""
    sounds: frozenset[str]
    """The `word_keys` of such a word, by which it may be known in any language."""
    word: str
    """As written."""
    is_common: bool = False
    """Whether it is said about anything."""

    def is_one(self, other: Thing) -> bool:
        return (
            bool(self.stem and self.stem == other.stem)
            or not self.meanings.isdisjoint(other.meanings)
            or not self.sounds.isdisjoint(other.sounds)
        )


@dataclass(frozen=True, slots=True)
class Meaning:
    """The things of a statement, each once."""

    things: tuple[Thing, ...]
    meanings: frozenset[str]
    stems: frozenset[str]
    sounds: frozenset[str]
    size: int
    """Words that tell something."""

    def names(self, thing: Thing) -> bool:
        """Whether a thing of another statement is named here, too."""
        return (
            thing.stem in self.stems
            or not self.meanings.isdisjoint(thing.meanings)
            or not self.sounds.isdisjoint(thing.sounds)
        )


@lru_cache(maxsize=50_000)
def meaning(text: str, language: str, glossary: Glossary | None = None) -> Meaning:
    """What a text names; by the glossary that is shipped if no other is given."""
    found = [word.text for word in words(text)]
    stop = stop_words(language)
    named = list(concepts_in(found, language, glossary))
    taken = {at for one in named for at in range(one.first, one.end)}
    telling = [at for at, word in enumerate(found) if fold(word) not in stop and not word[0].isdigit()]
    things = [
        *_known(named, found),
        *_unknown([found[at] for at in telling if at not in taken], language),
    ]
    once = tuple({(thing.meanings, thing.stem): thing for thing in things}.values())
    return Meaning(
        things=once,
        meanings=frozenset(one for thing in once for one in thing.meanings),
        stems=frozenset(thing.stem for thing in once if thing.stem),
        sounds=frozenset(one for thing in once for one in thing.sounds),
        size=len(telling),
    )


def concepts_in(found: Sequence[str], language: str, glossary: Glossary | None = None) -> Iterator[Named]:
    """The concepts that the words of a text name, but for those of figures and dates."""
    known = with_everyday(glossary or known_glossary())
    for one in known.named_in(found, language):
        concepts = frozenset(each for each in one.concepts if known.concepts[each].theme not in COUNTED)
        yield replace(one, concepts=concepts)


def _known(named: Iterable[Named], found: Sequence[str]) -> Iterator[Thing]:
    for one in named:
        if one.concepts:
            is_common = not one.concepts.isdisjoint(common())
            yield Thing(one.concepts, "", frozenset(), " ".join(found[one.first : one.end]), is_common)


def _unknown(telling: Iterable[str], language: str) -> Iterator[Thing]:
    for word in telling:
        keys = () if misleads(word, language) else word_keys(word)
        sounds = frozenset(key for key in keys if len(key) >= SHORTEST_SOUND)
        yield Thing(frozenset(), f"{group(language)}:{common_form(word, language)}", sounds, word)


@cache
def common() -> frozenset[str]:
    """The concepts that anything may be said with."""
    return frozenset(key for key, concept in shipped().everyday.concepts.items() if concept.theme == COMMON)
