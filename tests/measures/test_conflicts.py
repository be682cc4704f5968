"""Scores of the conflicts between the statements that analysis finds. They may rise, never fall."""

from __future__ import annotations

from collections import Counter

from tests.measures.conflicts import TARGETS, Tally, figures


def test_a_tally_tells_shares_in_per_cent() -> None:
    tally = Tally(Counter(number=3), Counter(date=1), Counter(place=1))
    assert (tally.share_right(), tally.share_false()) == (75.0, 25.0)
    assert next(line for line in tally.lines() if line.startswith("number")).split() == ["number", "3", "0", "0"]


def test_the_corpus_has_its_conflicts() -> None:
    found = figures()
    assert found["conflicts right"] >= max(TARGETS["conflicts right"], 98)
    assert found["conflicts false"] <= min(TARGETS["conflicts false"], 1)
