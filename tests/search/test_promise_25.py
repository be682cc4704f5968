"""Promise 25 of ../shared/TRUST.md: 500 hostile queries, each answered within 2 seconds, never an error."""

import random
import time
from collections.abc import Callable

import pytest
from django.test import Client

from articles import search
from articles.models import OutboxEntry, User
from articles.search.asking.fields import NAMES, OPERATORS
from tests.factories import make_article, make_person, make_quote

QUERIES = 500
ARTICLES = 40
SECONDS = 2.0
WORDS = (
    "kapal",
    "air",
    "laut",
    "Rahma",
    "Wibowo",
    "al",
    "a",
    "pelabuhan-pelabuhan",
    "Багери",
    "باقری",
    "海",
    "é" * 40,
    "2021-10",
    "\ud7ff",
)

Dice = random.Random


def some(dice: Dice, most: int = 12) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(1, most)))


def salad(dice: Dice) -> str:
    """The grammar's own pieces in any order."""
    pieces = [*WORDS, *OPERATORS, *(f"{name}:" for name in NAMES), *'()()""“”-|*~', "~2", "..", "…", " ", " "]
    return "".join(dice.choices(pieces, k=dice.randint(1, 120)))


def noise(dice: Dice) -> str:
    """Any code points at all."""
    return "".join(
        chr(dice.choice((dice.randrange(0x300), dice.randrange(0xD800), dice.randrange(0x10000, 0x110000))))
        for _ in range(dice.randint(1, 300))
    )


def nested(dice: Dice) -> str:
    """Groups within groups, up to their limit and far over it."""
    opening = dice.choice(("(", "(a OR ", "-(", "title:(kapal ", "(air | -(", "said:("))
    depth = dice.choice((5, 9, 10, 11, 60, 5000))
    return opening * depth + some(dice, 3) + ")" * dice.choice((depth, 0, 2 * depth))


def starred(dice: Dice) -> str:
    """Stars and tildes in all places, and what they match the most."""
    forms = ("{}*", "*{}", "*{}*", "{}~", "{}~9", "{0}*{0}", "-{}*", "title:{}*", "said:{}~", '"{}*"')
    stems = ("a", "ka", "kap", "pel", "men", "aaa", "kapal", "ب", "الب", "海海海")
    return dice.choice((" ", " OR ")).join(
        dice.choice(forms).format(dice.choice(stems)) for _ in range(dice.randint(1, 40))
    )


def near(dice: Dice) -> str:
    """Long phrases and far ones, of the commonest words."""
    return " ".join(f'"{some(dice, 20)}"~{dice.choice((0, 1, 2, 99, 10**30))}' for _ in range(dice.randint(1, 6)))


def excluded(dice: Dice) -> str:
    """Everything but everything."""
    return dice.choice((" ", " OR ")).join(
        f"{dice.choice('-−–')}{dice.choice(('', '-', 'title:', 'said:'))}{dice.choice(WORDS)}"
        for _ in range(dice.randint(1, 40))
    )


def valued(dice: Dice) -> str:
    """Fields with values that cannot be."""
    values = (
        "",
        "*",
        "0000",
        "9999-99-99",
        "..",
        "2021..2020",
        "٢٠٢١",
        "1" * 40,
        "%",
        "' OR 1=1 --",
        "\0",
        "<img src=x>",
        '"',
        "x" * 250,
        "(a OR b)",
    )
    return " ".join(f"{dice.choice([*NAMES])}:{dice.choice(values)}" for _ in range(dice.randint(1, 20)))


def foreign(dice: Dice) -> str:
    """What other engines would take for orders."""
    return dice.choice(
        (
            "[a TO z]",
            "{a TO *}",
            "*:*",
            "_exists_:text",
            "/(a+)+$/",
            "a^1000",
            "+a -b !c",
            "a && b || c",
            "NEAR(a b, 5)",
            "plain:kapal",
            "\\",
            "$where",
            "{{ 7*7 }}",
            "kapal~0.0001",
            "(?=(a+))a*b\\1",
        )
    )


def huge(dice: Dice) -> str:
    return dice.choice(("kapal ", "(", "a*", "-", '"', "OR ", "title:", "海", "\u0301")) * dice.choice((300, 5000))


KINDS: tuple[Callable[[Dice], str], ...] = (salad, noise, nested, starred, near, excluded, valued, foreign, huge, some)


@pytest.fixture
def archive(db: None) -> None:
    """A small archive in which the words of the queries are common."""
    dice = random.Random(1)
    speaker = make_person("Rahma Wibowo")
    for number in range(ARTICLES):
        words = " ".join(dice.choices(WORDS[:10], k=200))
        article = make_article(f"Kapal {number} tiba. “Kami siap {number},” kata Rahma Wibowo. {words}")
        make_quote(article, f"Kami siap {number}", speaker=speaker)
        OutboxEntry.objects.note([article.pk])
    search.drain()


class Timed:
    """`search.find` with a watch: what the page's last search took and gave."""

    seconds = 0.0
    results = search.SearchResults()

    def __call__(self, query: search.SearchQuery) -> search.SearchResults:
        started = time.perf_counter()
        self.results = search.find(query)
        self.seconds = time.perf_counter() - started
        return self.results


def test_promise_25_hostile_queries_are_answered_in_time(
    archive: None, journalist: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    timed = Timed()
    monkeypatch.setattr("articles.views.search.find", timed)
    monkeypatch.setattr("articles.views.search.HITS_A_PAGE", 3)
    browser = Client()
    browser.force_login(journalist)
    dice = random.Random(25)
    for number in range(QUERIES):
        text = KINDS[number % len(KINDS)](dice)
        asked = {"q": text, "said": "1"} if number % 3 == 0 else {"q": text}
        assert browser.get("/", asked).status_code == 200, text[:300]
        assert timed.results.available, f"The index failed for {text[:300]!r}"
        assert timed.seconds < SECONDS, f"{timed.seconds:.1f} s for {text[:300]!r}"
