"""The picture of an event: from 2 to 60 articles legible, in one way only, and nothing lost in silence."""

import random
import re
from datetime import date, timedelta
from itertools import combinations

import pytest

from articles.linking.lettering import fitted, width_of
from articles.linking.picture import RADIUS, Node, Picture, picture
from articles.linking.ties import SIGN, Box, Tie

FIRST = date(2026, 6, 1)
OUTLETS = ["Suluh Timur", "Harian Tepi", "The Solent Evening Mail and Advertiser", "کاریز", "新报晨讯", ""]


def node(number: int, day: int | None = 0, lane: str = "Suluh Timur", label: str = "id") -> Node:
    return Node(number, number, None if day is None else FIRST + timedelta(day), lane, label)


def event(size: int, seed: int = 1) -> tuple[list[Node], list[Tie]]:
    chance = random.Random(seed)
    nodes = [
        node(n, chance.choice([None, *range(9), 300]), chance.choice(OUTLETS), chance.choice(OUTLETS))
        for n in range(1, size + 1)
    ]
    pairs = [pair for pair in combinations(range(1, size + 1), 2) if chance.random() < 0.5]
    return nodes, [Tie(a, b, chance.randint(1, 12), 0.0, chance.random() < 0.2) for a, b in pairs]


def taken(found: Picture) -> list[Box]:
    """What is drawn in letters: the dots with their labels, the names of the lanes, the days."""
    dots = [
        Box(dot.x - RADIUS, dot.y - RADIUS, dot.label_x + width_of(dot.label), dot.y + RADIUS) for dot in found.dots
    ]
    names = [Box(12, lane.y - 8, 12 + width_of(lane.shown), lane.y + 8) for lane in found.lanes]
    days = [Box(tick.x - RADIUS, 8, tick.x - RADIUS + width_of("30 Sep"), 40) for tick in found.ticks]
    return [*dots, *names, *days]


@pytest.mark.parametrize("size", [2, 3, 7, 20, 60])
@pytest.mark.parametrize("seed", range(4))
def test_no_words_lie_on_others_and_all_are_inside(size: int, seed: int) -> None:
    found = picture(*event(size, seed))
    boxes = taken(found)
    assert not [(one, other) for one, other in combinations(boxes, 2) if one.meets(other)]
    assert all(box.left >= 0 and box.top >= 0 for box in boxes)
    assert all(box.right <= found.width and box.bottom <= found.height for box in boxes)
    assert len(found.dots) == size


@pytest.mark.parametrize("size", [2, 60])
def test_the_same_articles_make_the_same_picture(size: int) -> None:
    nodes, ties = event(size)
    assert picture(nodes, ties) == picture(nodes[::-1], ties[::-1])


def test_days_run_from_left_to_right_and_those_without_come_last() -> None:
    found = picture([node(1, 3), node(2, 0), node(3, None)], [])
    places = {dot.node.id: dot.x for dot in found.dots}
    assert places[2] < places[1] < places[3]
    assert [tick.day for tick in found.ticks] == [FIRST, FIRST + timedelta(3), None]


def test_days_further_apart_stand_further_apart() -> None:
    near, far = (picture([node(1, 0), node(2, days)], []).ticks for days in (1, 60))
    assert far[1].x - far[0].x > near[1].x - near[0].x


def test_each_lane_has_its_own_band_and_no_other_dot() -> None:
    found = picture(*event(40))
    for lane in found.lanes:
        inside = [dot.node.lane for dot in found.dots if lane.top <= dot.y < lane.top + lane.height]
        assert set(inside) == {lane.name}


def test_many_articles_of_one_day_stand_beside_each_other() -> None:
    found = picture([node(n) for n in range(1, 61)], [])
    assert len({dot.x for dot in found.dots}) == 10
    assert found.height < 400


def test_a_curve_joins_its_two_dots_and_is_thicker_for_more() -> None:
    found = picture([node(1, 0), node(2, 1, "Harian Tepi")], [Tie(1, 2, 4)])
    (curve,) = found.curves
    numbers = [float(one) for one in re.findall(r"[\d.]+", curve.path)]
    assert (numbers[:2], numbers[-2:]) == ([found.dots[0].x, found.dots[0].y], [found.dots[1].x, found.dots[1].y])
    thin = picture([node(1, 0), node(2, 1)], [Tie(1, 2, 1)]).curves[0].thickness
    assert (thin, curve.thickness) == (1.0, 2.2)
    assert picture([node(1, 0), node(2, 1)], [Tie(1, 2, 500)]).curves[0].thickness < 5


@pytest.mark.parametrize("size", [5, 12])
def test_signs_of_disagreement_lie_neither_on_words_nor_on_each_other(size: int) -> None:
    nodes, ties = event(size)
    found = picture(nodes, [Tie(tie.a, tie.b, tie.weight, 0, n < size) for n, tie in enumerate(ties)])
    signs = [curve.sign for curve in found.curves if curve.tie.disputed]
    boxes = [Box(sign.x - SIGN, sign.y - SIGN, sign.x + SIGN, sign.y + SIGN) for sign in signs]
    meeting = [(one, other) for one, other in combinations(boxes, 2) if one.meets(other)]
    assert len(meeting) <= len(boxes) // 5


def test_too_many_ties_are_thinned_and_counted_but_leave_nobody_alone() -> None:
    nodes = [node(n, n % 9) for n in range(1, 61)]
    ties = [Tie(a, b, 1 + (a * b) % 7) for a, b in combinations(range(1, 61), 2)]
    found = picture(nodes, ties)
    assert len(found.curves) == 90 and found.left_out == len(ties) - 90
    assert {end for curve in found.curves for end in (curve.tie.a, curve.tie.b)} == set(range(1, 61))


def test_disputed_ties_are_drawn_before_stronger_ones() -> None:
    nodes = [node(n) for n in range(1, 31)]
    ties = [Tie(a, b, 9) for a, b in combinations(range(1, 31), 2)]
    found = picture(nodes, [*ties[:-1], Tie(29, 30, 1, 0.0, True)])
    assert [curve.tie for curve in found.curves if curve.tie.disputed] == [Tie(29, 30, 1, 0.0, True)]


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("Suluh Timur", 200, "Suluh Timur"),
        ("The Solent Evening Mail", 90, "The Solent…"),
        ("新报晨讯新报晨讯", 60, "新报晨讯…"),
        ("", 10, ""),
    ],
)
def test_long_words_are_cut_where_it_is_said(words: str, width: int, expected: str) -> None:
    assert fitted(words, width) == expected
    assert width_of(fitted(words, width)) <= width


def test_marks_that_stand_above_letters_take_no_room() -> None:
    assert width_of("a" + "\u0301" * 500) == width_of("a")
