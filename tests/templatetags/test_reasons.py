"""Why two statements belong together, as one sentence; every code that linking gives has words."""

import re

import pytest

from articles.linking import REASONS
from articles.records import Reason
from articles.templatetags.reasons import NAMED, WORDED, because


def said(*reasons: tuple[str, str]) -> str:
    return re.sub(r"</?bdi>", "", because(Reason(code, value) for code, value in reasons))


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("copied", "83", "one article is a copy of the other: 83 % of its text"),
        ("same_words", "95", "95 % of the shorter wording stands in the longer"),
        ("shortened", "30", "the shorter has only 30 % of the longer"),
        ("same_speaker", "Mohammad Baqeri", "same speaker"),
        ("same_numbers", "12 40 7", "both name 12, 40 and 7"),
        ("same_dates", "20 Oktober; hari Rabu", "both name 20 Oktober and hari Rabu"),
        ("near_languages", "id ms", "languages near to each other: Indonesian, Malay"),
        ("languages", "id fa", "in two languages: Indonesian, Persian"),
        ("same_things", "gencatan senjata; 12 kapal", "both name gencatan senjata and 12 kapal"),
        ("same_meaning", "81", "alike in meaning by 81 %"),
        ("same_order", "3", "it stands in the same order with 3 of them"),
        ("days_apart", "0", "published on the same day"),
        ("days_apart", "1", "published 1 day apart"),
        ("days_apart", "12", "published 12 days apart"),
        ("same_reports", "1", "the two articles share 1 other statement"),
        ("same_reports", "2", "the two articles share 2 other statements"),
        # A code of tomorrow is shown as it is, not lost.
        ("moon_phase", "full", "moon_phase full"),
    ],
)
def test_a_reason_in_words(code: str, value: str, words: str) -> None:
    assert said((code, value)) == words


def test_what_refers_to_other_statements_comes_behind_them() -> None:
    said_so = said(("same_order", "2"), ("same_reports", "2"))
    assert said_so == "the two articles share 2 other statements; it stands in the same order with 2 of them"


def test_all_reasons_are_one_sentence_in_a_fixed_order() -> None:
    reasons = [("days_apart", "1"), ("same_names", "Surabaya"), ("same_numbers", "12"), ("same_speaker", "X")]
    assert said(*reasons) == "same speaker; both name 12 and Surabaya; published 1 day apart"


def test_what_both_name_in_two_ways_stands_once() -> None:
    assert said(("same_numbers", "12"), ("same_dates", "12; Rabu")) == "both name 12 and Rabu"


def test_nothing_named_says_nothing() -> None:
    assert said(("same_names", " "), ("days_apart", "0")) == "published on the same day"


def test_values_stay_words_in_a_direction_of_their_own() -> None:
    assert because([Reason("same_dates", "<b>")]) == "both name <bdi>&lt;b&gt;</bdi>"
    assert because([Reason("<i>", "<b>")]) == "&lt;i&gt; &lt;b&gt;"


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_that_linking_gives_has_words(code: str) -> None:
    assert (code in WORDED) != (code in NAMED)
    assert said((code, "2"))


@pytest.mark.parametrize("code", [*WORDED, *NAMED])
def test_no_words_are_kept_for_what_linking_no_longer_says(code: str) -> None:
    assert code in REASONS
