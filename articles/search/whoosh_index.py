"""The index as Whoosh keeps it: its builds, its one writer, its readers."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whoosh.util.filelock import try_for

from articles.search.builds import Builds
from articles.search.documents import ArticleDocument, Reading
from articles.search.unavailable import IndexBusy, IndexMissing, IndexUnavailable
from articles.search.versions import index_version
from articles.search.whoosh_building import fill
from articles.search.whoosh_codec import schema
from articles.search.whoosh_view import WhooshView
from articles.search.whoosh_writer import Folder, fingerprints, probe, write

logger = logging.getLogger(__name__)

BROKEN = "broken"
"""A file in a build whose others were found torn."""
VERSION = "made.version"
"""A file in a build that says what made it."""
TRIES = 3
"""Times that a reader is opened whose files a writer has just removed."""


class TornIndex(Exception):
    """Files of an index are not what was written."""


class WhooshIndex:
    """See `articles.search.engine.Engine`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.builds = Builds(folder)
        self.opening = threading.Lock()
        self.opened: WhooshView | None = None

    def view(self) -> WhooshView:
        """The present state, one for all threads, so that what one search found serves the next."""
        build = self.builds.current()
        with self.opening:
            try:
                self._refuse_a_broken(build)
                if self.opened is not None and not self.opened.is_untouched():
                    raise TornIndex("somebody wrote to its files")
                if self.opened is None or not self.opened.is_of(build):
                    self.opened = self._opened(build)
            except Exception as error:  # A torn file fails in any way: TypeError, EOFError, struct.error and more.
                self.opened = None
                self.distrust()
                raise self._unavailable(error) from error
            return self.opened

    def probe(self) -> None:
        build = self.builds.current()
        try:
            self._refuse_a_broken(build)
            probe(build)
        except Exception as error:
            raise self._unavailable(error) from error

    def fingerprints(self) -> dict[int, int]:
        build = self.builds.current()
        try:
            self._refuse_a_broken(build)
            return fingerprints(build)
        except Exception as error:
            raise self._unavailable(error) from error

    def _refuse_a_broken(self, build: Path) -> None:
        if (build / BROKEN).exists():
            raise TornIndex("files are not what was written")

    def _unavailable(self, error: Exception) -> IndexUnavailable:
        return IndexUnavailable(f"The index in {self.folder} cannot be read ({error!r}): rebuild it.")

    def _opened(self, build: Path) -> WhooshView:
        for _ in range(TRIES - 1):
            try:
                return WhooshView(build)
            except FileNotFoundError:
                # A commit came between the list of segments and their files.
                continue
        return WhooshView(build)

    def distrust(self) -> None:
        build = self.builds.current()
        if not (build / BROKEN).exists():
            try:
                probe(build)
            except Exception:  # Torn files fail in any way.
                (build / BROKEN).touch()

    def is_outdated(self) -> bool:
        version = self.builds.current() / VERSION
        return not version.exists() or version.read_bytes() != index_version().encode()

    def is_rebuilding(self) -> bool:
        """Whether somebody holds the lock of a rebuild; a build that a crash left behind does not count."""
        if not self.builds.unfinished():
            return False
        lock = Folder(str(self.folder)).lock("rebuild.lock")
        if lock.acquire():
            lock.release()
            return False
        return True

    @contextmanager
    def one_writer(self, timeout: float) -> Iterator[None]:
        """Above the builds, so that no write goes to a build that a rebuild is about to replace."""
        with self._lock("writer.lock", timeout):
            yield

    @contextmanager
    def _lock(self, name: str, timeout: float) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = Folder(str(self.folder)).lock(name)
        if not try_for(lock.acquire, timeout=timeout):
            raise IndexBusy(f"Another program has been writing to the index for {timeout:g} seconds.")
        try:
            yield
        finally:
            lock.release()

    def write(self, documents: Iterable[ArticleDocument], gone: Iterable[int]) -> None:
        build = self.builds.current()
        known = fingerprints(build)
        # Entries that say nothing new are many: an import notes its articles more than once.
        changed = [document for document in documents if known.get(document.id) != document.fingerprint]
        old = known.keys() & {*gone, *(document.id for document in changed)}
        if changed or old:
            self.builds.owe({*old, *(document.id for document in changed)})
            write(_open(build), changed, old)

    def rebuild(self, read: Reading, ids: Sequence[int], progress: Callable[[int], None], timeout: float) -> int:
        with self._lock("rebuild.lock", timeout):
            build = self.builds.begin()
            index = Folder(str(build)).create_index(schema())
            fill(index, read, ids, progress)
            with self.one_writer(timeout):
                # What was saved meanwhile went to the live index only.
                owed = self.builds.owed(build)
                write(index, read(owed), owed)
                (build / VERSION).write_text(index_version())
                self._tell_of_a_torn_index()
                self.builds.swap(build)
            return len(fingerprints(self.builds.current()))

    def _tell_of_a_torn_index(self) -> None:
        """Says so when the live index, which is about to be removed, could not be read."""
        try:
            self.probe()
        except IndexMissing:
            pass
        except IndexUnavailable as error:
            logger.warning("A new index takes the place of one that cannot be used. %s", error)


def _open(build: Path) -> Any:
    return Folder(str(build)).open_index()
