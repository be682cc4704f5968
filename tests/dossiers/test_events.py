"""The event around an article: who reports the same, the nearest first, and where it ends."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from articles.dossiers import events
from articles.dossiers.events import Told, beside, event
from articles.dossiers.maps import picture_of
from articles.linking.ties import Tie
from articles.models import Article, Copy, Disagreement, Link, Statement, User, Utterance, Verdict
from tests.factories import make_article

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 9)


def article(name: str, day: int | None = 0, **fields: object) -> Article:
    published = None if day is None else DAY + timedelta(day)
    return make_article(title=name, outlet=name, published=published, **fields)


def report(*articles: Article) -> list[Statement]:
    """All of these report one act of speech."""
    utterance = Utterance.objects.create()
    made = [
        Statement(article=one, type="quote", kind="direct", text="Kami siap", utterance=utterance) for one in articles
    ]
    for one in made:
        one.start = one.article.statements.count()
        one.end = one.start + 9
        one.save()
    return made


def names(found: events.Event) -> list[str]:
    return [one.title for one in found.articles]


def test_articles_that_share_a_statement_belong_together_over_several_steps() -> None:
    a, b, c, apart = article("a"), article("b", 1), article("c", 2), article("apart")
    report(a, b)
    report(b, c)
    report(apart)
    assert names(event(a)) == ["a", "b", "c"]
    assert names(event(apart)) == ["apart"]


def test_copies_belong_to_the_event() -> None:
    a, b = article("a"), article("b", None)
    Copy.objects.create(a=a, b=b, share=0.8)
    found = event(a)
    assert (names(found), found.ties) == (["a", "b"], (Tie(a.pk, b.pk, 0, 0.8),))


def test_what_was_rejected_joins_nothing() -> None:
    a, b = article("a"), article("b")
    report(a, b)
    Statement.objects.filter(article=b).update(status="rejected")
    assert names(event(a)) == ["a"]


def test_a_tie_counts_what_two_share_and_tells_whether_they_disagree() -> None:
    a, b, c = article("a"), article("b", 1), article("c", 2)
    one, two, _three = report(a, b, c)
    report(a, b)
    disagreement(one, two)
    assert event(a).ties == (Tie(a.pk, b.pk, 2, 0.0, True), Tie(a.pk, c.pk, 1), Tie(b.pk, c.pk, 1))


def disagreement(one: Statement, two: Statement, **fields: object) -> Disagreement:
    sides = [[["12"], [one.pk]], [["15"], [two.pk]]]
    return Disagreement.objects.create(utterance=one.utterance, statement=one, field="number", sides=sides, **fields)


def test_what_an_editor_called_no_difference_is_none(editor: User) -> None:
    a, b = article("a"), article("b", 1)
    one, two = report(a, b)
    verdict = Verdict.objects.create(
        statement=one, field="number", values=["12", "15"], outcome="none", reason="rounded", decided_by=editor
    )
    disagreement(one, two, verdict=verdict, is_open=False)
    assert not event(a).ties[0].disputed
    Verdict.objects.update(outcome="unknown")
    assert event(a).ties[0].disputed


def test_a_contradiction_is_a_tie_of_its_own() -> None:
    a, b, c = article("a"), article("b", 1), article("c", 2)
    report(a, b)
    _one, two = report(b, c)
    (other,) = report(a)
    Link.objects.create(a=other, b=two, relation="contradicts")
    assert Tie(a.pk, c.pk, 0, 0.0, True) in event(a).ties


def test_what_most_report_comes_first() -> None:
    a, b, c = article("a"), article("b", 1), article("c", 2)
    few, most = report(a, b)[0].utterance_id, report(a, b, c)[0].utterance_id
    assert event(a).told == (Told(most, (a.pk, b.pk, c.pk)), Told(few, (a.pk, b.pk)))


def test_the_nearest_are_kept_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MOST", 3)
    a, far, near, twice = article("a"), article("far", 40), article("near", -1), article("twice", 90)
    report(a, far, near, twice)
    report(a, twice)
    found = event(a)
    assert (set(names(found)), found.left_out) == ({"a", "near", "twice"}, 1)


def test_an_event_ends_after_some_steps_and_says_so() -> None:
    chain = [article(str(n), n) for n in range(events.STEPS + 3)]
    for pair in pairwise(chain):
        report(*pair)
    found = event(chain[0])
    assert (len(found.articles), found.left_out, found.goes_on) == (events.STEPS + 1, 0, True)
    assert not event(chain[events.STEPS - 1]).goes_on


def test_the_articles_beside_one_are_ranked_by_what_they_share_and_by_days() -> None:
    a, far, near, twice, copy = (article(name, day) for name, day in zip("abcde", (0, 9, 1, 30, None), strict=True))
    report(a, far, near, twice)
    report(a, twice)
    found, count = beside(a, {copy.pk: 0.9})
    assert [(one.article, one.shared, one.copied) for one in found] == [
        (twice, 2, 0), (near, 1, 0), (far, 1, 0), (copy, 0, 0.9)
    ]  # fmt: skip
    assert count == 4


def test_the_number_of_queries_does_not_grow(django_assert_num_queries) -> None:
    a, b = article("a"), article("b", 1)
    report(a, b)
    with django_assert_num_queries(10):
        event(a)
    many = [article(str(n), n) for n in range(20)]
    for at in range(10):
        report(a, b, *many[at:])
    with django_assert_num_queries(10):
        assert len(event(a).articles) == 22


@pytest.mark.parametrize(("lanes", "expected"), [("outlet", ["a", "b"]), ("language", ["id", "fa"])])
def test_a_picture_has_a_lane_for_each_outlet_or_language(lanes: str, expected: list[str]) -> None:
    a, b = article("a"), article("b", 1, language="fa")
    report(a, b)
    found, worded = picture_of(event(a), lanes)
    assert [lane.name for lane in found.lanes] == expected
    assert ([dot.node.number for dot in found.dots], worded) == ([1, 2], True)


def test_languages_stand_by_their_codes_where_a_picture_would_be_too_wide() -> None:
    chain = [article(str(n), n) for n in range(20)]
    report(*chain)
    assert not picture_of(event(chain[0]), "outlet")[1]
