"""The conflict queue: what disagrees, ranked; decided with a reason; undone, opened again, and shown to everybody."""

import pytest
from django.test import Client

from articles import editing
from articles.models import Disagreement, Link, Statement, User, Utterance, Verdict
from tests.factories import make_article, make_quote
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db
WORDS = "Sebanyak {} kapal ikan tiba di pelabuhan tadi malam"


def report(number: int, outlet: str, **fields: object) -> Statement:
    words = WORDS.format(number)
    return make_quote(make_article(f"Ambon. “{words},” kata Rahma Wibowo, Rabu.", outlet), words, **fields)


@pytest.fixture
def reports() -> list[Statement]:
    return [report(12, "Suluh Timur", place="Ambon"), report(15, "Gerbang Asia", place="Medan")]


@pytest.fixture
def number(reports: list[Statement], editor: User) -> Disagreement:
    """Two reports disagree on a number and on a place: the number comes first."""
    editing.link(reports[0].pk, reports[1].pk, "same", editor)
    return Disagreement.objects.get(field="number")


@pytest.fixture
def place(number: Disagreement) -> Disagreement:
    return Disagreement.objects.get(field="place")


def page(browser: Client, address: str, **query: object) -> str:
    return " ".join(browser.get(address, query).content.decode().split())


def good(row: Disagreement, **typed: object) -> dict[str, object]:
    return {"answer": "1", "reason": "The port's log.", "version": row.version, **typed}


# The list.


def test_the_list_says_who_says_what_and_what_matters_most_first(place: Disagreement, as_journalist: Client) -> None:
    html = page(as_journalist, "/conflicts/")
    assert html.index("Number:") < html.index("Place:")
    assert "<bdi>Suluh Timur</bdi> says" in html and "<bdi>Gerbang Asia</bdi> says Medan" in html
    assert f'href="/conflicts/{place.pk}/"' in html and f'href="/utterances/{place.utterance_id}/"' in html
    assert '<span class="count">2</span></h1>' in html and 'id="conflict-count">2</span>' in html
    assert "Decide" not in html and "undo" not in html


def test_without_conflicts_the_page_says_what_would_show_here(as_journalist: Client) -> None:
    assert "No two reports of one utterance disagree" in page(as_journalist, "/conflicts/")
    assert "No conflict of this kind" in page(as_journalist, "/conflicts/", field="date")
    assert as_journalist.get("/conflicts/?page=7").status_code == 404


def test_the_list_is_narrowed_to_a_field_and_to_what_is_resolved(
    number: Disagreement, as_editor: Client, as_journalist: Client
) -> None:
    as_editor.post(f"/conflicts/{number.pk}/", good(number))
    shown = {
        (state, field): [name for name in ("Number:", "Place:") if name in page(as_journalist, "/conflicts/", state=state, field=field)]
        for state in ("", "resolved", "all", "odd")
        for field in ("", "place", "odd")
    }  # fmt: skip
    assert shown == {
        ("", ""): ["Place:"], ("", "place"): ["Place:"], ("", "odd"): ["Place:"],
        ("resolved", ""): ["Number:"], ("resolved", "place"): [], ("resolved", "odd"): ["Number:"],
        ("all", ""): ["Number:", "Place:"], ("all", "place"): ["Place:"], ("all", "odd"): ["Number:", "Place:"],
        ("odd", ""): ["Place:"], ("odd", "place"): ["Place:"], ("odd", "odd"): ["Place:"],
    }  # fmt: skip


def test_contradictions_are_listed_and_judged(
    reports: list[Statement], as_editor: Client, as_journalist: Client
) -> None:
    link = Link.objects.create(a=reports[0], b=reports[1], relation="contradicts")
    form = f'action="/links/{link.pk}/judge/"'
    for address in ("/conflicts/", "/conflicts/?field=contradicts"):
        assert form in page(as_editor, address) and form not in page(as_journalist, address)
        assert reports[0].text in page(as_journalist, address)
    as_editor.post(f"/links/{link.pk}/judge/", {"verdict": "confirm", "version": 1, "next": "/conflicts/"})
    assert reports[0].text in page(as_journalist, "/conflicts/")
    assert "No two statements are known" in page(as_journalist, "/conflicts/", field="contradicts")
    assert reports[0].text in page(as_journalist, "/conflicts/", field="contradicts", state="resolved")


def test_a_page_of_the_list_needs_a_fixed_number_of_queries(
    as_editor: Client, editor: User, django_assert_max_num_queries
) -> None:
    for number in range(20, 32):
        one, two = report(number, f"A{number}"), report(number + 50, f"B{number}")
        link = editing.link(one.pk, two.pk, "same", editor)
        if number % 2:
            row = Disagreement.objects.get(
                utterance=link.a.utterance_id or Statement.objects.get(pk=one.pk).utterance_id
            )
            editing.decide(row.pk, row.version, "all", "", "Both.", editor)
    with django_assert_max_num_queries(16):
        as_editor.get("/conflicts/", {"state": "all"})


