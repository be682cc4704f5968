"""Who may do what: every address for every role, as a page and for htmx. An address without a row fails here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from articles import search, urls
from articles.editing import decide, link, merge
from articles.models import Disagreement, ImportBatch, ImportFile, Link, SavedSearch, User, Utterance
from tests.factories import make_article, make_claim, make_person, make_quote
from tests.views.conftest import HTMX

SIGN_IN = 302
"""Whoever is not signed in is sent to the sign-in page, from every address and by every method."""


@dataclass(frozen=True)
class Row:
    """What the status of each role's answer is: of a page, and of an answer to htmx where that differs."""

    name: str
    method: str
    journalist: int
    editor: int
    admin: int
    htmx: int | None = None
    """The status of what htmx gets in place of a redirect."""
    stranger: int = SIGN_IN
    """What whoever is not signed in gets: the sign-in page, but for an address that is a secret itself."""


READ = (200, 200, 200)
EDIT = (403, 302, 302)
MANAGE = (403, 403, 302)
OWN = (404, 404, 302)
"""The desk's saved search is the admin's."""
NO = (405, 405, 405)
TABLE = [
    # Read by everybody.
    *(Row(name, "GET", *READ) for name in (
        "search", "facet", "complete", "keys", "article", "original", "candidates", "utterance", "relay", "conflicts",
        "people", "complete-person", "person", "review", "outlets", "outlet", "glossary", "concept", "compare", "event",
    )),
    *(Row(name, "POST", *NO) for name in (
        "relay", "search", "facet", "complete", "keys", "article", "original", "candidates", "utterance", "conflicts", "people",
        "complete-person", "person", "statement", "batch", "progress", "report", "file", "outlets", "compare", "event",
    )),
    Row("statement", "GET", 302, 302, 302, htmx=200),
    # One's own, whatever the role: nobody else's saved search exists.
    Row("saved", "GET", *READ),
    Row("saved", "POST", 302, 302, 302),
    Row("saved-search", "GET", 404, 404, 200),
    *(Row(name, "POST", *OWN) for name in ("look", "rename-saved", "delete-saved", "saved-feed")),
    *(Row(name, "GET", *NO) for name in ("look", "rename-saved", "delete-saved", "saved-feed")),
    Row("saved-search", "POST", *NO),
    Row("feed", "GET", *READ, stranger=200),
    Row("feed", "POST", *NO, stranger=405),
    # A question too long for an address: it changes nothing.
    Row("batch-search", "GET", *READ),
    Row("batch-search", "POST", *READ),
    # Written by editors and admins.
    Row("edit", "GET", 403, 200, 200),
    Row("edit", "POST", *EDIT, htmx=200),
    Row("judge-statement", "POST", *EDIT, htmx=200),
    Row("judge-statement", "GET", 403, 405, 405),
    Row("mark", "POST", *EDIT, htmx=200),
    Row("mark", "GET", 403, 405, 405),
    Row("link", "POST", *EDIT, htmx=200),
    Row("link", "GET", *NO),
    Row("judge-link", "POST", *EDIT, htmx=200),
    Row("judge-link", "GET", *NO),
    Row("review", "POST", *EDIT, htmx=200),
    Row("undo", "POST", *EDIT),
    Row("undo", "GET", *NO),
    Row("correct-article", "GET", 403, 200, 200),
    Row("correct-article", "POST", *EDIT),
    Row("conflict", "GET", *READ),
    Row("conflict", "POST", *EDIT, htmx=200),
    Row("reopen", "POST", *EDIT, htmx=200),
    Row("reopen", "GET", *NO),
    Row("litter", "POST", *EDIT, htmx=200),
    Row("litter", "GET", *NO),
    Row("outlet", "POST", *EDIT),
    Row("apply-recipe", "POST", *EDIT),
    Row("glossary", "POST", *EDIT),
    Row("concept", "POST", *EDIT, htmx=200),
    Row("apply-recipe", "GET", *NO),
    # Managed by admins alone.
    Row("merge", "GET", 403, 403, 200),
    Row("merge", "POST", *MANAGE),
    Row("unmerge", "POST", *MANAGE),
    Row("unmerge", "GET", *NO),
    Row("rename", "POST", *MANAGE),
    Row("rename", "GET", *NO),
    Row("imports", "GET", 403, 403, 200),
    Row("imports", "POST", *MANAGE, htmx=200),
    Row("batch", "GET", 403, 403, 200),
    Row("progress", "GET", 403, 403, 302, htmx=200),
    *(Row(name, "GET", 403, 403, 200) for name in ("report", "file")),
    *(Row(name, "POST", *MANAGE) for name in ("cancel", "retry", "columns")),
    *(Row(name, "GET", *NO) for name in ("cancel", "retry", "columns")),
]  # fmt: skip
ROWS = [pytest.param(row, id=f"{row.method} {row.name}") for row in TABLE]
WRITES = [pytest.param(row, id=row.name) for row in TABLE if row.method == "POST"]


