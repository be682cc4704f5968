"""What ../shared/TRUST.md promises of the index: promises 2 to 6, each with the test that its table names."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connections

from articles import editing, search, tasks
from articles.models import Article, OutboxEntry, Person, Role, Statement, User
from articles.search import outbox
from articles.search.columns import ARTICLE, TYPES
from articles.search.engine import engine
from articles.search.whoosh_writer import Folder, Writer
from tests.factories import make_article, make_claim, make_person, make_quote

KILLS = 50
POINTS = (
    (outbox, "documents", False),
    (Writer, "drop", False),
    (Writer, "_flush_segment", False),
    (Writer, "_commit_toc", False),
    (Folder, "rename_file", False),
    (Folder, "rename_file", True),
    (Writer, "_commit_toc", True),
    (outbox, "_forget", False),
    (outbox, "_forget", True),
)
"""Where the indexer is killed: before or (True) after this function runs."""


def indexed() -> Counter[int]:
    """How often the index has each article."""
    view = engine().view()
    here = view.live & (view.columns.type == TYPES.index(ARTICLE))
    return Counter(view.columns.article[here].tolist())


def in_a_child(work: Callable[[], object]) -> int:
    """Starts the work in a process of its own; returns its id."""
    connections.close_all()
    child = os.fork()
    if not child:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return child


def killed(dice: random.Random) -> bool:
    """Drains in a child that is killed at a point, or after a moment; tells whether it was."""
    owner, name, after = dice.choice(POINTS)
    calls = dice.randint(1, 3)
    by_the_clock = dice.random() < 0.3

    def work() -> None:
        real, left = getattr(owner, name), [calls]

        def dying(*arguments: object) -> object:
            left[0] -= 1
            result = real(*arguments) if after or left[0] else None
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        if not by_the_clock:
            setattr(owner, name, dying)
        search.drain()

    child = in_a_child(work)
    if by_the_clock:
        time.sleep(dice.random() / 10)
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_promise_2_fifty_kills_of_the_indexer(real_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(2)
    monkeypatch.setattr(outbox, "BATCH", 4)
    deaths = 0
    for number in range(KILLS):
        new = [make_article(f"Kapal {number} {part} tiba. “Kami siap,” kata Rahma.") for part in range(3)]
        changed = dice.sample(list(Article.objects.all()), 8) if number > 2 else new
        for article in changed:
            article.text += f" Feri {number}."
            article.save()
        gone = dice.choice(changed)
        OutboxEntry.objects.note(article.pk for article in (*new, *changed))
        gone.delete()
        deaths += killed(dice)
        if number % 3 == 0:
            # What a search would see now: never an article twice.
            assert not search.is_usable() or max(indexed().values(), default=1) == 1
        search.drain()
        assert indexed() == Counter(Article.objects.values_list("pk", flat=True))
        assert not OutboxEntry.objects.exists()
    assert list(search.verify()) == []
    assert deaths > KILLS / 2


def test_promise_3_index_and_database_agree_after_500_random_operations(db: None) -> None:
    dice = random.Random(3)
    user = User.objects.create_user("ed", role=Role.ADMIN)
    operations = (add, delete, judge, correct, correct_article, mark, merge, part, undo, drain)
    done: Counter[str] = Counter()
    while done.total() < 500:
        operation = dice.choices(operations, weights=(6, 1, 6, 6, 3, 4, 2, 1, 2, 3))[0]
        try:
            operation(dice, user)
        except (editing.Refused, editing.UnknownSpeaker, IndexError):
            continue
        done[operation.__name__] += 1
    search.drain()
    assert list(search.verify()) == []
    assert indexed() == Counter(Article.objects.values_list("pk", flat=True))
    assert len(done) == len(operations)


NAMES = ("Rahma Wibowo", "R. Wibowo", "Ahmad Surya", "Ahmed Suria", "Lina Hartati")


def any_of(rows: object, dice: random.Random):
    return dice.choice(list(rows.order_by("pk")))


def add(dice: random.Random, user: User) -> None:
    number, name = Article.objects.count(), dice.choice(NAMES)
    article = make_article(f"Kapal {number} tiba. “Kami siap {number},” kata {name}.", title=f"Kapal {number}")
    speaker = Person.objects.filter(name=name).first() or make_person(name)
    make_quote(article, f"Kami siap {number}", speaker=speaker, speaker_name=name)
    make_claim(article, f"Kapal {number} tiba")
    OutboxEntry.objects.note([article.pk])


def delete(dice: random.Random, user: User) -> None:
    article = any_of(Article.objects, dice)
    OutboxEntry.objects.note([article.pk])
    article.delete()


def judge(dice: random.Random, user: User) -> None:
    statement = any_of(Statement.objects, dice)
    dice.choice((editing.confirm, editing.reject))(statement.pk, statement.version, user)


def correct(dice: random.Random, user: User) -> None:
    statement = any_of(Statement.objects.visible(), dice)
    tags = dice.sample(("laut", "dermaga", "penting"), dice.randint(0, 2))
    changes = {"speaker_name": dice.choice(NAMES)} if statement.type == "quote" else {"note": "?"}
    editing.correct(statement.pk, statement.version, user, changes, tags=tags, add_person=True)


def correct_article(dice: random.Random, user: User) -> None:
    article = any_of(Article.objects, dice)
    changes = {"outlet": dice.choice(("Suluh Timur", "Kabar Pesisir")), "title": f"Kapal {dice.randrange(9)}"}
    editing.correct_article(article.pk, article.version, user, changes)


def mark(dice: random.Random, user: User) -> None:
    article = any_of(Article.objects, dice)
    start = dice.randrange(len(article.text) - 6)
    editing.mark(article.pk, article.version, user, start, start + 6, dice.choice(("quote", "claim")))


def merge(dice: random.Random, user: User) -> None:
    person, into = any_of(Person.objects, dice), any_of(Person.objects, dice)
    editing.merge(person.pk, person.version, into.pk, user)


def part(dice: random.Random, user: User) -> None:
    person = any_of(Person.objects.exclude(merged_into=None), dice)
    editing.unmerge(person.pk, person.version, user)


def undo(dice: random.Random, user: User) -> None:
    editing.undo(user)


def drain(dice: random.Random, user: User) -> None:
    search.drain()


def total(text: str) -> int:
    results = search.find(search.parse(text))
    assert results.available or results.stale, "a search without an index says that it is being rebuilt"
    return results.total


@pytest.mark.parametrize("damage", ["cut in half", "empty", "zeros", "gone"])
def test_promise_4_a_torn_index_is_noticed_and_mended(db: None, data_dir: Path, damage: str) -> None:
    for number in range(30):
        OutboxEntry.objects.note([make_article(f"Kapal {number} tiba, kata warga.").pk])
    search.drain()
    written = [path for path in (data_dir / "index").rglob("*") if path.is_file() and path.stat().st_size]
    kinds = {path.suffix for path in written}
    assert {".arrays", ".toc"} <= kinds
    for kind in sorted(kinds):
        written = [path for path in (data_dir / "index").rglob("*") if path.is_file() and path.stat().st_size]
        (file,) = [path for path in written if path.suffix == kind]
        whole = file.read_bytes()
        if damage == "gone":
            file.unlink()
        else:
            file.write_bytes({"cut in half": whole[: len(whole) // 2], "zeros": bytes(len(whole))}.get(damage, b""))
        start_anew()
        total("kapal")
        tasks.resume()
        assert total("kapal") == 30, f"{damage}: {file.name}"
        assert list(search.verify()) == []


def start_anew() -> None:
    """Forgets what this process has read of the index."""
    engine().opened = None


def test_promise_4_damage_that_only_a_search_finds_is_mended_by_the_worker(db: None, data_dir: Path) -> None:
    OutboxEntry.objects.note([make_article().pk])
    search.drain()
    assert total("kapal") == 1
    (segment,) = (data_dir / "index").rglob("*.arrays")
    whole = segment.read_bytes()
    # A view of the index is open, and one byte in the middle changes.
    segment.write_bytes(whole[: len(whole) // 2] + b"?" + whole[len(whole) // 2 + 1 :])
    results = search.find(search.parse("kapal"))
    assert not results.available and results.stale
    assert not search.is_usable()
    tasks.update_index.enqueue()
    assert total("kapal") == 1


def test_promise_4_a_search_that_fails_for_another_reason_costs_no_rebuild(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    OutboxEntry.objects.note([make_article().pk])
    search.drain()

    def fail(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(type(engine().view()), "match", fail)
    assert not search.find(search.parse("kapal")).available
    assert search.is_usable()


def test_promise_5_eight_writers_of_a_hundred_saves(real_database: Path) -> None:
    user = User.objects.create_user("ed", role=Role.EDITOR)
    quotes = [make_quote(make_article(f"Kapal {number} tiba. “Kami siap,” katanya.")).pk for number in range(8)]

    def save(quote: int) -> None:
        for version in range(1, 101):
            editing.correct(quote, version, user, {"note": f"{version}"})

    children = [in_a_child(lambda quote=quote: save(quote)) for quote in quotes]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 8
    assert set(Statement.objects.values_list("version", "note")) == {(101, "100")}
    assert OutboxEntry.objects.count() >= 800
    search.drain()
    assert list(search.verify()) == []


def test_promise_6_what_is_saved_is_found_within_seconds(real_database: Path, data_dir: Path, settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    user = User.objects.create_user("ed", role=Role.EDITOR)
    articles = [make_article(f"Kapal {number} tiba.") for number in range(20)]
    OutboxEntry.objects.note(article.pk for article in articles)
    search.drain()
    environment = {**os.environ, "NEWSDESK_DATA_DIR": str(data_dir), "DATABASE_URL": f"sqlite:///{real_database}"}
    command = [sys.executable, "manage.py", "db_worker", "--interval", "0.5", "--verbosity", "0"]
    ages = []
    with subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR) as worker:
        try:
            for number, article in enumerate(articles):
                editing.correct_article(article.pk, article.version, user, {"title": f"Berita{number}"})
                tasks.update_index.enqueue()
                ages.append(seconds_until_found(f"title:Berita{number}"))
        finally:
            worker.terminate()
    # The first waits until the worker has started.
    assert sorted(ages)[-2] < 5
    assert max(ages) < 60


def seconds_until_found(text: str) -> float:
    begin = time.monotonic()
    while not total(text) and time.monotonic() < begin + 60:
        time.sleep(0.05)
    return time.monotonic() - begin
