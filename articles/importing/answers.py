"""What passes between a process that works on files and its confined child: calls one way, values the other.

The parent trusts nothing that comes back: answers are unpickled by an unpickler that knows the records, dates and
decimals, and nothing else.
"""

from __future__ import annotations

import io
import pickle
import select
import struct
from dataclasses import dataclass, field
from typing import IO, Any

from articles import records
from articles.records import Notice
from articles.records import Notice as _

CPU_SECONDS = 20.0
LARGEST = 256 * 1024 * 1024
"""Bytes of one value; the largest file inside a file is smaller."""
PART, END, REFUSED, FAILED, SPENT = range(5)
"""What an answer is: one value of a call, its end, or another end with a notice; after SPENT the child ends, too."""
_HEADER = struct.Struct("!BQ")
_HARMLESS = {("datetime", "date"), ("decimal", "Decimal"), ("articles.records.texts", "_notice")}


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


class Garbled(Exception):
    """An answer that is none."""


def failure(error: Exception) -> Notice:
    return _("Newsdesk failed on this file (%(error)s). Please report it.", error=type(error).__name__.strip("_"))


class _Records(pickle.Unpickler):
    """Knows the classes that answers are made of, and nothing that could act."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("articles.records.") and name in records.__all__:
            return getattr(records, name)
        if (module, name) in _HARMLESS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def receive(pipe: IO[bytes] | None, seconds: float) -> tuple[int, Any]:
    assert pipe
    kind, length = _HEADER.unpack(_exactly(pipe, _HEADER.size, seconds))
    if length > LARGEST:
        raise Garbled
    body = _exactly(pipe, length, seconds)
    try:
        return kind, _Records(io.BytesIO(body)).load()
    except Exception as error:
        raise Garbled from error


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


def send(pipe: IO[bytes] | None, body: bytes) -> None:
    assert pipe
    view = memoryview(body)
    while view:
        view = view[pipe.write(view) :]


def answer(pipe: IO[bytes], kind: int, value: Any) -> None:
    body = pickle.dumps(value)
    pipe.write(_HEADER.pack(kind, len(body)) + body)
    pipe.flush()
