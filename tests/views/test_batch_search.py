"""Batch search: a list of terms by hits, on the page and as CSV; nothing typed is lost, nothing is left out in silence."""

import csv
import io
import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles import search
from articles.exporting.tables import plain
from articles.models import OutboxEntry
from articles.views import batch_search
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(db: None) -> None:
    ship = make_article("Kapal itu tiba. “Kami siap,” kata Rahma Wibowo.", published=date(2021, 10, 20))
    make_quote(ship)
    made = [
        ship,
        make_article("Kapal lain tiba.", published=date(2020, 3, 1)),
        make_article("Feri tiba.", title="Feri"),
    ]
    OutboxEntry.objects.note([article.pk for article in made])
    search.drain()


def ask(browser: Client, terms: str = "", **data: Any) -> Any:
    return browser.post(reverse("batch-search"), {"terms": terms, **data})


def rows(html: str) -> list[list[str]]:
    """The cells of the table, as words."""
    lines = re.findall(r"<tr data-item.*?</tr>", html, re.S)
    cells = [re.findall(r"<t[hd].*?</t[hd]>", line, re.S) for line in lines]
    return [[" ".join(re.sub("<[^>]+>", " ", cell).split()) for cell in line] for line in cells]


def table(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def file(text: str | bytes, name: str = "terms.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def test_each_term_has_its_hits_in_articles_and_quotes_and_its_days(as_journalist: Client) -> None:
    page = ask(as_journalist, "kapal\n\n  siap  \ntak ada\nferi").content.decode()
    assert rows(page) == [
        ["kapal", "2", "0", "March 1, 2020", "Oct. 20, 2021", ""],
        ["siap", "1", "1", "Oct. 20, 2021", "Oct. 20, 2021", ""],
        ["tak ada", "0", "0", "", "", ""],
        ["feri", "1", "0", "", "", ""],
    ]
    assert "4 terms, 3 of them found in articles" in page


def test_a_term_is_what_the_search_box_takes_and_leads_to_its_results(as_journalist: Client) -> None:
    page = ask(as_journalist, '"kapal itu"\nkapal -lain').content.decode()
    assert [row[:2] for row in rows(page)] == [["&quot;kapal itu&quot;", "1"], ["kapal -lain", "1"]]
    assert 'href="/?q=%22kapal+itu%22"' in page
    assert 'href="/?q=siap&amp;said=1"' in ask(as_journalist, "siap").content.decode()


def test_what_is_added_holds_for_each_line(as_journalist: Client) -> None:
    page = ask(as_journalist, "kapal\nferi", also="lain").content.decode()
    assert [row[:2] for row in rows(page)] == [["kapal", "1"], ["feri", "0"]]
    assert 'href="/?q=lain+kapal"' in page and 'value="lain"' in page


def test_terms_can_be_searched_for_without_other_spellings_and_translations(as_journalist: Client) -> None:
    assert rows(ask(as_journalist, "سفينة").content.decode())[0][1] == "2"
    page = ask(as_journalist, "سفينة\nkapal", exact="on").content.decode()
    assert [row[1] for row in rows(page)] == ["0", "2"] and "as typed" in page
    assert 'href="/?q=kapal&amp;names=0&amp;translated=0"' in page and 'name="exact" value="on"' in page
    assert 'name="exact" id="id_exact" checked' in page


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("!!!", "There is no word in this line."),
        ('"kapal itu', "is never closed"),
        ("kapal " * 60, "Only the first 300 characters"),
    ],
)
def test_a_line_that_was_not_understood_says_so(term: str, told: str, as_journalist: Client) -> None:
    assert told in rows(ask(as_journalist, f"feri\n{term}").content.decode())[1][5]
    noted = table(ask(as_journalist, f"feri\n{term}", csv=1))
    assert not noted[0]["notes"] and told in noted[1]["notes"] and "<" not in noted[1]["notes"]


@pytest.mark.parametrize(
    ("name", "data", "terms"),
    [
        ("terms.txt", "kapal\r\nferi\r\n", ["kapal", "feri"]),
        # As editors and spreadsheets write it.
        ("terms.txt", b"\xef\xbb\xbfkapal\n", ["kapal"]),
        ("TERMS.TXT", "kapal\nferi".encode("utf-16"), ["kapal", "feri"]),
        # The first column, whatever parts it from the next.
        ("terms.csv", 'kapal,ship\n"feri, besar",ferry\n', ["kapal", "feri, besar"]),
        ("terms.csv", "kapal;ship\nferi;ferry\n", ["kapal", "feri"]),
        ("terms.csv", 'kapal\n"dua\nbaris"\n\n', ["kapal", "dua baris"]),
        ("terms.tsv", "kapal, itu\tship\n", ["kapal, itu"]),
    ],
)
def test_terms_come_from_a_file_too_and_stand_in_the_field_then(
    name: str, data: str | bytes, terms: list[str], as_journalist: Client
) -> None:
    page = ask(as_journalist, "siap", file=file(data, name)).content.decode()
    assert [row[0] for row in rows(page)] == ["siap", *terms]
    assert ">\n" + "\n".join(["siap", *terms]) + "</textarea>" in page


