"""Figures of claims: value, unit and bound the same in every language; what is no quantity is none."""

from __future__ import annotations

import pytest

from articles.records import Figure
from articles.text.dated import days
from articles.text.figures import counted
from articles.text.numbers import number_words
from articles.text.terms import fold


def figures(language: str, text: str) -> tuple[Figure, ...]:
    found = number_words(text, language)
    folded = [fold(word.text) for word in found]
    _, taken = days(text, found, folded, language)
    return counted(text, found, folded, language, taken, (len(text),)).figures


def read(language: str, text: str) -> list[str]:
    """Each figure as `bound value–to unit`, what it lacks left out."""
    return [
        " ".join(filter(None, (one.bound, f"{one.value}–{one.to}" if one.to else str(one.value), one.unit)))
        for one in figures(language, text)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Money, by sign, short form or word.
        (
            "en",
            "more than $2.5m, £3bn, 300 euros and US$40",
            ["over 2500000 USD", "3000000000 GBP", "300 EUR", "40 USD"],
        ),
        ("id", "Rp1,2 triliun dan Rp 15.000 per kilogram", ["1200000000000 IDR", "15000 IDR/kg"]),
        ("ms", "RM1.5 bilion", ["1500000000 MYR"]),
        ("de", "300 Mio. Euro, 5 €", ["300000000 EUR", "5 EUR"]),
        ("fr", "12 000 dirhams", ["12000 MAD"]),
        ("es", "300 millones de euros", ["300000000 EUR"]),
        ("tr", "4,5 milyar lira", ["4500000000 TRY"]),
        ("ru", "300 млн рублей", ["300000000 RUB"]),
        ("ar", "١٥ مليون دولار", ["15000000 USD"]),
        ("fa", "۲۰ میلیارد تومان", ["20000000000 IRT"]),
        # Measures and rates.
        ("en", "18 cubic metres of water per second", ["18 m3/s"]),
        ("id", "18 meter kubik air per detik", ["18 m3/s"]),
        ("ru", "18 кубометров воды в секунду", ["18 m3/s"]),
        ("de", "140 Kilometer pro Stunde, 5 km, 12 °C", ["140 km/h", "5 km", "12 °C"]),
        ("fr", "18 mètres cubes par seconde", ["18 m3/s"]),
        ("es", "40 toneladas, 90 metros cuadrados", ["40 t", "90 m2"]),
        ("tr", "18 metreküp", ["18 m3"]),
        ("ar", "١٨ مترا مكعبا", ["18 m3"]),
        ("ar", "بعد ساعتين أو أكثر من كيلومترين", ["2 h", "over 2 km"]),
        ("tr", "2 bin 300'den fazla aile", ["over 2300 person"]),
        ("fa", "۴۴۵ کیلومتر", ["445 km"]),
        # Per cent, before or behind.
        ("tr", "yüzde 35,4'e", ["35.4 %"]),
        ("de", "fünf Prozent", ["5 %"]),
        ("ar", "12 في المئة", ["12 %"]),
        # People are one unit; other things have the article's word.
        ("en", "312 passengers on seven ships", ["312 person", "7 ships"]),
        ("id", "20 ekor kambing dan 12 jiwa", ["20 kambing", "12 person"]),
        ("fa", "۳۱۲ نفر", ["312 person"]),
        ("ar", "312 راكبا", ["312 person"]),
        # Adjectives may stand between, where the language puts them there.
        ("en", "40 heavily armed men", ["40 person"]),
        ("de", "31 italienische Soldaten, neun alte Schiffe", ["31 person", "9 Schiffe"]),
        ("id", "20 kapal penumpang", ["20 kapal"]),
        # What is not exact, and ranges.
        (
            "en",
            "about 275 miles, at least 12 people, up to 40 jobs",
            ["about 275 mi", "over 12 person", "under 40 jobs"],
        ),
        ("en", "between 10 and 15 percent; two to three million people", ["10–15 %", "2000000–3000000 person"]),
        ("id", "sedikitnya 30 hingga 40 rumah", ["over 30–40 rumah"]),
        ("de", "10 bis 15 Schiffe", ["10–15 Schiffe"]),
        ("tr", "300'den fazla kişi", ["over 300 person"]),
        ("ru", "около 445 километров, не менее двадцати пяти человек", ["about 445 km", "over 25 person"]),
        ("en", "−5 °C", ["-5 °C"]),
    ],
)
def test_a_figure_is_read_with_its_unit(language: str, text: str, expected: list[str]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # Ordinals.
        ("en", "the 12th session"),
        ("fr", "le 12e jour"),
        ("de", "die 3. Sitzung"),
        ("tr", "15'inci madde"),
        ("ru", "12-й этаж"),
        ("id", "ke-12"),
        # Times of day, years, ages.
        ("en", "at 10:30 p.m., at 6 p.m."),
        ("id", "pukul 10.30 WIB"),
        ("de", "um 14.30 Uhr"),
        ("fr", "le train de 14h30"),
        ("en", "in 1961"),
        ("tr", "1998'de"),
        ("en", "Bo Lind, 58, said"),
        ("id", "Budi (45)"),
        # Telephone numbers, codes, scores, numbered things, what is made of several.
        ("en", "0812-3456-7890, 5551234567, an F-16, #12"),
        ("ru", "закон № 123"),
        ("en", "they won 3-1"),
        ("id", "pada 26-28 November 2020"),
        ("en", "page 12, flight 370, Route 66"),
        ("id", "pasal 12 ayat 3"),
        ("en", "a 186-page report"),
    ],
)
def test_what_is_no_quantity_is_none(language: str, text: str) -> None:
    assert read(language, text) == []


def test_the_words_are_the_text_s_own() -> None:
    text = "Sedikitnya Rp 15.000 per kilogram, 18 meter kubik air per detik."
    found = figures("id", text)
    assert [one.text for one in found] == ["Rp 15.000 per kilogram", "18 meter kubik air per detik"]
    assert all(text[one.start : one.end] == one.text for one in found)
