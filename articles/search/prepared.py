"""The shipped glossary, made once and kept on disk: making it takes a second or more, reading it a tenth of one.

The file is a cache. Its name tells what it was made of, so that a new version of a language's file, of our code or of
a library makes another; a damaged one is made anew.
"""

from __future__ import annotations

import logging
import pickle
import tempfile
from hashlib import sha256
from pathlib import Path

from articles.search.versions import words_version
from articles.text.concepts import Glossary
from articles.text.shipped import Shipped, shipped, take

_DIGEST = sha256().digest_size

logger = logging.getLogger(__name__)


def prepared(folder: Path) -> Glossary:
    """The shipped glossary with its indexes; made and kept in the folder where it is not there yet.

    With it come everyday words and places, for whoever compares statements in this process.
    """
    path = folder / f"{words_version()}.pickle"
    kept = _read(path)
    if kept is not None:
        take(kept)
        return kept.known
    made = shipped()
    try:
        _keep(made, path)
    except OSError as error:
        logger.warning("The glossary could not be kept in %s, so each process makes its own: %s", folder, error)
    return made.known


def _read(path: Path) -> Shipped | None:
    """What the file holds, if it is there and whole. Who may write to the data directory is trusted: the secret key is
    there, too."""
    try:
        digest, data = (content := path.read_bytes())[:_DIGEST], content[_DIGEST:]
    except OSError:
        return None
    return pickle.loads(data) if sha256(data).digest() == digest else None


def _keep(glossary: Shipped, path: Path) -> None:
    """Writes the file beside and puts it in its place, whole; drops those of earlier versions."""
    data = pickle.dumps(glossary, protocol=pickle.HIGHEST_PROTOCOL)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as beside:
        written = Path(beside) / path.name
        written.write_bytes(sha256(data).digest() + data)
        written.replace(path)
    for other in path.parent.glob("*.pickle"):
        if other != path:
            other.unlink(missing_ok=True)