@pytest.mark.parametrize(
    ("terms", "sent", "told"),
    [
        ("  \n ", None, "There is no term yet"),
        ("feri", file("x" * 1_000_001), "terms.txt is larger than 1 MB"),
        ("feri", file(b"caf\xe9\n"), "terms.txt is not written in UTF-8"),
        ("feri", file(b"a\x00b\n"), "terms.txt is not written in UTF-8"),
        ("feri", file(b"\xff\xfe\x00\xd8"), "terms.txt is not written in UTF-8"),
        ("feri", file("kapal", "terms.docx"), "terms.docx is no text file and no table"),
        ("feri", file("x" * 140_000, "terms.csv"), "terms.csv cannot be read as a table"),
        ("feri", file(b""), "empty"),
        ("feri " * 200_001, None, "more than a million characters"),
        ("feri\x00", None, "Null characters"),
    ],
)
def test_what_is_refused_says_why_and_what_was_typed_stays(
    terms: str, sent: Any, told: str, as_journalist: Client
) -> None:
    if sent:
        sent.seek(0)
    answer = ask(as_journalist, terms, **({"file": sent} if sent else {}))
    page = answer.content.decode()
    assert answer.status_code == 422 and told in page and not rows(page)
    assert f">\n{terms}</textarea>" in page


def test_a_fault_in_what_is_added_would_be_one_of_every_line(as_journalist: Client) -> None:
    answer = ask(as_journalist, "kapal\nferi", also='"lain')
    assert answer.status_code == 422 and "This was not understood" in answer.content.decode()


def test_more_than_five_hundred_are_searched_for_in_portions(as_journalist: Client) -> None:
    terms = [f"kapal {number}" for number in range(503)]
    page = ask(as_journalist, "\n".join(terms)).content.decode()
    assert len(rows(page)) == 500 and "At most 500 terms" in page and "3 terms are left." in page
    assert ">\n" + "\n".join(terms[500:]) + "</textarea>" in page
    assert [row["notes"] for row in table(ask(as_journalist, "\n".join(terms), csv=1))][498:] == [""] * 2 + [
        "not searched for"
    ] * 3


def test_when_the_time_is_up_the_rest_is_shown_and_can_be_searched_for(
    as_journalist: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.search.many.SECONDS", 0)
    page = ask(as_journalist, "kapal\nferi\nsiap", also="tiba").content.decode()
    assert [row[0] for row in rows(page)] == ["kapal"] and "The time for one batch was up." in page
    left = page[page.index("Not searched for yet") :]
    assert ">\nferi\nsiap</textarea>" in left and 'name="also" value="tiba"' in left
    # What is downloaded is what the table shows.
    assert re.findall(r'name="terms" hidden>\s*kapal</textarea>', page)


def test_the_table_can_be_downloaded(as_journalist: Client) -> None:
    answer = ask(as_journalist, "kapal\nضضض", csv=1)
    assert answer["Content-Type"] == "text/csv; charset=utf-8" and "newsdesk-terms.csv" in answer["Content-Disposition"]
    first, second = table(answer)
    assert first == {
        "term": "kapal", "articles": "2", "quotes": "0", "first": "2020-03-01", "last": "2021-10-20",
        "address": "http://testserver/?q=kapal", "notes": "",
    }  # fmt: skip
    assert second["term"] == "ضضض" and second["first"] == ""


@pytest.mark.parametrize("term", ["=1+1", "+kapal", "-kapal", "@SUM(A1)", "'=1+1", "=cmd|' /C calc'!A0"])
def test_no_cell_begins_as_a_formula(term: str, as_journalist: Client) -> None:
    for answer in (ask(as_journalist, term, csv=1), ask(as_journalist, "x\n" * 500 + term, csv=1)):
        row = table(answer)[-1]
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert plain(row["term"]) == term


def test_without_an_index_the_terms_are_kept(as_journalist: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.search.many.tally", lambda query: None)
    page = ask(as_journalist, "kapal\nferi").content.decode()
    assert "Search is not available" in page and ">\nkapal\nferi</textarea>" in page and not rows(page)


def test_markup_in_a_term_stays_words(as_journalist: Client) -> None:
    page = ask(as_journalist, "<script>alert(1)</script>\n</textarea><img src=x>", also="<b>").content.decode()
    assert "<script>alert" not in page and "<img" not in page and "<b>" not in page


def test_the_empty_page_says_how_many_terms_it_takes(as_journalist: Client) -> None:
    assert f"at most {batch_search.MOST}" in as_journalist.get(reverse("batch-search")).content.decode()
