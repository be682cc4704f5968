"""`make bench`, the entry `linking`: what links a new article takes against a large archive, and what it finds.

`python -m tests.measures.linking --large` measures a million statements after the hundred thousand; `--sizes` others.
Each size has a desk of its own on SQLite, which goes afterwards; building and asking are processes of their own.
`--whole` lets `proposelinks` run over the archive as well, which takes minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

import django

from tests.measures.said import store
from tests.measures.spoken import REPORTS, SAID, languages, report, spoken

SIZES, LARGE = (100_000,), (100_000, 1_000_000)
"""Statements."""
NEW, FIRST = 140, 40
"""New articles, and how many of them come before time is taken: a process that imports has read words before."""
PLANTED, WITHIN = 5, 6
"""Statements of a new article that are reports of some in the archive, and the days that these come later at most."""
WANTED, RATIO, MEMORY, RECALL = 150, 2.5, 1.5, 0.95
"""Milliseconds for the smallest archive, how much more for the largest, gigabytes, the share of reports found."""
TOOK = "took.json"


@dataclass(frozen=True, slots=True)
class Planted:
    """A statement of a new article, the statement of the archive that it reports, and how."""

    new: int
    old: int
    way: str


def linking(kind: str = "", sizes: tuple[int, ...] = SIZES, whole: bool = False) -> None:
    """Builds and asks archives of these sizes; only the ways to report that have `kind` in their name are planted."""
    print(
        f"Links: a new article of {SAID} statements, {PLANTED} of them reports of earlier ones; at most {WANTED} ms, "
        f"{RATIO:g} times that for ten times the archive, below {MEMORY:g} GB, {RECALL:.0%} found",
        flush=True,
    )
    took: list[float] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as desk:
            database = f"sqlite:///{desk}/newsdesk.sqlite3"
            environment = {**os.environ, "NEWSDESK_DATA_DIR": desk, "DATABASE_URL": database}
            for step in STEPS if whole else list(STEPS)[:-1]:
                command = [sys.executable, "-m", "tests.measures.linking", "--step", step, "--sizes", str(size)]
                subprocess.run([*command, "--kind", kind], env=environment, check=True)
            took.append(json.loads((Path(desk) / TOOK).read_text()))
    if len(took) > 1:
        print(f"  the last takes {took[-1] / took[0]:.2f} times as long as the first (wanted {RATIO:g})", flush=True)


def build(size: int, _kind: str) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    clock = perf_counter()
    store(size)
    print(f"  {size:,} statements: built in {perf_counter() - clock:.0f} s", flush=True)


def ask(size: int, kind: str) -> None:
    """New articles one by one, as an import brings them, and what is found of their reports."""
    from articles import ingest
    from articles.ingest.comparable import records
    from articles.ingest.keys import renew
    from articles.linking import CANDIDATES
    from articles.models import Statement

    ways = [way for way in REPORTS if kind in way]
    taken: list[float] = []
    used: list[float] = []
    looked_at: dict[Planted, bool] = {}
    for number in range(NEW):
        article, planted = _plant(number, ways[number % len(ways)], size)
        clock, processor = perf_counter(), process_time()
        ingest.propose_links([article])
        taken.append(1000 * (perf_counter() - clock))
        used.append(1000 * (process_time() - processor))
        near = renew(records(Statement.objects.filter(article=article)))
        looked_at |= {one: one.old in near[one.new][:CANDIDATES] for one in planted}
    print(
        f"    half of the articles in {median(taken[FIRST:]):.0f} ms, 95 % in {quantiles(taken[FIRST:], n=20)[18]:.0f} "
        f"ms (wanted {WANTED}), {median(used[FIRST:]):.0f} of them of the processor; {_memory():.2f} GB; the file has "
        f"{_file():.2f} GB",
        flush=True,
    )
    _tell("found", looked_at)
    _tell("linked", {one: _linked(one) for one in looked_at})
    (_folder() / TOOK).write_text(json.dumps(median(taken[FIRST:])))


def whole(size: int, _kind: str) -> None:
    """Links among all statements."""
    from articles import ingest

    clock = perf_counter()
    found = ingest.propose_links()
    print(f"    all compared in {perf_counter() - clock:.0f} s: {found:,} links; {_memory():.2f} GB", flush=True)


STEPS: dict[str, Callable[[int, str], None]] = {"build": build, "ask": ask, "whole": whole}


def _plant(number: int, way: str, size: int) -> tuple[int, list[Planted]]:
    """A new article: some statements report those of an article of the archive, the others nobody has made before."""
    from articles.models import Article, Original, Statement

    dice, of = random.Random(-1 - number), size // SAID
    while not languages(way, (said := spoken(source := dice.randrange(of), of))[0].language):
        pass
    language = dice.choice(languages(way, said[0].language))
    places = dice.sample(range(SAID), PLANTED)
    fresh = list(spoken(of + number, of)[PLANTED:])
    reports = [report(said[place], way, language, dice) for place in places]
    article = Article.objects.create(
        original=Original.objects.create(sha256=f"{of + number + 1:064x}", size=1),
        file=f"{of + number + 1}.txt",
        language=language,
        text="x",
        published=said[0].published + timedelta(dice.randint(0, WITHIN)),
    )
    rows = Statement.objects.bulk_create(
        Statement(
            article=article,
            type="quote",
            kind=one.kind,
            start=100 * place,
            end=100 * place + 99,
            text=one.text,
            speaker_id=one.speaker + 1,
            speaker_name=one.speaker_name,
        )
        for place, one in enumerate([*reports, *fresh])
    )
    old = [source * SAID + place + 1 for place in places]
    return article.pk, [Planted(row.pk, other, way) for row, other in zip(rows, old, strict=False)]


def _linked(one: Planted) -> bool:
    from articles.models import Link

    return bool(Link.objects.between(one.new, one.old).exists())


def _tell(what: str, found: Mapping[Planted, bool]) -> None:
    """The share of the reports, by the way in which they were told, and of all."""
    ways: dict[str, list[bool]] = defaultdict(list)
    for one, is_found in found.items():
        ways[one.way].append(is_found)
    cells = "  ".join(f"{way} {_share(hits)}" for way, hits in ways.items())
    print(f"    {what}: {cells}  all {_share(found.values())} (wanted {RECALL:.0%})", flush=True)


def _share(hits: Collection[bool]) -> str:
    return f"{sum(hits) / len(hits):.0%}"


def _folder() -> Path:
    return Path(os.environ["NEWSDESK_DATA_DIR"])


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _file() -> float:
    return sum(path.stat().st_size for path in _folder().glob("newsdesk.sqlite3*")) / 2**30


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measures.linking")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--large", action="store_const", dest="sizes", const=LARGE)
    parser.add_argument("--kind", default="")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--step", choices=STEPS)
    options = parser.parse_args()
    if options.step:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
        django.setup()
        STEPS[options.step](options.sizes[0], options.kind)
    else:
        linking(options.kind, tuple(options.sizes), options.whole)


if __name__ == "__main__":
    main()
