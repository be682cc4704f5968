"""From a file to rows: whole or not at all, once and not twice, and never at the cost of the other files."""

from collections import Counter
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles import importing, ingest, search
from articles.importing import confined
from articles.ingest import preparing
from articles.models import (
    Article,
    ImportBatch,
    ImportFile,
    Link,
    OutboxEntry,
    Person,
    Statement,
    Status,
    Utterance,
)
from articles.records import UnreadableFile

pytestmark = pytest.mark.django_db

REPORT = """Panglima Armada Buka Galangan Baru

Surabaya, Kabar Dermaga – Panglima Armada, Laksamana Rahmat Baqeri, membuka galangan kapal baru di Surabaya.

“Galangan ini akan memperbaiki dua belas kapal patroli setiap tahun sampai akhir dasawarsa,” kata Baqeri pada konferensi pers hari Rabu.

Galangan itu dibangun selama empat tahun dan mempekerjakan tiga ratus orang dari kampung sekitarnya.
"""
OTHER_REPORT = """Galangan Kapal Dibuka di Surabaya

Surabaya, Warta Selat – Galangan kapal baru mulai bekerja pekan ini di tepi timur pelabuhan Surabaya.

“Galangan ini akan memperbaiki dua belas kapal patroli setiap tahun hingga akhir dasawarsa,” ujar Laksamana Rahmat Bagheri pada pertemuan dengan para pengusaha hari Selasa.

Para pengusaha menyambut pembukaan itu dan berharap jalan ke pelabuhan segera diperlebar.
"""


def bring_in(**files: str | bytes) -> ImportBatch:
    contents = {f"{name}.txt": data.encode() if isinstance(data, str) else data for name, data in files.items()}
    batch = ingest.receive(contents.items())
    ingest.import_batch(batch)
    return batch


def outcomes(batch: ImportBatch) -> dict[str, str]:
    return dict(batch.files.values_list("name", "outcome"))


def test_a_file_becomes_an_article_with_its_statements() -> None:
    bring_in(report=REPORT)
    article = Article.objects.get()
    assert (article.language, article.title) == ("id", "Panglima Armada Buka Galangan Baru")
    assert article.outlet is not None and article.outlet.name == "Kabar Dermaga"
    quote = article.statements.quotes().get(kind="direct")
    assert (quote.speaker_name, quote.cue, quote.status) == ("Rahmat Baqeri", "kata", Status.PROPOSED)
    assert (quote.weekday, quote.occasion) == (2, "konferensi pers")
    for statement in article.statements.all():
        assert article.text[statement.start : statement.end] == statement.text
        assert article.text[: statement.start].endswith(statement.prefix)
        assert article.text[statement.end :].startswith(statement.suffix)


def test_a_claim_keeps_its_figures_and_dates() -> None:
    bring_in(report=REPORT.replace("selama empat tahun", "pada 2021"))
    claim = Statement.objects.claims().get(text__contains="mempekerjakan")
    assert [(one.value, one.unit, one.text) for one in claim.figures] == [(300, "person", "tiga ratus orang")]
    assert [(str(one.first), str(one.last)) for one in claim.dates] == [("2021-01-01", "2021-12-31")]
    assert all(claim.article.text[one.start : one.end] == one.text for one in (*claim.figures, *claim.dates))
    claim.end = claim.start + 5
    assert claim.figures == claim.dates == ()


def test_somebody_without_a_name_is_told_and_becomes_no_person() -> None:
    bring_in(report="Warga menunggu. “Air itu hak kami semua,” kata seorang petani tua di tepi sungai kemarin.")
    quote = Statement.objects.quotes().get()
    assert (quote.speaker_name, quote.speaker) == ("seorang petani tua", None)
    assert quote.record().anonymous and not Person.objects.exists()


def test_the_original_is_kept_byte_for_byte(data_dir: Path) -> None:
    bring_in(report=REPORT)
    original = Article.objects.get().original
    assert original.path.read_bytes() == REPORT.encode()
    assert original.path.is_relative_to(data_dir)


def test_the_same_bytes_again_are_a_duplicate_with_provenance() -> None:
    bring_in(report=REPORT)
    before = Counter(model.objects.count() for model in (Article, Statement, Person))
    again = bring_in(under_another_name=REPORT)
    assert outcomes(again) == {"under_another_name.txt": "duplicate"}
    assert Counter(model.objects.count() for model in (Article, Statement, Person)) == before
    assert Article.objects.get().original.files.count() == 2


def test_bad_files_are_refused_with_a_reason_and_the_rest_is_imported() -> None:
    batch = bring_in(empty=b"", picture=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, report=REPORT)
    assert outcomes(batch) == {"empty.txt": "refused", "picture.txt": "refused", "report.txt": "imported"}
    assert all(len(file.reason) > 20 for file in batch.files.filter(outcome="refused"))


