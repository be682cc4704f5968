"""The import pages: admins bring files in and see what became of each."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import ingest
from articles.models import ImportBatch, ImportFile, User
from tests.factories import make_article
from tests.views.conftest import HTMX, handed_over

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


def test_many_files_come_in_portions_of_one_batch(as_admin: Client) -> None:
    first = as_admin.post(URL, {"files": upload("a.txt", "b.txt"), "portion": "1", "more": "1"}).json()
    batch = ImportBatch.objects.get()
    assert first == {"batch": batch.pk, "address": reverse("batch", args=[batch.pk])}
    assert not handed_over(), "the import begins with the last portion"
    last = as_admin.post(URL, {"files": upload("c.txt"), "portion": "1", "batch": batch.pk}).json()
    assert last == first
    assert [file.name for file in batch.files.all()] == ["a.txt", "b.txt", "c.txt"]
    assert handed_over() == [f"import_batch {batch.pk}"]


def test_a_file_of_a_folder_keeps_its_path(as_admin: Client) -> None:
    paths = ["kabar/2021/a.txt", "kabar/<b>/../b.txt"]
    as_admin.post(URL, {"files": upload("a.txt", "b.txt"), "paths": paths})
    assert [file.name for file in ImportFile.objects.all()] == paths
    # What does not fit the files is not guessed at.
    as_admin.post(URL, {"files": upload("c.txt", "d.txt"), "paths": paths[:1]})
    assert [file.name for file in ImportBatch.objects.latest("pk").files.all()] == ["c.txt", "d.txt"]


@pytest.mark.parametrize("batch", ["0", "99999", "9" * 40, "-1", "a"])
def test_a_portion_of_no_batch_of_ones_own_is_not_added(batch: str, as_admin: Client, admin: User) -> None:
    other = ImportBatch.objects.create()
    for number in (batch, str(other.pk)):
        answer = as_admin.post(URL, {"files": upload("a.txt"), "portion": "1", "batch": number})
        assert answer.status_code == 404 or answer.json()["batch"] != other.pk
    assert not other.files.exists()


def test_a_file_that_is_too_large_is_refused_and_the_others_are_not(
    as_admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.ingest.originals.UPLOAD_LIMIT", 20)
    as_admin.post(URL, {"files": [*upload("a.txt"), SimpleUploadedFile("b.txt", b"Too long for this desk.")]})
    assert [file.outcome for file in ImportFile.objects.all()] == ["waiting", "refused"]


def test_the_page_says_what_can_be_read_and_how_large(as_admin: Client) -> None:
    page = as_admin.get(URL).content.decode()
    assert "50.0\xa0MB" in page and str(ingest.UPLOAD_LIMIT) in page
    assert all(ending in page for ending in (".txt", ".pdf", ".docx", ".eml", ".zip", ".warc"))


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


@pytest.mark.parametrize("address", ["/import/99999/", "/import/18446744073709551616/", "/import/?page=99999"])
def test_what_does_not_exist_is_404(address: str, as_admin: Client) -> None:
    assert as_admin.get(address).status_code == 404
