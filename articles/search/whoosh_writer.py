"""How documents become segments of a Whoosh index, and how its segments are merged."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.writing import SegmentWriter

from articles.search.arrays import Array
from articles.search.builds import flush
from articles.search.columns import ARTICLE, TYPES, Columns, Row, joined, rows
from articles.search.documents import ArticleDocument
from articles.search.indexing import FIELDS, NAME, PLAIN, STEM, Terms, article_terms, statement_terms
from articles.search.postings import Gathered, merged
from articles.search.whoosh_codec import ArraysCodec, Contents, contents, file_of, forget_all_but

LARGE = 10_000
"""Documents of a segment that is not merged with others any more; a writer would be busy with it for too long."""
MANY = 8
"""Segments of about one size that are merged into one."""
_ARTICLE = TYPES.index(ARTICLE)


class Folder(FileStorage):
    """A folder whose files are on the disk, and not only on their way there, before anything relies on them."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """How a list of segments takes the place of the one before."""
        flush(Path(self.folder) / oldname)
        super().rename_file(oldname, newname, safe)
        flush(Path(self.folder))


def fingerprints(build: Path) -> dict[int, int]:
    """The fingerprint of each article that the index has."""
    found: dict[int, int] = {}
    for segment in segments(build):
        columns = contents(build, segment.segment_id()).columns
        here = np.flatnonzero((columns.type == _ARTICLE) & alive(segment))
        found |= zip(columns.article[here].tolist(), columns.fingerprint[here].tolist(), strict=True)
    return found


def alive(segment: Any) -> Array:
    """Whether each document of a segment is not deleted."""
    kept = np.ones(segment.doc_count_all(), bool)
    kept[list(segment.deleted_docs())] = False
    return kept


def probe(build: Path) -> None:
    """Fails in any way where a file is missing or is not what was written, to the bit."""
    for segment in segments(build):
        contents(build, segment.segment_id())


def segments(build: Path) -> list[Any]:
    """The segments of an index, as its newest list has them."""
    found: list[Any] = TOC.read(Folder(str(build)), "MAIN").segments
    return found


class Writer(SegmentWriter):
    """Writes one segment in one commit."""

    def __init__(self, index: Any, locked: bool = True) -> None:
        super().__init__(index, timeout=10, codec=ArraysCodec(), compound=False, _lk=locked)
        self.build = Path(self.storage.folder)
        self.rows: list[Row] = []
        self.gathered = {field: Gathered(not field.endswith(NAME)) for field in FIELDS}
        self.old: list[tuple[Contents, Array]] = []
        """Segments that this one takes over, each with the documents that stay."""
        self.mergetype = merge_of_one_size

    def add(self, document: ArticleDocument) -> None:
        """Adds the article and its statements; `drop` it before where the index may have it."""
        article, *statements = rows(document)
        self._add(article, article_terms(document))
        for row, statement in zip(statements, document.statements, strict=True):
            self._add(row, statement_terms(document, statement))

    def finished(self) -> Any:
        """Writes the segment and leaves it to somebody else to put it into the list; returns what goes there."""
        segment = self._finalize_segment()
        flush(file_of(self.build, segment.segment_id()))
        self._finish()
        return segment

    def drop(self, articles: Iterable[int]) -> None:
        """Marks the documents of these articles as deleted, those that the index has."""
        wanted = np.array(sorted(articles), np.int64)
        for segment in self.segments if len(wanted) else ():
            columns = contents(self.build, segment.segment_id()).columns
            for number in np.flatnonzero(np.isin(columns.article, wanted)).tolist():
                segment.delete_document(number)

    def _add(self, row: Row, found: Iterable[tuple[str, Terms]]) -> None:
        number = len(self.rows)
        for scope, terms in found:
            if terms.plain:
                self.gathered[scope + PLAIN].add(number, terms.plain, terms.plain_places)
                self.gathered[scope + STEM].add(number, terms.stem, terms.stem_places)
                self.gathered[scope + NAME].add(number, terms.name, ())
        self.rows.append(row)
        self._added = True

    def take_over(self, segment: Any) -> None:
        """Takes over the documents of an older segment, but for the deleted ones."""
        self.old.append((contents(self.build, segment.segment_id()), np.flatnonzero(alive(segment))))
        self._added = True

    def _flush_segment(self) -> None:
        if self._added:
            whole = self._contents()
            self.docnum = len(whole.columns)
            whole.write(file_of(self.build, self.newsegment.segment_id()))

    def _contents(self) -> Contents:
        """What was added, with what was taken over in front."""
        new = Contents(
            {field: gathered.sorted(len(self.rows)) for field, gathered in self.gathered.items()}, Columns.of(self.rows)
        )
        if not self.old:
            return new
        parts = [*self.old, (new, np.arange(len(new.columns)))]
        columns = joined([whole.columns.kept(stay) for whole, stay in parts])
        numbered: list[tuple[Contents, Array]] = []
        before = 0
        for whole, stay in parts:
            numbers = np.full(len(whole.columns), -1, np.int64)
            numbers[stay] = np.arange(before, before + len(stay))
            numbered.append((whole, numbers))
            before += len(stay)
        together = {
            field: merged([(whole.postings[field], numbers) for whole, numbers in numbered], before) for field in FIELDS
        }
        return Contents(together, columns)

    def _close_segment(self) -> None:
        self.pool.cleanup()

    def _commit_toc(self, segments: Any) -> None:
        if self._added:
            flush(file_of(self.build, self.newsegment.segment_id()))
        super()._commit_toc(segments)
        forget_all_but(file_of(self.build, segment.segment_id()) for segment in segments)


def write(index: Any, documents: Iterable[ArticleDocument], old: Iterable[int]) -> None:
    """Adds the documents in one commit; `old` are the articles that the index may have and must not keep."""
    with Writer(index) as writer:
        writer.drop(old)
        for document in documents:
            writer.add(document)


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
        writer.take_over(one)
    return [one for one in segments if one not in merged]


def _size(segment: Any) -> int:
    """How many digits the number of its documents has."""
    return len(str(segment.doc_count_all()))
