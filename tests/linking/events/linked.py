"""Writes links.jsonl from gold.jsonl: ``python -m tests.linking.events.linked``.

Two statements of different articles are a pair when they share a `sids`. What a report says otherwise than the plain
version stands in its `says`, by sid and field; a pair conflicts in the fields in which both say something, and not the
same. "-" is nothing said. Occasion and addressee are said only where they are written down.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]

KINDS_OF_CONFLICT = ("number", "date", "place", "negation", "speaker")
"""What makes two reports contradict each other."""

ALSO = {"occasion": "-", "addressee": "-", "wording": "said"}
"""Fields that differ without a contradiction, and what is taken as said when nothing is written."""


def gold() -> list[Row]:
    return [json.loads(line) for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def linked(articles: list[Row]) -> Iterator[Row]:
    """The link of every pair of statements of different articles that share a sid, in the order of the articles."""
    for one, other in combinations(articles, 2):
        for a in one["quotes"]:
            for b in other["quotes"]:
                if set(a.get("sids", ())) & set(b.get("sids", ())):
                    yield link(one, a, other, b)


def link(one: Row, a: Row, other: Row, b: Row) -> Row:
    conflicts = list(fields_in_conflict(a, b))
    contradicts = bool(conflicts) and conflicts[0] in KINDS_OF_CONFLICT
    shared = [sid for sid in a["sids"] if sid in b["sids"]]
    found = {
        "a": {"file": one["file"], "text": a["text"]},
        "b": {"file": other["file"], "text": b["text"]},
        "relation": "contradicts" if contradicts else relation(one, a, other, b),
        "conflict": conflicts[0] if contradicts else None,
        "overlap": "full" if set(a["sids"]) == set(b["sids"]) else "partial",
        "sids": shared,
    }
    also = conflicts[1:] if contradicts else conflicts
    return {**found, "also": also} if also else found


def relation(one: Row, a: Row, other: Row, b: Row) -> str:
    if a["kind"] != b["kind"] or a.get("short") or b.get("short"):
        return "paraphrase"
    return "same" if one["lang"] == other["lang"] else "translation"


def fields_in_conflict(a: Row, b: Row) -> Iterator[str]:
    shared = set(a["sids"]) & set(b["sids"])
    for field in (*KINDS_OF_CONFLICT, *ALSO):
        if any(disagree(said(a, sid, field), said(b, sid, field)) for sid in shared):
            yield field


def said(quote: Row, sid: str, field: str) -> str:
    return str(quote.get("says", {}).get(sid, {}).get(field, ALSO.get(field, "plain")))


def disagree(one: str, other: str) -> bool:
    return one != other and "-" not in (one, other)


if __name__ == "__main__":
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in linked(gold())]
    (HERE / "links.jsonl").write_text("".join(lines), encoding="utf-8")
