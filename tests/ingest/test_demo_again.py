"""The demo corpus cleaned again, after each outlet was taught to cut what stands in the middle of its texts."""

from pathlib import Path

import pytest

from articles import ingest, search
from articles.models import Article, Outlet, Recipe, Statement

pytestmark = pytest.mark.django_db

DEMO = Path(__file__).parents[2] / "articles/demo"


def middle_line(article: Article) -> str:
    lines = [line for line in article.text.split("\n") if line]
    return lines[len(lines) // 2 - 1]


def middle_words(article: Article) -> str:
    """Some words out of the middle of its longest quote."""
    words = max((row.words for row in article.statements.quotes()), key=len).split()
    return " ".join(words[len(words) // 2 :][:3])


def test_every_statement_that_has_a_place_is_what_stands_there() -> None:
    ingest.import_batch(ingest.receive((path.name, path) for path in sorted(DEMO.glob("*.txt"))))
    before = {row.pk: row.text for row in Statement.objects.all()}
    cut = {}
    for outlet in Outlet.objects.all():
        article = outlet.articles.first()
        cut[article.pk] = middle_line(article), middle_words(article)
        line, words = cut[article.pk]
        Recipe.objects.create(outlet=outlet, litter=[line, f"… {words}"])
    assert len(cut) == Article.objects.count() == 22
    anchors: dict[str, int] = {}
    for outlet in Outlet.objects.all():
        for verdict, count in ingest.clean_outlet_again(outlet.pk).items():
            anchors[verdict] = anchors.get(verdict, 0) + count
    for article in Article.objects.all():
        line, words = cut[article.pk]
        assert line not in article.text.split("\n") and not article.statements.placed().filter(text__contains=words)
        for row in article.statements.placed():
            assert article.text[row.start : row.end] == row.text
            assert row.anchor == "altered" or row.pk not in before or row.text == before[row.pk]
        for row in article.statements.filter(anchor="orphaned"):
            assert row.text == before[row.pk] and row.text not in article.text
    # Most stay, or move up; each of the quotes that lost words is altered; what stood in the line cut is lost.
    assert set(anchors) <= {"kept", "moved", "altered", "orphaned", "new"}
    assert anchors["altered"] >= 18 and 5 <= anchors["orphaned"] <= 60
    assert anchors["kept"] + anchors["moved"] > anchors["altered"] + anchors["orphaned"]
    search.drain()
    assert not list(search.verify())
