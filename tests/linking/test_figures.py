"""The figures and dates that a statement names."""

from __future__ import annotations

import pytest

from articles.linking.figures import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Digits, with the separators and digits of the language.
        ("id", "melepas 18 meter kubik", ["18 m3"]),
        ("id", "1.250.000 orang", ["1250000 person"]),
        ("en", "1,250,000 people", ["1250000 person"]),
        ("ar", "١٨ متراً", ["18 m"]),
        ("id", "1,5 juta ton", ["1500000 t"]),
        ("en", "1.5 million tons", ["1500000 t"]),
        # Words.
        ("id", "Sebelas bulan", ["11 mo"]),
        ("id", "dua ratus lima puluh ribu kapal", ["250000 kapal"]),
        ("id", "seribu dua ratus kapal", ["1200 kapal"]),
        ("en", "two hundred and six men, twenty-five ships", ["206 person", "25 ship"]),
        ("tr", "On bir ay", ["11 mo"]),
        # Neighbours that do not make one number are two.
        ("en", "five six", ["5 six", "6 "]),
        # Per cent, in words or as a sign.
        ("id", "5,2 persen", ["5.2 %"]),
        ("en", "5.2%", ["5.2 %"]),
        # "One" is an article, and a code is no figure.
        ("en", "one man with an F-16", []),
        # A figure in a date is no figure.
        ("id", "pada 12 Oktober 2026", []),
    ],
)
def test_figures_are_read_with_their_unit(language: str, text: str, expected: list[str]) -> None:
    assert [f"{one.value} {one.unit}" for one in figures(text, language).figures] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "mulai 1 Juli sampai akhir Oktober", [(1, 7, None), (None, 10, None)]),
        ("en", "from July 1 through Oct. 31, 2026", [(1, 7, None), (31, 10, None)]),
        ("es", "desde el 1° de julio", [(1, 7, None)]),
        ("fr", "du 1er juillet", [(1, 7, None)]),
        ("ar", "حتى ١٥ يناير", [(15, 1, None)]),
        # In figures: three of them, or two in brackets.
        ("id", "Selasa (19/10/2021)", [(19, 10, None), (None, None, 1)]),
        ("en", "on 10/19/2021", [(19, 10, None)]),
        ("id", "Kamis (1/6)", [(1, 6, None), (None, None, 3)]),
        ("id", "skor 3-1 dan 1/2 bagian", []),
        # A month or weekday without a day only in its usual form: "may" and "minggu" (week) are words too.
        ("en", "it may rain on Sunday", [(None, None, 6)]),
        ("id", "setiap hari Minggu, minggu depan", [(None, None, 6)]),
    ],
)
def test_dates_are_read(language: str, text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert [(one.day, one.month, one.weekday) for one in figures(text, language).days] == expected
