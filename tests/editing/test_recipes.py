"""Teaching the files of an outlet: names, patterns, litter; each change recorded and taken back."""

from typing import Any

import pytest

from articles import editing, records
from articles.models import Article, Outlet, Recipe, User
from tests.factories import make_article

pytestmark = pytest.mark.django_db

TEXT = "Kapal itu tiba.\nDibaca 1.204 kali\nMuatannya garam. (Foto: arsip kami) Warga senang."


@pytest.fixture
def outlet(db: None) -> Outlet:
    return Outlet.objects.create(name="Suluh Timur")


def test_a_recipe_is_made_changed_and_kept_in_the_history(outlet: Outlet, editor: User, admin: User) -> None:
    row = editing.teach(outlet.pk, 0, editor, {"names": ["ST", " Suluh  T. ", "ST"], "title": "{title} | Suluh"})
    row = editing.teach(
        outlet.pk, row.version, admin, {"litter": ["Dibaca # kali"], "published": "{day}/{month} {year}"}
    )
    assert row.record() == records.Recipe(
        "Suluh Timur", ("ST", "Suluh T."), "{title} | Suluh", "{day}/{month} {year}", ("Dibaca # kali",)
    )
    assert [one.history_user for one in row.history.all()] == [admin, editor]


def test_who_comes_late_is_told(outlet: Outlet, editor: User) -> None:
    editing.teach(outlet.pk, 0, editor, {"names": ["ST"]})
    for version in (0, 2):
        with pytest.raises(editing.Changed):
            editing.teach(outlet.pk, version, editor, {"names": []})
    with pytest.raises(editing.Changed):
        editing.teach(Outlet.objects.create(name="Lain").pk, 3, editor, {"names": []})


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Suluh"},
        {"title": "{title}"},
        {"title": "{title} {title}"},
        {"published": "{day}.{month}."},
        {"published": "{day}\n{month} {year}"},
        {"title": "{title} " + "x" * 300},
        {"litter": ["---"]},
        # a single word inside of a line would go from sentences, too
        {"litter": ["… iklan"]},
        {"litter": [f"baris {n}" for n in range(201)]},
        {"version": 9},
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(changes: dict[str, Any], outlet: Outlet, editor: User) -> None:
    with pytest.raises(editing.Refused, match=r"\w+ \w+"):
        editing.teach(outlet.pk, 0, editor, changes)
    assert not Recipe.objects.exists()


@pytest.mark.parametrize(
    ("selected", "litter"),
    [
        # a whole line, its figures read as any
        ("Dibaca 1.204 kali", ["Dibaca # kali"]),
        (" kali\nMuatan", None),
        ("(Foto: arsip kami)", ["… (Foto: arsip kami)"]),
        # over several lines: each by itself
        ("Dibaca 1.204 kali\nMuatannya garam.", ["Dibaca # kali", "… Muatannya garam."]),
    ],
)
def test_a_selected_passage_becomes_litter(selected: str, litter: list[str] | None, editor: User) -> None:
    article, start = make_article(TEXT), TEXT.index(selected)
    if litter is None:
        with pytest.raises(editing.Refused):
            editing.mark_litter(article.pk, 1, editor, start, start + len(selected))
        return
    row = editing.mark_litter(article.pk, 1, editor, start, start + len(selected))
    assert (row.outlet, row.litter) == (article.outlet, litter)
    assert editing.mark_litter(article.pk, 1, editor, start, start + len(selected)).litter == litter
    assert Article.objects.get().text == TEXT


def test_litter_of_nobody_is_refused(editor: User) -> None:
    article = make_article(TEXT)
    for version, outlet in ((2, article.outlet), (1, None)):
        Article.objects.update(outlet=outlet)
        with pytest.raises(editing.Refused):
            editing.mark_litter(article.pk, version, editor, 0, 10)
    with pytest.raises(editing.Refused, match="outside"):
        editing.mark_litter(make_article(TEXT).pk, 1, editor, 5, 1000)


def test_what_was_taught_is_taken_back(outlet: Outlet, editor: User) -> None:
    editing.teach(outlet.pk, 0, editor, {"names": ["ST"]})
    editing.teach(outlet.pk, 1, editor, {"names": []})
    editing.undo(editor)
    assert Recipe.objects.get().names == ["ST"]
    editing.undo(editor)
    assert not Recipe.objects.exists()
