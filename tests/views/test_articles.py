"""The article page and its original, as a journalist reads and an editor works with them."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client

from articles import search
from articles.models import Link, OutboxEntry, Statement, Utterance
from tests.factories import make_article, make_claim, make_person, make_quote
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db
TEXT = "Kapal itu tiba <di> dermaga.\n“Kami siap,” kata Rahma Wibowo."


def html_of(browser: Client, address: str, **headers: str) -> str:
    response = browser.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def column(html: str) -> str:
    """The article's text as the page has it."""
    found = re.search(r'<div class="passage text" id="text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert found
    return found[1]


def test_the_page_shows_where_the_article_comes_from(as_journalist: Client) -> None:
    article = make_article(TEXT, title="Kapal <b>tiba</b>", author="Dewi", published="2021-12-03", file="kapal.txt")
    html = html_of(as_journalist, article.get_absolute_url())
    for shown in ("Kapal &lt;b&gt;tiba&lt;/b&gt;", "Suluh Timur", "Dewi", "2021-12-03", "Indonesian", "kapal.txt"):
        assert shown in html
    assert f'href="/articles/{article.pk}/original/"' in html


@pytest.mark.parametrize(("language", "direction"), [("id", "ltr"), ("ar", "rtl"), ("fa", "rtl")])
def test_text_and_cards_carry_language_and_direction(language: str, direction: str, as_journalist: Client) -> None:
    article = make_article(TEXT, language=language)
    make_quote(article)
    html = html_of(as_journalist, article.get_absolute_url())
    assert f'id="text" lang="{language}" dir="{direction}" tabindex="-1" hx-disable' in html
    assert f'tabindex="0" dir="{direction}"' in html


def test_each_statement_is_marked_and_has_a_card_in_the_order_of_the_text(as_journalist: Client) -> None:
    article = make_article(TEXT)
    quote, claim = make_quote(article), make_claim(article)
    html = html_of(as_journalist, article.get_absolute_url())
    assert re.findall(r'id="card-(\d+)" data-item', html) == [str(claim.pk), str(quote.pk)]
    assert re.findall(r'id="statement-(\d+)"', column(html)) == [str(claim.pk), str(quote.pk)]


def test_the_card_of_a_claim_shows_its_figures_and_dates(as_journalist: Client) -> None:
    article = make_article("Sedikitnya 1.300 <b>rumah</b> hancur pada 9 Juni 2026.")
    figure = {"start": 11, "end": 16, "text": "1.300", "value": "1300", "to": None, "unit": "person", "bound": "over"}
    house = {"start": 17, "end": 29, "text": "<b>rumah", "value": "7", "to": None, "unit": "<b>rumah", "bound": ""}
    day = {"start": 42, "end": 53, "text": "9 Juni 2026", "first": "2026-06-09", "last": "2026-06-09"}
    make_claim(article, article.text, facts={"figures": [figure, house], "dates": [day]})
    html = html_of(as_journalist, article.get_absolute_url())
    assert "≥ 1,300 people" in html and "June 9, 2026" in html
    assert '7 <span lang="id">&lt;b&gt;rumah</span>' in html


def test_a_journalist_sees_no_buttons_and_an_editor_all(as_journalist: Client, as_editor: Client) -> None:
    article = make_article(TEXT)
    make_quote(article)
    reading, working = (html_of(browser, article.get_absolute_url()) for browser in (as_journalist, as_editor))
    for key in "cxetslqmvu":
        assert f'data-key="{key}"' in working
        assert f'data-key="{key}"' not in reading


def test_a_card_tells_who_and_how(as_journalist: Client) -> None:
    article = make_article(TEXT)
    person = make_person("Rahma Wibawa")
    make_quote(article, speaker=person, role="Menteri", said_when="hari Rabu", place="Jakarta", occasion="jumpa pers",
               relayed_by="Antara", note="Dua <i>baris</i>", unsure=True)  # fmt: skip
    html = html_of(as_journalist, article.get_absolute_url())
    for shown in (
        "Quote, direct", "Rahma Wibawa", "as named here:", "Rahma Wibowo", "Menteri", "kata", "hari Rabu", "Jakarta",
        "jumpa pers", "Antara", "Dua &lt;i&gt;baris&lt;/i&gt;", "unsure", f'href="/people/{person.pk}/"',
    ):  # fmt: skip
        assert shown in html


def test_a_card_counts_reports_and_proposed_links(as_journalist: Client) -> None:
    quote = make_quote(make_article(TEXT))
    others = [make_quote(make_article(TEXT + " " * n)) for n in (1, 2, 3)]
    Link.objects.create(a=quote, b=others[0], relation="same", status="confirmed")
    Link.objects.create(a=others[1], b=quote, relation="same")
    Link.objects.create(a=quote, b=others[2], relation="same", status="rejected")
    Utterance.objects.regroup([quote.pk])
    html = html_of(as_journalist, quote.article.get_absolute_url())
    assert "3 reports" in html and "1 proposed link" in html


def test_rejected_statements_show_only_when_asked_for(as_journalist: Client) -> None:
    article = make_article(TEXT)
    quote = make_quote(article, status="rejected")
    assert f"statement-{quote.pk}" not in html_of(as_journalist, article.get_absolute_url())
    assert f"statement-{quote.pk}" in html_of(as_journalist, f"{article.get_absolute_url()}?rejected=1")


def test_removed_passages_show_only_when_asked_for(as_journalist: Client) -> None:
    article = make_article(TEXT, removed=[{"at": 0, "text": "Leave a Reply", "reason": "comments"}])
    assert "Leave a Reply" not in html_of(as_journalist, article.get_absolute_url())
    shown = html_of(as_journalist, f"{article.get_absolute_url()}?removed=1")
    assert re.search(r'class="removed"[^>]*><span class="removed-what">comments</span> Leave a Reply', shown)


def test_words_are_found_in_the_article_and_kept_in_the_address(as_journalist: Client) -> None:
    article = make_article(TEXT, removed=[{"at": 0, "text": "x", "reason": "caption"}])
    html = html_of(as_journalist, f"{article.get_absolute_url()}?find=KAPAL")
    assert '<mark class="is-current" data-hit="1" id="hit-1">Kapal</mark>' in html and ">1</span> of 1" in html
    assert "?find=KAPAL&amp;removed=1" in html


FERRIES = "Kapal itu tiba. Perkapalan ramai. Kapalnya kapal kayu."


@pytest.mark.parametrize(
    ("asked", "marked", "at", "before", "after"),
    [
        # In whatever form the text has it.
        ("find=kapal", ["Kapal", "Perkapalan", "Kapalnya", "kapal"], 1, 4, 2),
        ("find=kapal&at=4", ["Kapal", "Perkapalan", "Kapalnya", "kapal"], 4, 3, 1),
        # A number that there is no place for is that of the nearest.
        ("find=kapal&at=99", ["Kapal", "Perkapalan", "Kapalnya", "kapal"], 4, 3, 1),
        ("find=kapal&at=x", ["Kapal", "Perkapalan", "Kapalnya", "kapal"], 1, 4, 2),
        # A phrase, as in a search.
        ("find=%22kapal+kayu%22", ["kapal kayu"], 1, None, None),
    ],
)
def test_one_goes_from_place_to_place_without_scripts(
    asked: str, marked: list[str], at: int, before: int | None, after: int | None, as_journalist: Client
) -> None:
    html = html_of(as_journalist, f"{make_article(FERRIES).get_absolute_url()}?{asked}")
    assert re.findall(r"<mark[^>]*data-hit[^>]*>([^<]*)</mark>", html) == marked
    assert re.findall(r'class="is-current" data-hit="(\d+)"', html) == [str(at)]
    assert f'<span id="place">{at}</span> of {len(marked)}' in html
    assert re.findall(r'data-step="[^"]*" rel="\w+" href="[^"]*at=(\d+)#hit-\1"', html) == [
        str(number) for number in (before, after) if number
    ]


def test_what_a_search_finds_in_translation_is_found_in_the_article_too(as_journalist: Client) -> None:
    article = make_article(FERRIES)
    OutboxEntry.objects.note([article.pk])
    search.drain()
    html = html_of(as_journalist, f"{article.get_absolute_url()}?find=ship")
    assert "<mark" in html and ">Kapal</mark>" in html


@pytest.mark.parametrize("words", ["kereta", "!!!", "-kapal"])
def test_what_is_not_in_the_article_is_said_not_to_be(words: str, as_journalist: Client) -> None:
    html = html_of(as_journalist, f"{make_article(FERRIES).get_absolute_url()}?{urlencode({'find': words})}")
    assert "nothing found" in html and "data-hit" not in html and "data-step" not in html


def test_htmx_gets_the_text_alone(as_journalist: Client) -> None:
    html = html_of(as_journalist, make_article(TEXT).get_absolute_url(), **HTMX)
    assert 'id="text"' in html and "<html" not in html and 'id="margin"' not in html


def test_an_article_without_statements_says_so(as_journalist: Client) -> None:
    assert "No quotes or claims were found" in html_of(as_journalist, make_article(TEXT).get_absolute_url())


def test_the_number_of_queries_does_not_grow_with_the_statements(
    as_editor: Client, django_assert_max_num_queries
) -> None:
    article = make_article(" ".join(f"Kalimat ke-{n}." for n in range(30)))
    for n in range(30):
        make_quote(article, f"ke-{n}.", speaker=make_person(f"Orang {n}"))
    with django_assert_max_num_queries(12):
        as_editor.get(article.get_absolute_url())
    assert Statement.objects.count() == 30


def test_an_article_that_is_not_there_is_not_found(as_journalist: Client) -> None:
    for number in (999, 2**64):
        assert as_journalist.get(f"/articles/{number}/").status_code == 404
        assert as_journalist.get(f"/articles/{number}/original/").status_code == 404


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("kapal.txt", "kapal.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\kapal.html", "kapal.html"),
        ('<img onerror=x>\r\n".html', "_img onerror=x____.html"),
        ("سفينة.txt", "%D8%B3%D9%81%D9%8A%D9%86%D8%A9.txt"),
        ("..", "original"),
    ],
)
def test_the_original_is_a_download_to_the_byte(name: str, offered: str, as_journalist: Client, data_dir: Path) -> None:
    article = make_article(TEXT, file=name)
    data = b"<script>alert(1)</script>\x00\xff"
    article.original.path.parent.mkdir(parents=True)
    article.original.path.write_bytes(data)
    response = as_journalist.get(f"/articles/{article.pk}/original/")
    assert b"".join(response.streaming_content) == data
    assert response["Content-Disposition"].startswith("attachment;") and offered in response["Content-Disposition"]
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/octet-stream"


def test_an_original_that_is_missing_is_a_page_that_says_so(as_journalist: Client) -> None:
    assert as_journalist.get(f"/articles/{make_article(TEXT).pk}/original/").status_code == 404


def test_nobody_reads_without_signing_in(as_outsider: Client) -> None:
    article = make_article(TEXT)
    for address in (article.get_absolute_url(), f"/articles/{article.pk}/original/"):
        assert as_outsider.get(address)["Location"].startswith("/accounts/login/")
