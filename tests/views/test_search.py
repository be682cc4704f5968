"""The search page: what the address asks for, as a page or as a partial for htmx."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from articles import search
from articles.models import Article, OutboxEntry
from articles.search import Suggestion
from articles.views import search as view
from tests.factories import make_article, make_claim, make_person, make_quote
from tests.views.conftest import HTMX

MOST_QUERIES = 12
"""Of a page of results, sign-in and counts in the frame included."""


class Links(HTMLParser):
    """The addresses that a page links to, by the id of the link."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("id"):
            self.found[str(given["id"])] = str(given.get("href"))


@pytest.fixture
def archive(db: None) -> list[Article]:
    """Four articles of three outlets in three languages, in the index."""
    ferry = make_article(
        "Kapal itu tiba pada hari Rabu. “Kami siap berlayar,” kata Rahma Wibowo.", published=date(2021, 10, 20)
    )
    make_quote(ferry, "Kami siap berlayar", speaker=make_person("Rahma Wibowo"), status="confirmed")
    make_claim(ferry, "Kapal itu tiba pada hari Rabu")
    harbour = make_article(
        "The ferry came on Wednesday, said the harbour.",
        outlet="Tidewater Tribune",
        language="en",
        title="Ferry is in",
        published=date(2021, 12, 3),
    )
    arabic = make_article(
        "وصلت العبارة يوم الأربعاء إلى الميناء.",
        outlet="منارة",
        language="ar",
        title="وصول العبارة",
        published=date(2021, 12, 5),
    )
    undated = make_article("Pelabuhan sepi. Kapal lain belum tiba.", title="Pelabuhan sepi")
    found = [ferry, harbour, arabic, undated]
    OutboxEntry.objects.note([article.pk for article in found])
    search.drain()
    return found


def page(browser: Client, **asked: object) -> str:
    return browser.get("/", asked).content.decode()


def titles(page: str) -> list[str]:
    known = ["Kapal tiba", "Ferry is in", "وصول العبارة", "Pelabuhan sepi"]
    plain = page.replace("<mark>", "").replace("</mark>", "")
    return sorted((title for title in known if title in plain), key=plain.index)


def test_browsing_shows_all_articles_the_newest_first(as_journalist: Client, archive: list[Article]) -> None:
    assert titles(page(as_journalist)) == ["وصول العبارة", "Ferry is in", "Kapal tiba", "Pelabuhan sepi"]


def test_a_word_finds_articles_and_is_marked_in_them(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, q="kapal")
    assert set(titles(found)) == {"Kapal tiba", "Pelabuhan sepi"}
    assert "<mark>Kapal</mark>" in found


def test_matching_quotes_show_with_their_speaker(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, q="berlayar")
    assert "Rahma Wibowo</bdi>" in found and "Kami siap <mark>berlayar</mark>" in found


def test_who_said_it_is_asked_in_quotes(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, q="siap", said=1)
    assert "1 quote" in found and "Kami <mark>siap</mark> berlayar" in found
    assert "0 quotes" in page(as_journalist, q="sepi", said=1)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"language": "en"}, ["Ferry is in"]),
        ({"outlet": "منارة"}, ["وصول العبارة"]),
        ({"month": "2021-10"}, ["Kapal tiba"]),
        ({"status": "confirmed"}, ["Kapal tiba"]),
        ({"kind": "claim"}, ["Kapal tiba"]),
        ({"language": "id", "q": "pelabuhan"}, ["Pelabuhan sepi"]),
        # Newest first, whatever fits better.
        ({"q": "kapal", "sort": "date"}, ["Kapal tiba", "Pelabuhan sepi"]),
    ],
)
def test_the_address_narrows(asked: dict[str, str], expected: list[str], as_journalist, archive) -> None:
    assert titles(page(as_journalist, **asked)) == expected


def test_facets_count_and_link_to_the_narrower_search(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, q="kapal")
    links = Links(found).found
    assert links["language-1"] == "/?q=kapal&language=id"
    assert links["speaker-1"].startswith("/?q=kapal&speaker=")
    assert "Rahma Wibowo</bdi>" in found and "Indonesian</bdi>" in found


def test_a_chosen_value_is_a_chip_that_takes_it_away(as_journalist: Client, archive: list[Article]) -> None:
    links = Links(page(as_journalist, q="kapal", language="id")).found
    assert links["chip-1"] == links["language-1"] == "/?q=kapal"


def test_the_search_box_carries_the_filters_on(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, q="kapal", language="id", said=1, sort="date")
    assert '<input type="hidden" form="search-form" name="sort" value="date">' in found
    assert '<input type="hidden" form="search-form" name="language" value="id">' in found
    assert '<input type="hidden" form="search-form" name="said" value="1">' in found
    assert 'value="kapal"' in found


def test_the_histogram_links_each_month_and_has_a_table(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, language="")
    links = Links(found).found
    assert links["bar-2021-12"] == links["month-2021-12"] == "/?month=2021-12"
    assert "December 2021: 2" in found and "<desc" in found
    assert Links(page(as_journalist, month="2021-12")).found["bar-2021-12"] == "/"


