"""How right the proposed links are: raw files through importing, analysis and linking, against gold links.

A gold statement is found by the statement of its article that shares at least half of the characters that either has.
A pair that the gold calls contradicting is one utterance with a conflict, as in the export. Links of claims, and of
quotes that the gold does not know, count as wrong when they join what stands in no gold link.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from articles.analysis import analyse
from articles.importing import read
from articles.linking import propose, utterances
from articles.linking.wording import comparable
from articles.records import FoundClaim, FoundQuote, ImportedDocument, ProposedLink, Span, StatementRecord
from tests.measures.gold import DEMO, ENOUGH_SHARED, EVENTS, SHIPPED, GoldArticle, contained, imported, overlap

TARGETS = {
    "same": 97,
    "id-ms": 85,
    "one language": None,
    "others grouped": 60,
    "others": None,
    "precision": 92,
    "conflicts": 75,
    "conflicts true": 92,
}
"""What each figure should reach, in per cent. "same": of the pairs that the gold calls so, those proposed; "id-ms" and
"others": of all pairs of those languages; "conflicts": of the gold's conflicts between statements that
are joined, those given; "conflicts true": of those given, those of the gold. "others grouped": of the reports of an utterance that is told in languages that
cannot be compared by word, those in its largest group."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldLink:
    """Two gold statements by number, a < b, that share a statement or contradict each other."""

    a: int
    b: int
    relations: frozenset[str]
    conflicts: frozenset[str]


@dataclass(slots=True)
class Linked:
    """A set of articles with what was found in them, what was proposed, and what should have been."""

    statements: dict[int, StatementRecord] = field(default_factory=dict)
    """All that analysis found, by id."""
    gold: dict[int, str] = field(default_factory=dict)
    """The gold statements by number: file and words."""
    languages: dict[int, str] = field(default_factory=dict)
    sids: dict[int, frozenset[str]] = field(default_factory=dict)
    found: dict[int, int] = field(default_factory=dict)
    """The statement that a gold statement is."""
    touched: dict[int, set[int]] = field(default_factory=dict)
    """By found statement the gold statements of which it is a half, or that are a half of it."""
    links: list[GoldLink] = field(default_factory=list)
    proposals: list[ProposedLink] = field(default_factory=list)

    def is_right(self, pair: Pair) -> bool:
        """Whether two found statements, or the gold ones of which they are pieces, are linked in the gold."""
        linked = {(link.a, link.b) for link in self.links}
        one, other = (self.touched.get(end, set()) for end in pair)
        return any(_pair(a, b) in linked for a in one for b in other)


def corpus() -> Linked:
    """The shipped articles."""
    return linked(SHIPPED, DEMO, SHIPPED.with_name("links.jsonl"))


def events(numbers: Collection[int]) -> Linked:
    """Those of some events of tests/linking/events."""
    return linked(EVENTS / "gold.jsonl", EVENTS, EVENTS / "links.jsonl", numbers)


def linked(gold: Path, files: Path, links: Path, numbers: Collection[int] = ()) -> Linked:
    """A corpus read from its raw files, with the links that are proposed among all its statements; of some events, if
    their numbers are given."""
    known = Linked()
    ids: dict[tuple[str, str], int] = {}
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, (row, article) in enumerate(zip(rows, imported(gold, files), strict=True)):
        if numbers and row["event"] not in numbers:
            continue
        (document,) = read(row["file"], (files / row["file"]).read_bytes())
        own = list(_statements(document, number, len(known.statements)))
        known.statements.update((one.id, one) for one in own)
        _take_gold(known, row, article, own, ids)
    known.links = list(_links(links, ids))
    known.proposals = list(propose(known.statements.values()))
    return known


def figures(known: Linked) -> dict[str, float]:
    """Per cent by the names of TARGETS."""
    proposed = {(link.a, link.b) for link in known.proposals}
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for link in known.links:
        joined = link.a in known.found and link.b in known.found
        hit = joined and _pair(known.found[link.a], known.found[link.b]) in proposed
        for name in _names(known, link):
            wanted[name] += 1
            right[name] += hit
    wanted["precision"], right["precision"] = len(proposed), sum(map(known.is_right, proposed))
    for given, gold in _conflicts(known):
        wanted["conflicts"] += len(gold)
        wanted["conflicts true"] += len(given)
        right["conflicts"] += len(given & gold)
        right["conflicts true"] += len(given & gold)
    for largest, reports in grouped(known):
        wanted["others grouped"] += reports
        right["others grouped"] += largest
    return {name: round(100 * right[name] / wanted[name], 1) for name in TARGETS if wanted[name]}


def errors(known: Linked) -> Iterator[str]:
    """A line for each wrong proposal and each pair that was not proposed."""
    proposed = {(link.a, link.b): link for link in known.proposals}
    for pair, link in proposed.items():
        if not known.is_right(pair):
            yield f"WRONG {link.comparison.score} {_told(known.statements[link.a])} || {_told(known.statements[link.b])}"
    for gold in known.links:
        ends = [known.found.get(one) for one in (gold.a, gold.b)]
        if None in ends:
            yield f"UNFOUND {'/'.join(sorted(gold.relations))} {known.gold[gold.a]} || {known.gold[gold.b]}"
        elif _pair(*(one for one in ends if one)) not in proposed:
            yield f"MISSED {'/'.join(sorted(gold.relations))} {known.gold[gold.a]} || {known.gold[gold.b]}"


