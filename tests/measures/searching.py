"""`make bench`, the entry `searching`: what search takes in a large archive, beside FTS5 and Tantivy in the same run.

`python -m tests.measures.searching 2000` measures one size in a desk of its own, which goes afterwards. Each step is a
process of its own. Medians of each class of queries are told:

- cold: `search.find` when it is asked for these words for the first time, in a process that has searched before;
- warm: the same again. It finds, ranks, counts and tells facets, months and matching statements;
- match: the matching and scoring of articles alone, after that, which is what the other engines do; see `rivals`.

A step by itself: `python -m tests.measures.searching ask 2000`, in the desk that NEWSDESK_DATA_DIR and DATABASE_URL
name and the steps before it have made.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import django
from django.core.management import call_command

from tests.measures.archive import SHARES, WORDS
from tests.measures.building import SAVE, build, rebuild, save_on
from tests.measures.newsroom import store, texts
from tests.measures.queries import OR, SAMPLE, WORD, Query, chosen
from tests.measures.rivals import FTS5, TANTIVY, Rival, Sqlite, rivals

SIZES = (20_000, 100_000)
AGAIN = 3
"""Times that each query is asked warm."""
MILLISECONDS = 15.0
"""What a warm query may take, but for the classes that may take what FTS5 takes."""
LIKE_FTS5 = (WORD, OR)
PAGE = {20_000: 150, 100_000: 250}
"""Milliseconds in which 95 % of the pages should be there."""
CACHE = 256
"""Megabytes at most."""
NEWSDESK, MATCH, RANKED = "Newsdesk", "match", "best 20"
VARIANTS: tuple[dict[str, str | int], ...] = (
    {},
    {"sort": "date"},
    {"language": "en"},
    {"said": 1},
    {"month": "2024-02"},
)
"""What else the address of a page asks for, in turn."""
Asking = Callable[[Query], int]
"""Asks an engine; returns how many articles it found."""


@dataclass(slots=True)
class Timed:
    """What one engine took for the queries of a class."""

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    found: list[int] = field(default_factory=list)

    def ask(self, asking: Asking, query: Query, turn: int) -> None:
        clock = perf_counter()
        found = asking(query)
        (self.warm if turn else self.cold).append(1000 * (perf_counter() - clock))
        if not turn:
            self.found.append(found)


def searching(sizes: tuple[int, ...] = SIZES) -> None:
    """All steps for each size."""
    for size in sizes:
        print(
            f"Search: {size:,} articles of {WORDS} words in {len(SHARES)} languages, {os.cpu_count()} cores", flush=True
        )
        with tempfile.TemporaryDirectory() as desk:
            database = f"sqlite:///{desk}/newsdesk.sqlite3"
            environment = {**os.environ, "NEWSDESK_DATA_DIR": desk, "DATABASE_URL": database}
            for step in STEPS:
                command = [sys.executable, "-m", "tests.measures.searching", step, str(size)]
                subprocess.run(command, env=environment, check=True)


def _store(size: int) -> None:
    call_command("migrate", verbosity=0)
    clock = perf_counter()
    store(size)
    print(f"  archive: stored in {perf_counter() - clock:.0f} s", flush=True)
    queries = chosen(text for _, _, text in texts(SAMPLE))
    (_folder() / "queries.json").write_text(
        json.dumps({kind: [one.words for one in queries[kind]] for kind in queries})
    )


def _fill(size: int) -> None:
    for name, rival in rivals().items():
        clock = perf_counter()
        rival.fill(_folder(), texts())
        print(f"  {name}: {size / (perf_counter() - clock):.0f} articles a second", flush=True)
    if TANTIVY not in rivals():
        print("  Tantivy is not installed here and is left out", flush=True)


def _folder() -> Path:
    return Path(os.environ["NEWSDESK_DATA_DIR"])


def _ask(_size: int) -> None:
    """The table: every query asked of every engine, one after the other."""
    queries, engines = _queries(), _engines()
    clock = perf_counter()
    engines[NEWSDESK](Query(WORD, ()))
    print(f"  a process opens the index and counts all facets in {perf_counter() - clock:.1f} s")
    _line("median ms", *(cell for name in engines for cell in (name, "")), "x FTS5", "", "found", "", "wanted")
    _line("", *("cold", "warm") * len(engines), NEWSDESK, MATCH, NEWSDESK, FTS5, "warm", "(cold: 5 times that)")
    for kind, these in queries.items():
        timed = {name: Timed() for name in engines}
        for turn in range(1 + AGAIN):
            for query in these:
                for name, asking in engines.items():
                    timed[name].ask(asking, query, turn)
        _tell(kind, timed)
    _tell_memory("of a process that searches, the other engines included")


def _tell(kind: str, timed: dict[str, Timed]) -> None:
    """One line of the table."""
    here, there = timed[NEWSDESK], timed[FTS5]
    fts5 = median(there.warm)
    times = [f"{median(taken):.1f}" for one in timed.values() for taken in (one.cold, one.warm)]
    ratios = [f"{median(timed[name].warm) / fts5:.1f}" for name in (NEWSDESK, MATCH)]
    found = [f"{median(one.found):.0f}" for one in (here, there)]
    wanted = fts5 if kind in LIKE_FTS5 else MILLISECONDS
    missed = sum(others > 0 == own for others, own in zip(there.found, here.found, strict=True))
    missing = [f"{missed} of {len(here.found)} queries found nothing here"] if missed else []
    _line(kind, *times, *ratios, *found, f"{wanted:.1f}", *missing)


def _line(first: str, *cells: str) -> None:
    print(f"  {first:<11}" + "".join(f"{cell:>9}" if len(cell) < 10 else f"  {cell}" for cell in cells), flush=True)


def _engines() -> dict[str, Asking]:
    """Every way to ask: Newsdesk's two, and the other engines."""
    from articles import search
    from articles.search.engine import engine
    from articles.search.finding import Search

    def match(query: Query) -> int:
        one, asked = Search(engine().view()), search.parse(query.text)
        return len(one.matches(asked, one.planner(asked)).documents)

    def of(rival: Rival) -> Asking:
        return lambda query: rival.find(query)[0]

    sqlite = Sqlite(_folder())
    return {
        NEWSDESK: _total,
        MATCH: match,
        **{name: of(rival(_folder())) for name, rival in rivals().items()},
        RANKED: lambda query: len(sqlite.best(query)),
    }


