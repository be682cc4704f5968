"""Places that cannot be one: where something was said, and where the words say that something is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from articles.languages import load
from articles.linking.fields.speakers import is_known
from articles.linking.wording import NEAR
from articles.records import Conflict, StatementRecord
from articles.text.known_places import known_place
from articles.text.names import spelled_alike
from articles.text.places import Place
from articles.text.sentences import sentences
from articles.text.terms import Word, fold, stop_words, words

_BACK = 4
"""Words before a name among which that stands which makes it a place: "in the old port of"."""
_LETTERS = 3
"""Of a word that can be a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a text names it."""

    words: str
    place: Place | None = None
    """None for one that the gazetteer does not know."""


def place_conflicts(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    """Where it was said, then the one place that each side's words name and the other's do not."""
    one, two = a.circumstances.place, b.circumstances.place
    if one and two and not _may_be_one(_named(one, a.language), _named(two, b.language)):
        yield Conflict("place", one, two)
    yield from _named_places(a, b)


def _named_places(a: StatementRecord, b: StatementRecord) -> Iterator[Conflict]:
    in_a, in_b = places(a.text, a.language), places(b.text, b.language)
    if not in_a or not in_b:
        return
    only_a = [one for one in in_a if not _is_told(one, in_b, b)]
    only_b = [one for one in in_b if not _is_told(one, in_a, a)]
    if len(only_a) == len(only_b) == 1 and (only_a[0].place or only_b[0].place):
        yield Conflict("place", only_a[0].words, only_b[0].words)


def _is_told(one: Named, others: Sequence[Named], statement: StatementRecord) -> bool:
    """Whether a statement names a place, too, wherever it stands there."""
    if any(_may_be_one(one, other) for other in others):
        return True
    return any(_spelled_as(one, word.text) for word in words(statement.text) if len(word.text) >= _LETTERS)


def _may_be_one(one: Named, other: Named) -> bool:
    if one.place and other.place and (one.place.may_be(other.place) or not _names_differ(one.place, other.place)):
        return True
    if one.place and other.place:
        return False
    return any(_spelled_as(one, word.text) for word in words(other.words)) or _alias(one, other) or _alias(other, one)


@lru_cache(maxsize=10_000)
def _names_differ(one: Place, other: Place) -> bool:
    """Whether no name of one place is the other's, too, as those of Saint-Louis and St. Louis are."""
    return not {fold(name) for name in one.names} & {fold(name) for name in other.names}


def _alias(known: Named, other: Named) -> bool:
    """Whether a place that the gazetteer does not know is spelled like another name of one that it knows."""
    names = known.place.names if known.place else ()
    return any(spelled_alike(word.text, name) for word in words(other.words) for name in names)


def _spelled_as(one: Named, word: str) -> bool:
    """Whether a word is a spelling of a place's name, or of one of its names."""
    names = {fold(name) for name in one.place.names} if one.place else set()
    return fold(word) in names or any(
        spelled_alike(each.text, word) or Indel.normalized_similarity(fold(each.text), fold(word)) >= NEAR
        for each in words(one.words)
    )


@lru_cache(maxsize=10_000)
def _named(name: str, language: str) -> Named:
    return Named(name, known_place([word.text for word in words(name)], language)[0])


