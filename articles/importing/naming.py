"""Names of files that others chose: fit to be shown and kept, whatever is in them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

LONGEST = 200
"""Bytes of a name in UTF-8; file systems allow 255."""
_LONGEST_ENDING = 16
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Controls, signs that turn the direction of writing, halves of letters; the joiners that Persian needs stay."""
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)\s*(?:\.|$)")
_DRIVE = re.compile(r"[A-Za-z]:(?:\S|$)")
_NO_ARTICLE = re.compile(
    r"(?i)(?:^|/)(?:__macosx/|\.ds_store$|thumbs\.db$|desktop\.ini$|\._)"
    r"|\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|avif|heic|css|js|mjs|map|woff2?|ttf|otf|eot"
    r"|mp[34]|m4[av]|mov|avi|webm|ogg|wav|vcf|ics|p7s|asc|sig)$"
)
"""Pictures, styles, scripts, fonts, sound, film, cards and seals of mails, and what systems leave in folders."""

MEDIA_TYPES = {
    "text/html": (".html", ".htm", ".shtml"),
    "application/xhtml+xml": (".xhtml",),
    "text/plain": (".txt",),
    "text/markdown": (".md",),
    "application/pdf": (".pdf",),
    "application/rtf": (".rtf",),
    "application/rss+xml": (".rss", ".xml"),
    "application/atom+xml": (".atom", ".xml"),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
}
"""How the web and mails call what can be an article, and the endings of its names; the first for what has none."""


def base_name(path: str) -> str:
    """The last part of a path of any system, without signs that nobody sees, at most LONGEST bytes, never reserved."""
    name = _UNSEEN.sub("_", re.split(r"[/\\]", path)[-1]).strip().rstrip(". ") or "file"
    if _RESERVED.match(name):
        name = f"_{name}"
    ending = PurePosixPath(name).suffix
    ending = ending if len(ending.encode()) <= _LONGEST_ENDING else ""
    stem = name.removesuffix(ending).encode()[: LONGEST - len(ending.encode())]
    return stem.decode("utf-8", "ignore") + ending


def leaves_its_folder(path: str) -> bool:
    """Whether a path inside an archive would lead out of the folder it is unpacked to, or hides where it leads."""
    parts = [part.strip() for part in re.split(r"[/\\]", path)]
    return "\0" in path or path.startswith(("/", "\\")) or ".." in parts or bool(_DRIVE.match(path))


def is_no_article(path: str) -> bool:
    """Whether a file of this path is one that archives hold beside articles."""
    return bool(_NO_ARTICLE.search(path.replace("\\", "/")))
