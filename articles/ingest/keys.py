"""The keys of statements in the database, by which those with something in common find each other."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from django.db import transaction

from articles import linking
from articles.models import StatementKey
from articles.records import StatementRecord
from articles.text.concepts import Glossary

PARAMETERS = 500
"""Values in one query: every database takes so many."""


def renew(
    statements: Sequence[StatementRecord], without: Container[int] = (), glossary: Glossary | None = None
) -> dict[int, list[int]]:
    """Writes the keys of statements where they are not what they should be; some are to have none.

    Returns for each that is compared at all the ids of those worth comparing, best first; none of the article's own,
    as far as these are among `statements`.
    """
    keys = {one.id: linking.keys(one, glossary) for one in linking.eligible(statements) if one.id not in without}
    asked = {one.id: linking.asked(one, glossary) for one in statements if one.id in keys}
    with transaction.atomic():
        stale = _stale([one.id for one in statements], keys)
        for group in groups(sorted(stale)):
            StatementKey.objects.filter(statement__in=group).delete()
        postings = linking.Postings(_under({key for found in asked.values() for key in found}))
        StatementKey.objects.write((key, one) for one in keys if one in stale for key in postings.add(one, keys[one]))
    own: dict[int, set[int]] = {}
    for one in statements:
        own.setdefault(one.article, set()).add(one.id)
    return {one.id: postings.near(asked[one.id], own[one.article]) for one in statements if one.id in keys}


def _stale(statements: Sequence[int], keys: Mapping[int, Collection[int]]) -> set[int]:
    """Those that stand under no key, or under one that is not theirs."""
    written: dict[int, set[int]] = {}
    for group in groups(statements):
        for key, statement in StatementKey.objects.filter(statement__in=group).values_list("key", "statement_id"):
            written.setdefault(statement, set()).add(key)
    return {one for one in statements if not written.get(one) or not written[one].issubset(keys.get(one, ()))}


def _under(keys: Collection[int]) -> dict[int, list[int]]:
    """The statements under these keys."""
    found: dict[int, list[int]] = {}
    for group in groups(sorted(keys)):
        for key, statement in StatementKey.objects.filter(key__in=group).values_list("key", "statement_id"):
            found.setdefault(key, []).append(statement)
    return found


def groups(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """At most PARAMETERS of them at a time."""
    return (ids[at : at + PARAMETERS] for at in range(0, len(ids), PARAMETERS))
