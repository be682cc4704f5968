"""Documents with their findings, one JSON object a line: what `analysearticles` prints."""

from __future__ import annotations

import json
from typing import Any

from articles.exporting.facts import dates, figures
from articles.records import Findings, FoundClaim, FoundName, FoundQuote, ImportedDocument


def document(document: ImportedDocument, findings: Findings) -> str:
    """One document and what analysis found in it. Offsets are code points of `text`; dates are ISO."""
    row = {
        "file": document.file,
        "part": document.part,
        "language": document.language,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "author": document.author,
        "text": document.text,
        "quotes": [_quote(quote) for quote in findings.quotes],
        "claims": [_claim(claim) for claim in findings.claims],
        "names": [_name(name) for name in findings.names],
        "warnings": list(dict.fromkeys((*document.warnings, *findings.warnings))),
    }
    return json.dumps(row, ensure_ascii=False)


def unreadable(file: str, why: str) -> str:
    """The row of a file that gave no document."""
    row = {"file": file, "part": 0, "language": None, "title": None, "outlet": None, "published": None, "author": None}
    found: dict[str, Any] = {"text": "", "quotes": [], "claims": [], "names": [], "warnings": [why]}
    return json.dumps({**row, **found}, ensure_ascii=False)


def _quote(quote: FoundQuote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": quote.kind,
        "speaker": quote.speaker,
        "cue": quote.cue,
        "parts": [[part.start, part.end] for part in quote.parts],
    }


def _claim(claim: FoundClaim) -> dict[str, Any]:
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "figures": figures(claim.figures),
        "dates": dates(claim.dates),
    }


def _name(name: FoundName) -> dict[str, Any]:
    return {
        "start": name.start,
        "end": name.end,
        "text": name.text,
        "kind": name.kind,
        "name": name.name,
        "key": name.key,
    }
