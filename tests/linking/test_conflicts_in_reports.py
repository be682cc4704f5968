"""Statements of which each has ten reports that agree, one in each language, and versions that disagree with them all."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from articles.linking import conflicts
from articles.records import StatementRecord

UTTERANCES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("utterances.toml").read_text(encoding="utf-8"))


def report(text: str, language: str) -> StatementRecord:
    return StatementRecord(
        id=1, article=1, file="a.txt", outlet="", language=language, type="quote", text=text, kind="direct",
        published=date(2026, 2, 9),
    )  # fmt: skip


def reports(name: str) -> list[StatementRecord]:
    return [report(text, language) for language, text in UTTERANCES[name]["reports"].items()]


def deviating() -> Iterator[tuple[str, str, set[str]]]:
    """Each version beside each report: which they are, the field in which they disagree, and the fields given."""
    for name, utterance in UTTERANCES.items():
        for version in utterance["deviating"]:
            one = report(version["text"], version["language"])
            for other in reports(name):
                pair = f"{name}: {version['text']} / {other.text}"
                yield pair, version["field"], {conflict.field for conflict in conflicts(one, other)}


@pytest.mark.parametrize("name", UTTERANCES)
def test_reports_that_agree_have_no_conflict(name: str) -> None:
    found = {(one.language, other.language): conflicts(one, other) for one, other in combinations(reports(name), 2)}
    assert not {pair: given for pair, given in found.items() if given}


def test_versions_that_deviate_have_that_conflict_and_no_other() -> None:
    found = list(deviating())
    missed = [pair for pair, field, given in found if field not in given]
    assert len(missed) <= len(found) // 50, missed
    assert not [pair for pair, field, given in found if given - {field}]
