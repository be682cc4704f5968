"""Turns records into rows: plain mappings of column name to value, in the order of the columns.

Every format starts from these rows, so that a column means the same in all of them. Statements give flat rows;
what an article does not say is None, never an empty word.
"""

from __future__ import annotations

from typing import Any

from articles.exporting.facts import dates, figures
from articles.records import LinkRecord, PersonRecord, Span, StatementRecord

Exportable = StatementRecord | LinkRecord | PersonRecord
Row = dict[str, Any]
"""Values are text, whole numbers, scores in 0..1, None, lists of text, of offsets or of facts (see `facts`); in a link,
a row a side."""


class NotExportable(ValueError):
    """This format has no form for rows of this kind; the message says which kinds it has one for."""


def row(record: Exportable) -> Row:
    """One record as a row; offsets count Unicode code points of the article's clean text, dates are ISO."""
    if isinstance(record, StatementRecord):
        return _statement(record)
    if isinstance(record, LinkRecord):
        return _link(record)
    return _person(record)


def _statement(record: StatementRecord) -> Row:
    circumstances = record.circumstances
    said_on = circumstances.said_on
    return {
        "file": record.file,
        "outlet": record.outlet or None,
        "title": record.title or None,
        "language": record.language,
        "published": record.published.isoformat() if record.published else None,
        "type": record.type,
        "start": record.start if record.placed else None,
        "end": record.end if record.placed else None,
        "parts": [[part.start, part.end] for part in record.parts or (Span(record.start, record.end),)]
        if record.placed
        else [],
        "text": record.text,
        "kind": record.kind or None,
        "speaker": record.speaker or None,
        "cue": record.cue or None,
        "status": record.status,
        "tags": list(record.tags),
        "note": record.note or None,
        "said_when": circumstances.said_when or None,
        "said_on": said_on.isoformat() if said_on else None,
        "place": circumstances.place or None,
        "occasion": circumstances.occasion or None,
        "addressee": circumstances.addressee or None,
        "relayed_by": circumstances.relayed_by or None,
        "figures": figures(record.figures),
        "dates": dates(record.dates),
    }


def _link(record: LinkRecord) -> Row:
    return {
        "a": {"file": record.a.file, "text": record.a.text},
        "b": {"file": record.b.file, "text": record.b.text},
        "relation": record.relation,
        "status": record.status,
        "score": round(record.score, 4),
        "conflicts": [conflict.field for conflict in record.conflicts],
    }


def _person(record: PersonRecord) -> Row:
    return {"name": record.name, "spellings": list(record.spellings), "statements": record.statements}
