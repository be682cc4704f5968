"""The name of the outlet: from the masthead, the dateline, the line of the date, or the footer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tld import get_tld

from articles.records import Evidence
from articles.text.cleaning import Cleaned
from articles.text.datelines import Dateline
from articles.text.page import Line, byline_name, count_words, pieces
from articles.text.phrases import alternatives, begins_with, holds

_OUTLET_WORDS = 6
_TITLE_WORDS = 5
_OVER_MENU = 2
"""Points of the first line, over a menu."""
_MASTHEAD_LINES = 8
_TOP_LINES = 4
"""So far down a name must not be one of the outlets' or stand below the text too."""
_QUOTED = re.compile(r"[«“\"]([^«»“”\"]{2,60})[»”\"]")
_TAGLINE = re.compile(r"\s*[|:]\s+|\s+[–—-]\s+")
_YEAR = re.compile(r"\s*(?:©|\([cC]\)|(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)\d\d)?)\s*")
_REGISTER = re.compile(r"№|\d{3}")
"""A number by which an authority knows an outlet."""
_DOMAIN = re.compile(r"(?i)(?<=\w)\.(?:com|co|net|org|info|news|[a-z]{2})(?:\.[a-z]{2})?(?!\w)")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The line of the head that holds the outlet's name; `sure` where more than a menu below it says so."""

    line: int
    sure: bool


def find_masthead(cleaned: Cleaned, dateline: Dateline | None) -> Masthead | None:
    """Which line of the head holds the outlet's name, or None.

    It is a short one at the top that stands before a menu or over the kind of outlet, whose name stands elsewhere on
    the page too, or holds a word of such names. The one for which most speaks is taken, the first of equals.
    """
    head = cleaned.head
    lines = [line.text.casefold() for line in head]
    able = [
        n for n in range(min(len(head), _MASTHEAD_LINES)) if _may_be_masthead(head[n]) and lines.count(lines[n]) == 1
    ]
    points = {n: _points(cleaned, dateline, n) + (n == able[0] and _over_menu(head, n)) for n in able}
    best = max(able, key=lambda n: (points[n], -n), default=None)
    return Masthead(best, points[best] > _OVER_MENU) if best is not None and points[best] > 0 else None


def _points(cleaned: Cleaned, dateline: Dateline | None, n: int) -> int:
    """What speaks for a line of the head as the one with the outlet's name."""
    head = cleaned.head
    top = sum(not _is_menu(line) for line in head[:n]) < _TOP_LINES
    name = _masthead_name(head[n].text)
    folded = name.casefold()
    parts = dateline.parts if dateline else ()
    below = head[n + 1] if n + 1 < len(head) else None
    imprint = " ".join([*parts, *(line.text for line in cleaned.tail if line.kind == "copyright")]).casefold()
    # A title may hold any word.
    below_it = [line for line in head[n + 1 :] if line.kind or line.words < _TITLE_WORDS]
    around = [line.text.casefold() for line in (*below_it, *cleaned.tail)]
    a_title_follows = any(one.words >= _TITLE_WORDS for one in head[n + 1 :])
    return (
        3 * (folded in imprint or (top and bool(set(parts[1:]) & set(name.split()))))
        + 3 * (below is not None and _is_kind(below.text))
        + 3 * (a_title_follows and (_has_outlet_word(name) or begins_with("outlet_kinds", head[n].text) is not None))
        # On a line of its own it could be the topic, among the tags.
        + 1 * (top and any(folded in text and folded != text for text in around))
        + 1 * (top and below is not None and n + 2 < len(head) and _is_menu(below))
    )


def _over_menu(head: tuple[Line, ...], n: int) -> bool:
    """Whether a menu begins below a line, or below a motto of it."""
    below = head[n + 1 : n + 4]
    return len(below) > 2 and any(_is_menu(line) for line in below[:2])


def is_motto(head: tuple[Line, ...], n: int, masthead: int | None) -> bool:
    """Whether a line stands between the outlet's name and a menu."""
    return masthead is not None and n == masthead + 1 and n + 1 < len(head) and _is_menu(head[n + 1])


def _is_kind(line: str) -> bool:
    match = begins_with("outlet_kinds", line)
    return match is not None and match.end() == len(line)


def _has_outlet_word(name: str) -> bool:
    match = _outlet_words().search(name)
    return match is not None and (match[0] != name or match["end"] is not None)


@cache
def _outlet_words() -> re.Pattern[str]:
    """Words of outlets' names, and the ends of such words."""
    words = alternatives("outlet_words").split("|")
    whole, ends = ([one for one in words if one.startswith(r"\-") is end] for end in (False, True))
    endings = "|".join(one.removeprefix(r"\-") for one in ends) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{'|'.join(whole)}|\w{{3,}}(?P<end>{endings}))(?!\w)", re.IGNORECASE)


