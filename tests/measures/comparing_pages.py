"""Two articles side by side, and the map of an event: how long their pages take, in a desk of their own."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

ROOT = Path(__file__).parents[2]
SENTENCES, ARTICLES = 100, 60
TOLD, OUTLETS, DAYS, LANGUAGES = 40, 24, 9, ("id", "ms", "en", "fa", "ar")
WORDS = (
    "kapal",
    "dermaga",
    "gudang",
    "tali",
    "jangkar",
    "muatan",
    "awak",
    "mercusuar",
    "teluk",
    "arus",
    "karang",
    "layar",
)
REPEATS = 5


def comparing_pages() -> None:
    """Prints the milliseconds of both pages: articles of 100 and 2,000 sentences, an event of 60 articles."""
    print("Pages: milliseconds of processor time, the best of five, from the request to the whole answer")
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "NEWSDESK_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "newsdesk.settings"}
        environment.pop("DATABASE_URL", None)
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
        subprocess.run([sys.executable, "-c", _RUN], cwd=ROOT, env=environment, check=True)


_RUN = "import django; django.setup(); from tests.measures import comparing_pages as one; one.measure()"


def measure() -> None:
    """What `comparing_pages` runs in a process that knows the desk."""
    browser = _browser()
    for sentences in (SENTENCES, 20 * SENTENCES):
        a, b = pair(sentences)
        _print(f"two articles of {sentences} sentences side by side", browser, f"/compare/{a}/{b}/")
    _print(f"the map of an event of {ARTICLES} articles", browser, f"/events/{event(ARTICLES)}/")


def _print(what: str, browser: Any, address: str) -> None:
    times = []
    for _ in range(REPEATS):
        begin = process_time()
        answer = browser.get(address)
        times.append(1000 * (process_time() - begin))
        assert answer.status_code == 200, answer.status_code
    print(f"  {what:<52}{min(times):7.0f} ms  {len(answer.content) // 1000:5} kB")


def _browser() -> Any:
    from django.conf import settings
    from django.test import Client

    from articles.models import User

    settings.ALLOWED_HOSTS = ["testserver"]
    browser = Client()
    browser.force_login(User.objects.create_user("measure"))
    return browser


def pair(sentences: int) -> tuple[int, int]:
    """Two articles, the second a rewriting of the first: a third of it left out, words changed, a passage moved."""
    dice = random.Random(sentences)
    first = [_sentence(dice) for _ in range(sentences)]
    second = [" ".join(word for word in one.split() if dice.random() < 0.8) for one in first if dice.random() < 0.7]
    at = len(second) // 3
    second = [*second[at:], *second[:at]]
    return _article(_paragraphs(first), 0, "id"), _article(_paragraphs(second), 1, "id")


def _sentence(dice: random.Random) -> str:
    return " ".join(f"{dice.choice(WORDS)}{dice.randrange(400)}" for _ in range(18)).capitalize() + "."


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def event(size: int) -> int:
    """So many articles that report some of the same acts of speech; every fifth link tells of a disagreement."""
    from articles.models import Link, Statement, Utterance

    dice = random.Random(size)
    articles = [_article(_paragraphs([_sentence(dice) for _ in range(20)]), n, LANGUAGES[n % 5]) for n in range(size)]
    for told in range(TOLD):
        utterance = Utterance.objects.create()
        by = sorted(dice.sample(articles, min(size, 2 + int(dice.expovariate(0.15)))))
        reports = Statement.objects.bulk_create(
            Statement(
                article_id=one, type="quote", kind="direct", start=told, end=told + 30, text="kapal " * 5,
                speaker_name="Rahma Wibowo", utterance=utterance,
            )
            for one in by
        )  # fmt: skip
        Link.objects.bulk_create(
            Link(
                a=reports[0], b=other, relation="same", conflicts=[] if dice.random() < 0.8 else [["number", "1", "2"]]
            )
            for other in reports[1:]
        )
    return articles[0]


def _article(text: str, number: int, language: str) -> int:
    from articles.models import Article, Original, Outlet

    made = Original.objects.count()
    article = Article.objects.create(
        original=Original.objects.create(sha256=f"{made:064x}", size=1),
        outlet=Outlet.objects.get_or_create(name=f"Outlet {number % OUTLETS}")[0],
        published=date(2026, 6, 1) + timedelta((number * 7) % DAYS),
        language=language,
        file="kapal.txt",
        title=f"Kapal {number}",
        text=text,
    )
    return int(article.pk)


if __name__ == "__main__":
    comparing_pages()
