"""Proof that XML is harmless before a library that trusts it may read it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parse

from articles.records import Notice, UnreadableFile
from articles.records import Notice as _

MOST_XML = 100 * 1024 * 1024
"""Bytes of all XML parts of one office document, unpacked."""
_RATIO = 200
_SMALL = 1024 * 1024
"""Parts below this size may be packed as densely as they like."""


class BrokenXml(UnreadableFile):
    """XML that is no XML, as far as it was read; it may still be an attack on a parser that is less strict."""


def prove_harmless(name: str, data: bytes) -> None:
    """Raises `UnreadableFile` for XML that declares entities or reaches for another file, `BrokenXml` for none."""
    try:
        parse(BytesIO(data), ContentHandler(), forbid_dtd=False, forbid_entities=True, forbid_external=True)
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


def prove_package_harmless(name: str, data: bytes) -> None:
    """The same for an office document, a zip of XML files; also for one that unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = [one for one in package.infolist() if one.filename.lower().endswith((".xml", ".rels"))]
            if sum(one.file_size for one in package.infolist()) > 5 * MOST_XML:
                raise UnreadableFile(_too_much(name))
            size = 0
            for part in parts:
                if part.file_size > max(_SMALL, _RATIO * part.compress_size):
                    raise UnreadableFile(_too_much(name))
                with package.open(part) as file:
                    content = file.read(MOST_XML - size + 1)
                size += len(content)
                if size > MOST_XML:
                    raise UnreadableFile(_too_much(name))
                prove_harmless(name, content)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(
            _("%(file)s: the document is damaged or protected. Save it again without a password.", file=name)
        ) from error


def _too_much(name: str) -> Notice:
    return _("%(file)s: the document unpacks to more than can be read. Save its text as .txt instead.", file=name)
