"""Circumstances beside those of the chosen report: which cells are marked, and how."""

from datetime import date
from typing import Any

import pytest

from articles.dossiers.cells import Cell, cells, filled
from articles.records import Conflict
from tests.dossiers.conftest import Reported


def cell(reported: Reported, column: str, base: dict[str, Any], one: dict[str, Any], language: str = "id") -> Cell:
    rows = reported("A", **base), reported("B", language=language, **one)
    return cells(*rows, [column], set(), [])[0]


@pytest.mark.parametrize(
    ("column", "base", "one", "mark"),
    [
        # The same, whatever its case.
        ("place", {"place": "Teheran"}, {"place": "teheran"}, ""),
        ("place", {}, {}, ""),
        # Told by one of them only.
        ("place", {}, {"place": "Teheran"}, "added"),
        ("relayed", {"relayed_by": "IRNA"}, {}, "missing"),
        ("said", {}, {"said_on": date(2026, 6, 9)}, "added"),
        # Other words for it.
        ("cue", {"cue": "kata"}, {"cue": "ujar"}, "worded"),
        ("speaker", {"speaker_name": "Moqimi"}, {"speaker_name": "Moghimi"}, "worded"),
        ("speaker", {"role": "menteri"}, {"role": "wakil menteri"}, "worded"),
        # One day, in other words.
        ("said", {"said_when": "Rabu", "weekday": 2}, {"said_when": "hari Rabu", "weekday": 2}, ""),
        ("said", {"said_when": "kemarin"}, {"said_when": "hari ini"}, "worded"),
    ],
)
def test_a_cell_is_marked_where_it_is_not_as_the_base_has_it(
    column: str, base: dict[str, Any], one: dict[str, Any], mark: str, reported: Reported
) -> None:
    assert cell(reported, column, base, one).mark == mark


def test_the_words_that_the_base_lacks_are_marked(reported: Reported) -> None:
    found = cell(reported, "occasion", {"occasion": "rapat pejabat"}, {"occasion": "rapat tertutup pejabat"})
    assert [piece.text for piece in found.pieces if piece.changed] == ["tertutup"]


def test_other_words_are_not_told_across_languages(reported: Reported) -> None:
    found = cell(reported, "occasion", {"occasion": "upacara"}, {"occasion": "ceremony"}, language="en")
    assert found.mark == "" and not any(piece.changed for piece in found.pieces)


def test_a_disagreement_goes_before_what_is_only_beside_the_base(reported: Reported) -> None:
    rows = reported("A", place="Teheran"), reported("B", place="Qom")
    conflict = [Conflict("place", "Teheran", "Qom")]
    assert cells(*rows, ["place"], set(), conflict)[0].mark == "differs"
    assert cells(*rows, ["place"], {"place"}, conflict)[0].mark == "disagrees"
    assert cells(rows[0], rows[0], ["place"], {"place"}, [])[0].mark == "disagrees"


def test_the_speaker_comes_with_office_and_who_is_spoken_for(reported: Reported) -> None:
    found = cell(reported, "speaker", {}, {"role": "juru bicara", "on_behalf_of": "Forum"})
    assert [piece.text for piece in found.more] == ["juru bicara"] and found.behalf == "Forum"


def test_columns_are_those_that_any_report_fills(reported: Reported) -> None:
    rows = [reported("A", addressee="wartawan", cue=""), reported("B", said_on=date(2026, 6, 9), cue="")]
    assert filled(rows) == ("speaker", "said", "addressee")
