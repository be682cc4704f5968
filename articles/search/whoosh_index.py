"""The index as Whoosh keeps it. The only module that knows Whoosh."""

from __future__ import annotations

import logging
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from math import log
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from whoosh import fields, scoring
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.matching import NullMatcher
from whoosh.query import Or, Query
from whoosh.query import Phrase as WhooshPhrase
from whoosh.query import Term as WhooshTerm
from whoosh.searching import SearchContext, Searcher
from whoosh.util.filelock import try_for

from articles.search.builds import Builds
from articles.search.documents import ArticleDocument, Reading
from articles.search.facets import ARTICLE, Row, rows
from articles.search.plan import NAME, PLAIN, STEM, TITLE, Concept, Plan, terms_of
from articles.search.unavailable import IndexBusy, IndexMissing, IndexUnavailable
from articles.text.terms import fold

logger = logging.getLogger(__name__)

REBUILD_MEMORY = 256
"""Megabytes that a rebuild may gather before it writes a segment."""
SIMILAR = 82
"""Of 100: words less alike than this are no suggestion."""
SAID = "said_"
"""In front of the fields of statements, so that their statistics are their own."""


def _schema() -> Any:
    words = {"analyzer": SpaceSeparatedTokenizer()}
    scored = {"scorable": True, **words}
    return fields.Schema(
        article=fields.ID(),
        row=fields.STORED(),
        plain=fields.TEXT(**words),
        stem=fields.KEYWORD(**scored),
        title=fields.KEYWORD(**scored),
        name=fields.KEYWORD(**scored),
        said_plain=fields.TEXT(**words),
        said_stem=fields.KEYWORD(**scored),
        said_name=fields.KEYWORD(**scored),
    )


