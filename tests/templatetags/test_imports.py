"""Words of the import pages: time left, evidence, columns."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation

from articles.records import COLUMN_FIELDS, EVIDENCE_SOURCES, EVIDENT_FIELDS
from articles.templatetags.imports import FIELDS, SOURCES, by_field, columns_of, in_words, time_left


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "less than a minute left"),
        (29, "less than a minute left"),
        (31, "about 1 minute left"),
        (600, "about 10 minutes left"),
        (89 * 60, "about 89 minutes left"),
        (91 * 60, "about 2 hours left"),
        (36 * 3600, "about 36 hours left"),
    ],
)
def test_time_left_is_told_as_exactly_as_it_is_known(seconds: int, words: str) -> None:
    assert time_left(timedelta(seconds=seconds)) == words


def test_every_field_and_every_source_has_words() -> None:
    assert set(SOURCES) == set(EVIDENCE_SOURCES)
    assert {*EVIDENT_FIELDS, *COLUMN_FIELDS} <= set(FIELDS)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "Kapal tiba", "Kapal tiba"),
        ("language", "id", "Indonesian"),
        ("language", "qx", "qx"),
        ("published", "2025-12-03", "Dec. 3, 2025"),
        # what an editor took away, and what is no day
        ("published", "", ""),
        ("published", "2025-13-45", "2025-13-45"),
    ],
)
def test_a_value_is_told_as_the_page_shows_it(field: str, value: str, words: str) -> None:
    with translation.override("en"):
        assert in_words({"field": field, "value": value, "source": "body", "text": ""}) == words


def test_evidence_goes_by_field_and_keeps_its_numbers() -> None:
    evidence = [{"field": field, "value": value} for field, value in (("title", "a"), ("url", "b"), ("title", "c"))]
    assert by_field(evidence) == [
        ("title", [(0, evidence[0]), (2, evidence[2])]), ("url", [(1, evidence[1])]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "taken"),
    [
        ({}, ["title", "text"]),
        ({7: ["text", ""]}, ["text", ""]),
        # the wrong number of choices, or those for another table
        ({7: ["text"]}, ["title", "text"]),
        ({8: ["text", ""]}, ["title", "text"]),
    ],
)
def test_columns_have_what_was_chosen_or_what_was_understood(chosen: dict[int, list[str]], taken: list[str]) -> None:
    file = SimpleNamespace(pk=7, columns={"names": ["a", "b"], "fields": ["title", "text"]})
    assert columns_of(file, chosen) == list(zip(["a", "b"], taken, strict=True))
