"""Whether the conflicts that linking gives are those that a reader wrote down, for every pair that the gold links.

Twice: between the gold's own statements, and between the statements that importing and analysis find in the raw files,
circumstances included. A gold statement is found where a quote shares at least half of the characters that either
has; of an interrupted one, where quotes do so for its pieces.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from articles.analysis import analyse
from articles.importing import read
from articles.linking import conflicts
from articles.records import CONFLICT_FIELDS, FoundQuote, ImportedDocument, Span, StatementRecord
from articles.text.normalising import normalise
from tests.measures.gold import DEMO, ENOUGH_SHARED, EVENTS, HELD_EVENTS, SHIPPED, TUNED_EVENTS, overlap

TARGETS = {"conflicts right": 75.0, "conflicts false": 8.0}
"""What is wanted of the statements that analysis finds, in per cent; of false ones at most."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Raw files, what is said in them, and which of that is linked."""

    gold: Path
    files: Path
    links: Path
    events: tuple[int, ...] = ()
    """The events whose articles count; all, if none is given."""


CORPUS = Corpus(SHIPPED, DEMO, SHIPPED.with_name("links.jsonl"))
TUNED = Corpus(EVENTS / "gold.jsonl", EVENTS, EVENTS / "links.jsonl", TUNED_EVENTS)
HELD = Corpus(EVENTS / "gold.jsonl", EVENTS, EVENTS / "links.jsonl", HELD_EVENTS)


@dataclass(slots=True)
class Tally:
    """Conflicts by field: right, missed and false; and a line for each that is not right."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def share_right(self) -> float:
        """Of the conflicts that the gold has, per cent."""
        return 100 * self.right.total() / max(1, self.right.total() + self.missed.total())

    def share_false(self) -> float:
        """Of the conflicts that are given, per cent."""
        return 100 * self.false.total() / max(1, self.right.total() + self.false.total())

    def lines(self) -> Iterator[str]:
        """A line for each field, as a table."""
        yield f"{'':<12}{'right':>8}{'missed':>8}{'false':>8}"
        for name in CONFLICT_FIELDS:
            yield f"{name:<12}{self.right[name]:>8}{self.missed[name]:>8}{self.false[name]:>8}"
        yield f"right {self.share_right():.1f} % of the gold's, false {self.share_false():.1f} % of those given"


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A gold quote, its pieces joined, and where it stands in the imported text."""

    file: str
    record: StatementRecord
    parts: tuple[Span, ...]


def figures(corpus: Corpus = CORPUS) -> dict[str, float]:
    """Per cent: of the gold's conflicts that are given, of those given that are false; with gold and found statements."""
    given, found = of_gold(corpus), of_found(corpus)
    return {
        "conflicts right": round(found.share_right(), 1),
        "conflicts false": round(found.share_false(), 1),
        "conflicts right (gold statements)": round(given.share_right(), 1),
        "conflicts false (gold statements)": round(given.share_false(), 1),
    }


def of_gold(corpus: Corpus = CORPUS) -> Tally:
    """Between the statements as the gold has them, which tells no circumstances."""
    return _tallied(corpus, {number: one.record for number, one in _statements(corpus).items()})


def of_found(corpus: Corpus = CORPUS) -> Tally:
    """Between the statements that analysis finds in the imported files."""
    found: dict[int, StatementRecord] = {}
    by_file: dict[str, list[int]] = defaultdict(list)
    for number, one in _statements(corpus).items():
        by_file[one.file].append(number)
    for file, numbers in by_file.items():
        document = _document(corpus.files / file)
        quotes = analyse(document.text, document.language, document.published).quotes
        for number in numbers:
            if quote := _matching(_statements(corpus)[number], quotes):
                found[number] = _record(number, quote, document)
    return _tallied(corpus, found)


def _tallied(corpus: Corpus, records: Mapping[int, StatementRecord]) -> Tally:
    tally = Tally()
    for (a, b), wanted in _wanted(corpus).items():
        one, other = records.get(a), records.get(b)
        given = conflicts(one, other) if one and other else ()
        names = {conflict.field for conflict in given}
        tally.right.update(wanted & names)
        tally.missed.update(wanted - names)
        tally.false.update(names - wanted)
        values = {conflict.field: f"{conflict.a!r} / {conflict.b!r}" for conflict in given}
        for name in sorted(wanted ^ names):
            what = "MISSED" if name in wanted else "FALSE"
            texts = "".join(f"\n      {_told(corpus, number, records)}" for number in (a, b))
            tally.errors.append(f"{what} {name} {values.get(name, '')}{texts}")
    return tally


def _told(corpus: Corpus, number: int, records: Mapping[int, StatementRecord]) -> str:
    gold, record = _statements(corpus)[number], records.get(number)
    if record is None:
        return f"{gold.file}: not found: {gold.record.text}"
    return f"{gold.file}: {record.speaker} ({record.cue}): {record.text} {_circumstances(record)}"


