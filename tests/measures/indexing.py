"""`make bench`, the entry `indexing`: articles that come into the index a second, and how long a search takes meanwhile.

`python -m tests.measures.indexing 2000` measures one size in a desk of its own, which the entry makes.
"""

from __future__ import annotations

import os
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from time import perf_counter, process_time

import django
from django.core.management import call_command

from tests.measures.texts import prose, written_languages

SIZES = (2_000, 20_000)
WORDS = 300
"""Of an article."""
STATEMENTS = 12
"""Of an article, each a sentence of it."""
NEW_WORDS = 0.3
"""Share of sentences with a word that shipped prose does not have: the words of an archive grow as it does."""
MILLISECONDS = 6.0
"""What an article should cost at most on one core."""
PAGE = 1.0
"""Seconds that a search may take while the index is written."""
AT_ONCE = 1_000
"""Articles stored before the index is drained."""
SEARCH = "search"


def indexing(_kind: str) -> None:
    """Articles a second at several sizes, drained in batches and rebuilt."""
    print(
        f"Index: articles of {WORDS} words; at most {MILLISECONDS:g} ms of one core each, a search at most {PAGE:g} s"
    )
    print(f"{'articles':>10}{'drained/s':>11}{'ms each':>9}{'searches':>10}{'slowest':>9}{'rebuilt/s':>11}{'MB':>7}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as desk:
            command = [sys.executable, "-m", "tests.measures.indexing", str(size)]
            database = f"sqlite:///{desk}/newsdesk.sqlite3"
            subprocess.run(command, env={**os.environ, "NEWSDESK_DATA_DIR": desk, "DATABASE_URL": database}, check=True)


def measure(size: int) -> None:
    """Prints one line about a new desk of so many articles."""
    from articles import search

    call_command("migrate", verbosity=0)
    search.drain()
    seconds = core = 0.0
    with somebody_searching() as told:
        for begin in range(0, size, AT_ONCE):
            store(range(begin, min(begin + AT_ONCE, size)))
            clock, cpu = perf_counter(), process_time()
            search.drain()
            seconds, core = seconds + perf_counter() - clock, core + process_time() - cpu
    clock = perf_counter()
    search.rebuild()
    rebuilt = size / (perf_counter() - clock)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    searches, slowest = told
    print(
        f"{size:>10}{size / seconds:>11.0f}{1000 * core / size:>9.1f}{searches:>10}{float(slowest):>9.2f}"
        f"{rebuilt:>11.0f}{memory:>7}",
        flush=True,
    )


@contextmanager
def somebody_searching() -> Iterator[list[str]]:
    """A process of its own that searches all the while; tells afterwards how often, and the seconds of the slowest."""
    command = [sys.executable, "-m", "tests.measures.indexing", SEARCH]
    told: list[str] = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        yield told
        told += other.communicate()[0].split()


def search_on() -> None:
    """Searches twice a second until the other side has enough."""
    from select import select

    from articles import search

    words = [sentence.split()[0] for language in written_languages() for sentence in _sentences(language)]
    count, slowest = 0, 0.0
    while not select([sys.stdin], [], [], 0.5)[0]:
        clock = perf_counter()
        search.find(search.parse(words[count % len(words)]))
        count, slowest = count + 1, max(slowest, perf_counter() - clock)
    print(count, round(slowest, 2))


def store(numbers: range) -> None:
    """Articles with these numbers, their statements and outbox entries, as an import would store them."""
    from articles.models import Article, Original, OutboxEntry, Statement

    originals = Original.objects.bulk_create(Original(sha256=f"{number:064x}", size=1) for number in numbers)
    texts = [_written(number) for number in numbers]
    articles = Article.objects.bulk_create(
        Article(
            original=one, file=one.sha256[-8:], language=language, title=sentences[0][:80], text=" ".join(sentences)
        )
        for one, (language, sentences) in zip(originals, texts, strict=True)
    )
    Statement.objects.bulk_create(
        Statement(article=article, type="claim", start=number, end=number + 1, text=sentence, speaker_name="Ann Lee")
        for article, (_, sentences) in zip(articles, texts, strict=True)
        for number, sentence in enumerate(sentences[:STATEMENTS])
    )
    OutboxEntry.objects.note(article.pk for article in articles)


def _written(number: int) -> tuple[str, list[str]]:
    """A language and the sentences of an article, the same for the same number."""
    dice = random.Random(number)
    language = dice.choice(written_languages())
    sentences: list[str] = []
    while sum(map(len, map(str.split, sentences))) < WORDS:
        sentence = dice.choice(_sentences(language))
        sentences.append(f"{sentence} {_invented(dice)}" if dice.random() < NEW_WORDS else sentence)
    return language, sentences


@cache
def _sentences(language: str) -> list[str]:
    sentences: list[str] = re.split(r"(?<=[.!?])\s+|\n", prose(language))
    return [sentence for sentence in sentences if len(sentence.split()) > 3]


def _invented(dice: random.Random) -> str:
    """A word: a few of them often, most of them once."""
    rank = int(dice.paretovariate(0.5)) % 3_000_000
    syllables = ("ka", "lo", "mi", "ta", "re", "su", "ne", "vo", "pi", "ra", "du", "sha", "ge", "bo", "li")
    word = "mar"
    while rank:
        rank, place = divmod(rank, len(syllables))
        word = syllables[place] + word
    return word.title() if dice.random() < 0.5 else word


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    django.setup()
    if sys.argv[1] == SEARCH:
        search_on()
    else:
        measure(int(sys.argv[1]))
