"""What the lines around an article's body tell about it: title, outlet, author, day, standfirst."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.importing.authors import find_authors, name_line
from articles.importing.outlets import Masthead, best_form, find_masthead, find_outlets, is_motto, of_address
from articles.records import EVIDENT_FIELDS, Evidence, Removal
from articles.text.calendars import gregorian
from articles.text.cleaning import Cleaned
from articles.text.datelines import Dateline, find_dateline
from articles.text.dates import find_dates
from articles.text.page import Line, byline_name
from articles.text.phrases import begins_with, holds

MOON = "moon"
"""The source of a day that only the lunar calendar gives: it may be a day or two away."""
_TITLE_WORDS = 5
_TITLE_LENGTH = 300
_NAME_LENGTH = 200
_STATED_TITLE_WORDS = 15
_WEAK = ("domain", "properties")
"""Sources that a good line of the page is believed before."""
_FIRST_YEAR = 1600
_SEPARATORS = re.compile(r"\s*[|»·•]\s*|\s+[–—-]\s+|\s*::\s*")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(\d{1,2})[/-]?(\d{1,2})(?=[/_-])")


@dataclass(frozen=True, slots=True)
class Heading:
    """The fields of one article; "" and None where the page does not give them, and the evidence for each."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    dateline: str = ""
    standfirst: str = ""
    published: date | None = None
    url: str = ""
    evidence: tuple[Evidence, ...] = ()
    """Of each field the chosen one first, then what else was found."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines before the body by the part they play: indices into `lines`."""

    lines: tuple[Line, ...]
    title: int | None
    masthead: Masthead | None
    byline: int | None
    standfirst: int | None

    @property
    def name(self) -> int | None:
        """The line of the outlet's name."""
        return self.masthead.line if self.masthead else None


def read_heading(
    cleaned: Cleaned, page: str, hints: Sequence[Evidence], language: str
) -> tuple[Heading, tuple[Removal, ...]]:
    """The fields of a cleaned page (`page` is its base text), and its removals named by the part they played.

    What the format itself says (`hints`) goes before what the lines show, weak sources aside.
    """
    dateline = find_dateline(cleaned.text.partition("\n")[0])
    titles = [one for one in hints if one.field == "title"]
    head = _parts(cleaned, titles, dateline)
    strong = [one for one in hints if one.source not in _WEAK]
    weak = [one for one in hints if one.source in _WEAK]
    url = next((one.value for one in hints if one.field == "url"), "")
    evidence = [*strong, *_of_lines(cleaned, head, dateline, page), *_of_address(url), *weak]
    outlet = next((one.value for one in evidence if one.field == "outlet"), "")
    if head.title is not None and titles and _names_line(titles[0], head.lines[head.title]):
        # The line that metadata name is the title as readers see it, without the outlet's name behind it.
        line, said = head.lines[head.title].text, titles[0]
        evidence.insert(0, Evidence("title", line, said.source, said.value if said.value != line else ""))
    evidence = [one for one in (_sound(one, outlet, cleaned, language) for one in evidence) if one]
    chosen: dict[str, str] = {}
    for one in evidence:
        chosen.setdefault(one.field, one.value)
    published = chosen.pop("published", "")
    evidence = sorted(dict.fromkeys(evidence), key=lambda one: EVIDENT_FIELDS.index(one.field))
    heading = Heading(
        **{name: chosen.get(name, "") for name in ("title", "outlet", "author", "dateline", "standfirst", "url")},
        published=date.fromisoformat(published) if published else None,
        evidence=tuple(evidence),
    )
    return heading, _renamed(cleaned.removed, head)


def _sound(one: Evidence, outlet: str, cleaned: Cleaned, language: str) -> Evidence | None:
    """Evidence in the form in which its field keeps it; None for what cannot be right."""
    value = one.value
    if one.field == "published":
        day = _day(value, language)
        return replace(one, value=day, text=one.text or (value if value != day else "")) if day else None
    if one.field == "title" and outlet:
        pieces = _SEPARATORS.split(value)
        if len(pieces) > 1 and pieces[-1].casefold() in (outlet.casefold(), outlet.split(".")[0].casefold()):
            value = value[: value.rindex(pieces[-1])].rstrip(" |»·•–—-:")
            return replace(one, value=value, text=one.text or one.value)
    if one.field == "author":
        name = byline_name(value) or value
        return (
            None
            if _is_nobody(name, outlet)
            else replace(one, value=name, text=one.text or (value if name != value else ""))
        )
    if one.field == "outlet" and "://" in value:
        domain = of_address(value)
        return replace(one, value=domain, text=one.text or value) if domain else None
    if one.field == "url" and not value.startswith(("http://", "https://")):
        return None
    if one.field == "standfirst" and value[:60].rstrip(" .…") in cleaned.text:
        return None
    return one if value else None


def _is_nobody(name: str, outlet: str) -> bool:
    """An address, the outlet itself, or a word that stands for its staff."""
    staff = begins_with("staff", name)
    whole = staff is not None and staff.end() == len(name)
    return whole or "@" in name or "://" in name or name.casefold() == outlet.casefold() or len(name) > _NAME_LENGTH