@pytest.fixture
def desk(admin: User, editor: User) -> SimpleNamespace:
    """One row of everything that an address can name."""
    article, other = make_article(), make_article(outlet="Harian Tepi")
    article.original.path.parent.mkdir(parents=True)
    article.original.path.write_bytes(b"The original.")
    quote, report = make_quote(article, speaker=make_person()), make_quote(other)
    claim = make_claim(article)
    joined = link(quote.pk, report.pk, "same", editor)
    open_one, decided = disagreement("Medan"), disagreement("Poso")
    decide(decided.pk, decided.version, "all", "", "Both are true.", editor)
    decided.refresh_from_db()
    person, merged = make_person("Yohanes Lasut"), make_person("Johanes Lasut")
    merge(merged.pk, merged.version, person.pk, admin)
    batch = ImportBatch.objects.create(created_by=admin)
    file = ImportFile.objects.create(batch=batch, name="kapal.txt", original=article.original)
    table = ImportFile.objects.create(
        batch=batch, name="kapal.csv", original=other.original, asks=True,
        columns={"names": ["Isi"], "fields": ["text"], "samples": []},
    )  # fmt: skip
    saved = SavedSearch.objects.create(user=admin, name="Kapal", asked="q=kapal")
    search.rebuild()
    search.drain()
    for one in (quote, merged):
        one.refresh_from_db()
    return SimpleNamespace(
        article=article, other=other, quote=quote, claim=claim, report=report, link=joined, person=person,
        merged=merged, speaker=quote.speaker, batch=batch, utterance=quote.utterance_id, file=file, table=table,
        outlet=article.outlet, saved=saved, open=open_one, decided=decided,
    )  # fmt: skip


def disagreement(place: str) -> Disagreement:
    a, b = make_quote(make_article(), place="Ambon"), make_quote(make_article(), place=place)
    Link.objects.create(a=a, b=b, relation="same", status="confirmed", conflicts=[["place", "Ambon", place]])
    Utterance.objects.regroup([a.pk])
    return Disagreement.objects.latest("pk")


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile("berita.txt", b"Kapal itu tiba di pelabuhan pada hari Rabu pagi.")