def grouped(known: Linked) -> Iterator[tuple[int, int]]:
    """For each utterance told in languages that cannot be compared: reports in its largest group, and all reports."""
    joins = [(link.a, link.b, link.comparison.relation or "") for link in known.proposals]
    group_of = {one: at for at, group in enumerate(utterances(known.statements, joins)) for one in group}
    reports: defaultdict[str, set[int]] = defaultdict(set)
    for number, sids in known.sids.items():
        for sid in sids:
            reports[sid].add(number)
    for numbers in reports.values():
        codes = {known.languages[one] for one in numbers}
        if any(not comparable(one, other) for one, other in combinations(codes, 2)):
            groups = Counter(group_of[known.found[one]] for one in numbers if one in known.found)
            yield max(groups.values(), default=0), len(numbers)


def _conflicts(known: Linked) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """For each gold pair that is proposed, the fields of conflicts given, and those of the gold."""
    gold = {
        _pair(known.found[link.a], known.found[link.b]): link.conflicts
        for link in known.links
        if link.a in known.found and link.b in known.found
    }
    for link in known.proposals:
        if (link.a, link.b) in gold:
            yield frozenset(one.field for one in link.comparison.conflicts), gold[link.a, link.b]


def _names(known: Linked, link: GoldLink) -> Iterator[str]:
    one, other = known.languages[link.a], known.languages[link.b]
    if "same" in link.relations:
        yield "same"
    if one == other:
        yield "one language"
    else:
        yield "id-ms" if comparable(one, other) else "others"


def _pair(a: int, b: int) -> Pair:
    return min(a, b), max(a, b)


def _told(one: StatementRecord) -> str:
    return f"{one.file[:5]} {one.type} {one.speaker}: {one.text}"


def _take_gold(
    known: Linked,
    row: dict[str, Any],
    article: GoldArticle,
    own: list[StatementRecord],
    ids: dict[tuple[str, str], int],
) -> None:
    """Numbers the gold statements of an article, and finds each among what was found in it."""
    entries: dict[object, list[dict[str, Any]]] = {}
    for index, entry in enumerate(row["quotes"]):
        entries.setdefault(("group", entry["group"]) if entry.get("group") is not None else index, []).append(entry)
    for quote, pieces in zip(article.quotes, entries.values(), strict=True):
        number = len(known.gold) + 1
        known.gold[number] = f"{row['file'][:5]} {quote.speaker}: {quote.text}"
        known.languages[number] = row["lang"]
        known.sids[number] = frozenset(sid for piece in pieces for sid in piece.get("sids", ()))
        ids.update({(row["file"], piece["text"]): number for piece in pieces})
        quotes = [one for one in own if one.type == "quote"]
        spans = {one.id: one.parts or (Span(one.start, one.end),) for one in quotes}
        for one, parts in spans.items():
            if contained(quote.parts, parts) >= ENOUGH_SHARED:
                known.touched.setdefault(one, set()).add(number)
        shares = [(overlap(quote.parts, parts), one) for one, parts in spans.items()]
        best = max(shares, default=(0.0, 0))
        if best[0] >= ENOUGH_SHARED:
            known.found[number] = best[1]


def _links(path: Path, ids: dict[tuple[str, str], int]) -> Iterator[GoldLink]:
    found: defaultdict[Pair, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if (row["a"]["file"], row["a"]["text"]) not in ids or (row["b"]["file"], row["b"]["text"]) not in ids:
            continue
        found[_pair(*(ids[row[side]["file"], row[side]["text"]] for side in "ab"))].append(row)
    for (a, b), rows in found.items():
        relations = frozenset(row["relation"] for row in rows)
        conflicts = frozenset(one for row in rows for one in (row["conflict"], *(row.get("also") or ())) if one)
        yield GoldLink(a, b, relations, conflicts)


def _statements(document: ImportedDocument, article: int, taken: int) -> Iterator[StatementRecord]:
    found: Iterable[FoundQuote | FoundClaim] = analyse(document.text, document.language, document.published)
    for number, one in enumerate(found, taken + 1):
        yield statement(document, article, number, one)


def statement(document: ImportedDocument, article: int, number: int, one: FoundQuote | FoundClaim) -> StatementRecord:
    """A finding as linking sees it once it is stored, but for the person."""
    known: dict[str, Any] = {}
    text = one.text
    if isinstance(one, FoundQuote):
        text = " ".join(part.of(document.text) for part in one.parts) if len(one.parts) > 1 else one.text
        known = {
            "kind": one.kind,
            "speaker": one.speaker or "",
            "anonymous": one.anonymous,
            "cue": one.cue or "",
            "parts": one.parts,
            "circumstances": one.circumstances,
        }
    return StatementRecord(
        id=number,
        article=article,
        file=document.file,
        outlet=document.outlet,
        language=document.language,
        type="quote" if isinstance(one, FoundQuote) else "claim",
        text=text,
        start=one.start,
        end=one.end,
        published=document.published,
        **known,
    )
