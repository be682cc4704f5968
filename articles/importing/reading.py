"""The way of a file to its articles: reader, base text, language, body, fields."""

from __future__ import annotations

from articles.importing.documents import RawDocument
from articles.importing.formats import reader_for
from articles.importing.headings import Hints, read_heading
from articles.records import ImportedDocument, UnreadableFile
from articles.records import Notice as _
from articles.text.cleaning import clean
from articles.text.detection import detect_language
from articles.text.normalising import normalise

MAX_BYTES = 20 * 1024 * 1024
"""The largest text file that is read."""


def read(name: str, data: bytes) -> list[ImportedDocument]:
    """The articles of one file, in their order.

    `name` is the file's name; its folder, if there is one, is ignored. Raises `UnreadableFile` with a sentence
    that says what is wrong and what to do: for a file that is empty, too large, binary, of an ending that
    cannot be read, in no known encoding, or without any article text.
    """
    file = name.replace("\\", "/").rsplit("/", 1)[-1]
    if not data.strip():
        raise UnreadableFile(_("%(file)s: the file is empty. Check that it was saved completely.", file=file))
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        raise UnreadableFile(
            _("%(file)s: the file is larger than %(limit)s MB. Split it into single articles.", file=file, limit=limit)
        )
    documents = reader_for(file, data)(file, data)
    return [_document(file, part, one) for part, one in enumerate(documents)]


def _document(file: str, part: int, raw: RawDocument) -> ImportedDocument:
    base = normalise(raw.text)
    language = detect_language(base.text)
    cleaned = clean(base.text, language)
    if not cleaned.text:
        raise UnreadableFile(
            _("%(file)s: nothing but page furniture was found. Check that it holds an article.", file=file)
        )
    heading, removed = read_heading(cleaned, base.text, _normalised(raw.hints))
    return ImportedDocument(
        file=file,
        part=part,
        text=cleaned.text,
        language=language,
        title=heading.title,
        outlet=heading.outlet,
        author=heading.author,
        dateline=heading.dateline,
        standfirst=heading.standfirst,
        published=heading.published,
        removed=removed,
        warnings=(*raw.warnings, *base.warnings),
    )


def _normalised(hints: Hints) -> Hints:
    return Hints(_one_line(hints.title), _one_line(hints.outlet), _one_line(hints.author), hints.published)


def _one_line(value: str) -> str:
    return " ".join(normalise(value).text.split())
