"""The table of disagreements: what links and verdicts say, written down; found by its indexes and filled for what was there."""

import pytest
from django.db import connection

from articles.models import Disagreement, Link, Statement, Utterance, Verdict
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


def join(*values: str, field: str = "place") -> list[Statement]:
    """Reports that say these things one after the other, each linked with the one before."""
    said = [make_quote(make_article(outlet=f"Outlet {value}")) for value in values]
    for at in range(1, len(said)):
        Link.objects.create(
            a=said[at - 1], b=said[at], relation="same", conflicts=[[field, values[at - 1], values[at]]]
        )
    Utterance.objects.regroup(one.pk for one in said)
    return said


def sides() -> list[list[list[str]]]:
    return [[list(side.values) for side in one.dispute.sides] for one in Disagreement.objects.all()]


def test_a_chain_of_conflicts_is_one_row() -> None:
    said = join("Ambon", "Medan", "Poso")
    row = Disagreement.objects.get()
    assert sides() == [[["Ambon"], ["Medan"], ["Poso"]]]
    assert [side.statements for side in row.dispute.sides] == [(one.pk,) for one in said]
    assert (row.statement, row.is_open, row.version, str(row)) == (said[0], True, 1, "place: Ambon / Medan / Poso")


def test_a_pair_that_was_compared_and_does_not_conflict_shares_a_side() -> None:
    said = join("Ambon", "Medan", "Kota Ambon")
    Link.objects.create(a=said[2], b=said[0], relation="same")
    Utterance.objects.regroup([said[0].pk])
    assert sides() == [[["Ambon", "Kota Ambon"], ["Medan"]]]


def test_a_row_goes_on_with_a_new_version_where_its_sides_have_changed() -> None:
    said = join("Ambon", "Medan")
    before = Disagreement.objects.get()
    Utterance.objects.regroup([said[0].pk])
    assert Disagreement.objects.get().version == before.version
    other = make_quote(make_article())
    Link.objects.create(a=said[1], b=other, relation="same", conflicts=[["place", "Medan", "Poso"]])
    Utterance.objects.regroup([other.pk])
    after = Disagreement.objects.get()
    assert (after.pk, after.version) == (before.pk, before.version + 1)


def test_nothing_is_asked_about_reports_that_agree(django_assert_num_queries) -> None:
    said = [make_quote(make_article()) for _ in range(2)]
    Link.objects.create(a=said[0], b=said[1], relation="same")
    Utterance.objects.regroup([said[0].pk])
    utterances = list(Utterance.objects.values_list("pk", flat=True))
    with django_assert_num_queries(2):
        Utterance.objects.weigh(utterances)
    assert not Disagreement.objects.exists()


def test_many_utterances_are_weighed_in_few_queries(django_assert_max_num_queries) -> None:
    for number in range(20):
        join(f"Ambon {number}", "Medan", "Poso")
    Disagreement.objects.all().delete()
    utterances = list(Utterance.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(10):
        Utterance.objects.weigh(utterances)
    assert Disagreement.objects.count() == 20


@pytest.mark.parametrize(
    "rows",
    [
        Disagreement.objects.open().ranked(),
        Disagreement.objects.resolved().ranked(),
        Disagreement.objects.open().filter(field="place").ranked(),
        Disagreement.objects.filter(field="place").ranked(),
    ],
)
def test_the_queue_is_read_off_an_index(rows) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("says it as SQLite does")
    plan = rows[:20].explain()
    assert "SEARCH" in plan and "disagreements_" in plan and "TEMP B-TREE" not in plan


def test_what_was_there_before_the_table_is_filled_in() -> None:
    first = join("Ambon", "Medan")[0]
    Disagreement.objects.all().delete()
    Utterance.objects.weigh_all()
    assert sides() == [[["Ambon"], ["Medan"]]]
    Verdict.objects.create(statement=first, field="place", values=["Ambon", "Medan"], outcome="all", reason="x")
    Disagreement.objects.all().delete()
    Utterance.objects.weigh_all()
    assert not Disagreement.objects.get().is_open
