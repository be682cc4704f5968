"""Which statements are worth comparing: those that share rare words, found through an index, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice, pairwise

from articles.linking.wording import comparable, shared_at_least, wording
from articles.records import StatementRecord

KEYS = 16
"""How many keys of a statement are looked up, rarest first."""
COMMON = 200
"""Statements with one key, beyond which the key tells nothing and is passed over."""
ALWAYS = 2
"""Of the keys looked up, how many are even when they are common: a statement may have no others."""
CANDIDATES = 25
"""How many statements are compared with one, best first."""
WORTH = 0.15
"""Share of the shorter wording (`shared_at_least`) below which a pair is not worth comparing."""

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
        return list(islice((other for other in ranked if _fits(statement, other)), CANDIDATES))


def _fits(a: StatementRecord, b: StatementRecord) -> bool:
    return (
        a.article != b.article
        and a.type == b.type
        and comparable(a.language, b.language)
        and shared_at_least(a, b) >= WORTH
    )


def _keys(statement: StatementRecord) -> set[Key]:
    telling = wording(statement.text, statement.language).telling
    return {*telling, *pairwise(telling)}
