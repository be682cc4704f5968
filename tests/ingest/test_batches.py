"""Batches: files inside of files, copies, tables that ask, cancelling and trying again, the report."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from articles import ingest
from articles.ingest import running
from articles.models import Article, ImportBatch, Link, User
from tests.test_ingest import OTHER_REPORT, REPORT, bring_in, outcomes

pytestmark = pytest.mark.django_db


def zipped(**files: bytes | str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"wires/{name}.txt", data)
    return out.getvalue()


def import_files(user: User | None = None, **files: bytes) -> ImportBatch:
    batch = ingest.receive([(name.replace("__", "."), data) for name, data in files.items()], user)
    ingest.import_batch(batch)
    return batch


def test_the_files_of_an_archive_are_files_of_the_batch() -> None:
    batch = import_files(both__zip=zipped(report=REPORT, empty="", other=OTHER_REPORT))
    assert outcomes(batch) == {
        "both.zip": "imported",
        "wires/report.txt": "imported",
        "wires/empty.txt": "refused",
        "wires/other.txt": "imported",
    }
    assert "Files inside: 3" in batch.files.get(name="both.zip").reason
    report = batch.files.get(name="wires/report.txt")
    assert report.parent is not None and report.parent.name == "both.zip"
    assert Article.objects.get(original=report.original).file == "report.txt"
    assert Link.objects.count() == 1


def test_what_an_archive_holds_is_a_duplicate_of_the_same_file_outside() -> None:
    bring_in(report=REPORT)
    batch = import_files(both__zip=zipped(again=REPORT))
    assert outcomes(batch)["wires/again.txt"] == "duplicate"
    assert Article.objects.count() == 1


def test_archives_inside_archives_are_read_to_the_second() -> None:
    inner = zipped(report=REPORT)
    for name in ("second", "third"):
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            archive.writestr(f"{name}.zip", inner)
        inner = out.getvalue()
    batch = import_files(first__zip=inner)
    assert outcomes(batch) == {"first.zip": "imported", "third.zip": "imported", "second.zip": "refused"}


def test_the_same_article_in_another_file_is_shown_as_a_copy_of_the_first() -> None:
    bring_in(report=REPORT)
    batch = bring_in(again=REPORT + "\nBagikan ke Facebook\n")
    file = batch.files.get()
    assert (file.outcome, file.same_as) == ("duplicate", Article.objects.get())


def test_the_same_article_of_another_outlet_is_an_article_of_its_own() -> None:
    bring_in(report=REPORT, other=REPORT.replace("Kabar Dermaga", "Warta Selat"))
    assert Article.objects.count() == 2


TABLE = "Judul;Tanggal;Isi berita;Sumber\n" + "".join(
    f"{title};{day}/10/2021;Surabaya – {title} terjadi di pelabuhan pada pagi hari. Warga menonton dari dermaga.;Kabar\n"
    for title, day in (("Kapal tiba", 19), ("Kapal pergi", 20))
)


def test_a_table_on_the_command_line_is_taken_as_it_is_understood() -> None:
    seen: list[tuple[str, str]] = []
    batch = ingest.receive([("wires.csv", TABLE.encode())])
    ingest.import_batch(batch, lambda file: seen.append((file.outcome, file.columns_in_words)))
    columns = "Judul = title, Tanggal = published, Isi berita = text, Sumber = outlet"
    assert seen == [("waiting", columns), ("imported", columns)]
    assert [str(day) for day in Article.objects.order_by("part").values_list("published", flat=True)] == [
        "2021-10-19",
        "2021-10-20",
    ]


def test_a_table_on_a_page_waits_until_somebody_has_looked_at_its_columns(admin: User) -> None:
    batch = import_files(admin, wires__csv=TABLE.encode(), report__txt=REPORT.encode())
    assert outcomes(batch) == {"wires.csv": "waiting", "report.txt": "imported"}
    assert batch.finished_at is None
    file = batch.files.get(name="wires.csv")
    assert file.asks and file.columns["names"] == ["Judul", "Tanggal", "Isi berita", "Sumber"]
    for wrong in (["title", "", "", ""], ["text", "text", "", ""], ["text"], ["text", "editor", "", ""]):
        with pytest.raises(ValueError):
            ingest.confirm_columns(file, wrong)
    ingest.confirm_columns(file, ["title", "", "text", "author"])
    ingest.import_batch(batch)
    assert outcomes(batch)["wires.csv"] == "imported" and batch.finished_at is not None
    article = Article.objects.filter(file="wires.csv").order_by("part").first()
    assert article is not None and (article.title, article.author, article.published) == ("Kapal tiba", "Kabar", None)


def test_a_cancelled_import_keeps_what_is_done_and_goes_on_when_retried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "LOOK", -1)
    batch = ingest.receive([("report.txt", REPORT.encode()), ("other.txt", OTHER_REPORT.encode())])
    ingest.cancel(batch)
    ingest.import_batch(batch)
    assert outcomes(batch) == {"report.txt": "waiting", "other.txt": "waiting"}
    assert batch.finished_at is not None
    assert ingest.retry(batch) == 2
    ingest.import_batch(batch)
    assert outcomes(batch) == {"report.txt": "imported", "other.txt": "imported"}


def test_a_report_lists_every_file_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = ingest.receive([("=cmd.txt", REPORT.encode()), ("empty.txt", b"")])
    ingest.import_batch(batch)
    lines = list(csv.DictReader(StringIO(ingest.report(batch))))
    assert [(line["file"], line["outcome"]) for line in lines] == [("'=cmd.txt", "imported"), ("empty.txt", "refused")]
    assert lines[0]["articles"] == str(Article.objects.get().pk) and "empty" in lines[1]["reasons"]
