"""Office documents made for tests: Word through python-docx, the others part by part."""

import zipfile
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_MANIFEST = """<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
{}</manifest:manifest>"""
_ENTRY = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="text/xml"/>'


def word(*paragraphs, blocks=(), title="", author=""):
    """A Word document; a block is XML of its body, behind the paragraphs."""
    document = Document()
    document.core_properties.title, document.core_properties.author = title, author
    for one in paragraphs:
        style, text = one if isinstance(one, tuple) else (None, one)
        document.add_paragraph(text, style=style)
    body = document.element.body
    for block in blocks:
        body.insert(len(body) - 1, parse_xml(block.replace(">", f" {WORD}>", 1)))
    return document


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def changed(data, **parts):
    """The package with other parts, by the last word of their names: document=b"..." for word/document.xml."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            stem = part.filename.rpartition("/")[2].partition(".")[0]
            new.writestr(part.filename, parts.pop(stem, None) or old.read(part))
        for name, content in parts.items():
            new.writestr(f"word/{name}", content)
    return file.getvalue()


def open_text(body, styles="", meta="", automatic=""):
    """An OpenDocument text from the XML of its body, master styles, properties and own styles."""
    parts = {
        "content.xml": f"<office:document-content {OPEN}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {OPEN}><office:master-styles>{styles}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {OPEN}><office:meta>{meta}</office:meta></office:document-meta>",
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", _MANIFEST.format("".join(_ENTRY.format(name) for name in parts)))
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def escaped(text, encoding):
    """Text as RTF writes it: in bytes of a code page, or as Unicode where `encoding` is empty."""
    if encoding:
        return "".join(
            one if one.isascii() else "".join(f"\\'{byte:02x}" for byte in one.encode(encoding)) for one in text
        )
    return "".join(one if one.isascii() else _unicode(one) for one in text)


def _unicode(sign):
    wide = sign.encode("utf-16-le")
    halves = (int.from_bytes(wide[at : at + 2], "little", signed=True) for at in range(0, len(wide), 2))
    return "".join(f"\\u{half}?" for half in halves)