# One conflict.


def test_each_side_is_shown_in_its_sentence_with_the_value_marked(number: Disagreement, as_journalist: Client) -> None:
    html = page(as_journalist, f"/conflicts/{number.pk}/")
    for figure, outlet in (("12", "Suluh Timur"), ("15", "Gerbang Asia")):
        assert f'<mark class="disputed">{figure}' in html and outlet in html
    assert 'name="answer"' not in html and 'name="reason"' not in html


def test_the_form_has_a_key_for_each_side_and_outcome(number: Disagreement, as_editor: Client) -> None:
    html = page(as_editor, f"/conflicts/{number.pk}/")
    for answer, key in (("1", "1"), ("2", "2"), ("all", "a"), ("none", "0"), ("unknown", "n")):
        assert f'name="answer" value="{answer}" required data-key="{key}" data-then="reason-{number.pk}"' in html
    assert 'data-key="u"' in html and "2 left" in html and html.count(f'id="reason-{number.pk}"') == 1


def test_a_verdict_is_kept_and_the_next_conflict_comes(
    number: Disagreement, place: Disagreement, as_editor: Client
) -> None:
    answer = as_editor.post(f"/conflicts/{number.pk}/", good(number), headers=HTMX)
    assert answer["HX-Replace-Url"] == f"/conflicts/{place.pk}/"
    html = answer.content.decode()
    assert "<html" not in html and "1 left" in html and f"/conflicts/{place.pk}/" in html
    assert 'id="conflict-count" hx-swap-oob="true">1<' in html and "Decided: “12" in html
    verdict = Verdict.objects.get()
    assert verdict.value.startswith("12") and (verdict.outcome, verdict.reason) == ("side", "The port's log.")
    # Without scripts the same, by a redirect.
    last = as_editor.post(f"/conflicts/{place.pk}/", good(place, answer="unknown"))
    assert last["Location"] == "/conflicts/"
    assert "Everything here is decided" not in page(as_editor, "/conflicts/")


