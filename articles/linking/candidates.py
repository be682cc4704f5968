"""Which statements are worth comparing: those that share rare words, found through an index, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from articles.linking.wording import STOP_WEIGHT, comparable, wording
from articles.records import StatementRecord

KEYS = 16
"""How many keys of a statement are looked up, rarest first."""
COMMON = 200
"""Statements with one key, beyond which the key tells nothing and is passed over."""
ALWAYS = 2
"""Of the keys looked up, how many are even when they are common: a statement may have no others."""
CANDIDATES = 25
"""How many statements are compared with one, best first."""

Key = str | tuple[str, str]


class Index:
    """Statements by their telling stems and by neighbouring pairs of these."""

    def __init__(self, statements: Iterable[StatementRecord]) -> None:
        self._statements: dict[int, StatementRecord] = {}
        self._postings: defaultdict[Key, list[int]] = defaultdict(list)
        for statement in statements:
            self._statements[statement.id] = statement
            for key in _keys(statement):
                self._postings[key].append(statement.id)

    def near(self, statement: StatementRecord) -> list[StatementRecord]:
        """Statements of other articles, of the same type and a comparable language, most rare keys in common first."""
        shared: Counter[int] = Counter()
        found = [posting for key in _keys(statement) if (posting := self._postings.get(key))]
        for at, posting in enumerate(sorted(found, key=len)[:KEYS]):
            if len(posting) > COMMON and at >= ALWAYS:
                break
            shared.update(posting)
        ranked = (self._statements[other] for other, _ in shared.most_common())
        fitting = (other for other in ranked if _fits(statement, other))
        return [other for _, other in zip(range(CANDIDATES), fitting, strict=False)]


def _fits(a: StatementRecord, b: StatementRecord) -> bool:
    return a.article != b.article and a.type == b.type and comparable(a.language, b.language)


def _keys(statement: StatementRecord) -> set[Key]:
    found = wording(statement.text, statement.language)
    telling = [one for one, weight in zip(found.stems, found.weights, strict=True) if weight > STOP_WEIGHT]
    return {*telling, *pairwise(telling)}
