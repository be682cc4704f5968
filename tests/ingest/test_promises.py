"""What ../shared/TRUST.md promises of the import: promises 1, 9 and 10, with the tests that its table names."""

import errno
import json
import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from articles import ingest, search
from articles.ingest import batches, copies, files, keys, links, originals, running
from articles.models import Article, ImportBatch, OutboxEntry
from articles.search import beside
from articles.search.whoosh_writer import Folder
from tests.importing.packing import zipped
from tests.ingest.unconfined import reader
from tests.test_promises_index import in_a_child

KILLS = 50
POINTS: tuple[tuple[object, str], ...] = (
    (files, "store"),
    (files, "_store_documents"),
    (files, "_list_members"),
    (files, "_finish"),
    (files, "finish"),
    (transaction.Atomic, "__exit__"),
    (originals, "_chunks"),
    (links, "propose_links"),
    (links, "link_copies"),
    (links, "renew"),
    (keys, "_stale"),
    (copies, "_pairs"),
    (batches, "compare_new"),
)
"""Where an import is killed, before or after this runs."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small groups, so that there are many places to be killed at; all in one process."""
    monkeypatch.setattr(batches, "reader", reader)
    monkeypatch.setattr(batches, "GROUP", 15)
    monkeypatch.setattr(beside, "MANY", 1_000_000)
    for module in (files, running):
        monkeypatch.setattr(module, "AT_ONCE", 6)


def story(number: int) -> str:
    """A little article that shares no sentence with another one."""
    dice = random.Random(number)
    words = ["".join(dice.choices(("ka", "la", "mi", "no", "pu", "ra", "si", "ta"), k=3)) for _ in range(12)]
    said = f"Kami akan {' '.join(words[:6])} sebelum {number} hari berlalu"
    return f"Kapal {words[6]} tiba di {words[7]} dengan {' '.join(words[8:])}. “{said},” kata Rahma Wibowo kemarin.\n"


CRAWL, ARCHIVE = "0crawl.jsonl", "0wires.zip"
SINGLE, INSIDE, ROWS = 900, 98, 100
"""Files of one article each, files in the archive, articles in the crawl: 1,000 files in all."""


def a_thousand_files(folder: Path) -> list[Path]:
    rows = (json.dumps({"title": f"Kabar {at}", "text": story(5000 + at)}) for at in range(ROWS))
    contents = {
        CRAWL: "\n".join(rows).encode(),
        ARCHIVE: zipped((f"{at}.txt", story(9000 + at)) for at in range(INSIDE)),
    }
    contents |= {f"{at:04}.txt": story(at).encode() for at in range(SINGLE)}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def each_is_whole_or_absent(batch: ImportBatch) -> None:
    outcomes = dict(batch.files.values_list("name", "outcome"))
    articles = Counter(Article.objects.values_list("file", flat=True))
    assert set(outcomes.values()) <= {"imported", "waiting"}
    assert {file for file in articles if outcomes[file] == "waiting"} <= {CRAWL}
    assert {file for file, outcome in outcomes.items() if outcome == "imported"} - {ARCHIVE} <= articles.keys()
    assert not Article.objects.filter(statements=None).exists()
    assert outcomes.get(CRAWL) != "imported" or articles[CRAWL] == ROWS
    assert set(articles.values()) - {articles[CRAWL]} <= {1}
    inside = batch.files.filter(parent__name=ARCHIVE).count()
    assert inside == (INSIDE if outcomes[ARCHIVE] == "imported" else 0)


def killed(dice: random.Random, batch: ImportBatch) -> bool:
    """Imports in a child that is killed at a point, at the latest after some groups; tells whether it was."""
    owner, name = dice.choice(POINTS)

    def work() -> None:
        die_at(owner, name, dice.randint(1, 3), after=dice.random() < 0.5)
        die_at(files, "_store", 5, after=False)
        ingest.import_batch(batch)

    return os.WIFSIGNALED(os.waitpid(in_a_child(work), 0)[1])


def die_at(owner: object, name: str, calls: int, *, after: bool) -> None:
    """Kills this process at the so-manieth call of a function, before or after it runs."""
    real: Callable[..., Any] = getattr(owner, name)
    called = count(1)

    def dying(*arguments: Any, **options: Any) -> Any:
        last = next(called) == calls
        result = real(*arguments, **options) if after or not last else None
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, dying)


