"""Where among the lines of a page the article's body begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left

from articles.text.datelines import find_dateline
from articles.text.page import Line, byline_name, is_name

CUT_INSIDE = frozenset(
    {"crosslink", "caption", "furniture", "copyright", "ending", "navigation", "contact", "comments"}
)
"""The kinds of lines that are no text even between two paragraphs."""
_HEAD_LINES = 40
_HEAD_WORDS = 60
"""Paragraphs of more words are no standfirst and no notices above a byline."""
_PARAGRAPH_WORDS = 15
"""A last line of so many words is kept even where it lacks its full stop."""
_BOX_WORDS = 60
"""A box about an author has at most so many words."""
_FOOTER_WORDS = 12
"""Lines of a footer have at most so many words."""
_LIST_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_CLAUSES = re.compile(r"^[^:|]+\s[^:|]+[,،]\s[^\W\dA-Z_]\w*\s\w+\s\w+\s[^:|]+$")
"""A clause after a comma: a sentence that has lost its full stop."""
SIGNED = re.compile(
    r"(?<=[.?!”»\"])\s+(?:(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2})"
    r"|[(\[][\w/.,& -]{1,24}[)\]]|[–—-]{1,2}\s?[\w.]{2,20}(?: [\w.]{2,20}){0,3})$"
)
"""What stands after the last sentence on its line: a name, initials in brackets, an agency behind a dash."""
_HOLDS_SPEECH = re.compile('["“”«»„]')
OPENING_MARKS = "\"'“”‘«„‹`—–-"


def first_of_body(lines: list[Line]) -> int:
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
        if sum(line.words for line in lines[:n] if line.is_prose) > _HEAD_WORDS:
            break
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


def last_of_body(lines: list[Line], first: int) -> int:
    """The last line of the body: before the first ending that no paragraph follows, a sentence or a paragraph."""
    last = len(lines) - 1
    prose = [n for n in range(first, len(lines)) if lines[n].is_prose]
    dateline = find_dateline(lines[first].text)
    agency = {part.casefold() for part in dateline.parts} if dateline else set()
    for n in range(first + 1, len(lines)):
        before = bisect_left(prose, n)
        if _ends_a_list(lines, first, n):
            continue
        last_words = lines[n].kind in ("ending", "sign-off", "copyright") and before == len(prose)
        last_words = last_words or (lines[n].kind == "sign-off" and _bare(lines[n].text) in agency)
        if last_words or (lines[n].kind == "comments" and before * 2 >= len(prose)):
            last = n - 1
            break
    unended = sum(not line.ended for line in lines[first : last + 1] if line.words >= _PARAGRAPH_WORDS)
    ended = sum(line.ended for line in lines[first : last + 1] if line.words >= _PARAGRAPH_WORDS)
    enough = _PARAGRAPH_WORDS if ended >= unended else 8
    last = _before_footer(lines, first, last, enough)
    about_author = _names(lines[:first])
    last = _before_box(lines, first, last, about_author)
    while last > first and not _ends_a_list(lines, first, last):
        if _is_of_body(lines[last], enough) and not _bare_words(lines[last].text).startswith(about_author):
            break
        last -= 1
    return last


def _before_box(lines: list[Line], first: int, last: int, names: tuple[str, ...]) -> int:
    """The line before a box about the author: a line that begins with his name, and little text below it."""
    for n in range(first + 1, last + 1):
        if not lines[n].ended and _bare_words(lines[n].text).startswith(names):
            below = [line.words for line in lines[n + 1 : last + 1] if line.is_prose]
            if sum(below) <= _BOX_WORDS:
                return n - 1
    return last


def _names(head: list[Line]) -> tuple[str, ...]:
    """The names in the lines over a body, with which a box about its author begins."""
    names = (byline_name(line.text) or line.text for line in head if line.kind in ("", "author") and not line.ended)
    return tuple(_bare_words(name) for name in names if is_name(name))


def _bare_words(text: str) -> str:
    return re.sub(r"\W", " ", f"{text} ")


def _bare(sign_off: str) -> str:
    return sign_off.strip(" –—-()[]/").casefold()


def _is_of_body(line: Line, enough: int) -> bool:
    if line.kind:
        return False
    sentence = line.ended or line.words >= enough or line.text[0] in OPENING_MARKS
    return sentence or bool(_CLAUSES.search(line.text) or SIGNED.search(line.text))


def _ends_a_list(lines: list[Line], first: int, last: int) -> bool:
    """Belongs to a list that a sentence of the body announces with a colon."""
    n = last
    while n > first and lines[n].kind in ("", "sign-off") and _LIST_ITEM.match(lines[n].text):
        n -= 1
    return first <= n < last and not lines[n].kind and lines[n].text.endswith(":")


def _before_footer(lines: list[Line], first: int, last: int, enough: int) -> int:
    """A footer of unknown phrases: two or more lines without end in a row, and nothing but short lines after."""
    start = last
    while start > first and lines[start].words <= _FOOTER_WORDS and lines[start].kind not in CUT_INSIDE:
        start -= 1
    footer = lines[start + 1 : last + 1]
    sentences = [n for n, line in enumerate(footer) if _is_of_body(line, enough)]
    if any(_HOLDS_SPEECH.search(footer[n].text) for n in sentences):
        return last
    row = 0
    for n, line in enumerate(footer):
        starts_none = n in sentences or line.text.endswith(":") or _LIST_ITEM.match(line.text)
        row = 0 if starts_none else row + 1
        if row == 2 and 2 * sum(one > n for one in sentences) <= len(footer) - n:
            return start + n - 1
    return last
