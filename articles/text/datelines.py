"""The place, and often the outlet and the day, with which the first sentence of a report begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.text.page import is_uncased

_REACH = 70
_STOPS = re.compile(r"\s(?:--?|[–—])\s|[–—]\s|:\s|\.\s|\s/\s")
_OPENING_MARKS = "\"'“”‘’«»„‹`"
_AFTER = 5


@dataclass(frozen=True, slots=True)
class Dateline:
    """`text` is the dateline with the mark that ends it; `parts` are the place and what stands beside it.

    `strong` says that its form leaves no doubt; a single word before a dash could be a plain sentence too.
    """

    text: str
    parts: tuple[str, ...]
    strong: bool


def find_dateline(line: str) -> Dateline | None:
    """The dateline at the beginning of a paragraph, or None."""
    found = None
    for stop in _STOPS.finditer(line[: _REACH + 4]):
        head, mark, rest = line[: stop.start()].strip(), stop[0].strip(), line[stop.end() :]
        if not head or len(rest.split()) < _AFTER or not _is_heading(head):
            continue
        one = _judge(head, mark, rest)
        if one is None:
            continue
        found = Dateline(line[: stop.end()].rstrip(), _parts(head), one)
        if mark != "/" and not is_uncased(head):
            break
    return found


def _judge(head: str, mark: str, rest: str) -> bool | None:
    """None where this is no dateline, else whether it is a strong one."""
    first = re.split(r"[\s,(/)]+", head.strip("(["))[0]
    capitals = len(first) >= 3 and (first.isupper() or (is_uncased(first) and bool(re.search(r"\s[/–]", head))))
    if mark == ".":
        return True if first.isupper() and len(first) >= 4 and head.upper() != head.lower() else None
    if mark == ":":
        return True if capitals and rest[0] not in _OPENING_MARKS else None
    if mark == "/":
        return True if re.search(r"\s/\s", head) and is_uncased(head) else None
    return capitals or bool(re.search(r"[,(/]|(?<![\w-])\d", head))


def _is_heading(head: str) -> bool:
    """Only names, numbers, and the lower-case words that stand inside names or after a day's number."""
    if any(mark in head for mark in _OPENING_MARKS) or head.count("(") != head.count(")"):
        return False
    words = re.findall(r"[\w.'’-]+", head)
    if not 1 <= len(words) <= 8:
        return False
    for number, word in enumerate(words):
        after_number = number > 0 and words[number - 1].isdigit()
        small = number > 0 and len(word) <= 3
        if not (word[0].isupper() or word[0].isdigit() or is_uncased(word) or after_number or small):
            return False
    return not words[0].isdigit()


def _parts(head: str) -> tuple[str, ...]:
    return tuple(part.strip(" .-–—") for part in re.split(r"[,()/]|\s[–—-]\s", head) if part.strip(" .-–—"))
