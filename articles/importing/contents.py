"""What a file holds, whatever its name says: told by its first bytes, and inside of packages by their parts."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from struct import Struct

import puremagic

from articles.importing.unpacking import MOST_MEMBERS, first_bytes, packing_of
from articles.records import Notice as _

NAMES = {
    "text": _("plain text"),
    "html": _("a web page"),
    "pdf": _("a PDF"),
    "docx": _("a Word document"),
    "xlsx": _("a spreadsheet"),
    "odt": _("an OpenDocument text"),
    "zip": _("a zip archive"),
    "office": _("an office document of another kind"),
    "ole": _("an office document of the old kind (save it as .docx or .xlsx)"),
    "rtf": _("an RTF document"),
    "gzip": _("a file packed with gzip"),
    "bzip2": _("a file packed with bzip2"),
    "xz": _("a file packed with xz"),
    "tar": _("a tar archive"),
    "warc": _("a web archive"),
    "mail": _("a mail"),
    "mhtml": _("a web page saved in one file"),
    "mbox": _("a mailbox"),
    "feed": _("a feed"),
    "xml": _("XML of an unknown kind"),
    "json": _("JSON"),
    "damaged": _("a damaged or empty packed file"),
    "binary": _("binary data"),
    "two": _("two kinds of file in one, which can be an attack"),
}
"""For sentences."""

_HEAD = 8192
_HEADERS_WITHIN = 65_536
_MARKS = {b"\xd0\xcf\x11\xe0": "ole", b"{\\rtf": "rtf", b"WARC/": "warc"}
_ZIP, _ZIP_ENTRY, _ZIP_END, _ZIP_END_WITHIN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", 66_000
_ZIP_LOCAL = Struct("<4x4xH16xHH")
"""Of the header before the first file of a zip archive: how it is packed, length of its name and of its extras."""
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "[Content_Types].xml": "office",
    "META-INF/manifest.xml": "office",
}
_WIDE = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BINARY = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 27})
_MOST_CONTROLS = 0.05
_LEAD = rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*(?:<\?[^>]*\?>\s*)*"
_MARKUP = re.compile(_LEAD + rb"<(?:!doctype\s+html|html|head|body)\b")
_FEED = re.compile(_LEAD + rb"(?:<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:rss|rdf:rdf|(?:\w+:)?feed)\b")
_XML = re.compile(rb"\s*<\?xml\b")
_JSON = re.compile(rb"\s*[\[{]\s*(?:[\[{\"\]}]|-?\d)")
_FIELD = re.compile(rb"[!-9;-~]{1,60}(?=[ \t]*:)")
_MAIL_FIELDS = frozenset(
    (
        *(b"from", b"to", b"subject", b"date", b"message-id", b"received", b"return-path", b"mime-version"),
        *(b"content-type", b"delivered-to", b"snapshot-content-location"),
    )
)
_SAVED_PAGE = re.compile(rb"(?im)^(?:snapshot-content-location[ \t]*:|from[ \t]*:[ \t]*<saved by )")
"""How browsers head the pages that they save in one file, which otherwise look like mails."""


def content_of(data: bytes) -> str:
    """One of NAMES, or what a known binary is called."""
    zipped = data.startswith((_ZIP, _ZIP_END))
    if _PDF in data[:_PDF_WITHIN]:
        return _with_pdf(data, zipped)
    if zipped:
        return _package(data)
    packing = packing_of(data)
    if packing:
        return _packed_in(packing, first_bytes(data))
    found = next((kind for mark, kind in _MARKS.items() if data.startswith(mark)), "")
    if found or _is_tar(data):
        return found or "tar"
    return (_named(data) or "binary") if _is_binary(data) else _text(data)


def _with_pdf(data: bytes, zipped: bool) -> str:
    """What holds the mark of a PDF near its beginning: a PDF, or a zip archive whose first file is one, not packed."""
    if not zipped:
        return "two" if _ZIP_END in data[-_ZIP_END_WITHIN:] else "pdf"
    if len(data) < _ZIP_LOCAL.size:
        return "two"
    packing, name, extra = _ZIP_LOCAL.unpack_from(data)
    inside = data.index(_PDF) >= _ZIP_LOCAL.size + name + extra
    return _package(data) if packing == zipfile.ZIP_STORED and inside else "two"


def _packed_in(packing: str, beginning: bytes) -> str:
    if _is_tar(beginning):
        return "tar"
    return "warc" if beginning.startswith(b"WARC/") else packing if beginning else "damaged"


def _is_tar(data: bytes) -> bool:
    return data[257:262] == b"ustar"


def _text(data: bytes) -> str:
    head = _narrow(data)
    if _MARKUP.match(head):
        return "html"
    if _FEED.match(head):
        return "feed"
    if _XML.match(head):
        return "xml"
    if head.startswith(b"From ") and _is_headed(data.partition(b"\n")[2]):
        return "mbox"
    if _is_headed(data):
        return "mhtml" if _SAVED_PAGE.search(data[:_HEAD]) else "mail"
    return _named(data) or ("json" if _JSON.match(head) else "text")


def _narrow(data: bytes) -> bytes:
    """The beginning of a text as UTF-8, where marks tell that it is of another kind."""
    wide = next((encoding for mark, encoding in _WIDE.items() if data.startswith(mark)), "")
    if wide:
        return data[:_HEAD].decode(wide, "ignore").encode("utf-8", "ignore")
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf")


def _is_headed(data: bytes) -> bool:
    """Whether a text begins with the header of a mail: lines of fields, two or more of them those of mails."""
    known = set()
    for line in data[:_HEADERS_WITHIN].removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if not line.strip():
            break
        field = _FIELD.match(line)
        if field:
            known.add(field[0].lower())
        elif not line.startswith((b" ", b"\t", b">From ")):
            return False
    return len(known & _MAIL_FIELDS) > 1


def _package(data: bytes) -> str:
    if data.count(_ZIP_ENTRY) > MOST_MEMBERS:
        return "zip"
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                kind = package.read("mimetype")
                return "odt" if kind.startswith(b"application/vnd.oasis.opendocument.text") else "office"
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError, LookupError):
        return "zip"
    return next((kind for part, kind in _PARTS.items() if part in names), "zip")


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
    if data.startswith(tuple(_WIDE)):
        return False
    sample = data[:65_536]
    nulls = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _BINARY))
    return nulls + controls > max(8, _MOST_CONTROLS * len(sample)) or nulls > 0.3 * len(sample)
