"""The histogram of a search: where its bars and labels stand."""

from typing import Any

import pytest

from articles.search import FacetValue, SearchQuery, SearchResults
from articles.views.histogram import FEWEST_SLOTS, HEIGHT, LOWEST, Histogram, histogram


def drawn(*months: tuple[str, int], total: int = 0, **chosen: Any) -> Histogram:
    found = histogram(SearchQuery(**chosen), SearchResults(total, months=tuple(FacetValue(*one) for one in months)))
    assert found is not None
    return found


def test_no_months_no_histogram() -> None:
    assert histogram(SearchQuery(), SearchResults()) is None


def test_the_most_frequent_month_is_as_high_as_the_picture_and_none_is_too_low_to_see() -> None:
    assert [bar.height for bar in drawn(("2024-01", 1000), ("2024-02", 500), ("2024-03", 1)).bars] == [
        str(HEIGHT),
        "32",
        str(LOWEST),
    ]


@pytest.mark.parametrize(
    ("months", "places"),
    [
        # A single month stands at the end of three years.
        (["2024-12"], [f"{100 * (FEWEST_SLOTS - 1) / FEWEST_SLOTS:.3f}%"]),
        # A month without results keeps its place.
        (["2000-01", "2004-01", "2008-03"], ["0.000%", "48.485%", "98.990%"]),
        # The first months of the calendar.
        (["0001-01"], ["0.000%"]),
    ],
)
def test_bars_stand_where_their_month_is(months: list[str], places: list[str]) -> None:
    assert [bar.x for bar in drawn(*[(month, 1) for month in months]).bars] == places


def test_labels_stand_at_both_ends_and_between() -> None:
    ticks = drawn(("2000-01", 1), ("2008-03", 1)).ticks
    assert [(tick.label, tick.anchor, tick.fine) for tick in ticks] == [
        ("January 2000", "start", False),
        ("January 2002", "middle", True),
        ("February 2004", "middle", False),
        ("March 2006", "middle", True),
        ("March 2008", "end", False),
    ]


def test_choosing_a_chosen_month_takes_it_away() -> None:
    first, second = drawn(("2024-01", 1), ("2024-02", 1), month="2024-02", text="air").bars
    assert (first.address, first.chosen) == ("/?q=air&month=2024-01", False)
    assert (second.address, second.chosen) == ("/?q=air", True)


def test_the_months_of_a_range_are_chosen_and_each_narrows_further() -> None:
    found = drawn(("2024-01", 1), ("2024-03", 2), ("2024-05", 1), month="2024-02..2024-04", text="air")
    assert [bar.chosen for bar in found.bars] == [False, True, False]
    assert found.bars[1].address == "/?q=air&month=2024-03" and found.everything == "/?q=air"
    assert (found.first, found.last, found.is_narrowed) == ("2024-03", "2024-03", True)


def test_the_form_of_two_months_begins_with_all_and_carries_the_search_on() -> None:
    found = drawn(("2024-01", 1), ("2024-05", 1), text="air", outlet="Harian Tepi", said=True, names=False)
    assert (found.first, found.last, found.is_narrowed) == ("2024-01", "2024-05", False)
    assert found.carried == {"q": "air", "outlet": "Harian Tepi", "said": 1, "names": 0}


def test_results_without_a_date_are_counted() -> None:
    assert drawn(("2024-01", 3), total=5).undated == 2
    assert drawn(("2024-01", 3), total=3, month="2024-01").undated == 0
