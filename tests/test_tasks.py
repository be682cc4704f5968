"""The background worker beside the server: replaced when it dies, ended when the server ends."""

import sys
from threading import Event, Thread

import pytest

from articles import tasks


def test_a_worker_that_died_is_replaced_and_its_work_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stopping, started = Event(), []

    def resume() -> None:
        started.append(True)
        if len(started) == 3:
            stopping.set()

    monkeypatch.setattr(tasks, "resume", resume)
    tasks.keep_working(stopping, [sys.executable, "-c", "raise SystemExit(1)"])
    assert len(started) == 3


def test_the_worker_ends_with_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    stopping = Event()
    monkeypatch.setattr(tasks, "resume", lambda: None)
    work = Thread(target=tasks.keep_working, args=(stopping, [sys.executable, "-c", "import time; time.sleep(60)"]))
    work.start()
    stopping.set()
    work.join(timeout=10)
    assert not work.is_alive()
