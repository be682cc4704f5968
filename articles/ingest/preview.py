"""What a file would give, without storing anything."""

from collections.abc import Iterator
from pathlib import Path

from articles import analysis, exporting, importing
from articles.ingest.originals import why
from articles.records import UnreadableFile


def preview(path: Path) -> Iterator[str]:
    """One file's documents as JSON objects, as `analysearticles` prints them; nothing is stored."""
    try:
        documents = importing.read(path.name, path.read_bytes())
    except (UnreadableFile, OSError) as error:
        yield exporting.unreadable(path.name, why(error))
        return
    for document in documents:
        yield exporting.document(document, analysis.analyse(document.text, document.language, document.published))
