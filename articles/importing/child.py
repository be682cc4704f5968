"""The confined child: works off one call after the other, within limits, until its parent is gone.

It opens no connection, starts no process and writes no file. Only Linux tells how large a process is, so that only
there its memory is limited.
"""

from __future__ import annotations

import importlib
import os
import pickle
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from articles.importing.answers import END, FAILED, PART, REFUSED, SPENT, Call, answer, failure
from articles.records import ImportedDocument, UnreadableFile
from articles.records import Notice as _

MEMORY = 512 * 1024 * 1024
"""Bytes of address space beyond what the idle child has."""
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "pty.spawn")
"""Events that Python announces to audit hooks, by their beginnings."""


def _serve(commands: IO[bytes], answers: IO[bytes]) -> None:
    """The child's life: one call after the other until its parent is gone."""
    while True:
        try:
            call = pickle.load(commands)
        except EOFError:
            return
        try:
            for value in _work(call):
                answer(answers, PART, value)
            answer(answers, END, None)
        except UnreadableFile as error:
            answer(answers, REFUSED, error.notice)
        except MemoryError:
            answer(answers, SPENT, _("Reading it needs too much memory and was stopped."))
            # What it has taken may not come back: the next file deserves a new child.
            return
        except Exception as error:
            answer(answers, FAILED, failure(error))


def _work(call: Call) -> Iterator[Any]:
    _limit_time(call.seconds)
    found = _function(call.function)(*call.arguments, **call.named)
    for value in found if isinstance(found, Iterator) else (found,):
        yield value
        if call.then and isinstance(value, ImportedDocument):
            _limit_time(call.seconds)
            yield _function(call.then)(value.text, value.language, value.published)
            _limit_time(call.seconds)


def _function(dotted: str) -> Any:
    module, _dot, name = dotted.rpartition(".")
    return getattr(importlib.import_module(module), name)


def _limit_time(seconds: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _limit_memory() -> None:
    idle = Path("/proc/self/statm")
    if idle.exists():
        limit = int(idle.read_text().split()[0]) * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not allowed while a file is read")


def main() -> None:
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a parser prints must not mix with the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # What is loaded at first use may need files that the limits forbid.
    list(importlib.import_module("articles.importing").parts("warm.txt", "“Warm,” he said on Monday.".encode()))
    importlib.import_module("articles.analysis").analyse("“Warm,” he said.")
    _limit_memory()
    sys.addaudithook(_forbid)
    answer(answers, END, None)
    _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
