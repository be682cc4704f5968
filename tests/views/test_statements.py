"""Marking, judging and correcting: who may, what is answered, and that nothing typed is lost."""

from typing import Any

import pytest
from django.test import Client

from articles.forms import StatementForm
from articles.models import Article, OutboxEntry, Person, Statement, User
from tests.factories import make_article, make_claim, make_person, make_quote
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db
TEXT = "Kapal 🚢 itu tiba.\n“Kami siap,” kata Rahma Wibowo. “Semua siap.”"


@pytest.fixture
def article() -> Article:
    return make_article(TEXT)


@pytest.fixture
def quote(article: Article) -> Statement:
    return make_quote(article, speaker=make_person())


def typed(statement: Statement, **changes: Any) -> dict[str, Any]:
    """What the form of this statement sends when somebody changes these fields."""
    form = StatementForm(instance=statement)
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in {**values, **changes}.items() if value not in (None, False)}


def on_page(statement: Statement) -> dict[str, str]:
    """Headers of a request that htmx makes from the statement's article."""
    return {**HTMX, "HX-Current-URL": f"http://testserver{statement.article.get_absolute_url()}"}


# Who may


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_journalist_is_refused_every_write(headers: dict, quote: Statement, as_journalist: Client) -> None:
    span = {"version": 1, "start": 0, "end": 5, "type": "claim"}
    for address, data in [
        (f"/statements/{quote.pk}/judge/", {"verdict": "confirm", "version": 1}),
        (f"/statements/{quote.pk}/edit/", typed(quote, note="x")),
        (f"/articles/{quote.article_id}/statements/", span),
    ]:
        response = as_journalist.post(address, data, headers=headers)
        assert response.status_code == 403
        assert "Only editors can do this." in response.content.decode()
    assert as_journalist.get(f"/statements/{quote.pk}/edit/", headers=headers).status_code == 403
    assert (Statement.objects.count(), Statement.objects.get().version) == (1, 1)


def test_a_get_writes_nothing(quote: Statement, as_editor: Client) -> None:
    for address in (f"/statements/{quote.pk}/judge/", f"/articles/{quote.article_id}/statements/"):
        assert as_editor.get(address).status_code == 405


def test_a_write_without_a_token_is_refused(quote: Statement, editor: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(editor)
    assert browser.post(f"/statements/{quote.pk}/judge/", {"verdict": "confirm", "version": 1}).status_code == 403


# Judging


@pytest.mark.parametrize(("verdict", "status"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_an_editor_judges_and_comes_back_to_the_passage(
    verdict: str, status: str, quote: Statement, as_editor: Client
) -> None:
    response = as_editor.post(f"/statements/{quote.pk}/judge/", {"verdict": verdict, "version": 1})
    assert response["Location"] == quote.get_absolute_url()
    quote.refresh_from_db()
    assert (quote.status, quote.version) == (status, 2)
    assert OutboxEntry.objects.filter(article_id=quote.article_id).exists()


def test_htmx_gets_the_card_and_the_text_anew(quote: Statement, as_editor: Client) -> None:
    data = {"verdict": "confirm", "version": 1}
    html = as_editor.post(f"/statements/{quote.pk}/judge/", data, headers=on_page(quote)).content.decode()
    assert f'id="card-{quote.pk}"' in html and 'value="2"' in html and "Undo" in html and "<html" not in html
    assert 'class="statement quote confirmed depth-0"' in html
    assert html.count("hx-swap-oob") == 2


def test_htmx_on_another_page_gets_the_card_alone(quote: Statement, as_editor: Client) -> None:
    data = {"verdict": "confirm", "version": 1}
    html = as_editor.post(f"/statements/{quote.pk}/judge/", data, headers=HTMX).content.decode()
    assert f'id="card-{quote.pk}"' in html and "hx-swap-oob" not in html


def test_the_text_comes_as_the_address_shows_it(quote: Statement, as_editor: Client) -> None:
    headers = on_page(quote)
    data = {"verdict": "reject", "version": 1}
    html = as_editor.post(f"/statements/{quote.pk}/judge/", data, headers=headers).content.decode()
    assert f'id="statement-{quote.pk}"' not in html
    headers["HX-Current-URL"] += "?rejected=1&find=tiba"
    address = f"{quote.article.get_absolute_url()}?rejected=1&amp;find=tiba"
    html = as_editor.get(f"/statements/{quote.pk}/", headers=headers).content.decode()
    data = {"verdict": "reject", "version": 2}
    html = as_editor.post(f"/statements/{quote.pk}/judge/", data, headers=headers).content.decode()
    assert f'id="statement-{quote.pk}"' in html and 'id="hit-1">tiba</mark>' in html
    # Undo leads back to what is shown.
    assert f'name="next" value="{address}"' in html


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_judging_what_somebody_has_changed_is_told_and_changes_nothing(
    headers: dict, quote: Statement, as_editor: Client, as_admin: Client
) -> None:
    as_admin.post(f"/statements/{quote.pk}/judge/", {"verdict": "reject", "version": 1})
    response = as_editor.post(f"/statements/{quote.pk}/judge/", {"verdict": "confirm", "version": 1}, headers=headers)
    assert response.status_code == 409
    assert "Somebody else has changed this meanwhile." in response.content.decode()
    assert 'name="version" value="2"' in response.content.decode()
    assert Statement.objects.get().status == "rejected"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"verdict": "maybe", "version": 1},
        {"verdict": "confirm", "version": "x"},
        {"verdict": "confirm", "version": "1" * 5000},
    ],
)
def test_a_judgement_needs_a_verdict_and_a_version(data: dict, quote: Statement, as_editor: Client) -> None:
    assert as_editor.post(f"/statements/{quote.pk}/judge/", data).status_code == 422
    assert Statement.objects.get().status == "proposed"


