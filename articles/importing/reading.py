"""The way of a file to its articles: reader, base text, language, body, fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from articles.importing.documents import RawDocument
from articles.importing.formats import format_of
from articles.importing.headings import MOON, read_heading
from articles.importing.leftovers import left_out
from articles.importing.naming import base_name
from articles.importing.recipes import apply, remembered
from articles.importing.unpacking import Account
from articles.languages.loading import all_languages, load
from articles.records import Columns, Evidence, Flaw, ImportedDocument, Member, Notice, Recipe, UnreadableFile
from articles.records import Notice as _
from articles.text.cleaning import clean
from articles.text.detection import UNKNOWN, detect_language
from articles.text.normalising import Normalised, normalise

DEEPEST = 2
"""Files inside files inside a file are read, but none inside those."""

_MOON = _("The day of publication comes from a lunar date and may be a day or two away. Check it.")
Part = ImportedDocument | Member | Flaw


def read(name: str, data: bytes) -> list[ImportedDocument]:
    """The articles of one file and of the files inside it, in their order, `part` counted over all of them.

    `name` is the file's name; its folder, if there is one, is ignored. What could not be read is told by a warning on
    the document before it, or after it at the beginning. Raises `UnreadableFile` with a sentence that says what is
    wrong and what to do, where there is no article at all.
    """
    found, flaws = _read(name, data, Account(base_name(name), len(data)))
    if not found:
        raise UnreadableFile(flaws[0].notice if flaws else _("%(file)s: no article was found in it.", file=name))
    found[-1] = replace(found[-1], warnings=(*found[-1].warnings, *(flaw.notice for flaw in flaws)))
    return [replace(one, part=part) for part, one in enumerate(found)]


def _read(
    name: str, data: bytes, account: Account, depth: int = 0, url: str = ""
) -> tuple[list[ImportedDocument], list[Flaw]]:
    """The documents of a file and of those inside it; `account` counts the files of all levels."""
    found: list[ImportedDocument] = []
    flaws: list[Flaw] = []
    for part in _until_failure(name, data, depth, url):
        if isinstance(part, ImportedDocument):
            found.append(part)
        elif isinstance(part, Flaw):
            flaws.append(part)
        else:
            account.enter()
            account.unpack(len(part.data))
            inner, wrong = _read(part.name, part.data, account, depth + 1, part.url)
            found += inner
            flaws += wrong
    return found, flaws


def _until_failure(name: str, data: bytes, depth: int, url: str) -> Iterator[Part]:
    """What came before a failure is kept, and the failure is a flaw."""
    try:
        yield from parts(name, data, url=url, depth=depth)
    except UnreadableFile as error:
        yield Flaw(error.notice, name)


def parts(
    name: str,
    data: bytes,
    *,
    url: str = "",
    depth: int = 0,
    recipes: Sequence[Recipe] = (),
    fields: Sequence[str] | None = None,
) -> Iterator[Part]:
    """What one file holds, in its order and as it goes: documents (`part` counts them from 0), files inside it, flaws.

    `url` is where the file was captured, `depth` how many files it stands in, `fields` what the columns of a table
    hold. Raises `UnreadableFile`.
    """
    file = base_name(name)
    if not data.strip():
        raise UnreadableFile(_("%(file)s: the file is empty. Check that it was saved completely.", file=file))
    found = format_of(file, data)
    if len(data) > found.most:
        limit = found.most // (1024 * 1024)
        raise UnreadableFile(
            _("%(file)s: the file is larger than %(limit)s MB. Split it into single articles.", file=file, limit=limit)
        )
    read_pieces = partial(found.read, fields=fields) if fields is not None and found.columns else found.read
    count = 0
    for piece in read_pieces(file, data):
        if isinstance(piece, RawDocument):
            try:
                document = _document(file, count, piece, url, recipes)
            except UnreadableFile as error:
                yield Flaw(error.notice)
                continue
            yield document
            count += 1
        elif isinstance(piece, Member) and depth >= DEEPEST:
            if not count:
                raise UnreadableFile(_too_deep(file))
            yield Flaw(_too_deep(file))
            return
        else:
            yield piece


def _too_deep(file: str) -> Notice:
    return _("%(file)s: what is in it is a file in a file in a file in a file. Unpack the outer ones first.", file=file)


def parts_of_file(path: str, name: str, **options: Any) -> Iterator[Part]:
    """The same of the file at a path, under the name that it came with; by the recipes that this process was told."""
    yield from parts(name, _content(path, name), **{"recipes": remembered(), **options})


def columns_of_file(path: str, name: str) -> Columns | None:
    """The columns of the table at a path."""
    return columns(name, _content(path, name))


def _content(path: str, name: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise UnreadableFile(
            _("%(file)s: the file cannot be read: %(why)s. Mend that and import it again.", file=name, why=cause)
        ) from error


def columns(name: str, data: bytes) -> Columns | None:
    """What the columns of a table are taken for; None for a file that is no table. Raises `UnreadableFile`."""
    file = base_name(name)
    found = format_of(file, data) if data.strip() else None
    return found.columns(file, data) if found and found.columns else None


def _document(file: str, part: int, raw: RawDocument, url: str, recipes: Sequence[Recipe]) -> ImportedDocument:
    base = normalise(raw.text)
    beside = left_out(base.text, normalise(raw.page).text) if raw.page else ()
    return apply(lambda page: _article(file, part, raw, url, replace(base, text=page)), base.text, recipes, beside)


def _article(file: str, part: int, raw: RawDocument, url: str, base: Normalised) -> ImportedDocument:
    told = _language(base.text, raw.hints)
    language = told.value
    hints = _hints(raw.hints, url)
    title = next((one.value for one in hints if one.field == "title"), "")
    cleaned = clean(base.text, language, whole=raw.clean, title=title)
    if not cleaned.text:
        raise UnreadableFile(
            _("%(file)s: nothing but page furniture was found. Check that it holds an article.", file=file)
        )
    heading, removed = read_heading(cleaned, base.text, hints, language)
    moon = any(one.source == MOON and one.value == str(heading.published) for one in heading.evidence)
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
        warnings=(*raw.warnings, *base.warnings, *((_MOON,) if moon else ())),
        url=heading.url,
        evidence=(*heading.evidence, told),
    )


def _language(text: str, hints: Iterable[Evidence]) -> Evidence:
    """The language that the text shows; among near relatives, and where too little shows it, what the file says."""
    found = detect_language(text)
    said = next((one for one in hints if one.field == "language"), None)
    code = said.value.strip()[:2].casefold() if said else ""
    known = code in {language.code for language in all_languages()}
    if said and known and (found == UNKNOWN or code in load(found).related):
        return replace(said, value=code, text=said.value if said.value != code else "")
    return Evidence("language", found, "body")


def _hints(evidence: Iterable[Evidence], url: str) -> list[Evidence]:
    """What a format says, each value on one line; where a file was captured is its address if it names none."""
    found = [replace(one, value=_one_line(one.value)) for one in evidence]
    if url and not any(one.field == "url" for one in found):
        found.append(Evidence("url", url, "record"))
    return [one for one in found if one.value and one.field != "language"]


def _one_line(value: str) -> str:
    return " ".join(normalise(value).text.split())
