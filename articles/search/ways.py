"""All the ways in which an index may know a typed word.

As typed (folded), by its stem in each language of the archive, by compounds that begin with it, by other spellings
where it can be a name, and by the words for the same concept in other languages. The better the way, the higher the
score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from articles.search.indexing import BODY, NAME, PLAIN, STEM, TITLE
from articles.search.plan import AnyOf, Choice, InARow, Plan
from articles.search.results import Widened
from articles.text.compounding import opening, opens
from articles.text.concepts import Glossary, Meaning
from articles.text.names import spelled_alike, word_keys
from articles.text.terms import asked, fold, is_form

WEIGHTS = {PLAIN: 1.0, STEM: 0.7, NAME: 0.4}
"""How much a way to match counts."""
IN_TITLE = 1.0
"""What comes on top where the title has the stem."""
TRANSLATED = 0.3
MOST_SPELLINGS = 40
MOST_COMPOUNDS = 200
RARE = 0.02
"""A name's other spelling that a larger share of articles has is an ordinary word, and left out."""
ALWAYS_RARE = 20
"""Articles: so few are no large share of a small archive."""
SELDOM = 20
"""A word that the articles of one language have so many times as often as those of another is no word of the other."""


class Vocabulary(Protocol):
    """What must be known of an index to make a plan for it."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages of its articles."""

    def values(self, facet: str) -> list[str]:
        """The values that documents have of a facet."""

    def has(self, field: str, term: str) -> bool:
        """Whether any document has the term."""

    def frequency(self, field: str, term: str) -> int:
        """How many documents have it."""

    def total(self, field: str) -> int:
        """How many could."""

    def starting_with(self, field: str, prefix: str) -> Iterable[str]:
        """The terms of the field that begin with the prefix."""

    def similar(self, word: str) -> Sequence[str]:
        """The words of articles that are spelled much like this one."""


