"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one JSON-LD object a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from articles.exporting.rows import Exportable, NotExportable
from articles.records import Span, StatementRecord

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations(records: Iterable[Exportable]) -> str:
    """Statements as Web Annotations, in JSON Lines; each found by position or, should the text move, by words.

    The source is the file name as a relative IRI; positions count code points of the clean text. An
    interrupted quote has one target a piece. Links and people mark no passage of a text: NotExportable.
    """
    return "".join(json.dumps(_annotation(record), ensure_ascii=False) + "\n" for record in records)


def _annotation(record: Exportable) -> dict[str, Any]:
    if not isinstance(record, StatementRecord):
        raise NotExportable(
            "Web Annotations mark passages of a text: only quotes and claims can be exported so. "
            "Choose jsonl or csv for links and people."
        )
    targets = list(_targets(record))
    return {
        "@context": CONTEXT,
        "id": f"urn:newsdesk:statement:{record.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(_bodies(record)),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(record: StatementRecord) -> Iterator[dict[str, str]]:
    said = (
        ("classifying", record.type),
        ("classifying", record.kind),
        ("identifying", record.speaker),
        ("assessing", record.status),
        *(("tagging", tag) for tag in record.tags),
        ("commenting", record.note),
    )
    for purpose, value in said:
        if value:
            yield {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _targets(record: StatementRecord) -> Iterator[dict[str, Any]]:
    pieces = list(_pieces(record))
    for number, (span, exact) in enumerate(pieces):
        words = {"type": "TextQuoteSelector", "exact": exact}
        if number == 0 and record.prefix:
            words["prefix"] = record.prefix
        if number == len(pieces) - 1 and record.suffix:
            words["suffix"] = record.suffix
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        yield {"source": quote(record.file), "selector": [position, words] if record.placed else words}


def _pieces(record: StatementRecord) -> Iterator[tuple[Span, str]]:
    """The pieces of a statement with their words; `text` holds them joined by one space."""
    parts = record.parts
    if len(parts) < 2 or sum(len(part) for part in parts) + len(parts) - 1 != len(record.text):
        yield Span(record.start, record.end), record.text
        return
    at = 0
    for part in parts:
        yield part, record.text[at : at + len(part)]
        at += len(part) + 1
