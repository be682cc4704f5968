"""What typed words mean: the concepts of a glossary that they name, in any form and any language, and its other words.

A word names a concept by its folded form; where none has that form, by its stem in the language of the concept's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from articles.languages import all_languages, load
from articles.languages.glossary import ANY, Concept
from articles.text.terms import asked as looked_for
from articles.text.terms import fold, stems, stop_words, words

SHORTEST = 3
"""Letters of a word that is looked up, and of a stem that tells anything; a sign of Chinese or Japanese is a word."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A concept that typed words name, and how else it is called."""

    concept: str
    """Its key in the glossary."""
    languages: tuple[str, ...]
    """The languages in which the typed words name it; "" where they do so in any."""
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """By language ("" is any), each other name as its words, as a text has them."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a text that name something."""

    first: int
    """Where they begin among the words of the text, as a half-open range."""
    end: int
    concepts: frozenset[str]
    """What they can mean: several where a word has several meanings."""


class _Name(NamedTuple):
    """One name of a concept."""

    concept: str
    language: str
    words: tuple[str, ...]


_Index = Mapping[str, Sequence[_Name]]
_Search = Callable[["Glossary", tuple[str, ...]], Iterator[_Name]]


class Glossary:
    """Concepts, found by what they are called. The indexes are made at the first question and kept."""

    def __init__(self, concepts: Iterable[Concept], beneath: Glossary | None = None) -> None:
        """With a glossary `beneath`, these concepts come in place of those that have their keys there, and beside the
        others, whose indexes are used again."""
        self._own = {concept.name: concept for concept in concepts}
        self._beneath = beneath
        self.concepts: Mapping[str, Concept] = {**beneath.concepts, **self._own} if beneath else self._own

    def meanings(self, typed: Sequence[str]) -> tuple[Meaning, ...]:
        """The concepts that these adjacent words name together; none for most words.

        Words that a text writes so go before words of which only the stem is alike.
        """
        asked = tuple(word.text for piece in typed for word in words(piece))
        if not asked or all(_is_short(word) for word in asked):
            return ()
        found: dict[str, list[_Name]] = defaultdict(list)
        for name in list(self._named(Glossary._written, asked)) or list(self._named(Glossary._stemmed, asked)):
            if not self._differs(name, asked) and not _lacks_accents(name, asked):
                found[name.concept].append(name)
        return tuple(self._meaning(names, asked) for names in found.values())

    def named_in(self, found: Sequence[str], language: str) -> tuple[Named, ...]:
        """What the words of a text in this language name, the longest phrases first; no word counts for two of them."""
        folded = [fold(word) for word in found]
        named: list[Named] = []
        at = 0
        while at < len(found):
            names = list(self._naming(found, folded, at, language))
            size = max((len(name.words) for name in names), default=1)
            concepts = frozenset(name.concept for name in names if len(name.words) == size)
            if concepts:
                named.append(Named(at, at + size, concepts))
            at += size
        return tuple(named)

    def prepared(self) -> Glossary:
        """Itself, with all indexes made: so it can be pickled and need not make them again."""
        if self._beneath is not None:
            self._beneath.prepared()
        _ = self._by_form, self._by_first, self._by_stem
        return self

    def over(self, beneath: Glossary) -> Glossary:
        """These concepts, with the indexes that are made already, on top of another glossary."""
        laid = copy(self)
        laid._beneath, laid.concepts = beneath, {**beneath.concepts, **self._own}
        return laid

    def called(self, form: str) -> frozenset[str]:
        """The keys of its own concepts that have a name of these folded words."""
        return frozenset(name.concept for name in self._by_form.get(form, ()))

    def beginning(self, typed: str) -> Iterator[Concept]:
        """The concepts with a name that begins so, each once."""
        start = _joined(word.text for word in words(typed))
        names = self._named(Glossary._beginning, (start,)) if start else ()
        return iter({name.concept: self.concepts[name.concept] for name in names}.values())

    def _named(self, how: _Search, asked: tuple[str, ...]) -> Iterator[_Name]:
        yield from how(self, asked)
        if self._beneath is not None:
            yield from (name for name in self._beneath._named(how, asked) if name.concept not in self._own)

    def _naming(self, found: Sequence[str], folded: Sequence[str], at: int, language: str) -> Iterator[_Name]:
        """The names that a text in this language has from one of its words on."""
        if folded[at] not in stop_words(language):
            for name in _starting_with(found[at], folded[at], language, self):
                following = zip(found[at + 1 :], name.words[1:], strict=False)
                if len(name.words) <= len(found) - at and all(_same(*pair, language) for pair in following):
                    yield name

    def _starting(self, folded: str, stems_of: Iterable[str], language: str) -> Iterator[_Name]:
        """Its names whose first word is this one, written so or in another form."""
        yield from (name for name in self._by_first.get(folded, ()) if name.language in (language, ANY))
        index = self._by_stem.get(language, {})
        yield from (name for stem in stems_of for name in index.get(stem, ()))

    @property
    def _layers(self) -> Iterator[Glossary]:
        yield self
        if self._beneath is not None:
            yield from self._beneath._layers

    def _beginning(self, asked: tuple[str, ...]) -> Iterator[_Name]:
        for form, names in self._by_form.items():
            if form.startswith(asked):
                yield from names

    def _written(self, asked: tuple[str, ...]) -> Iterator[_Name]:
        return iter(self._by_form.get(_joined(asked), ()))

    def _stemmed(self, asked: tuple[str, ...]) -> Iterator[_Name]:
        if _is_common(asked):
            return
        for language, index in self._by_stem.items():
            first = looked_for(asked[0], language)
            for name in dict.fromkeys(name for stem in sorted(first) for name in index.get(stem, ())):
                if len(name.words) == len(asked) and all(
                    _same(typed, word, language) for typed, word in zip(asked[1:], name.words[1:], strict=True)
                ):
                    yield name

    def _meaning(self, named: Sequence[_Name], asked: tuple[str, ...]) -> Meaning:
        """Of a concept that is named by these words. What else their own language calls it is no translation, unless
        it is a name: Burma and Myanmar."""
        own, concept = _joined(asked), named[0].concept
        languages = tuple(dict.fromkeys(name.language for name in named))
        spoken = () if self.concepts[concept].is_name else languages
        phrases = {
            language: tuple(other.words for other in names if _joined(other.words) != own)
            for language, names in self._names_of(concept).items()
            if language not in spoken
        }
        return Meaning(concept, languages, {code: others for code, others in phrases.items() if others})

    def _differs(self, name: _Name, asked: tuple[str, ...]) -> bool:
        """Whether the name is another word than the one that was typed, by a capital, or by an accent that makes it
        one of the commonest."""
        pairs = list(zip(name.words, asked, strict=True))
        if _is_common(asked):
            return any(word.casefold() != typed.casefold() for word, typed in pairs)
        return self.concepts[name.concept].is_cased and any(
            word[0].isupper() and typed[0].islower() for word, typed in pairs
        )

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, Sequence[_Name]]]:
        return {key: _split(concept) for key, concept in self._own.items()}

    def _names_of(self, key: str) -> Mapping[str, Sequence[_Name]]:
        return self._beneath._names_of(key) if self._beneath and key not in self._own else self._names[key]

    @cached_property
    def _by_form(self) -> _Index:
        """Every name by its folded words."""
        index: dict[str, list[_Name]] = defaultdict(list)
        for name in self._all():
            index[_joined(name.words)].append(name)
        return dict(index)

    @cached_property
    def _by_first(self) -> _Index:
        """Every name by its first word, folded."""
        index: dict[str, list[_Name]] = defaultdict(list)
        for name in self._all():
            index[fold(name.words[0])].append(name)
        return dict(index)

    @cached_property
    def _by_stem(self) -> Mapping[str, _Index]:
        """By language, every name by the stems of its first word."""
        index: dict[str, dict[str, list[_Name]]] = defaultdict(lambda: defaultdict(list))
        for key, by_language in self._names.items():
            for language in filter(partial(_is_inflected, self._own[key]), by_language):
                for name in by_language[language]:
                    for stem in stems(name.words[0], language):
                        if len(name.words) > 1 or not _is_short(stem):
                            index[language][stem].append(name)
        return {language: dict(names) for language, names in index.items()}

    def _all(self) -> Iterator[_Name]:
        return (name for by_language in self._names.values() for names in by_language.values() for name in names)


