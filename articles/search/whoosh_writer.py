"""How documents become segments of a Whoosh index, in about a third of the time that Whoosh's own way takes.

Whoosh sorts all postings at the end; here they are gathered by term as they come, and only the terms are sorted. The
facts about each document lie in one file a segment, which is read at once, not in a stored field of each.
"""

from __future__ import annotations

import json
import pickle
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Positions
from whoosh.index import TOC
from whoosh.reading import SegmentReader
from whoosh.system import pack_uint
from whoosh.writing import SegmentWriter

from articles.search.builds import flush
from articles.search.documents import ArticleDocument
from articles.search.facets import ARTICLE, Row, rows
from articles.search.plan import PLAIN, TITLE, terms_of

SAID = "said_"
"""In front of the fields of statements, so that their statistics are their own."""
ARTICLES = 1_000
"""Articles of one segment, at most: what a writer holds in memory, some 150 MB."""
LARGE = 10_000
"""Documents of a segment that is not merged with others any more; a writer would be busy with it for too long."""
BLOCK = 128
"""Postings that a reader takes in at once; Whoosh's own measure."""
MANY = 8
"""Segments of about one size that are merged into one."""

Postings = list[Any]
"""Three values for each document that has a term, one after the other, which needs half of the memory that tuples do:
the document's number, how often it has the term, and that (with the places) as Whoosh writes it."""


def schema() -> Any:
    words = {"analyzer": SpaceSeparatedTokenizer()}
    scored = {"scorable": True, **words}
    return fields.Schema(
        article=fields.ID(),
        plain=fields.TEXT(**words),
        stem=fields.KEYWORD(**scored),
        title=fields.KEYWORD(**scored),
        name=fields.KEYWORD(**scored),
        said_plain=fields.TEXT(**words),
        said_stem=fields.KEYWORD(**scored),
        said_name=fields.KEYWORD(**scored),
    )


class Folder(FileStorage):
    """A folder whose files are on the disk, and not only on their way there, before anything relies on them."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """How a list of segments takes the place of the one before."""
        flush(Path(self.folder) / oldname)
        super().rename_file(oldname, newname, safe)
        flush(Path(self.folder))


def rows_file(build: Path, segment: str) -> Path:
    """Where the rows of a segment are; Whoosh removes it with the segment's own files, which begin alike."""
    return build / f"{segment}.rows"


@lru_cache(maxsize=128)
def read_rows(build: Path, segment: str) -> list[Row]:
    """The rows of all documents of a segment, by their number in it; read once, for a segment never changes."""
    return list(map(Row._make, pickle.loads(rows_file(build, segment).read_bytes())))


def fingerprints(build: Path) -> dict[int, str]:
    """The fingerprint of each article that the index has."""
    found: dict[int, str] = {}
    for segment in _segments(build):
        for number, row in enumerate(read_rows(build, segment.segment_id())):
            if row.kind == ARTICLE and not segment.is_deleted(number):
                found[row.article] = row.fingerprint
    return found


def probe(build: Path) -> None:
    """Fails in any way where a file is missing or cannot be read, as far as a look at each tells."""
    for segment in _segments(build):
        name = segment.segment_id()
        read_rows(build, name)
        if not (build / f"{name}.seg").stat().st_size:
            raise EOFError(f"{name}.seg is empty")


def is_sound(build: Path) -> bool:
    """Whether the files of all segments are what was written, to the bit."""
    try:
        names = [build / segment.segment_id() for segment in _segments(build)]
        return all(_sums(name) == json.loads(name.with_suffix(".sums").read_text()) for name in names)
    except Exception:  # Torn files fail in any way.
        return False


def _segments(build: Path) -> list[Any]:
    segments: list[Any] = TOC.read(Folder(str(build)), "MAIN").segments
    return segments


def _sums(segment: Path) -> dict[str, str]:
    """The checksum of each file of a segment, which is named without its ending."""
    files = [file for file in segment.parent.glob(f"{segment.name}.*") if file.suffix != ".sums"]
    return {file.name: blake2b(file.read_bytes(), digest_size=16).hexdigest() for file in files}


