"""What of a page's word for itself can be believed, as plain text and days of the calendar."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from articles.importing.mainpart import key
from articles.importing.visible import text_of
from articles.languages.loading import all_languages
from articles.records import Evidence
from articles.text.dates import find_dates
from articles.text.page import byline_name
from articles.text.phrases import begins_with

_TAGS = re.compile(r"</?(?:a|b|br|em|i|p|q|span|strong|su[bp])\b[^<>]*>", re.IGNORECASE)
_BORDER = re.compile(r"\s+(?:[|–—·•»›/:-]|::|>>|\|\|)\s+|\s*\|\s*|:\s+")
"""What parts the name of a site from a title."""
_OUTLET_WORDS = 5
_NO_NAME = re.compile(r"://|@|\d|^www\.|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:/\S*)?$", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_OWN_TITLE = ("page", "properties")
"""Sources whose title may name the outlet too."""
_NEVER = date(1970, 1, 1)
_HEAD = 400
"""Lines of a page among which its printed date is looked for."""
_DATE_LINE = 120


def trusted(found: Iterable[Evidence], lines: Sequence[str]) -> tuple[Evidence, ...]:
    """The evidence in its order, values in plain words; without what cannot be what it says, as an outlet for author.

    `lines` is what can be seen of the page.
    """
    plain = [replace(one, value=_plain(one)) for one in found]
    plain = [one for one in plain if one.value]
    language = _language(plain)
    outlets = {_folded(one.value) for one in plain if one.field == "outlet"}
    seen = {_folded(line): line for line in reversed(lines)}
    kept: list[Evidence] = []
    named: list[Evidence] = []
    for one in plain:
        value, rest = one.value, ""
        if one.field == "title":
            value, rest = _without_outlet(value, outlets, seen, one.source in _OWN_TITLE)
            # A PDF prints without the joiners of Persian.
            value = value if one.source == "properties" else _as_printed(value, seen)
        elif one.field == "author":
            value = ", ".join(_authors(value, outlets))
        elif one.field == "published":
            value = _iso(value, language)
        elif (one.field == "url" and not value.startswith(("http://", "https://"))) or _is_no_outlet(one):
            continue
        if value:
            kept.append(replace(one, value=value, text=one.text or (one.value if one.value != value else "")))
        if rest and one.source in _OWN_TITLE:
            named.append(Evidence("outlet", rest, one.source, one.value))
    kept = list(_with_local_days([*kept, *named], lines, language))
    return tuple(dict.fromkeys(kept))


def _plain(one: Evidence) -> str:
    """JSON in a page keeps its entities, and some put tags in a title."""
    value = html.unescape(one.value) if one.source == "json-ld" else one.value
    return " ".join((text_of(value) if _TAGS.search(value) else value).split())


def _folded(text: str) -> str:
    return key(text).casefold()


def _language(found: Sequence[Evidence]) -> str:
    codes = {language.code for language in all_languages()}
    said = (one.value[:2].lower() for one in found if one.field == "language")
    return next((code for code in said if code in codes), "en")


def _is_no_outlet(one: Evidence) -> bool:
    return one.field == "outlet" and "://" in one.value


def _as_printed(title: str, seen: dict[str, str]) -> str:
    """With the marks that the page shows it with: metadata often have plainer ones."""
    printed = seen.get(_folded(title), title)
    return title if printed.isupper() else printed


def _without_outlet(title: str, outlets: set[str], seen: Collection[str], of_page: bool) -> tuple[str, str]:
    """The title that the page shows, or that is left without a known outlet; and the name beside it that was cut.

    The page's own title (`of_page`) may name the outlet before a colon; others have a topic there.
    """
    if _folded(title) in seen:
        return title, ""
    borders = list(_BORDER.finditer(title))
    parted = [(title[: border.start()], title[border.end() :], -1) for border in reversed(borders)]
    parted += [(title[border.end() :], title[: border.start()], 0) for border in borders]
    for own, rest, at in parted:
        a_topic = not of_page and f"{rest}: {own}" == title
        name = _BORDER.split(rest)[at]
        if _folded(own) in seen and len(own) > len(name) and not a_topic:
            return own, name if len(name.split()) <= _OUTLET_WORDS else ""
    for own, rest, _at in parted:
        if _folded(rest) in outlets and own:
            return own, rest
    return title, ""


def _authors(value: str, outlets: set[str]) -> Iterator[str]:
    for one in value.split(", "):
        name = byline_name(one) or one.strip()
        staff = begins_with("staff", name)
        rest = name[staff.end() :] if staff else name
        if name and not _NO_NAME.search(name) and _folded(rest) not in {"", *outlets}:
            yield name


def _iso(value: str, language: str) -> str:
    """The day, with the time and its offset where they are given, as ISO; "" where no day can be read."""
    found = _read(value, language)
    day = found.date() if isinstance(found, datetime) else found
    return found.isoformat() if found and day and day.year >= 1800 and day != _NEVER else ""


def _read(value: str, language: str) -> date | datetime | None:
    for parse in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    if _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC)
    leading = _ISO.match(value)
    if leading:
        return _read(leading[0], language) if leading[0] != value else None
    return next((one.day for one in find_dates(value[:_DATE_LINE], language)), None)


def _with_local_days(found: Sequence[Evidence], lines: Sequence[str], language: str) -> Iterator[Evidence]:
    """A time told in UTC may be of the day before or after where the page was read: its other sources tell which."""
    times = [moment for one in found if one.field == "published" and (moment := _moment(one.value))]
    printed: set[date] | None = None
    for one in found:
        moment = _moment(one.value) if one.field == "published" else None
        if moment and not moment.utcoffset():
            local = next((other for other in times if other == moment and other.utcoffset()), None)
            if local is None:
                printed = printed_days(lines, language) if printed is None else printed
                beside = (moment + timedelta(hours=14)).date(), (moment - timedelta(hours=12)).date()
                day = next((day for day in beside if day in printed), None) if moment.date() not in printed else None
                value = day.isoformat() if day else one.value
            else:
                value = local.isoformat()
            one = replace(one, value=value, text=one.text or (one.value if value != one.value else ""))
        yield one


def _moment(value: str) -> datetime | None:
    moment = datetime.fromisoformat(value) if len(value) > len("2000-01-01") else None
    return moment if moment and moment.tzinfo else None


def printed_days(lines: Sequence[str], language: str = "en") -> set[date]:
    """The full dates that stand in the short ones among the first lines."""
    short = (line for line in lines[:_HEAD] if len(line) <= _DATE_LINE)
    return {one.day for line in short for one in find_dates(line, language) if one.day}
