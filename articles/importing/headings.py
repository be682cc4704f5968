"""What the lines around an article's body tell about it: title, outlet, author, day, standfirst."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from articles.importing.outlets import best_case, find_masthead, find_outlet
from articles.records import Removal
from articles.text.cleaning import Cleaned
from articles.text.datelines import Dateline, find_dateline
from articles.text.page import Line, byline_name, is_name, is_uncased
from articles.text.phrases import begins_with, holds

_TITLE_WORDS = 5
_TITLE_LENGTH = 300
_DASH = re.compile(r"\s+[–—-]\s+")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a format says about a document outside its text, as the metadata of a web page. Empty: it says nothing."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The fields of one article; "" and None where the page does not give them."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    dateline: str = ""
    standfirst: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines before the body by the part they play: indices into `lines`."""

    lines: tuple[Line, ...]
    title: int | None
    masthead: int | None
    byline: int | None
    standfirst: int | None


def read_heading(cleaned: Cleaned, page: str, hints: Hints) -> tuple[Heading, tuple[Removal, ...]]:
    """The fields of a cleaned page (`page` is its base text), and its removals named by the part they played.

    What the format itself says (`hints`) goes before what the lines show.
    """
    dateline = find_dateline(cleaned.text.partition("\n")[0])
    head = _parts(cleaned, hints, dateline)
    outlet = hints.outlet or best_case(find_outlet(cleaned, dateline, head.masthead, head.byline), page)
    title = "" if head.title is None else head.lines[head.title].text
    standfirst = "" if head.standfirst is None else head.lines[head.standfirst].text
    heading = Heading(
        title=title or hints.title,
        outlet=outlet,
        author=hints.author or _author(head, cleaned, outlet),
        dateline=dateline.text if dateline else "",
        standfirst=standfirst,
        published=hints.published or _published(cleaned),
    )
    return heading, _renamed(cleaned.removed, head)


def _renamed(removed: tuple[Removal, ...], head: _Head) -> tuple[Removal, ...]:
    """The first removals are the lines of the head, in their order."""
    titles = {head.lines[head.title].text.casefold()} if head.title is not None else set()
    names = {head.masthead: "outlet", head.byline: "author", head.standfirst: "standfirst"}
    found = []
    for n, one in enumerate(removed):
        reason = names.get(n, one.reason) if n < len(head.lines) else one.reason
        if n < len(head.lines) and one.text.strip().casefold() in titles:
            reason = "title"
        found.append(Removal(one.at, one.text, reason))
    return tuple(found)


def _parts(cleaned: Cleaned, hints: Hints, dateline: Dateline | None) -> _Head:
    lines = cleaned.head
    masthead = find_masthead(cleaned, dateline)
    title = _title(lines, masthead, hints)
    byline = next((n for n, line in enumerate(lines) if line.kind == "author" and n != title), None)
    if byline is None:
        byline = _name_beside_date(lines, title, masthead)
    after = range((title or 0) + 1, len(lines)) if title is not None else range(0)
    standfirst = next(
        (n for n in after if not lines[n].kind and lines[n].ended and lines[n].words >= 8 and n != byline),
        None,
    )
    return _Head(lines, title, masthead, byline, standfirst)


def _title(lines: tuple[Line, ...], masthead: int | None, hints: Hints) -> int | None:
    """The line the metadata name, or one printed twice, or the first of a headline's length, or the longest."""
    if hints.title:
        wanted = hints.title.casefold()
        for n, line in enumerate(lines):
            if line.text.casefold() == wanted or (line.words > 3 and wanted.startswith(line.text.casefold())):
                return n
        return None
    counts = Counter(line.text.casefold() for line in lines)
    able = [n for n, line in enumerate(lines) if n != masthead and _may_be_title(line)]
    for n in able:
        if counts[lines[n].text.casefold()] > 1 and lines[n].words > 2:
            return n
    for n in able:
        if lines[n].words >= _TITLE_WORDS:
            return n
    return max(able, key=lambda n: lines[n].words, default=None)


def _may_be_title(line: Line) -> bool:
    return line.kind in ("", "author") and not line.stated and line.words > 1 and len(line.text) <= _TITLE_LENGTH


def _name_beside_date(lines: tuple[Line, ...], title: int | None, masthead: int | None) -> int | None:
    """A line that holds nothing but a name, or a name and an outlet, before or after the date or a byline word."""
    for n, line in enumerate(lines):
        if begins_with("bylines", line.text) and line.text.endswith(":") and line.words <= 3:
            return n + 1 if n + 1 < len(lines) and not lines[n + 1].kind else None
    days = [n for n, line in enumerate(lines) if line.kind == "published"]
    for n in (_beside(lines, day, step) for day in days for step in (-1, 1)):
        if not 0 <= n < len(lines) or n in (title, masthead) or lines[n].kind not in ("", "navigation"):
            continue
        name = _DASH.split(lines[n].text)[0]
        an_editor = n > 0 and lines[n - 1].kind == "ending"
        if is_name(name, 3 if is_uncased(name) else 4) and not an_editor:
            return n
    return None


def _beside(lines: tuple[Line, ...], n: int, step: int) -> int:
    """The next line in one direction that is no furniture."""
    n += step
    while 0 <= n < len(lines) and lines[n].kind == "furniture":
        n += step
    return n


def _author(head: _Head, cleaned: Cleaned, outlet: str) -> str:
    if head.byline is not None:
        byline = head.lines[head.byline].text
        name = byline_name(byline) or _DASH.split(byline)[0].strip()
        return "" if outlet and outlet.casefold() in name.casefold() else name
    for line in cleaned.head:
        if line.dates:
            before = line.text[: line.dates[0].span.start].strip()
            name = byline_name(before) or before.rstrip(" ,–—-")
            if before[-1:] in (",", "–", "—", "-") and is_name(name, 4) and not begins_with("updated", name):
                return name
    below = (byline_name(line.text) for line in cleaned.tail)
    return cleaned.signature or next((name for name in below if name), "")


def _published(cleaned: Cleaned) -> date | None:
    """The first full date of the head, or of the tail, that is not the date of a change."""
    changed = None
    for line in (*cleaned.head, *cleaned.tail):
        position = 0
        for one in line.dates:
            before = line.text[position : one.span.start]
            position = one.span.end
            if one.day and not holds("updated", before):
                return one.day
            changed = changed or one.day
    return changed
