"""What one correction teaches: a pattern that gives the corrected value from the very file, or nothing."""

from datetime import date

import pytest

from articles.importing import parts
from articles.importing.learning import learn
from articles.importing.recipes import taught
from articles.records import Evidence, ImportedDocument, Recipe
from tests.importing.test_recipes import PAGE, page_of

NONE = Recipe("Suluh Timur")


@pytest.mark.parametrize(
    ("lines", "title", "pattern"),
    [
        # text around it on its line
        (["Kapal tiba | Suluh Timur"], "Kapal tiba", "{title} | Suluh Timur"),
        (["Edisi 1.204 - Kapal tiba (2 menit)"], "Kapal tiba", "Edisi # - {title} (# menit)"),
        # the line below a known one, or above the date; what differs from day to day is no part of it
        (["Kabar Dunia", "Kapal tiba"], "Kapal tiba", "Kabar Dunia\n{title}"),
        (["Satu", "Kapal tiba", "Rabu, 3 Desember 2025 pukul 10.05"], "Kapal tiba",
         "{title}\n{weekday}, {day} {month} {year} pukul #"),
        (["Kabar Dunia", "Kapal tiba", "Oleh Rahma Wibowo"], "Kapal tiba", "Kabar Dunia\n{title}"),
        (["Kapal tiba", "Oleh Rahma Wibowo"], "Kapal tiba", "{title}\nOleh {author}"),
        # one line of the page is not enough where it stands twice
        (["Rubrik", "Kapal pergi", "Rubrik", "Kapal tiba", "Foto"], "Kapal tiba", "{title}\nFoto"),
        (["Rubrik", "Lain", "Foto", "Rubrik", "Kapal tiba", "Foto"], "Kapal tiba", None),
        # nowhere on the page, or in other letters
        (["Kapal datang"], "Kapal tiba", None),
        (["KAPAL TIBA | Suluh"], "Kapal tiba", None),
        (["Kapal datang"], "", None),
    ],
)  # fmt: skip
def test_a_title_teaches_what_stands_around_it(lines: list[str], title: str, pattern: str | None) -> None:
    document = page_of(*lines, body="Teks.", author="Rahma Wibowo", title="Lain")
    found = learn(document, "title", title, NONE)
    assert (found and found.title) == pattern
    assert found is None or taught(document, found).title == title


def test_a_title_of_the_metadata_teaches_as_well() -> None:
    document = page_of(title="", evidence=(Evidence("title", "Kapal tiba - Suluh", "meta"),))
    found = learn(document, "title", "Kapal tiba", NONE)
    assert found is not None and found.title == "{title} - Suluh"


@pytest.mark.parametrize(
    ("lines", "language", "day", "pattern"),
    [
        (["Diterbitkan 03/04/2026 10.05"], "id", date(2026, 4, 3), "Diterbitkan {day}/{month}/{year}"),
        # the other order
        (["06/09/2026 4:52 PM ET"], "en", date(2026, 6, 9), "{month}/{day}/{year}"),
        # the one of two days that its label names
        (["Diubah: 5 Mei 2026 | Terbit: Minggu, 3 Mei 2026"], "id", date(2026, 5, 3),
         "Terbit: {weekday}, {day} {month} {year}"),
        (["Diubah 5 Mei 2026", "Terbit 3 Mei 2026"], "id", date(2026, 5, 3), "Terbit {day} {month} {year}"),
        # a name before it is no label
        (["By Dolores Kettering, Staff Writer | Dec. 3rd, 2025"], "en", date(2025, 12, 3), "| {month} {day}, {year}"),
        (["چهارشنبه ۱۲ آذر ۱۴۰۴"], "fa", date(2025, 12, 3), "{weekday} {day} {month} {year}"),
        (["تاریخ: ۱۴۰۴/۰۹/۱۲"], "fa", date(2025, 12, 3), "تاریخ: {year}/{month}/{day}"),
        (["Stand 03.12.25"], "de", date(2025, 12, 3), "Stand {day}.{month}.{year}"),
        # no such day on the page
        (["Diterbitkan 03/05/2026"], "id", date(2026, 4, 3), None),
        (["1/2/3/4/2026"], "id", date(2026, 4, 3), None),
    ],
)  # fmt: skip
def test_a_day_teaches_its_label_and_its_order(lines: list[str], language: str, day: date, pattern: str | None) -> None:
    document = page_of(*lines, language=language, author="Dolores Kettering", published=date(2000, 1, 1))
    found = learn(document, "published", day, NONE)
    assert (found and found.published) == pattern
    assert found is None or taught(document, found).published == day


@pytest.mark.parametrize(
    ("outlet", "url", "names"),
    [
        ("ST", "https://suluh.example/a", ("ST",)),
        ("", "https://www.suluh.example/a", ("suluh.example",)),
        ("", "", None),
        # that is its name already
        ("suluh timur", "", None),
    ],
)
def test_an_outlet_teaches_its_other_name(outlet: str, url: str, names: tuple[str, ...] | None) -> None:
    document = ImportedDocument("a.txt", 0, "Teks.", "id", outlet=outlet, url=url)
    found = learn(document, "outlet", "Suluh Timur", NONE)
    assert (found and found.names) == names


def test_what_was_known_before_stays() -> None:
    known = Recipe("Kabar Dermaga", ("KD",), "", "Diterbitkan {day}/{month}/{year}", ("Iklan",))
    (document,) = parts("kabar.txt", PAGE.encode(), recipes=(known,))
    assert isinstance(document, ImportedDocument)
    found = learn(document, "title", "Panglima Armada Buka Galangan Baru", known)
    assert found == Recipe("Kabar Dermaga", ("KD",), "{title} - Kabar Dermaga", known.published, ("Iklan",))
    # The next file of the outlet is read so.
    (other,) = parts("lain.txt", PAGE.replace("Buka Galangan", "Tutup Pelabuhan").encode(), recipes=(found,))
    assert isinstance(other, ImportedDocument) and other.title == "Panglima Armada Tutup Pelabuhan Baru"
