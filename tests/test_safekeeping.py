"""Backups (promise 29 of ../shared/TRUST.md), and originals that stay byte-identical (promise 27)."""

import hashlib
import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from articles import ingest, safekeeping, search
from articles.models import Article, Original, OutboxEntry, User
from articles.safekeeping import Unsafe
from tests.conftest import PASSWORD, database_at
from tests.factories import make_quote

TEXT = "DERMAGA, 3 Juni 2026 - Kapal nomor {} tiba pagi ini. “Kami siap,” kata Rahma Wibowo.\n"


def store(number: int) -> Article:
    """An article as an import stores it: the original first, then its rows."""
    data = TEXT.format(number).encode()
    original = Original(sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    original.path.parent.mkdir(parents=True, exist_ok=True)
    original.path.write_bytes(data)
    original.save()
    article = Article.objects.create(original=original, language="id", title="Kapal", text=data.decode())
    make_quote(article)
    OutboxEntry.objects.note([article.pk])
    return article


@contextmanager
def somebody_importing() -> Iterator[None]:
    """A process that stores article after article, and drains the outbox now and then, until it is killed."""
    connections.close_all()
    child = os.fork()
    if not child:
        for number in count(1):
            store(number)
            if number % 25 == 0:
                search.drain()
    try:
        yield
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@contextmanager
def empty_desk(folder: Path, settings) -> Iterator[Path]:
    folder.mkdir()
    before = settings.NEWSDESK_DATA_DIR
    settings.NEWSDESK_DATA_DIR = folder
    try:
        with database_at(folder / "newsdesk.sqlite3"):
            yield folder
    finally:
        settings.NEWSDESK_DATA_DIR = before


def integrity(path: Path) -> str:
    with database_at(path), connections["default"].cursor() as cursor:
        return cursor.execute("PRAGMA integrity_check").fetchone()[0]


@pytest.fixture
def backup(real_database: Path, data_dir: Path) -> Path:
    """A backup of a desk with three articles."""
    (data_dir / "secret_key").write_text("a key")
    for number in range(3):
        store(number)
    safekeeping.back_up(data_dir / "backup")
    return data_dir / "backup"


def test_promise_29_ten_backups_made_during_writes_restore_clean(real_database: Path, data_dir: Path, settings) -> None:
    User.objects.create_user("ed", password=PASSWORD)
    sizes = []
    with somebody_importing():
        while Article.objects.count() < 3:
            pass
        for number in range(10):
            safekeeping.back_up(data_dir / f"backup{number}")
    for number in range(10):
        with empty_desk(data_dir / f"desk{number}", settings) as desk:
            sizes.append(safekeeping.restore(data_dir / f"backup{number}"))
            assert integrity(desk / "newsdesk.sqlite3") == "ok"
            assert list(safekeeping.changed_originals()) == []
            assert list(search.verify()) == []
            assert search.find(search.parse("kapal")).total == sizes[-1]
            assert User.objects.get().check_password(PASSWORD)
    assert sizes == sorted(sizes) and sizes[0] >= 3 and sizes[-1] > sizes[0]


def test_a_backup_holds_the_desk_and_no_index(backup: Path) -> None:
    files = {str(path.relative_to(backup)) for path in backup.rglob("*") if path.is_file()}
    originals = {f"originals/{sha256[:2]}/{sha256}" for sha256 in Original.objects.values_list("sha256", flat=True)}
    assert files == {"newsdesk.sqlite3", "secret_key", "manifest.json", *originals} and len(originals) == 3
    assert set(json.loads((backup / "manifest.json").read_text())["files"]) == files - {"manifest.json"}


def test_a_backup_that_breaks_leaves_nothing(real_database: Path, data_dir: Path) -> None:
    store(1)
    lost = store(2).original
    lost.path.unlink()
    before = set(data_dir.iterdir())
    with pytest.raises(CommandError, match=f"{lost.sha256} is missing"):
        call_command("backupdesk", str(data_dir / "backup"))
    lost.path.write_bytes(b"other bytes")
    with pytest.raises(CommandError, match=f"{lost.sha256} is damaged"):
        call_command("backupdesk", str(data_dir / "backup"))
    assert set(data_dir.iterdir()) == before


def test_a_folder_that_is_there_is_never_written_to(backup: Path) -> None:
    with pytest.raises(Unsafe, match="there already"):
        safekeeping.back_up(backup)


def test_a_desk_that_has_articles_is_never_overwritten(backup: Path) -> None:
    store(4)
    with pytest.raises(CommandError, match="would be lost"):
        call_command("restoredesk", str(backup))
    assert Article.objects.count() == 4


@pytest.mark.parametrize("damaged", ["newsdesk.sqlite3", "manifest.json", "secret_key", "an original"])
@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_backup_that_is_not_whole_is_not_put_back(
    backup: Path, data_dir: Path, settings, damaged: str, damage: str
) -> None:
    name = damaged if damaged != "an original" else next(backup.glob("originals/*/*")).relative_to(backup)
    if damage == "gone":
        (backup / name).unlink()
    else:
        (backup / name).write_bytes(b"{" + (backup / name).read_bytes()[1:-1] + b"?")
    with empty_desk(data_dir / "desk", settings) as desk:
        with pytest.raises(Unsafe, match=r"not what was kept|no manifest"):
            safekeeping.restore(backup)
        assert not (desk / "originals").exists() and not (desk / "secret_key").exists()


def test_a_manifest_that_names_files_elsewhere_is_not_followed(backup: Path, data_dir: Path, settings) -> None:
    manifest = json.loads((backup / "manifest.json").read_text())
    (data_dir / "elsewhere").write_bytes(b"x")
    manifest["files"]["../elsewhere"] = hashlib.sha256(b"x").hexdigest()
    (backup / "manifest.json").write_text(json.dumps(manifest))
    with empty_desk(data_dir / "desk", settings), pytest.raises(Unsafe, match=r"\.\./elsewhere"):
        safekeeping.restore(backup)


def test_the_key_comes_back(backup: Path, data_dir: Path, settings) -> None:
    with empty_desk(data_dir / "desk", settings) as desk:
        (desk / "secret_key").write_text("another, made when the empty desk was first started")
        call_command("restoredesk", str(backup))
        assert (desk / "secret_key").read_text() == "a key"


def test_a_backup_of_a_newer_newsdesk_waits_for_that_one(backup: Path, data_dir: Path, settings) -> None:
    manifest = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps({**manifest, "tables": "9999_later"}))
    with empty_desk(data_dir / "desk", settings), pytest.raises(Unsafe, match="newer Newsdesk"):
        safekeeping.restore(backup)


