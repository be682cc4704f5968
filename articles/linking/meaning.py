"""What a statement is about, told apart from its language: the things that it names.

A thing is a concept of the glossary, or a word that sounds alike in many languages: a name, a loanword. Two statements
in languages that share no wording are compared by the things of the shorter one that the longer names, too. It is the
odds of that, were they reports of one utterance, against the odds were they two statements on one subject (naive Bayes,
in natural logarithms): a thing that both articles name again and again tells little.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from articles.languages.glossary import MONTHS
from articles.text.concepts import Glossary
from articles.text.gazetteer import known_glossary
from articles.text.names import word_keys
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
    sounds: frozenset[str]
    """Its `word_keys`, of a word that is known by its sound only."""
    word: str
    """As written."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The things of a statement, each once."""

    things: tuple[Thing, ...]
    meanings: frozenset[str]
    sounds: frozenset[str]
    size: int
    """Words that tell something."""

    def names(self, thing: Thing) -> bool:
        """Whether a thing of another statement is named here, too."""
        return not (self.meanings.isdisjoint(thing.meanings) and self.sounds.isdisjoint(thing.sounds))


@lru_cache(maxsize=50_000)
def meaning(text: str, language: str, glossary: Glossary | None = None) -> Meaning:
    """What a text names; by the glossary that is shipped if no other is given."""
    known = glossary or _shipped()
    found = [word.text for word in words(text)]
    stop = stop_words(language)
    things: dict[tuple[frozenset[str], frozenset[str]], Thing] = {}
    taken: set[int] = set()
    for named in known.named_in(found, language):
        concepts = frozenset(one for one in named.concepts if known.concepts[one].theme not in COUNTED)
        taken.update(range(named.first, named.end))
        if concepts:
            things.setdefault(
                (concepts, frozenset()), Thing(concepts, frozenset(), " ".join(found[named.first : named.end]))
            )
    telling = [at for at, word in enumerate(found) if fold(word) not in stop and not word[0].isdigit()]
    for at in telling:
        if at not in taken:
            sounds = frozenset(key for key in word_keys(found[at]) if len(key) >= SHORTEST_SOUND)
            things.setdefault((frozenset(), sounds or frozenset({found[at]})), Thing(frozenset(), sounds, found[at]))
    return Meaning(
        things=tuple(things.values()),
        meanings=frozenset(one for thing in things.values() for one in thing.meanings),
        sounds=frozenset(one for thing in things.values() for one in thing.sounds),
        size=len(telling),
    )


@cache
def _shipped() -> Glossary:
    return known_glossary()