def _total(query: Query) -> int:
    """How many articles `find` finds; a search that broke down must not be timed."""
    from articles import search

    results = search.find(search.parse(query.text))
    assert results.available, "the index cannot be searched"
    return int(results.total)


def _queries() -> dict[str, list[Query]]:
    """Chosen once, in another process: what that needs must not count as memory of a search."""
    kept = json.loads((_folder() / "queries.json").read_text())
    return {kind: [Query(kind, tuple(words)) for words in these] for kind, these in kept.items()}


def _pages(size: int) -> None:
    """The page of each query as a journalist gets it, from the address to the last byte."""
    from django.test import Client

    from articles.models import User

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get_or_create(username="jo")[0])
    _page(client, {})
    queries = _queries()
    _total(queries[WORD][0])
    asked = [
        {"q": query.text, **VARIANTS[number % len(VARIANTS)]}
        for these in queries.values()
        for number, query in enumerate(these)
    ]
    for name in ("asked first", "asked again"):
        taken = quantiles([_page(client, one) for one in asked], n=20)
        print(f"  {len(asked)} pages {name}: half in {taken[9]:.0f} ms, 95 % in {taken[18]:.0f} ms{_wanted(size)}")
    _tell_memory("of a process that serves pages")


def _page(client: Any, asked: dict[str, str | int]) -> float:
    clock = perf_counter()
    page = client.get("/", asked)
    page.content.decode()
    taken = 1000 * (perf_counter() - clock)
    assert page.status_code == 200, page.status_code
    return taken


def _wanted(size: int) -> str:
    return f" (wanted {PAGE[size]})" if size in PAGE else ""


def _tell_memory(what: str) -> None:
    from articles.search.engine import engine

    memory, cache = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, engine().view().known
    kept = f"{cache.used / 2**20:.0f} of at most {cache.room / 2**20:.0f} MB (wanted {CACHE})"
    print(f"  memory {what}: {memory} MB; results kept for the next time: {kept}", flush=True)


STEPS: dict[str, Callable[[int], None]] = {
    "store": _store,
    "build": build,
    "rebuild": rebuild,
    "fill": _fill,
    "ask": _ask,
    "pages": _pages,
}


def main() -> None:
    """A step of a size in the desk of the environment, or all steps of sizes."""
    if sys.argv[1] == SAVE:
        save_on()
    elif sys.argv[1] in STEPS:
        STEPS[sys.argv[1]](int(sys.argv[2]))
    else:
        searching(tuple(map(int, sys.argv[1:])))


if __name__ == "__main__":
    if not sys.argv[1].isdigit():
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
        django.setup()
    main()
