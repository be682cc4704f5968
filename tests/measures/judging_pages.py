"""What an editor waits for while judging links, and a reader for the page of somebody who is quoted often.

Told is the time of the processor, which is the wait where nobody else works on the machine, and behind it the wait.

`python -m tests.measures.judging_pages` measures in a desk of its own, which goes afterwards.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from itertools import combinations
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

import django
from django.core.management import call_command

WAITING, SAID = 2_000, 20_000
"""Links that wait, and statements of the one who is quoted most; all of these wait to be judged, too."""
REPORTS = 5
"""Reports of an utterance, each pair of which is proposed."""
OUTLETS = 20
JUDGED = 60
"""Pairs that are judged, with all verdicts in turn."""
WANTED, PAGE = 100, 300
"""Milliseconds for a judged pair with the next one, and for a page of the person."""
Taken = tuple[float, float]
"""Milliseconds of the processor, and of waiting."""
FIRST_DAY = date(2021, 1, 4)
SENTENCE = "{place} akan membuka {count} pelabuhan baru untuk kapal dagang dari {place} sebelum musim hujan datang"
PLACES = ("Ambon", "Medan", "Kupang", "Bitung", "Sorong", "Ternate", "Padang")


def judging(waiting: int = WAITING, said: int = SAID) -> None:
    """Both measures, in a process of their own."""
    print(f"Judging: {waiting:,} links wait, {said:,} statements of one person", flush=True)
    with tempfile.TemporaryDirectory() as desk:
        database = f"sqlite:///{desk}/newsdesk.sqlite3"
        environment = {**os.environ, "NEWSDESK_DATA_DIR": desk, "DATABASE_URL": database}
        command = [sys.executable, "-m", "tests.measures.judging_pages", str(waiting), str(said), "here"]
        subprocess.run(command, env=environment, check=True)


def _measure(waiting: int, said: int) -> None:
    call_command("migrate", verbosity=0)
    person = _store(waiting, said)
    client = _editor()
    _judge(client)
    for name, asked in _ASKED.items():
        times = [_timed(lambda asked=asked: client.get(f"/people/{person}/", asked))[0] for _ in range(6)]
        print(f"  person, {name:<24} {_told(times[1:])} (wanted {PAGE})", flush=True)


_ASKED: dict[str, dict[str, str]] = {
    "the page": {},
    "a word": {"q": "pelabuhan"},
    "an outlet": {"outlet": "1"},
    "a language and page 40": {"language": "id", "page": "40"},
}


def _judge(client: Any) -> None:
    """Pairs as the keys judge them: each answer brings the next pair."""
    html = client.get("/review/", {"kind": "link"}).content.decode()
    times: list[Taken] = []
    undone: list[Taken] = []
    for turn in range(JUDGED):
        verdict = ("confirm", "confirm", "reject", "paraphrase")[turn % 4]
        asked = {**_shown(html), "verdict": verdict}
        taken, html = _timed(lambda asked=asked: _post(client, "/review/?kind=link", asked))
        times.append(taken)
        if turn % 10 == 9:
            taken, html = _timed(lambda: _post(client, "/undo/", {"next": "/review/?kind=link"}, follow=True))
            undone.append(taken)
    slow = quantiles((processor for processor, _waited in times), n=20)[18]
    print(f"  judged pair and the next: half in {_told(times)}, 95 % in {slow:.0f} ms (wanted {WANTED})")
    print(f"  undo and the pair again:  half in {_told(undone)}", flush=True)


def _told(times: list[Taken]) -> str:
    processor, waited = (median(one) for one in zip(*times, strict=True))
    return f"{processor:4.0f} ms (waited {waited:.0f})"


def _shown(html: str) -> dict[str, str]:
    """What the form of the pair that is shown would send."""
    return dict(re.findall(r'name="(at|version)" value="(\w+)"', html))


def _post(client: Any, address: str, data: dict[str, str], follow: bool = False) -> Any:
    return client.post(address, data, follow=follow, headers={"HX-Request": "true"})


def _timed(asking: Any) -> tuple[Taken, str]:
    used, clock = process_time(), perf_counter()
    page = asking()
    html: str = page.content.decode()
    taken = 1000 * (process_time() - used), 1000 * (perf_counter() - clock)
    assert page.status_code == 200, page.status_code
    return taken, html


def _editor() -> Any:
    from django.test import Client

    from articles.models import User

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_user("jo", role="editor"))
    return client


def _store(waiting: int, said: int) -> int:
    """Articles by the handful, of which each tells the same utterances of one person; returns that person's id."""
    from articles.models import Article, Link, NameSpelling, Original, Outlet, Person, Statement, Utterance

    person = Person.objects.create(name="Rahma Wibowo")
    NameSpelling.objects.create(person=person, spelling=person.name, key=person.name.casefold())
    outlets = Outlet.objects.bulk_create(Outlet(name=f"Outlet {number}") for number in range(OUTLETS))
    handfuls = said // (REPORTS * REPORTS)
    words = [[_words(handful, turn) for turn in range(REPORTS)] for handful in range(handfuls)]
    originals = Original.objects.bulk_create(
        Original(sha256=f"{number:064x}", size=1) for number in range(handfuls * REPORTS)
    )
    articles = Article.objects.bulk_create(
        Article(
            original=original,
            file=f"{number}.txt",
            language="id" if number % 3 else "ms",
            title=f"Kapal ke-{number}",
            text=_text(words[number // REPORTS]),
            outlet=outlets[number % OUTLETS],
            published=FIRST_DAY + timedelta(number // REPORTS * 2 % 1_800),
        )
        for number, original in enumerate(originals)
    )
    utterances = Utterance.objects.bulk_create(Utterance() for _ in range(handfuls * REPORTS))
    statements = Statement.objects.bulk_create(
        Statement(
            article=article,
            type="quote",
            kind="direct",
            start=article.text.index(one),
            end=article.text.index(one) + len(one),
            text=one,
            speaker=person,
            speaker_name=person.name,
            role="menteri" if article.pk % 2 else "gubernur",
            utterance=utterances[number // REPORTS * REPORTS + turn],
        )
        for number, article in enumerate(articles)
        for turn, one in enumerate(words[number // REPORTS])
    )
    reports: dict[int, list[Any]] = {}
    for one in statements:
        reports.setdefault(one.utterance_id, []).append(one)
    found = (pair for these in reports.values() for pair in combinations(these, 2))
    Link.objects.bulk_create(
        Link(a=a, b=b, relation="same", score=0.7 + number % 30 / 100, reasons=[["same_speaker", person.name]])
        for number, (a, b) in zip(range(waiting), found, strict=False)
    )
    return int(person.pk)


def _words(handful: int, turn: int) -> str:
    return SENTENCE.format(place=PLACES[(handful + turn) % len(PLACES)], count=handful * REPORTS + turn)


def _text(words: list[str]) -> str:
    """A paragraph for each quote."""
    told = "Kapal itu tiba di dermaga pada pagi hari, dan para penumpang turun satu demi satu dengan tenang."
    return "\n".join(f"{told} “{one},” kata Rahma Wibowo. {told}" for one in words)


if __name__ == "__main__":
    if "here" in sys.argv:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
        django.setup()
        _measure(int(sys.argv[1]), int(sys.argv[2]))
    else:
        judging(*map(int, sys.argv[1:]))
