"""Many terms at once: each by itself, in their order, and none of them lost."""

import pytest

from articles import search
from articles.models import OutboxEntry
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(db: None) -> None:
    articles = [make_article(), make_article("Feri itu tiba.", title="Feri")]
    make_quote(articles[0])
    OutboxEntry.objects.note([article.pk for article in articles])
    search.drain()


def totals(*terms: str, also: str = "") -> list[tuple[str, int, int]]:
    return [(line.term, line.articles.total, line.quotes.total) for line in search.find_many(terms, also).lines]


def test_each_term_is_counted_in_articles_and_in_quotes() -> None:
    assert totals("tiba", "siap", "kereta", "tiba") == [
        ("tiba", 2, 0),
        ("siap", 1, 1),
        ("kereta", 0, 0),
        ("tiba", 2, 0),
    ]


def test_a_term_without_a_word_finds_nothing_rather_than_everything() -> None:
    assert totals("!!!", "") == [("!!!", 0, 0), ("", 0, 0)]
    assert totals("!!!", also="tiba") == [("!!!", 0, 0)]


def test_what_is_added_holds_for_each() -> None:
    assert totals("tiba", "siap", also="feri") == [("tiba", 1, 0), ("siap", 0, 0)]
    assert totals("tiba", also="lang:en") == [("tiba", 0, 0)]
    # An OR in either holds within it.
    assert totals("siap OR tiba", also="feri") == [("siap OR tiba", 1, 0)]
    assert totals("siap", also="feri OR kapal") == [("siap", 1, 0)]


def test_the_counts_are_those_of_the_search_itself() -> None:
    for line in search.find_many(["tiba", "siap", "-siap", '"itu tiba"']).lines:
        assert line.articles.total == search.find(line.query).total


def test_the_first_is_always_searched_for_and_the_rest_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.search.many.SECONDS", -1)
    found = search.find_many(["tiba", "siap", "feri"])
    assert ([line.term for line in found.lines], found.left) == (["tiba"], ("siap", "feri"))


def test_without_an_index_all_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.search.many.tally", lambda query: None)
    found = search.find_many(["tiba", "siap"])
    assert (found.lines, found.left, found.available) == ((), ("tiba", "siap"), False)
