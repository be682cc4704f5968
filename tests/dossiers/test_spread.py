"""Reports by day."""

from datetime import date

from articles.dossiers.relays import relays
from articles.dossiers.spread import Spread, spread
from tests.dossiers.conftest import Reported


def days(found: Spread) -> list[tuple[date | None, int, list[str]]]:
    return [(day.day, day.after, [one.name for one in day.reports]) for day in found.days]


def test_reports_of_a_day_stand_together_and_undated_ones_last(reported: Reported) -> None:
    rows = [reported("A", day=2), reported("B", day=2), reported("C", day=9), reported("D", day=None)]
    found = spread(relays(rows))
    assert days(found) == [
        (date(2026, 6, 2), 0, ["A", "B"]),
        (date(2026, 6, 9), 7, ["C"]),
        (None, 0, ["D"]),
    ]
    assert found.first == found.days[0] and found.span == 7 and [one.name for one in found.undated] == ["D"]


def test_an_agency_without_a_report_has_no_day(reported: Reported) -> None:
    assert days(spread(relays([reported("A", relayed_by="IRNA")]))) == [(date(2026, 6, 1), 0, ["A"])]


def test_without_any_date_nobody_was_first(reported: Reported) -> None:
    found = spread(relays([reported("A", day=None)]))
    assert found.first is None and found.span == 0
