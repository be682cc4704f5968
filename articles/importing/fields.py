"""The fields of an article in an object of a crawler, by their keys; the article may stand in an object inside."""

from __future__ import annotations

from typing import Any

from articles.importing.columns import field_of
from articles.importing.rows import ADDRESS

_DEEPEST = 30
_TEXT_LENGTH = 200
"""Characters of the longest value of an object from which on it is taken for an article, if none is named so."""
_VALUES = (
    *("rendered", "name", "title", "main", "original", "text", "value", "content", "html", "plain"),
    *("url", "@id", "$date", "$t", "#text", "_text"),
)
"""Keys under which the value itself stands, where an object says more of it: {"title": {"rendered": ...}}."""


def is_article(found: dict[str, Any]) -> bool:
    """Whether an object has the text of an article under a name that says so."""
    return any(field_of(key) == "text" and _value(value, "text") for key, value in found.items())


def cells_of(found: dict[str, Any], depth: int = 0) -> dict[str, str]:
    """The values of an object by field; {} where none of them is a text.

    A text with a name goes before one in an object inside, and this before the longest value of any name.
    """
    cells = _named(found)
    if "text" in cells or depth > _DEEPEST:
        return cells if "text" in cells else {}
    inside = [cells_of(value, depth + 1) for value in found.values() if isinstance(value, dict)]
    best = max(inside, key=lambda one: len(one.get("text", "")), default={})
    if best:
        return {**cells, **best}
    able = {
        key: value for key, value in found.items() if isinstance(value, str) and field_of(key) in ("", "standfirst")
    }
    longest = max(able.values(), key=len, default="")
    if len(longest) < _TEXT_LENGTH:
        return {}
    return {**{field: value for field, value in cells.items() if value != longest.strip()}, "text": longest.strip()}


def _named(found: dict[str, Any]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for key, value in found.items():
        field = field_of(key)
        if field:
            _put(cells, field, _value(value, field))
        elif isinstance(value, dict):
            for inner, one in value.items():
                field = field_of(f"{key} {inner}")
                _put(cells, field, _value(one, field) if field != "text" else "")
    return cells


def _put(cells: dict[str, str], field: str, value: str) -> None:
    """The first value of a field is taken; the longest of the text, and of the address, which has that of its site."""
    if field == "outlet" and value.startswith(ADDRESS):
        field = "url"
    longest = field in ("text", "url")
    if field and value and (field not in cells or (longest and len(value) > len(cells[field]))):
        cells[field] = value


def _value(found: Any, field: str, depth: int = 0) -> str:
    """A value as text: that of an object stands under a key of its own, those of a list are joined."""
    if isinstance(found, str):
        return found.strip()
    if isinstance(found, int | float) and not isinstance(found, bool):
        return str(found) if field == "published" else ""
    if depth > _DEEPEST or (field == "text" and _has_title(found)):
        return ""
    if isinstance(found, dict):
        inner = (_value(found[key], field, depth + 1) for key in _VALUES if key in found)
        return next((value for value in inner if value), "")
    if isinstance(found, list):
        values = (_value(one, field, depth + 1) for one in found)
        return ("\n" if field == "text" else ", ").join(dict.fromkeys(value for value in values if value))
    return ""


def _has_title(found: Any) -> bool:
    """Whether it is an article, or a list of these, rather than the text of one."""
    objects = found if isinstance(found, list) else [found]
    return any(field_of(key) == "title" for one in objects if isinstance(one, dict) for key in one)
