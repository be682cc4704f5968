"""The searches of the demo corpus and of the real seeds: every case that passes goes on passing."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles import ingest, search
from articles.models import Article
from tests.seeds import SEEDS, needs_seeds

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = [json.loads(line) for line in (ROOT / "tests/corpus/searches.jsonl").read_text("utf-8").splitlines()]
DEMO = ROOT / "articles" / "demo"
PASSING = 24
"""Of 24 cases; may not fall."""

pytestmark = pytest.mark.django_db


def found(query: str) -> set[str]:
    hits = search.find(search.parse(query, limit=100)).hits
    return set(Article.objects.filter(pk__in=[hit.article for hit in hits]).values_list("file", flat=True))


def passes(case: dict[str, Any]) -> bool:
    files = found(case["query"])
    return files >= set(case["must_include"]) and not files & set(case["must_not_include"])


def test_the_searches_of_the_demo_corpus() -> None:
    ingest.import_paths([DEMO])
    failing = [case["id"] for case in CASES if not passes(case)]
    assert len(CASES) - len(failing) >= PASSING, failing


@needs_seeds
def test_the_searches_of_the_seeds(capsys: pytest.CaptureFixture[str]) -> None:
    ingest.import_paths([SEEDS])
    assert len(found("Bagheri")) == 5
    assert {name[:3] for name in found("penguatan")} == {"000", "001", "002", "004"}
    call_command("searcharticles", "penguatan", "--limit", "2")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(row) for row in rows] == [{"file", "article", "title", "language", "score", "snippet"}] * 2
    assert rows[0]["score"] == 1.0


def test_the_commands_agree_and_say_when_they_cannot(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["searcharticles", "kapal"], ["verifyindex"]):
        with pytest.raises(CommandError, match="rebuild"):
            call_command(*command)
    ingest.import_paths([DEMO / "04_ms_cahaya-kinabalu-sungai-sirwan.txt"])
    call_command("verifyindex")
    call_command("rebuildindex")
    call_command("searcharticles", "sungai", "--said")
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "index and database agree"
    assert shown[1] == "1 articles indexed"
    assert json.loads(shown[2])["language"] == "ms"
    Article.objects.update(title="Lain")
    with pytest.raises(CommandError, match="1 articles differ"):
        call_command("verifyindex")
