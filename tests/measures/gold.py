"""Articles of which somebody wrote down who says what in them: the shipped corpus and the texts of tests/gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from articles.importing import read
from articles.records import Span
from articles.text.normalising import normalise

TESTS = Path(__file__).parents[1]
SHIPPED = TESTS / "corpus" / "gold.jsonl"
DEMO = TESTS.parent / "articles" / "demo"
WRITTEN = TESTS / "gold"
EVENTS = TESTS / "linking" / "events"
TUNED_EVENTS, HELD_EVENTS = (3, 4, 5), (6,)
"""Events whose articles the rules were made with, and one of which only totals are looked at."""
ENOUGH_SHARED = 0.5
"""Share of the characters that either has, from which what was found is what the gold has."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One quote as a reader has it. `parts` are where its pieces stand in the text, several if it is interrupted."""

    parts: tuple[Span, ...]
    text: str
    kind: str
    speaker: str | None
    on_behalf_of: str = ""
    said_on: date | None = None
    """The day it was said, where the article tells it."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with all quotes in it. `missing` are gold texts that do not stand in it."""

    name: str
    language: str
    published: date | None
    text: str
    quotes: tuple[GoldQuote, ...]
    not_quotes: tuple[tuple[Span, ...], ...] = ()
    """Words in marks that nobody says: for each, every place where they stand."""
    missing: tuple[str, ...] = ()


def shipped() -> Iterator[GoldArticle]:
    """The corpus that comes with the code, imported from its raw files."""
    yield from imported(SHIPPED, DEMO)


def imported(gold: Path, files: Path) -> Iterator[GoldArticle]:
    """Articles whose gold names a raw file."""
    for record in _lines(gold):
        (document,) = read(record["file"], (files / record["file"]).read_bytes())
        yield _article(record, record["file"], document.text, document.published)


def written() -> Iterator[GoldArticle]:
    """The texts of tests/gold, one file a language or a subject."""
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for record in _lines(path):
            published = date.fromisoformat(record["published"]) if record.get("published") else None
            yield _article(record, f"{path.name}: {record['id']}", record["text"], published)


def events(numbers: tuple[int, ...]) -> Iterator[GoldArticle]:
    """The articles of some events of tests/linking/events."""
    rows = _lines(EVENTS / "gold.jsonl")
    articles = imported(EVENTS / "gold.jsonl", EVENTS)
    return (article for row, article in zip(rows, articles, strict=True) if row["event"] in numbers)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _article(record: dict[str, Any], name: str, text: str, published: date | None) -> GoldArticle:
    pieces: dict[object, list[Span]] = {}
    entries: dict[object, dict[str, Any]] = {}
    missing, at = [], 0
    for index, entry in enumerate(record["quotes"]):
        wanted = normalise(entry["text"]).text if "file" in record else entry["text"]
        start = text.find(wanted, at)
        start = start if start >= 0 else text.find(wanted)
        if start < 0:
            missing.append(entry["text"])
            start = len(text)
        at = start + 1
        key = ("group", entry["group"]) if entry.get("group") is not None else index
        pieces.setdefault(key, []).append(Span(start, start + len(wanted)))
        entries.setdefault(key, entry)
    quotes = tuple(_quote(entry, tuple(pieces[key]), text) for key, entry in entries.items())
    others = [(one, _places(text, one)) for one in record.get("not_quotes", ())]
    if "file" not in record:
        missing += [one for one, places in others if not places]
    not_quotes = tuple(places for _, places in others if places)
    return GoldArticle(name, record["lang"], published, text, quotes, not_quotes, tuple(missing))


def _quote(entry: dict[str, Any], parts: tuple[Span, ...], text: str) -> GoldQuote:
    return GoldQuote(
        parts,
        " ".join(part.of(text) for part in parts),
        entry["kind"],
        entry["speaker"],
        entry.get("on_behalf_of") or "",
        date.fromisoformat(entry["said_on"]) if entry.get("said_on") else None,
    )


def _places(text: str, wanted: str) -> tuple[Span, ...]:
    found, at = [], text.find(wanted)
    while at >= 0:
        found.append(Span(at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    return tuple(found)


def overlap(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """The characters in common, as a share of all."""
    common = _common(one, other)
    return common / max(1, sum(map(len, one)) + sum(map(len, other)) - common)


def contained(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """The same as a share of those of the shorter."""
    return _common(one, other) / max(1, min(sum(map(len, one)), sum(map(len, other))))


def _common(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
