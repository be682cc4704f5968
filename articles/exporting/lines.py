"""JSON Lines: one object a line, UTF-8 text left readable."""

from __future__ import annotations

import json
from collections.abc import Iterable

from articles.exporting.rows import Exportable, row


def jsonl(records: Iterable[Exportable]) -> str:
    """Statements, links or people, one JSON object each, every line ended by a line feed."""
    return "".join(json.dumps(row(record), ensure_ascii=False) + "\n" for record in records)
