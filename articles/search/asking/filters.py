"""Reads the filters of a search, as a form or a command gives them."""

from __future__ import annotations

import re
from typing import Any

from articles.search.query import KINDS, SORTS, STATUSES, Note

LONGEST_VALUE = 300
MOST_HITS = 1000
"""The largest page."""
_MONTHS = re.compile(r"(\d{4})-(\d\d)(?:\.\.(\d{4})-(\d\d))?")


def read_filters(facets: dict[str, str | int | bool | None]) -> tuple[dict[str, Any], list[Note]]:
    """The fields of a `SearchQuery` that are set, and a note of each that cannot be what it says."""
    fields: dict[str, Any] = {}
    notes = []
    for name, value in facets.items():
        if value is None or value == "":
            continue
        understood = _filter(name, value)
        if understood is None:
            notes.append(Note("unknown_filter", f"{name}={value}"[:LONGEST_VALUE]))
        else:
            fields[name] = understood
    return fields, notes


def _filter(name: str, value: str | int | bool) -> str | int | bool | None:
    """The filter's value, or None if it cannot be one."""
    text = str(value).strip()
    if name in ("language", "outlet", "tag"):
        return text[:LONGEST_VALUE] or None
    if name in ("speaker", "after", "limit", "offset"):
        number = int(text) if text.isdecimal() and len(text) < 19 else None
        return min(number, MOST_HITS) if number is not None and name == "limit" else number
    if name == "month":
        return _months(text)
    if name in ("said", "names", "translated"):
        return text.lower() not in ("0", "false", "no", "off")
    known = {"status": STATUSES, "sort": SORTS, "kind": KINDS}.get(name, ())
    return text if text in known else None


def _months(text: str) -> str | None:
    """A month, or from one to another that does not lie before it."""
    found = _MONTHS.fullmatch(text)
    if not found:
        return None
    year, month, last_year, last_month = (int(figures or 0) for figures in found.groups())
    if not found[3]:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    if not (1 <= month <= 12 and 1 <= last_month <= 12 and (year, month) <= (last_year, last_month)):
        return None
    return f"{year:04}-{month:02}..{last_year:04}-{last_month:02}"
