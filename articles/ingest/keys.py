"""The keys of statements in the database, by which those with rare words in common find each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
"""Statements of the archive looked at for one statement, those with most of these keys in common."""


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
    found: set[int] = set()
    for keys in telling:
        shared = Counter(other for key in keys for other in postings[key])
        found.update(
            other for other, count in shared.most_common(CANDIDATES) if count >= min(linking.SHARED, len(keys))
        )
    return found


def _telling(keys: frozenset[int], counts: Counter[int]) -> list[int]:
    return sorted((key for key in keys if 0 < counts[key] < linking.COMMON), key=lambda key: (counts[key], key))[:KEYS]


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
