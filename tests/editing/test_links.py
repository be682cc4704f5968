"""Pairs judged: relations, directions, conflicts, and what is remembered of a pair that was kept apart."""

import pytest

from articles import editing
from articles.models import Link, OutboxEntry, Statement, User, Utterance
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Statement:
    return make_quote(make_article(outlet="Suluh Timur"), place="Ambon")


@pytest.fixture
def two() -> Statement:
    return make_quote(make_article(outlet="Gerbang Asia"), place="Medan")


def test_a_link_by_hand_is_confirmed_and_carries_what_the_program_sees(
    one: Statement, two: Statement, editor: User
) -> None:
    link = editing.link(one.pk, two.pk, "paraphrase", editor)
    assert (link.relation, link.status, link.linked_by, link.version) == ("paraphrase", "confirmed", editor, 1)
    assert link.score > 0.5 and link.reasons
    assert link.conflicts == [["place", "Ambon", "Medan"]]
    assert set(Utterance.objects.get().statements.all()) == {one, two}
    assert set(OutboxEntry.objects.values_list("article_id", flat=True)) == {one.article_id, two.article_id}
    assert [record.history_user for record in link.history.all()] == [editor]


def test_a_pair_that_is_not_related_is_remembered(one: Statement, two: Statement, editor: User) -> None:
    link = editing.link(one.pk, two.pk, None, editor)
    assert link.status == "rejected"
    assert not Utterance.objects.exists()


def test_a_proposal_is_confirmed_by_its_version_from_either_side(one: Statement, two: Statement, editor: User) -> None:
    proposed = Link.objects.create(a=one, b=two, relation="same")
    link = editing.link(two.pk, one.pk, "same", editor, version=1)
    assert (link.pk, link.status, link.version, link.linked_by) == (proposed.pk, "confirmed", 2, None)
    assert [record.status for record in link.history.order_by("history_id")] == ["proposed", "confirmed"]


def test_who_judges_a_pair_second_is_told(one: Statement, two: Statement, editor: User, admin: User) -> None:
    editing.link(one.pk, two.pk, "same", editor)
    for version in (0, 7):
        with pytest.raises(editing.Changed):
            editing.link(one.pk, two.pk, None, admin, version)
    assert Link.objects.get().status == "confirmed"


def test_a_link_that_is_gone_is_not_made_again_in_silence(one: Statement, two: Statement, editor: User) -> None:
    with pytest.raises(editing.Changed, match="removed"):
        editing.link(one.pk, two.pk, "same", editor, version=3)


@pytest.mark.parametrize("relation", ["supports", "updates"])
def test_a_direction_goes_from_the_statement_that_was_judged_from(
    relation: str, one: Statement, two: Statement, editor: User
) -> None:
    link = editing.link(one.pk, two.pk, "same", editor)
    link = editing.link(two.pk, one.pk, relation, editor, link.version)
    assert (link.a, link.b) == (two, one)
    # The conflict's values turn with it.
    assert link.conflicts == [["place", "Medan", "Ambon"]]
    link = editing.link(one.pk, two.pk, relation, editor, link.version)
    assert (link.a, link.b) == (one, two)


def test_relations_without_direction_do_not_turn(one: Statement, two: Statement, editor: User) -> None:
    link = editing.link(one.pk, two.pk, "same", editor)
    link = editing.link(two.pk, one.pk, "contradicts", editor, link.version)
    assert (link.a, link.b) == (one, two)


def test_what_cannot_be_linked_is_refused_with_a_sentence(one: Statement, two: Statement, editor: User) -> None:
    with pytest.raises(editing.Refused, match="itself"):
        editing.link(one.pk, one.pk, "same", editor)
    with pytest.raises(editing.Refused, match="no relation"):
        editing.link(one.pk, two.pk, "likes", editor)
    editing.reject(two.pk, 1, editor)
    for gone in (two.pk, 10**12):
        with pytest.raises(editing.Refused, match="rejected or removed"):
            editing.link(one.pk, gone, "same", editor)
    assert not Link.objects.exists()


def test_several_are_confirmed_together_or_none(one: Statement, two: Statement, editor: User, admin: User) -> None:
    third = make_quote(make_article(outlet="Kabar Laut"))
    pairs = [Link.objects.create(a=a, b=b, relation="same") for a, b in ((one, two), (one, third), (two, third))]
    with pytest.raises(editing.Changed):
        editing.confirm_together([(link.pk, 1 + (link == pairs[2])) for link in pairs], editor)
    assert set(Link.objects.values_list("status", "version")) == {("proposed", 1)}
    assert editing.confirm_together([(link.pk, 1) for link in pairs], editor) == pairs[0]
    assert set(Link.objects.values_list("status", "version")) == {("confirmed", 2)}
    assert Utterance.objects.get().statements.count() == 3
    assert OutboxEntry.objects.count() == 3
    assert {change.history_user for change in Link.history.filter(status="confirmed")} == {editor}


def test_nothing_at_all_is_not_confirmed(editor: User) -> None:
    with pytest.raises(editing.Refused, match="nothing here"):
        editing.confirm_together([], editor)
