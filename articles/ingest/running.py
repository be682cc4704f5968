"""One run over the waiting files of a batch: read ahead by the child, stored some at a time."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.core.files import locks

from articles.ingest.files import AT_ONCE, finish_known, import_prepared, is_small, job_of, known_among
from articles.ingest.preparing import Prepared, Reader
from articles.models import ImportBatch, ImportFile
from articles.models.imports import Outcome

MANY = 100
"""Files looked up at a time."""
LOOK = 1.0
"""Seconds between two looks at whether somebody cancelled the import."""
SOON = 0.5
"""Seconds after which what is read is stored while the child is still at work."""
Done = tuple[list[ImportFile], list[int]]
"""Files that have their outcome now, and the ids of their new articles."""


class Run:
    """The files of a batch on their way. Files that archives hold come after what was there before."""

    def __init__(self, batch: ImportBatch, using: Reader) -> None:
        self._batch, self._using = batch, using
        self._last = 0
        self._queue: deque[ImportFile] = deque()
        self._sent: deque[ImportFile] = deque()
        self._group: list[tuple[ImportFile, Prepared]] = []
        self._begun = self._looked = monotonic()
        self._cancelled = is_cancelled(batch)

    def __iter__(self) -> Iterator[Done]:
        try:
            while True:
                yield self._look_up()
                self._send()
                if self._group and (not self._sent or self._is_due()):
                    yield self._store()
                elif self._sent:
                    yield from self._receive()
                elif not self._queue:
                    return
        finally:
            self._using.forget()

    def _look_up(self) -> Done:
        """Lists the next files that wait; those whose bytes were imported before are done."""
        if monotonic() - self._looked > LOOK:
            self._looked, self._cancelled = monotonic(), is_cancelled(self._batch)
        if self._cancelled:
            self._queue.clear()
        elif not self._queue and self._using.has_room:
            waiting = self._batch.files.filter(outcome=Outcome.WAITING, asks=False, pk__gt=self._last)
            found = list(waiting.select_related("original", "parent__parent", "batch").order_by("pk")[:MANY])
            known = known_among(found)
            for file in found:
                self._last = file.pk
                if file.original_id not in known:
                    self._queue.append(file)
            there = [file for file in found if file.original_id in known]
            for file in there:
                finish_known(file)
            return there, []
        return [], []

    def _send(self) -> None:
        while self._queue and self._using.has_room:
            self._sent.append(self._queue.popleft())
            self._using.send(job_of(self._sent[-1]))

    def _receive(self) -> Iterator[Done]:
        file, found = self._sent.popleft(), self._using.prepare()
        if self._group and not self._is_room_for(file, found):
            yield self._store()
        self._begun = self._begun if self._group else monotonic()
        self._group.append((file, found))

    def _is_room_for(self, file: ImportFile, found: Prepared) -> bool:
        small = is_small(found) and is_small(self._group[0][1])
        documents = sum(len(one.documents) for _file, one in self._group) + len(found.documents)
        return small and documents <= AT_ONCE and all(other.original_id != file.original_id for other, _ in self._group)

    def _is_due(self) -> bool:
        return monotonic() - self._begun > SOON and not self._using.is_ready

    def _store(self) -> Done:
        group, self._group = self._group, []
        articles = import_prepared(group)
        self._queue.extend(file for file, _found in group if file.outcome == Outcome.WAITING)
        return [file for file, _found in group if file.outcome != Outcome.WAITING], articles


def is_cancelled(batch: ImportBatch) -> bool:
    """Whether somebody has cancelled the import."""
    return ImportBatch.objects.filter(pk=batch.pk, cancelled_at__isnull=False).exists()


@contextmanager
def alone(batch: ImportBatch) -> Iterator[bool]:
    """Whether no other process is importing this batch; none will be meanwhile. A process that dies lets go of it."""
    folder = Path(settings.NEWSDESK_DATA_DIR) / "importing"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / str(batch.pk)).open("w") as file:
        yield locks.lock(file, locks.LOCK_EX | locks.LOCK_NB)
