"""The command line that other programs rely on."""

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, ImportBatch, Role, Statement, Status, User
from articles.search import IndexBusy
from tests.test_ingest import OTHER_REPORT, REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "wires" / "today"
    inner.mkdir(parents=True)
    (inner / "report.txt").write_text(REPORT)
    (inner / "other.txt").write_text(OTHER_REPORT)
    (inner / "empty.txt").write_bytes(b"")
    return tmp_path / "wires"


def run(*arguments: object) -> str:
    out = StringIO()
    call_command(*map(str, arguments), stdout=out)
    return out.getvalue()


def rows(*arguments: object) -> list[dict]:
    return [json.loads(line) for line in run(*arguments).splitlines()]


def test_importarticles_prints_one_line_a_file_and_a_sum(folder: Path) -> None:
    *lines, total = run("importarticles", folder).splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["refused", "empty.txt"],
        ["imported", "other.txt"],
        ["imported", "report.txt"],
    ]
    assert total == "1 refused, 2 imported"


def test_importarticles_refuses_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"there is no file or folder .*nowhere"):
        run("importarticles", tmp_path / "nowhere")


def test_analysearticles_prints_one_object_a_document_and_stores_nothing(folder: Path) -> None:
    empty, _, report = rows("analysearticles", folder)
    assert empty["quotes"] == [] and empty["warnings"]
    assert list(report) == [
        "file", "part", "language", "title", "outlet", "published", "author", "text", "quotes", "claims", "names",
        "warnings",
    ]  # fmt: skip
    (quote,) = [quote for quote in report["quotes"] if quote["kind"] == "direct"]
    assert list(quote) == ["start", "end", "text", "kind", "speaker", "cue", "parts"]
    assert report["text"][quote["start"] : quote["end"]] == quote["text"]
    assert not Article.objects.exists()


def test_exportstatements_prints_what_stands(folder: Path) -> None:
    run("importarticles", folder)
    assert {row["speaker"] for row in rows("exportstatements", "quotes")} == {"Rahmat Baqeri", "Rahmat Bagheri"}
    (link,) = rows("exportstatements", "links")
    assert (link["a"]["file"], link["b"]["file"]) == ("other.txt", "report.txt")
    assert set(link["conflicts"]) == {"date", "occasion"}
    (person,) = rows("exportstatements", "people")
    assert set(person["spellings"]) == {"Rahmat Baqeri", "Rahmat Bagheri"}
    assert person["statements"] == Statement.objects.filter(speaker__isnull=False).count()


def test_exportstatements_leaves_out_what_was_rejected(folder: Path) -> None:
    run("importarticles", folder)
    Statement.objects.update(status=Status.REJECTED)
    assert run("exportstatements", "quotes") == run("exportstatements", "links") == ""


def test_exportstatements_writes_tables_and_annotations(folder: Path) -> None:
    run("importarticles", folder)
    table = list(csv.DictReader(StringIO(run("exportstatements", "quotes", "--format", "csv"))))
    assert {row["speaker"] for row in table} == {"Rahmat Baqeri", "Rahmat Bagheri"}
    assert "TextQuoteSelector" in run("exportstatements", "quotes", "--format", "annotations")
    with pytest.raises(CommandError, match="jsonl or csv"):
        run("exportstatements", "people", "--format", "annotations")


def test_proposelinks_says_how_many_stand_and_how_many_are_new(folder: Path) -> None:
    run("importarticles", folder)
    assert run("proposelinks") == "1 proposed links, 0 of them new\n"


def test_preparedesk_makes_articles_and_accounts_once() -> None:
    printed = run("preparedesk")
    articles = Article.objects.count()
    assert articles == 22
    assert {user.role for user in User.objects.all()} == set(Role)
    for user in User.objects.all():
        (line,) = [line for line in printed.splitlines() if f" {user.username} " in line]
        assert user.check_password(line.split()[-1])
    assert run("preparedesk") == ""
    assert (Article.objects.count(), User.objects.count()) == (articles, 3)


def test_a_command_on_an_unprepared_database_says_what_to_do(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "NEWSDESK_DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3",
    }
    command = [sys.executable, "manage.py", "searcharticles", "galangan"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 1
    assert (
        ran.stderr
        == "CommandError: The database is not prepared for this version of Newsdesk. Run: manage.py migrate\n"
    )


def test_an_index_that_is_busy_is_told_and_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*args: object, **options: object) -> None:
        raise IndexBusy("Another program has been writing to the index for 30 seconds.")

    with monkeypatch.context() as patch:
        patch.setattr("articles.search.beside.drain", busy)
        with pytest.raises(CommandError, match="All is saved"):
            run("importarticles", folder)
    assert ImportBatch.objects.get().finished_at
    run("proposelinks")
    assert rows("searcharticles", "galangan")
