"""Markdown: the text without its marks; a block of front matter tells title, author, date and more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.importing.visible import text_of
from articles.records import Evidence

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(?P<lines>.*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"(?m)^(?P<key>[A-Za-z_-]{2,30})[ \t]*[:=][ \t]*(?P<value>\S.*?)[ \t]*$")
_FIELDS = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "byline"), "author"),
    **dict.fromkeys(("date", "published", "pubdate", "publishdate"), "published"),
    **dict.fromkeys(("outlet", "source", "publisher", "site", "site_name"), "outlet"),
    **dict.fromkeys(("url", "link", "permalink", "canonical_url"), "url"),
    **dict.fromkeys(("description", "summary", "standfirst", "subtitle"), "standfirst"),
    **dict.fromkeys(("language", "lang"), "language"),
}
"""Front matter has no standard; these are the keys that static site generators and clippers write."""


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: a paragraph for each block; HTML inside it is read as text."""
    source, warnings = decode(name, data)
    front = _FRONT.match(source)
    hints = tuple(_hints(front["lines"])) if front else ()
    tokens = MarkdownIt("commonmark", {"maxNesting": 50}).parse(source[front.end() :] if front else source)
    headings = (words for token, words in _blocks(tokens) if token == "h1")
    hints += tuple(Evidence("title", words, "heading") for words in list(headings)[:1])
    yield RawDocument("\n".join(words for _token, words in _blocks(tokens) if words), hints, warnings)


def _hints(lines: str) -> Iterator[Evidence]:
    for match in _LINE.finditer(lines):
        field, value = _FIELDS.get(match["key"].lower()), match["value"].strip("\"'[] ")
        if field and value:
            yield Evidence(field, value, "properties", match[0])


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The kind of element and the words of each block of text."""
    tag = ""
    for token in tokens:
        if token.nesting == 1:
            tag = token.tag
        if token.type == "inline":
            yield tag, " ".join(_inline(token.children or ()).split())
        elif token.type == "html_block":
            yield "html", text_of(token.content)
        elif token.type in ("fence", "code_block"):
            yield "pre", token.content.strip()


def _inline(tokens: Sequence[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif token.type == "html_inline":
            pieces.append(text_of(token.content) if not token.content.startswith("<") else "")
    return "".join(pieces)
