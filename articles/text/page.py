"""The lines of a scraped page, and what each looks like on its own; how they stand together is cleaning's matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from articles.records import Span
from articles.text.dates import FoundDate, find_dates
from articles.text.phrases import alternatives, begins_with, holds

CLOSERS = "\"'”’»›)\\]`」』*"
_SENTENCE_END = re.compile(rf"[.?!…。！？؟۔।][{CLOSERS}]*$")
_STATEMENT_END = re.compile(rf"[.…。۔।][{CLOSERS}]*$")
_SEPARATORS = re.compile(r"\s*[|·•]\s*|\s+[/>*–»›►▪]\s+|\t+| {2,}")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|(?:https?://|www\.)\S")
_COPYRIGHT = re.compile(r"(?<!\w)©|\([cC]\)\s*(?:19|20)\d\d")
_EMBED = re.compile(r"\[[^\[\]]{1,60}:[^\[\]]{1,60}\]$")
_SIGN_OFF = re.compile(r"(?:[(\[][^()\[\]]{1,40}[)\]]|[–—-]{1,2}\s?[^\s–—-][^–—]{0,40}|//.{1,20}//)$")
_CREDIT_MARK = re.compile(r"\s*[:/|©(]|\s+[–—-]\s")
_MARKS = ("", ":", "»", ">", "›", "→", "|", "/")
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}")
_TIME = re.compile(r"\d{1,2}\s?(?:[:.h]\s?\d{2}\s?)(?:[ap]\.?\s?m\.?)?|\d{1,2}\s?[ap]\.?\s?m\.?", re.IGNORECASE)
"""A time of day: between paragraphs it belongs to the one below, as in a running report."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_CLAUSE = 20
"""A line of furniture has at most so many words."""
_SHORT = 10
"""With more words a line is rather a headline or sentence that happens to begin like furniture."""
_CREDIT = 3
_CHARACTERS_A_WORD = 12
"""So many characters count for a word where a script parts no words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty. `kind` is the reason for which it would be left out; "" makes it text."""

    span: Span
    text: str
    kind: str
    words: int
    ended: bool
    """It ends as a sentence does."""
    stated: bool
    """It ends as a statement does: no question, no exclamation."""
    dates: tuple[FoundDate, ...] = ()
    """The full dates of a line that is of the kind `published`."""

    @property
    def is_prose(self) -> bool:
        """Long enough, and ended like a statement: a paragraph rather than a headline."""
        long = self.words >= 8 if self.stated else self.words >= (20 if self.ended else 25)
        return not self.kind and long


def page_lines(text: str, language: str, day_first: bool) -> list[Line]:
    """The lines of a normalised text that are not empty, each with its kind. Where the text was wrapped at a
    fixed width, a whole block of lines is one line here."""
    spans = _line_spans(text)
    if _is_wrapped(text, spans):
        spans = _blocks(text, spans)
    return [_line(text, span, language, day_first) for span in spans]


def pieces(line: str) -> list[str]:
    """The parts of a line between its separators: the items of a menu."""
    return [piece.strip() for piece in _SEPARATORS.split(line) if piece.strip()]


