"""JSON and JSON Lines, as crawlers and archives write them: an object with a text is an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from articles.importing.columns import LONGEST_CELL, Days, field_of, record
from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.records import Flaw, Notice, UnreadableFile
from articles.records import Notice as _

_DEEPEST = 30
_TEXT_LENGTH = 200
"""Characters of the longest value of an object from which on it is taken for an article, if none is named so."""


def read(name: str, data: bytes) -> Iterator[RawDocument | Flaw]:
    """A document for each object of a list, of a list inside an object, or of a line."""
    text, warnings = decode(name, data)
    try:
        found = _parsed(text)
    except (ValueError, RecursionError) as error:
        if not _is_lines(text):
            raise UnreadableFile(_broken(name)) from error
        yield from _lines(name, text, warnings)
        return
    objects = _objects(found)
    if not objects:
        raise UnreadableFile(
            _("%(file)s: no object in it has a text. Name the field of the article “text”.", file=name)
        )
    for number, one in enumerate(objects, 1):
        yield _document(name, number, one, warnings)


def _broken(name: str) -> Notice:
    return _("%(file)s: its JSON is broken, too deep or holds impossible numbers. Export it again.", file=name)


def _parsed(text: str) -> Any:
    return json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _is_lines(text: str) -> bool:
    """Whether several lines begin like objects: JSON Lines, some of which may be broken."""
    begun = [line for line in text.splitlines()[:20] if line.strip()]
    return len(begun) > 1 and sum(line.lstrip().startswith("{") for line in begun) * 2 > len(begun)


def _lines(name: str, text: str, warnings: tuple[Notice, ...]) -> Iterator[RawDocument | Flaw]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = _parsed(line)
        except (ValueError, RecursionError):
            yield Flaw(_("%(file)s: line %(line)s is no valid JSON and was passed over.", file=name, line=number))
            continue
        yield _document(name, number, found, warnings)


def _objects(found: Any) -> list[dict[str, Any]]:
    """The objects that are articles: the thing itself, or the longest list of objects inside of it."""
    if isinstance(found, dict):
        if _cells(found):
            return [found]
        lists = [value for value in found.values() if isinstance(value, list)]
        lists += [inner for value in found.values() if isinstance(value, dict) for inner in [_objects(value)]]
        return max((_objects(one) for one in lists), key=len, default=[])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _document(name: str, number: int, found: Any, warnings: tuple[Notice, ...]) -> RawDocument | Flaw:
    cells = _cells(found) if isinstance(found, dict) else {}
    if not cells:
        return Flaw(_("%(file)s: record %(number)s has no text and was passed over.", file=name, number=number))
    if max(map(len, cells.values())) > LONGEST_CELL:
        return Flaw(_("%(file)s: record %(number)s has more than 1 MB of text. Split it.", file=name, number=number))
    made = record(cells, "record", Days([]))
    return RawDocument(made.text, made.hints, warnings, clean=True)


def _cells(found: dict[str, Any]) -> dict[str, str]:
    """The values of an object by field; {} where none of them is a text."""
    values = dict(_flat(found, ""))
    cells: dict[str, str] = {}
    for key, value in values.items():
        field = field_of(key) or field_of(key.rpartition(".")[2] if key.count(".") else "")
        if field == "text" and len(value) > len(cells.get("text", "")):
            cells["text"] = value
        elif field and field != "text":
            cells.setdefault(field, value)
    if "text" not in cells:
        named = [value for key, value in values.items() if not field_of(key)]
        longest = max(named, key=len, default="")
        if len(longest) < _TEXT_LENGTH:
            return {}
        cells["text"] = longest
    return cells


def _flat(found: Any, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """All texts of an object, each under the keys that lead to it; of a list of names, all in one."""
    if depth > _DEEPEST:
        return
    if isinstance(found, dict):
        for key, value in found.items():
            yield from _flat(value, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(found, list):
        names = [name for one in found if (name := one if isinstance(one, str) else _name(one))]
        if names:
            joint = "\n" if field_of(path) == "text" else ", "
            yield path, joint.join(dict.fromkeys(names))
    elif isinstance(found, str) and found.strip():
        yield path, found.strip()


def _name(found: Any) -> str:
    name = found.get("name") if isinstance(found, dict) else None
    return name if isinstance(name, str) else ""