def test_right_to_left_text_says_so(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, language="ar")
    assert '<li class="card hit" data-item dir="rtl">' in found
    assert 'lang="ar"' in found and "<bdi>منارة</bdi>" in found


def test_htmx_gets_the_results_alone(as_journalist: Client, archive: list[Article]) -> None:
    partial = as_journalist.get("/?q=kapal", headers=HTMX).content.decode()
    assert "<html" not in partial and '<div id="search"' in partial
    assert "<title>kapal · Search · Newsdesk</title>" in partial and 'id="announced" hx-swap-oob' in partial


def test_nothing_found_says_what_to_try(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, q="kapal", language="en")
    assert "Nothing was found." in found and "Search without the filter “Language”" in found
    assert 'href="/?q=kapal"' in found


def test_an_empty_archive_says_who_can_fill_it(as_journalist: Client, as_admin: Client, db: None) -> None:
    search.rebuild()
    assert "An admin can import files" in page(as_journalist)
    assert "Import the first files." in page(as_admin)


def test_without_an_index_search_says_so_and_browsing_works(as_journalist: Client, db: None) -> None:
    make_article(title="Kapal tiba")
    found = page(as_journalist, q="kapal")
    assert "Search is not available" in found and titles(found) == ["Kapal tiba"]


@pytest.mark.parametrize("number", ["0", "-1", "2", "1000000000", "9" * 5000, "one", "", "²"])
def test_a_page_that_does_not_exist_is_404(number: str, as_journalist: Client, archive: list[Article]) -> None:
    assert as_journalist.get(f"/?{urlencode({'page': number})}").status_code == 404


def test_many_results_come_in_pages_that_keep_the_search(as_journalist: Client, db: None) -> None:
    made = [make_article(f"Kapal nomor {number} tiba.", title=f"Kapal {number}") for number in range(25)]
    OutboxEntry.objects.note([article.pk for article in made])
    search.drain()
    first, second = page(as_journalist, q="kapal"), page(as_journalist, q="kapal", page=2)
    assert first.count('class="card hit"') == 20 and second.count('class="card hit"') == 5
    assert 'href="/?q=kapal&amp;page=2"' in first and "Page 2 of 2" in second


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"q": "kapal " * 80}, "Only the first 300 characters"),
        ({"q": '"kapal itu'}, "is never closed"),
        ({"q": "!!!"}, "There is no word in what you typed"),
        ({"month": "2021-13"}, "There is no such filter: month=2021-13"),
        ({"month": "0000-05"}, "0000-05</bdi>"),
        ({"speaker": "' OR 1=1"}, "There is no such filter"),
        # with what was searched for in its place, and how to do better
        ({"q": '"kapal itu'}, '<bdi class="understood" dir="auto">&quot;kapal itu&quot;</bdi>'),
        ({"q": '"kapal itu'}, "How to search"),
    ],
)
def test_what_was_not_understood_is_said(asked: dict[str, str], sentence: str, as_journalist, archive) -> None:
    assert sentence in page(as_journalist, **asked)


def test_hostile_words_stay_words(as_journalist: Client, archive: list[Article]) -> None:
    found = page(as_journalist, q="<script>alert(1)</script>", outlet="<img src=x>")
    assert "<script>alert" not in found and "<img" not in found


def test_a_range_of_months_is_chosen_by_an_address_or_by_two_months_of_a_form(
    as_journalist: Client, archive: list[Article]
) -> None:
    for asked in ({"month": "2021-10..2021-11"}, {"from": "2021-11", "to": "2021-10"}):
        found = page(as_journalist, **asked)
        assert titles(found) == ["Kapal tiba"]
        assert "October 2021 – November 2021</bdi>" in found
        links = Links(found).found
        assert links["chip-1"] == links["all-months"] == "/"
        # The other months stay to be chosen.
        assert links["bar-2021-12"] == "/?month=2021-12"
    assert titles(page(as_journalist, to="2021-10")) == ["Kapal tiba"]
    assert "There is no such filter" in page(as_journalist, **{"from": "x", "to": "2021-10"})


def test_what_else_could_be_meant_is_offered_above_few_results(
    as_journalist: Client, archive: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = (Suggestion("spelling", "pelabuhan", "pelabuhan", 2),)
    monkeypatch.setattr(view, "find", lambda query: replace(search.find(query), suggestions=few))
    found = page(as_journalist, q="berlayar")
    assert "Kami siap" in found and found.count("Did you mean “pelabuhan”?") == 1
    assert found.index("Did you mean") < found.index("Kami siap")
    assert page(as_journalist, q="zzz").count("Did you mean “pelabuhan”?") == 1


def test_what_only_the_standfirst_has_is_shown(as_journalist: Client, db: None) -> None:
    article = make_article("Kapal itu tiba.", standfirst="Badai menghalangi pelayaran.")
    OutboxEntry.objects.note([article.pk])
    search.drain()
    assert "<mark>Badai</mark> menghalangi" in page(as_journalist, q="badai")


def test_a_page_of_results_takes_few_queries(
    as_journalist: Client, archive: list[Article], django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(MOST_QUERIES):
        page(as_journalist, q="kapal")