ASKS: dict[str, Callable[[SimpleNamespace], tuple[list[Any], dict[str, Any]]]] = {
    "search": lambda desk: ([], {"q": "kapal"}),
    "facet": lambda desk: (["outlet"], {"q": "kapal"}),
    "complete": lambda desk: ([], {"q": "ra"}),
    "keys": lambda desk: ([], {}),
    "article": lambda desk: ([desk.article.pk], {}),
    "original": lambda desk: ([desk.article.pk], {}),
    "mark": lambda desk: ([desk.other.pk], {"version": 1, "start": 0, "end": 9, "type": "claim"}),
    "statement": lambda desk: ([desk.quote.pk], {}),
    "edit": lambda desk: (
        [desk.quote.pk],
        {"version": desk.quote.version, "type": "quote", "kind": "direct", "speaker_name": "Rahma Wibowo"},
    ),
    "judge-statement": lambda desk: ([desk.quote.pk], {"verdict": "confirm", "version": desk.quote.version}),
    "candidates": lambda desk: ([desk.quote.pk], {"q": "kapal"}),
    "link": lambda desk: ([desk.claim.pk, desk.report.pk], {"relation": "supports", "version": 0}),
    "judge-link": lambda desk: ([desk.link.pk], {"verdict": "reject", "version": desk.link.version}),
    "utterance": lambda desk: ([desk.utterance], {}),
    "relay": lambda desk: ([desk.utterance], {}),
    "conflicts": lambda desk: ([], {}),
    "conflict": lambda desk: ([desk.open.pk], {"answer": "1", "reason": "The log.", "version": desk.open.version}),
    "reopen": lambda desk: ([desk.decided.pk], {"version": desk.decided.version}),
    "compare": lambda desk: ([desk.article.pk, desk.other.pk], {}),
    "event": lambda desk: ([desk.article.pk], {"lanes": "language"}),
    "people": lambda desk: ([], {"q": "lasut"}),
    "complete-person": lambda desk: ([], {"q": "lasut"}),
    "person": lambda desk: ([desk.person.pk], {}),
    "merge": lambda desk: ([desk.speaker.pk], {"into": desk.person.pk, "version": desk.speaker.version}),
    "unmerge": lambda desk: ([desk.merged.pk], {"version": desk.merged.version}),
    "rename": lambda desk: ([desk.person.pk], {"name": "Yohanes A. Lasut", "version": desk.person.version}),
    "review": lambda desk: ([], {"at": f"s{desk.claim.pk}", "verdict": "confirm", "version": desk.claim.version}),
    "undo": lambda desk: ([], {}),
    "imports": lambda desk: ([], {"files": _file()}),
    "batch": lambda desk: ([desk.batch.pk], {}),
    "progress": lambda desk: ([desk.batch.pk], {}),
    "cancel": lambda desk: ([desk.batch.pk], {}),
    "retry": lambda desk: ([desk.batch.pk], {}),
    "report": lambda desk: ([desk.batch.pk], {}),
    "file": lambda desk: ([desk.file.pk], {}),
    "columns": lambda desk: ([desk.table.pk], {"fields": ["text"]}),
    "correct-article": lambda desk: ([desk.article.pk], {"version": 1, "title": "Kapal datang", "language": "id"}),
    "litter": lambda desk: ([desk.article.pk], {"version": 1, "start": 0, "end": 15}),
    "outlets": lambda desk: ([], {}),
    "outlet": lambda desk: ([desk.outlet.pk], {"version": 0, "litter": "Baca juga"}),
    "apply-recipe": lambda desk: ([desk.outlet.pk], {}),
    "saved": lambda desk: ([], {"name": "Feri", "asked": "q=feri"}),
    "saved-search": lambda desk: ([desk.saved.pk], {}),
    "look": lambda desk: ([desk.saved.pk], {}),
    "rename-saved": lambda desk: ([desk.saved.pk], {"name": "Feri"}),
    "delete-saved": lambda desk: ([desk.saved.pk], {}),
    "saved-feed": lambda desk: ([desk.saved.pk], {"off": 1}),
    "feed": lambda desk: ([desk.saved.pk], {"key": desk.saved.feed_key}),
    "batch-search": lambda desk: ([], {"terms": "kapal"}),
    "glossary": lambda desk: ([], {"q": "ceasefire", "language": "en", "word": "salt levy", "version": 0}),
    "concept": lambda desk: (["ceasefire"], {"language": "en", "word": "calm", "version": 0}),
}
"""By address: which row it is about, and what a good request says."""