def _day(value: str, language: str) -> str:
    """A day as ISO, from ISO or as it is written; "" where it is none."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        day = None
    # Years of other calendars may be written in the same form.
    if day and day.year >= _FIRST_YEAR:
        return day.isoformat()
    return next((one.day.isoformat() for one in find_dates(value, language) if one.day), "")


def _of_lines(cleaned: Cleaned, head: _Head, dateline: Dateline | None, page: str) -> Iterator[Evidence]:
    """What the lines of the page show."""
    # What metadata call the title may stand nowhere: then an editor sees what looks like one.
    title = head.title if head.title is not None else _title(head.lines, head.name, (), dateline)
    if title is not None:
        yield Evidence("title", head.lines[title].text, "heading")
    outlets = list(find_outlets(cleaned, dateline, head.masthead, head.byline))
    yield from (replace(one, value=best_form(one.value, page)) for one in outlets)
    outlet = outlets[0].value if outlets else ""
    yield from find_authors(cleaned, head.byline, outlet)
    if dateline:
        yield Evidence("dateline", dateline.text, "dateline")
    if head.standfirst is not None:
        yield Evidence("standfirst", head.lines[head.standfirst].text, "heading")
    yield from _days(cleaned)


def _of_address(url: str) -> Iterator[Evidence]:
    """What an address gives away: the domain stands for the outlet, folders for the day."""
    if url and (domain := of_address(url)):
        yield Evidence("outlet", domain, "domain", url)
    match = _URL_DAY.search(url)
    if match and (day := gregorian(*map(int, match.groups()))):
        yield Evidence("published", day.isoformat(), "domain", url)


def _renamed(removed: tuple[Removal, ...], head: _Head) -> tuple[Removal, ...]:
    """The first removals are the lines of the head, in their order."""
    titles = {head.lines[head.title].text.casefold()} if head.title is not None else set()
    names = {head.name: "outlet", head.byline: "author", head.standfirst: "standfirst"}
    found = []
    for n, one in enumerate(removed):
        reason = names.get(n, one.reason) if n < len(head.lines) else one.reason
        if n < len(head.lines) and one.text.strip().casefold() in titles:
            reason = "title"
        found.append(Removal(one.at, one.text, reason))
    return tuple(found)


def _parts(cleaned: Cleaned, titles: Sequence[Evidence], dateline: Dateline | None) -> _Head:
    lines = cleaned.head
    masthead = find_masthead(cleaned, dateline)
    name = masthead.line if masthead else None
    title = _title(lines, name, titles, dateline)
    byline = next((n for n, line in enumerate(lines) if line.kind == "author" and n != title), None)
    if byline is None:
        byline = name_line(lines, title, name)
    after = range((title or 0) + 1, len(lines)) if title is not None else range(0)
    standfirst = next(
        (n for n in after if not lines[n].kind and lines[n].ended and lines[n].words >= 8 and n != byline),
        None,
    )
    return _Head(lines, title, masthead, byline, standfirst)


def _title(
    lines: tuple[Line, ...], masthead: int | None, titles: Sequence[Evidence], dateline: Dateline | None
) -> int | None:
    """The line the metadata name, or one printed twice, or the first of a headline's length, or the longest."""
    for one in titles:
        for n, line in enumerate(lines):
            if _names_line(one, line):
                return n
    if any(one.source not in _WEAK for one in titles):
        return None
    counts = Counter(line.text.casefold() for line in lines)
    able = [n for n, line in enumerate(lines) if n != masthead and _may_be_title(line)]
    able = [n for n in able if not is_motto(lines, n, masthead)] or able
    for n in able:
        if counts[lines[n].text.casefold()] > 1 and lines[n].words > 2:
            return n
    for n in able:
        if lines[n].words >= _TITLE_WORDS:
            return next((other for other in able if _is_longer(lines[other].text, lines[n].text)), n)
    longest = max(able, key=lambda n: lines[n].words, default=None)
    return longest if longest is not None or not dateline else _stated_title(lines)


def _is_longer(title: str, shorter: str) -> bool:
    """Whether a title is another one and more, as that of an address or a tab of the browser."""
    return title.casefold().startswith(shorter.casefold()) and len(title) > len(shorter)


def _stated_title(lines: tuple[Line, ...]) -> int | None:
    """A title with a full stop, over a body that a dateline shows to begin below it."""
    short = (n for n, line in enumerate(lines) if not line.kind and 2 < line.words <= _STATED_TITLE_WORDS)
    return next(short, None)


def _names_line(title: Evidence, line: Line) -> bool:
    """Whether a line is this title, or all of it but what stands behind it."""
    wanted, text = title.value.casefold(), line.text.casefold()
    return text == wanted or (line.words > 3 and wanted.startswith(text))


def _may_be_title(line: Line) -> bool:
    return line.kind in ("", "author") and not line.stated and line.words > 1 and len(line.text) <= _TITLE_LENGTH


def _days(cleaned: Cleaned) -> Iterator[Evidence]:
    """The full dates of the head and of the tail, in each those of a change last, and a day of the moon only by
    itself."""
    found = [*_days_of(cleaned.head), *_days_of(cleaned.tail)]
    yield from found or _moons(cleaned)


def _days_of(lines: Iterable[Line]) -> list[Evidence]:
    found: list[Evidence] = []
    changed: list[Evidence] = []
    for line in lines:
        position = 0
        for one in line.dates:
            before = line.text[position : one.span.start]
            position = one.span.end
            if one.day:
                days = changed if holds("updated", before) else found
                days.append(Evidence("published", one.day.isoformat(), "date line", line.text))
    return found + changed


def _moons(cleaned: Cleaned) -> Iterator[Evidence]:
    for line in (*cleaned.head, *cleaned.tail):
        yield from (Evidence("published", one.near.isoformat(), MOON, line.text) for one in line.dates if one.near)
