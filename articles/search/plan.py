"""From a query to the terms that an index is asked for, and from a document to the terms that it is found by.

A word is looked for in three ways: as typed (folded), by its stem in each language of the archive, and, where it can
be a name, by other spellings of it. The best way scores highest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from articles.search.query import Excluded, Phrase, SearchQuery, Term
from articles.text.names import spelled_alike, word_keys
from articles.text.terms import compounds, fold, stem, stems, stop_words, words

PLAIN, STEM, TITLE, NAME = "plain", "stem", "title", "name"
WEIGHTS = {PLAIN: 1.0, STEM: 0.7, TITLE: 1.0, NAME: 0.4}
"""How much a way to match counts; the title comes on top of the others."""
MOST_SPELLINGS = 40
BREAK = "¶"
"""Stands between the parts of a document, so that no phrase goes from one to the next."""


class Vocabulary(Protocol):
    """What a plan must know of an index."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages of its articles."""

    def has(self, field: str, term: str) -> bool:
        """Whether any document has the term."""

    def starting_with(self, field: str, prefix: str) -> Iterable[str]:
        """The terms of the field that begin with the prefix."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to match: a term of a field, and what it counts."""

    field: str
    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Concept:
    """One part of a query: a document has it by any of the choices, or by the phrase, folded words in order."""

    choices: tuple[Choice, ...] = ()
    phrase: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Documents with all the wanted concepts and none of the unwanted; all documents if none is wanted."""

    wanted: tuple[Concept, ...] = ()
    unwanted: tuple[Concept, ...] = ()


def plan(query: SearchQuery, index: Vocabulary) -> Plan:
    """The terms to ask this index for."""
    return Plan(
        tuple(_concept(part, index) for part in query.parts if isinstance(part, Term | Phrase)),
        tuple(
            _concept(part.part, index)
            for part in query.parts
            if isinstance(part, Excluded) and isinstance(part.part, Term | Phrase)
        ),
    )


def _concept(part: Term | Phrase, index: Vocabulary) -> Concept:
    if isinstance(part, Phrase):
        return Concept(phrase=tuple(fold(word) for word in part.words))
    choices = [(PLAIN, fold(part.text)), *_by_stem(part.text, index), *_by_name(part.text, index)]
    known = dict.fromkeys(choice for choice in choices if index.has(*choice))
    return Concept(tuple(Choice(field, term, WEIGHTS[field]) for field, term in known))


def _by_stem(word: str, index: Vocabulary) -> Iterator[tuple[str, str]]:
    for language in sorted(index.languages):
        for found in sorted(stems(word, language)):
            yield STEM, f"{language}:{found}"
            yield TITLE, f"{language}:{found}"


def _by_name(word: str, index: Vocabulary) -> Iterator[tuple[str, str]]:
    """Other spellings, unless the archive knows the word and never as a name."""
    own = fold(word)
    spellings = [(key, term) for key in word_keys(word) for term in index.starting_with(NAME, f"{key}|")]
    is_name = any(fold(term.removeprefix(f"{key}|")) == own for key, term in spellings)
    if is_name or not index.has(PLAIN, own):
        alike = (term for key, term in spellings if spelled_alike(term.removeprefix(f"{key}|"), word))
        for term in sorted(alike)[:MOST_SPELLINGS]:
            yield NAME, term


class Terms(NamedTuple):
    """What some texts are found by: the terms of each field in order, parted by spaces."""

    plain: str
    """Folded words; a break between the texts."""
    stem: str
    """Stems, each with its language in front."""
    name: str
    """Words that can be names, each as its key and the word as written."""


def terms_of(language: str, *texts: str) -> Terms:
    """The terms that a document of these texts is indexed by."""
    found = [[_forms(word.text, language) for word in words(text)] for text in texts if text]
    return Terms(
        f" {BREAK} ".join(" ".join([word.folded for word in part]) for part in found),
        " ".join(f"{language}:{stem}" for part in found for stem in _stems(language, part)),
        " ".join(_names(language, [word for part in found for word in part])),
    )


class Forms(NamedTuple):
    """What there is to know of one word in any text, so that each is looked at once."""

    folded: str
    stem: str
    stems: tuple[str, ...]
    is_small: bool
    """Written with a small letter in front."""
    names: tuple[str, ...]
    """What it is found by if it is a name; none if it is not written as one."""


@lru_cache(maxsize=200_000)
def _forms(word: str, language: str) -> Forms:
    names: list[str] = []
    if can_be_name(word):
        # In a language of cases the name itself is the stem: Лавров, Лавровым.
        for form in dict.fromkeys((_as_written(word), stem(word, language))):
            names += [f"{key}|{form}" for key in word_keys(form)]
    return Forms(
        fold(word), stem(word, language), tuple(sorted(stems(word, language))), word[0].islower(), tuple(names)
    )


def _stems(language: str, text: list[Forms]) -> Iterator[str]:
    """The stems of the words; a compound by its words and as one, whether it is written in one word or two."""
    known = compounds(language)
    if not known:
        yield from [stem for word in text for stem in word.stems]
        return
    before = ""
    for word in text:
        here = word.stem
        yield from word.stems
        yield from known.get(here, ())
        if before + here in known:
            yield before + here
        before = here


def _names(language: str, text: list[Forms]) -> Iterator[str]:
    """The words that can be names.

    A name is capital wherever it stands: a word that the texts also have in small letters is none. Scripts without
    capitals cannot tell, so that every word but the commonest is taken.
    """
    small = {word.folded for word in text if word.is_small} | stop_words(language)
    for word in text:
        if word.names and word.folded not in small:
            yield from word.names


def can_be_name(word: str) -> bool:
    """Whether the word is written as a name is: in scripts that have capitals, with one."""
    first = word[0]
    return first.isalpha() and not first.islower()


def _as_written(word: str) -> str:
    # Not folded: whether a c has a cedilla decides how it sounds.
    return unicodedata.normalize("NFC", word.casefold())
