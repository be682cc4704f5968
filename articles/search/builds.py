"""The folders of an index: one for each build, and a file `current` that names the live one.

Replacing that file swaps two builds in one step, while readers of the old build keep what they have open.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from articles.search.unavailable import IndexMissing

BUILDING = "building-"
OWED = "owed"
"""A file in an unfinished build: articles that were written to the live one since it was begun."""


def flush(path: Path) -> None:
    """Returns when the file, or a folder's list of its files, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Builds:
    """The builds in one folder."""

    folder: Path

    def current(self) -> Path:
        """The live build. Raises `IndexMissing`."""
        try:
            name = (self.folder / "current").read_text()
        except (OSError, UnicodeError):
            name = ""
        # A torn file may name anything.
        if not name.isalnum() or not (self.folder / name).is_dir():
            raise IndexMissing(f"There is no index in {self.folder} yet: rebuild it.")
        return self.folder / name

    def unfinished(self) -> list[Path]:
        """Builds that are being made, or that a crash left behind."""
        return list(self.folder.glob(f"{BUILDING}*"))

    def begin(self) -> Path:
        """A new empty build; what crashes left behind is cleared away."""
        for left in self.unfinished():
            shutil.rmtree(left)
        build = self.folder / f"{BUILDING}{uuid4().hex[:8]}"
        build.mkdir(parents=True)
        return build

    def owe(self, articles: Iterable[int]) -> None:
        """Notes articles that are about to be written to the live build, for all that are being made beside it."""
        for build in self.unfinished():
            with (build / OWED).open("a") as file:
                file.writelines(f"{article}\n" for article in articles)

    def owed(self, build: Path) -> list[int]:
        """The articles that were noted for this build, each told once."""
        noted = build / OWED
        if not noted.exists():
            return []
        articles = sorted({int(line) for line in noted.read_text().split()})
        noted.unlink()
        return articles

    def swap(self, build: Path) -> None:
        """Makes the finished build the live one and removes the others."""
        live = build.rename(self.folder / build.name.removeprefix(BUILDING))
        pointer = self.folder / "current.new"
        pointer.write_text(live.name)
        flush(pointer)
        os.replace(pointer, self.folder / "current")
        flush(self.folder)
        for old in self.folder.iterdir():
            if old.is_dir() and old != live:
                shutil.rmtree(old, ignore_errors=True)
