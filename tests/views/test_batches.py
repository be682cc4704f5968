"""One import: what became of each file, how far it is, and what an admin does about it."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ImportBatch, ImportFile, Original
from tests.factories import make_article
from tests.views.conftest import HTMX, handed_over

pytestmark = pytest.mark.django_db
COLUMNS = {"names": ["Judul", "Isi"], "fields": ["title", "text"], "samples": [["Panen", "Petani <b>memanen</b>."]]}


@pytest.fixture
def batch() -> ImportBatch:
    """A finished import: one file imported, one refused."""
    batch = ImportBatch.objects.create(finished_at=timezone.now())
    article = make_article(title="Kapal tiba")
    ImportFile.objects.create(batch=batch, name="kapal.txt", original=article.original, outcome="imported")
    ImportFile.objects.create(
        batch=batch, name="rusak.bin", original=original(), outcome="refused", reasons=[["The file is not text.", {}]]
    )
    return batch


@pytest.fixture
def running(batch: ImportBatch) -> ImportBatch:
    """The same with one file that waits."""
    ImportFile.objects.create(batch=batch, name="nanti.txt", original=original())
    ImportBatch.objects.update(finished_at=None)
    batch.refresh_from_db()
    return batch


@pytest.fixture
def table(batch: ImportBatch) -> ImportFile:
    """A table that asks what its columns hold."""
    ImportBatch.objects.update(finished_at=None)
    return ImportFile.objects.create(
        batch=batch, name="panen.csv", original=original(), asks=True, columns=dict(COLUMNS)
    )


def original() -> Original:
    return Original.objects.create(sha256=f"{Original.objects.count():064x}", size=9)


def page_of(browser: Client, batch: ImportBatch, **query: object) -> str:
    return browser.get(reverse("batch", args=[batch.pk]), query).content.decode()


def poll(browser: Client, batch: ImportBatch, **query: object) -> str:
    return browser.get(reverse("progress", args=[batch.pk]), query, headers=HTMX).content.decode()


def test_each_file_shows_its_outcome_its_reason_and_its_article(as_admin: Client, batch: ImportBatch) -> None:
    page = page_of(as_admin, batch)
    assert "2 of 2 files done" in page
    assert "The file is not text." in page
    assert 'lang="id" dir="ltr">Kapal tiba</a>' in page


def test_a_duplicate_leads_to_the_article_that_it_is_the_same_as(as_admin: Client, batch: ImportBatch) -> None:
    same = make_article(title="Perahu tiba", language="ar")
    ImportFile.objects.create(batch=batch, name="lagi.txt", original=original(), outcome="duplicate", same_as=same)
    assert f'href="{same.get_absolute_url()}" lang="ar" dir="rtl">Perahu tiba</a>' in page_of(as_admin, batch)


def test_files_inside_of_others_stand_below_these(as_admin: Client, batch: ImportBatch) -> None:
    zipped, later = (ImportFile.objects.create(batch=batch, name=n, original=original()) for n in ("z.zip", "y.txt"))
    inner = ImportFile.objects.create(batch=batch, name="in.zip", original=original(), parent=zipped)
    plain = ImportFile.objects.create(batch=batch, name="a.txt", original=original(), parent=zipped)
    deep = ImportFile.objects.create(batch=batch, name="b.txt", original=original(), parent=inner)
    files = batch.files.in_their_places()
    assert [(file.name, file.depth) for file in files][2:] == [
        ("z.zip", 0), ("in.zip", 1), ("b.txt", 2), ("a.txt", 1), ("y.txt", 0),
    ]  # fmt: skip
    page = page_of(as_admin, batch)
    assert f'id="file-{deep.pk}" tabindex="-1" class="inside-2"' in page
    assert f'id="file-{plain.pk}" tabindex="-1" class="inside-1"' in page
    assert f'id="file-{later.pk}" tabindex="-1">' in page


def test_of_many_articles_of_one_file_the_first_are_listed_and_the_rest_counted(
    as_admin: Client, batch: ImportBatch
) -> None:
    mailbox = ImportFile.objects.create(batch=batch, name="kotak.mbox", original=original(), outcome="imported")
    for part in range(23):
        article = make_article(f"Surat {part}.", title=f"Surat ke-{part}.")
        Article.objects.filter(pk=article.pk).update(original=mailbox.original, part=part)
    page = page_of(as_admin, batch)
    assert page.count(">Surat ke-") == 20 and "and 3 more articles" in page


def test_files_can_be_found_by_outcome_and_by_name(as_admin: Client, batch: ImportBatch) -> None:
    refused = page_of(as_admin, batch, outcome="refused")
    assert "rusak.bin" in refused and "kapal.txt" not in refused
    named = page_of(as_admin, batch, name="KAPAL")
    assert "kapal.txt" in named and "rusak.bin" not in named
    # A chip keeps the words, the form keeps the outcome.
    both = page_of(as_admin, batch, name="kapal", outcome="refused")
    assert "No such file is in this import." in both
    assert "?name=kapal&amp;outcome=imported" in both and 'name="outcome" value="refused"' in both


def test_a_running_import_asks_for_itself_and_a_finished_one_does_not(as_admin: Client, running: ImportBatch) -> None:
    under_way = poll(as_admin, running)
    ImportBatch.objects.update(finished_at=timezone.now())
    finished = poll(as_admin, running)
    assert "every 1s" in under_way and "every 1s" not in finished
    assert "The import is finished." in finished and "The import is finished." not in under_way
    assert "<html" not in under_way


def test_what_can_be_done_is_replaced_only_when_it_changes(as_admin: Client, running: ImportBatch) -> None:
    assert 'id="doing"' not in poll(as_admin, running)
    ImportBatch.objects.update(finished_at=timezone.now())
    assert 'id="doing" hx-swap-oob="true"' in poll(as_admin, running)


def test_progress_without_htmx_is_the_batch_page(as_admin: Client, batch: ImportBatch) -> None:
    response = as_admin.get(reverse("progress", args=[batch.pk]))
    assert response["Location"] == reverse("batch", args=[batch.pk])


def test_pace_and_time_left_are_told_in_words(as_admin: Client, running: ImportBatch) -> None:
    now = timezone.now()
    ImportFile.objects.exclude(outcome="waiting").update(finished_at=now - timedelta(minutes=10))
    for number in range(119):
        ImportFile.objects.create(batch=running, name=f"{number}.txt", original=original())
    assert "a second" not in page_of(as_admin, running)
    # One 20 seconds ago, and four since then: 120 wait.
    for seconds in (20, 16, 12, 8, 4):
        ImportFile.objects.create(
            batch=running, name=f"{seconds}.txt", original=original(), outcome="imported",
            finished_at=now - timedelta(seconds=seconds),
        )  # fmt: skip
    assert "0.2 a second · about 10 minutes left" in " ".join(page_of(as_admin, running).split())


def test_a_silent_import_is_said_to_be_stuck_and_can_go_on(as_admin: Client, running: ImportBatch) -> None:
    assert "Nothing has moved" not in page_of(as_admin, running)
    ImportBatch.objects.update(created_at=timezone.now() - timedelta(minutes=3))
    page = page_of(as_admin, running)
    assert "Nothing has moved" in page and "Go on with it" in page


def test_cancelling_takes_a_second_look_and_can_be_taken_back(as_admin: Client, running: ImportBatch) -> None:
    page = page_of(as_admin, running)
    assert "Cancel the import" in page and "What is imported stays" in page and "Go on with it" not in page
    as_admin.post(reverse("cancel", args=[running.pk]))
    running.refresh_from_db()
    assert running.cancelled_at
    page = page_of(as_admin, running)
    assert "stopping" in page and "Cancel the import" not in page and "Go on with it" in page
    as_admin.post(reverse("retry", args=[running.pk]))
    running.refresh_from_db()
    assert running.cancelled_at is None
    assert handed_over()[-1] == f"import_batch {running.pk}"


def test_a_cancelled_import_is_not_said_to_be_finished(as_admin: Client, running: ImportBatch) -> None:
    now = timezone.now()
    ImportBatch.objects.update(cancelled_at=now, finished_at=now)
    part = poll(as_admin, running)
    assert ": cancelled" in part and "The import is cancelled." in part and "finished" not in part


def test_an_import_that_only_waits_for_an_answer_can_be_cancelled(as_admin: Client, table: ImportFile) -> None:
    as_admin.post(reverse("cancel", args=[table.batch_id]))
    # The worker closes it.
    assert handed_over() == [f"import_batch {table.batch_id}"]


def test_a_finished_import_cannot_be_cancelled(as_admin: Client, batch: ImportBatch) -> None:
    as_admin.post(reverse("cancel", args=[batch.pk]))
    batch.refresh_from_db()
    assert batch.cancelled_at is None and not handed_over()


def test_refused_files_are_tried_again(as_admin: Client, batch: ImportBatch) -> None:
    assert "Try the refused files again" in page_of(as_admin, batch)
    page = as_admin.post(reverse("retry", args=[batch.pk]), follow=True).content.decode()
    assert "1 file is tried again." in page
    assert batch.files.get(name="rusak.bin").outcome == "waiting"
    assert handed_over() == [f"import_batch {batch.pk}"]


def test_a_table_asks_what_its_columns_hold(as_admin: Client, table: ImportFile) -> None:
    page = page_of(as_admin, table.batch)
    assert "waiting for you to look at the columns" in page and "every 1s" not in page
    assert '<option value="title" selected>' in page and "Petani &lt;b&gt;memanen&lt;/b&gt;." in page
    answer = as_admin.post(reverse("columns", args=[table.pk]), {"fields": ["", "text"]})
    assert answer["Location"] == reverse("batch", args=[table.batch_id])
    table.refresh_from_db()
    assert (table.asks, table.columns["fields"]) == (False, ["", "text"])
    assert handed_over() == [f"import_batch {table.batch_id}"]


@pytest.mark.parametrize("fields", [[], ["text"], ["title", ""], ["text", "text"], ["text", "<b>"], ["text"] * 900])
def test_columns_that_cannot_be_are_told_and_what_was_chosen_stays(
    fields: list[str], as_admin: Client, table: ImportFile
) -> None:
    answer = as_admin.post(reverse("columns", args=[table.pk]), {"fields": fields})
    page = answer.content.decode()
    assert answer.status_code == 422 and "One column must hold the text" in page
    table.refresh_from_db()
    assert table.asks and not handed_over()
    assert (page.count('<option value="text" selected>') == 2) == (fields == ["text", "text"])


def test_a_question_that_comes_up_while_one_looks_appears_by_itself(as_admin: Client, table: ImportFile) -> None:
    ImportFile.objects.create(batch=table.batch, name="nanti.txt", original=original())
    assert 'id="asking" hx-swap-oob="true"' in poll(as_admin, table.batch, asking=0)
    # What one is about to answer is left alone.
    assert 'id="asking"' not in poll(as_admin, table.batch, asking=1)


def test_the_report_is_a_table_that_no_spreadsheet_runs(as_admin: Client, batch: ImportBatch) -> None:
    ImportFile.objects.create(
        batch=batch, name="=cmd|' /C calc'!A0", outcome="refused", reasons=[["The file is empty.", {}]]
    )
    answer = as_admin.get(reverse("report", args=[batch.pk]))
    assert answer["Content-Disposition"] == f'attachment; filename="newsdesk-import-{batch.pk}.csv"'
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["file"][-9:], row["outcome"]) for row in rows] == [
        ("kapal.txt", "imported"), ("rusak.bin", "refused"), (" calc'!A0", "refused"),
    ]  # fmt: skip
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("outcome", ["refused", "imported", "duplicate", "partial"])
def test_the_original_of_any_file_is_a_download_to_the_byte(
    outcome: str, as_admin: Client, as_editor: Client, batch: ImportBatch
) -> None:
    data = b"<script>alert(1)</script>\x00\xff"
    file = ImportFile.objects.create(
        batch=batch, name="a/<b>.html", original=original(), outcome=outcome, reasons=[["The file is empty.", {}]]
    )
    file.original.path.parent.mkdir(parents=True, exist_ok=True)
    file.original.path.write_bytes(data)
    address = reverse("file", args=[file.pk])
    answer = as_admin.get(address)
    assert b"".join(answer.streaming_content) == data
    assert answer["Content-Disposition"] == 'attachment; filename="_b_.html"'
    assert answer["Content-Security-Policy"] == "sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert as_editor.get(address).status_code == 403


def test_a_file_that_was_not_kept_is_not_found(as_admin: Client, batch: ImportBatch) -> None:
    file = ImportFile.objects.create(batch=batch, name="a", outcome="refused", reasons=[["The file is empty.", {}]])
    assert as_admin.get(reverse("file", args=[file.pk])).status_code == 404
    assert reverse("file", args=[file.pk]) not in page_of(as_admin, batch)


def test_hostile_names_and_reasons_are_inert(as_admin: Client, batch: ImportBatch) -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    ImportFile.objects.create(batch=batch, name=name, outcome="refused", reasons=[["%(file)s: empty.", {"file": name}]])
    page = page_of(as_admin, batch, name=name)
    assert "<img" not in page and page.count("&lt;img src=x onerror=alert(1)&gt;.txt") >= 3


def test_the_number_of_queries_does_not_grow_with_the_files(
    as_admin: Client, batch: ImportBatch, django_assert_max_num_queries
) -> None:
    for number in range(60):
        article = make_article(f"Kapal {number} tiba.")
        ImportFile.objects.create(batch=batch, name=f"{number}", original=article.original, outcome="imported")
    with django_assert_max_num_queries(16):
        page_of(as_admin, batch)
