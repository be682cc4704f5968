"""How often a text denies: "not" in any language, by its words, its endings, and what goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from articles.languages import load
from articles.text.terms import Word, fold, words
from articles.text.vocabulary import Phrases, begins, find, numbered

_CLAUSE = re.compile(r"[,;:،؛()\[\]—–]|\s-\s")
_SENTENCE = re.compile(r"[.!?؟…]")
_SHORTEST = 2
"""Letters before an ending."""


@dataclass(frozen=True, slots=True)
class Denials:
    """The denials of a text. One that another language may put without a denial is in `most` and not in `least`."""

    least: int = 0
    most: int = 0
    implicit: int = 0
    """Verbs with a denial in them, which are not among these: "rules out"."""
    words: str = ""
    """The first that counts, as written, with the word behind it."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of one language."""

    words: Phrases
    concord: Phrases
    weak: Phrases
    neutral: Phrases
    only: Phrases
    only_alone: Phrases
    conditions: Phrases
    endings: tuple[str, ...]
    weak_endings: tuple[str, ...]
    unless: frozenset[str]
    implicit: Phrases
    beginnings: tuple[str, ...]
    coordinators: frozenset[str]


@lru_cache(maxsize=50_000)
def denials(text: str, language: str, first: int = 0, end: int | None = None) -> Denials:
    """The denials among the words of a text, or among those from `first` to `end` and before them in their clause,
    as "not" stands before what it denies; behind them where a verb denies that stands last.

    Words that go with another denial of their clause ("no vino nadie") are no second one. "Without" and "failed" are
    denials that another language may put otherwise; so are those of a condition, and those that an exception makes an
    "only" of: "found nothing but dust".
    """
    found = list(words(text))
    reader = _Reader(text, found, [fold(word.text) for word in found], _lexicon(language))
    inside = reader.widened(first, len(found) if end is None else end)
    told = [one for one in reader.told() if one.at in inside]
    counted = [one for one in told if not one.weak] or told
    least = sum(not one.weak for one in told)
    return Denials(least, len(told), reader.implicit(inside), counted[0].words if counted else "")


@dataclass(frozen=True, slots=True)
class _Denial:
    at: int
    size: int
    weak: bool
    words: str
    concord: bool = False


