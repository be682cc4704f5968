"""JSON and JSON Lines, as crawlers and archives write them: an object with a text is an article."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from articles.importing.days import Days
from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.importing.fields import cells_of, is_article
from articles.importing.rows import LONGEST_CELL, counted, record
from articles.records import Flaw, Notice, UnreadableFile
from articles.records import Notice as _

_DEEPEST = 30
_FIRST = 20
"""Lines by which JSON Lines are told."""
Found = Iterator[tuple[int, Any]]
"""Objects, or what stands in their place, with their numbers in the file, from 1."""


def read(name: str, data: bytes) -> Iterator[RawDocument | Flaw]:
    """A document for each object of a list, of a list inside an object, or of a line."""
    yield from counted(name, _pieces(name, data))


def _pieces(name: str, data: bytes) -> Iterator[RawDocument | Flaw]:
    text, warnings = decode(name, data)
    if nulls := text.count("\0"):
        warnings = (*warnings, _("%(nulls)s NUL characters were taken out.", nulls=nulls))
        text = text.replace("\0", "")
    records = [(number, cells_of(one) if isinstance(one, dict) else one) for number, one in _found(name, text)]
    days = Days([cells.get("published", "") for _number, cells in records if isinstance(cells, dict)])
    for number, cells in records:
        yield cells if isinstance(cells, Flaw) else _document(name, number, cells, days, warnings)


def _found(name: str, text: str) -> Found:
    doubled: list[str] = []
    try:
        parsed = _parsed(text, doubled)
    except (ValueError, RecursionError) as error:
        if not _is_lines(text):
            raise UnreadableFile(
                _("%(file)s: its JSON is broken, too deep or holds impossible numbers. Export it again.", file=name)
            ) from error
        yield from _lines(name, text)
        return
    objects = _objects(parsed)
    if not objects:
        raise UnreadableFile(
            _("%(file)s: no object in it has a text. Name the field of the article “text”.", file=name)
        )
    yield from enumerate(objects, 1)
    if doubled:
        yield 0, Flaw(_twice(name, doubled))


def _twice(name: str, keys: list[str]) -> Notice:
    said = ", ".join(dict.fromkeys(keys))[:200]
    return _(
        "%(file)s: these keys stand twice in one object, the last of them was taken: %(keys)s.", file=name, keys=said
    )


def _parsed(text: str, doubled: list[str]) -> Any:
    """Raises ValueError or RecursionError; keys that an object has twice are added to `doubled`."""

    def one(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = Counter(key for key, _value in pairs)
            doubled.extend(key for key, count in counts.items() if count > 1)
        return found

    return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=one, parse_constant=_refused, parse_float=_finite)


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(written)
    return number


def _is_lines(text: str) -> bool:
    """Whether several lines begin like objects: JSON Lines, some of which may be broken."""
    begun = [line for line in islice(text.split("\n"), _FIRST) if line.strip()]
    return len(begun) > 1 and sum(line.lstrip().startswith("{") for line in begun) * 2 > len(begun)


def _lines(name: str, text: str) -> Found:
    doubled: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, _parsed(line, doubled)
        except (ValueError, RecursionError):
            notice = _("%(file)s: line %(line)s is no valid JSON and was passed over.", file=name, line=number)
            yield number, Flaw(notice)
    if doubled:
        yield 0, Flaw(_twice(name, doubled))


def _objects(found: Any, depth: int = 0) -> list[Any]:
    """The objects that are articles: the thing itself, or the longest list with articles inside of it."""
    if depth > _DEEPEST:
        return []
    if isinstance(found, list):
        return found if any(isinstance(one, dict) for one in found) else []
    if not isinstance(found, dict) or is_article(found):
        return [found] if isinstance(found, dict) else []
    inner = (_objects(value, depth + 1) for value in found.values() if isinstance(value, dict | list))
    lists = [one for one in inner if any(isinstance(each, dict) and cells_of(each) for each in one)]
    longest = max(lists, key=len, default=[])
    return longest if len(longest) > 1 or not cells_of(found) else [found]


def _document(name: str, number: int, cells: Any, days: Days, warnings: tuple[Notice, ...]) -> RawDocument | Flaw:
    if not isinstance(cells, dict) or "text" not in cells:
        return Flaw(_("%(file)s: record %(number)s has no text and was passed over.", file=name, number=number))
    if max(map(len, cells.values())) >= LONGEST_CELL:
        return Flaw(_("%(file)s: record %(number)s has more than 1 MB of text. Split it.", file=name, number=number))
    return record(cells, "record", days, warnings) or Flaw(
        _("%(file)s: record %(number)s cannot be read and was passed over.", file=name, number=number)
    )
