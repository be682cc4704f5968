"""JSON and JSON Lines as crawlers, programs and programmers write them."""

import json
from datetime import date

import pytest

from articles.importing import parts, read
from articles.records import Flaw, ImportedDocument, UnreadableFile

RIVER = "KERMANSHAH, Iran — Iran and Iraq agreed on Tuesday on how to share a river that had all but dried up."
FERRY = "Seven people died in the fire on the ferry, the commission said on Monday."


def as_json(found):
    return json.dumps(found, ensure_ascii=False).encode()


def lines(*found):
    return b"\n".join(one if isinstance(one, bytes) else as_json(one) for one in found)


def split(name, data):
    found = list(parts(name, data))
    return [one for one in found if isinstance(one, ImportedDocument)], [one for one in found if isinstance(one, Flaw)]


def test_an_article_of_schema_org():
    (found,) = read(
        "river.json",
        as_json(
            {
                "@type": "NewsArticle",
                "headline": "River deal",
                "articleBody": f"{RIVER}\n\nREAD MORE: Our series on water\n\nTalks resume in October.",
                "datePublished": "2025-12-03T22:10:00+03:00",
                "author": [{"@type": "Person", "name": "Dolores Kettering"}, {"name": "Sam Oyelaran"}],
                "publisher": {"name": "Tidewater Tribune", "logo": {"url": "https://t.example/logo.png"}},
                "image": {"url": "https://t.example/river.png"},
                "url": "https://t.example/river",
            }
        ),
    )
    assert (found.title, found.outlet) == ("River deal", "Tidewater Tribune")
    assert (found.author, found.published) == ("Dolores Kettering, Sam Oyelaran", date(2025, 12, 3))
    assert found.url == "https://t.example/river"
    assert found.text == f"{RIVER}\n\nTalks resume in October."


# Where programs put title and text of an article.
@pytest.mark.parametrize(
    "found",
    [
        {"title": "River", "text": RIVER},
        [{"title": "River", "text": RIVER}],
        {"status": "ok", "total": 1, "articles": [{"title": "River", "content": RIVER}]},
        {"data": {"items": [{"headline": "River", "body": RIVER}]}},
        {"hits": {"total": 1, "hits": [{"_id": "1", "_source": {"title": "River", "maintext": RIVER}}]}},
        {"content": [{"title": "River", "text": RIVER}], "totalPages": 1},
        {"title": {"rendered": "River"}, "content": {"rendered": f"<p>{RIVER}</p>", "protected": False}},
        {"source": {"name": "x"}, "article": {"title": "River", "text": RIVER}},
        {"title": "River", "body": [{"type": "paragraph", "text": RIVER}, {"type": "image", "src": "x.png"}]},
        {"title": "River", "paragraphs_of_it": f"{RIVER} " * 3},
        {"judul": "River", "isi": RIVER},
        {"заголовок": "River", "текст": RIVER},
        {"post_title": "River", "post_content": RIVER, "post_status": "publish"},
    ],
)
def test_an_article_is_found_wherever_it_stands(found):
    (article,) = read("crawl.json", as_json(found))
    assert article.title == "River"
    assert article.text.startswith(RIVER)


