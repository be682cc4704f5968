"""Numbers in digits of any script and in words, language by language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.languages import all_languages
from articles.text.dated import days
from articles.text.numbers import number_words, numbers
from articles.text.terms import fold


def read(language: str, text: str) -> list[str]:
    found = number_words(text, language)
    folded = [fold(word.text) for word in found]
    _, taken = days(text, found, folded, language)
    return [str(one.value) for one in numbers(text, found, folded, language, taken)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Separators by language; either sign parts thousands or decimals where both stand.
        ("en", "1,250,000 and 1.250 and 1,234.5", ["1250000", "1.250", "1234.5"]),
        ("ms", "1,234.5 tan", ["1234.5"]),
        ("id", "1.250.000 dan 1,5 dan 1.234,5", ["1250000", "1.5", "1234.5"]),
        ("de", "1.234,5 und 1,25 und 12 000 und 1'250", ["1234.5", "1.25", "12000", "1250"]),
        ("fr", "12 000,5 puis 1 250 000", ["12000.5", "1250000"]),
        ("es", "1.234,5 y 12 000", ["1234.5", "12000"]),
        ("ru", "1 234,5 и 12 000", ["1234.5", "12000"]),
        ("tr", "1.234,5 ve 250.000", ["1234.5", "250000"]),
        ("ar", "١٬٢٣٤٫٥ ثم ١٨ ثم 1.250 ثم 1,250", ["1234.5", "18", "1250", "1250"]),
        ("fa", "۱۲۳٬۴۵۶ و ۲/۵", ["123456", "2.5"]),
        # A currency written onto its figure; letters that scale it.
        ("id", "Rp15.000 dan Rp500 juta", ["15000", "500000000"]),
        ("ms", "RM1.5 bilion", ["1500000000"]),
        ("en", "$3bn", ["3000000000"]),
        ("ru", "5 тыс. тонн", ["5000"]),
        ("de", "5 Mio. Euro", ["5000000"]),
        # Digits with dots like a code's are no number, nor is an endless row of them.
        ("id", "10.20.30", []),
        ("en", "9" * 40, []),
    ],
)
def test_digits_are_read_as_the_language_writes_them(language: str, text: str, expected: list[str]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "two hundred and six, twenty-five, a million, three dozen", ["206", "25", "1000000", "36"]),
        ("en", "two and a half million", ["2500000"]),
        ("id", "dua ratus lima puluh ribu, seribu dua ratus, dua belas", ["250000", "1200", "12"]),
        ("ms", "lapan ratus ribu, tiga bilion", ["800000", "3000000000"]),
        ("de", "zweihundertfünfzig, fünfundzwanzig, eine Million, hunderttausend", ["250", "25", "1000000", "100000"]),
        ("fr", "soixante-dix-huit, vingt et un, mille deux cents, quatre-vingt-dix-sept", ["78", "21", "1200", "97"]),
        ("es", "treinta y cinco mil, mil doscientos, dos millones y medio", ["35000", "1200", "2500000"]),
        ("tr", "on bir, yirmibeş, iki yüz elli bin, üç buçuk milyon", ["11", "25", "250000", "3500000"]),
        ("ru", "двадцать пять, трёх, пятьсот тысяч, двести двенадцать", ["25", "3", "500000", "212"]),
        ("ar", "خمسة وعشرون ألفا، مئة وخمسون، ثلاثة آلاف وخمسمئة", ["25000", "150", "3500"]),
        ("fa", "بیست و پنج، سه هزار و پانصد، صد و بیست و پنج", ["25", "3500", "125"]),
        # A comma parts numbers, and neighbours that make no number are two.
        ("en", "five, six", ["5", "6"]),
        ("en", "five six", ["5", "6"]),
        # "One" alone, and what is not certain, is none.
        ("en", "one man, several hundred ships, F-16", []),
        ("id", "beberapa ratus kapal", []),
        ("ru", "несколько тысяч", []),
    ],
)
def test_words_are_read(language: str, text: str, expected: list[str]) -> None:
    assert read(language, text) == expected


@given(st.text(), st.sampled_from([one.code for one in all_languages()]))
def test_any_text_is_read(text: str, language: str) -> None:
    found = number_words(text, language)
    folded = [fold(word.text) for word in found]
    for number in numbers(text, found, folded, language, ()):
        assert number.first < number.end <= len(found)
        assert number.value >= Decimal(0)
