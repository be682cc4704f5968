"""The map of an event, as a page."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from articles.dossiers import events
from articles.models import Article, Copy, Link, User
from tests.factories import make_article, make_quote
from tests.views.test_compare import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(editor: User) -> list[Article]:
    """Three articles of one act of speech; the first two disagree."""
    articles = [
        make_article(outlet="Suluh Timur", title="Kapal tiba", published=date(2026, 6, 9)),
        make_article(outlet="کاریز", title="کشتی رسید", published=date(2026, 6, 10), language="fa"),
        make_article(outlet="Harian Tepi", title="Kapal datang"),
    ]
    quotes = [make_quote(article) for article in articles]
    for at in (1, 2):
        link = Link.objects.create(a=quotes[0], b=quotes[at], relation="same")
        Link.objects.filter(pk=link.pk).update(conflicts=[["number", "12", "15"]] if at == 1 else [])
    from articles.models import Utterance

    Utterance.objects.regroup(quote.pk for quote in quotes)
    return articles


def html_of(browser: Client, article: Article, query: str = "") -> str:
    answer = browser.get(reverse("event", args=[article.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def picture_in(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(re.search(r"<svg.*?</svg>", html, re.DOTALL)[0])


def test_the_picture_has_a_title_a_description_and_links(three: list[Article], as_journalist: Client) -> None:
    picture = picture_in(html_of(as_journalist, three[0]))
    assert picture.find("title").text and picture.find("desc").text
    links = {one.get("href") for one in picture.iter("a")}
    assert links == {article.get_absolute_url() for article in three} | {
        reverse("compare", args=[one.pk, other.pk]) for n, one in enumerate(three) for other in three[n + 1 :]
    }


def test_only_where_two_disagree_there_is_a_sign(three: list[Article], as_journalist: Client) -> None:
    picture = picture_in(html_of(as_journalist, three[0]))
    signs = [one.get("data-ends") for one in picture.iter("text") if one.text == "≠"]
    assert signs == [f"{three[0].pk} {three[1].pk}"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Suluh Timur", "کاریز", "Harian Tepi"]),
        ("?lanes=language", ["Indonesian", "Persian"]),
        ("?lanes=nonsense", ["Suluh Timur", "کاریز", "Harian Tepi"]),
    ],
)
def test_lanes_are_outlets_or_languages(
    query: str, expected: list[str], three: list[Article], as_journalist: Client
) -> None:
    picture = picture_in(html_of(as_journalist, three[0], query))
    lanes = [one for one in picture.iter("g") if one.get("class") == "map-lane"]
    assert ["".join(lane.find("text").itertext()).strip()[-len(name) :] for lane, name in zip(lanes, expected, strict=True)] == expected  # fmt: skip


def test_the_table_says_the_same(three: list[Article], as_journalist: Client) -> None:
    html = html_of(as_journalist, three[0])
    rows = [words_of(row) for row in re.findall(r'<tr id="article-.*?</tr>', html, re.DOTALL)]
    assert rows == [
        "1 Kapal tiba Suluh Timur June 9, 2026Indonesian 2 (1, ≠), 3 (1)",
        "2 کشتی رسید کاریز June 10, 2026Persian 1 (1, ≠), 3 (1)",
        "3 Kapal datang Harian Tepi no dateIndonesian 1 (1), 2 (1)",
    ]


def test_what_was_said_is_listed_with_its_articles(three: list[Article], as_journalist: Client) -> None:
    html = html_of(as_journalist, three[1])
    assert "3 articles: Suluh Timur (1), کاریز (2), Harian Tepi (3)" in words_of(html)
    assert reverse("utterance", args=[three[0].statements.get().utterance_id]) in html
    assert reverse("compare", args=[three[1].pk, three[0].pk]) in html


def test_an_article_alone_says_so(as_journalist: Client) -> None:
    html = html_of(as_journalist, make_article())
    assert "No other article is known" in html and "<svg" not in html


def test_what_is_left_out_is_told(three: list[Article], as_journalist: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MOST", 2)
    assert "2 articles; the nearest ones: 1 that is further away is left out" in words_of(
        html_of(as_journalist, three[0])
    )


def test_copies_without_statements_have_a_map(as_journalist: Client) -> None:
    a, b = make_article(), make_article(outlet="Harian Tepi")
    Copy.objects.create(a=a, b=b, share=0.9)
    html = html_of(as_journalist, a)
    assert "is-copy" in html and "2 (0, copy)" in words_of(html)


def test_a_page_that_is_not_there_is_not_found(three: list[Article], as_journalist: Client) -> None:
    for query in ("?page=2", "?page=x"):
        assert as_journalist.get(reverse("event", args=[three[0].pk]) + query).status_code == 404


def test_the_number_of_queries_does_not_grow(
    three: list[Article], as_editor: Client, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(20):
        as_editor.get(reverse("event", args=[three[0].pk]))
