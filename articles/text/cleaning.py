"""From the base text of a scraped page to the article's body, with every cut on record.

A sentence is never cut because it is short or odd: a line goes only where its form or a phrase of a language
file says what it is, or where it stands before the first or after the last sentence of the body.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from articles.records import Removal, Span
from articles.text.datelines import find_dateline
from articles.text.dates import prefers_day_first
from articles.text.page import Line, begins_with, count_words, is_name, page_lines

_HEAD_LINES = 40
_PARAGRAPH_WORDS = 15
"""A last line of so many words is kept even where it lacks its full stop."""
_FOOTER_WORDS = 12
"""Lines of a footer have at most so many words."""
_CUT_INSIDE = frozenset(
    {"crosslink", "caption", "furniture", "copyright", "ending", "navigation", "contact", "comments"}
)
_LABEL = re.compile(r"(?P<lead>[^:.?!]{2,40}?)\s?:\s(?P<rest>.+)$")
_QUOTED_FIRST = re.compile(r"[\"'“”‘«„`]+[^\"“”«»]{2,80}[\"'”“’»]+[؛;,:]?\s+\S")
"""A headline that begins with a quotation; speech after a colon would reach to the end of its line."""
_LIST_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_CLAUSES = re.compile(r"^[^:|]+\s[^:|]+[,،]\s[^\W\dA-Z_]\w*\s\w+\s\w+\s[^:|]+$")
"""A clause after a comma: a sentence that has lost its full stop."""
_OPENING_MARKS = "\"'“”‘«„‹`—–-"
_SIGNED = re.compile(
    r"(?<=[.?!”»\"])\s+(?:(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2})"
    r"|[(\[][\w/.,& -]{1,24}[)\]]|[–—-]{1,2}\s?[\w.]{2,20}(?: [\w.]{2,20}){0,3})$"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The body of a page; `removed` and `text` put together in order give the base text again."""

    text: str
    removed: tuple[Removal, ...]
    head: tuple[Line, ...]
    """The lines before the body: masthead, menus, title, byline, standfirst."""
    tail: tuple[Line, ...]
    """The lines after it."""
    signature: str = ""
    """A name that stands after the last sentence, on the same line."""


@dataclass(frozen=True, slots=True)
class _Cut:
    span: Span
    reason: str


def clean(text: str, language: str) -> Cleaned:
    """The body of a normalised text in this language (an ISO 639-1 code) and all that stands around it.

    Reasons of removals are the kinds of lines (navigation, crosslink, caption ...); a line of the head that has
    no kind of its own is called `heading`, and who knows better what it is may name it anew.
    """
    lines = page_lines(text, language, prefers_day_first(text, language))
    if not lines:
        return Cleaned("", (), (), ())
    first = _first_of_body(lines)
    last = _last_of_body(lines, first) if first < len(lines) else first - 1
    head, body, tail = lines[:first], lines[first : last + 1], lines[last + 1 :]
    cuts = [_Cut(line.span, line.kind or "heading") for line in head]
    cuts += [_Cut(line.span, reason) for line, reason in _cuts_inside(body)]
    end = body[-1].span.end if body else 0
    signature = _signature(text, body)
    if signature:
        cuts.append(_Cut(Span(signature.start(), end), "sign-off"))
        end = signature.start()
    cuts += [_Cut(line.span, line.kind or "after the end") for line in tail]
    kept, removed = _put_together(text, cuts, end)
    name = signature["name"] if signature else None
    return Cleaned(kept, removed, tuple(head), tuple(tail), name or "")


def _signature(text: str, body: list[Line]) -> re.Match[str] | None:
    """What stands after the last sentence of the body on its own line: a name, initials in brackets, an agency."""
    if not body or not (body[-1].is_prose or body[-1].words >= _PARAGRAPH_WORDS):
        return None
    span = body[-1].span
    match = _SIGNED.search(text, max(span.start, span.end - 80), span.end)
    if match and match["name"] and not all(word[0].isupper() for word in match["name"].split()):
        return None
    return match


def _first_of_body(lines: list[Line]) -> int:
    """The first line of the body: the one with the dateline, or the first paragraph after the page's head."""
    repeated = _repeated(lines)
    prose = [n for n, line in enumerate(lines[: 3 * _HEAD_LINES]) if line.is_prose]
    for n in prose[:3]:
        dateline = find_dateline(lines[n].text)
        if n < _HEAD_LINES and dateline and dateline.strong:
            return n
    if not prose:
        plain = [n for n, line in enumerate(lines) if not line.kind]
        ended = [n for n in plain if lines[n].ended]
        return (ended or plain or [len(lines)])[0]
    start = prose[0]
    for n in range(prose[0] + 1, min(_HEAD_LINES, prose[3] if len(prose) > 3 else len(lines))):
        if lines[n].kind in ("published", "author") or n in repeated:
            start = next((one for one in prose if one > n), start)
    while start > 0 and _continues(lines[start - 1]) and start - 1 not in repeated:
        start -= 1
    return start


def _continues(line: Line) -> bool:
    """A short sentence before the first long one belongs to the body as well."""
    return not line.kind and line.stated and line.words <= 8 and ":" not in line.text


def _repeated(lines: list[Line]) -> set[int]:
    """The lines of the head that say once more what an earlier one said: a title printed twice."""
    seen: set[str] = set()
    found = set()
    for n, line in enumerate(lines[:_HEAD_LINES]):
        folded = line.text.casefold()
        if folded in seen and not line.stated and not line.kind:
            found.add(n)
        seen.add(folded)
    return found


