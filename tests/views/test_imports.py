"""The import pages: admins bring files in and see what became of each."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import ImportBatch, ImportFile
from tests.factories import make_article
from tests.views.conftest import HTMX

URL = "/import/"


def upload(*names: str) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, f"Text of {name}.".encode()) for name in names]


@pytest.fixture
def batch(db: None) -> ImportBatch:
    """A finished import: one file imported, one refused."""
    batch = ImportBatch.objects.create(finished_at=timezone.now())
    article = make_article(title="Kapal tiba")
    ImportFile.objects.create(batch=batch, name="kapal.txt", original=article.original, outcome="imported")
    ImportFile.objects.create(batch=batch, name="rusak.bin", outcome="refused", reasons=[["The file is not text.", {}]])
    return batch


@pytest.mark.parametrize("address", [URL, "/import/1/", "/import/1/progress/"])
def test_journalists_and_editors_are_refused_with_a_sentence(
    address: str, as_journalist: Client, as_editor: Client
) -> None:
    for browser in (as_journalist, as_editor):
        page, partial = browser.get(address), browser.get(address, headers=HTMX)
        assert (page.status_code, partial.status_code) == (403, 403)
        assert "Only admins" in page.content.decode() and "Only admins" in partial.content.decode()
        assert "<html" not in partial.content.decode()


def test_an_editor_cannot_post_files(as_editor: Client) -> None:
    assert as_editor.post(URL, {"files": upload("a.txt")}).status_code == 403
    assert not ImportBatch.objects.exists()


def test_several_files_become_one_batch_that_waits_for_the_worker(as_admin: Client) -> None:
    response = as_admin.post(URL, {"files": upload("a.txt", "b.html", "c.txt")})
    batch = ImportBatch.objects.get()
    assert response["Location"] == reverse("batch", args=[batch.pk])
    assert [(file.name, file.outcome) for file in batch.files.all()] == [
        ("a.txt", "waiting"),
        ("b.html", "waiting"),
        ("c.txt", "waiting"),
    ]
    assert batch.created_by.username == "ada"


def test_htmx_is_sent_to_the_batch_page_too(as_admin: Client) -> None:
    response = as_admin.post(URL, {"files": upload("a.txt")}, headers=HTMX)
    assert response["HX-Redirect"] == reverse("batch", args=[ImportBatch.objects.get().pk])


def test_no_file_chosen_gets_a_sentence(as_admin: Client) -> None:
    page, partial = as_admin.post(URL), as_admin.post(URL, headers=HTMX)
    assert (page.status_code, partial.status_code) == (422, 422)
    assert "No file was chosen" in page.content.decode() and "No file was chosen" in partial.content.decode()
    assert "<html" in page.content.decode() and "<html" not in partial.content.decode()


def test_earlier_imports_are_listed_with_their_counts(as_admin: Client, batch: ImportBatch) -> None:
    page = as_admin.get(URL).content.decode()
    assert reverse("batch", args=[batch.pk]) in page
    assert "1 imported" in page and "1 refused" in page


def test_each_file_shows_its_outcome_its_reason_and_its_article(as_admin: Client, batch: ImportBatch) -> None:
    page = as_admin.get(reverse("batch", args=[batch.pk])).content.decode()
    assert "2 of 2 files done" in page
    assert "The file is not text." in page
    assert 'lang="id" dir="ltr">Kapal tiba</a>' in page


def test_files_can_be_filtered_by_outcome(as_admin: Client, batch: ImportBatch) -> None:
    page = as_admin.get(reverse("batch", args=[batch.pk]), {"outcome": "refused"}).content.decode()
    assert "rusak.bin" in page and "kapal.txt" not in page


def test_a_running_import_asks_for_itself_and_a_finished_one_does_not(as_admin: Client, batch: ImportBatch) -> None:
    finished = as_admin.get(reverse("progress", args=[batch.pk]), headers=HTMX).content.decode()
    ImportBatch.objects.update(finished_at=None)
    running = as_admin.get(reverse("progress", args=[batch.pk]), headers=HTMX).content.decode()
    assert "every 1s" in running and "every 1s" not in finished
    assert "The import is finished." in finished and "The import is finished." not in running
    assert "<html" not in running


def test_progress_without_htmx_is_the_batch_page(as_admin: Client, batch: ImportBatch) -> None:
    response = as_admin.get(reverse("progress", args=[batch.pk]))
    assert response["Location"] == reverse("batch", args=[batch.pk])


def test_a_silent_import_is_said_to_be_stuck(as_admin: Client, batch: ImportBatch) -> None:
    address = reverse("batch", args=[batch.pk])
    ImportBatch.objects.update(finished_at=None)
    assert "Nothing has moved" not in as_admin.get(address).content.decode()
    ImportBatch.objects.update(created_at=timezone.now() - timedelta(minutes=3))
    assert "Nothing has moved" in as_admin.get(address).content.decode()


@pytest.mark.parametrize("address", ["/import/99999/", "/import/18446744073709551616/", "/import/?page=99999"])
def test_what_does_not_exist_is_404(address: str, as_admin: Client) -> None:
    assert as_admin.get(address).status_code == 404


def test_a_hostile_file_name_is_inert(as_admin: Client, batch: ImportBatch) -> None:
    ImportFile.objects.create(
        batch=batch, name="<img src=x onerror=alert(1)>.txt", outcome="refused", reasons=[["The file is empty.", {}]]
    )
    page = as_admin.get(reverse("batch", args=[batch.pk])).content.decode()
    assert "<img" not in page and "&lt;img" in page
