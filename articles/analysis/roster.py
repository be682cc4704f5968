"""Everybody an article names, each with the fullest form of the name; resolves the short forms to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.analysis.frame import words_of
from articles.analysis.mentions import Mention
from articles.text.names import spelled_alike, word_keys
from articles.text.terms import fold


@dataclass(slots=True)
class Person:
    """One person or body of an article, while the roster is being built."""

    name: str
    body: bool = False
    role: str = ""
    role_words: set[str] = field(default_factory=set)
    seen: int = 0
    """How often the article names it."""


class Roster:
    """The people of one article. `of` gives the person that a mention means, or None where that is unsure."""

    def __init__(self, mentions: Iterable[Mention], abbreviations: Iterable[str] = ()) -> None:
        self._short = frozenset(word.casefold() for word in abbreviations)
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
        folded = fold(word)
        shorts = self._short & {folded[:length] for length in range(2, len(folded))}
        near = {index for key in _keys(word) | shorts for index in self._by_role.get(key, ())}
        holders = [
            index
            for index in sorted(near)
            if any(spelled_alike(word, other) or other in shorts for other in self.people[index].role_words)
        ]
        if len(holders) > 1:
            return next((index for index in recent if index in holders), None)
        return holders[0] if holders else None

    def describe(self, index: int, role: str) -> None:
        """Remembers an office for a person; the longest one told is the one shown."""
        person = self.people[index]
        person.role = max(person.role, role, key=len)
        for word in words_of(role):
            person.role_words.add(word.folded)
            for key in _keys(word.text):
                self._by_role.setdefault(key, set()).add(index)

    def _add(self, mention: Mention) -> None:
        words = [word.text for word in words_of(mention.name)]
        body = mention.kind == "body"
        matches = self._matches(words, body)
        if len(matches) > 1:
            matches = [index for index in matches if self.people[index].role] or matches
        if len(matches) == 1:
            index = matches[0]
        elif matches and len(words) == 1:
            return
        else:
            index = len(self.people)
            self.people.append(Person(mention.name, body))
            for key in {key for word in words for key in _keys(word)}:
                self._by_key.setdefault(key, []).append(index)
        self._of[mention.start] = index
        self.people[index].seen += 1
        if mention.role:
            self.describe(index, mention.role)

    def _matches(self, words: list[str], body: bool) -> list[int]:
        if not words:
            return []
        near = {index for key in _keys(words[-1]) for index in self._by_key.get(key, ())}
        return [
            index
            for index in sorted(near)
            if self.people[index].body == body and _within(words, self.people[index].name, body)
        ]


def _keys(word: str) -> set[str]:
    return {fold(word), *word_keys(word)}


def _within(words: list[str], name: str, body: bool) -> bool:
    """Whether these words are a short form of the name: all of them in it, in any spelling."""
    others = [word.text for word in words_of(name)]
    if body:
        return [fold(word) for word in words] == [fold(word) for word in others]
    return all(any(spelled_alike(word, other) for other in others) for word in words)
