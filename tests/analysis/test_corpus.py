"""Scores on the shipped corpus, in the languages that have cues. They may rise and not fall."""

import json
from functools import cache
from pathlib import Path

from articles.analysis import analyse
from articles.importing import read
from articles.records import FoundQuote

ROOT = Path(__file__).parents[2]
GOLD = [json.loads(line) for line in (ROOT / "tests/corpus/gold.jsonl").read_text(encoding="utf-8").splitlines()]
DEEP = ("id", "ms", "en")


@cache
def body(file: str) -> str:
    (document,) = read(file, (ROOT / "articles/demo" / file).read_bytes())
    return document.text


def words(text: str) -> set[str]:
    return set(text.casefold().split())


def overlap(a: str, b: str) -> float:
    """Words in common, as a share of all."""
    return len(words(a) & words(b)) / max(1, len(words(a) | words(b)))


def pieces_of(text: str, quote: FoundQuote) -> list[str]:
    """The gold has a broken direct quote as several entries, a broken clause as one."""
    return [part.of(text) for part in quote.parts] if quote.kind == "direct" else [quote.text]


def scored(kinds: tuple[str, ...], languages: tuple[str, ...]) -> tuple[int, int, int, int]:
    """Gold quotes, those found, those found with the right speaker, and proposals that hit none."""
    wanted = found = named = wrong = 0
    for record in (one for one in GOLD if one["lang"] in languages):
        text = body(record["file"])
        pieces = [
            (piece, quote.speaker)
            for quote in analyse(text, record["lang"]).quotes
            if ("indirect" if quote.kind == "indirect" else "direct") in kinds
            for piece in pieces_of(text, quote)
        ]
        gold = [one for one in record["quotes"] if one["kind"] in kinds]
        for one in gold:
            wanted += 1
            hits = [speaker for piece, speaker in pieces if overlap(piece, one["text"]) >= 0.5]
            found += bool(hits)
            named += one["speaker"] in hits
        wrong += sum(all(overlap(piece, one["text"]) < 0.5 for one in record["quotes"]) for piece, _ in pieces)
    return wanted, found, named, wrong


def test_speech_in_marks_is_found_with_its_speaker():
    wanted, found, named, wrong = scored(("direct",), DEEP)
    assert found >= 0.97 * wanted
    assert named >= 0.98 * found
    assert wrong <= 1


def test_reported_speech_is_found_with_its_speaker():
    wanted, found, named, wrong = scored(("indirect",), DEEP)
    assert found >= 0.95 * wanted
    assert named >= 0.95 * found
    assert wrong <= 1


def test_what_nobody_says_is_no_quote():
    for record in GOLD:
        spoken = {quote.text.strip(" ,.!?") for quote in analyse(body(record["file"]), record["lang"]).quotes}
        for words_in_marks in record.get("not_quotes", ()):
            assert words_in_marks.strip(" ,.!?") not in spoken, record["file"]


def test_without_cues_clear_speech_is_still_found():
    languages = tuple({one["lang"] for one in GOLD} - set(DEEP))
    wanted, found, _, wrong = scored(("direct",), languages)
    assert found >= 0.84 * wanted
    assert wrong <= 1
