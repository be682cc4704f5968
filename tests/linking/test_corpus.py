"""Scores of the proposals on the demo corpus. They may rise, never fall.

What raw files come to, findings and links together, is measured in tests/measures/joining.py. The pieces of one quote are one statement. A pair that the gold calls contradicting is one utterance with a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from articles.linking import compare, propose
from articles.linking.wording import comparable
from articles.records import Comparison, StatementRecord

CORPUS = Path(__file__).parents[1] / "corpus"
Pair = tuple[int, int]


def rows(name: str) -> Iterator[dict[str, Any]]:
    with (CORPUS / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@cache
def statements() -> tuple[dict[int, StatementRecord], dict[tuple[str, str], int]]:
    """The gold quotes by id, and the id of every (file, text)."""
    found: dict[int, StatementRecord] = {}
    ids: dict[tuple[str, str], int] = {}
    for article, row in enumerate(rows("gold.jsonl")):
        grouped: dict[Any, list[dict[str, Any]]] = {}
        for at, quote in enumerate(row["quotes"]):
            grouped.setdefault(quote.get("group", -1 - at), []).append(quote)
        for pieces in grouped.values():
            number = len(found) + 1
            ids.update({(row["file"], piece["text"]): number for piece in pieces})
            found[number] = StatementRecord(
                id=number,
                article=article,
                file=row["file"],
                outlet=row["source"],
                language=row["lang"],
                type="quote",
                text=" ".join(piece["text"] for piece in pieces),
                kind=pieces[0]["kind"],
                speaker=pieces[0]["speaker"] or "",
                cue=pieces[0]["cue"] or "",
                published=date.fromisoformat(row["published"]) if row["published"] else None,
            )
    return found, ids


@cache
def gold() -> dict[Pair, list[dict[str, Any]]]:
    """The gold links by the pair of statements."""
    _found, ids = statements()
    links: dict[Pair, list[dict[str, Any]]] = {}
    for row in rows("links.jsonl"):
        a, b = sorted(ids[row[side]["file"], row[side]["text"]] for side in "ab")
        links.setdefault((a, b), []).append(row)
    return links


@cache
def proposals() -> dict[Pair, Comparison]:
    found, _ = statements()
    return {(link.a, link.b): link.comparison for link in propose(found.values())}


def share(right: Iterable[object], of: Iterable[object]) -> float:
    return len(list(right)) / len(list(of))


def of_languages(*codes: str) -> list[Pair]:
    found, _ = statements()
    return [pair for pair in gold() if sorted(found[one].language for one in pair) == sorted(codes)]


def test_same_statements_are_found() -> None:
    same = [pair for pair, links in gold().items() if any(link["relation"] == "same" for link in links)]
    assert len(same) == 14
    assert share(set(same) & proposals().keys(), same) == 1.0


def test_indonesian_and_malay_reports_are_found() -> None:
    pairs = of_languages("id", "ms")
    assert len(pairs) == 21
    assert share(set(pairs) & proposals().keys(), pairs) >= 19 / 21


def test_reports_of_one_language_are_found() -> None:
    pairs = [pair for code in ("id", "ms", "en", "ar") for pair in of_languages(code, code)]
    assert len(pairs) == 28
    assert share(set(pairs) & proposals().keys(), pairs) >= 26 / 28


def test_nearly_nothing_else_is_proposed() -> None:
    assert share(proposals().keys() & gold().keys(), proposals()) >= 0.98


def test_reports_in_languages_far_apart_are_found() -> None:
    found, _ = statements()
    pairs = [pair for pair in gold() if not comparable(*(found[one].language for one in pair))]
    assert len(pairs) > 500
    assert share(set(pairs) & proposals().keys(), pairs) >= 0.7


def test_relations_are_right() -> None:
    known = proposals().keys() & gold().keys()
    right = [
        pair
        for pair in known
        if {proposals()[pair].relation, "contradicts"} & {link["relation"] for link in gold()[pair]}
    ]
    assert share(right, known) >= 0.9


def test_conflicts_are_right_and_none_is_false() -> None:
    found, _ = statements()
    right = missed = false = 0
    for (a, b), links in gold().items():
        wanted = {kind for link in links for kind in (link["conflict"], *(link.get("also") or ())) if kind}
        given = {conflict.field for conflict in compare(found[a], found[b]).conflicts}
        right, missed, false = right + len(wanted & given), missed + len(wanted - given), false + len(given - wanted)
    assert false == 0
    assert right / (right + missed) >= 12 / 13
