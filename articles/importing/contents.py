"""What a file holds, whatever its name says: told by its first bytes, and inside of packages by their parts."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import puremagic

NAMES = {
    "text": "plain text",
    "html": "a web page",
    "pdf": "a PDF",
    "docx": "a Word document",
    "xlsx": "a spreadsheet",
    "odt": "an OpenDocument text",
    "zip": "a zip archive",
    "office": "an office document of another kind",
    "ole": "an office document of the old kind (save it as .docx or .xlsx)",
    "rtf": "an RTF document",
    "gzip": "a gzip archive",
    "bzip2": "a bzip2 archive",
    "xz": "an xz archive",
    "tar": "a tar archive",
    "warc": "a web archive",
    "mail": "a mail",
    "mbox": "a mailbox",
    "feed": "a feed",
    "xml": "XML of an unknown kind",
    "json": "JSON",
    "binary": "binary data",
    "two": "two kinds of file in one, which can be an attack",
}
"""For sentences."""

_MARKS = (
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"WARC/", "warc"),
)
_ZIP, _ZIP_END, _ZIP_END_WITHIN = b"PK\x03\x04", b"PK\x05\x06", 66_000
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_PARTS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("[Content_Types].xml", "office"),
    ("META-INF/manifest.xml", "office"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BINARY = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 27})
_MOST_CONTROLS = 0.05
_LEAD = rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*(?:<\?[^>]*\?>\s*)*"
_MARKUP = re.compile(_LEAD + rb"<(?:!doctype\s+html|html|head|body)\b")
_FEED = re.compile(_LEAD + rb"(?:<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:rss|rdf:rdf|(?:\w+:)?feed)\b")
_XML = re.compile(rb"\s*<\?xml\b")
_JSON = re.compile(rb"\s*[\[{]\s*(?:[\[{\"\]}]|-?\d)")
_HEADER = re.compile(rb"(?i)(?:[!-9;-~]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+\r?\n")
_MAIL_LINES = re.compile(
    rb"(?im)^(?:from|to|subject|date|message-id|received|return-path|mime-version|content-type|delivered-to"
    rb"|snapshot-content-location)[ \t]*:"
)


def content_of(data: bytes) -> str:
    """One of NAMES, or what a known binary is called."""
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    zipped = data.startswith((_ZIP, _ZIP_END))
    if _PDF in head[:_PDF_WITHIN]:
        return "two" if zipped or _ZIP_END in data[-_ZIP_END_WITHIN:] else "pdf"
    if zipped:
        return _package(data)
    found = next((kind for mark, kind in _MARKS if data.startswith(mark)), "")
    if found:
        return found
    if data[257:262] == b"ustar":
        return "tar"
    if _is_binary(data):
        return _named(data) or "binary"
    return _text(head, data)


def _text(head: bytes, data: bytes) -> str:
    if _MARKUP.match(head):
        return "html"
    if _FEED.match(head):
        return "feed"
    if _XML.match(head):
        return "xml"
    if head.startswith(b"From ") and _MAIL_LINES.search(head):
        return "mbox"
    header = _HEADER.match(head)
    if header and len(set(map(bytes.lower, _MAIL_LINES.findall(header[0])))) > 1:
        return "mail"
    known = _named(data)
    if known:
        return known
    return "json" if _JSON.match(head) else "text"


def _package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                kind = package.read("mimetype")
                return "odt" if kind.startswith(b"application/vnd.oasis.opendocument.text") else "office"
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, LookupError):
        return "zip"
    return next((kind for part, kind in _PARTS if part in names), "zip")


def _named(data: bytes) -> str:
    """What puremagic calls a picture, film, program or other binary by its first bytes; "" for what may be text."""
    if data.startswith(b"GIF8"):
        return "a GIF picture"
    if not _is_binary(data):
        return ""
    try:
        found = puremagic.magic_string(data[:4096])
    except (puremagic.PureError, ValueError):
        return ""
    sure = (one for one in found if len(set(one.byte_match) - {0}) > 2 and data.startswith(one.byte_match))
    return next((f"{one.name} ({one.extension})" for one in sure if one.name), "")


def _is_binary(data: bytes) -> bool:
    if data.startswith(_WIDE_MARKS):
        return False
    sample = data[:65_536]
    nulls = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _BINARY))
    return nulls + controls > max(8, _MOST_CONTROLS * len(sample)) or nulls > 0.3 * len(sample)
