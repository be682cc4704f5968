"""Documents with their findings, one JSON object a line: what `analysearticles` prints."""

import json

from articles.records import Findings, ImportedDocument


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
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,
                "kind": quote.kind,
                "speaker": quote.speaker,
                "cue": quote.cue,
                "parts": [[part.start, part.end] for part in quote.parts],
            }
            for quote in findings.quotes
        ],
        "claims": [{"start": claim.start, "end": claim.end, "text": claim.text} for claim in findings.claims],
        "warnings": list(dict.fromkeys((*document.warnings, *findings.warnings))),
    }
    return json.dumps(row, ensure_ascii=False)


def unreadable(file: str, why: str) -> str:
    """The row of a file that gave no document."""
    row = {"file": file, "part": 0, "language": None, "title": None, "outlet": None, "published": None, "author": None}
    return json.dumps({**row, "text": "", "quotes": [], "claims": [], "warnings": [why]}, ensure_ascii=False)
