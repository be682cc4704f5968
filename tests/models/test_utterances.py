"""Utterances are what the joining links say: they grow together, fall apart and keep their address where they can."""

from itertools import pairwise

import pytest

from articles.models import Disagreement, Link, Statement, Utterance
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def said() -> list[Statement]:
    """The same words in five articles."""
    return [make_quote(make_article(outlet=f"Outlet {number}")) for number in range(5)]


def join(a: Statement, b: Statement, relation: str = "same", **fields: object) -> Link:
    link = Link.objects.create(a=a, b=b, relation=relation, **fields)
    Utterance.objects.regroup([a.pk, b.pk])
    return link


def groups(said: list[Statement]) -> list[set[int]]:
    """The places in `said` of the statements of each utterance; a lone statement has none."""
    found: dict[int, set[int]] = {}
    for place, statement in enumerate(said):
        statement.refresh_from_db()
        if statement.utterance_id:
            found.setdefault(statement.utterance_id, set()).add(place)
    return sorted(found.values(), key=min)


@pytest.mark.parametrize("relation", ["same", "translation", "paraphrase"])
def test_joining_links_make_an_utterance(said: list[Statement], relation: str) -> None:
    join(said[0], said[1], relation)
    assert groups(said) == [{0, 1}]


@pytest.mark.parametrize("relation", ["supports", "contradicts", "updates"])
def test_other_links_make_none(said: list[Statement], relation: str) -> None:
    join(said[0], said[1], relation)
    assert groups(said) == []
    assert not Utterance.objects.exists()


def test_a_rejected_link_joins_nothing(said: list[Statement]) -> None:
    join(said[0], said[1], status="rejected")
    assert groups(said) == []


def test_chains_are_one_utterance(said: list[Statement]) -> None:
    join(said[0], said[1])
    join(said[2], said[3])
    join(said[1], said[2])
    assert groups(said) == [{0, 1, 2, 3}]
    assert Utterance.objects.count() == 1


def test_the_largest_part_of_an_utterance_that_falls_apart_keeps_the_address(said: list[Statement]) -> None:
    weak = join(said[0], said[1])
    join(said[1], said[2])
    address = Utterance.objects.get().pk
    weak.delete()
    Utterance.objects.regroup([said[0].pk, said[1].pk])
    assert groups(said) == [{1, 2}]
    assert Utterance.objects.get().pk == address


def test_one_end_is_enough_to_see_the_whole_fall_apart(said: list[Statement]) -> None:
    # The middle of a chain was rejected: what it held together is joined no more, though it is not named here.
    join(said[0], said[1])
    join(said[1], said[2])
    Statement.objects.filter(pk=said[1].pk).update(status="rejected")
    Utterance.objects.regroup([said[1].pk])
    assert groups(said) == []
    assert not Utterance.objects.exists()


def test_two_halves_of_a_chain_become_two_utterances(said: list[Statement]) -> None:
    for a, b in ((0, 1), (1, 2), (2, 3), (3, 4)):
        join(said[a], said[b])
    middle = Link.objects.between(said[2].pk, said[3].pk).get()
    middle.delete()
    Utterance.objects.regroup([said[2].pk])
    assert groups(said) == [{0, 1, 2}, {3, 4}]
    assert Utterance.objects.count() == 2


def test_disputed_are_those_with_a_conflict_on_a_link_that_stands(said: list[Statement]) -> None:
    link = join(said[0], said[1], conflicts=[["date", "Rabu", "Selasa"]])
    join(said[2], said[3])
    said[0].refresh_from_db()
    assert [one.utterance for one in Disagreement.objects.open()] == [said[0].utterance]
    Link.objects.filter(pk=link.pk).update(status="rejected")
    Utterance.objects.regroup([said[0].pk])
    assert not Disagreement.objects.exists()


def test_a_long_chain_is_grouped_in_few_queries(django_assert_max_num_queries) -> None:
    rows = [make_quote(make_article()) for _ in range(60)]
    Link.objects.bulk_create(Link(a=a, b=b, relation="same") for a, b in pairwise(rows))
    with django_assert_max_num_queries(8):
        Utterance.objects.regroup(row.pk for row in rows)
    assert groups(rows) == [set(range(60))]
    with django_assert_max_num_queries(6):
        Utterance.objects.regroup(row.pk for row in rows)
