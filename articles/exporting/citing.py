"""Citations: one line a statement, to be pasted under a story; without words of ours, to fit any language."""

from __future__ import annotations

from collections.abc import Iterable

from articles.exporting.rows import Exportable, NotExportable
from articles.records import StatementRecord


def citations(records: Iterable[Exportable]) -> str:
    """Statements as citations: `Speaker: “text” — Outlet, “Title”, 2023-06-01, file [start–end]`.

    One line each; what is not known is left out. Links and people raise NotExportable: a citation has one source.
    """
    return "".join(_citation(record) + "\n" for record in records)


def _citation(record: Exportable) -> str:
    if not isinstance(record, StatementRecord):
        raise NotExportable(
            "A citation names one passage of one source: only quotes and claims can be exported so. "
            "Choose jsonl or csv for links and people."
        )
    words = " ".join(record.text.split())
    said = f"“{words}”" if record.type == "quote" and record.kind != "indirect" else words
    source = (
        record.outlet,
        f"“{record.title}”" if record.title else "",
        record.published.isoformat() if record.published else "",
        f"{record.file} [{record.start}–{record.end}]" if record.placed else record.file,
    )
    speaker = f"{record.speaker}: " if record.speaker else ""
    return f"{speaker}{said} — {', '.join(part for part in source if part)}"