@dataclass(slots=True)
class Ways:
    """What one index knows a word by; remembers what words were widened to."""

    index: Vocabulary
    glossary: Glossary | None = None
    """None where nothing is to be found in translation."""
    names: bool = True
    joined: Callable[[str], tuple[str, ...]] = lambda word: ()
    """Other spellings of a name's word that editors have joined with it."""
    widened: dict[str, Widened] = field(default_factory=dict)

    def choices(self, word: str, scope: str) -> Iterator[Choice]:
        """The ways to match the word itself that the index knows."""
        own = fold(word)
        is_known = self.index.has(scope + PLAIN, own)
        if is_known:
            yield Choice(scope + PLAIN, own, WEIGHTS[PLAIN])
        yield from self._stems(word, self.index.languages, scope, WEIGHTS[STEM])
        if scope == BODY:
            yield from self._stems(word, self.index.languages, TITLE, IN_TITLE)
        yield from self._compounds(word, scope)
        if self.names:
            yield from self._other_names(word, scope, is_known)

    def _other_names(self, word: str, scope: str, is_known: bool) -> Iterator[Choice]:
        """Other spellings of the word as a name: those that sound alike, and those that editors joined."""
        alike = [*self._spellings(word, scope, is_known)]
        joined = self.joined(word)
        written = (*joined, *(term.partition("|")[2] for term in alike))
        others = (name for name in dict.fromkeys(written) if not self._is_form(name, word))
        self._note(word, names=tuple({name.casefold(): name for name in others}.values()))
        for term in alike:
            yield Choice(scope + NAME, term, WEIGHTS[NAME])
        for name in joined:
            yield from self._stems(name, self.index.languages, scope, WEIGHTS[NAME])

    def _is_form(self, name: str, word: str) -> bool:
        """Whether it is the word itself, inflected, and no other spelling: باخرة of الباخرة."""
        return any(is_form(name, word, language) for language in self.index.languages)

    def _stems(self, word: str, languages: Iterable[str], scope: str, weight: float) -> Iterator[Choice]:
        for language in sorted(languages):
            for term in _stem_terms(word, language):
                if self.index.has(scope + STEM, term):
                    yield Choice(scope + STEM, term, weight)

    def _compounds(self, word: str, scope: str) -> Iterator[Choice]:
        """Compounds that begin with the word, in languages that join words to one."""
        for language in sorted(self.index.languages):
            if head := opening(word, language):
                begins = f"{language}:"
                known = self.index.starting_with(scope + STEM, begins + head)
                found = (term for term in known if opens(word, term.removeprefix(begins), language))
                for term in islice(found, MOST_COMPOUNDS):
                    yield Choice(scope + STEM, term, WEIGHTS[NAME])

    def _spellings(self, word: str, scope: str, is_known: bool) -> Iterator[str]:
        """Other spellings, unless the archive knows the word and never as a name."""
        own, name = fold(word), scope + NAME
        spellings = [(key, term) for key in word_keys(word) for term in self.index.starting_with(name, f"{key}|")]
        is_name = any(fold(term.removeprefix(f"{key}|")) == own for key, term in spellings)
        if is_name or not is_known:
            alike = {term for key, term in spellings if spelled_alike(term.removeprefix(f"{key}|"), word)}
            most = max(RARE * self.index.total(name), ALWAYS_RARE)
            rare = (term for term in sorted(alike) if self._is_rare(term, name, own, most))
            yield from [term for term, _ in zip(rare, range(MOST_SPELLINGS), strict=False)]

    def _is_rare(self, term: str, name: str, own: str, most: float) -> bool:
        return fold(term.partition("|")[2]) == own or self.index.frequency(name, term) <= most

    def translations(self, words: Sequence[str], scope: str) -> Iterator[Plan]:
        """The names that the words' concepts have in the languages of the archive."""
        single: list[Choice] = []
        found: list[tuple[str, str]] = []
        for meaning in self.meanings(words):
            for language, phrases in meaning.phrases.items():
                for phrase in phrases:
                    languages = [language] if language else sorted(self.index.languages)
                    known = [one for one in languages if self._knows(phrase, one, scope)]
                    found += [(language, " ".join(phrase))] if known else []
                    for one in known:
                        if len(phrase) == 1:
                            single += self._stems(phrase[0], [one], scope, TRANSLATED)
                        else:
                            yield InARow(
                                scope + STEM, tuple(_stem_terms(word, one) for word in phrase), weight=TRANSLATED
                            )
        self._note(" ".join(words), translations=tuple(dict.fromkeys(found)))
        if single:
            yield AnyOf(tuple(dict.fromkeys(single)))

    def meanings(self, words: Sequence[str]) -> list[Meaning]:
        """The concepts that the words name in a language in which the archive has them, if it has them at all.

        "time" is no swindle (a "timo" in Spanish), where English articles have it and Spanish ones do not.
        """
        found = self.glossary.meanings(words) if self.glossary else ()
        if not found:
            return []
        known = {language: min(self._times(word, language) for word in words) for language in self.index.languages}
        most = max(known.values(), default=0)
        likely = {"", *(language for language, times in known.items() if times * SELDOM >= most)}
        return [meaning for meaning in found if not most or likely.intersection(meaning.languages)]

    def _times(self, word: str, language: str) -> int:
        return max((self.index.frequency(BODY + STEM, term) for term in _stem_terms(word, language)), default=0)

    def _knows(self, phrase: Sequence[str], language: str, scope: str) -> bool:
        return language in self.index.languages and all(
            any(self.index.has(scope + STEM, term) for term in _stem_terms(word, language)) for word in phrase
        )

    def _note(self, word: str, names: tuple[str, ...] = (), translations: tuple[tuple[str, str], ...] = ()) -> None:
        """Remembers what a word was widened to."""
        others = tuple(name for name in names if fold(name) != fold(word))
        if others or translations:
            before = self.widened.get(word, Widened(word))
            self.widened[word] = Widened(
                word,
                tuple(dict.fromkeys((*before.names, *others))),
                tuple(dict.fromkeys((*before.translations, *translations))),
            )


def _stem_terms(word: str, language: str) -> tuple[str, ...]:
    return tuple(f"{language}:{stem}" for stem in sorted(asked(word, language)))
