"""How a whole index is written: by several processes, one for each core, each of which writes segments."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import django
from whoosh.writing import NO_MERGE

from articles.search.documents import ArticleDocument, Reading
from articles.search.whoosh_writer import Folder, Writer, write

ARTICLES = 4_000
"""Articles of one segment, at most: what a process holds in memory, some 150 MB."""
MANY = 2_000
"""Articles that are worth more than one process, each of which takes about a second to start."""
MOST_PROCESSES = 8


def fill(index: Any, read: Reading, articles: Sequence[int], progress: Callable[[int], None]) -> None:
    """Writes these articles to an empty index; `progress` is told how many are done."""
    processes = min(os.cpu_count() or 1, MOST_PROCESSES) if len(articles) >= MANY else 1
    if processes == 1:
        documents = _counted(read(articles), progress)
        while batch := list(islice(documents, ARTICLES)):
            write(index, batch, ())
    else:
        size = min(ARTICLES, len(articles) // (2 * processes))
        pieces = [articles[begin : begin + size] for begin in range(0, len(articles), size)]
        segments = _written(Path(index.storage.folder), read, pieces, progress, processes)
        writer = Writer(index)
        writer.mergetype = NO_MERGE
        writer.segments += segments
        writer.commit()


def _counted(documents: Iterable[ArticleDocument], progress: Callable[[int], None]) -> Iterator[ArticleDocument]:
    for number, document in enumerate(documents, start=1):
        yield document
        progress(number)


def _written(
    build: Path, read: Reading, pieces: Sequence[Sequence[int]], progress: Callable[[int], None], processes: int
) -> list[Any]:
    """The segments of the pieces, in their order."""
    done = 0
    # Not forked: this process may have threads and open databases.
    with ProcessPoolExecutor(processes, get_context("spawn"), django.setup) as pool:
        waiting = {pool.submit(_segment, build, read, piece): len(piece) for piece in pieces}
        try:
            for one in as_completed(waiting):
                one.result()
                done += waiting[one]
                progress(done)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return [one.result() for one in waiting]


def _segment(build: Path, read: Reading, articles: Sequence[int]) -> Any:
    """Writes one segment and returns what the list of segments must know of it."""
    writer = Writer(Folder(str(build)).open_index(), locked=False)
    for document in read(articles):
        writer.add(document)
    return writer.finished()
