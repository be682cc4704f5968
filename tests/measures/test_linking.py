"""The archive of the bench of links is what an import would leave: the same keys, and reports that keep what they tell."""

import random

import numpy as np
import pytest

from articles import linking
from tests.measures.said import record, taken, told
from tests.measures.spoken import REPORTS, languages, report, spoken

ARTICLES = 1_000


def test_rows_are_those_that_postings_take() -> None:
    dice = random.Random(3)
    postings, wanted, rows = linking.Postings(), [], []
    for statement in range(1, 400):
        # Few keys that nearly all have, so that they are full and statements are left with too few.
        keys = dice.sample(range(8), 5) + [100 + statement] * (statement % 3 == 0)
        wanted += [(key, statement) for key in postings.add(statement, keys)]
        rows += [(key, statement) for key in keys]
    assert sorted(map(tuple, taken(np.array(rows)).tolist())) == sorted(wanted)


def test_keys_made_word_by_word_are_nearly_those_of_the_text() -> None:
    alike, every = 0, 0
    for number in range(0, ARTICLES, 40):
        for one in spoken(number, ARTICLES)[:4]:
            seen = record(one, 1, 1)
            quick, whole = set(linking.keys(seen, told=told(one))), set(linking.keys(seen))
            alike, every = alike + len(quick & whole), every + len(quick | whole)
    assert alike / every > 0.98


@pytest.mark.parametrize("way", REPORTS)
def test_a_report_is_in_other_words_and_meets_its_statement(way: str) -> None:
    dice = random.Random(5)
    met = differing = tried = 0
    for number in range(300, 340):
        one = spoken(number, ARTICLES)[0]
        for language in languages(way, one.language)[:1]:
            other = report(one, way, language, dice)
            index = linking.Index([record(one, 1, 1), record(other, 2, 2)])
            met, tried = met + bool(index.near(record(other, 2, 2))), tried + 1
            differing += other.text != one.text
    assert met / tried > 0.9
    assert differing / tried >= 0.8
