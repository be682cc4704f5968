"""The keys of statements in the database, by which those with rare words in common find each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import transaction
from django.db.models import Count

from articles import linking
from articles.models import StatementKey
from articles.records import StatementRecord

PARAMETERS = 500
"""Values in one query: every database takes so many."""
KEYS = 24
"""Keys of a statement that are looked up, rarest first; those that no other statement has are none of them."""
CANDIDATES = 40
"""Statements of the archive looked at for one statement at most."""
RARE = 0.5
"""What shared keys must weigh together, where one that n statements have weighs 1/n; whoever shares half of the keys is
looked at in any case. Without it the statements looked at grow with the archive."""


def renew(statements: Sequence[StatementRecord]) -> set[int]:
    """Writes the keys of statements anew; returns the statements of the archive that share most with one of them.

    A key that linking.COMMON statements have tells nothing: it is neither written nor looked up any more.
    """
    own = {one.id: linking.keys(one) for one in linking.eligible(statements)}
    with transaction.atomic():
        for group in groups([one.id for one in statements]):
            StatementKey.objects.filter(statement__in=group).delete()
        counts = _counts({key for keys in own.values() for key in keys})
        near = _near(own.values(), counts)
        _write(own, counts)
    return near


def _write(own: dict[int, frozenset[int]], counts: Counter[int]) -> None:
    rows = []
    for statement, keys in own.items():
        counts.update(keys)
        rows += [(statement, key) for key in keys if counts[key] <= linking.COMMON]
    StatementKey.objects.write(rows)


def _near(wanted: Iterable[frozenset[int]], counts: Counter[int]) -> set[int]:
    telling = [_telling(keys, counts) for keys in wanted]
    postings: dict[int, list[int]] = {}
    for group in groups(sorted({key for keys in telling for key in keys})):
        for key, statement in StatementKey.objects.filter(key__in=group).values_list("key", "statement_id"):
            postings.setdefault(key, []).append(statement)
    return {other for keys in telling for other in _nearest(keys, counts, postings)}


def _nearest(keys: Sequence[int], counts: Mapping[int, int], postings: Mapping[int, Sequence[int]]) -> list[int]:
    """The statements that share some of these keys and are worth a look, those that share the rarest first."""
    shared: Counter[int] = Counter()
    rarity: defaultdict[int, float] = defaultdict(float)
    for key in keys:
        shared.update(postings[key])
        for other in postings[key]:
            rarity[other] += 1 / counts[key]
    enough = min(linking.SHARED, len(keys))
    worth = [
        other
        for other, count in shared.items()
        if count >= enough and (rarity[other] >= RARE or 2 * count >= len(keys))
    ]
    return sorted(worth, key=lambda other: (-rarity[other], other))[:CANDIDATES]


def _telling(keys: frozenset[int], counts: Mapping[int, int]) -> list[int]:
    """The rarest; some even when they are common: a statement may have no others."""
    rarest = sorted((key for key in keys if counts[key]), key=lambda key: (counts[key], key))[:KEYS]
    return [key for at, key in enumerate(rarest) if counts[key] < linking.COMMON or at < linking.SHARED]


def _counts(keys: set[int]) -> Counter[int]:
    """How many statements have each key."""
    found: Counter[int] = Counter()
    for group in groups(sorted(keys)):
        counted = StatementKey.objects.filter(key__in=group).values("key").annotate(count=Count("statement"))
        found.update(dict(counted.values_list("key", "count")))
    return found


def groups(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """At most PARAMETERS of them at a time."""
    return (ids[at : at + PARAMETERS] for at in range(0, len(ids), PARAMETERS))