def test_the_last_one_is_followed_by_a_sentence(number: Disagreement, as_editor: Client) -> None:
    answer = as_editor.post(f"/conflicts/{number.pk}/?field=number", good(number), headers=HTMX)
    assert "Everything here is decided" in answer.content.decode()
    assert answer["HX-Replace-Url"] == "/conflicts/?field=number"


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"reason": ""}, 422, "needs a reason"),
        ({"answer": ""}, 422, "Choose what is right"),
        ({"answer": "3"}, 422, "Choose what is right"),
        ({"answer": "side"}, 422, "Choose what is right"),
        ({"answer": "0"}, 422, "Choose what is right"),
        ({"version": "77"}, 409, "meanwhile"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_a_refusal_loses_nothing_that_was_typed(
    headers: dict, typed: dict, status: int, said: str, number: Disagreement, as_editor: Client
) -> None:
    sent = good(number, answer="2", reason="Because “they” counted.") | typed
    answer = as_editor.post(f"/conflicts/{number.pk}/", sent, headers=headers)
    html = " ".join(answer.content.decode().split())
    assert answer.status_code == status and said in html
    assert f'name="reason" value="{sent["reason"]}"' in html
    assert ('value="2" required checked' in html) == (sent["answer"] == "2")
    assert f'name="version" value="{number.version}"' in html and not Verdict.objects.exists()


def test_what_was_typed_outlives_a_conflict_that_is_gone(number: Disagreement, as_editor: Client) -> None:
    Disagreement.objects.all().delete()
    for headers in ({}, HTMX):
        answer = as_editor.post(f"/conflicts/{number.pk}/", good(number), headers=headers)
        assert answer.status_code == 409
        assert "no longer disagree" in answer.content.decode() and "The port&#x27;s log." in answer.content.decode()


def test_everybody_sees_what_was_decided_by_whom_and_why(
    number: Disagreement, reports: list[Statement], as_editor: Client, as_journalist: Client, editor: User
) -> None:
    as_editor.post(f"/conflicts/{number.pk}/", good(number))
    for address in (f"/conflicts/{number.pk}/", "/conflicts/?state=resolved", f"/utterances/{number.utterance_id}/"):
        html = page(as_journalist, address)
        assert "decided</span>" in html and "The port&#x27;s log." in html and "<bdi>ed</bdi>" in html
        assert "decided before" not in html
    editing.link(reports[1].pk, report(20, "Jangkar").pk, "same", editor)
    for address in (f"/conflicts/{number.pk}/", "/conflicts/", f"/utterances/{number.utterance_id}/"):
        assert "decided before" in page(as_journalist, address)


def test_a_verdict_is_changed_in_the_form_that_shows_it(number: Disagreement, as_editor: Client) -> None:
    as_editor.post(f"/conflicts/{number.pk}/", good(number))
    html = page(as_editor, f"/conflicts/{number.pk}/")
    assert 'value="1" required checked' in html and 'name="reason" value="The port&#x27;s log."' in html
    number.refresh_from_db()
    as_editor.post(f"/conflicts/{number.pk}/", good(number, answer="none"))
    assert [(one.outcome, one.version) for one in Verdict.objects.all()] == [("none", 2)]


def test_it_is_opened_again(number: Disagreement, as_editor: Client) -> None:
    as_editor.post(f"/conflicts/{number.pk}/", good(number))
    number.refresh_from_db()
    sent = {"version": number.version, "next": "//elsewhere.example/"}
    answer = as_editor.post(f"/conflicts/{number.pk}/reopen/", sent)
    assert answer["Location"] == f"/conflicts/{number.pk}/"
    assert "decided before" in page(as_editor, f"/conflicts/{number.pk}/")
    late = as_editor.post(f"/conflicts/{number.pk}/reopen/", sent, headers=HTMX)
    assert late.status_code == 409 and "meanwhile" in late.content.decode()


def test_undo_leads_back_to_what_is_open_again(number: Disagreement, place: Disagreement, as_editor: Client) -> None:
    as_editor.post(f"/conflicts/{number.pk}/?field=number", good(number))
    answer = as_editor.post("/undo/", {"next": f"/conflicts/{place.pk}/?field=number"})
    assert answer["Location"] == f"/conflicts/{number.pk}/?field=number"
    assert "Taken back: it is open again." in page(as_editor, answer["Location"])
    assert not Verdict.objects.exists()


# In a sentence on another page.


def test_a_sentence_elsewhere_brings_the_form_along(
    number: Disagreement, as_editor: Client, as_journalist: Client
) -> None:
    address = f"/utterances/{number.utterance_id}/"
    html = page(as_editor, address)
    assert f'hx-target="#point-{number.pk}"' in html and f'id="point-{number.pk}"' in html
    # The page has keys of its own.
    assert "data-then" not in html
    assert 'name="answer"' not in page(as_journalist, address)
    answer = as_editor.post(f"/conflicts/{number.pk}/", good(number, next=address))
    assert answer["Location"] == address


def test_a_sentence_elsewhere_is_decided_in_its_place(number: Disagreement, as_editor: Client) -> None:
    headers = {**HTMX, "HX-Target": f"point-{number.pk}"}
    refused = as_editor.post(f"/conflicts/{number.pk}/", good(number, reason=""), headers=headers)
    assert refused.status_code == 422 and '<details class="deciding" open>' in refused.content.decode()
    answer = as_editor.post(f"/conflicts/{number.pk}/", good(number), headers=headers)
    html = answer.content.decode()
    assert html.strip().startswith("<div") and f'id="point-{number.pk}"' in html and "decided</span>" in html


def test_many_reports_of_a_side_are_counted_in_the_queue_and_all_there_in_a_sentence(
    number: Disagreement, reports: list[Statement], as_editor: Client, editor: User
) -> None:
    for at in range(5):
        editing.link(reports[1].pk, report(12, f"A{at}").pk, "same", editor)
    number.refresh_from_db()
    assert "and 2 more reports" in page(as_editor, f"/conflicts/{number.pk}/")
    assert "and 2 more say" in page(as_editor, "/conflicts/")
    headers = {**HTMX, "HX-Target": f"point-{number.pk}"}
    answer = as_editor.post(f"/conflicts/{number.pk}/", good(number), headers=headers)
    assert "Decide otherwise" in answer.content.decode()


def test_a_disagreement_of_an_utterance_that_fell_apart_is_not_found(number: Disagreement, as_editor: Client) -> None:
    Link.objects.all().delete()
    Utterance.objects.regroup([number.statement_id])
    assert as_editor.get(f"/conflicts/{number.pk}/").status_code == 404


def test_two_circumstances_with_the_same_sides_are_one_sentence_and_two_points(editor: User, as_editor: Client) -> None:
    one = report(12, "A", said_when="hari Rabu", weekday=2, place="Ambon")
    two = report(12, "B", said_when="hari Selasa", weekday=1, place="Medan")
    editing.link(one.pk, two.pk, "same", editor)
    one.refresh_from_db()
    html = page(as_editor, f"/utterances/{one.utterance_id}/")
    assert '<strong class="conflict-name">Day, Place:</strong>' in html
    assert "<bdi>A</bdi> says Wednesday, Ambon" in html and html.count('<details class="deciding"') == 2