# What crawlers, news services and editorial systems write, and the fields in it.
@pytest.mark.parametrize(
    ("found", "fields"),
    [
        (
            {"title": "River", "text": RIVER, "authors": ["A B"], "publish_date": "2025-12-03T10:00:00Z", "source_url": "https://t.example", "url": "https://t.example/1", "meta_description": "Short."},
            ("", "A B", date(2025, 12, 3), "https://t.example/1", "Short."),
        ),
        (
            {"title": "River", "maintext": RIVER, "date_download": "2026-01-01", "date_publish": "2025-12-03 10:00:00", "source_domain": "t.example", "url": "https://t.example/1"},
            ("t.example", "", date(2025, 12, 3), "https://t.example/1", ""),
        ),
        (
            {"title": "River", "text": RIVER, "date": "2025-12-03", "source": "https://t.example/1", "source-hostname": "Tidewater", "excerpt": "Short."},
            ("Tidewater", "", date(2025, 12, 3), "https://t.example/1", "Short."),
        ),
        (
            {"title": "River", "body": RIVER, "dateTimePub": "2025-12-03T10:00:00Z", "source": {"uri": "t.example", "title": "Tidewater"}, "authors": [{"name": "A B"}]},
            ("Tidewater", "A B", date(2025, 12, 3), "", ""),
        ),
        (
            {"webPublicationDate": "2025-12-03T10:00:00Z", "webUrl": "https://t.example/1", "fields": {"headline": "River", "byline": "A B", "bodyText": RIVER, "trailText": "Short."}},
            ("", "A B", date(2025, 12, 3), "https://t.example/1", "Short."),
        ),
        (
            {"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "River", "content_html": f"<p>{RIVER}</p>", "date_published": "2025-12-03", "url": "https://t.example/1"}]},
            ("", "", date(2025, 12, 3), "https://t.example/1", ""),
        ),
        (
            {"title": [{"value": "River"}], "body": [{"value": f"<p>{RIVER}</p>", "summary": ""}], "created": [{"value": "2025-12-03T10:00:00"}], "field_author": [{"value": "A B"}]},
            ("", "A B", date(2025, 12, 3), "", ""),
        ),
        (
            {"_id": {"$oid": "5"}, "title": "River", "content": RIVER, "published_at": {"$date": "2025-12-03T10:00:00Z"}, "source": {"name": "Tidewater"}},
            ("Tidewater", "", date(2025, 12, 3), "", ""),
        ),
    ],
    ids=["scraper", "crawler", "extractor", "registry", "newspaper", "feed", "system", "database"],
)  # fmt: skip
def test_fields_of_many_programs(found, fields):
    (article,) = read("crawl.json", as_json(found))
    outlet, *others = fields
    assert (article.title, article.text) == ("River", RIVER)
    # without a name for it, the address of the article stands for its outlet
    assert article.outlet == outlet or (not outlet and article.outlet in ("", "t.example"))
    assert [article.author, article.published, article.url, article.standfirst] == others


def test_lines_of_several_languages():
    found = read(
        "crawl.jsonl",
        lines(
            {"title": "Feri", "isi": "TANGIER - Komisi menyerahkan laporan akhirnya pada Senin, kata ketua komisi itu.", "source": {"name": "Warta Selat"}},
            {"title": "Паром", "body": "КАЗАНЬ, 3 декабря. Комиссия завершила расследование, сообщил министр.", "date": 1764748800},
            {"titre": "Feu", "texte": "TANGER — La commission a rendu son rapport lundi, a déclaré le ministre.", "date de publication": "03/12/2025"},
        ),
    )  # fmt: skip
    assert [(one.part, one.title, one.language) for one in found] == [
        (0, "Feri", "id"),
        (1, "Паром", "ru"),
        (2, "Feu", "fr"),
    ]
    assert found[0].outlet == "Warta Selat"
    assert [one.published for one in found[1:]] == [date(2025, 12, 3)] * 2


def test_days_of_all_records_are_read_in_one_order():
    rows = [{"text": RIVER, "date": "03/12/2025"}, {"text": FERRY, "date": "14/12/2025"}]
    assert [one.published for one in read("a.json", as_json(rows))] == [date(2025, 12, 3), date(2025, 12, 14)]


def test_records_that_cannot_be_read_are_told_by_number():
    found, flaws = split(
        "crawl.jsonl", lines({"text": RIVER}, b'{"text": "brok', [1, 2], b"", {"id": 1}, {"text": FERRY})
    )
    assert [(one.part, one.text) for one in found] == [(0, RIVER), (1, FERRY)]
    assert [str(flaw.notice).split(":")[1].split(" and")[0].strip() for flaw in flaws] == [
        "line 2 is no valid JSON",
        "record 3 has no text",
        "record 5 has no text",
    ]


def test_of_a_key_that_stands_twice_the_last_is_taken_with_a_warning():
    (found,), flaws = split("a.json", b'{"text": "no", "text": ' + as_json(RIVER) + b"}")
    assert found.text == RIVER
    assert "stand twice" in flaws[0].notice and flaws[0].notice.endswith(": text.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'"only a string"', "no object"),
        (b"[1, 2, 3]", "no object"),
        (b'{"price": 3}', "no object"),
        (b"[]", "no object"),
        (b'{"text": "abc"', "broken"),
        (b"{'text': 'abc'}", "broken"),
        (b'[{"id": 1}]', "record 1 has no text"),
    ],
)
def test_refused_with_a_reason(data, reason):
    with pytest.raises(UnreadableFile, match=reason):
        read("a.json", data)
