"""Who wrote an article: from its byline, the line of the date, a name beside that line, or the end of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from articles.languages.loading import all_languages
from articles.records import Evidence
from articles.text.cleaning import Cleaned
from articles.text.page import Line, byline_name, is_name, is_uncased, pieces
from articles.text.phrases import alternatives, begins_with, holds

_PARTS = re.compile(r"\s+[–—-]\s+|\s*[|/,،•·]\s*")
_NAME_WORDS = 4
_UNCASED_WORDS = 3
"""Where no capital tells a name from other words."""
_ROLE_WORDS = 5
_NEAR = 60
"""So many lines before and after a body are looked at; a page has fewer, what is built to take long has more."""


def name_line(lines: tuple[Line, ...], title: int | None, masthead: int | None) -> int | None:
    """The line that holds nothing but a name, or a name and what belongs to it: below a byline word, before or after
    the date, or with a role behind it. None where there is none."""
    for n, line in enumerate(lines):
        if begins_with("bylines", line.text) and line.text.endswith(":") and line.words <= 3:
            return n + 1 if n + 1 < len(lines) and not lines[n + 1].kind else None
    days = [n for n, line in enumerate(lines) if line.kind == "published"]
    beside = [_beside(lines, day, step) for day in days for step in (-1, 1)]
    for n in beside:
        if _may_be_byline(lines, n, title, masthead) and written_name(lines[n].text):
            return n
    for n, line in enumerate(lines):
        if _may_be_byline(lines, n, title, masthead) and _before_role(line.text):
            return n
    return None


def _may_be_byline(lines: tuple[Line, ...], n: int, title: int | None, masthead: int | None) -> bool:
    if not 0 <= n < len(lines) or n in (title, masthead) or lines[n].kind not in ("", "navigation", "author"):
        return False
    parts = pieces(lines[n].text)
    if len(parts) > 2 or any(begins_with("lines", part) for part in parts):
        return False
    an_editor = n > 0 and lines[n - 1].kind == "ending"
    return not an_editor and not lines[n].stated


def written_name(text: str) -> str:
    """The name with which a line begins that holds nothing but it and its role, town, outlet or agency; or ""."""
    name = _without_agency(_PARTS.split(text)[0])
    if begins_with("staff", name) or holds("roles", name):
        return ""
    return name if is_name(name, _UNCASED_WORDS if is_uncased(name) else _NAME_WORDS) else ""


def _without_agency(name: str) -> str:
    """The name without the agency, or the one town, behind a short word: "avec AFP", "in Garissa"."""
    name = _with_agency().sub("", name).strip()
    words = name.split()
    place = len(words) > 3 and words[-2].islower() and len(words[-2]) <= 3 and words[-2] not in _particles()
    return " ".join(words[:-2]) if place else name


@cache
def _particles() -> frozenset[str]:
    """The small words inside of names in any language."""
    return frozenset(one.casefold() for language in all_languages() for one in language.people.particles)


@cache
def _with_agency() -> re.Pattern[str]:
    """An agency behind a name, with a short word or a mark before it: "avec AFP"."""
    return re.compile(rf"\s+(?:[^\W\d_]{{1,4}}|[&+])\s+(?:{alternatives('agencies')})$")


def _before_role(text: str) -> bool:
    """Whether a line is a name with a role behind it: "Jane Doe, Senior Reporter"."""
    name, *rest = _PARTS.split(text)
    words = " ".join(rest).split()
    return bool(rest) and is_name(name, _NAME_WORDS) and len(words) <= _ROLE_WORDS and bool(holds("roles", rest[0]))


def _beside(lines: tuple[Line, ...], n: int, step: int) -> int:
    """The next line in one direction that is no furniture."""
    n += step
    while 0 <= n < len(lines) and lines[n].kind in ("furniture", "time"):
        n += step
    return n


def find_authors(cleaned: Cleaned, byline: int | None, outlet: str) -> Iterator[Evidence]:
    """The author as each place of a page names him, the surest first; `byline` says which line of the head that is."""
    found = False
    for one in _candidates(cleaned, byline):
        folded, name = outlet.casefold(), one.value.casefold()
        if name and not (outlet and (folded in name or name in folded)):
            yield one
            found = True
        elif one.source == "byline":
            found = True
        if found and one.source != "signature":
            return


def _candidates(cleaned: Cleaned, byline: int | None) -> Iterator[Evidence]:
    if byline is not None:
        line = cleaned.head[byline].text
        yield Evidence("author", _without_agency(byline_name(line) or _PARTS.split(line)[0]), "byline", line)
    near = [*cleaned.head[:_NEAR], *cleaned.tail[:_NEAR]]
    for head in cleaned.head[:_NEAR]:
        others = (line.text for line in near if line is not head)
        if head.dates and (name := _beside_day(head, others)):
            yield Evidence("author", name, "date line", head.text)
    if cleaned.signature:
        yield Evidence("author", cleaned.signature, "signature")
    for tail in cleaned.tail:
        if name := byline_name(tail.text):
            yield Evidence("author", name, "signature", tail.text)


def _beside_day(line: Line, others: Iterable[str]) -> str:
    """The name before a date, with a mark between or named on another line too; or behind it after a byline word."""
    before = line.text[: line.dates[0].span.start].strip()
    name = byline_name(before) or before.rstrip(" ,–—-|")
    if ", " in name and all(is_name(one, _NAME_WORDS) for one in name.split(", ")):
        return name
    parted = before[-1:] in (",", "–", "—", "-", "|")
    if (
        is_name(name, _NAME_WORDS)
        and not begins_with("updated", name)
        and (parted or any(name in one for one in others))
    ):
        return name
    return byline_name(line.text[line.dates[-1].span.end :].lstrip(" ,–—-|"))
