"""The import as a whole: files to rows, index and links, in a desk of its own; how quickly, in how much memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.measures.synthetic import articles

ROOT = Path(__file__).parents[2]
SIZES = (2_000, 20_000)
WANTED, KEPT, MEMORY, PAGE = 60, 0.7, 1.5, 1.0
"""Files a second, the share of that rate at the larger size, gigabytes of all processes, seconds of a page."""
PORT = 8765


def incoming(sizes: tuple[int, ...] = SIZES, words: int = 300) -> None:
    """Imports so many synthetic files by `importarticles`, each size into an empty desk."""
    print(f"Import: text files of {words} words, everything included; at least {WANTED} a second, below {MEMORY} GB")
    rates: list[float] = []
    for size in sizes:
        with TemporaryDirectory() as folder, _desk(Path(folder)) as environment:
            files = Path(folder) / "files"
            files.mkdir()
            for name, text in articles(size, words):
                (files / name).write_text(text, encoding="utf-8")
            pages = _Pages(_printed(environment, _READER))
            begin, used = monotonic(), _processor_time()
            process = _run(environment, "importarticles", str(files), out=subprocess.DEVNULL)
            peak = 0
            while process.poll() is None:
                peak = max(peak, _memory(process.pid))
                sleep(0.25)
            seconds, used = monotonic() - begin, _processor_time() - used
            slowest = pages.stop()
            rates.append(size / seconds)
            counted = _printed(environment, _COUNT)
            print(
                f"  {size:6} files  {rates[-1]:6.1f} a second  {seconds:7.1f} s  {peak / 2**30:5.2f} GB  "
                f"{1000 * used / size:.1f} ms of processor time a file  "
                f"page at most {slowest:.2f} s (wanted {PAGE:g})  {counted}"
            )
    if len(rates) > 1:
        print(f"  the last rate is {rates[-1] / rates[0]:.2f} of the first (wanted {KEPT:g})")


_COUNT = (
    "from articles.models import *;"
    "print('articles', Article.objects.count(), 'statements', Statement.objects.count(),"
    " 'links', Link.objects.count(), 'copies', Copy.objects.count())"
)


@contextmanager
def _desk(folder: Path) -> Iterator[dict[str, str]]:
    """An empty desk that is served meanwhile."""
    environment = {**os.environ, "NEWSDESK_DATA_DIR": str(folder / "desk")}
    environment.pop("DATABASE_URL", None)
    _run(environment, "migrate", "--verbosity", "0").wait()
    server = _run(environment, "shell", "-c", _SERVE)
    try:
        yield environment
    finally:
        server.terminate()
        server.wait()


_READER = (
    "from django.contrib.auth import login;"
    "from django.contrib.sessions.backends.db import SessionStore;"
    "from django.http import HttpRequest;"
    "from articles.models import User;"
    "request = HttpRequest(); request.session = SessionStore();"
    "login(request, User.objects.create_user('jo'), 'django.contrib.auth.backends.ModelBackend');"
    "request.session.save(); print(request.session.session_key)"
)
"""Lets a journalist in; prints the key of the session."""
_SERVE = (
    "from waitress import serve; from newsdesk.wsgi import application; from articles.search.glossary import shipped;"
    f"shipped(); serve(application, port={PORT})"
)
"""As `servedesk` does it, which has made the glossary and opened the index before the first page is asked for."""


def _run(environment: dict[str, str], *arguments: str, out: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """A command of the desk; whoever does not read what it prints must send that away, or a full pipe stops it."""
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.DEVNULL)


def _printed(environment: dict[str, str], code: str) -> str:
    """The last line that some code prints."""
    return _run(environment, "shell", "-c", code).communicate()[0].decode().strip().splitlines()[-1]


class _Pages:
    """Searches each second as somebody who is logged in, and remembers the slowest page."""

    def __init__(self, session: str) -> None:
        self.slowest = 0.0
        self._headers = {"Cookie": f"sessionid={session}"}
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._ask)
        self._thread.start()

    def _ask(self) -> None:
        while not self._stopping.wait(1.0):
            begin = monotonic()
            try:
                page = urllib.request.Request(f"http://127.0.0.1:{PORT}/?q=kapal", headers=self._headers)
                assert urllib.request.urlopen(page, timeout=30).url == page.full_url, "not let in"
            except OSError:
                continue
            self.slowest = max(self.slowest, monotonic() - begin)

    def stop(self) -> float:
        self._stopping.set()
        self._thread.join()
        return self.slowest


def _processor_time() -> float:
    """Of all children that have ended: two cores that nobody else uses give 1000 / WANTED * 2 ms a file."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(process: int) -> int:
    """Bytes of proportional memory of a process and of all below it."""
    total, found = 0, [process]
    while found:
        one = found.pop()
        try:
            children = Path(f"/proc/{one}/task/{one}/children").read_text().split()
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        found += map(int, children)
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


if __name__ == "__main__":
    incoming(tuple(map(int, sys.argv[1:])) or SIZES)
