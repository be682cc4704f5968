"""Functions that do to the process that reads files what poisoned files do: named by their path, they run in it."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articles.importing.reading import Part, parts_of_file
from articles.records import Flaw, Notice

POISON = "poison"
"""A file with this in its name is poisoned."""


def dies(path: str, name: str, **options: Any) -> Iterator[Part]:
    """Kills its process, as the kernel does when memory is short."""
    if POISON in name:
        os.kill(os.getpid(), signal.SIGKILL)
    yield from parts_of_file(path, name, **options)


def hangs(path: str, name: str, **options: Any) -> Iterator[Part]:
    """Never comes to an end."""
    while POISON in name:
        time.sleep(60)
    yield from parts_of_file(path, name, **options)


def fails(path: str, name: str, **options: Any) -> Iterator[Part]:
    """A mistake of ours."""
    if POISON in name:
        raise RuntimeError(path)
    yield from parts_of_file(path, name, **options)


def dies_behind_the_first(path: str, name: str, **options: Any) -> Iterator[Part]:
    """Gives what came first."""
    for part in parts_of_file(path, name, **options):
        yield part
        os.kill(os.getpid(), signal.SIGKILL)


def fails_to_analyse(text: str, *_others: Any) -> None:
    raise RuntimeError(text)


def connects(path: str, name: str, **options: Any) -> Iterator[Part]:
    """Asks somebody outside."""
    socket.create_connection(("127.0.0.1", 9), timeout=1).close()
    yield from parts_of_file(path, name, **options)


def starts_a_process(path: str, name: str, **options: Any) -> Iterator[Part]:
    subprocess.run(["true"], check=True)
    yield from parts_of_file(path, name, **options)


def writes(path: str, name: str, **options: Any) -> Iterator[Part]:
    """Leaves something behind; a file of no bytes is all that it can make."""
    Path(path).with_name("written").write_text("canary")
    yield from parts_of_file(path, name, **options)


def tells_a_secret(path: str, name: str, **options: Any) -> Iterator[Part]:
    """Reads what the desk keeps to itself."""
    yield Flaw(Notice(os.environ["NEWSDESK_SECRET_KEY"]))