@dataclass(frozen=True, slots=True)
class _Reader:
    """One text."""

    text: str
    found: Sequence[Word]
    folded: Sequence[str]
    lexicon: _Lexicon

    def told(self) -> Iterator[_Denial]:
        """The denials in order, each clause's own together."""
        clauses = self._parts(_CLAUSE, _SENTENCE)
        found = list(self._denying())
        for clause in self._with_heads(clauses, found):
            own = [one for one in found if one.at in clause]
            heads = [one for one in own if not one.concord and not one.weak]
            going_with = [one for one in own if one.concord]
            yield from (self._weighed(one, clause) for one in (heads or going_with[:1]))
            yield from (one for one in own if one.weak)

    def widened(self, first: int, end: int) -> range:
        """The words from `first` to `end`, with those of their clause whose denial would be theirs."""
        clauses = self._parts(_CLAUSE, _SENTENCE)
        first = next((clause.start for clause in clauses if first in clause), first)
        if self.lexicon.endings:
            end = next((clause.stop for clause in clauses if end - 1 in clause), end)
        return range(first, end)

    def implicit(self, inside: range) -> int:
        """How many verbs have a denial in them."""
        lexicon = self.lexicon
        return sum(
            begins(lexicon.implicit, self.folded, at) or self.folded[at].startswith(lexicon.beginnings) for at in inside
        )

    def _with_heads(self, clauses: Sequence[range], found: Sequence[_Denial]) -> Iterator[range]:
        """The clauses, parted too before a denial that an "and" leads in: "nunca vendimos y no lo haremos"."""
        heads = {one.at for one in found if not one.weak}
        for clause in clauses:
            start = clause.start
            for at in range(start + 1, clause.stop):
                if at in heads and self.folded[at - 1] in self.lexicon.coordinators:
                    yield range(start, at)
                    start = at
            yield range(start, clause.stop)

    def _denying(self) -> Iterator[_Denial]:
        at = 0
        while at < len(self.folded):
            one = self._at(at)
            if one is not None:
                yield one
            at += max(1, one.size if one else self._find(self.lexicon.neutral, at))

    def _find(self, phrases: Phrases, at: int) -> int:
        """How many words the phrase has that begins at a word; a comma ends it."""
        size = find(phrases, self.folded, at)[1]
        while size > 1 and not all(map(self._is_plain, range(at, at + size - 1))):
            size = size - 1 if tuple(self.folded[at : at + size - 1]) in phrases else 0
        return size

    def _at(self, at: int) -> _Denial | None:
        """The denial that begins at a word."""
        lexicon, folded = self.lexicon, self.folded
        if size := self._find(lexicon.neutral, at):
            denies = any(begins(lexicon.words, folded[at : at + size], word) for word in range(size))
            return self._denial(at, size, weak=True) if denies else None
        if size := self._find(lexicon.words, at):
            return self._denial(at, size)
        if size := self._find(lexicon.concord, at):
            return self._denial(at, size, concord=True)
        if size := self._find(lexicon.weak, at):
            return self._denial(at, size, weak=True)
        if not self.found[at].text[0].isupper() and folded[at] not in lexicon.unless:
            if _ends(folded[at], lexicon.weak_endings):
                return self._denial(at, 1, weak=True)
            if _ends(folded[at], lexicon.endings):
                return self._denial(at, 1)
        return None

    def _denial(self, at: int, size: int, *, weak: bool = False, concord: bool = False) -> _Denial:
        start, last = self.found[at].start, at + size - 1
        behind = self.found[last + 1 : last + 2]
        end = behind[0].end if behind and self._is_plain(last) else None
        return _Denial(at, size, weak, self.text[start : end or self.found[last].end], concord)

    def _is_plain(self, at: int) -> bool:
        """Whether nothing but a space or an apostrophe stands behind a word."""
        return self.text[self.found[at].end : self.found[at + 1].start] in (" ", "\u00a0", "\u200c", "'", "’", "-")

    def _weighed(self, one: _Denial, clause: range) -> _Denial:
        """A denial, made weak where it is that of a condition or of an "only"."""
        lexicon = self.lexicon
        behind = range(one.at + one.size, clause.stop)
        alone = not self._any(lexicon.concord, behind) and self._any(lexicon.only_alone, behind)
        weak = (
            self._any(lexicon.conditions, range(clause.start, one.at))
            or self._any(lexicon.only, self._excepting(one, clause))
            or alone
        )
        return _Denial(one.at, one.size, weak, one.words)

    def _excepting(self, one: _Denial, clause: range) -> range:
        """Where an exception to a denial may stand: behind it; in its clause, where a verb denies that stands last."""
        if self.lexicon.weak_endings:
            return clause
        sentence = next(part for part in self._parts(_SENTENCE) if one.at in part)
        return range(one.at + one.size, sentence.stop)

    def _any(self, phrases: Phrases, inside: range) -> bool:
        return any(begins(phrases, self.folded, at) for at in inside)

    def _parts(self, *breaks: re.Pattern[str]) -> list[range]:
        """The words between such signs, as ranges of their places."""
        starts = [0]
        for at in range(1, len(self.found)):
            gap = self.text[self.found[at - 1].end : self.found[at].start]
            if any(one.search(gap) for one in breaks):
                starts.append(at)
        return [range(*pair) for pair in zip(starts, [*starts[1:], len(self.found)], strict=True)]


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return bool(endings) and any(len(word) >= len(one) + _SHORTEST and word.endswith(one) for one in endings)


@cache
def _lexicon(language: str) -> _Lexicon:
    data = load(language).negation
    return _Lexicon(
        words=numbered([data.words], 1),
        concord=numbered([data.concord], 1),
        weak=numbered([data.weak], 1),
        neutral=numbered([data.neutral], 1),
        only=numbered([data.only], 1),
        only_alone=numbered([data.only_alone], 1),
        conditions=numbered([data.conditions], 1),
        endings=tuple({fold(one) for one in data.endings}),
        weak_endings=tuple({fold(one) for one in data.weak_endings}),
        unless=frozenset(map(fold, data.unless)),
        implicit=numbered([[*data.denials, *(one for one in data.implicit if not one.endswith("-"))]], 1),
        beginnings=tuple({fold(one.removesuffix("-")) for one in data.implicit if one.endswith("-")}),
        coordinators=frozenset(map(fold, load(language).speech.coordinators)),
    )
