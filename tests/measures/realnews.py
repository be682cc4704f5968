"""Real news, measured by the scorer that comes with it; nothing of it is part of the project."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from articles.analysis import analyse
from articles.records import FoundQuote

SETS = {"en": "polnear_dev.jsonl", "de": "de_wikinews_dev.jsonl", "id": "pfsa_id_dev.jsonl"}
NAMES = (
    "direct P",
    "direct R",
    "direct F1",
    "speaker on direct",
    "direct e2e F1",
    "direct e2e F1, all proposals",
    "mixed R",
    "indirect P",
    "indirect R",
    "all kinds F1",
    "all kinds e2e F1",
)
TARGETS: dict[str, dict[str, float]] = {
    "en": {"direct P": 97, "direct R": 97, "speaker on direct": 92, "direct e2e F1": 85, "mixed R": 65.0}
    | {"indirect P": 82, "indirect R": 50, "all kinds F1": 73, "all kinds e2e F1": 62.0},
    "de": {"direct P": 92, "direct R": 96, "speaker on direct": 85, "direct e2e F1": 78, "mixed R": 65.0}
    | {"indirect P": 80, "indirect R": 55, "all kinds F1": 68, "all kinds e2e F1": 55.0},
    "id": {"direct P": 99, "direct R": 98.5, "speaker on direct": 92, "direct e2e F1": 90},
}
PUBLIC: dict[str, dict[str, dict[str, float]]] = {
    "en": {
        "naive": {"direct F1": 96.6, "speaker on direct": 69.3, "all kinds F1": 51.3, "all kinds e2e F1": 24.7},
        "textacy": {"direct F1": 84.5, "speaker on direct": 93.0, "all kinds F1": 41.7, "all kinds e2e F1": 35.8},
        "GenderGapTracker": {"direct F1": 83.5, "speaker on direct": 80.7, "all kinds F1": 68.8}
        | {"all kinds e2e F1": 57.1},
    },
    "de": {"naive": {"direct F1": 82.2, "speaker on direct": 16.9, "all kinds F1": 28.1, "all kinds e2e F1": 6.6}},
    "id": {"naive": {"direct F1": 99.0, "speaker on direct": 46.2}},
}
"""What public systems reach on the test halves of the same sets, as the README beside the sets tells."""


def figures(folder: Path, code: str) -> dict[str, float]:
    """Per cent by NAMES of one set; P of a kind is of those proposed as it, R of those of it in the gold."""
    gold = folder / SETS[code]
    with TemporaryDirectory() as name:
        proposed = Path(name) / "all.jsonl"
        direct = Path(name) / "direct.jsonl"
        with proposed.open("w", encoding="utf-8") as every, direct.open("w", encoding="utf-8") as marked:
            for record in _lines(gold):
                quotes = [_row(quote) for quote in analyse(record["text"], code).quotes]
                print(json.dumps({"id": record["id"], "quotes": quotes}), file=every)
                quotes = [quote for quote in quotes if quote["kind"] == "direct"]
                print(json.dumps({"id": record["id"], "quotes": quotes}), file=marked)
        score = _Scorer(folder / "score_quotes.py", gold)
        all_kinds = score(proposed)
        of_direct, only_direct = score(proposed, "--kind", "direct"), score(direct, "--kind", "direct")
    found = {
        "direct P": all_kinds.precision("direct"),
        "direct R": all_kinds.recall("direct"),
        "direct F1": only_direct.data["iou50"][2],
        "speaker on direct": of_direct.data["spk_name"],
        "direct e2e F1": only_direct.data["e2e"][2],
        "direct e2e F1, all proposals": of_direct.data["e2e"][2],
        "mixed R": all_kinds.recall("mixed"),
        "indirect P": all_kinds.precision("indirect"),
        "indirect R": all_kinds.recall("indirect"),
        "all kinds F1": all_kinds.data["iou50"][2],
        "all kinds e2e F1": all_kinds.data["e2e"][2],
    }
    kinds = {kind for kind in ("mixed", "indirect") if not all_kinds.has(kind)}
    return {name: 100 * value for name, value in found.items() if name.split()[0] not in kinds}


@dataclass(frozen=True)
class _Result:
    """What the scorer says of a whole set."""

    data: dict[str, Any]

    def has(self, kind: str) -> bool:
        return bool(self.data["raw"].get(f"k_{kind}"))

    def precision(self, kind: str) -> float:
        return float(self.data["raw"].get(f"pt_{kind}", 0) / max(1, self.data["raw"].get(f"p_{kind}", 0)))

    def recall(self, kind: str) -> float:
        return float(self.data["raw"].get(f"kf_{kind}", 0) / max(1, self.data["raw"].get(f"k_{kind}", 0)))


@dataclass(frozen=True)
class _Scorer:
    script: Path
    gold: Path

    def __call__(self, proposed: Path, *options: str) -> _Result:
        out = proposed.with_suffix(".scores")
        command = [sys.executable, str(self.script), str(self.gold), str(proposed), "--json", str(out), *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return _Result(json.loads(out.read_text(encoding="utf-8"))["TOTAL"])


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in filter(str.strip, file):
            yield json.loads(line)


def _row(quote: FoundQuote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": quote.speaker,
        "kind": quote.kind,
        "parts": [[part.start, part.end] for part in quote.parts],
    }
