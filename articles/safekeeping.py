"""Backups: a desk in one folder, made while the desk is in use, and put back whole or not at all.

A backup holds the database, every original that it names, the secret key, and a manifest with the SHA-256 of each. The
index is not in it, because it is made anew. The order matters: first the database, as it stands at one moment, then
the originals. These are on the disk before a row names them and are never changed, so that none can be missing.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from articles import search
from articles.models import Article, Original

DATABASE = "newsdesk.sqlite3"
KEY = "secret_key"
MANIFEST = "manifest.json"
POSTGRES = (
    "Only a SQLite database can be kept and put back here. For PostgreSQL use pg_dump and pg_restore, and copy the "
    "folder originals after the dump is made."
)


class Unsafe(Exception):
    """Why a backup was not made or not put back; a sentence that says what to do."""


def back_up(folder: Path) -> int:
    """Makes a backup in a new folder; returns how many originals it holds.

    The folder appears when the backup is whole. Raises `Unsafe`, or `OSError` where the disk fails.
    """
    if folder.exists():
        raise Unsafe(f"{folder} is there already. Name a folder that is not.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        with _opened(making / DATABASE, "rwc") as copy:
            _sqlite().backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _check_database(copy)
            named = _originals(copy)
        for sha256 in named:
            _copy(_data() / _place(sha256), making / _place(sha256))
        if (_data() / KEY).exists():
            _copy(_data() / KEY, making / KEY)
        sums = {str(path.relative_to(making)): _sum(path) for path in sorted(making.rglob("*")) if path.is_file()}
        _check_names(sums)
        manifest = {"made": timezone.now().isoformat(), "tables": _newest_migration(), "files": sums}
        (making / MANIFEST).write_text(json.dumps(manifest, indent=1))
        os.sync()
        making.rename(folder)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return len(named)


def restore(folder: Path) -> int:
    """Puts a backup in the place of an empty desk and builds its index; returns how many articles it has.

    Raises `Unsafe` before anything is changed: the backup is not whole, or the desk has articles.
    """
    target = _sqlite()
    if Article._meta.db_table in connection.introspection.table_names() and Article.objects.exists():
        raise Unsafe(f"This desk has articles, which would be lost. Name an empty NEWSDESK_DATA_DIR, not {_data()}.")
    sums = _checked(folder)
    with _opened(folder / DATABASE, "ro") as database:
        _check_database(database)
        if missing := [sha256 for sha256 in _originals(database) if str(_place(sha256)) not in sums]:
            raise Unsafe(f"The backup lacks {len(missing)} originals that its database names. Take another backup.")
        # In the order in which an import writes them.
        for name in sums.keys() - {DATABASE}:
            _copy(folder / name, _data() / name)
        database.backup(target)
    # The next connection sets its modes anew.
    connection.close()
    call_command("migrate", verbosity=0)
    search.rebuild()
    search.drain()
    return Article.objects.count()


def changed_originals() -> Iterator[tuple[str, str]]:
    """The SHA-256 of each original that is not on the disk byte for byte, with "missing" or "changed"."""
    for original in Original.objects.order_by("pk").iterator():
        try:
            if _sum(original.path) != original.sha256:
                yield original.sha256, "changed"
        except FileNotFoundError:
            yield original.sha256, "missing"


def _data() -> Path:
    return Path(settings.NEWSDESK_DATA_DIR)


def _place(sha256: str) -> Path:
    return Path("originals", sha256[:2], sha256)


def _sqlite() -> sqlite3.Connection:
    """The desk's own connection. Raises `Unsafe` for another database."""
    if connection.vendor != "sqlite":
        raise Unsafe(POSTGRES)
    connection.ensure_connection()
    return connection.connection


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """Another database, by Django's own means: its checks use functions that only Django has."""
    name = f"{path.absolute().as_uri()}?mode={mode}"
    other = type(connections[connection.alias])({**connection.settings_dict, "NAME": name, "OPTIONS": {}}, "backup")
    other.ensure_connection()
    try:
        yield other.connection
    finally:
        other.close()


def _originals(database: sqlite3.Connection) -> list[str]:
    return [sha256 for (sha256,) in database.execute(f"SELECT sha256 FROM {Original._meta.db_table}")]


def _check_database(database: sqlite3.Connection) -> None:
    try:
        found = [row[0] for row in database.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    if found != ["ok"]:
        raise Unsafe(f"The database is damaged ({found[0]}). Take an older backup.")


def _checked(folder: Path) -> Mapping[str, str]:
    """The files of a backup with their sums, each of them compared."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
        sums, tables = dict(manifest["files"]), manifest["tables"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unsafe(f"{folder} is no backup: it has no manifest that can be read.") from error
    _check_names(sums)
    if tables > _newest_migration():
        raise Unsafe("The backup was made by a newer Newsdesk. Put it back with that one.")
    for name, sha256 in sums.items():
        if not (folder / name).is_file() or _sum(folder / name) != sha256:
            raise Unsafe(f"{name} is not what was kept. Take another backup.")
    return sums


def _check_names(sums: Mapping[str, str]) -> None:
    """Only the files of a desk are taken, and an original only under its own sum."""
    for name, sha256 in sums.items():
        if name not in (DATABASE, KEY) and Path(name) != _place(sha256):
            raise Unsafe(f"The original {name} is damaged: its bytes are not those that were imported.")
    if DATABASE not in sums:
        raise Unsafe("The backup has no database.")


def _newest_migration() -> str:
    """The name of the last change of the tables that this program knows; later ones sort behind it."""
    return max(name for app, name in MigrationLoader(None).disk_migrations if app == "articles")


def _copy(source: Path, target: Path) -> None:
    """A copy of its own, not a link: what damages one must leave the other."""
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.new")
    try:
        shutil.copy(source, new)
    except FileNotFoundError as error:
        raise Unsafe(f"{source} is missing. `verifyoriginals` lists all that are; bring them back first.") from error
    new.replace(target)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
