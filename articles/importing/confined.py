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
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

from articles import records
from articles.records import ImportedDocument, Notice, UnreadableFile
from articles.records import Notice as _

MEMORY = 512 * 1024 * 1024
"""Bytes of address space beyond what the idle child has."""
CPU_SECONDS = 20.0
PATIENCE = 15.0
"""Seconds without an answer, beyond the processor time of a call, after which the child counts as hanging."""
START = 60.0
"""Seconds in which a new child must be ready."""
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
    """One piece of work: a function of this project by its dotted name, and its arguments.

    A generator's values come one by one. `then` is a function of a document's text, language and day: its value follows
    each `ImportedDocument`. `seconds` is processor time, for each of the two.
    """

    function: str
    arguments: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict)
    then: str = ""
    seconds: float = CPU_SECONDS


class Confined:
    """One warm child that works for one caller, call after call; one that was stopped is replaced.

    Calls may be sent ahead, so that the child works on while its caller does something else. They must be small (hand
    over paths rather than contents), for a pipe holds no more than 64 kB.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._sent: deque[Call] = deque()
        self._first: Call | None = None
        self._owner = os.getpid()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def ahead(self) -> int:
        """How many calls are sent whose values were not received."""
        return len(self._sent)

    def close(self) -> None:
        """Ends the child; calls that were sent are sent again to the next one."""
        child, self._child = self._child, None
        # After a fork the child is somebody else's.
        if child is None or self._owner != os.getpid():
            self._owner = os.getpid()
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                pipe.close()

    def call(self, function: str, *arguments: Any, **named: Any) -> Iterator[Any]:
        """Sends one call and receives its values."""
        self.send(Call(function, arguments, named))
        return self.receive()

    def tell(self, call: Call) -> None:
        """Makes this the first call of the child, and of each that takes its place; its values are dropped.

        It may be large. Nothing may be sent ahead.
        """
        self._first = call
        if self._child is not None and self._child.poll() is None:
            self._be_told(self._child)

    def _be_told(self, child: subprocess.Popen[bytes]) -> None:
        if self._first:
            _send(child.stdin, pickle.dumps(self._first))
            while _receive(child.stdout, START)[0] == _PART:
                pass

    def send(self, call: Call) -> None:
        child = self._running()
        self._sent.append(call)
        # A child that died is noticed when its answer is awaited.
        with suppress(OSError):
            _send(child.stdin, pickle.dumps(call))

    def receive(self) -> Iterator[Any]:
        """The values of the call sent first, as they come.

        Raises `UnreadableFile` where the function does, and `Stopped` where a limit or a failure ended it; what came
        before that stays good.
        """
        call = self._sent[0]
        try:
            child = self._running()
            while True:
                kind, value = _receive(child.stdout, call.seconds + PATIENCE)
                if kind != _PART:
                    break
                yield value
        except (OSError, EOFError) as error:
            self._sent.popleft()
            raise Stopped(self._cause()) from error
        except GeneratorExit:
            # The caller wants no more of this call, the child would go on with it.
            self._sent.popleft()
            self.close()
            raise
        self._sent.popleft()
        if kind == _REFUSED:
            raise UnreadableFile(value)
        if kind == _FAILED:
            raise Stopped(value)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
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
            _receive(self._child.stdout, START)
            self._be_told(self._child)
            for call in self._sent:
                _send(self._child.stdin, pickle.dumps(call))
        return self._child

    def _cause(self) -> Notice:
        """Why the child ended, as far as its end tells."""
        assert self._child
        try:
            ended: int | None = self._child.wait(timeout=1)
        except subprocess.TimeoutExpired:
            ended = None
        self.close()
        if ended in (None, -signal.SIGXCPU):
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


def _receive(pipe: IO[bytes] | None, seconds: float) -> tuple[int, Any]:
    assert pipe
    kind, length = _HEADER.unpack(_exactly(pipe, _HEADER.size, seconds))
    return kind, _Records(io.BytesIO(_exactly(pipe, length, seconds))).load()


def _exactly(pipe: IO[bytes], length: int, seconds: float) -> bytes:
    """So many bytes of an unbuffered pipe; raises EOFError where it is silent for too long or at its end."""
    found = bytearray()
    while len(found) < length:
        if not select.select([pipe], [], [], seconds)[0]:
            raise EOFError
        piece = pipe.read(length - len(found))
        if not piece:
            raise EOFError
        found += piece
    return bytes(found)


def _send(pipe: IO[bytes] | None, body: bytes) -> None:
    assert pipe
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
        try:
            for value in _work(call):
                _answer(answers, _PART, value)
            _answer(answers, _END, None)
        except UnreadableFile as error:
            _answer(answers, _REFUSED, error.notice)
        except MemoryError:
            _answer(answers, _FAILED, _("Reading it needs too much memory and was stopped."))
        except Exception as error:
            kind = type(error).__name__
            _answer(answers, _FAILED, _("Newsdesk failed on this file (%(error)s). Please report it.", error=kind))


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
    _answer(answers, _END, None)
    _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
