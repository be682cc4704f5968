"""What editors taught about an outlet's files, applied to its next ones."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing import parts
from articles.importing.recipes import put_back, recipe_for, taught, without_litter
from articles.records import Evidence, ImportedDocument, Recipe, Removal
from articles.text.normalising import normalise

PAGE = """Kabar Dermaga
Beranda | Nasional | Olahraga
Panglima Armada Buka Galangan Baru - Kabar Dermaga
Diterbitkan 03/04/2026 pukul 10.05

SURABAYA, Kabar Dermaga – Panglima Armada, Laksamana Rahmat Baqeri, membuka galangan kapal baru di Surabaya.

Dukung kami dengan berlangganan edisi 1.204 ya kawan pembaca yang budiman.

“Galangan ini akan memperbaiki dua belas kapal patroli setiap tahun sampai akhir dasawarsa,” (lihat bagan 7 di bawah) kata Baqeri pada konferensi pers hari Rabu.

Galangan itu dibangun selama empat tahun dan mempekerjakan tiga ratus orang dari kampung sekitarnya.
"""
LITTER = ("Dukung kami dengan berlangganan edisi # ya kawan pembaca yang budiman.", "… (lihat bagan # di bawah)")


def read(recipe: Recipe | None = None, page: str = PAGE) -> ImportedDocument:
    (found,) = parts("kabar.txt", page.encode(), recipes=(Recipe("Lain"), recipe) if recipe else ())
    assert isinstance(found, ImportedDocument)
    return found


def whole(document: ImportedDocument) -> str:
    text, position = "", 0
    for one in document.removed:
        text += document.text[position : one.at] + one.text
        position = one.at
    return text + document.text[position:]


def test_a_recipe_cuts_litter_and_finds_fields_with_evidence() -> None:
    recipe = Recipe("Kabar Dermaga", (), "{title} - Kabar Dermaga", "Diterbitkan {month}/{day}/{year}", LITTER)
    found = read(recipe)
    assert (found.title, found.published) == ("Panglima Armada Buka Galangan Baru", date(2026, 3, 4))
    assert found.evidence[:2] == (
        Evidence("title", found.title, "recipe", "Panglima Armada Buka Galangan Baru - Kabar Dermaga"),
        Evidence("published", "2026-03-04", "recipe", "Diterbitkan 03/04/2026 pukul 10.05"),
    )
    assert "Dukung kami" not in found.text and "bagan" not in found.text
    assert "dasawarsa,” kata Baqeri" in found.text
    cut = [one.text for one in found.removed if one.reason == "recipe"]
    assert cut == [
        "Dukung kami dengan berlangganan edisi 1.204 ya kawan pembaca yang budiman.\n\n", "(lihat bagan 7 di bawah) "
    ]  # fmt: skip
    assert whole(found) == normalise(PAGE).text


def test_without_a_recipe_nothing_is_different() -> None:
    assert read() == read(Recipe("Kabar Dermaga")) == read(Recipe("Warta Selat", litter=LITTER))


def test_another_name_of_the_outlet_leads_to_it() -> None:
    found = read(Recipe("Dermaga Grup", ("KABAR  dermaga",)))
    assert (found.outlet, found.evidence[0]) == (
        "Dermaga Grup",
        Evidence("outlet", "Dermaga Grup", "recipe", "Kabar Dermaga"),
    )


@pytest.mark.parametrize(
    ("outlet", "url", "expected"),
    [
        ("warta  selat", "", "Warta Selat"),
        ("WS", "", "Warta Selat"),
        # what is called so goes before what is also called so
        ("Tepi", "", "Tepi"),
        ("", "https://www.warta.example/satu", "Warta Selat"),
        ("Entah", "https://warta.example/satu", "Warta Selat"),
        ("Entah", "https://[oops", None),
        ("", "", None),
    ],
)
def test_the_recipe_is_that_of_the_outlet(outlet: str, url: str, expected: str | None) -> None:
    recipes = (Recipe("Warta Selat", ("WS", "Tepi", "warta.example")), Recipe("Tepi"))
    found = recipe_for(ImportedDocument("a.txt", 0, "Teks.", "id", outlet=outlet, url=url), recipes)
    assert (found.outlet if found else None) == expected


@pytest.mark.parametrize(
    ("litter", "rest"),
    [
        # a line, in any case and spacing; its figures
        ("BACA  juga", "Satu.\n\nDibaca 12,5 kali\n\nDua, baca juga tiga."),
        ("dibaca # kali", "Satu.\n\nBaca juga\n\nDua, baca juga tiga."),
        # a line is no passage, and half a line no line
        ("Dua", "Satu.\n\nBaca juga\n\nDibaca 12,5 kali\n\nDua, baca juga tiga."),
        # a passage goes wherever it is whole
        ("… baca juga", "Satu.\n\nDibaca 12,5 kali\n\nDua, tiga."),
        ("… 12,# kali", "Satu.\n\nBaca juga\n\nDibaca\n\nDua, baca juga tiga."),
        ("… dibaca # kali", "Satu.\n\nBaca juga\n\nDua, baca juga tiga."),
        ("… juga ti", "Satu.\n\nBaca juga\n\nDibaca 12,5 kali\n\nDua, baca juga tiga."),
        # at the end its line feeds go with it
        ("dua, baca juga tiga.", "Satu.\n\nBaca juga\n\nDibaca 12,5 kali"),
        ("…", "Satu.\n\nBaca juga\n\nDibaca 12,5 kali\n\nDua, baca juga tiga."),
        # a pattern is no regular expression
        (".*", "Satu.\n\nBaca juga\n\nDibaca 12,5 kali\n\nDua, baca juga tiga."),
    ],
)
def test_litter_is_lines_or_marked_passages(litter: str, rest: str) -> None:
    page = "Satu.\n\nBaca juga\n\nDibaca 12,5 kali\n\nDua, baca juga tiga."
    found, removed = without_litter(page, [litter])
    assert found == rest
    assert whole(ImportedDocument("a", 0, found, "id", removed=removed)) == page


@given(
    page=st.lists(st.sampled_from(["a b", "x", "", "y x z", "a b 7"]), max_size=9).map("\n".join),
    cuts=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=4),
)
def test_what_was_cut_and_what_was_kept_are_the_page_again(page: str, cuts: list[tuple[int, int]]) -> None:
    rest, litter = without_litter(page, ["a b #", "x", "… y x"])
    text, removed, position = "", [], 0
    for start, length in sorted(cuts):
        if position <= start < len(rest):
            text += rest[position:start]
            position = start + length
            removed.append(Removal(len(text), rest[start:position], "cut"))
    document = ImportedDocument("a", 0, text + rest[position:], "id", removed=tuple(removed))
    assert whole(document) == rest
    assert whole(put_back(document, litter)) == page
    assert "".join(one.text for one in put_back(document, litter).removed if one.reason == "recipe") == "".join(
        one.text for one in litter
    )


def page_of(*lines: str, language: str = "id", body: str = "Badan berita.", **fields: object) -> ImportedDocument:
    head = "".join(f"{line}\n" for line in lines)
    found = ImportedDocument("a.txt", 0, body, language, outlet="X", removed=(Removal(0, head, "heading"),))
    return replace(found, **fields)


@pytest.mark.parametrize(
    ("pattern", "lines", "title"),
    [
        ("{title} | Suluh", ["Beranda", "Kapal  tiba | SULUH", "Kapal lain | Suluh"], "Kapal tiba"),
        ("Edisi #: {title}", ["Edisi 1.204: Kapal tiba"], "Kapal tiba"),
        ("Suluh\n{title}", ["Kapal lain", "suluh", "Kapal tiba"], "Kapal tiba"),
        ("{title}\n{weekday}, {day} {month} {year}", ["Lain", "Kapal tiba", "Rabu, 3 Desember 2025"], "Kapal tiba"),
        ("{title}\nOleh {author}", ["Lain", "Kapal tiba", "Oleh Rahma Wibowo"], "Kapal tiba"),
        ("{title} (*+)", ["Kapal tiba (*+)"], "Kapal tiba"),
        # not there
        ("{title} | Suluh", ["Kapal tiba | Suluh Timur"], ""),
        ("{title} | Suluh", [" | Suluh"], ""),
        ("{title}\n{title}", ["a", "b"], ""),
        ("{titel}", ["{titel}"], ""),
    ],
)
def test_a_title_is_found_by_the_text_around_it(pattern: str, lines: list[str], title: str) -> None:
    assert taught(page_of(*lines), Recipe("X", title=pattern)).title == title


def test_a_title_that_was_found_is_cut_to_its_own_words() -> None:
    found = taught(page_of("Kapal lain | Suluh", title="Kapal tiba | Suluh"), Recipe("X", title="{title} | Suluh"))
    assert found.title == "Kapal tiba"


def test_a_title_is_no_part_of_the_text() -> None:
    title = "Panglima membuka galangan kapal baru."
    body = f"{title}\n\nSURABAYA, Kabar Dermaga – Panglima Armada membuka galangan kapal baru di Surabaya."
    document = page_of("Rubrik Kota", body=body)
    document = replace(document, removed=(*document.removed, Removal(len(body), "Iklan", "furniture")))
    found = taught(document, Recipe("X", title="Rubrik Kota\n{title}"))
    assert (found.title, found.dateline) == (title, "SURABAYA, Kabar Dermaga –")
    assert found.text == body.partition("\n\n")[2]
    assert whole(found) == whole(document) and found.removed[1] == Removal(0, f"{title}\n\n", "title")
    # Nothing but a title is a text as well.
    alone = taught(
        replace(document, text=title, removed=document.removed[:1]), Recipe("X", title="Rubrik Kota\n{title}")
    )
    assert (alone.title, alone.text) == (title, title)


@pytest.mark.parametrize(
    ("pattern", "line", "language", "expected"),
    [
        ("{day}/{month}/{year}", "06/09/2026 dan lain", "id", date(2026, 9, 6)),
        ("{month}/{day}/{year}", "06/09/2026", "en", date(2026, 6, 9)),
        ("terbit: {day} {month} {year}", "Diubah 4 Mei 2026, terbit: 3  Mei 2026", "id", date(2026, 5, 3)),
        ("{weekday}, {day}. {month} {year}", "Mittwoch, 3. Dezember 2025", "de", date(2025, 12, 3)),
        ("{month} {day}, {year}", "Dec. 3rd, 2025", "en", date(2025, 12, 3)),
        # short years, native digits, the solar year of Iran, months of an English template
        ("{day}.{month}.{year}", "03.12.25", "de", date(2025, 12, 3)),
        ("{year}/{month}/{day}", "۱۴۰۴/۰۹/۱۲", "fa", date(2025, 12, 3)),
        ("{day} {month} {year}", "۱۲ آذر ۱۴۰۴", "fa", date(2025, 12, 3)),
        ("{day} {month} {year}", "٣ ديسمبر ٢٠٢٥", "ar", date(2025, 12, 3)),
        ("{day} {month} {year}", "3 December 2025", "tr", date(2025, 12, 3)),
        # no such day, another text, a day of the moon
        ("{day}/{month}/{year}", "31/02/2026", "id", None),
        ("terbit {day}/{month}/{year}", "diterbitkan 03/02/2026", "id", None),
        ("{day} {month} {year}", "١٢ رمضان ١٤٤٦", "ar", None),
        # no whole pattern
        ("{day} {month}", "3 Mei", "id", None),
    ],
)
def test_a_day_is_found_by_the_text_around_it(pattern: str, line: str, language: str, expected: date | None) -> None:
    assert taught(page_of(line, language=language), Recipe("X", published=pattern)).published == expected


def test_a_day_of_the_page_goes_before_one_of_the_text() -> None:
    document = page_of("Terbit 3/4/2026", body="Pada 1/1/2020 air naik.")
    assert taught(document, Recipe("X", published="{day}/{month}/{year}")).published == date(2026, 4, 3)


def test_what_a_web_page_shows_besides_its_text_is_looked_at_too() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in PAGE.split("\n\n")[1:] if line)
    page = (
        "<html><head><title>Galangan</title></head><body><header><p>Kabar Dermaga</p><p>Naik cetak 03/04/2026</p></header>"
        f"<main><article><h1>Galangan baru dibuka</h1>{paragraphs}</article></main>"
        "<footer>© 2026 Kabar Dermaga</footer></body></html>"
    )
    recipe = Recipe("Kabar Dermaga", (), "", "Naik cetak {month}/{day}/{year}", LITTER)
    (found,) = parts("kabar.html", page.encode(), recipes=(recipe,))
    assert isinstance(found, ImportedDocument)
    assert (found.outlet, found.published) == ("Kabar Dermaga", date(2026, 3, 4))
    assert "bagan" not in found.text and {"recipe"} < {one.reason for one in found.removed}


def test_hostile_lines_take_no_long_time() -> None:
    page = "\n".join(["1,1" * 200_000, "a " * 200_000, "1/2/" * 100_000, *["Suluh | " * 100] * 500])
    recipe = Recipe(
        "X", (), "{title} | #\nSuluh # {author} | Suluh", "# {author} {day}/{month}/{year}", ("… # a", "… a a b")
    )
    begun = time.monotonic()
    without_litter(page, recipe.litter)
    taught(page_of(page), recipe)
    assert time.monotonic() - begun < 5
