"""Conflicts of two and two reports, put together: one question with all its sides, two questions kept two."""

import pytest

from articles.models.sides import disputes, joined
from articles.records import Conflict

A, B, C, D = 1, 2, 3, 4
TABLE = [
    # One pair, one field.
    ([(A, B, "12", "15")], [], [{"12": [A], "15": [B]}]),
    # A chain of pairs is one question with three sides.
    ([(A, B, "12", "15"), (B, C, "15", "20")], [], [{"12": [A], "15": [B], "20": [C]}]),
    # Two figures of one sentence are two questions.
    ([(A, B, "12", "15"), (A, B, "3", "4")], [], [{"12": [A], "15": [B]}, {"3": [A], "4": [B]}]),
    # Who says the same stands on one side, whichever pair tells it.
    ([(A, B, "12", "15"), (D, C, "15", "12")], [], [{"12": [A, C], "15": [B, D]}]),
    # Compared and not found to differ: the same in other words.
    ([(A, B, "12", "15"), (B, C, "15", "twelve")], [(C, A)], [{"12 = twelve": [A, C], "15": [B]}]),
    # Not compared: nobody knows.
    ([(A, B, "12", "15"), (B, C, "15", "twelve")], [], [{"12": [A], "15": [B], "twelve": [C]}]),
    # "Wednesday" agrees with two days that differ: it stands with one of them, and these stay apart.
    ([(A, B, "Wed 1", "Wed 8"), (B, C, "Wed 8", "Tue"), (D, C, "Wed", "Tue"), (A, C, "Wed 1", "Tue")],
     [(A, D), (B, D)], [{"Wed 1 = Wed": [A, D], "Wed 8": [B], "Tue": [C]}]),
    # A denial against silence.
    ([(A, B, "tidak", ""), (C, B, "membantah", "")], [(A, C)], [{"tidak = membantah": [A, C], "": [B]}]),
    # The same letters twice are no question that anybody could answer.
    ([(A, B, "1.500", "1.500")], [], []),
    # Conflicts with a report that is not among these.
    ([(A, 9, "12", "15")], [], []),
]  # fmt: skip


@pytest.mark.parametrize(("pairs", "linked", "expected"), TABLE)
def test_conflicts_become_questions(pairs: list, linked: list, expected: list) -> None:
    found = [(a, b, Conflict("number", x, y)) for a, b, x, y in pairs]
    told = [
        {" = ".join(side.values): list(side.statements) for side in one.sides}
        for one in disputes([A, B, C, D], found, linked)
    ]
    assert told == expected


def test_fields_are_never_one_question() -> None:
    found = [(A, B, Conflict("number", "12", "15")), (A, B, Conflict("date", "12", "15"))]
    assert [one.field for one in disputes([A, B], found)] == ["number", "date"]


def test_the_earliest_report_comes_first() -> None:
    [one] = disputes(
        [C, B, A], [(A, B, Conflict("place", "Ambon", "Medan")), (B, C, Conflict("place", "Medan", "Poso"))]
    )
    assert [side.values for side in one.sides] == [("Poso",), ("Medan",), ("Ambon",)]


def test_the_order_of_pairs_makes_no_difference() -> None:
    found = [(A, B, Conflict("number", "12", "15")), (C, D, Conflict("number", "20", "30"))]
    found.append((B, C, Conflict("number", "15", "20")))
    assert disputes([A, B, C, D], found) == disputes([A, B, C, D], reversed(found))


def test_pairs_make_groups() -> None:
    assert joined([(1, 2), (3, 4), (5, 6), (4, 1)]) == [{1, 2, 3, 4}, {5, 6}]
    assert joined([]) == []
