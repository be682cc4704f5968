"""Pieces of HTML where text is meant: cells of tables, fields of records, entries of feeds."""

from __future__ import annotations

import re
from html import unescape

from articles.importing.elements import BLOCKS
from articles.importing.visible import text_of

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_BLOCK = re.compile(rf"(?i)<(?:{'|'.join(sorted(BLOCKS))})\b")


def plain(fragment: str) -> str:
    """What a reader sees of a piece of HTML, a line for each block; plain text keeps its own lines.

    So does text in which only words are marked, as editorial systems keep it: there the lines are the paragraphs.
    Raises `UnreadableFile` for one that is built to break its reader.
    """
    if not _TAG.search(fragment):
        return unescape(fragment)
    return text_of(fragment if _BLOCK.search(fragment) else fragment.replace("\n", "<br>"))
