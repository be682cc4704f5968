"""Proof that XML is harmless before a library that trusts it may read it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, ErrorHandler, feature_namespaces

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from articles.records import Notice, UnreadableFile
from articles.records import Notice as _

MOST_XML = 100 * 1024 * 1024
"""Bytes of all XML parts of one office document, unpacked."""
MOST_UNPACKED = 2 * MOST_XML
_RATIO = 200
_SMALL = 1024 * 1024
"""Parts below this size may be packed as densely as they like."""
_HEAD = 256
_BEFORE_XML = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
"""White space, marks of byte order, and the empty half of wide characters."""


class BrokenXml(UnreadableFile):
    """XML that is no XML, as far as it was read; it may still be an attack on a parser that is less strict."""


def prove_harmless(name: str, data: bytes) -> None:
    """Raises `UnreadableFile` for XML that declares entities or reaches for another file, `BrokenXml` for none."""
    try:
        _strict().parse(BytesIO(data))
    except DefusedXmlException as error:
        raise UnreadableFile(
            _(
                "%(file)s: its XML declares entities or asks for other files, which can be an attack. "
                "Save its text as .txt instead.",
                file=name,
            )
        ) from error
    except (SAXException, ValueError, LookupError) as error:
        raise BrokenXml(
            _("%(file)s: its XML is broken. Save the file again, or its text as .txt.", file=name)
        ) from error


def _strict() -> Any:
    """A parser that knows namespaces, as those of the libraries do, and refuses what can be an attack."""
    parser = make_parser()
    parser.forbid_dtd, parser.forbid_entities, parser.forbid_external = False, True, True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(ContentHandler())
    parser.setErrorHandler(ErrorHandler())
    return parser


def prove_package_harmless(name: str, data: bytes) -> None:
    """The same for all XML in an office document, a zip; also for one that unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(one.file_size for one in package.infolist()) > MOST_UNPACKED:
                raise UnreadableFile(_too_much(name))
            left = MOST_XML
            for part in package.infolist():
                if _is_xml(package, part):
                    left -= _prove_part(name, package, part, left)
    except UnreadableFile:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableFile(
            _("%(file)s: the document is damaged or protected. Save it again without a password.", file=name)
        ) from error


def _is_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """By its name, or by its beginning: the main part of a document may be called anything."""
    if part.filename.lower().endswith((".xml", ".rels")):
        return True
    with package.open(part) as file:
        head = file.read(_HEAD).lstrip(_BEFORE_XML)
    return head.startswith(b"<") and not part.filename.lower().endswith(".svg")


def _prove_part(name: str, package: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """Its size in bytes, which counts rather than the one that it claims."""
    if part.file_size > min(most, max(_SMALL, _RATIO * part.compress_size)):
        raise UnreadableFile(_too_much(name))
    with package.open(part) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise UnreadableFile(_too_much(name))
    prove_harmless(name, content)
    return len(content)


def _too_much(name: str) -> Notice:
    return _("%(file)s: the document unpacks to more than can be read. Save its text as .txt instead.", file=name)
