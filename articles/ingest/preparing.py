"""What a file holds, read and analysed in a confined child, ahead of the rows that are made of it."""

import atexit
import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from articles.importing import Call, Confined, Stopped, seconds_for
from articles.ingest.originals import Written, why, write
from articles.records import Columns, Findings, Flaw, ImportedDocument, Member, Notice, Recipe, UnreadableFile
from articles.records import Notice as _

READ = "articles.importing.reading.parts_of_file"
REMEMBER = "articles.importing.recipes.remember"
ANALYSE = "articles.analysis.analyse"
COLUMNS = "articles.importing.reading.columns_of_file"
AHEAD = 64
"""Files sent to the child before the first of them is stored: it reads on while a group is."""
_STOPPED = _("Looking for quotes and claims in it did not come to an end. Mark them by hand.")


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read, as the child is told."""

    name: str
    path: Path
    url: str = ""
    depth: int = 0
    fields: tuple[str, ...] | None = None


@dataclass(slots=True)
class Prepared:
    """What came of a file."""

    documents: list[tuple[ImportedDocument, Findings]] = field(default_factory=list)
    members: list[tuple[Member, Written]] = field(default_factory=list)
    """The files inside of it; their contents are written already, and the members hold none."""
    flaws: list[Flaw] = field(default_factory=list)
    refused: Notice | None = None
    """Why reading it ended before its end, or at its beginning."""
    stopped: bool = False
    """Whether the child was lost or failed over it."""


class Reader:
    """Reads files in one warm child: `send` some ahead, then `prepare` each in the same order."""

    def __init__(self) -> None:
        self._child = Confined()
        self._recipes: tuple[Recipe, ...] = ()

    def learn(self, recipes: Sequence[Recipe]) -> None:
        """From now on files are read by these recipes. Nothing may be sent ahead.

        The child is told once: with every file they would not fit into its pipe.
        """
        if self._recipes != tuple(recipes):
            self._recipes = tuple(recipes)
            self._child.tell(Call(REMEMBER, (self._recipes,)))

    @property
    def has_room(self) -> bool:
        return self._child.ahead < AHEAD and self._child.has_room

    @property
    def is_ready(self) -> bool:
        """Whether something of the file sent first has come."""
        return self._child.is_ready

    def send(self, job: Job) -> None:
        options = {"url": job.url, "depth": job.depth, "fields": job.fields}
        self._child.send(Call(READ, (str(job.path), job.name), options, ANALYSE, seconds_for(job.name)))

    def prepare(self, keep: Callable[[bytes], Written] = write) -> Prepared:
        """What the file sent first holds; `keep` takes the contents of the files inside it."""
        found, waiting = Prepared(), False
        try:
            with closing(self._child.receive()) as values:
                for value in values:
                    waiting = isinstance(value, ImportedDocument)
                    _take(found, value, keep)
        except UnreadableFile as error:
            found.refused = error.notice
        except Stopped as error:
            if waiting:
                # The document is whole; what looked for statements in it was stopped.
                found.flaws.append(Flaw(_STOPPED))
            else:
                found.refused = error.notice
            found.stopped = True
        except OSError as error:
            # A file inside of it could not be kept.
            found.refused = why(error)
        return found

    def columns(self, job: Job) -> Columns | None:
        """What the columns of a table are taken for; None for what is no table. Nothing may be sent ahead."""
        found = list(self._child.call(COLUMNS, str(job.path), job.name))
        return found[0] if found and isinstance(found[0], Columns) else None

    def close(self) -> None:
        """Ends the child; the next file has a new one."""
        self._child.close()

    def forget(self) -> None:
        """Drops what was sent ahead and not prepared."""
        if self._child.ahead:
            self._child.close()
            self._child = Confined()
            self._child.tell(Call(REMEMBER, (self._recipes,)))


def _take(
    found: Prepared, value: ImportedDocument | Findings | Member | Flaw, keep: Callable[[bytes], Written]
) -> None:
    if isinstance(value, ImportedDocument):
        found.documents.append((value, Findings()))
    elif isinstance(value, Findings):
        found.documents[-1] = (found.documents[-1][0], value)
    elif isinstance(value, Member):
        found.members.append((Member(value.name, b"", value.url), keep(value.data)))
    else:
        found.flaws.append(value)


_readers: dict[int, Reader] = {}


def reader() -> Reader:
    """The reader of this process; its child stays warm from batch to batch."""
    if os.getpid() not in _readers:
        found = _readers[os.getpid()] = Reader()
        # Ends the child and waits for it, which would otherwise notice by itself.
        atexit.register(found.close)
    return _readers[os.getpid()]