# Correcting


def test_the_form_is_a_page_and_for_htmx_a_part(quote: Statement, as_editor: Client) -> None:
    address = f"/statements/{quote.pk}/edit/"
    page, part = as_editor.get(address).content.decode(), as_editor.get(address, headers=HTMX).content.decode()
    assert "<html" in page and "Kami siap" in page and 'value="Rahma Wibowo"' in page
    assert "<html" not in part and 'value="Rahma Wibowo"' in part


@pytest.mark.parametrize("field", ["speaker_name", "tag_names"])
def test_the_form_begins_in_the_field_that_was_asked_for(field: str, quote: Statement, as_editor: Client) -> None:
    html = as_editor.get(f"/statements/{quote.pk}/edit/?field={field}", headers=HTMX).content.decode()
    before = html.split(" autofocus")[0]
    assert html.count(" autofocus") == 1 and f'name="{field}"' in before.rsplit("<input", 1)[1]
    assert as_editor.get(f"/statements/{quote.pk}/edit/?field=version").status_code == 200


def test_a_correction_is_saved_whole(quote: Statement, as_editor: Client) -> None:
    changes = {"kind": "mixed", "cue": "ujar", "place": "Jakarta", "said_on": "2021-12-01", "note": "periksa",
               "tag_names": "air,  kapal , air,", "unsure": "on"}  # fmt: skip
    response = as_editor.post(f"/statements/{quote.pk}/edit/", typed(quote, **changes))
    assert response["Location"] == quote.get_absolute_url()
    quote.refresh_from_db()
    assert (quote.kind, quote.cue, quote.place, str(quote.said_on), quote.note, quote.unsure) == (
        "mixed", "ujar", "Jakarta", "2021-12-01", "periksa", True,
    )  # fmt: skip
    assert [tag.name for tag in quote.tags.all()] == ["air", "kapal"]
    assert quote.status == "confirmed"


def test_a_quote_becomes_a_claim_and_loses_its_kind(quote: Statement, as_editor: Client) -> None:
    as_editor.post(f"/statements/{quote.pk}/edit/", typed(quote, type="claim"))
    quote.refresh_from_db()
    assert (quote.type, quote.kind) == ("claim", "")
    as_editor.post(f"/statements/{quote.pk}/edit/", typed(quote, type="quote", kind=""))
    quote.refresh_from_db()
    assert (quote.type, quote.kind) == ("quote", "direct")


def test_the_selected_passage_becomes_the_span(quote: Statement, as_editor: Client) -> None:
    start = TEXT.index("Semua")
    as_editor.post(f"/statements/{quote.pk}/edit/", typed(quote, start=start, end=start + len("Semua siap.”")))
    quote.refresh_from_db()
    assert quote.text == "Semua siap."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"start": 5, "end": 500}, "outside the article"),
        ({"start": 5}, "The selection is incomplete."),
        ({"said_on": "kemarin"}, "Enter a valid date."),
        ({"cue": "k" * 201}, "at most 200 characters"),
        ({"type": "rumour"}, "Select a valid choice."),
        ({"version": ""}, ""),
    ],
)
def test_what_is_not_valid_is_told_and_what_was_typed_stays(
    changes: dict, told: str, quote: Statement, as_editor: Client
) -> None:
    for headers in ({}, HTMX):
        data = typed(quote, note="nicht verlieren", **changes)
        response = as_editor.post(f"/statements/{quote.pk}/edit/", data, headers=headers)
        assert response.status_code == 422
        assert told in response.content.decode() and "nicht verlieren" in response.content.decode()
    assert Statement.objects.get().version == 1


