"""What a PDF says of itself. Programs fill this in, mostly badly, so little of it is believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from pypdf import PdfReader

from articles.importing.trusted import printed_days, trusted
from articles.records import Evidence

_JUNK = re.compile(
    r"(?i)\.(?:docx?|indd|pdf|qxd|odt|rtf|txt|html?|tmp|pages)\W*$"
    r"|^(?:microsoft\s\w+|untitled|unknown|unnamed|anonymous|document|layout|slide|print|scan|about:)\b|://"
)
_PRINTED = re.compile(r"(?i)skia|mozilla|chrom|webkit|quartz|print|ghostscript|distiller|scan")
"""Programs that make a PDF of something made earlier: when they did tells nothing of its day."""


def properties(reader: PdfReader, lines: Sequence[str]) -> Iterator[Evidence]:
    """Title, author and day, as far as they can be true; `lines` is the text of the document."""
    about = reader.metadata
    if about is None:
        return
    told = (("title", about.title), ("author", about.author))
    found = [Evidence(field, str(value), "properties") for field, value in told if value and _is_meant(str(value))]
    day = _day(reader, lines)
    yield from trusted([*found, *([day] if day else [])], lines)


def _is_meant(value: str) -> bool:
    """One word is the name of a file, an account or a machine."""
    return len(value.split()) > 1 and not _JUNK.search(value.strip())


def _day(reader: PdfReader, lines: Sequence[str]) -> Evidence | None:
    """When the file was made, unless it was printed from another one, or prints another day itself."""
    about = reader.metadata
    assert about is not None
    try:
        made = about.creation_date
    except ValueError:
        return None
    if not isinstance(made, datetime) or _PRINTED.search(f"{about.producer} {about.creator}"):
        return None
    printed = printed_days(lines)
    if printed and made.date() not in printed:
        return None
    return Evidence("published", made.isoformat(), "properties", str(about.get("/CreationDate", "")))
