"""Everybody an article names, each with the fullest form of the name; resolves the short forms to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from articles.analysis.people.mentions import Mention
from articles.analysis.reading.frame import folded, words_of
from articles.analysis.reading.lexicon import noun_tail, word_set
from articles.languages.format import Language
from articles.languages.loading import load
from articles.text.names import is_article, spelled_alike, word_keys
from articles.text.terms import fold

_CROWD = 50
"""People, or words of offices, that are compared with one another, at most: more tell nothing apart."""
_FOREMOST = 3
"""How many times oftener than a namesake one must be named for a surname alone to mean that one."""
_BASE = 3
"""Letters of an office without its ending, at least."""
_SURE_KEY = 4
"""Consonants that two spellings of an office have in common: "jenderal", "jendral"."""


@dataclass(slots=True)
class Person:
    """One person or body of an article, while the roster is being built."""

    name: str
    body: bool = False
    words: tuple[str, ...] = ()
    """Those of the name, without articles that a hyphen joins to them."""
    sex: str = ""
    """male, female, or "" where nothing tells."""
    role: str = ""
    role_words: set[str] = field(default_factory=set)
    shortened: bool = False
    """Whether the article also names it by a part of the name alone."""
    seen: int = 0
    """How often the article names it."""


class Roster:
    """The people of one article. `of` gives the person that a mention means, or None where that is unsure."""

    def __init__(self, mentions: Iterable[Mention], language: Language) -> None:
        self._endings = language.people.office_endings + language.people.clitics
        self._short = _abbreviations(language.code)
        self._code, self._compounds = language.code, language.people.capital_nouns
        self._sexes = {name: word_set(language.code, "people", name) for name in ("male", "female")}
        self.people: list[Person] = []
        self._by_key: dict[str, list[int]] = {}
        self._by_role: dict[str, set[int]] = {}
        self._of: dict[int, int] = {}
        named = [one for one in mentions if one.kind in ("name", "body")]
        for mention in sorted(named, key=lambda one: -len(one.name.split())):
            self._add(mention)

    def of(self, mention: Mention) -> int | None:
        """The index of the person that a name means."""
        return self._of.get(mention.start)

    def with_role(self, word: str, recent: Iterable[int] = ()) -> int | None:
        """The one person whose office has this word; of several the one named last, if told which."""
        holders = self.holders(word)
        if len(holders) > 1:
            return next((index for index in recent if index in holders), None)
        return holders[0] if holders else None

    def holders(self, word: str) -> list[int]:
        """The people whose office has this word."""
        plain = fold(word)
        shorts = self._short & {plain[:length] for length in range(2, len(plain))}
        forms = {word, *self._bases(folded(word))}
        keys = shorts.union(*(_keys(form) for form in forms))
        near = {index for key in keys for index in self._by_role.get(key, ())}
        return [
            index
            for index in sorted(near)
            if any(other in shorts or _one_of(forms, other) for other in self.people[index].role_words)
        ]

    def _bases(self, word: str) -> set[str]:
        """What is left of a word of an office without the endings that offices have: "bakanı" is "bakan", too."""
        return {
            word[: -len(ending)]
            for ending in self._endings
            if word.endswith(ending) and len(word) - len(ending) >= _BASE
        }

    def sex_of(self, words: Iterable[str]) -> str:
        """What the first telling word tells: "Mrs" is female."""
        for word in words:
            forms = self._forms(folded(word.strip(".,")))
            for sex, known in self._sexes.items():
                if not known.isdisjoint(forms):
                    return sex
        return ""

    def _forms(self, word: str) -> set[str]:
        """A word and, where nouns are written as one, the noun that it ends in: "ministerin" in "umweltministerin"."""
        tail = noun_tail(self._code, word) if self._compounds else ""
        return {word, tail} if tail else {word}

    def describe(self, index: int, role: str) -> None:
        """Remembers an office for a person; the longest one told is the one shown."""
        person = self.people[index]
        person.sex = person.sex or self.sex_of(role.split())
        person.role = max(person.role, role, key=len)
        for word in words_of(role):
            if len(person.role_words) == _CROWD:
                break
            forms = self._forms(word.folded) | self._bases(word.folded)
            person.role_words.update(forms)
            for key in {key for form in forms for key in _keys(form)}:
                holders = self._by_role.setdefault(key, set())
                if len(holders) < _CROWD:
                    holders.add(index)

    def _add(self, mention: Mention) -> None:
        words = [_without_article(word.text) for word in words_of(mention.name)]
        body = mention.kind == "body"
        matches = self._matches(words, body)
        if len(matches) > 1:
            matches = [index for index in matches if self.people[index].role] or matches
        if len(matches) == 1:
            index = matches[0]
        elif matches and len(words) == 1:
            foremost = self._foremost(matches)
            if foremost is None:
                return
            index = foremost
        else:
            index = len(self.people)
            self.people.append(Person(mention.name, body, words=tuple(words)))
            for key in {key for word in words for key in _keys(word)}:
                known = self._by_key.setdefault(key, [])
                if len(known) < _CROWD:
                    known.append(index)
        self._of[mention.start] = index
        person = self.people[index]
        person.seen += 1
        person.shortened = person.shortened or len(words) < len(person.name.split())
        if not person.body:
            person.sex = person.sex or self.sex_of(mention.role.split()) or self.sex_of(words[:1] if words[1:] else ())
        if mention.role:
            self.describe(index, mention.role)

    def _foremost(self, matches: list[int]) -> int | None:
        """The one of several namesakes whom the article names by far the most often; None where there is none."""
        first, second = sorted(matches, key=lambda index: -self.people[index].seen)[:2]
        return first if self.people[first].seen >= _FOREMOST * self.people[second].seen else None

    def _matches(self, words: list[str], body: bool) -> list[int]:
        if not words:
            return []
        near = {index for key in _keys(words[-1]) for index in self._by_key.get(key, ())}
        return [
            index
            for index in sorted(near)
            if self.people[index].body == body and _within(words, self.people[index].words, body)
        ]


def _without_article(word: str) -> str:
    """The word of a name without the Arabic article: "eş-Şehavi" is also called Şehavi."""
    piece, hyphen, rest = word.replace("‑", "-").partition("-")
    return rest if hyphen and is_article(piece, rest) else word


def _one_of(forms: set[str], other: str) -> bool:
    return any(_one_word(form, other) for form in forms)


@cache
def _abbreviations(code: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load(code).calendar.abbreviations)


def _one_word(word: str, other: str) -> bool:
    """Whether two words of an office are one: in spelling, or by all consonants where there are many."""
    shared = set(word_keys(word)) & set(word_keys(other))
    return spelled_alike(word, other) or any(len(key) > _SURE_KEY for key in shared)


@lru_cache(maxsize=10_000)
def _keys(word: str) -> frozenset[str]:
    return frozenset((fold(word), *word_keys(word)))


def _within(words: list[str], others: tuple[str, ...], body: bool) -> bool:
    """Whether these words are a short form of a name of those others: all of them in it, in any spelling."""
    if body:
        return [fold(word) for word in words] == [fold(word) for word in others]
    return all(any(spelled_alike(word, other) for other in others) for word in words)
