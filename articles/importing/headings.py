"""What the lines around an article's body tell about it: title, outlet, author, day, standfirst."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from articles.records import Removal
from articles.text.cleaning import Cleaned
from articles.text.datelines import Dateline, find_dateline
from articles.text.page import Line, begins_with, byline_name, count_words, holds, is_name, is_uncased, pieces

_TITLE_WORDS = 5
_TITLE_LENGTH = 300
_OUTLET_WORDS = 6
_QUOTED = re.compile(r"[«“\"]([^«»“”\"]{2,60})[»”\"]")
_TAGLINE = re.compile(r"\s*[|:]\s+|\s+[–—-]\s+")
_DASH = re.compile(r"\s+[–—-]\s+")
_YEAR = re.compile(r"\s*(?:©|\([cC]\)|(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)\d\d)?)\s*")
_DOMAIN = re.compile(r"(?i)(?<=\w)\.(?:com|co|net|org|info|news|[a-z]{2})(?:\.[a-z]{2})?(?!\w)")
_COMPANY = re.compile(
    r"(?:,?\s(?:Ltd|Inc|LLC|plc|GmbH|AG|S\.?A\.?|Sdn\.?\s?Bhd|Tbk|Media|Publishing Group|Co)\.?)+$"
)


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
    head = _parts(cleaned.head, hints, dateline, cleaned)
    outlet = hints.outlet or _best_case(_outlet(head, cleaned, dateline), page)
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


def _parts(lines: tuple[Line, ...], hints: Hints, dateline: Dateline | None, cleaned: Cleaned) -> _Head:
    masthead = _masthead(lines, dateline, cleaned)
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
    return (
        line.kind in ("", "author") and not line.stated and line.words > 1 and len(line.text) <= _TITLE_LENGTH
    )


def _masthead(lines: tuple[Line, ...], dateline: Dateline | None, cleaned: Cleaned) -> int | None:
    """The line with the outlet's name: a short one before a menu, or one whose name stands elsewhere too."""
    elsewhere = " ".join(
        [*(dateline.parts if dateline else ()), *(line.text for line in cleaned.tail)]
    ).casefold()
    later = [line.text.casefold() for line in lines]
    for n, line in enumerate(lines[:4]):
        name = _masthead_name(line.text)
        if (
            line.kind not in ("", "navigation", "author")
            or line.ended
            or not name
            or len(pieces(line.text)) > 2
        ):
            continue
        if count_words(name) > _OUTLET_WORDS or later.count(later[n]) > 1:
            continue
        before_menu = n + 2 < len(lines) and lines[n + 1].kind == "navigation"
        again = name.casefold() in elsewhere or any(name.casefold() in text for text in later[n + 1 :])
        again = again or bool(dateline and set(dateline.parts[1:]) & set(name.split()))
        if before_menu or again:
            return n
    return None


def _masthead_name(line: str) -> str:
    quoted = _QUOTED.match(line)
    return quoted[1].strip() if quoted else _without_kind(_TAGLINE.split(line)[0].strip())


def _without_kind(name: str) -> str:
    match = begins_with("outlet_kinds", name)
    return name[match.end() :].strip() if match and name[match.end() :].strip() else name


def _name_beside_date(lines: tuple[Line, ...], title: int | None, masthead: int | None) -> int | None:
    """A line that holds nothing but a name, or a name and an outlet, directly before or after the date."""
    days = [n for n, line in enumerate(lines) if line.kind == "published"]
    for n in (beside for day in days for beside in (day - 1, day + 1)):
        if 0 <= n < len(lines) and n not in (title, masthead) and lines[n].kind in ("", "navigation"):
            name = _DASH.split(lines[n].text)[0]
            if is_name(name, 3 if is_uncased(name) else 4):
                return n
    return None


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


def _outlet(head: _Head, cleaned: Cleaned, dateline: Dateline | None) -> str:
    if head.masthead is not None:
        return _masthead_name(head.lines[head.masthead].text)
    if dateline and (name := _outlet_of_dateline(dateline, cleaned.text)):
        return name
    return _outlet_beside_date(head) or _outlet_before_phrase(head) or _outlet_of_footer(cleaned.tail)


def _outlet_of_dateline(dateline: Dateline, body: str) -> str:
    """The part in brackets, or one that is no place: of several words or mixed letters, and not named again."""
    bracketed = re.search(r"\(([^()\d]{2,40})\)", dateline.text)
    if bracketed:
        return bracketed[1].strip()
    rest = body[len(dateline.text) :]
    for part in dateline.parts[1:]:
        mixed = any(one.isupper() for one in part[1:]) and not part.isupper()
        if (" " in part or mixed or part.isupper()) and not re.search(r"\d", part) and part not in rest:
            return _DOMAIN.sub("", part)
    return ""


def _outlet_beside_date(head: _Head) -> str:
    if head.byline is not None:
        parts = _TAGLINE.split(head.lines[head.byline].text)
        if len(parts) > 1 and not byline_name(head.lines[head.byline].text):
            return parts[-1].strip()
    for line in head.lines:
        if line.dates and "|" in line.text[: line.dates[0].span.start]:
            name = line.text.split("|")[0].strip()
            if count_words(name) <= _OUTLET_WORDS and not re.search(r"\d", name):
                return name
    return ""


def _outlet_before_phrase(head: _Head) -> str:
    for line in head.lines:
        match = holds("outlet_before", line.text)
        if match and 0 < count_words(line.text[: match.start()]) <= _OUTLET_WORDS:
            return line.text[: match.start()].strip()
    return ""


def _outlet_of_footer(tail: tuple[Line, ...]) -> str:
    """The name beside the copyright mark: without year, company form and domain."""
    for line in tail:
        if line.kind != "copyright" or not ("©" in line.text or begins_with("copyright", line.text)):
            continue
        quoted = _QUOTED.search(line.text)
        text = re.split(r"\.\s", quoted[1] if quoted else line.text)[0]
        text = _YEAR.sub(" ", text).strip()
        while match := begins_with("copyright", text):
            text = text[match.end() :].strip(" :,.")
        name = _COMPANY.sub("", _DOMAIN.sub("", _without_kind(text))).strip(" .,–—|-")
        if name and count_words(name) <= _OUTLET_WORDS:
            return name
    return ""


def _best_case(name: str, page: str) -> str:
    """The name as the page writes it in small and capital letters, where it does so somewhere."""
    if not name or not (name.isupper() or name.islower()):
        return name
    forms = re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", page, re.IGNORECASE)
    return next((form for form in forms if not form.isupper() and not form.islower()), name)
