"""Why a field says what it says: the source that gave it, the words it was read from, and what else was found."""

from datetime import date

import pytest

from articles.importing.headings import read_heading
from articles.importing.leftovers import left_out
from articles.records import EVIDENCE_SOURCES, EVIDENT_FIELDS, Evidence
from articles.text.cleaning import clean
from tests.measures import pages

TITLE = "Perjanjian Air Akhirnya Diteken di Ibu Kota"
BODY = (
    "BANDUNG - Pemerintah menandatangani perjanjian air dengan negara tetangga pada Selasa malam.\n\n"
    "Naskah setebal empat belas halaman itu diteken dua menteri setelah perundingan selama sebelas bulan.\n"
)
PAGE = f"Kabar Hulu\nNasional   Ekonomi   Olahraga\n{TITLE}\nOleh Sari Wulan\n3 Mei 2024\n\n{BODY}"


def heading(*hints, page=PAGE):
    found, _ = read_heading(clean(page, "id"), page, hints, "id")
    return found


def evidence(field, *hints, page=PAGE):
    return [(one.value, one.source, one.text) for one in heading(*hints, page=page).evidence if one.field == field]


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("title", (TITLE, "heading", "")),
        ("outlet", ("Kabar Hulu", "masthead", "Kabar Hulu")),
        ("author", ("Sari Wulan", "byline", "Oleh Sari Wulan")),
        ("published", ("2024-05-03", "date line", "3 Mei 2024")),
        ("dateline", ("BANDUNG -", "dateline", "")),
    ],
)
def test_lines_of_the_page(field, found):
    assert evidence(field) == [found]


@pytest.mark.parametrize(
    ("hint", "first", "then"),
    [
        # what a page says of itself is believed before its lines, which stay as another choice
        (
            Evidence("published", "2024-05-02T21:00:00Z", "json-ld"),
            ("2024-05-02", "json-ld"),
            ("2024-05-03", "date line"),
        ),
        (Evidence("author", "Budi Santosa", "meta"), ("Budi Santosa", "meta"), ("Sari Wulan", "byline")),
        (Evidence("title", "Air untuk Semua", "json-ld"), ("Air untuk Semua", "json-ld"), (TITLE, "heading")),
        # what an office program or an address says is not
        (Evidence("title", "Dokumen1", "properties"), (TITLE, "heading"), ("Dokumen1", "properties")),
        (Evidence("published", "2024-05-09", "properties"), ("2024-05-03", "date line"), ("2024-05-09", "properties")),
        (
            Evidence("url", "https://www.kabarhulu.co.id/2024/05/04/air", "record"),
            ("2024-05-03", "date line"),
            ("2024-05-04", "domain"),
        ),
    ],
)
def test_who_is_believed_first(hint, first, then):
    field = hint.field if hint.field != "url" else "published"
    assert [one[:2] for one in evidence(field, hint)] == [first, then]


def test_the_line_that_metadata_name_is_the_title():
    said = Evidence("title", f"{TITLE} - Kabar Hulu", "opengraph")
    assert evidence("title", said)[0] == (TITLE, "opengraph", f"{TITLE} - Kabar Hulu")


@pytest.mark.parametrize(
    ("hint", "value", "text"),
    [
        # days as they are written, in every calendar
        (Evidence("published", "Rabu (20/10/2021)", "column"), "2021-10-20", "Rabu (20/10/2021)"),
        (Evidence("published", "10.20.2021", "column"), "2021-10-20", "10.20.2021"),
        (Evidence("published", "2021-10-20T23:30:00+07:00", "record"), "2021-10-20", "2021-10-20T23:30:00+07:00"),
        # a name without its byline word, an outlet by its address
        (Evidence("author", "Oleh Budi Santosa", "column"), "Budi Santosa", "Oleh Budi Santosa"),
        (
            Evidence("outlet", "https://www.kabarhulu.co.id/", "column"),
            "kabarhulu.co.id",
            "https://www.kabarhulu.co.id/",
        ),
    ],
)
def test_words_of_a_hint_are_kept_beside_what_they_mean(hint, value, text):
    assert evidence(hint.field, hint)[0] == (value, hint.source, text)


@pytest.mark.parametrize(
    "hint",
    [
        Evidence("author", "https://kabarhulu.example/budi", "meta"),
        Evidence("author", "redaksi@kabarhulu.example", "meta"),
        Evidence("author", "Redaksi", "meta"),
        Evidence("author", "Kabar Hulu", "meta"),
        Evidence("published", "kemarin", "meta"),
        Evidence("url", "javascript:alert(1)", "record"),
    ],
)
def test_what_cannot_be_right_is_no_evidence(hint):
    assert all(one.source != hint.source for one in heading(hint).evidence)


def test_a_domain_names_the_outlet_where_nothing_else_does():
    url = Evidence("url", "https://berita.kabarhulu.co.id/air", "record")
    assert evidence("outlet", url, page=f"{TITLE}\n\n{BODY}") == [("kabarhulu.co.id", "domain", url.value)]


def test_a_lunar_day_alone_is_told_apart():
    assert evidence("published", page=f"{TITLE}\n13 جمادى الآخرة 1447\n\n{BODY}") == []
    page = (
        "اتفاق جديد على مياه النهر بين البلدين\n13 جمادى الآخرة 1447هـ\n\n"
        + "وقعت الحكومتان اتفاقا جديدا على مياه النهر المشترك بين البلدين."
    )
    found, _ = read_heading(clean(page, "ar"), page, (), "ar")
    assert [(one.source, one.value) for one in found.evidence if one.field == "published"] == [("moon", "2025-12-04")]
    assert found.published == date(2025, 12, 4)


@pytest.mark.parametrize("page", pages.written(), ids=lambda page: page.name)
def test_every_field_that_has_a_value_has_its_evidence_first(page):
    found = pages.article(page)
    first = {}
    for one in found.evidence:
        assert one.field in EVIDENT_FIELDS and one.source in EVIDENCE_SOURCES
        first.setdefault(one.field, one.value)
    fields = {name: getattr(found, name) or "" for name in EVIDENT_FIELDS}
    assert first == {name: str(value) for name, value in fields.items() if value}


@pytest.mark.parametrize(
    ("text", "page", "removed"),
    [
        # before, between and after the lines of the text
        ("Satu.\nDua.", "Menu\nSatu.\nIklan\nDua.\nKomentar", [(0, "Menu\n"), (6, "Iklan\n"), (10, "Komentar\n")]),
        # blanks are no difference, and a paragraph may be several lines of the page
        ("Satu dua tiga empat lima enam tujuh.", "Satu dua tiga empat lima\nenam tujuh.\nTag", [(36, "Tag\n")]),
        # a line that the page does not show takes nothing from it
        ("Satu.\nTiga.\nDua.", "Satu.\nDua.", []),
        ("Satu.", "Satu.", []),
    ],
)
def test_what_a_page_shows_besides_its_text_stays_on_record(text, page, removed):
    assert [(one.at, one.text) for one in left_out(text, page)] == removed