def count_words(line: str) -> int:
    """The number of words; estimated from the length where a script parts no words."""
    return max(len(line.split()), len(line) // _CHARACTERS_A_WORD)


def is_name(text: str, most: int = 5) -> bool:
    """Looks like a person's name: two or more words, each with a capital or of a script without capitals."""
    words = text.split()
    if not 2 <= len(words) <= most or not words[0][0].isalpha() or (words[0].islower() and not is_uncased(words[0])):
        return False
    return all(_is_name_word(word) for word in words)


def is_uncased(text: str) -> bool:
    """Written in a script without capitals."""
    return text.lower() == text.upper() and any(character.isalpha() for character in text)


def _is_name_word(word: str) -> bool:
    letters = word.strip(".'’-")
    if not letters or not all(one.isalpha() or one in ".'’-\u200c" or not one.isascii() for one in letters):
        return False
    return letters[0].isupper() or is_uncased(letters) or (letters.islower() and len(letters) <= 3)


def _line_spans(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _is_wrapped(text: str, spans: list[Span]) -> bool:
    followed = [one for one, after in pairwise(spans) if one.end + 1 == after.start]
    if len(followed) < 4:
        return False
    even = [one for one in followed if 50 <= len(one) <= 100]
    broken = [one for one in even if not _SENTENCE_END.search(one.of(text))]
    return len(even) >= 0.8 * len(followed) and len(broken) >= 0.6 * len(followed)


def _blocks(text: str, spans: Iterable[Span]) -> list[Span]:
    blocks: list[Span] = []
    for span in spans:
        if blocks and blocks[-1].end + 1 == span.start:
            blocks[-1] = Span(blocks[-1].start, span.end)
        else:
            blocks.append(span)
    return blocks


def _line(text: str, span: Span, language: str, day_first: bool) -> Line:
    line = span.of(text)
    words = count_words(line)
    ending = line[-40:]
    ended, stated = bool(_SENTENCE_END.search(ending)), bool(_STATEMENT_END.search(ending))
    dates: tuple[FoundDate, ...] = ()
    kind = ""
    if words <= 2 * _CLAUSE:
        dates = find_dates(line, language, day_first) if words <= _CLAUSE else ()
        kind = _kind(line, words, ended, stated, dates)
    return Line(span, line, kind, words, ended, stated, dates if kind == "published" else ())


def _kind(line: str, words: int, ended: bool, stated: bool, dates: tuple[FoundDate, ...]) -> str:
    """What a short line is. The order matters: what is most certain comes first."""
    if dates and _beside(line, dates) <= (2 if stated else 8):
        return "published"
    if words <= _CLAUSE and _is_ending("comments", line, stated):
        return "comments"
    if words <= _CLAUSE and _is_ending("endings", line, stated):
        return "ending"
    if _TIME.fullmatch(line):
        return "time"
    if not _WORD.search(line) or _is_button(line) or _is_row_of_buttons(line):
        return "furniture"
    if _is_copyright(line, stated):
        return "copyright"
    if _is_crosslink(line, words, stated):
        return "crosslink"
    if _is_caption(line, stated):
        return "caption"
    if words > _CLAUSE:
        return ""
    if words <= 5 and re.search(r"\d", line) and holds("ago", line):
        return "published"
    if begins_with("beginnings", line):
        return "furniture"
    if holds("outlet_before", line):
        return "furniture"
    if words <= 12 and not stated and byline_name(line):
        return "author"
    return _shape(line, words, ended, stated)


def _is_button(line: str) -> bool:
    """A whole line of furniture; with a full stop it could be an answer: "Next."."""
    return begins_with("lines", line) is not None and (line[-1] != "." or line.endswith(".."))


def _is_row_of_buttons(line: str) -> bool:
    """Words that are furniture each by itself: "Facebook X WhatsApp"."""
    words = line.split()
    return 1 < len(words) <= _SHORT and all(begins_with("lines", word) for word in words)


def _shape(line: str, words: int, ended: bool, stated: bool) -> str:
    if _EMBED.match(line):
        return "furniture"
    if words <= 6 and not ended and _is_sign_off(line):
        return "sign-off"
    if _ADDRESS.search(line):
        return "contact"
    parts = pieces(line)
    if len(parts) > 1 and not stated and all(count_words(part) <= 5 for part in parts) and not _is_score(parts):
        return "navigation"
    return ""


def _is_score(parts: list[str]) -> bool:
    """A row of a table: every part but at most one holds a figure."""
    return sum(bool(re.search(r"\d", part)) for part in parts) >= max(2, len(parts) - 1)


def _is_sign_off(line: str) -> bool:
    """Initials or an agency in brackets, or behind a dash; small words behind a dash are an item of a list."""
    if not _SIGN_OFF.match(line):
        return False
    return line[0] not in "-–—" or not any(word[0].islower() for word in line.split())


def byline_name(line: str) -> str:
    """The author's name in a line that begins with a byline word; "" where there is none."""
    match = begins_with("bylines", line)
    if not match:
        return ""
    rest = line[match.end() :].lstrip(" :-–—")
    name = re.split(r"[,(|/–—]|\s-\s", rest, maxsplit=1)[0].strip()
    if begins_with("staff", name):
        return ""
    if ":" in line[match.end() : match.end() + 3]:
        return name if is_name(name, 8) or (_is_name_word(name) and name[0].isalpha()) else ""
    several = any(word.islower() for word in name.split())
    return name if is_name(name, 8 if several else 4) else ""


def _beside(line: str, dates: tuple[FoundDate, ...]) -> int:
    """How many words a line has besides its dates and times."""
    rest = list(line)
    for one in dates:
        rest[one.span.start : one.span.end] = " " * len(one.span)
    return len(_WORD.findall(_CLOCK.sub(" ", "".join(rest))))


def _is_ending(kind: str, line: str, stated: bool) -> bool:
    """A sentence or headline may begin with one or two of the words; then a mark behind them must tell it from one."""
    match = begins_with(kind, line)
    if not match:
        return False
    if len(match[0].split()) > 2 or line[match.end() :].lstrip()[:1] in _MARKS:
        return True
    return not stated and len(line.split()) <= _SHORT


def _is_copyright(line: str, stated: bool) -> bool:
    """A single word of it may stand anywhere in a headline, but seldom at its beginning."""
    if _COPYRIGHT.search(line) or begins_with("copyright", line):
        return True
    match = None if stated else holds("copyright", line)
    return match is not None and " " in match[0]


def _is_crosslink(line: str, words: int, stated: bool) -> bool:
    match = begins_with("crosslinks", line)
    if not match or words > 2 * _CLAUSE:
        return False
    after = line[match.end() :].lstrip()
    several = len(match[0].split()) > 1
    if after[:1] in _MARKS:
        return several or not stated or words <= _SHORT
    return several and not stated and words <= _CLAUSE


def _is_caption(line: str, stated: bool) -> bool:
    """A picture's credit at the beginning, in brackets at the end, or after the last sentence."""
    match = begins_with("credits", line)
    if match and _CREDIT_MARK.match(line, match.end()):
        return True
    if match and not stated and (" " in match[0] or _is_credit(line[match.end() :].split())):
        return True
    return bool(_credit_at_end().search(line))


def _is_credit(rest: list[str]) -> bool:
    """What stands behind a word of credit: a name, or a few words; a headline has more and goes on in small letters."""
    return len(rest) < _SHORT and (len(rest) <= _CREDIT or not rest[0][0].islower())


@cache
def _credit_at_end() -> re.Pattern[str]:
    words = alternatives("credits")
    agencies = alternatives("agencies")
    picture = rf"(?:[^()\[\]:]{{0,40}}\b)?(?:{words})\b[^()\[\]]{{0,60}}"
    bracket = rf"[(\[](?:{picture}|(?:{agencies})\s?[/–—-]\s?[^()\[\]]{{2,60}})[)\]]$"
    tail = rf"[.?!]\s+(?:{words})\s*[/:©][^.?!]{{1,60}}$"
    return re.compile(f"{bracket}|{tail}", re.IGNORECASE)
