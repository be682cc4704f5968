"""Where the reports of an utterance went that is no more."""

import pytest

from articles.models import FormerReport, Link, Statement, Utterance
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def said() -> list[Statement]:
    return [make_quote(make_article(outlet=f"Outlet {number}")) for number in range(4)]


def join(a: Statement, b: Statement) -> int:
    """The utterance that the two are reports of then."""
    Link.objects.create(a=a, b=b, relation="same")
    Utterance.objects.regroup([a.pk, b.pk])
    a.refresh_from_db()
    return int(a.utterance_id or 0)


def now(utterance: int) -> set[int | None]:
    return {one.utterance_id for one in FormerReport.objects.of(utterance)}


def test_the_reports_of_one_that_was_joined_to_another_are_found_there(said: list[Statement]) -> None:
    first, second = join(said[0], said[1]), join(said[2], said[3])
    assert join(said[1], said[2]) == first
    assert now(second) == {first} and now(first) == set()


def test_the_reports_of_one_that_fell_apart_are_found_one_by_one(said: list[Statement]) -> None:
    gone = join(said[0], said[1])
    Link.objects.all().delete()
    Utterance.objects.regroup([said[0].pk])
    assert list(FormerReport.objects.of(gone)) == said[:2] and now(gone) == {None}


def test_they_are_followed_through_every_later_change(said: list[Statement]) -> None:
    gone = join(said[0], said[1])
    Link.objects.all().delete()
    Utterance.objects.regroup([said[0].pk])
    later = join(said[0], said[1])
    assert later != gone and now(gone) == {later}


def test_a_rejected_report_is_not_among_them(said: list[Statement]) -> None:
    gone = join(said[0], said[1])
    Statement.objects.filter(pk=said[0].pk).update(status="rejected")
    Utterance.objects.regroup([said[0].pk])
    assert list(FormerReport.objects.of(gone)) == [said[1]]


def test_what_happens_twice_is_kept_once(said: list[Statement]) -> None:
    FormerReport.objects.keep({said[0].pk: 7})
    FormerReport.objects.keep({said[0].pk: 7})
    assert FormerReport.objects.count() == 1
