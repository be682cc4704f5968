"""Claims: what can be checked, and what is no claim."""

import pytest

from articles.analysis import analyse

CLAIMS = [
    # a figure, a date, an act
    ("en", "The river runs about 275 miles through two countries."),
    ("id", "Bendungan itu selesai dibangun pada tahun 1961 di hulu."),
    ("id", "Iran dan Irak menandatangani perjanjian pembagian air di Kermanshah."),
    ("ms", "Iran dan Iraq memeterai perjanjian air di Kermanshah hari ini."),
    ("en", "The court of Old Town sentenced Bo Lind in spring."),
]
NONE = [
    # opinions, wishes, questions, plans that may not be
    ("en", "The river should run 275 miles through two countries."),
    ("en", "Why did the river run only 275 miles last summer?"),
    ("id", "Semoga 18 meter kubik air itu cukup untuk semua warga."),
    ("id", "Pemerintah harus membayar 14 juta kepada para petani itu."),
    # nothing to check, a fragment, a figure in a word
    ("en", "The morning was grey and nobody spoke for a while."),
    ("en", "Page 1 of 1"),
    ("en", "Much of the 186-page report turns on a small notebook."),
]


@pytest.mark.parametrize(("language", "text"), CLAIMS)
def test_what_can_be_checked_is_a_claim(language, text):
    assert [one.text for one in analyse(text, language).claims] == [text]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_cannot_be_checked_is_none(language, text):
    assert analyse(text, language).claims == ()


def test_the_dateline_is_no_part_of_a_claim():
    text = "KERMANSHAH, Iran (Antara) - Kedua negara itu menandatangani 14 perjanjian."
    (claim,) = analyse(text, "id").claims
    assert claim.text == "Kedua negara itu menandatangani 14 perjanjian."


def test_a_reported_clause_is_a_claim_without_its_attribution():
    text = "Rara Wulan mengatakan bahwa tujuh kapal itu membawa 312 penumpang."
    (claim,) = analyse(text, "id").claims
    assert claim.text == "tujuh kapal itu membawa 312 penumpang"