@lru_cache(maxsize=50_000)
def places(text: str, language: str) -> tuple[Named, ...]:
    """The places of a text that stand where it says that something is: behind "in", "port of" and the like."""
    return tuple(_Reader(text, language, list(words(text))).found())


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    language: str
    words: Sequence[Word]

    @property
    def lexicon(self) -> _Lexicon:
        return _lexicon(self.language)

    def found(self) -> Iterator[Named]:
        lexicon = self.lexicon
        starts = {span.start for span in sentences(self.text, self.language)}
        at = 0
        while at < len(self.words):
            size = 0
            word = self.words[at]
            lead = "" if word.text[0].islower() else self._lead(at, lexicon)
            if lead and (word.start not in starts or self._behind(at, lexicon)):
                place, size = known_place(self._following(at), self.language)
                if self._is_no_place(place, at, size, lead):
                    place, size = None, 0
                size = size or (self._unknown(at) if lead == SURE else 0)
                if size:
                    yield Named(self.text[word.start : self.words[at + size - 1].end], place)
            at += max(1, size)

    def _is_no_place(self, place: Place | None, at: int, size: int, lead: str) -> bool:
        """Whether a name is none of a place after all: "port" is a city, too; without a preposition a country acts, and
        a city may begin the name of a body."""
        if size == 1 and fold(self.words[at].text) in self.lexicon.localities:
            return True
        if lead != BARE or place is None:
            return False
        end = at + size
        longer = end < len(self.words) and self.words[end].text[0].isupper() and self._joined(end)
        return place.is_country or longer

    def _following(self, at: int) -> list[str]:
        """A word and those right behind it."""
        return [word.text for word in self.words[at : at + _BACK]]

    def _lead(self, at: int, lexicon: _Lexicon) -> str:
        """What makes a place of the name at a word: SURE, VAGUE or nothing."""
        if self._behind(at, lexicon):
            return VAGUE
        for before in range(at - 1, max(-1, at - 1 - _BACK), -1):
            folded = fold(self.words[before].text)
            if folded in lexicon.prepositions:
                return VAGUE if folded in lexicon.vague else SURE
            if self._is_locality(folded, lexicon):
                return VAGUE
            if folded not in lexicon.small:
                break
        behind_small = at > 0 and fold(self.words[at - 1].text) in lexicon.small
        return BARE if behind_small and self.words[at].text[0].isupper() and self._joined(at) else ""

    def _behind(self, at: int, lexicon: _Lexicon) -> bool:
        """The same of what stands behind: "Ankara'da", "Tanca limanında"."""
        if at + 1 >= len(self.words):
            return False
        folded = fold(self.words[at + 1].text)
        if not lexicon.endings:
            return self.words[at].text[0].isupper() and folded in lexicon.localities
        parted = self.text[self.words[at].end : self.words[at + 1].start] in ("'", "’")
        return (parted and folded.startswith(lexicon.endings)) or folded.startswith(lexicon.localities)

    @staticmethod
    def _is_locality(folded: str, lexicon: _Lexicon) -> bool:
        bare = (folded.removeprefix(letters) for letters in lexicon.joined)
        return folded in lexicon.localities or any(word in lexicon.localities for word in bare)

    def _unknown(self, at: int) -> int:
        """How many words a town's name has that the gazetteer lacks: large ones, none of them a word for a thing."""
        size = 0
        while at + size < len(self.words) and self._is_large(at + size) and (not size or self._joined(at + size)):
            size += 1
        named = [self.words[one].text for one in range(at, at + size)]
        return 0 if any(fold(word) in self.lexicon.venues or is_known(word, self.language) for word in named) else size

    def _is_large(self, at: int) -> bool:
        word = self.words[at].text
        return word[0].isupper() and len(word) >= _LETTERS

    def _joined(self, at: int) -> bool:
        return self.text[self.words[at - 1].end : self.words[at].start] in (" ", "\u00a0", "'", "’")


SURE, VAGUE, BARE = "sure", "vague", "bare"
"""A preposition that leads in places; one that leads in people and much else as well; another small word."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    prepositions: frozenset[str]
    vague: frozenset[str]
    localities: tuple[str, ...]
    endings: tuple[str, ...]
    venues: frozenset[str]
    joined: tuple[str, ...]
    small: frozenset[str]
    """Words that may stand between a preposition and a name."""


@cache
def _lexicon(language: str) -> _Lexicon:
    data = load(language)
    people = data.people
    prepositions = frozenset(map(fold, people.place_prepositions))
    addressed = frozenset(map(fold, data.speech.addressed))
    return _Lexicon(
        prepositions=prepositions,
        vague=prepositions if people.capital_nouns else prepositions & addressed,
        localities=tuple(map(fold, people.localities)),
        endings=tuple(map(fold, people.place_endings)),
        venues=frozenset(map(fold, people.venues)),
        joined=tuple(map(fold, people.joined)),
        small=stop_words(language),
    )
