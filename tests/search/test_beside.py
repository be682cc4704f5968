"""The process that writes the index beside one that imports."""

import time
from pathlib import Path

import pytest

from articles import search
from articles.models import Article, Original, OutboxEntry
from articles.search import beside
from articles.search.outbox import BATCH


def store(count: int) -> None:
    """Articles as a large import leaves them."""
    originals = Original.objects.bulk_create(Original(sha256=f"{number:064x}", size=1) for number in range(count))
    articles = Article.objects.bulk_create(
        Article(original=one, file="kapal.txt", language="id", title="Kapal", text="Kapal tiba.") for one in originals
    )
    OutboxEntry.objects.note(article.pk for article in articles)


def test_a_full_batch_is_indexed_while_the_import_runs(
    real_database: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{real_database}")
    monkeypatch.setenv("NEWSDESK_DATA_DIR", str(data_dir))
    with search.draining(BATCH):
        store(BATCH)
        until = time.monotonic() + 30
        while OutboxEntry.objects.exists() and time.monotonic() < until:
            time.sleep(0.1)
        assert not OutboxEntry.objects.exists()
    assert search.find(search.parse("kapal")).total == BATCH


def test_the_process_ends_with_an_import_that_breaks(
    real_database: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{real_database}")
    monkeypatch.setenv("NEWSDESK_DATA_DIR", str(data_dir))
    started: list = []
    popen = beside.subprocess.Popen
    monkeypatch.setattr(beside.subprocess, "Popen", lambda *a, **k: started.append(popen(*a, **k)) or started[0])
    with pytest.raises(KeyboardInterrupt), search.draining(BATCH):
        raise KeyboardInterrupt
    assert started[0].returncode == 0


def test_a_small_import_starts_no_process(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside.subprocess, "Popen", None)
    with search.draining(2):
        store(2)
    assert search.find(search.parse("kapal")).total == 2
