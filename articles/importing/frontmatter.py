"""The block at the head of a Markdown file that tells title, author, date: lines of `key: value`, or TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime

from articles.records import Evidence

_BLOCK = re.compile(r"\A(---|\+\+\+)[ \t]*\n(?P<lines>.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_MORE = re.compile(r"[ \t]+\S|-[ \t]|#|\Z")
"""Goes on with the key above, or says nothing."""
_ITEM = re.compile(r"^\s*(?:-\s+)?(?:name:\s*)?")
_FIELDS = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "byline", "by"), "author"),
    **dict.fromkeys(("date", "published", "pubdate", "publishdate", "date_published"), "published"),
    **dict.fromkeys(("outlet", "source", "publisher", "site", "site_name", "publication"), "outlet"),
    **dict.fromkeys(("url", "link", "permalink", "canonical_url", "source_url"), "url"),
    **dict.fromkeys(("description", "summary", "standfirst", "subtitle", "excerpt"), "standfirst"),
    **dict.fromkeys(("language", "lang"), "language"),
}
"""Front matter has no standard; these are the keys that static site generators and clippers write."""


def front_matter(source: str) -> tuple[tuple[Evidence, ...], int]:
    """What the block tells, and where the text behind it begins; nothing and 0 where there is no such block."""
    block = _BLOCK.match(source)
    if not block:
        return (), 0
    pairs = _toml(block["lines"]) if block[1] == "+++" else _pairs(block["lines"])
    return tuple(_told(pairs)), block.end() if pairs else 0


def _told(pairs: dict[str, list[str]]) -> Iterator[Evidence]:
    for key, values in pairs.items():
        field, value = _FIELDS.get(key.strip().lower().replace(" ", "_")), ", ".join(filter(None, values))
        if field == "outlet" and "://" in value:
            field = "url"
        if field and value:
            yield Evidence(field, value, "properties", f"{key}: {value}")


def _pairs(lines: str) -> dict[str, list[str]]:
    """Each key with its values; nothing where a line is no part of such a block, as text between two rules is not."""
    found: dict[str, list[str]] = {}
    values: list[str] | None = None
    for line in lines.split("\n"):
        pair = _PAIR.fullmatch(line)
        if pair:
            values = found.setdefault(pair["key"], [])
            values += _values(pair["value"] or "")
        elif not _MORE.match(line) or (values is None and line.strip() and not line.startswith("#")):
            return {}
        elif values is not None and not line.startswith("#"):
            values += _values(_ITEM.sub("", line))
    return found


def _values(value: str) -> list[str]:
    value = value.strip()
    if value in ("", "|", ">", "|-", ">-", "[]", '""', "''", "null", "~"):
        return []
    if value.startswith("[") and value.endswith("]"):
        return [one.strip("\"' ") for one in value[1:-1].split(",")]
    return [value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value]


def _toml(lines: str) -> dict[str, list[str]]:
    try:
        table = tomllib.loads(lines)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}
    return {
        key: [_plain(one) for one in (value if isinstance(value, list) else [value])] for key, value in table.items()
    }


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return _plain(value.get("name", ""))
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
