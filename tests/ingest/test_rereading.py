"""Originals read again: which recipe holds, what a correction teaches, how often a file is opened."""

import pytest

from articles import editing, ingest
from articles.ingest.rereading import Rereader
from articles.models import Article, User
from articles.models.imports import ImportFile
from tests.ingest.test_again import LITTER, PAGE, bring_in

pytestmark = pytest.mark.django_db


def test_the_corrected_outlet_has_the_recipe_whatever_the_file_says(editor: User) -> None:
    article = bring_in()
    row = editing.correct_article(article.pk, 1, editor, {"outlet": "Dermaga Grup"})
    editing.teach(row.outlet_id, 0, editor, {"litter": [LITTER]})
    ingest.clean_again(article.pk)
    article.refresh_from_db()
    assert article.outlet.name == "Dermaga Grup" and LITTER not in article.text


def test_a_correction_teaches(editor: User) -> None:
    article = bring_in()
    row = editing.correct_article(
        article.pk, 1, editor, {"title": "Panglima Armada Buka Galangan Baru", "outlet": "Dermaga Grup", "author": "A"}
    )
    lesson = ingest.learn(row, ["title", "outlet", "author"])
    assert (lesson.recipe.outlet, lesson.recipe.names) == ("Dermaga Grup", ("Kabar Dermaga",))
    assert (lesson.recipe.title, lesson.unlearned) == ("{title} - Edisi #", ("author",))
    editing.teach(row.outlet_id, 0, editor, {"title": lesson.recipe.title, "names": list(lesson.recipe.names)})
    ingest.import_batch(
        ingest.receive([("lain.txt", PAGE.replace("Panglima", "Kepala").replace("12\n", "13\n").encode())])
    )
    new = Article.objects.latest("pk")
    assert (new.title, new.outlet.name) == ("Kepala Armada Buka Galangan Baru", "Dermaga Grup")


def test_a_correction_of_what_cannot_be_read_teaches_nothing(editor: User) -> None:
    article = bring_in()
    article.original.path.unlink()
    lesson = ingest.learn(article, ["title", "published"])
    assert (lesson.recipe.outlet, lesson.unlearned) == ("Kabar Dermaga", ("title", "published"))
    article.outlet = None
    assert ingest.learn(article, ["title"]).unlearned == ("title",)


def test_files_of_many_articles_are_read_once(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    article = bring_in()
    assert ImportFile.objects.get().outcome in ("imported", "partial")
    with Rereader() as reader:
        first = reader.document(article)
        monkeypatch.setattr(reader, "_read", lambda *_: pytest.fail("read twice"))
        assert reader.document(article) is first