def test_promise_1_fifty_kills_of_an_import_of_a_thousand_files(
    real_database: Path, tmp_path: Path, quick: None
) -> None:
    (inbox := tmp_path / "inbox").mkdir()
    batch = ingest.receive((path.name, path) for path in a_thousand_files(inbox))
    dice = random.Random(1)
    for _ in range(KILLS):
        assert killed(dice, batch), "it was at its end before, or failed"
        each_is_whole_or_absent(batch)
    ingest.import_batch(batch)
    each_is_whole_or_absent(batch)
    assert set(batch.files.values_list("outcome", flat=True)) == {"imported"}
    assert Article.objects.count() == SINGLE + INSIDE + ROWS
    assert not Article.objects.filter(is_compared=False).exists()
    assert list(search.verify()) == [] and not OutboxEntry.objects.exists()
    assert search.find(search.parse("kapal")).total == SINGLE + INSIDE + ROWS


def test_promise_10_one_file_twenty_times_in_parallel(real_database: Path, tmp_path: Path, quick: None) -> None:
    path = tmp_path / "wire.txt"
    path.write_text(story(1))
    children = [in_a_child(lambda: ingest.import_paths([path])) for _ in range(20)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 20
    original = Article.objects.get().original
    assert Counter(original.files.values_list("outcome", flat=True)) == {"imported": 1, "duplicate": 19}
    assert list(search.verify()) == []


def test_two_processes_that_import_one_batch_import_each_file_once(
    real_database: Path, tmp_path: Path, quick: None
) -> None:
    (inbox := tmp_path / "inbox").mkdir()
    batch = ingest.receive((path.name, path) for path in a_thousand_files(inbox)[1:60])
    children = [in_a_child(lambda: ingest.import_batch(batch)) for _ in range(3)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 3
    each_is_whole_or_absent(batch)
    assert set(batch.files.values_list("outcome", flat=True)) == {"imported"}


@pytest.mark.parametrize("call", ["fsync", "replace", "write"])
@pytest.mark.parametrize("failing", [1, 2, 3])
def test_promise_9_a_full_disk_refuses_an_original_and_a_retry_works(
    db: None, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch, call: str, failing: int
) -> None:
    (inbox := tmp_path / "inbox").mkdir()
    for at in range(3):
        (inbox / f"{at}.txt").write_text(story(at))
    with monkeypatch.context() as broken:
        if call == "write":
            broken.setattr(originals, "_chunks", full_at(failing, originals._chunks))
        else:
            broken.setattr(os, call, full_at(failing, getattr(os, call)))
        batch = ingest.import_paths([inbox])
    refused = batch.files.get(outcome="refused")
    assert (refused.name, refused.original) == (f"{failing - 1}.txt", None)
    assert "No space left" in refused.reason
    assert not list((tmp_path / "originals").glob(".new-*"))
    assert all((inbox / f"{at}.txt").read_text() == story(at) for at in range(3))
    again = ingest.import_paths([inbox])
    assert Counter(again.files.values_list("outcome", flat=True)) == {"imported": 1, "duplicate": 2}
    assert Article.objects.count() == 3 and list(search.verify()) == []


def full_at(failing: int, real: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, whose so-manieth call finds the disk full."""
    calls = count(1)

    def call(*arguments: Any, **options: Any) -> Any:
        if next(calls) == failing:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **options)

    return call


@pytest.mark.parametrize("pages", [1, 4, 10, 20, 40, 80])
def test_promise_9_a_database_without_space_loses_nothing_and_a_retry_works(
    real_database: Path, tmp_path: Path, quick: None, pages: int
) -> None:
    (inbox := tmp_path / "inbox").mkdir()
    batch = ingest.receive((path.name, path) for path in a_thousand_files(inbox)[1:60])
    with pytest.raises(OperationalError, match="full"), little_space(pages):
        ingest.import_batch(batch)
    each_is_whole_or_absent(batch)
    ingest.import_batch(batch)
    each_is_whole_or_absent(batch)
    assert set(batch.files.values_list("outcome", flat=True)) == {"imported"}
    assert list(search.verify()) == []


@contextmanager
def little_space(pages: int) -> Iterator[None]:
    """The database may grow by so many pages only."""
    with connection.cursor() as cursor:
        used = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {used + pages}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 4294967294")


@pytest.mark.parametrize("failing", range(1, 6))
def test_promise_9_an_index_that_cannot_be_written_is_owed_and_a_retry_works(
    db: None, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    ingest.import_batch(ingest.receive([("0.txt", story(0).encode())]))
    batch = ingest.receive([("1.txt", story(1).encode())])
    with monkeypatch.context() as broken, suppress(OSError):
        broken.setattr(os, "fsync", full_at(failing, os.fsync))
        broken.setattr(Folder, "rename_file", full_at(failing, Folder.rename_file))
        ingest.import_batch(batch)
    assert Article.objects.count() == 2
    assert set(batch.files.values_list("outcome", flat=True)) == {"imported"}
    search.drain()
    assert list(search.verify()) == []
