"""Work on files that may be hostile, in a process of its own with limits on memory and time.

The parent trusts nothing that comes back: answers are unpickled by an unpickler that knows the records, dates and
decimals, and nothing else. The child opens no connection and writes no file.
"""

from __future__ import annotations

import importlib
import io
import os
import pickle
import resource
import select
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from articles import records
from articles.records import Notice, UnreadableFile
from articles.records import Notice as _

MEMORY = 512 * 1024 * 1024
"""Bytes of address space beyond what the idle child has."""
CPU_SECONDS = 20.0
SILENCE = 60.0
"""Seconds without any answer after which the child counts as hanging, whatever its processor time."""
_HEADER = struct.Struct("!BQ")
_HARMLESS = {("datetime", "date"), ("decimal", "Decimal"), ("articles.records.texts", "_notice")}
_PART, _END, _REFUSED, _FAILED = range(4)


class Stopped(Exception):
    """The child died or was stopped at a limit; the notice says at which."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self.notice = notice


@dataclass(frozen=True, slots=True)
class Call:
    """One piece of work: a function of this project by its dotted name, and its arguments."""

    function: str
    """As "articles.importing.reading.parts"; a generator's values come one by one."""
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    seconds: float


class Confined:
    """One warm child that works for one caller at a time; a child that was stopped is replaced at the next call."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe:
                    pipe.close()
            self._child = None

    def call(self, function: str, *arguments: Any, seconds: float = CPU_SECONDS, **named: Any) -> Iterator[Any]:
        """The values that the function yields, or the one it returns, as they come.

        Raises `UnreadableFile` where the function does, and `Stopped` where a limit or a failure ended it; what came
        before that stays good. `seconds` is processor time.
        """
        child = self._running()
        assert child.stdin and child.stdout
        try:
            _send(child.stdin, pickle.dumps(Call(function, arguments, named, seconds)))
            while True:
                kind, value = _receive(child.stdout)
                if kind == _PART:
                    yield value
                elif kind == _END:
                    return
                elif kind == _REFUSED:
                    raise UnreadableFile(value)
                else:
                    raise Stopped(value)
        except (OSError, EOFError) as error:
            notice = self._cause()
            raise Stopped(notice) from error
        except GeneratorExit:
            # The caller wants no more: the child would go on, so it is ended.
            self.close()
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
            self._child = subprocess.Popen(
                [sys.executable, "-m", "articles.importing.confined"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env=environment,
                cwd=Path(__file__).resolve().parents[2],
            )
        return self._child

    def _cause(self) -> Notice:
        """Why the child ended, as far as its end tells."""
        assert self._child
        try:
            ended = self._child.wait(timeout=1)
        except subprocess.TimeoutExpired:
            ended = None
        self.close()
        if ended is None:
            return _("Reading it did not go on for %(seconds)s seconds and was stopped.", seconds=int(SILENCE))
        if ended == -signal.SIGXCPU:
            return _("Reading it took too long and was stopped.")
        return _("Reading it broke off (%(code)s), most likely for want of memory.", code=str(ended))


class _Records(pickle.Unpickler):
    """Knows the classes that answers are made of, and nothing that could act."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("articles.records.") and name in records.__all__:
            return getattr(records, name)
        if (module, name) in _HARMLESS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def _receive(pipe: IO[bytes]) -> tuple[int, Any]:
    kind, length = _HEADER.unpack(_exactly(pipe, _HEADER.size))
    return kind, _Records(io.BytesIO(_exactly(pipe, length))).load()


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    """So many bytes of an unbuffered pipe; raises EOFError where it is silent for too long or at its end."""
    found = bytearray()
    while len(found) < length:
        if not select.select([pipe], [], [], SILENCE)[0]:
            raise EOFError
        piece = pipe.read(length - len(found))
        if not piece:
            raise EOFError
        found += piece
    return bytes(found)


def _send(pipe: IO[bytes], body: bytes) -> None:
    view = memoryview(body)
    while view:
        view = view[pipe.write(view) :]


def _serve(commands: IO[bytes], answers: IO[bytes]) -> None:
    """The child's life: one call after the other until its parent is gone."""
    while True:
        try:
            call = pickle.load(commands)
        except EOFError:
            return
        _limit_time(call.seconds)
        module, _dot, name = call.function.rpartition(".")
        try:
            found = getattr(importlib.import_module(module), name)(*call.arguments, **call.named)
            for value in found if isinstance(found, Iterator) else (found,):
                _answer(answers, _PART, value)
            _answer(answers, _END, None)
        except UnreadableFile as error:
            _answer(answers, _REFUSED, error.notice)
        except MemoryError:
            _answer(answers, _FAILED, _("Reading it needs too much memory and was stopped."))
        except Exception as error:
            kind = type(error).__name__
            _answer(answers, _FAILED, _("Newsdesk failed on this file (%(error)s). Please report it.", error=kind))


def _answer(pipe: IO[bytes], kind: int, value: Any) -> None:
    body = pickle.dumps(value)
    pipe.write(_HEADER.pack(kind, len(body)) + body)
    pipe.flush()


def _limit_time(seconds: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _limit_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _no_network(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system", "os.exec"):
        raise PermissionError(f"{event} is not allowed while a file is read")


def main() -> None:
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a parser prints must not mix with the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # What is loaded at first use may need files that the limits forbid.
    list(importlib.import_module("articles.importing").parts("warm.txt", "“Warm,” he said on Monday.".encode()))
    importlib.import_module("articles.analysis").analyse("“Warm,” he said.")
    _limit_memory()
    sys.addaudithook(_no_network)
    _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
