"""Figures and dates of claims, as a reader sees them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from articles.records import Figure, NamedDate
from articles.templatetags.facts import Shown, days, shown


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(0, 9, "300 orang", Decimal(300), unit="person", bound="over"), Shown("≥ 300", "people")),
        (Figure(0, 8, "2,5 juta", Decimal(2_500_000)), Shown("2,500,000")),
        (Figure(0, 9, "10 s.d. 15", Decimal(10), Decimal(15), "%", "about"), Shown("≈ 10–15", "%")),
        (Figure(0, 9, "18 kubik per detik", Decimal(18), unit="m3/s"), Shown("18", "m³/s")),
        (Figure(0, 9, "dua tahun", Decimal(2), unit="yr"), Shown("2", "years")),
        # The article's own word stays its own.
        (Figure(0, 7, "7 kapal", Decimal(7), unit="kapal"), Shown("7", word="kapal")),
    ],
)
def test_a_figure_is_worded_for_its_reader(figure: Figure, expected: Shown) -> None:
    assert shown(figure) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 6, 9), date(2026, 6, 9), "June 9, 2026"),
        (date(2026, 6, 1), date(2026, 6, 30), "June 2026"),
        (date(1961, 1, 1), date(1961, 12, 31), "1961"),
        (date(2024, 3, 20), date(2025, 3, 20), "March 20, 2024 – March 20, 2025"),
    ],
)
def test_a_date_is_written_as_the_reader_writes_it(first: date, last: date, expected: str) -> None:
    assert days(NamedDate(0, 1, "x", first, last)) == expected


def test_both_speak_the_language_of_the_interface() -> None:
    with override("id"):
        assert shown(Figure(0, 9, "300 people", Decimal(1300), unit="person")) == Shown("1.300", "orang")
        assert days(NamedDate(0, 1, "x", date(2026, 6, 9), date(2026, 6, 9))) == "9 Juni 2026"
