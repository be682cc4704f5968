"""`make bench`: how quickly the findings come, and the index grows. It prints and never judges: machines differ."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from time import process_time

from articles.analysis import analyse
from tests.measures.comparing_pages import comparing_pages
from tests.measures.incoming import incoming
from tests.measures.indexing import indexing
from tests.measures.judging_pages import judging
from tests.measures.linking import linking
from tests.measures.searching import searching
from tests.measures.texts import KINDS, articles_of, written_languages
from tests.measures.utterance_page import utterance

ARTICLE = 300
"""Words of an article."""
ARTICLES_A_SECOND = 150
SECONDS_A_MB = 7.0
"""What one core should do at least, and need at most for a million characters."""
LONG_ENOUGH = 1.0
"""Seconds for which a speed is measured."""
SIZES = tuple(15_625 * 2**doubling for doubling in range(7))
"""Characters, up to a million."""
_PUBLISHED = date(2026, 6, 10)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("benches", nargs="*", help="all without any")
    parser.add_argument("--kind", default="", help="only the kinds of text whose name holds this")
    options = parser.parse_args()
    for name in options.benches or BENCHES:
        BENCHES[name](options.kind)
        print()


def speed(_kind: str) -> None:
    """Articles a second, all findings included, in each language."""
    print(f"Analysis: articles of {ARTICLE} words a second on one core; at least {ARTICLES_A_SECOND} in all")
    count = characters = 0
    seconds = 0.0
    for language in written_languages():
        texts = tuple(articles_of(language, ARTICLE))
        if not texts:
            continue
        analyse(texts[0], language, _PUBLISHED)
        begin, done, length = process_time(), 0, 0
        while process_time() - begin < LONG_ENOUGH:
            text = texts[done % len(texts)]
            analyse(text, language, _PUBLISHED)
            done, length = done + 1, length + len(text)
        taken = process_time() - begin
        print(f"  {language}  {done / taken:7.0f} articles  {length / taken / 1000:7.0f} thousand characters")
        count, characters, seconds = count + done, characters + length, seconds + taken
    if seconds:
        print(f"  all {count / seconds:7.0f} articles  {characters / seconds / 1000:7.0f} thousand characters")


def growth(kind: str) -> None:
    """Seconds for texts of growing length: linear is a factor of 2 from one length to the next."""
    print(f"Analysis: seconds by thousands of characters; at most {SECONDS_A_MB:g} for the longest, and about twice as")
    print("long for twice the text (the factor is that of the last doubling)")
    print(" " * 30 + "".join(f"{size // 1000:>8}" for size in SIZES) + "  factor")
    for name, (language, text) in KINDS.items():
        if kind not in name:
            continue
        seconds = [_timed(text(size), language) for size in SIZES]
        cells = "".join(f"{one:8.3f}" for one in seconds)
        slow = "  slow" if seconds[-1] > SECONDS_A_MB else ""
        print(f"  {name:<28}{cells}{seconds[-1] / max(seconds[-2], 1e-6):8.1f}{slow}")


def _timed(text: str, language: str) -> float:
    begin = process_time()
    analyse(text, language, _PUBLISHED)
    return process_time() - begin


def _incoming(_kind: str) -> None:
    incoming()


def _searching(_kind: str) -> None:
    searching()


def _pages(_kind: str) -> None:
    utterance()
    judging()
    comparing_pages()


BENCHES: dict[str, Callable[[str], None]] = {
    "speed": speed,
    "growth": growth,
    "indexing": indexing,
    "incoming": _incoming,
    "searching": _searching,
    "linking": linking,
    "pages": _pages,
}


if __name__ == "__main__":
    main()