def test_a_file_over_the_limit_is_refused_and_not_kept(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    monkeypatch.setattr(ingest.originals, "UPLOAD_LIMIT", 1024 * 1024)
    batch = ingest.receive([("large.txt", SimpleUploadedFile("large.txt", b"a" * (1024 * 1024 + 1)))])
    file = batch.files.get()
    assert (file.outcome, file.original) == ("refused", None)
    assert "1 MB" in file.reason
    assert not [path for path in (data_dir / "originals").rglob("*") if path.is_file()]


@pytest.mark.parametrize("poison", ["dies", "fails", "hangs"])
def test_a_poisoned_file_is_set_aside_and_stops_nobody(poison: str, monkeypatch: pytest.MonkeyPatch, caplog) -> None:
    monkeypatch.setattr(preparing, "READ", f"tests.poison.{poison}")
    monkeypatch.setattr(confined, "PATIENCE", 0.5)
    monkeypatch.setattr(preparing, "seconds_for", lambda name: 0.5)
    batch = bring_in(other=OTHER_REPORT, poison="poisoned", report=REPORT)
    assert outcomes(batch) == {"other.txt": "imported", "poison.txt": "refused", "report.txt": "imported"}
    poisoned = batch.files.get(name="poison.txt")
    assert poisoned.tries == 3 and len(poisoned.reason) > 20
    assert batch.finished_at is not None
    assert "Surabaya" not in caplog.text and "poison" not in caplog.text
    # The original was kept, so that a later try succeeds.
    monkeypatch.undo()
    assert poisoned.original is not None and poisoned.original.path.read_bytes() == b"poisoned"
    assert ingest.retry(batch) == 1
    ingest.import_batch(batch)
    assert outcomes(batch)["poison.txt"] == "imported"


def test_an_article_whose_analysis_fails_is_kept_without_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "ANALYSE", "tests.poison.fails_to_analyse")
    batch = bring_in(report=REPORT)
    assert outcomes(batch) == {"report.txt": "partial"}
    assert "by hand" in batch.files.get().reason
    assert Article.objects.get().statements.count() == 0


def test_what_came_before_a_reader_was_lost_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "READ", "tests.poison.dies_behind_the_first")
    batch = bring_in(report=REPORT)
    assert outcomes(batch) == {"report.txt": "partial"}
    assert Article.objects.count() == 1


def test_an_unreadable_original_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = ingest.receive([("report.txt", REPORT.encode())])
    file = batch.files.get()
    assert file.original is not None
    file.original.path.unlink()
    ingest.import_batch(batch)
    file = ImportFile.objects.get()
    assert file.outcome == "refused" and "No such file" in file.reason


def test_spellings_of_a_full_name_are_one_person() -> None:
    bring_in(report=REPORT, other=OTHER_REPORT)
    person = Person.objects.get()
    assert set(person.spellings.values_list("spelling", flat=True)) == {"Rahmat Baqeri", "Rahmat Bagheri"}


def test_what_was_imported_can_be_found() -> None:
    bring_in(report=REPORT)
    assert [hit.article for hit in search.find(search.parse("galangan")).hits] == [Article.objects.get().pk]
    assert not OutboxEntry.objects.exists()


def test_reports_of_one_statement_are_linked_with_their_conflicts() -> None:
    bring_in(report=REPORT, other=OTHER_REPORT)
    link = Link.objects.get()
    assert link.relation in ("same", "paraphrase")
    assert {"occasion", "date"} == {conflict.field for conflict in link.found_conflicts}
    assert Utterance.objects.get().statements.count() == 2


def test_a_rejected_link_is_never_proposed_again() -> None:
    bring_in(report=REPORT, other=OTHER_REPORT)
    Link.objects.update(status=Status.REJECTED)
    bring_in(report=REPORT)
    assert ingest.propose_links() == 0
    assert Link.objects.get().status == Status.REJECTED


def test_a_rejected_statement_stays_rejected_when_the_file_comes_again() -> None:
    bring_in(report=REPORT)
    Statement.objects.update(status=Status.REJECTED)
    bring_in(report=REPORT)
    assert not Statement.objects.visible().exists()


def test_a_preview_stores_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    (line,) = ingest.preview(path)
    assert '"Rahmat Baqeri"' in line
    assert not Article.objects.exists()


def test_a_preview_of_an_unreadable_file_is_a_row_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    (line,) = ingest.preview(path)
    with pytest.raises(UnreadableFile) as refusal:
        importing.read("empty.txt", b"")
    assert str(refusal.value) in line