class WhooshIndex:
    """See `articles.search.engine.Engine`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.builds = Builds(folder)
        self.opened = threading.local()
        self.segments: dict[str, list[Row]] = {}

    def view(self) -> WhooshView:
        """The present state; each thread keeps its own reader, because readers hold a place in their files."""
        build = self.builds.current()
        held: WhooshView | None = getattr(self.opened, "view", None)
        try:
            if held is None or not held.is_of(build):
                self.opened.view = held = WhooshView(build, self.segments)
        except Exception as error:  # A torn file fails in any way: TypeError, EOFError, struct.error and more.
            self.opened.view = None
            raise IndexUnavailable(f"The index in {self.folder} cannot be read ({error!r}): rebuild it.") from error
        return held

    def is_rebuilding(self) -> bool:
        """Whether somebody holds the lock of a rebuild; a build that a crash left behind does not count."""
        if not self.builds.unfinished():
            return False
        lock = FileStorage(str(self.folder)).lock("rebuild.lock")
        if lock.acquire():
            lock.release()
            return False
        return True

    @contextmanager
    def one_writer(self, timeout: float) -> Iterator[None]:
        """Above the builds, so that no write goes to a build that a rebuild is about to replace."""
        with self._lock("writer.lock", timeout):
            yield

    @contextmanager
    def _lock(self, name: str, timeout: float) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileStorage(str(self.folder)).lock(name)
        if not try_for(lock.acquire, timeout=timeout):
            raise IndexBusy(f"Another program has been writing to the index for {timeout:g} seconds.")
        try:
            yield
        finally:
            lock.release()

    def write(self, documents: Iterable[ArticleDocument], gone: Iterable[int]) -> None:
        _write(FileStorage(str(self.builds.current())).open_index(), documents, gone)

    def rebuild(self, read: Reading, progress: Callable[[int], None], timeout: float) -> int:
        with self._lock("rebuild.lock", timeout):
            build = self.builds.begin()
            index = FileStorage(str(build)).create_index(_schema())
            _write(index, _counted(read(None), progress), (), limitmb=REBUILD_MEMORY)
            with self.one_writer(timeout):
                # What was saved meanwhile went to the live index only.
                known = dict(_fingerprints(index))
                stored = {document.id: document.fingerprint for document in read(None)}
                changed = [one for one, fingerprint in stored.items() if known.get(one) != fingerprint]
                _write(index, read(changed), known.keys() - stored.keys())
                self._tell_of_a_torn_index()
                self.builds.swap(build)
            return len(stored)

    def _tell_of_a_torn_index(self) -> None:
        """Says so when the live index, which is about to be removed, could not be read."""
        try:
            self.view()
        except IndexMissing:
            pass
        except IndexUnavailable as error:
            logger.warning("A new index takes the place of one that cannot be used. %s", error)


def _counted(documents: Iterable[ArticleDocument], progress: Callable[[int], None]) -> Iterator[ArticleDocument]:
    for number, document in enumerate(documents, start=1):
        yield document
        progress(number)


def _write(index: Any, documents: Iterable[ArticleDocument], gone: Iterable[int], **options: Any) -> None:
    with index.writer(timeout=10, **options) as writer:
        for article in gone:
            writer.delete_by_term("article", str(article))
        for document in documents:
            if not index.is_empty():
                writer.delete_by_term("article", str(document.id))
            _add(writer, document)


def _add(writer: Any, document: ArticleDocument) -> None:
    article, *statements = rows(document)
    terms = terms_of(document.language, document.title, document.standfirst, document.text)
    title = terms_of(document.language, document.title).stem
    writer.add_document(article=str(document.id), row=tuple(article), title=title, **terms._asdict())
    for row, statement in zip(statements, document.statements, strict=True):
        terms = terms_of(document.language, statement.text, statement.speaker_name)
        said = {SAID + field: value for field, value in terms._asdict().items()}
        writer.add_document(article=str(document.id), row=tuple(row), **said)


def _fingerprints(index: Any) -> Iterator[tuple[int, str]]:
    with index.reader() as reader:
        for _, stored in reader.iter_docs():
            row = Row(*stored["row"])
            if row.kind == ARTICLE:
                yield row.article, row.fingerprint


class WhooshView:
    """See `articles.search.engine.View`."""

    def __init__(self, build: Path, segments: dict[str, list[Row]]) -> None:
        self.build = build
        self.index = FileStorage(str(build)).open_index()
        self.generation = self.index.latest_generation()
        self.reader = self.index.reader()
        self.rows = [row for leaf, _ in self.reader.leaf_readers() for row in _rows(leaf, segments)]
        self.languages = frozenset(language for row in self.rows for language in row.language)
        self.articles = max(1, sum(row.kind == ARTICLE for row in self.rows))

    def is_of(self, build: Path) -> bool:
        """Whether this is still the state of the live build."""
        return self.build == build and self.generation == self.index.latest_generation()

    def live(self) -> Iterable[int]:
        return self.reader.all_doc_ids()

    def has(self, field: str, term: str) -> bool:
        return (field, term) in self.reader

    def starting_with(self, field: str, prefix: str) -> Iterator[str]:
        return (term.decode() for term in self.reader.expand_prefix(field, prefix))

    def match(self, plan: Plan, *, statements: bool) -> dict[int, float]:
        prefix = SAID if statements else ""
        if not all(concept.choices or concept.phrase for concept in plan.wanted):
            return {}
        # The rarest first: each further part is then looked up for few documents only.
        parts = sorted(plan.wanted, key=lambda concept: self._frequency(concept, prefix))
        found: dict[int, float] | None = None
        for concept in parts:
            found = self._narrow(found, concept, prefix)
            if not found:
                return {}
        found = dict.fromkeys(self.live(), 0.0) if found is None else found
        for concept in plan.unwanted:
            for number in self._narrow(found, concept, prefix):
                del found[number]
        return found

    def _narrow(self, found: dict[int, float] | None, concept: Concept, prefix: str) -> dict[int, float]:
        """Those of the documents found so far (all, if None) that have the concept, their scores added up."""
        query = _query(concept, prefix)
        searcher = Searcher(self.reader, weighting=OneWord(self._weights(concept, prefix)), closereader=False)
        context = SearchContext(weighting=searcher.weighting)
        narrowed: dict[int, float] = {}
        numbers = None if found is None else sorted(found)
        for leaf, offset in searcher.leaf_searchers():
            if numbers is None:
                matcher = query.matcher(leaf, context)
                while matcher.is_active():
                    narrowed[offset + matcher.id()] = matcher.score()
                    matcher.next()
                continue
            here = numbers[bisect_left(numbers, offset) : bisect_left(numbers, offset + leaf.doc_count_all())]
            matcher = query.matcher(leaf, context) if here else NullMatcher()
            for number in here:
                if matcher.is_active() and matcher.id() < number - offset:
                    matcher.skip_to(number - offset)
                if not matcher.is_active():
                    break
                if matcher.id() == number - offset:
                    narrowed[number] = found[number] + matcher.score()
        return narrowed

    def _frequency(self, concept: Concept, prefix: str) -> int:
        """How many documents have the concept, at most."""
        if concept.phrase:
            return min(self.reader.doc_frequency(prefix + PLAIN, word) for word in concept.phrase)
        forms = [choice for choice in concept.choices if choice.field in (STEM, NAME)]
        return sum(self.reader.doc_frequency(prefix + choice.field, choice.term) for choice in forms)

    def _weights(self, concept: Concept, prefix: str) -> dict[tuple[str, bytes], float]:
        """The rarity of the whole concept for each of its terms, times what that way to match counts."""
        rarity = log(self.articles / (min(self._frequency(concept, prefix), self.articles) + 1)) + 1
        return {(prefix + one.field, one.term.encode()): one.weight * max(rarity, 0.1) for one in concept.choices}

    def nearest(self, word: str) -> str | None:
        found = process.extractOne(fold(word), self._vocabulary, scorer=fuzz.ratio, score_cutoff=SIMILAR)
        return found[0] if found else None

    @cached_property
    def _vocabulary(self) -> list[str]:
        return [term.decode() for term in self.reader.lexicon(PLAIN)]


def _rows(leaf: Any, segments: dict[str, list[Row]]) -> list[Row]:
    """The rows of a segment, read once: a segment never changes but for deletions."""
    if not leaf.doc_count_all():
        return []
    key = leaf.segment().segment_id()
    if key not in segments:
        segments[key] = [Row(*leaf.stored_fields(number)["row"]) for number in range(leaf.doc_count_all())]
    return segments[key]


def _query(concept: Concept, prefix: str) -> Query:
    if concept.phrase:
        field = prefix + PLAIN
        return WhooshPhrase(field, list(concept.phrase)) if concept.phrase[1:] else WhooshTerm(field, *concept.phrase)
    here = [one for one in concept.choices if not (prefix and one.field == TITLE)]
    return Or([WhooshTerm(prefix + one.field, one.term) for one in here])


class OneWord(scoring.BM25F):
    """BM25F that takes all forms of one word of the query for one word, as rare as all of them together.

    Else a word would count more in a language that the archive has little of.
    """

    def __init__(self, weights: dict[tuple[str, bytes], float]) -> None:
        super().__init__(title_B=0.3)
        self.weights = weights

    def idf(self, searcher: Any, fieldname: str, text: str | bytes) -> float:
        term = text if isinstance(text, bytes) else text.encode()
        found = self.weights.get((fieldname, term))
        return super().idf(searcher, fieldname, text) if found is None else found
