"""Clauses that a cue reports without a complementiser, told by a verb of their own; objects are none."""

import pytest

from articles.analysis import analyse

REPORTED = [
    (
        "id",
        "Melati Handayani menegaskan pabrik itu akan dibuka kembali pekan depan.",
        ["pabrik itu akan dibuka kembali pekan depan"],
    ),
    ("id", "Melati Handayani menegaskan komitmen perusahaan terhadap para pekerja lama.", []),
    ("id", "Melati Handayani menyampaikan pentingnya menjaga sungai bagi warga desa.", []),
    ("id", "Melati Handayani membantah pihaknya menahan upah para pekerja.", []),
    (
        "id",
        "Melati Handayani mengancam, siapa pun yang menutup jalan akan dilaporkan.",
        ["siapa pun yang menutup jalan akan dilaporkan"],
    ),
    # A relative clause behind the first noun, and then the verb of the clause, or none.
    (
        "ms",
        "Rosli Awang mendedahkan sebuah bot yang tidak dikenali menghampiri jeti malam Ahad lalu.",
        ["sebuah bot yang tidak dikenali menghampiri jeti malam Ahad lalu"],
    ),
    ("ms", "Rosli Awang mendedahkan kisah yang tidak dapat dilupakannya sejak kecil lagi.", []),
    ("ms", "Rosli Awang menegaskan harga beras tidak akan naik tahun ini.", ["harga beras tidak akan naik tahun ini"]),
]


@pytest.mark.parametrize(("language", "text", "reported"), REPORTED)
def test_a_bare_clause_has_a_verb(language: str, text: str, reported: list[str]) -> None:
    assert [quote.text for quote in analyse(text, language).quotes] == reported


def test_what_commas_set_off_behind_a_name_is_not_the_subject() -> None:
    text = "Joint par la radio, le lutteur Modou Sarr, originaire de Dagana, annonce qu'il offrira 600 seaux."
    (quote,) = analyse(text, "fr").quotes
    assert (quote.speaker, quote.text) == ("Modou Sarr", "il offrira 600 seaux")


def test_words_behind_a_semicolon_go_on_with_a_report() -> None:
    text = "Der Damm halte bis zum Herbst, erklärte Jonas Brandl; die Schleuse sei bereits geprüft worden."
    assert [quote.text for quote in analyse(text, "de").quotes] == [
        "Der Damm halte bis zum Herbst",
        "die Schleuse sei bereits geprüft worden",
    ]