class Writer(SegmentWriter):
    """Writes one segment in one commit."""

    def __init__(self, index: Any) -> None:
        super().__init__(index, timeout=10)
        self.build = Path(self.storage.folder)
        self.rows: list[Row] = []
        self.terms: dict[str, dict[bytes, Postings]] = {name: {} for name in self.schema.names()}
        self.mergetype = merge_of_one_size
        # What a merge reads from older segments goes the same way.
        self.pool.add = self._post

    def add(self, document: ArticleDocument) -> None:
        """Adds the article and its statements; `drop` it before where the index may have it."""
        article, *statements = rows(document)
        terms = terms_of(document.language, document.title, document.standfirst, document.text)._asdict()
        self._add(article, {**terms, TITLE: terms_of(document.language, document.title).stem})
        for row, statement in zip(statements, document.statements, strict=True):
            terms = terms_of(document.language, statement.text, statement.speaker_name)._asdict()
            self._add(row, {SAID + field: value for field, value in terms.items()})

    def drop(self, articles: Iterable[int]) -> None:
        """Marks the documents of these articles as deleted, those that the index has."""
        wanted = set(articles)
        for segment in self.segments if wanted else ():
            for number, row in enumerate(read_rows(self.build, segment.segment_id())):
                if row.article in wanted and not segment.is_deleted(number):
                    segment.delete_document(number)

    def _add(self, row: Row, texts: dict[str, str]) -> None:
        number, about = self.docnum, self.perdocwriter
        about.start_doc(number)
        self._post(("article", str(row.article).encode(), number, 1.0, b""))
        for field, text in texts.items():
            if words := text.split():
                about.add_field(field, self.schema[field], None, len(words))
                found = _placed(words) if field.endswith(PLAIN) else _counted(words)
                terms = self.terms[field]
                for word, weight, value in found:
                    terms.setdefault(word, []).extend((number, weight, value))
        about.finish_doc()
        self.rows.append(row)
        self.docnum += 1
        self._added = True

    def _post(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        field, term, number, weight, value = posting
        self.terms[field].setdefault(term, []).extend((number, weight, value or b""))

    def add_reader(self, reader: Any) -> None:
        """Takes over the documents of an older segment, but for the deleted ones."""
        kept = read_rows(self.build, reader.segment().segment_id())
        self.rows += [row for number, row in enumerate(kept) if not reader.is_deleted(number)]
        super().add_reader(reader)

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        writer = self.fieldwriter
        for field, terms in sorted(self.terms.items()):
            if terms:
                writer.start_field(field, self.schema[field])
                for term in sorted(terms):
                    writer.start_term(term)
                    _fill(writer._postwriter, terms[term])
                    writer.finish_term()
                writer.finish_field()
        writer.close()

    def _commit_toc(self, segments: Any) -> None:
        if self._added:
            name = self.newsegment.segment_id()
            rows_file(self.build, name).write_bytes(pickle.dumps(_sharing(self.rows), protocol=5))
            (self.build / f"{name}.sums").write_text(json.dumps(_sums(self.build / name)))
            for file in self.build.glob(f"{name}.*"):
                flush(file)
        super()._commit_toc(segments)


def _fill(writer: Any, postings: Postings) -> None:
    """What Whoosh's `add_posting` does with each posting, block by block; an empty value is not written there."""
    numbers, weights, values = postings[::3], postings[1::3], postings[2::3]
    for begin in range(0, len(numbers), BLOCK):
        if begin:
            writer._write_block()
        here = slice(begin, begin + BLOCK)
        writer._ids, writer._weights = array("I", numbers[here]), array("f", weights[here])
        writer._values = list(filter(None, values[here]))
        writer._maxweight = max(weights[here])


@lru_cache(maxsize=100_000)
def _encoded(word: str) -> bytes:
    return word.encode()


@lru_cache(maxsize=10_000)
def _frequency(count: int) -> tuple[float, bytes]:
    return float(count), pack_uint(count)


@lru_cache(maxsize=100_000)
def _places(*places: int) -> tuple[float, bytes]:
    return float(len(places)), Positions().encode(places)


def _counted(words: list[str]) -> Iterator[tuple[bytes, float, bytes]]:
    """Each word once, with what the format `Frequency` keeps of it."""
    for word, count in Counter(words).items():
        yield _encoded(word), *_frequency(count)


def _placed(words: list[str]) -> Iterator[tuple[bytes, float, bytes]]:
    """Each word once, with what the format `Positions` keeps of it."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    for word, places in found.items():
        yield _encoded(word), *_places(*places)


def _sharing(rows: Iterable[Row]) -> list[tuple[Any, ...]]:
    """The rows as plain tuples in which equal values are one: the file is small then, and so is what is read."""
    one = {}.setdefault
    return [tuple(one(value, value) for value in row) for row in rows]


def merge_of_one_size(writer: Writer, segments: list[Any]) -> list[Any]:
    """Whoosh's policy of merging, which returns the segments that stay.

    Many small ones of about one size become one, so that an edit costs little and a search looks into few. A large
    one is written anew only when half of it is deleted.
    """
    merged = [one for one in segments if one.deleted_count() * 2 > one.doc_count_all()]
    rest = [one for one in segments if one not in merged]
    small = sorted((one for one in rest if one.doc_count_all() < LARGE), key=_size)
    for _, alike in groupby(small, key=_size):
        found = list(alike)
        merged += found if len(found) >= MANY else []
    for one in merged:
        reader = SegmentReader(writer.storage, writer.schema, one)
        writer.add_reader(reader)
        reader.close()
    return [one for one in segments if one not in merged]


def _size(segment: Any) -> int:
    """How many digits the number of its documents has."""
    return len(str(segment.doc_count_all()))
