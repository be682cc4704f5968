"""How quickly the index of an archive is built, and how soon what somebody saves meanwhile is found."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from select import select
from statistics import median
from time import perf_counter

WANTED = 400
"""Articles a second."""
SOON = 5.0
"""Seconds from a save to a search that finds it."""
PAUSE = 1.0
"""Seconds between two saves."""
SAVE = "save"


def build(size: int) -> None:
    """Builds the index, in peace."""
    print(f"  index: {_rate(size):.0f} articles a second (wanted {WANTED})", flush=True)


def rebuild(size: int) -> None:
    """Builds it anew while an editor saves."""
    with _somebody_saving() as waited:
        rate = _rate(size)
    print(
        f"  index: {rate:.0f} articles a second while somebody saved {len(waited)} times; each was found after "
        f"{median(waited):.2f} s, at most {max(waited):.2f} s (wanted {SOON:g})",
        flush=True,
    )


def _rate(size: int) -> float:
    from articles import search

    clock = perf_counter()
    search.rebuild()
    return size / (perf_counter() - clock)


@contextmanager
def _somebody_saving() -> Iterator[list[float]]:
    """A process of its own that saves all the while; tells afterwards the seconds until each save was found."""
    command = [sys.executable, "-m", "tests.measures.searching", SAVE]
    waited: list[float] = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        yield waited
        waited += map(float, other.communicate()[0].split())


def save_on() -> None:
    """Saves one article after the other until the other side has enough; the first line says that it begins."""
    from articles.models import Article, Role, User

    editor, _ = User.objects.get_or_create(username="ed", role=Role.EDITOR)
    articles = Article.objects.order_by("pk").values_list("pk", flat=True)
    _seconds(articles[0], 0, editor)
    print("ready", flush=True)
    for number in count(1):
        print(_seconds(articles[number % len(articles)], number, editor), flush=True)
        if select([sys.stdin], [], [], PAUSE)[0]:
            break


def _seconds(article: int, number: int, editor: object) -> float:
    """From the save of a word in the title to the search that finds the article by it."""
    from articles import editing, search
    from articles.models import Article

    word = f"vorq{''.join(chr(97 + int(digit)) for digit in str(number))}"
    row = Article.objects.get(pk=article)
    clock = perf_counter()
    editing.correct_article(article, row.version, editor, {"title": f"{row.title} {word}"})
    found = False
    while not found:
        with suppress(search.IndexBusy):
            search.drain()
        found = article in [hit.article for hit in search.find(search.parse(word)).hits]
    return perf_counter() - clock
