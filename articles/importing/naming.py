"""Names of files that others chose: fit to be shown and kept, whatever is in them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

LONGEST = 200
"""Bytes of a name in UTF-8; file systems allow 255."""
_NO_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_DRIVE = re.compile(r"[A-Za-z]:")


def base_name(path: str) -> str:
    """The last part of a path of any system, without signs that nobody sees, at most LONGEST bytes, never reserved."""
    name = _NO_NAME.sub("_", re.split(r"[/\\]", path)[-1]).strip() or "file"
    if _RESERVED.match(name):
        name = f"_{name}"
    ending = PurePosixPath(name).suffix
    ending = ending if len(ending) <= 16 else ""
    stem = name.removesuffix(ending).encode("utf-8", "replace")[: LONGEST - len(ending.encode())]
    return stem.decode("utf-8", "ignore") + ending


def leaves_its_folder(path: str) -> bool:
    """Whether a path inside an archive would lead out of the folder it is unpacked to, or hides where it leads."""
    parts = path.replace("\\", "/").split("/")
    return "\0" in path or path.startswith(("/", "\\")) or ".." in parts or bool(_DRIVE.match(path))