def test_another_database_is_named_with_its_own_tools(db: None, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(type(connections["default"]), "vendor", "postgresql")
    with pytest.raises(Unsafe, match="pg_dump"):
        safekeeping.back_up(tmp_path / "backup")


def test_promise_27_an_original_is_kept_byte_for_byte(db: None, tmp_path: Path) -> None:
    """Whatever the bytes are: line ends, marks of order, blanks at the ends, signs that no encoding has."""
    pieces = (TEXT.format(1).replace("\n", "\r\n") * 3, "\ufeff" + TEXT.format(2), f"\n\n  {TEXT.format(3)}  \t\n\n")
    files = [piece.encode() for piece in pieces] + [TEXT.format(4).encode("utf-16"), b"\xff\xfe\x00\x81 nothing", b"x"]
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number, data in enumerate(files):
        (inbox / f"{number}.txt").write_bytes(data)
    ingest.import_paths([inbox])
    assert Article.objects.count() >= 3
    assert sorted(original.path.read_bytes() for original in Original.objects.all()) == sorted(files)
    call_command("verifyoriginals")


def test_verifyoriginals_lists_what_is_missing_or_changed(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    whole, missing, changed = (store(number).original for number in range(3))
    missing.path.unlink()
    changed.path.write_bytes(changed.path.read_bytes().replace(b"K", b"k"))
    with pytest.raises(CommandError, match="2 originals"):
        call_command("verifyoriginals")
    told = capsys.readouterr().out
    assert f"{missing.sha256}: missing" in told and f"{changed.sha256}: changed" in told
    assert whole.sha256 not in told
