"""Work on files that may be hostile, in a process of its own with limits on memory and time.

It is told none of the desk's secrets. It needs a POSIX system.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from articles.importing.answers import END, PART, REFUSED, SPENT, Call, Garbled, failure, receive, send
from articles.records import Notice, UnreadableFile
from articles.records import Notice as _

PATIENCE = 15.0
"""Seconds without an answer, beyond the processor time of a call, after which the child counts as hanging."""
SILENCE = 110.0
"""Seconds without an answer after which it counts as hanging in any case: no import is silent for two minutes."""
PIPE = 1 << 20
"""Bytes that the child may answer before anybody listens, on Linux: it works on while its caller stores."""
AHEAD = 32 * 1024
"""Bytes of calls sent ahead: a pipe holds 64 kB everywhere, and who writes to a full one waits for its reader."""
START = 60.0
"""Seconds in which a new child must be ready."""
_TOLD = {"PATH", "PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "HOME", "LANG", "TZ"}
"""What the child hears of the environment: what it needs to start."""


class Stopped(Exception):
    """The child died or was stopped at a limit; the notice says at which."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self.notice = notice


class Confined:
    """One warm child that works for one caller, call after call; one that was stopped is replaced.

    Calls may be sent ahead while there `has_room`, so that the child works on while its caller does something else.
    They must be small: hand over paths rather than contents.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._sent: deque[tuple[Call, bytes]] = deque()
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

    @property
    def has_room(self) -> bool:
        """Whether the child can be sent one more call ahead."""
        return sum(len(body) for _call, body in self._sent) < AHEAD

    @property
    def is_ready(self) -> bool:
        """Whether an answer has come, or the child is gone."""
        child = self._child
        return child is None or bool(child.stdout and select.select([child.stdout], [], [], 0)[0])

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
            send(child.stdin, pickle.dumps(self._first))
            while receive(child.stdout, START)[0] == PART:
                pass

    def send(self, call: Call) -> None:
        child, body = self._running(), pickle.dumps(call)
        self._sent.append((call, body))
        # A child that died is noticed when its answer is awaited.
        with suppress(OSError):
            send(child.stdin, body)

    def receive(self) -> Iterator[Any]:
        """The values of the call sent first, as they come.

        Raises `UnreadableFile` where the function does, and `Stopped` where a limit or a failure ended it; what came
        before that stays good.
        """
        call, _body = self._sent[0]
        child = self._running()
        try:
            while True:
                kind, value = receive(child.stdout, min(call.seconds + PATIENCE, SILENCE))
                if kind != PART:
                    break
                yield value
        except (OSError, EOFError) as error:
            self._sent.popleft()
            raise Stopped(self._cause()) from error
        except (Garbled, GeneratorExit) as error:
            # What else comes from this child is of no use.
            self._sent.popleft()
            self.close()
            if isinstance(error, GeneratorExit):
                raise
            raise Stopped(failure(error)) from error
        self._sent.popleft()
        if kind == REFUSED:
            raise UnreadableFile(value)
        if kind == SPENT:
            self.close()
        if kind != END:
            raise Stopped(value)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            self.close()
            self._child = _start()
            try:
                receive(self._child.stdout, START)
                self._be_told(self._child)
                for _call, body in self._sent:
                    send(self._child.stdin, body)
            except (OSError, EOFError) as error:
                # Not the fault of any file: they go on waiting.
                self.close()
                raise RuntimeError("The process that reads files does not start; memory may be short.") from error
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


def _start() -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if name in _TOLD or name.startswith("LC_")}
    return subprocess.Popen(
        [sys.executable, "-m", "articles.importing.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        pipesize=PIPE,
        env={**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        cwd=Path(__file__).resolve().parents[2],
    )