@lru_cache(maxsize=50_000)
def _starting_with(word: str, folded: str, language: str, glossary: Glossary) -> tuple[_Name, ...]:
    """The names that begin with a word. Most words begin none, and a text comes back to its words."""
    stems_of = looked_for(word, language)
    return tuple(chain.from_iterable(layer._starting(folded, stems_of, language) for layer in glossary._layers))


def _lacks_accents(name: _Name, asked: tuple[str, ...]) -> bool:
    """Whether an accent of the name was not typed. A search for the word itself forgives that; what the word means is
    less sure then: an equipage is not an équipage, nor an ano an año."""
    return any(
        word.casefold() != fold(word) == fold(typed) == typed.casefold() and word[0] < "\u0370"
        for word, typed in zip(name.words, asked, strict=True)
    )


def _split(concept: Concept) -> Mapping[str, Sequence[_Name]]:
    """The names by language; none that is a single word too common to tell anything."""
    found: dict[str, Sequence[_Name]] = {}
    for language, phrases in concept.words.items():
        split = dict.fromkeys(map(_words_of, phrases))
        ignored = stop_words(language) if language != ANY else frozenset[str]()
        found[language] = [
            _Name(concept.name, language, phrase)
            for phrase in split
            if phrase and not (len(phrase) == 1 and fold(phrase[0]) in ignored)
        ]
    return found


def _is_inflected(concept: Concept, language: str) -> bool:
    return language != ANY and not (concept.is_name and not load(language).people.male_endings)


def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(phrase))


def _joined(phrase: Iterable[str]) -> str:
    return " ".join(map(fold, phrase))


def _same(typed: str, word: str, language: str) -> bool:
    return fold(typed) == fold(word) or bool(looked_for(typed, language) & stems(word, language))


def _is_common(asked: tuple[str, ...]) -> bool:
    """Whether this is one of the commonest words of any language."""
    return len(asked) == 1 and any(fold(asked[0]) in stop_words(language.code) for language in all_languages())


def _is_short(word: str) -> bool:
    return len(word) < SHORTEST and word < "\u2e80"
