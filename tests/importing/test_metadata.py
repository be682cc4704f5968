"""What a page says of itself: who is believed, and in which order."""

import pytest
from lxml.html import document_fromstring

from articles.importing.metadata import read_metadata
from articles.importing.visible import visible_page


def said(head, field, body="<h1>River deal signed</h1>", lang="en"):
    source = f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    found = read_metadata(document_fromstring(source), visible_page("a.html", source))
    return [(one.value, one.source) for one in found if one.field == field]


def ld(data):
    return f'<script type="application/ld+json">{data}</script>'


def meta(name, content, key="property"):
    return f'<meta {key}="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (ld('{"@type": "NewsArticle", "headline": "A"}'), "title", "A"),
        # types as a list, as an address, in a graph, in a list, as what a page is about
        (ld('{"@type": ["Thing", "NewsArticle"], "headline": "A"}'), "title", "A"),
        (ld('{"@type": "http://schema.org/NewsArticle", "headline": "A"}'), "title", "A"),
        (ld('{"@graph": [{"@type": "WebSite", "name": "S"}, {"@type": "Article", "headline": "A"}]}'), "title", "A"),
        (ld('[{"@type": "WebSite"}, {"@type": "BlogPosting", "headline": "A"}]'), "title", "A"),
        (ld('{"@type": "WebPage", "name": "A – S", "mainEntity": {"@type": "Report", "headline": "A"}}'), "title", "A"),
        # wrapped, and ended by a sign of another language
        (ld('//<![CDATA[\n{"@type": "NewsArticle", "headline": "A"};\n//]]>'), "title", "A"),
        (ld('<!-- {"@type": "NewsArticle", "headline": "A"} -->'), "title", "A"),
        # line feeds inside of strings
        (ld('{"@type": "NewsArticle", "headline": "A\nB"}'), "title", "A B"),
        # entities and tags
        (ld('{"@type": "NewsArticle", "headline": "Bread &amp; <em>water</em>"}'), "title", "Bread & water"),
        (
            ld('{"@type": "NewsArticle", "author": [{"name": "A B"}, "C D", {"name": ["E F"]}]}'),
            "author",
            "A B, C D, E F",
        ),
        (ld('{"@type": "NewsArticle", "author": {"@id": "#1"}}') + ld('{"@id": "#1", "name": "A B"}'), "author", "A B"),
        (ld('{"@type": "NewsArticle", "author": "By Ann Bell"}'), "author", "Ann Bell"),
        (ld('{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "S"}}'), "outlet", "S"),
        (ld('{"@type": "NewsArticle", "publisher": "S"}'), "outlet", "S"),
        (ld('{"@type": "NewsArticle", "inLanguage": "fr-CA"}'), "language", "fr-CA"),
        (ld('{"@type": "NewsArticle", "mainEntityOfPage": "https://s.example/a"}'), "url", "https://s.example/a"),
        (
            ld('{"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://s.example/a"}}'),
            "url",
            "https://s.example/a",
        ),
        # what is broken is passed over, and the rest kept
        (ld('{"@type": "NewsArticle", "headline": "B",}') + ld('{"@type": "Article", "headline": "A"}'), "title", "A"),
        (ld("[" * 100_000) + meta("og:title", "A"), "title", "A"),
        (
            ld('{"@type": "NewsArticle", "headline": 5, "author": [null, {"x": 1}, 7]}') + meta("og:title", "A"),
            "title",
            "A",
        ),
        (ld('{"@type": "NewsArticle", "datePublished": ' + "9" * 10_000 + "}") + meta("og:title", "A"), "title", "A"),
        # a list of other articles
        (
            ld('{"@type": "ItemList", "itemListElement": [{"@type": "Article", "headline": "B"}]}')
            + meta("og:title", "A"),
            "title",
            "A",
        ),
        (meta("og:site_name", "S"), "outlet", "S"),
        (meta("article:author", "Ann Bell") + meta("article:author", "Carl Dorn"), "author", "Ann Bell, Carl Dorn"),
        (meta("dc.creator", "Ann Bell", "name"), "author", "Ann Bell"),
        (meta("parsely-author", "Ann Bell", "name"), "author", "Ann Bell"),
        (meta("AUTHOR", "Ann Bell", "NAME"), "author", "Ann Bell"),
        (meta("og:title", "Bread &amp; water"), "title", "Bread & water"),
        ('<link rel="canonical" href="https://s.example/a">', "url", "https://s.example/a"),
    ],
)
def test_believed_first(head, field, value):
    assert said(head, field)[0][0] == value


@pytest.mark.parametrize(
    ("head", "field"),
    [
        (meta("article:author", "https://social.example/ann"), "author"),
        (meta("author", "ann@s.example", "name"), "author"),
        (meta("author", "@annbell", "name"), "author"),
        (meta("author", "s.example", "name"), "author"),
        (meta("author", "Redaksi", "name"), "author"),
        (meta("twitter:label1", "Time to read", "name") + meta("twitter:data1", "4 minutes", "name"), "author"),
        (meta("author", "Admin", "name"), "author"),
        # the outlet is no author
        (meta("author", "The  Ledger", "name") + meta("og:site_name", "The Ledger"), "author"),
        (meta("author", "Newsroom The Ledger", "name") + meta("og:site_name", "The Ledger"), "author"),
        (ld('{"@type": "NewsArticle", "publisher": "S", "author": {"@type": "Organization", "name": "S"}}'), "author"),
        (meta("og:url", "javascript:alert(1)"), "url"),
        ('<link rel="canonical" href="/a">', "url"),
        (meta("publisher", "https://social.example/ledger", "name"), "outlet"),
        (meta("date", "Tuesday", "name"), "published"),
        (meta("date", "1970-01-01T00:00:00Z", "name"), "published"),
        (meta("date", "0001-01-01", "name"), "published"),
        (meta("date", "2024-13-45", "name"), "published"),
        (ld("null") + ld('"NewsArticle"') + ld("[]"), "outlet"),
    ],
)
def test_not_believed(head, field):
    assert said(head, field) == []


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ("<a rel='author' href='/ann'>Ann Bell</a>", "Ann Bell"),
        ("<span class='meta byline'>By <b>Ann Bell</b></span>", "Ann Bell"),
        ("<p class='author'>Share this story</p><p class='author'>Ann Bell</p>", "Ann Bell"),
        # of a comment, of another article, no name
        ("<div id='comments'><span class='author'>Ann Bell</span></div>", None),
        ("<aside><span class='author'>Ann Bell</span></aside>", None),
        ("<span class='author'>Newsroom</span>", None),
    ],
)
def test_bylines(body, author):
    assert said("", "author", body) == ([(author, "page")] if author else [])


