"""The five real files: who is quoted in them, and on what occasion."""

from datetime import date
from functools import cache

import pytest

from articles.analysis import analyse
from articles.importing import read
from articles.records import Findings
from tests.seeds import needs_seeds, seed

pytestmark = needs_seeds


@cache
def findings(number: str) -> Findings:
    path = seed(number)
    (document,) = read(path.name, path.read_bytes())
    return analyse(document.text, document.language, date(2023, 6, 2))


@pytest.mark.parametrize(
    ("number", "count", "speaker"),
    [
        ("000", 3, "Mohammad Baqeri"),
        ("001", 3, "Mohammad Bagheri"),
        ("002", 1, "Mohammad Baqeri"),
        ("003", 2, "Mohammad Hossein Bageri"),
        ("004", 3, "Mohammad Baqeri"),
    ],
)
def test_each_direct_quote_has_the_full_name(number, count, speaker):
    direct = [one for one in findings(number).quotes if one.kind == "direct"]
    assert [one.speaker for one in direct] == [speaker] * count


def test_words_that_nobody_says_are_no_quotes():
    texts = {one.text for number in ("000", "001", "002", "003", "004") for one in findings(number).quotes}
    assert not texts & {"tekanan maksimum", "negara-negara sahabat", "Melihat ke Timur", "peran utama dan penting"}


def test_a_press_conference_holds_for_all_its_quotes():
    told = [one.circumstances for one in findings("000").quotes if one.kind == "direct"]
    assert [(one.occasion_kind, one.weekday, one.said_on) for one in told] == [
        ("press_conference", 2, date(2023, 5, 31))
    ] * 3
    assert told[1].relayed_by == "Fox News"


def test_a_meeting_holds_for_all_its_quotes_and_not_for_another_speaker():
    quotes = findings("001").quotes
    told = [one.circumstances for one in quotes if one.kind == "direct"]
    assert [(one.occasion_kind, one.weekday, one.place) for one in told] == [("meeting", 1, "Teheran")] * 3
    assert told[0].occasion == "pertemuan pejabat dan duta besar Kementerian Luar Negeri Iran"
    (other,) = [one.circumstances for one in quotes if one.speaker == "Mohammad Reza Ashtiani"]
    assert (other.occasion_kind, other.weekday, other.place) == ("", 6, "")


def test_an_agency_is_no_addressee_and_its_day_is_not_the_day_of_speech():
    told = [one.circumstances for one in findings("004").quotes if one.kind == "direct"]
    assert told[0].relayed_by == "IRNA"
    assert [one.occasion_kind for one in told] == ["press_conference"] * 3
    assert told[0].said_when == ""