def _circumstances(record: StatementRecord) -> str:
    told = record.circumstances
    found = (told.said_on and told.said_on.isoformat(), told.place, told.occasion_kind, told.occasion, told.addressee)
    return f"[{'; '.join(one for one in found if one)}]"


@cache
def _wanted(corpus: Corpus) -> dict[Pair, frozenset[str]]:
    """The conflicts of every pair of statements that the gold links."""
    known, pieces = _statements(corpus), _pieces(corpus)
    ids = {(one.file, piece): number for number, one in known.items() for piece in pieces[number]}
    links: dict[Pair, frozenset[str]] = defaultdict(frozenset)
    for row in _rows(corpus.links):
        ends = sorted(ids.get((row[side]["file"], row[side]["text"]), 0) for side in "ab")
        if not ends[0]:
            continue
        a, b = ends
        links[a, b] |= {name for name in (row["conflict"], *(row.get("also") or ())) if name}
    return dict(links)


@cache
def _statements(corpus: Corpus) -> dict[int, GoldStatement]:
    return {number: statement for number, statement, _ in _gold(corpus)}


@cache
def _pieces(corpus: Corpus) -> dict[int, tuple[str, ...]]:
    return {number: pieces for number, _, pieces in _gold(corpus)}


@cache
def _gold(corpus: Corpus) -> tuple[tuple[int, GoldStatement, tuple[str, ...]], ...]:
    numbers = count(1)
    return tuple(
        (number, *_statement(number, row, pieces, _document(corpus.files / row["file"])))
        for row in _rows(corpus.gold)
        if not corpus.events or row["event"] in corpus.events
        for pieces in _grouped(row["quotes"])
        for number in [next(numbers)]
    )


def _grouped(quotes: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The pieces of each quote."""
    groups: dict[Any, list[dict[str, Any]]] = {}
    for at, quote in enumerate(quotes):
        groups.setdefault(quote.get("group", -1 - at), []).append(quote)
    return list(groups.values())


def _statement(
    number: int, row: dict[str, Any], pieces: Sequence[dict[str, Any]], document: ImportedDocument
) -> tuple[GoldStatement, tuple[str, ...]]:
    texts = tuple(piece["text"] for piece in pieces)
    record = StatementRecord(
        id=number,
        article=row["event"],
        file=row["file"],
        outlet=row["source"],
        language=row["lang"],
        type="quote",
        text=" ".join(texts),
        kind=pieces[0]["kind"],
        speaker=pieces[0]["speaker"] or "",
        cue=pieces[0]["cue"] or "",
        published=date.fromisoformat(row["published"]) if row["published"] else None,
    )
    places = tuple(_place(document.text, normalise(one).text) for one in texts)
    return GoldStatement(row["file"], record, places), texts


def _place(text: str, piece: str) -> Span:
    start = max(0, text.find(piece))
    return Span(start, start + len(piece))


def _matching(gold: GoldStatement, quotes: Sequence[FoundQuote]) -> FoundQuote | None:
    """The quote that a gold statement was found as: like all of it, else like one of its pieces."""
    for parts in (gold.parts, *((part,) for part in gold.parts)):
        best = max(quotes, key=lambda quote: overlap(parts, _parts(quote)), default=None)
        if best is not None and overlap(parts, _parts(best)) >= ENOUGH_SHARED:
            return best
    return None


def _parts(quote: FoundQuote) -> tuple[Span, ...]:
    return quote.parts or (Span(quote.start, quote.end),)


def _record(number: int, quote: FoundQuote, document: ImportedDocument) -> StatementRecord:
    return StatementRecord(
        id=number,
        article=number,
        file=document.file,
        outlet=document.outlet,
        language=document.language,
        type="quote",
        text=" ".join(part.of(document.text) for part in _parts(quote)),
        kind=quote.kind,
        speaker=quote.speaker or "",
        anonymous=quote.anonymous,
        cue=quote.cue or "",
        published=document.published,
        circumstances=quote.circumstances,
    )


@cache
def _document(path: Path) -> ImportedDocument:
    (document,) = read(path.name, path.read_bytes())
    return document


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measures.conflicts", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="name every missed and false conflict")
    options = parser.parse_args()
    for name, corpus in (("corpus", CORPUS), ("events", TUNED), ("held out", HELD)):
        for title, tally in (("gold statements", of_gold(corpus)), ("statements found", of_found(corpus))):
            print("\n".join((f"{name}: {title}", *tally.lines(), "")))
            if options.errors and corpus is not HELD:
                print("\n".join(f"  {error}" for error in tally.errors), "\n")


if __name__ == "__main__":
    main()