def test_an_author_beside_the_outlet_stays():
    head = meta("author", "Ann Bell, The Ledger", "name") + meta("og:site_name", "The Ledger")
    assert said(head, "author") == [("Ann Bell", "meta")]


def test_a_name_that_begins_like_a_word_for_staff_is_a_name():
    assert said(meta("author", "Tim Burton", "name"), "author") == [("Tim Burton", "meta")]


def test_all_who_disagree_are_heard():
    head = ld('{"@type": "NewsArticle", "headline": "One", "datePublished": "2026-06-09"}')
    head += meta("og:title", "Two") + meta("dc.title", "Three", "name") + "<title>Four</title>"
    sources = [
        ("One", "json-ld"),
        ("Two", "opengraph"),
        ("Three", "meta"),
        ("River deal signed", "page"),
        ("Four", "page"),
    ]
    assert said(head, "title") == sources


@pytest.mark.parametrize(
    ("title", "head", "value", "outlet"),
    [
        ("River deal signed | The Ledger", "", "River deal signed", "The Ledger"),
        ("River deal signed - News - The Ledger", "", "River deal signed", "The Ledger"),
        ("The Ledger: River deal signed", "", "River deal signed", "The Ledger"),
        ("The Ledger » River deal signed", "", "River deal signed", "The Ledger"),
        ("RIVER DEAL SIGNED – The Ledger", "", "River deal signed", "The Ledger"),
        # another title than the heading: only a name that is known goes
        ("Deal on river - The Ledger", meta("og:site_name", "The Ledger"), "Deal on river", "The Ledger"),
        ("Deal on river - and on rain", "", "Deal on river - and on rain", None),
        # a dash of its own
        ("River deal - signed", "", "River deal - signed", None),
    ],
)
def test_the_outlet_is_no_part_of_the_title(title, head, value, outlet):
    head += f"<title>{title}</title>"
    body = "<h2>River deal signed</h2><p>The Ledger</p>" if "deal - " not in title else f"<h2>{title}</h2>"
    assert said(head, "title", body)[0][0] == value
    assert [one for one, _source in said(head, "outlet", body)][-1:] == ([outlet] if outlet else [])


def test_a_topic_before_a_colon_belongs_to_the_title():
    assert said(meta("og:title", "Water: River deal signed"), "title")[0][0] == "Water: River deal signed"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-06-09", "2026-06-09"),
        ("2026-06-09T23:30:00+07:00", "2026-06-09"),
        ("2026-06-09T23:30:00+0330", "2026-06-09"),
        ("2026-06-09T00:10:00.000Z", "2026-06-09"),
        ("2026-06-09T00:10:00.0000000Z", "2026-06-09"),
        ("2026-06-09 10:00 WIB", "2026-06-09"),
        ("20260609", "2026-06-09"),
        ("Tue, 09 Jun 2026 12:00:00 GMT", "2026-06-09"),
        ("1781006400", "2026-06-09"),
        ("1781006400000", "2026-06-09"),
        ("June 9, 2026", "2026-06-09"),
        ("9 June 2026 10:00", "2026-06-09"),
    ],
)
def test_days(value, day):
    assert said(meta("article:published_time", value), "published")[0][0][:10] == day


def test_days_are_read_as_the_language_of_the_page_writes_them():
    assert said(meta("date", "09/06/2026", "name"), "published", lang="id")[0][0] == "2026-06-09"
    assert said(meta("date", "09/06/2026", "name"), "published", lang="en-US")[0][0] == "2026-09-06"


def test_a_day_told_in_utc_is_the_local_one_where_the_page_tells_it():
    late = meta("article:published_time", "2026-06-09T21:00:00Z")
    assert said(late, "published")[0][0][:10] == "2026-06-09"
    assert said(late, "published", "<time datetime='2026-06-10T00:30:00+03:30'>x</time>")[0][0][:10] == "2026-06-10"
    assert said(late, "published", "<p>10 June 2026, 00:30</p>")[0][0][:10] == "2026-06-10"
    assert said(late, "published", "<p>9 June 2026</p><p>Read on: 10 June 2026</p>")[0][0][:10] == "2026-06-09"
    assert said(late, "published", "<p>8 June 2026</p>")[0][0][:10] == "2026-06-09"


def test_times_of_changes_and_of_the_furniture_are_none():
    body = "<nav><time datetime='2020-01-01'>x</time></nav><time class='updated' datetime='2020-01-02'>x</time>"
    assert said("", "published", body) == []
    today = "<header><time datetime='2020-01-03'>x</time></header>"
    own = "<article><header><time datetime='2020-01-04'>x</time></header></article>"
    assert said("", "published", today) == []
    assert said("", "published", today + own) == [("2020-01-04", "page")]
