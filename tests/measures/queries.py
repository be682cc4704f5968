"""Queries of five classes, chosen from the texts of an archive by how many of them have the words.

No word is in two queries, but for prefixes: whoever keeps what a word needs must not be quick with the next for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

EACH = 20
"""Queries of a class."""
SAMPLE = 2_000
"""Texts that tell enough of how frequent words are."""
WORD, TWO, OR, PHRASE, PREFIX = "common word", "two words", "OR of three", "phrase", "prefix"
BETWEEN = {
    WORD: (0.1, 0.5),
    TWO: (0.005, 0.05),
    OR: (0.03, 0.25),
    PHRASE: (0.002, 0.1),
    PREFIX: (0.01, 0.15),
}
"""In which share of the texts each of the words is, of a phrase and a prefix the whole."""
IN_A_PHRASE = 0.2
"""The share of texts that a word of a phrase is in at most."""
LETTERS = 4
"""Of a prefix."""
_WORD = re.compile(r"\w+")
Shares = dict[str, float]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; each engine words it its own way."""

    kind: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """As somebody types it at Newsdesk."""
        if self.kind == PHRASE:
            return f'"{" ".join(self.words)}"'
        if self.kind == PREFIX:
            return f"{self.words[0]}*"
        return (" OR " if self.kind == OR else " ").join(self.words)


def chosen(sample: Iterable[str]) -> dict[str, list[Query]]:
    """Up to `EACH` queries of every class, the rarest first."""
    texts = [text.lower() for text in sample]
    found = [set(filter(_is_plain, _WORD.findall(text))) for text in texts]
    share = _shares(found)
    queries: dict[str, list[Query]] = {}
    used: set[str] = set()
    for kind, choose in (
        (WORD, lambda: [(word,) for word in _spread(_within(share, WORD, used), EACH)]),
        (OR, lambda: _threes(_spread(_within(share, OR, used), 3 * EACH))),
        (PHRASE, lambda: _phrases(texts, share, used)),
        (TWO, lambda: _twos(found, set(_within(share, TWO, used)))),
        (PREFIX, lambda: _prefixes(found)),
    ):
        queries[kind] = [Query(kind, words) for words in choose()]
        used.update(word for query in queries[kind] for word in query.words)
    return {kind: queries[kind] for kind in BETWEEN}


def _is_plain(word: str) -> bool:
    """Letters only: what is inside a word and is none, engines part it at in their own ways."""
    return word.isalpha() and len(word) > 2


def _shares(found: Sequence[Iterable[str]]) -> Shares:
    counts = Counter(one for text in found for one in text)
    return {one: count / len(found) for one, count in counts.items()}


def _within(share: Shares, kind: str, used: Iterable[str] = ()) -> list[str]:
    """The words, phrases or prefixes that are as frequent as those of the class, the rarest first."""
    least, most = BETWEEN[kind]
    return sorted(
        (one for one in share.keys() - used if least <= share[one] <= most), key=lambda one: (share[one], one)
    )


def _spread(found: Sequence[T], count: int) -> list[T]:
    """So many of them, from the first to the last."""
    count = min(count, len(found))
    return [found[place * len(found) // count] for place in range(count)]


def _threes(words: Sequence[str]) -> list[tuple[str, ...]]:
    """A rare, a middling and a frequent word each."""
    third = len(words) // 3
    return list(zip(words[:third], words[third:], words[2 * third :], strict=False))


def _phrases(texts: Sequence[str], share: Shares, used: set[str]) -> list[tuple[str, ...]]:
    pairs = [{f"{a} {b}" for a, b in pairwise(text.split(" ")) if _is_plain(a) and _is_plain(b)} for text in texts]
    phrases = [tuple(pair.split()) for pair in _within(_shares(pairs), PHRASE)]
    return _apart([words for words in phrases if max(share.get(word, 0) for word in words) < IN_A_PHRASE], used)


def _twos(found: Sequence[set[str]], words: set[str]) -> list[tuple[str, ...]]:
    """Words of one text each, so that every query finds something."""
    both = [sorted(text & words) for text in found]
    return _apart([(text[0], text[len(text) // 2]) for text in both if len(text) > 2], set())


def _apart(candidates: Sequence[tuple[str, ...]], used: set[str]) -> list[tuple[str, ...]]:
    """Of these, some that have no word in common."""
    taken: list[tuple[str, ...]] = []
    known = set(used)
    for words in candidates:
        if known.isdisjoint(words):
            taken.append(words)
            known.update(words)
    return _spread(taken, EACH)


def _prefixes(found: Sequence[set[str]]) -> list[tuple[str, ...]]:
    beginnings = [{word[:LETTERS] for word in text if len(word) > LETTERS} for text in found]
    return [(prefix,) for prefix in _spread(_within(_shares(beginnings), PREFIX), EACH)]
