"""From the base text of a scraped page to the article's body, with every cut on record.

A sentence is never cut because it is short or odd: a line goes only where its form or a phrase of a language
file says what it is, or where it stands before the first or after the last sentence of the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.records import Removal, Span
from articles.text.dates import prefers_day_first
from articles.text.extent import CUT_INSIDE, OPENING_MARKS, SIGNED, first_of_body, last_of_body
from articles.text.page import Line, count_words, is_name, page_lines
from articles.text.phrases import begins_with

_SENTENCE_WORDS = 6
_LONG_PHRASE = 4
_LEADING = ("crosslink", "ending", "furniture")
"""Kinds of lines that may lead to a headline below them."""
_OF_HEAD = frozenset({"author", "published"})
_LABEL = re.compile(r"(?P<lead>[^:.?!]{2,40}?)\s?:\s(?P<rest>.+)$")
_QUOTED_FIRST = re.compile(r"[\"'“”‘«„`]+[^\"“”«»]{2,80}[\"'”“’»]+[؛;,:]?\s+\S")
"""A headline that begins with a quotation; speech after a colon would reach to the end of its line."""


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


def clean(text: str, language: str, *, whole: bool = False, title: str = "") -> Cleaned:
    """The body of a normalised text in this language (an ISO 639-1 code) and all that stands around it.

    A `whole` text is known to be a body: only its `title` is cut where it is the first line, and lines whose form or
    words say that they are litter.

    Reasons of removals are the kinds of lines (navigation, crosslink, caption ...); a line of the head that has
    no kind of its own is called `heading`, and who knows better what it is may name it anew.
    """
    lines = page_lines(text, language, prefers_day_first(text, language))
    if not lines:
        return Cleaned("", (), (), ())
    if whole:
        first, last = _ends_of_whole(lines, title)
    else:
        first = first_of_body(lines)
        last = last_of_body(lines, first) if first < len(lines) else first - 1
    head, body, tail = lines[:first], lines[first : last + 1], lines[last + 1 :]
    cuts = [_Cut(line.span, _reason(line, "heading")) for line in head]
    cuts += [_Cut(line.span, reason) for line, reason in _cuts_inside(body)]
    end = body[-1].span.end if body else 0
    signature = None if whole else _signature(text, body)
    if signature:
        cuts.append(_Cut(Span(signature.start(), end), "sign-off"))
        end = signature.start()
    cuts += [_Cut(line.span, _reason(line, "after the end")) for line in tail]
    kept, removed = _put_together(text, cuts, end)
    name = signature["name"] if signature else None
    return Cleaned(kept, removed, tuple(head), tuple(tail), name or "")


def _reason(line: Line, otherwise: str) -> str:
    return "furniture" if line.kind == "time" else line.kind or otherwise


def _ends_of_whole(lines: list[Line], title: str) -> tuple[int, int]:
    """The first and the last line of a text that is known to be a body."""
    first, last = int(len(lines) > 1 and lines[0].text.casefold() == title.casefold()), len(lines) - 1
    while first <= last and lines[first].kind in CUT_INSIDE | _OF_HEAD and not _may_be_sentence(lines[first]):
        first += 1
    while first <= last and lines[last].kind in CUT_INSIDE and not _may_be_sentence(lines[last]):
        last -= 1
    return first, last


def _signature(text: str, body: list[Line]) -> re.Match[str] | None:
    """What stands after the last sentence of the body on its own line: a name, initials in brackets, an agency."""
    if not body:
        return None
    span = body[-1].span
    match = SIGNED.search(text, max(span.start, span.end - 80), span.end)
    if match and match["name"] and not all(word[0].isupper() for word in match["name"].split()):
        return None
    return match


def _cuts_inside(body: list[Line]) -> list[tuple[Line, str]]:
    """The lines between the first and the last of the body that are none of it."""
    words = _capital_words(body)
    found = []
    for n, line in enumerate(body[1:], 1):
        if line.kind in CUT_INSIDE and not _may_be_sentence(line):
            found.append((line, line.kind))
        elif _is_label(body, n) or (found and _is_link_below(found[-1], body[n - 1], line)):
            found.append((line, "crosslink"))
        elif not line.kind and not line.ended and _is_named_caption(line.text, words):
            found.append((line, "caption"))
    return found


def _may_be_sentence(line: Line) -> bool:
    """A sentence that only happens to begin with the words of some furniture."""
    sure = line.kind in ("crosslink", "caption") or "©" in line.text or _is_long_phrase(line.text)
    # A post of a network or a list of sources may end in an address.
    stated = line.stated or (line.kind == "contact" and line.words >= 2 * _SENTENCE_WORDS)
    return stated and line.words >= _SENTENCE_WORDS and not sure


def _is_long_phrase(text: str) -> bool:
    """Begins with so many words of a phrase of furniture that they can be no chance."""
    found = (begins_with(kind, text) for kind in ("beginnings", "endings", "comments"))
    return any(match and len(match[0].split()) >= _LONG_PHRASE for match in found)


def _is_link_below(cut: tuple[Line, str], above: Line, line: Line) -> bool:
    """The headline that a "read more" on the line above leads to."""
    if cut[0] is not above or cut[1] not in _LEADING or above.ended:
        return False
    if line.kind or line.stated or line.words > 20:
        return False
    if cut[1] == "crosslink" and not above.kind and above.span.end + 1 == line.span.start:
        return line.words > 2  # The next headline of a list.
    leads = begins_with("crosslinks", above.text + " ") is not None and above.words <= 4
    return leads or (cut[1] == "crosslink" and above.text.endswith(":"))


def _is_label(body: list[Line], n: int) -> bool:
    """Stands alone between paragraphs, a few words, a colon, and no sentence: it leads to another article."""
    line = body[n]
    if line.kind or line.ended or line.words > 20 or not 0 < n < len(body) - 1:
        return False
    match = _LABEL.match(line.text)
    if not match or count_words(match["lead"]) > 4 or not match["rest"].strip("0123456789:-–() "):
        return False
    if match["rest"][0] in OPENING_MARKS and not _QUOTED_FIRST.match(match["rest"]):
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
