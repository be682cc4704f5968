"""What a reader of a web page sees: its lines in their order, however deep they stand; scripts and styles are none."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from articles.importing.elements import BLOCKS, EMPTY, ENDED_BY_OTHERS, HIDDEN, PARTS, PROSE
from articles.records import Notice as _
from articles.records import UnreadableFile
from articles.text.normalising import compose

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""The number of a note must not become part of the number before it."""
_TOOLBAR_WORDS = 6
_HOPELESS = 5000
_MOST_ATTRIBUTES = 5000


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """One line of a page. `part` is what `elements.PARTS` calls the element it stands in; "links" is a row of them, or
    of things that can be done with the page; "" is any other."""

    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class VisiblePage:
    lines: tuple[VisibleLine, ...]
    deepest: int
    """Elements inside elements, without those that others end."""

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def visible_page(name: str, source: str) -> VisiblePage:
    """Raises `UnreadableFile` for a page that is built to break its reader."""
    parser = _Parser()
    try:
        parser.feed(source)
        parser.close()
    except (AssertionError, ValueError) as error:
        raise UnreadableFile(
            _("%(file)s: the web page cannot be parsed. Save its text as .txt instead.", file=name)
        ) from error
    if parser.deepest > _HOPELESS:
        raise UnreadableFile(
            _("%(file)s: the web page is nested too deeply. Save its text as .txt instead.", file=name)
        )
    if parser.attributes > _MOST_ATTRIBUTES:
        raise UnreadableFile(
            _("%(file)s: an element of the web page has too many attributes. Save its text as .txt instead.", file=name)
        )
    parser.end_line()
    return VisiblePage(tuple(parser.lines), parser.deepest)


def text_of(fragment: str) -> str:
    """The visible text of a piece of HTML, a line for each block; plain text stays as it is."""
    return visible_page("", fragment).text if "<" in fragment or "&" in fragment else fragment


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[VisibleLine] = []
        self.depth = self.deepest = self.attributes = 0
        self._pieces: list[str] = []
        self._hidden: list[str] = []
        self._open: list[str] = []
        self._block = ""
        self._after_inline = self._in_link = self._raised = False
        self._links = self._actions = 0
        self._unlinked = False

    def end_line(self) -> None:
        text = compose(" ".join("".join(self._pieces).split()))
        if text:
            menu = self._links > 1 and not self._unlinked
            toolbar = self._actions and len(text.split()) <= _TOOLBAR_WORDS
            row = "links" if menu or toolbar else ""
            self.lines.append(VisibleLine(text, PARTS[self._open[-1]] if self._open else row))
        self._pieces = []
        self._links = self._actions = 0
        self._unlinked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag in EMPTY:
            return
        if tag not in ENDED_BY_OTHERS:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        if tag in HIDDEN:
            self._hidden.append(tag)
        elif tag == "body":
            # A head, and what was left open in it, may end without saying so.
            self._hidden = []
        if tag in PARTS:
            self._open.append(tag)
        self._note_inline(tag, True)
        if tag == "a":
            self._actions += not _leads_away(dict(attrs).get("href") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = max(self.attributes, len(attrs))
        if tag in BLOCKS:
            self.end_line()
            self._block = self._block if tag == "br" else tag
        elif self._after_inline and (tag == "a" or self._block not in PROSE):
            # Links and labels side by side are parted by styles; in a paragraph such elements may part a word.
            self._pieces.append(" ")
        self._after_inline = False

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_line()
            self._block = ""
        if tag in self._open:
            del self._open[_last(self._open, tag) :]
        if tag in self._hidden:
            del self._hidden[_last(self._hidden, tag) :]
        if tag not in EMPTY and tag not in ENDED_BY_OTHERS:
            self.depth = max(0, self.depth - 1)
        self._after_inline = tag not in BLOCKS
        self._note_inline(tag, False)

    def _note_inline(self, tag: str, begins: bool) -> None:
        if tag == "a":
            self._in_link = begins
            self._links += begins
        elif tag == "sup":
            self._raised = begins

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        self._after_inline = False
        if self._raised:
            data = data.translate(RAISED)
        if not self._in_link and any(map(str.isalnum, data)):
            self._unlinked = True
        first, *others = data.split("\n") if self._block == "pre" else [data]
        self._pieces.append(first)
        for line in others:
            self.end_line()
            self._pieces.append(line)


def _leads_away(address: str) -> bool:
    return address not in ("", "#") and not address.strip().lower().startswith("javascript:")


def _last(tags: list[str], tag: str) -> int:
    return len(tags) - 1 - tags[::-1].index(tag)
