"""`make bench`, the entry `utterance`: how long the page of an utterance takes, of many reports in several languages.

`python -m tests.measures.utterance_page measure` measures it in a desk of its own, which the entry makes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from statistics import median
from time import perf_counter, process_time
from typing import Any

import django
from django.core.management import call_command

REPORTS = 50
MILLISECONDS = 150.0
"""What the page should take at most."""
REPEATS = 15
MEASURE = "measure"
_PASSWORD = "reed-and-lantern-52"
_FIRST_DAY = date(2026, 6, 4)
OPENINGS = {
    "en": "“We closed {} of the 19 water gates at Tangier on 3 June. {}Nobody had warned the ferries,”",
    "id": "“Kami menutup {} dari 19 pintu air di Tangier pada 3 Juni. {}Tidak ada yang memperingatkan feri,”",
    "ms": "“Kami menutup {} daripada 19 pintu air di Tangier pada 3 Jun. {}Tiada sesiapa memberi amaran kepada feri,”",
    "ar": "«أغلقنا {} من أصل 19 بوابة مياه في طنجة يوم 3 يونيو. {}لم يحذر أحد العبارات»",
    "ru": "«Мы закрыли {} из 19 водных ворот в Танжере 3 июня. {}Никто не предупредил паромы»,",
    "tr": "“3 Haziran'da Tanca'daki 19 su kapısından {} tanesini kapattık. {}Kimse feribotları uyarmadı,”",
}
"""What was said, with places for a figure and for a sentence that only some reports have."""
BETWEEN = {
    "en": "The harbour stood still for 40 hours. ",
    "id": "Pelabuhan berhenti selama 40 jam. ",
    "ms": "Pelabuhan terhenti selama 40 jam. ",
    "ar": "توقف الميناء 40 ساعة. ",
    "ru": "Порт стоял 40 часов. ",
    "tr": "Liman 40 saat durdu. ",
}
SAID = {"en": "said", "id": "kata", "ms": "kata", "ar": "قال", "ru": "сказал", "tr": "dedi"}


def utterance(_kind: str = "") -> None:
    """The median of many visits, after the first; every two of the reports are linked."""
    print(f"Utterance: its page with {REPORTS} reports in {len(OPENINGS)} languages; at most {MILLISECONDS:g} ms")
    with tempfile.TemporaryDirectory() as desk:
        environment = {**os.environ, "NEWSDESK_DATA_DIR": desk, "DATABASE_URL": f"sqlite:///{desk}/newsdesk.sqlite3"}
        subprocess.run([sys.executable, "-m", "tests.measures.utterance_page", MEASURE], env=environment, check=True)


def measure() -> None:
    """Prints one line about a new desk."""
    call_command("migrate", verbosity=0)
    address, browser = store(REPORTS), editor()
    times, core = zip(*visits(browser, address), strict=True)
    size = len(browser.get(address).content) // 1000
    print(
        f"  median {median(times):.0f} ms, slowest {max(times):.0f} ms of {REPEATS} visits; "
        f"{median(core):.0f} ms of one core; {size} kB"
    )


def editor() -> Any:
    """A browser in which an editor is signed in: the page is largest for those who judge."""
    from django.test import Client

    from articles.models import Role, User

    browser = Client(SERVER_NAME="localhost")
    browser.force_login(User.objects.create_user("editor", password=_PASSWORD, role=Role.EDITOR))
    return browser


def visits(browser: Any, address: str) -> Iterator[tuple[float, float]]:
    """Milliseconds of each visit, and those of one core, but of the first, which opens glossary and stemmers."""
    browser.get(address)
    for _ in range(REPEATS):
        begin, core = perf_counter(), process_time()
        answer = browser.get(address)
        yield 1000 * (perf_counter() - begin), 1000 * (process_time() - core)
        assert answer.status_code == 200


def store(reports: int) -> str:
    """Makes an utterance of so many reports, each in an article of its own; its address."""
    from articles.models import Copy, Link, Person, Utterance

    person = Person.objects.create(name="Idris Benhaddou")
    made = [_report(number, person) for number in range(reports)]
    Link.objects.bulk_create(
        Link(a=a, b=b, relation="same" if a.article.language == b.article.language else "translation", score=0.9)
        for a, b in combinations(made, 2)
    )
    Copy.objects.bulk_create(
        Copy(a=a.article, b=b.article, share=0.8) for a, b in zip(made[::12], made[6::12], strict=False)
    )
    Utterance.objects.regroup(one.pk for one in made)
    return str(Utterance.objects.get().get_absolute_url())


def _report(number: int, person: Any) -> Any:
    """Every fourth names an agency, every third has a sentence more, every seventh another figure."""
    from articles.models import Article, Original, Outlet, Statement

    language = list(OPENINGS)[number % len(OPENINGS)]
    words = OPENINGS[language].format(12 if number % 7 else 15, BETWEEN[language] if number % 3 else "")
    paragraphs = [f"{words} {SAID[language]} Idris Benhaddou.", *[BETWEEN[language] * 3] * 12]
    article = Article.objects.create(
        original=Original.objects.create(sha256=f"{number:064x}", size=1),
        file=f"gates-{number}.txt",
        language=language,
        title=f"Gates {number}",
        text="\n\n".join(paragraphs),
        outlet=Outlet.objects.create(name=f"Outlet {number}"),
        published=_FIRST_DAY + timedelta(number // 8) if number % 11 else None,
    )
    return Statement.objects.create(
        article=article,
        type="quote",
        kind="direct",
        start=1,
        end=len(words) - 1,
        text=words[1:-1],
        speaker=person,
        speaker_name="Idris Benhaddou" if number % 2 else "Benhaddou",
        role="harbour master" if language == "en" else "",
        cue=SAID[language],
        said_on=date(2026, 6, 3 if number % 5 else 2),
        place="Tangier",
        occasion="press conference" if number % 2 else "",
        occasion_kind="press_conference" if number % 2 else "",
        addressee="reporters" if number % 6 == 0 else "",
        relayed_by="" if number % 4 else "Gulf Wire",
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    django.setup()
    if sys.argv[1:] == [MEASURE]:
        measure()
    else:
        utterance()