def _last_of_body(lines: list[Line], first: int) -> int:
    """The last line of the body: before the first ending that no paragraph follows, a sentence or a paragraph."""
    last = len(lines) - 1
    prose = [n for n in range(first, len(lines)) if lines[n].is_prose]
    dateline = find_dateline(lines[first].text)
    agency = {part.casefold() for part in dateline.parts} if dateline else set()
    for n in range(first + 1, len(lines)):
        before = bisect_left(prose, n)
        last_words = lines[n].kind in ("ending", "sign-off", "copyright") and before == len(prose)
        last_words = last_words or (lines[n].kind == "sign-off" and _bare(lines[n].text) in agency)
        if last_words or (lines[n].kind == "comments" and before * 2 >= len(prose)):
            last = n - 1
            break
    unended = sum(not line.ended for line in lines[first : last + 1] if line.words >= _PARAGRAPH_WORDS)
    ended = sum(line.ended for line in lines[first : last + 1] if line.words >= _PARAGRAPH_WORDS)
    enough = _PARAGRAPH_WORDS if ended >= unended else 8
    last = _before_footer(lines, first, last, enough)
    while last > first and not _is_of_body(lines[last], enough) and not _ends_a_list(lines, first, last):
        last -= 1
    return last


def _bare(sign_off: str) -> str:
    return sign_off.strip(" –—-()[]/").casefold()


def _is_of_body(line: Line, enough: int) -> bool:
    sentence = line.ended or line.words >= enough or line.text[0] in _OPENING_MARKS
    return not line.kind and (sentence or bool(_CLAUSES.search(line.text)))


def _ends_a_list(lines: list[Line], first: int, last: int) -> bool:
    """Belongs to a list that a sentence of the body announces with a colon."""
    n = last
    while n > first and not lines[n].kind and _LIST_ITEM.match(lines[n].text):
        n -= 1
    return first <= n < last and not lines[n].kind and lines[n].text.endswith(":")


def _before_footer(lines: list[Line], first: int, last: int, enough: int) -> int:
    """A footer of unknown phrases: two or more lines without end in a row, and nothing but short lines after."""
    start = last
    while start > first and lines[start].words <= _FOOTER_WORDS and lines[start].kind not in _CUT_INSIDE:
        start -= 1
    row = 0
    for n in range(start + 1, last + 1):
        line = lines[n]
        row = (
            0
            if _is_of_body(line, enough) or line.text.endswith(":") or _LIST_ITEM.match(line.text)
            else row + 1
        )
        if row == 2:
            return n - 2
    return last


def _cuts_inside(body: list[Line]) -> list[tuple[Line, str]]:
    """The lines between the first and the last of the body that are none of it."""
    words = _capital_words(body)
    found = []
    for n, line in enumerate(body[1:], 1):
        if line.kind in _CUT_INSIDE:
            found.append((line, line.kind))
        elif _is_label(body, n) or (found and _is_link_below(found[-1], body[n - 1], line)):
            found.append((line, "crosslink"))
        elif not line.kind and not line.ended and _is_named_caption(line.text, words):
            found.append((line, "caption"))
    return found


def _is_link_below(cut: tuple[Line, str], above: Line, line: Line) -> bool:
    """The headline that a "read more" on the line above leads to."""
    leads = cut[0] is above and cut[1] == "crosslink" and not above.ended
    bare = (
        above.text.endswith(":")
        or begins_with("crosslinks", above.text + " ") is not None
        and above.words <= 4
    )
    return leads and bare and not line.kind and not line.stated and line.words <= 20


def _is_label(body: list[Line], n: int) -> bool:
    """Stands alone between paragraphs, a few words, a colon, and no sentence: it leads to another article."""
    line = body[n]
    if line.kind or line.ended or line.words > 20 or not 0 < n < len(body) - 1:
        return False
    match = _LABEL.match(line.text)
    if not match or count_words(match["lead"]) > 4:
        return False
    if match["rest"][0] in _OPENING_MARKS and not _QUOTED_FIRST.match(match["rest"]):
        return False
    return body[n - 1].is_prose and body[n + 1].is_prose


def _capital_words(body: list[Line]) -> dict[str, int]:
    """How often each word stands with a capital inside the paragraphs."""
    counts: dict[str, int] = {}
    for line in body:
        if line.is_prose:
            for word in re.findall(r"(?<=\w[ ,])\s?[^\W\d_]\w+", line.text):
                bare = word.strip()
                if bare[0].isupper():
                    counts[bare] = counts.get(bare, 0) + 1
    return counts


def _is_named_caption(text: str, words: dict[str, int]) -> bool:
    """Nothing but names that the article uses: the text under, or in place of, a picture."""
    own = text.split()
    if not own[0][0].isupper() or not (is_name(text) or len(own) == 1):
        return False
    return sum(word in words for word in own) * 2 >= len(own)


def _put_together(text: str, cuts: list[_Cut], end: int) -> tuple[str, tuple[Removal, ...]]:
    """The text without the cuts, each widened over the line feeds beside it; the body ends at `end`."""
    kept: list[str] = []
    removed: list[Removal] = []
    length = position = 0
    for cut in cuts:
        start = max(position, end) if cut.span.start >= end else cut.span.start
        stop = cut.span.end
        while stop < len(text) and text[stop] == "\n":
            stop += 1
        kept.append(text[position:start])
        length += start - position
        removed.append(Removal(length, text[start:stop], cut.reason))
        position = stop
    kept.append(text[position:])
    return "".join(kept), tuple(removed)
