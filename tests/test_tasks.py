"""The background worker beside the server: replaced when it dies, ended when the server ends."""

import sys
from threading import Event, Thread

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import ingest, tasks
from articles.models import ImportBatch


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


@pytest.mark.parametrize(
    "error", [OperationalError("database or disk is full"), OSError(28, "No space left on device")]
)
def test_an_import_that_found_the_disk_full_is_taken_up_again(
    db: None, settings, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    batch = ImportBatch.objects.create()

    def fail(batch: ImportBatch) -> None:
        raise error

    monkeypatch.setattr(ingest, "import_batch", fail)
    tasks.import_batch.call(batch.pk)
    again = DBTaskResult.objects.get()
    assert again.args_kwargs["args"] == [batch.pk] and again.run_after > timezone.now()


def test_a_deleted_import_needs_no_work(db: None) -> None:
    tasks.import_batch.call(1)
