"""How a Whoosh index keeps its segments here: as arrays, which are read without being decoded.

Whoosh's own codec packs postings in blocks of 128, and a common word of a large archive takes a fifth of a second to
unpack. With this one Whoosh's readers and searchers work as ever; `whoosh_view` looks into the same arrays directly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import KEYWORD, TEXT, Schema
from whoosh.formats import Positions
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from articles.search.arrays import Array, read, write
from articles.search.columns import Columns
from articles.search.indexing import FIELDS, NAME
from articles.search.postings import Postings

ENDING = ".arrays"


def schema() -> Any:
    """All fields: those with places can be searched for phrases."""
    words = {"analyzer": SpaceSeparatedTokenizer()}
    named, placed = KEYWORD(scorable=True, **words), TEXT(**words)
    return Schema(**{field: named if field.endswith(NAME) else placed for field in FIELDS})


class Contents:
    """What one segment holds: postings by field, and the columns."""

    def __init__(self, postings: dict[str, Postings], columns: Columns) -> None:
        self.postings = postings
        self.columns = columns

    def write(self, path: Path) -> None:
        arrays: dict[str, Array] = self.columns.arrays()
        for name, postings in self.postings.items():
            arrays |= postings.arrays(name)
        write(path, arrays)

    @classmethod
    def read(cls, path: Path) -> Contents:
        """Raises `TornFile`, `OSError` or `KeyError` where the file is not what was written."""
        arrays = read(path)
        return cls({name: Postings.of(name, arrays) for name in FIELDS}, Columns.read(arrays))


def file_of(build: Path, segment: str) -> Path:
    """Where a segment is kept."""
    return build / f"{segment}{ENDING}"


def identity(file: Path) -> tuple[int, int, int]:
    """Changes when somebody writes to the file, who should not."""
    about = file.stat()
    return about.st_ino, about.st_size, about.st_mtime_ns


def contents(build: Path, segment: str) -> Contents:
    """A segment as it is on disk; it never changes, but for deletions, which the list of segments keeps."""
    file = file_of(build, segment)
    now = identity(file)
    known = opened.get(file)
    if known is None or known[0] != now:
        known = opened[file] = now, Contents.read(file)
    return known[1]


opened: dict[Path, tuple[tuple[int, int, int], Contents]] = {}
"""Files that this process has looked into."""


def forget_all_but(files: Iterable[Path]) -> None:
    """Lets go of other segments: what is deleted takes its place on the disk for as long as somebody has it open."""
    for file in set(opened).difference(files):
        opened.pop(file, None)


class ArraysCodec(base.Codec):
    """Segments as arrays. They are written by `whoosh_writer` as a whole, not term by term."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> Any:
        return _Unused()

    def field_writer(self, storage: Any, segment: Any) -> Any:
        return _Unused()

    def terms_reader(self, storage: Any, segment: Any) -> Any:
        return ArraysTerms(contents(Path(storage.folder), segment.segment_id()))

    def per_document_reader(self, storage: Any, segment: Any) -> Any:
        return ArraysDocuments(contents(Path(storage.folder), segment.segment_id()), segment)

    def new_segment(self, storage: Any, indexname: str) -> Any:
        return W3Segment(self, indexname)


class _Unused:
    is_closed = True


class ArraysTerms(base.TermsReader):
    """What Whoosh asks about terms."""

    def __init__(self, whole: Contents) -> None:
        self.postings = whole.postings

    def indexed_field_names(self) -> Any:
        return self.postings.keys()

    def _number(self, field: str, term: bytes) -> int:
        number = self.postings[field].find(term)
        if number is None:
            raise TermNotFound(f"No term {field}:{term!r}")
        return number

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self.postings[term[0]].find(term[1]) is not None

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for field in sorted(self.postings):
            yield from self.terms_from(field, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        postings = self.postings[fieldname]
        for number in range(postings.place_of(prefix), len(postings)):
            yield fieldname, postings.term(number)

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        for term in self.terms():
            yield term, self.term_info(*term)

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def term_info(self, fieldname: str, text: bytes) -> Any:
        postings, number = self.postings[fieldname], self._number(fieldname, text)
        here = postings.slice(number, number + 1)
        documents, frequencies = postings.documents[here], postings.frequencies[here]
        lengths = postings.lengths[documents]
        return TermInfo(
            float(frequencies.sum()),
            len(documents),
            int(lengths.min()),
            int(lengths.max()),
            float(frequencies.max()),
            int(documents[0]),
            int(documents[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(self.term_info(fieldname, text).weight()) if (fieldname, text) in self else 0.0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return self.postings[fieldname].frequency(text)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        postings, number = self.postings[fieldname], self._number(fieldname, text)
        here = postings.slice(number, number + 1)
        frequencies = postings.frequencies[here]
        places = np.split(postings.places_of(number), np.cumsum(frequencies)[:-1])
        return ListMatcher(
            postings.documents[here].tolist(),
            frequencies.astype(float).tolist(),
            [Positions().encode(some.tolist()) for some in places],
            format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )


class ArraysDocuments(base.PerDocumentReader):
    """What Whoosh asks about documents; it stores none of their fields."""

    def __init__(self, whole: Contents, segment: Any) -> None:
        self.postings = whole.postings
        self.segment = segment

    def doc_count(self) -> int:
        return self.doc_count_all() - int(self.segment.deleted_count())

    def doc_count_all(self) -> int:
        return int(self.segment.doc_count_all())

    def has_deletions(self) -> bool:
        return bool(self.segment.deleted_count())

    def is_deleted(self, docnum: int) -> bool:
        return bool(self.segment.is_deleted(docnum))

    def deleted_docs(self) -> Any:
        return self.segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(self.postings[fieldname].lengths[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        return int(self.postings[fieldname].lengths.sum(dtype=np.int64))

    def min_field_length(self, fieldname: str) -> int:
        return int(self.postings[fieldname].lengths.min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        return int(self.postings[fieldname].lengths.max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return {}
