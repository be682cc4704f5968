"""Paragraphs put together again from the lines of pages; heads, feet and numbers of the pages taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from articles.importing.pdflines import PdfLine

Page = Sequence[PdfLine]

_EDGE = 2
"""Lines at the top and the bottom of a page among which its running head and foot are looked for."""
_OFTEN = 0.4
"""Share of the pages: left and right ones may have different heads."""
_NUMBER = re.compile(r"\d{1,9}")
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\W{1,3})?\d{1,4}(?:\W{1,4}(?:\w{1,5}\W{1,3})?\d{1,4})?\W*")
_ENDED = re.compile(r"[.!?:…。؟۔][\"”»'’)]*$")
_SHORT = 0.95
"""Of the usual length of a line: one that ends like a sentence, and would be shorter with one more word, ends its
paragraph."""
_WIDE = 1.25
"""Of the usual distance of lines: a wider one parts paragraphs."""
_BULLET = re.compile(r"[•▪◦‣●■]\s")
_FAR = 5.0
"""Sizes of letters between lines that belong to different parts of a page."""
_FORCED = 0.75
"""Of the usual length of a line: where one more word would have filled less, the line was ended on purpose."""
_MANY = 400
"""So much text of one size tells how long such lines are; of less the size does."""
_CLOSE = 0.2
"""Share of the distances below which those inside of paragraphs are: many paragraphs are of one line."""
_OTHER_SIZE = 0.12
_INDENT = 0.7
"""Of the size of the letters."""
_TAIL = 60
"""Signs of a paragraph that tell how it goes on."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def running_lines(pages: Sequence[Page]) -> list[set[int]]:
    """For each page the indices of the lines that stand at the edge of most pages, but for the number of the page.

    On the first page only numbers of pages are such lines: it may begin with the name of the outlet.
    """
    counts: Counter[str] = Counter()
    for number, page in enumerate(pages):
        counts.update({form for at in _edges(page) for form in _forms(page[at].text, number)})
    need = max(2, min(3, len(pages)), _OFTEN * len(pages))
    found = [
        {at for at in _edges(page) if any(counts[form] >= need for form in _forms(page[at].text, number, True))}
        for number, page in enumerate(pages)
    ]
    if found:
        found[0] = {at for at in found[0] if _PAGE_NUMBER.fullmatch(pages[0][at].text)}
    return found


def _edges(page: Page) -> set[int]:
    return {*range(len(page))[:_EDGE], *range(len(page))[-_EDGE:]}


def _forms(line: str, page: int, strict: bool = False) -> set[str]:
    """The line as it is, and with its first or its last number counted from that of the page; that number alone too,
    which tells of a line that is nothing else (`strict`)."""
    numbers = list(_NUMBER.finditer(line))
    ends = {one.span(): one for one in (*numbers[:1], *numbers[-1:])}.values()
    counted = [(one, f"#{int(one[0]) - page}") for one in ends]
    alone = {count for one, count in counted if not strict or one[0] == line}
    return {line, *alone, *(f"{line[: one.start()]}{count}{line[one.end() :]}" for one, count in counted)}


def paragraphs(pages: Sequence[Page], running: Sequence[Collection[int]]) -> Iterator[tuple[str, bool]]:
    """The paragraphs, and in their places the running lines, each with whether it is a paragraph."""
    lines = [line for page, out in zip(pages, running, strict=True) for at, line in enumerate(page) if at not in out]
    measure = _Measure(lines)
    words = Counter(word for line in lines for word in _WORD.findall(line.text))
    text, last, waiting = "", None, list[str]()
    for page, out in zip(pages, running, strict=True):
        for at, line in enumerate(page):
            if at in out:
                waiting.append(line.text)
                continue
            ended = _ENDED.search(text[-_TAIL:]) is not None
            if last is not None and measure.begins(line, last, at == 0 or bool(waiting), ended):
                yield text, True
                yield from ((one, False) for one in waiting)
                text, waiting = "", []
            text, last = _joined(text, line.text, words), line
    if text:
        yield text, True
    yield from ((one, False) for one in waiting)


class _Measure:
    """What is usual in a document: how long lines of one size are, and how far apart."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        lengths: dict[int, list[int]] = {}
        for line in lines:
            lengths.setdefault(round(line.size), []).append(len(line.text))
        body = max(lengths, key=lambda size: sum(lengths[size]), default=0)
        self._lengths = {
            size: _usual(some) if sum(some) >= _MANY else int(_usual(lengths[body]) * body / (size or 1))
            for size, some in lengths.items()
        }
        gaps = [gap for a, b in pairwise(lines) if self._alike(a, b) and 0 < (gap := self._gap(a, b)) < _FAR]
        self._usual_gap = sorted(gaps)[int(_CLOSE * len(gaps))] if gaps else _FAR

    def begins(self, line: PdfLine, before: PdfLine, after_break: bool, ended: bool) -> bool:
        """Whether a line begins a paragraph; `ended` tells whether what is before it ends like a sentence."""
        if not self._alike(line, before) or _BULLET.match(line.text):
            return True
        if not after_break and self._gap(before, line) > _WIDE * self._usual_gap:
            return True
        indented = not line.right_to_left and line.x > before.x + _INDENT * line.size > 0
        usual = self._lengths[round(before.size)]
        had_room = len(before.text) + 1 + len(line.text.split(" ", 1)[0])
        return (ended and (indented or had_room < _SHORT * usual)) or had_room < _FORCED * usual

    @staticmethod
    def _gap(above: PdfLine, below: PdfLine) -> float:
        """In sizes of their letters."""
        return (above.y - below.y) / (above.size or 1.0)

    @staticmethod
    def _alike(a: PdfLine, b: PdfLine) -> bool:
        return abs(a.size - b.size) <= _OTHER_SIZE * max(a.size, b.size)


def _usual(lengths: Sequence[int]) -> int:
    return sorted(lengths)[int(0.8 * (len(lengths) - 1))]


def _joined(before: str, line: str, words: Counter[str]) -> str:
    """A hyphen at the end of a line goes where it only parts a word."""
    if before.endswith("\u00ad"):
        return before[:-1] + line
    if before[-2:-1].isalpha() and before.endswith("-") and line[:1].islower():
        first = re.split(r"[^\w-]", before[-_TAIL:-1])[-1]
        second = re.split(r"[^\w-]", line)[0]
        doubled = first.casefold() == second.casefold()
        return before + line if doubled or words[f"{first}-{second}"] else before[:-1] + line
    return f"{before} {line}" if before else line
