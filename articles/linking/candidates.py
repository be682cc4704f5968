"""Which statements are worth comparing: those that share rare words, found through an index, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import islice, pairwise

from articles.languages import load
from articles.linking.wording import comparable, shared_at_least, wording
from articles.records import StatementRecord

KEYS = 24
"""How many keys of a statement are looked up, rarest first; those that it has alone are none of them."""
COMMON = 200
"""Statements with one key, beyond which the key tells nothing and is passed over."""
ALWAYS = 2
"""Of the keys looked up, how many are even when they are common: a statement may have no others."""
CANDIDATES = 25
"""How many statements are compared with one, best first."""
SHARED = 3
"""Keys in common from which on a pair is worth comparing: two rare neighbouring words make three. No gold pair that is
proposed has fewer."""
WORTH = 0.15
"""Share of the shorter wording (`shared_at_least`) below which a pair is not worth comparing."""


class Index:
    """Statements by their telling stems and by neighbouring pairs of these."""

    def __init__(self, statements: Iterable[StatementRecord]) -> None:
        self._statements: dict[int, StatementRecord] = {}
        self._postings: defaultdict[int, list[int]] = defaultdict(list)
        for statement in statements:
            self._statements[statement.id] = statement
            for key in keys(statement):
                self._postings[key].append(statement.id)

    def near(self, statement: StatementRecord) -> list[StatementRecord]:
        """Statements of other articles, of the same type and a comparable language, most rare keys in common first."""
        shared: Counter[int] = Counter()
        found = [other for key in keys(statement) if (other := self._postings.get(key)) and other != [statement.id]]
        for at, posting in enumerate(sorted(found, key=len)[:KEYS]):
            if len(posting) > COMMON and at >= ALWAYS:
                break
            shared.update(posting)
        enough = min(SHARED, len(found))
        ranked = (self._statements[other] for other, count in shared.most_common() if count >= enough)
        return list(islice((other for other in ranked if _fits(statement, other)), CANDIDATES))


def _fits(a: StatementRecord, b: StatementRecord) -> bool:
    return (
        a.article != b.article
        and a.type == b.type
        and comparable(a.language, b.language)
        and shared_at_least(a, b) >= WORTH
    )


def keys(statement: StatementRecord) -> frozenset[int]:
    """What a statement is found by: hashes (64 bits, signed) of its telling stems and of neighbouring pairs of these.

    Statements of different types, or of languages that cannot be compared word by word, have no key in common.
    """
    return _keys(statement.text, statement.language, statement.type)


@lru_cache(maxsize=10_000)
def _keys(text: str, language: str, type: str) -> frozenset[int]:
    telling = wording(text, language).telling
    group = f"{type} {min((language, *load(language).related))} "
    return frozenset(_hashed(group + key) for key in (*telling, *map(" ".join, pairwise(telling))))


def _hashed(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
