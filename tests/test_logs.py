"""What the logs never hold: words of an article, of a search, of a form; a password."""

import logging

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models import Article, ImportBatch, Statement, User
from tests.conftest import PASSWORD

CANARY = "sirkumlaras"
TEXT = (
    f"Jakarta, Kabar – Kapal {CANARY} tiba pada hari Rabu.\n\n“Kami siap,” kata Rahma {CANARY.title()} di pelabuhan.\n"
)


def test_no_log_line_tells_what_was_read_sought_or_typed(
    admin: User, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, chosen in settings.LOGGING["loggers"].items():
        caplog.set_level(chosen["level"], name)
    browser = Client(raise_request_exception=False)
    browser.post("/accounts/login/", {"username": "ada", "password": CANARY})
    browser.post("/accounts/login/", {"username": "ada", "password": PASSWORD})
    files = [
        SimpleUploadedFile(f"{CANARY}.txt", TEXT.encode()),
        SimpleUploadedFile("broken.txt", b"\x89PNG\r\n" + CANARY.encode() + bytes(range(256)) * 9),
    ]
    browser.post("/import/", {"files": files})
    assert sorted(ImportBatch.objects.get().files.values_list("outcome", flat=True)) == ["imported", "refused"]
    article, statement = Article.objects.get(), Statement.objects.filter(type="quote").get()
    for address in (
        "/",
        "/complete/",
        "/facets/speaker/",
        "/people/",
        f"/articles/{article.pk}/",
        "/nothing/",
        f"/statements/{statement.pk}/link/",
    ):
        browser.get(address, {"q": CANARY, "find": CANARY, "within": CANARY, "page": "1"})
    browser.get("/", {"q": CANARY, "page": CANARY})
    browser.post("/saved/", {"name": "Feri", "asked": f"q={CANARY}"})
    browser.get("/saved/")
    browser.post("/batch-search/", {"terms": CANARY, "also": CANARY})
    for data in ({}, {"version": 9, "type": "quote", "note": CANARY}, {"version": 1, "type": CANARY}):
        browser.post(f"/statements/{statement.pk}/edit/", data)
    Client(enforce_csrf_checks=True).post("/undo/", {"next": CANARY})
    # A failure of ours.
    monkeypatch.setattr("articles.views.statements.JUDGEMENTS", {"confirm": _fail})
    failed = browser.post(f"/statements/{statement.pk}/judge/", {"verdict": "confirm", "version": 1, "note": CANARY})
    assert failed.status_code == 500
    lines = [logging.Formatter().format(record) for record in caplog.records]
    assert lines, "nothing was logged at all"
    assert not [line for line in lines if CANARY in line.casefold() or PASSWORD in line]


def _fail(*_args: object, **_named: object) -> None:
    raise RuntimeError("something broke")