def find_outlets(
    cleaned: Cleaned, dateline: Dateline | None, masthead: Masthead | None, byline: int | None
) -> Iterator[Evidence]:
    """The outlet's name as each place of a page gives it, the surest first.

    `masthead` and `byline` say which lines of the head those are.
    """
    if masthead and masthead.sure:
        yield _of_masthead(cleaned.head[masthead.line])
    named = _of_dateline(dateline, cleaned.text) if dateline else ""
    of_dateline = [Evidence("outlet", named, "dateline", dateline.text)] if dateline and named else []
    of_agency = _is_agency(named)
    yield from () if of_agency else of_dateline
    if masthead and not masthead.sure:
        yield _of_masthead(cleaned.head[masthead.line])
    yield from of_dateline if of_agency else ()
    if byline is not None and (name := _of_byline(line := cleaned.head[byline].text)):
        yield Evidence("outlet", name, "byline", line)
    for source, find in (("date line", _beside_date), ("heading", _before_phrase)):
        yield from (Evidence("outlet", name, source, line) for name, line in find(cleaned.head))
    yield from (Evidence("outlet", name, "footer", line) for name, line in _of_footer(cleaned.tail))


def _is_agency(name: str) -> bool:
    """Whether it is one whose reports others print."""
    match = begins_with("agencies", name)
    return match is not None and match.end() == len(name)


def _of_masthead(line: Line) -> Evidence:
    return Evidence("outlet", _masthead_name(line.text), "masthead", line.text)


def of_address(url: str) -> str:
    """The domain that an address was registered under, which names the outlet where nothing else does; or ""."""
    found = _known_domains(url)
    return str(found.fld) if found else ""


def _known_domains(url: str) -> Any:
    return get_tld(url, as_object=True, fail_silently=True)


def best_form(name: str, page: str) -> str:
    """The name as the page writes it in small and capital letters, and without its domain, where it does so."""
    bare = _DOMAIN.sub("", name)
    if not bare or (bare == name and not (name.isupper() or name.islower())):
        return name
    # The letters of a domain, or of one without its ending, may be several words elsewhere.
    signs = re.escape(bare) if " " in bare else " ?".join(map(re.escape, bare))
    forms = re.findall(rf"(?<![\w.]){signs}(?![\w.]\w)(?!\w)", page, re.IGNORECASE)
    return next((form for form in forms if not form.isupper() and not form.islower()), name)


def _is_menu(line: Line) -> bool:
    return line.kind == "navigation" or begins_with("lines", line.text) is not None


def _may_be_masthead(line: Line) -> bool:
    name = _masthead_name(line.text)
    short = count_words(name) <= _OUTLET_WORDS and len(pieces(line.text)) <= 2
    if not name or begins_with("lines", line.text) or begins_with("beginnings", line.text):
        return False
    return short and not line.ended and line.kind in ("", "navigation", "author", "caption")


def _masthead_name(line: str) -> str:
    quoted = _QUOTED.match(line)
    return quoted[1].strip() if quoted else _without_kind(_TAGLINE.split(line)[0].strip())


def _without_kind(name: str) -> str:
    match = begins_with("outlet_kinds", name)
    return (name[match.end() :].strip() or name) if match else name


def _of_dateline(dateline: Dateline, body: str) -> str:
    """The part in brackets, or one that is no place: of several words or mixed letters, and not named again."""
    bracketed = re.search(r"\(([^()\d]{2,40})\)", dateline.text)
    if bracketed:
        return _DOMAIN.sub("", bracketed[1].strip())
    for part in dateline.parts:
        if _DOMAIN.search(part):
            return _DOMAIN.sub("", part)
    rest = body[len(dateline.text) :]
    for part in dateline.parts[1:]:
        capitals = part.isupper() or any(one.isupper() for one in part[1:])
        if capitals and not re.search(r"\d", part) and part not in rest:
            return _DOMAIN.sub("", part)
    return ""


def _of_byline(line: str) -> str:
    parts = _TAGLINE.split(line)
    return parts[-1].strip() if len(parts) > 1 and not byline_name(line) else ""


Named = Iterator[tuple[str, str]]
"""Names, each with the line that it stands in."""


def _beside_date(head: tuple[Line, ...]) -> Named:
    for line in head:
        before, bar, _ = line.text.partition("|")
        if line.dates and bar and len(before) < line.dates[0].span.start and not re.search(r"\d", before):
            if count_words(before) <= _OUTLET_WORDS and "," not in before:
                yield before.strip(), line.text
            return


def _before_phrase(head: tuple[Line, ...]) -> Named:
    for line in head:
        match = None if begins_with("beginnings", line.text) else holds("outlet_before", line.text)
        if match and 0 < count_words(line.text[: match.start()]) <= _OUTLET_WORDS:
            yield line.text[: match.start()].strip(), line.text
            return


def _of_footer(tail: tuple[Line, ...]) -> Named:
    """The name beside the copyright mark: without year, company form and domain."""
    for line in tail:
        if line.kind != "copyright" or not ("©" in line.text or begins_with("copyright", line.text)):
            continue
        quoted = _QUOTED.search(line.text)
        text = _company_forms().sub("", _YEAR.sub(" ", quoted[1] if quoted else line.text).strip())
        text = re.split(r"\.\s", text)[0].strip()
        while match := begins_with("copyright", text):
            text = text[match.end() :].strip(" :,.")
        name = _company_forms().sub("", _DOMAIN.sub("", _without_kind(text))).strip(" .,–—|-")
        if name and count_words(name) <= _OUTLET_WORDS and not _REGISTER.search(name):
            yield name, line.text
            return


@cache
def _company_forms() -> re.Pattern[str]:
    return re.compile(rf"(?:,?\s(?:{alternatives('outlet_suffixes')})\.?)+$", re.IGNORECASE)
