"""Pairs that wait: the utterance with most reports first, what joins something new first; what one judgement settles."""

from itertools import combinations

import pytest

from articles import editing
from articles.dossiers.waiting import MOST, Waiting, as_read, settled_by
from articles.models import Link, Statement, User, Utterance
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


def reports(names: str) -> dict[str, Statement]:
    """A report for each letter, in an article of its own."""
    return {name: make_quote(make_article(outlet=f"Harian {name}")) for name in names}


def pair(made: dict[str, Statement], names: str, score: float = 0.9, **fields: object) -> Link:
    a, b = (made[name] for name in names)
    return Link.objects.create(a=a, b=b, score=score, **{"relation": "same", **fields})


@pytest.fixture
def made() -> dict[str, Statement]:
    """An utterance of three reports whose pairs are less alike, then one of two."""
    made = reports("abcde")
    for names, score in (("ab", 0.8), ("ac", 0.7), ("bc", 0.75), ("de", 0.99)):
        pair(made, names, score)
    Utterance.objects.regroup(one.pk for one in made.values())
    return made


def waiting() -> Waiting:
    return Waiting(Link.objects.proposed())


def named(link: Link | None) -> str:
    row = Link.objects.with_texts().get(pk=link.pk) if link else None
    return "".join(one.article.outlet.name[-1] for one in (row.a, row.b)) if row else ""


def order() -> list[str]:
    queued = waiting()
    row, found = queued.first(), []
    while row:
        found.append(named(row))
        row = queued.next_to(as_read(Link.objects.all()).get(pk=row.pk), 1)
    return found


def link_of(made: dict[str, Statement], names: str) -> Link:
    a, b = (made[name].pk for name in names)
    return as_read(Link.objects.between(a, b)).get()


def judge(made: dict[str, Statement], names: str, relation: str | None, user: User) -> Link:
    """Judges a pair; it comes back as it was read before, as a page has it."""
    row = link_of(made, names)
    editing.link(row.a_id, row.b_id, relation, user, row.version)
    return row


def test_the_utterance_with_most_reports_comes_first_and_its_pairs_follow_each_other(made: dict) -> None:
    assert order() == ["ab", "bc", "ac", "de"]
    assert named(waiting().last()) == "de"
    assert named(waiting().next_to(link_of(made, "de"), -1)) == "ac"


def test_of_equal_utterances_the_newest_comes_first() -> None:
    made = reports("abcd")
    for names in ("ab", "cd"):
        pair(made, names)
        Utterance.objects.regroup(one.pk for one in made.values())
    assert order() == ["cd", "ab"]


def test_what_follows_from_confirmed_pairs_comes_last_in_its_utterance(made: dict, editor: User) -> None:
    judged = judge(made, "ac", "same", editor)
    assert named(waiting().next_to(judge(made, "ab", "same", editor), 1)) == "bc"
    assert order() == ["bc", "de"]
    assert named(waiting().next_to(judged, 1)) == "bc"


def test_a_judged_pair_keeps_its_place_for_the_next_step(made: dict, editor: User) -> None:
    for names, relation, following in (("ab", None, "bc"), ("bc", None, "ac"), ("ac", "same", "de")):
        assert named(waiting().next_to(judge(made, names, relation, editor), 1)) == following


def test_a_pair_that_was_skipped_is_not_next_again(made: dict, editor: User) -> None:
    assert named(waiting().next_to(judge(made, "bc", "same", editor), 1)) == "ac"


def test_a_confirmed_pair_settles_those_that_it_joins(made: dict, editor: User) -> None:
    assert settled_by(link_of(made, "ab")) == []
    judge(made, "ab", "same", editor)
    assert [named(one) for one in settled_by(link_of(made, "bc"))] == ["ac"]
    # Nothing that others have joined already waits for this one, and another utterance has no part in it.
    assert settled_by(link_of(made, "de")) == []


def test_what_follows_already_settles_the_others_of_its_kind(editor: User) -> None:
    made = reports("abcd")
    for names in map("".join, combinations("abcd", 2)):
        pair(made, names)
    Utterance.objects.regroup(one.pk for one in made.values())
    for names in ("ab", "bc", "cd"):
        judge(made, names, "same", editor)
    assert [named(one) for one in settled_by(link_of(made, "ac"))] == ["ad", "bd"]


@pytest.mark.parametrize("relation", ["contradicts", "updates", "supports"])
def test_a_relation_that_joins_nothing_settles_nothing(relation: str, made: dict, editor: User) -> None:
    judge(made, "ab", "same", editor)
    Link.objects.filter(pk=link_of(made, "bc").pk).update(relation=relation)
    assert settled_by(link_of(made, "bc")) == []


def test_no_more_are_settled_at_once_than_can_be_taken_back(editor: User) -> None:
    made = {str(number): make_quote(make_article(outlet=f"Harian {number}")) for number in range(11)}
    Link.objects.bulk_create(Link(a=a, b=b, relation="same") for a, b in combinations(made.values(), 2))
    Utterance.objects.regroup(one.pk for one in made.values())
    first = Link.objects.with_texts().order_by("pk").first()
    for one in Link.objects.filter(a=first.a_id).exclude(pk=first.pk):
        editing.link(one.a_id, one.b_id, "same", editor, 1)
    assert len(settled_by(first)) == MOST
