"""Correcting what an article says of itself: recorded, remembered as corrected, taken back."""

from datetime import date
from typing import Any

import pytest

from articles import editing
from articles.models import Article, OutboxEntry, Outlet, User
from tests.factories import make_article

pytestmark = pytest.mark.django_db

FOUND = {"field": "title", "value": "Kapal tiba", "source": "heading", "text": "Kapal tiba | Suluh"}


def test_a_correction_says_who_and_goes_before_what_was_found(editor: User) -> None:
    article = make_article(evidence=[FOUND])
    row = editing.correct_article(article.pk, 1, editor, {"title": " Kapal  itu tiba ", "author": "Rahma"})
    assert (row.title, row.author, row.version, row.corrected) == ("Kapal itu tiba", "Rahma", 2, ["author", "title"])
    assert row.evidence == [
        {"field": "author", "value": "Rahma", "source": "editor", "text": ""},
        {"field": "title", "value": "Kapal itu tiba", "source": "editor", "text": ""},
        FOUND,
    ]
    last = row.history.first()
    assert (last.history_user, last.title, last.prev_record.title) == (editor, "Kapal itu tiba", "Kapal tiba")
    assert list(OutboxEntry.objects.values_list("article_id", flat=True)) == [article.pk]


def test_a_second_correction_takes_the_place_of_the_first(editor: User) -> None:
    article = make_article(evidence=[FOUND])
    editing.correct_article(article.pk, 1, editor, {"title": "Satu"})
    row = editing.correct_article(article.pk, 2, editor, {"title": "Dua"})
    assert [one["value"] for one in row.evidence] == ["Dua", "Kapal tiba"]


def test_what_is_typed_as_it_was_is_no_correction(editor: User) -> None:
    article = make_article()
    row = editing.correct_article(
        article.pk, 1, editor, {"title": "Kapal tiba", "outlet": "Suluh Timur", "published": None, "language": "id"}
    )
    assert (row.corrected, row.evidence) == ([], [])


@pytest.mark.parametrize(
    ("name", "expected", "count"),
    [
        ("Suluh  Timur", "Suluh Timur", 1),
        # the same in other case is the same outlet
        ("suluh timur", "Suluh Timur", 1),
        ("Warta Selat", "Warta Selat", 2),
        ("", None, 1),
    ],
)
def test_an_outlet_is_known_by_its_name_or_made(name: str, expected: str | None, count: int, editor: User) -> None:
    row = editing.correct_article(make_article().pk, 1, editor, {"outlet": name})
    assert (row.outlet.name if row.outlet else None, Outlet.objects.count()) == (expected, count)


def test_a_day_can_be_set_and_taken_away(editor: User) -> None:
    article = make_article()
    assert editing.correct_article(article.pk, 1, editor, {"published": date(2026, 3, 31)}).evidence[0]["value"] == (
        "2026-03-31"
    )
    assert editing.correct_article(article.pk, 2, editor, {"published": None}).published is None


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "other"},
        {"published": "31 Maret"},
        {"language": "Klingon"},
        {"url": "javascript:alert(1)"},
        {"outlet": "x" * 201},
        {"outlet": "-"},
        {"title": "x" * 1001},
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_is_changed(
    changes: dict[str, Any], editor: User
) -> None:
    article = make_article()
    with pytest.raises(editing.Refused, match=r"\w+ \w+"):
        editing.correct_article(article.pk, 1, editor, changes)
    assert Article.objects.get().version == 1 and not OutboxEntry.objects.exists()


def test_who_comes_late_is_told(editor: User, admin: User) -> None:
    article = make_article()
    editing.correct_article(article.pk, 1, admin, {"title": "Satu"})
    with pytest.raises(editing.Changed):
        editing.correct_article(article.pk, 1, editor, {"title": "Dua"})
    assert Article.objects.get().title == "Satu"


def test_a_correction_is_taken_back(editor: User) -> None:
    article = make_article(evidence=[FOUND])
    editing.correct_article(article.pk, 1, editor, {"title": "Satu", "outlet": "Warta Selat"})
    assert editing.undo(editor) == article
    row = Article.objects.get()
    assert (row.title, row.outlet.name, row.corrected, row.evidence) == ("Kapal tiba", "Suluh Timur", [], [FOUND])
    assert row.version == 3
    with pytest.raises(editing.Refused):
        editing.undo(editor)
