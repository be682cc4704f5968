"""What ../shared/TRUST.md promises of the files of an import, through the confined child: promises 11, 12, 14 and 30."""

import csv
import io
import json
import socket
from collections import Counter
from email.message import EmailMessage
from time import monotonic

import docx
import pytest

from articles import ingest, search
from articles.importing import confined
from articles.ingest import batches, preparing
from articles.models import Article, ImportBatch
from tests.importing.packing import zipped
from tests.ingest.test_promises import story

pytestmark = pytest.mark.django_db

SILENCE = 120
"""Seconds of which an import may say nothing."""


def import_all(contents: dict[str, bytes]) -> ImportBatch:
    batch = ingest.receive(contents.items())
    ingest.import_batch(batch)
    return batch


def test_promise_11_every_file_of_a_hundred_mixed_ones_has_an_outcome() -> None:
    broken = zipped([("whole.txt", story(70)), ("torn.txt", story(71))]).replace(story(71).encode()[:9], b"\0" * 9)
    contents = {f"{at:02}.txt": story(at).encode() for at in range(60)}
    contents |= {f"{at:02} again.txt": story(at).encode() for at in range(10)}
    contents |= {f"{at:02} framed.txt": f"{story(at)}\n\nBagikan ke Facebook\n".encode() for at in range(5)}
    contents |= {f"{at}.bin": bytes(range(256)) * at for at in range(10)}
    contents |= {f"{at}.zip": zipped([(f"{at}.txt", story(80 + at)), ("empty.txt", "")]) for at in range(5)}
    contents |= {
        f"{at}.jsonl": f'{{"title": "Kabar", "text": {json.dumps(story(90 + at))}}}\n{{"tit'.encode() for at in range(5)
    }
    contents |= {"cut.txt": story(99).encode("utf-8")[:-3] + b"\xff\n", "torn.zip": broken}
    contents |= {f"{at}.pdf": b"%PDF-1.4\n" + bytes(at) for at in range(3)}
    told: list[str] = []
    batch = ingest.receive(contents.items())
    ingest.import_batch(batch, lambda file: told.append(file.outcome))
    outcomes = Counter(batch.files.values_list("outcome", flat=True))
    assert len(contents) == 100 and batch.files.filter(parent=None).count() == 100
    assert outcomes.keys() == {"imported", "duplicate", "partial", "refused"}
    assert outcomes.total() == batch.files.count() == 100 + batch.files.exclude(parent=None).count()
    assert Counter(told) == outcomes, "each is told once"
    assert batch.finished_at is not None
    assert not batch.files.filter(outcome__in=("refused", "partial", "duplicate"), reasons=[]).exists()
    assert not batch.files.filter(outcome="imported", original__articles=None, members=None).exists()
    assert list(search.verify()) == []


def test_promise_11_no_import_is_silent_for_two_minutes() -> None:
    assert confined.SILENCE < SILENCE


@pytest.mark.parametrize("poison", ["dies", "hangs"])
def test_promise_12_poison_files_stop_none_of_the_others(poison: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "READ", f"tests.poison.{poison}")
    monkeypatch.setattr(confined, "PATIENCE", 0.5)
    monkeypatch.setattr(preparing, "seconds_for", lambda name: 0.5)
    begin = monotonic()
    batch = import_all({f"{at:02} {'poison' * (at == 7)}.txt": story(at).encode() for at in range(30)})
    assert Counter(batch.files.values_list("outcome", flat=True)) == {"imported": 29, "refused": 1}
    assert batch.files.get(outcome="refused").tries == 3
    assert batch.finished_at is not None and monotonic() - begin < SILENCE


def pages(number: int) -> list[str]:
    """A long article's paragraphs, with a mark at its beginning, in its middle and at its end."""
    found = [story(number + at).strip() for at in range(800)]
    for at, mark in ((0, "Awalan"), (400, "Tengahan"), (799, "Akhiran")):
        found[at] = f"Nomor {mark}{number} tertulis di lambung kapal itu. {found[at]}"
    return found


def as_text(pages: list[str]) -> bytes:
    return "\n\n".join(pages).encode()


def as_html(pages: list[str]) -> bytes:
    body = "".join(f"<p>{page}</p>" for page in pages)
    return (
        f"<html><head><title>Kapal</title></head><body><article><h1>Kapal</h1>{body}</article></body></html>".encode()
    )


def as_row(pages: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["title", "text"], ["Kapal", "\n\n".join(pages)]])
    return out.getvalue().encode()


def as_line(pages: list[str]) -> bytes:
    return json.dumps({"title": "Kapal", "text": "\n\n".join(pages)}).encode()


def as_mail(pages: list[str]) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Kapal", "desk@example.org", "Wed, 25 Nov 2026 08:00:00 +0700"
    mail.set_content("\n\n".join(pages))
    return mail.as_bytes()


def as_word(pages: list[str]) -> bytes:
    out, document = io.BytesIO(), docx.Document()
    for page in pages:
        document.add_paragraph(page)
    document.save(out)
    return out.getvalue()


def as_archive(pages: list[str]) -> bytes:
    return zipped([("kapal.txt", as_text(pages))])


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("kapal.txt", as_text),
        ("kapal.md", as_text),
        ("kapal.html", as_html),
        ("kapal.csv", as_row),
        ("kapal.jsonl", as_line),
        ("kapal.eml", as_mail),
        ("kapal.docx", as_word),
        ("kapal.zip", as_archive),
    ],
)
def test_promise_14_marks_at_start_middle_and_end_survive(name: str, written) -> None:
    number = 1000 * (1 + len(name) + ord(name[-1]))
    content = written(pages(number))
    assert len(content) > 20_000
    import_all({name: content})
    text = Article.objects.get().text
    assert [text.count(f"{mark}{number}") for mark in ("Awalan", "Tengahan", "Akhiran")] == [1, 1, 1]
    assert sum(text.count(story(number + at).split("“")[1][:40]) for at in range(800)) == 800


PAGE = """<html><head><title>Kapal</title><link rel="stylesheet" href="http://127.0.0.1:{port}/style.css">
<script src="http://127.0.0.1:{port}/spy.js"></script></head><body><article><h1>Kapal tiba</h1>
<img src="http://127.0.0.1:{port}/spy.png"><p>{story}</p></article></body></html>"""


def test_promise_30_an_import_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        page = PAGE.format(port=port, story=story(1)).encode()
        external = (
            f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]><r>&x;</r>'.encode()
        )
        monkeypatch.setattr(socket, "socket", None)
        batch = import_all({"page.html": page, "feed.xml": external, "page.mhtml": page, "wire.txt": story(2).encode()})
        assert batch.files.get(name="page.html").outcome == batch.files.get(name="wire.txt").outcome == "imported"
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    ("poison", "error"),
    [
        ("connects", "PermissionError"),
        ("starts_a_process", "PermissionError"),
        ("writes", "OSError"),
        ("tells_a_secret", "KeyError"),
    ],
)
def test_promise_30_who_reads_files_can_do_nothing_else(
    poison: str, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSDESK_SECRET_KEY", "canary")
    monkeypatch.setattr(preparing, "READ", f"tests.poison.{poison}")
    monkeypatch.setattr(batches, "reader", preparing.Reader)
    file = import_all({"wire.txt": story(1).encode()}).files.get()
    assert file.outcome == "refused" and error in file.reason
