"""Which disagreements come first."""

from datetime import date

import pytest

from articles import editing
from articles.models import Copy, Disagreement, Link, Statement, User, Utterance
from tests.editing.disputed import decide, report

pytestmark = pytest.mark.django_db


def rank(**fields: object) -> int:
    return Disagreement.objects.get(**fields).rank


def test_a_figure_comes_before_a_place(editor: User) -> None:
    a, b = report("12", "A", place="Ambon"), report("15", "B", place="Medan")
    editing.link(a.pk, b.pk, "same", editor)
    assert [one.field for one in Disagreement.objects.ranked()] == ["number", "place"]
    assert [one.field for one in Disagreement.objects.ranked().open()] == ["number", "place"]
    decide(editor)
    assert [one.field for one in Disagreement.objects.ranked()] == ["place", "number"]


def test_a_confirmed_link_comes_before_a_proposed_one(link: Link) -> None:
    confirmed = rank()
    Link.objects.update(status="proposed")
    Utterance.objects.regroup([link.a_id])
    assert rank() < confirmed


def test_more_sources_on_both_sides_come_first_but_copies_are_one(link: Link, twelve: Statement, editor: User) -> None:
    lone = rank()
    other = report("15", "C")
    editing.link(twelve.pk, other.pk, "same", editor)
    one_sided = rank()
    another = report("12", "D")
    editing.link(another.pk, other.pk, "same", editor)
    both = rank()
    assert lone < one_sided < both
    Copy.objects.create(a=twelve.article, b=another.article, share=0.9)
    Utterance.objects.weigh_those_in([another.article_id])
    assert rank() == one_sided


def test_of_equals_the_newest_comes_first(link: Link, fifteen: Statement, editor: User) -> None:
    undated = rank()
    editing.correct_article(fifteen.article_id, 1, editor, {"published": date(2024, 5, 1)})
    old = rank()
    editing.correct_article(fifteen.article_id, 2, editor, {"published": date(2026, 5, 1)})
    assert undated < old < rank()
    editing.correct_article(fifteen.article_id, 3, editor, {"published": date(1, 1, 1)})
    assert rank() == undated
