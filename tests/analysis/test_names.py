"""Names: who and what an article names, with its fullest form and one key for all its spellings."""

from __future__ import annotations

import pytest

from articles.analysis import analyse


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # A person by office, age or speech; a surname is the same person.
        (
            "en",
            "Minister Bo Lind came. It rained. Lind said the road was closed.",
            [("Bo Lind", "person", "Bo Lind"), ("Lind", "person", "Bo Lind")],
        ),
        ("en", "He met Bo Lind, 58, on the road.", [("Bo Lind", "person", "Bo Lind")]),
        ("id", "Menteri Air Rara Wulan tiba pagi ini.", [("Rara Wulan", "person", "Rara Wulan")]),
        ("de", "Bürgermeisterin Ida Lind kam gestern.", [("Ida Lind", "person", "Ida Lind")]),
        ("ru", "Министр Иван Лунин приехал утром.", [("Иван Лунин", "person", "Иван Лунин")]),
        # Bodies and places by their words, places by the preposition in front.
        ("en", "The Asian Rivers Forum met in Bandung.", [
            ("Asian Rivers Forum", "organisation", "Asian Rivers Forum"), ("Bandung", "place", "Bandung"),
        ]),
        ("en", "They came to Philadelphia’s Bucks County.", [("Bucks County", "place", "Bucks County")]),
        ("de", "Die Politikerin sitzt in Haft, sie sitzt in Untersuchungshaft.", []),
        ("id", "Mereka menyusuri Sungai Sirwan.", [("Sungai Sirwan", "place", "Sungai Sirwan")]),
        # Letters in brackets stand for a body where its name is in front of them; others are left out.
        ("en", "The Asian Rivers Forum (ARF) met. ARF is old.", [
            ("Asian Rivers Forum", "organisation", "Asian Rivers Forum"), ("ARF", "organisation", "ARF"),
            ("ARF", "organisation", "ARF"),
        ]),
        ("id", "Tes PCR dibuka pukul 08.30 WIB di RW itu.", []),
        # Not what begins a sentence, nor days and months, nor what may be anything.
        ("en", "Nobody came on Monday. Spring was late. They read Dry Season in May.", []),
        ("id", "Bendungan itu kering. Hujan turun hari Senin.", []),
    ],
)  # fmt: skip
def test_names_are_found_with_what_they_name(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.text, one.kind, one.name) for one in analyse(text, language).names] == expected


def test_a_name_known_outside_is_found_inside_a_quote() -> None:
    text = "Minister Bo Lind and Judge Rara Wulan came. “I told Wulan of the old times,” said Lind."
    inside = [one for one in analyse(text, "en").names if text.index("“") < one.start < text.index("”")]
    assert [(one.text, one.name) for one in inside] == [("Wulan", "Rara Wulan")]


def test_spellings_of_one_name_have_one_key() -> None:
    texts = {"en": "Minister Sohrab Moghimi came.", "id": "Menteri Sohrab Moqimi datang."}
    keys = {one.key for language, text in texts.items() for one in analyse(text, language).names}
    assert len(keys) == 1 and "" not in keys


def test_places_stand_in_a_dateline_if_the_report_has_them() -> None:
    text = "BANDUNG (Antara) - Menteri Rara Wulan tiba di Bandung."
    assert [(one.text, one.kind) for one in analyse(text, "id").names] == [
        ("BANDUNG", "place"),
        ("Rara Wulan", "person"),
        ("Bandung", "place"),
    ]