def test_an_unknown_speaker_can_be_added_as_a_new_person(quote: Statement, as_editor: Client) -> None:
    address, changes = f"/statements/{quote.pk}/edit/", {"speaker_name": "Orang Baru", "note": "tetap"}
    assert 'name="add_person"' not in as_editor.get(address).content.decode()
    response = as_editor.post(address, typed(quote, **changes), headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 422
    assert "Nobody called “Orang Baru” is known yet." in html and 'name="add_person"' in html and "tetap" in html
    assert as_editor.post(address, typed(quote, **changes, add_person="on"), headers=HTMX).status_code == 200
    quote.refresh_from_db()
    assert quote.speaker == Person.objects.get(name="Orang Baru")


def test_a_late_correction_keeps_what_was_typed_and_loses_nothing_of_the_other(
    quote: Statement, as_editor: Client, as_admin: Client
) -> None:
    address = f"/statements/{quote.pk}/edit/"
    mine = typed(quote, cue="ujarnya", tag_names="milikku")
    theirs = as_admin.post(address, typed(quote, cue="tegas", note="catatan mereka", tag_names="mereka", unsure="on"))
    assert theirs.status_code == 302
    response = as_editor.post(address, mine, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else has changed this meanwhile." in html
    # what I typed, beside what is saved now
    assert 'value="ujarnya"' in html and "saved now: tegas" in html
    assert 'value="milikku"' in html and "saved now: mereka" in html
    # what I left alone is what they made of it
    assert "catatan mereka" in html and "saved now: catatan" not in html
    form = response.context["form"]
    again = {name: form[name].value() for name in form.fields}
    again = {name: value for name, value in again.items() if value not in (None, False)}
    assert as_editor.post(address, again, headers=HTMX).status_code == 200
    quote.refresh_from_db()
    assert (quote.cue, quote.note, quote.unsure, quote.version) == ("ujarnya", "catatan mereka", True, 3)
    assert [tag.name for tag in quote.tags.all()] == ["milikku"]


def test_the_card_comes_back_when_nothing_is_saved(quote: Statement, as_editor: Client) -> None:
    html = as_editor.get(f"/statements/{quote.pk}/", headers=HTMX).content.decode()
    assert f'id="card-{quote.pk}"' in html and "<form" in html and "hx-swap-oob" not in html
    assert as_editor.get(f"/statements/{quote.pk}/")["Location"] == quote.get_absolute_url()


# Marking


def mark(browser: Client, article: Article, words: str, headers: Any = HTMX, **data: Any) -> Any:
    start = article.text.index(words)
    given = {"version": article.version, "start": start, "end": start + len(words), "type": "quote", **data}
    return browser.post(f"/articles/{article.pk}/statements/", given, headers=headers)


def test_a_selected_passage_becomes_a_statement_with_its_form_open(article: Article, as_editor: Client) -> None:
    response = mark(as_editor, article, "“Semua siap.”")
    row = Statement.objects.get()
    assert (row.text, row.type, row.kind, row.status, row.marked_by.role) == (
        "Semua siap.", "quote", "direct", "confirmed", "editor",
    )  # fmt: skip
    assert (response["HX-Retarget"], response["HX-Reswap"]) == ("#margin", "beforeend")
    assert f'id="card-{row.pk}"' in response.content.decode() and " autofocus" in response.content.decode()


def test_offsets_count_code_points(article: Article, as_editor: Client) -> None:
    mark(as_editor, article, "🚢 itu tiba", type="claim")
    assert Statement.objects.get().text == "🚢 itu tiba"
    assert (Statement.objects.get().start, Statement.objects.get().end) == (6, 16)


def test_marking_without_htmx_goes_on_to_the_form(article: Article, as_editor: Client) -> None:
    response = mark(as_editor, article, "Semua siap", headers={})
    assert response["Location"] == f"/statements/{Statement.objects.get().pk}/edit/?field=speaker_name"


@pytest.mark.parametrize(
    ("data", "status", "told"),
    [
        ({"end": 500}, 422, "outside the article"),
        ({"start": 20, "end": 20}, 422, "outside the article"),
        ({"start": -1}, 422, "Select the passage again."),
        ({"end": "x"}, 422, "Select the passage again."),
        ({"type": "rumour"}, 422, "Select the passage again."),
        ({"start": 5, "end": 6}, 422, "holds no words"),
        ({"version": 7}, 409, "cleaned anew meanwhile"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_selection_that_cannot_be_marked_is_told(
    headers: dict, data: dict, status: int, told: str, article: Article, as_editor: Client
) -> None:
    response = mark(as_editor, article, "Kapal", headers=headers, **data)
    assert response.status_code == status
    assert told in response.content.decode()
    assert ("<html" in response.content.decode()) == (not headers)
    assert not Statement.objects.exists()


def test_a_passage_is_marked_once(article: Article, as_editor: Client) -> None:
    make_claim(article, "Semua siap")
    response = mark(as_editor, article, "Semua siap", type="claim")
    assert response.status_code == 422 and "marked already" in response.content.decode()
