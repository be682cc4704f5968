"""Records to text. In: statements, links or people as records; out: one text in the format asked for.

Statements can take every format; links and people take `jsonl` and `csv`, the other formats raise
NotExportable. The text is to be written as UTF-8. `FORMATS` is the registry: name of a format to its function.
"""

from collections.abc import Callable, Iterable

from articles.exporting.citing import citations
from articles.exporting.documents import document, unreadable
from articles.exporting.lines import jsonl
from articles.exporting.rows import Exportable, NotExportable
from articles.exporting.tables import csv, table
from articles.exporting.webannotations import annotations

FORMATS: dict[str, Callable[[Iterable[Exportable]], str]] = {
    "jsonl": jsonl,
    "csv": csv,
    "annotations": annotations,
    "citations": citations,
}

__all__ = [
    "FORMATS",
    "Exportable",
    "NotExportable",
    "annotations",
    "citations",
    "csv",
    "document",
    "jsonl",
    "table",
    "unreadable",
]
