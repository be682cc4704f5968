"""Markdown: the text without its marks; a block of front matter tells title, author, date and more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.importing.decoding import decode
from articles.importing.documents import RawDocument
from articles.importing.frontmatter import front_matter
from articles.importing.trusted import trusted
from articles.importing.visible import text_of
from articles.records import Evidence, UnreadableFile
from articles.records import Notice as _

_DEEPEST = 60
"""Lists and quotations inside each other; behind that the parser would pass over text without a word."""
_DEEP = _("The Markdown is nested very deeply; its text was taken with its marks.")


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of text; `pictures` is what stands for the pictures in it."""

    tag: str
    text: str
    pictures: str = ""


def read(name: str, data: bytes) -> Iterator[RawDocument]:
    """One document: a paragraph for each block; HTML inside it is read as text.

    `RawDocument.page` has the front matter and the words that stand for pictures too.
    """
    source, warnings = decode(name, data)
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    told, start = front_matter(source)
    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(source[start:])
    if max((token.level for token in tokens), default=0) >= _DEEPEST - 1:
        yield RawDocument(source, warnings=(*warnings, _DEEP))
        return
    blocks = list(_blocks(tokens))
    lines = [block.text for block in blocks if block.text]
    if not lines:
        raise UnreadableFile(_("%(file)s: no text was found in it. Check that it holds an article.", file=name))
    shown = [line for block in blocks for line in (block.pictures, block.text) if line]
    page = "\n".join([source[:start].strip(), *shown] if start else shown)
    text = "\n".join(lines)
    yield RawDocument(text, trusted([*told, *_title(blocks)], lines), warnings, page=page if page != text else "")


def _title(blocks: Sequence[_Block]) -> list[Evidence]:
    """The first heading of the first order, or a heading with which the text begins."""
    first = [block for block in blocks if block.tag == "h1"] or [one for one in blocks[:1] if one.tag in ("h2", "h3")]
    return [Evidence("title", block.text, "heading") for block in first[:1]]


def _blocks(tokens: Sequence[Token]) -> Iterator[_Block]:
    tag = ""
    for token in tokens:
        if token.nesting == 1:
            tag = token.tag
        if token.type == "inline":
            inner = token.children or []
            pictures = " ".join(one.content for one in inner if one.type == "image")
            yield _Block(tag, " ".join(_visible(inner).split()), " ".join(pictures.split()))
        elif token.type == "html_block":
            yield _Block("html", text_of(token.content))
        elif token.type in ("fence", "code_block"):
            yield _Block("pre", token.content.strip())


def _visible(tokens: Sequence[Token]) -> str:
    """What is seen of a line: tags in it may hide what stands between them."""
    pieces = []
    for token in tokens:
        if token.type == "html_inline":
            pieces.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif token.type in ("text", "code_inline"):
            pieces.append(escape(token.content, quote=False))
    return text_of("".join(pieces))