def ask(browser: Client, row: Row, desk: SimpleNamespace, headers: dict[str, str]) -> Any:
    keys, data = ASKS[row.name](desk)
    if row.method == "GET":
        data.pop("files", None)
    return getattr(browser, row.method.lower())(reverse(row.name, args=keys), data, headers=headers)


def rows() -> dict[str, list[dict[str, Any]]]:
    """Everything that the house keeps."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in _models()}


def _models() -> Iterator[Any]:
    return apps.get_app_config("articles").get_models(include_auto_created=True)


def test_every_address_has_a_row_for_reading_and_one_for_writing() -> None:
    names = {(pattern.name, method) for pattern in urls.urlpatterns for method in ("GET", "POST")}
    assert {(row.name, row.method) for row in TABLE} == names
    assert len(TABLE) == len(names)


def test_no_other_address_is_served_beside_the_admin() -> None:
    outside = {one.name for one in get_resolver().url_patterns if isinstance(one, URLPattern)}
    included = [one for one in get_resolver().url_patterns if not isinstance(one, URLPattern)]
    for one in included:
        if one.app_name != "admin" and one.urlconf_module is not urls:
            outside |= {pattern.name for pattern in one.url_patterns}
    assert outside == {"login", "logout", "password_change", "password_change_done", "set_language"}


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
@pytest.mark.parametrize("row", ROWS)
def test_each_role_gets_what_it_may(
    row: Row, headers: dict, desk: SimpleNamespace, client: Client, as_outsider: Client, as_journalist: Client,
    as_editor: Client, as_admin: Client,
) -> None:  # fmt: skip
    expected = [
        (client, row.stranger), (as_outsider, row.stranger),
        (as_journalist, row.journalist), (as_editor, row.editor), (as_admin, row.admin),
    ]  # fmt: skip
    before = rows()
    for browser, status in expected:
        signed_out = browser in (client, as_outsider)
        if headers and row.htmx and status == 302 and not signed_out:
            status = row.htmx
        writes = row.method == "POST" and status < 400 and not signed_out
        # Each role that may write finds the desk as it was.
        save = transaction.savepoint() if writes else None
        answer = ask(browser, row, desk, headers)
        assert answer.status_code == status
        assert answer.get("Location", "").startswith("/accounts/login/") == (status == SIGN_IN and signed_out)
        if save is not None:
            transaction.savepoint_rollback(save)
    assert rows() == before, "a refused request or a GET has changed something"


@pytest.mark.parametrize("row", WRITES)
def test_a_write_without_a_token_is_refused(row: Row, desk: SimpleNamespace, admin: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(admin)
    before = rows()
    answer = ask(browser, row, desk, HTMX)
    assert answer.status_code == 403
    assert b"too old" in browser.post(reverse(row.name, args=ASKS[row.name](desk)[0])).content
    assert rows() == before


UNVERSIONED = {"imports", "cancel", "retry", "columns", "apply-recipe", "undo", "batch-search"}
UNVERSIONED |= {"saved", "look", "rename-saved", "delete-saved", "saved-feed"}
"""Writes that edit no row with a version: imports, whose steps may come twice, work for the background, one's own last
change, one's own searches, which nobody else can change meanwhile."""


@pytest.mark.parametrize("row", WRITES)
@pytest.mark.parametrize("version", [None, "", "0", "77", "x", "9" * 40])
def test_a_write_needs_the_version_that_it_edits(
    version: str | None, row: Row, desk: SimpleNamespace, as_admin: Client
) -> None:
    if row.name in UNVERSIONED or row.admin == 405:
        assert "version" not in ASKS[row.name](desk)[1]
        return
    keys, data = ASKS[row.name](desk)
    # Nothing that can be read as a number means a row that does not exist yet, which is at version 0.
    if str(data.pop("version")) == (version if version in ("0", "77") else "0"):
        return
    before = rows()
    answer = as_admin.post(reverse(row.name, args=keys), data if version is None else {**data, "version": version})
    assert answer.status_code in (409, 422)
    assert rows() == before
