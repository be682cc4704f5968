"""The link page: a statement, its candidates, one judgement each; who may, and what is answered."""

import pytest
from django.test import Client

from articles import editing
from articles.models import Link, Statement, Utterance
from tests.factories import make_article, make_quote
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db

WORDS = "Angkatan Bersenjata Iran sepenuhnya siap untuk ekspor {} peralatan pertahanan"
WAY = 'name="relation" value="{}"'


@pytest.fixture
def one() -> Statement:
    words = WORDS.format("grosir")
    return make_quote(make_article(f"Kapal itu tiba. “{words},” katanya Rabu."), words, place="Ambon")


@pytest.fixture
def two() -> Statement:
    words = WORDS.format("besar-besaran")
    return make_quote(make_article(f"“{words},” tegasnya.", "Gerbang Asia"), words, place="Medan")


def page(one: Statement) -> str:
    return f"/statements/{one.pk}/link/"


def pair(one: Statement, two: Statement) -> str:
    return f"/statements/{one.pk}/link/{two.pk}/"


def test_the_statement_stands_in_its_context_above_its_candidates(
    one: Statement, two: Statement, as_editor: Client
) -> None:
    html = " ".join(as_editor.get(page(one)).content.decode().split())
    assert "Kapal itu tiba. “" in html and "katanya Rabu." in html
    assert f'id="candidate-{two.pk}"' in html and "Gerbang Asia" in html
    assert '<mark class="differs">grosir</mark>' in html and '<mark class="differs">besar-besaran</mark>' in html
    assert "% of the shorter wording stands in the longer" in html
    assert "Suluh Timur</bdi> says Ambon" in html and "Gerbang Asia</bdi> says Medan" in html
    for key, relation in enumerate(("same", "translation", "paraphrase", "supports", "contradicts", "updates"), 1):
        assert f'{WAY.format(relation)} data-key="{key}"' in html
    assert f'{WAY.format("unrelated")} data-key="0"' in html


def test_each_side_carries_its_language_and_direction(one: Statement, as_editor: Client) -> None:
    arabic = make_quote(make_article("«نحن جاهزون» قال", "شناشيل", language="ar"), "نحن جاهزون")
    Link.objects.create(a=one, b=arabic, relation="translation")
    html = as_editor.get(page(one)).content.decode()
    assert 'lang="ar" dir="rtl"' in html and 'lang="id" dir="ltr"' in html


def test_a_journalist_reads_but_has_no_buttons(one: Statement, two: Statement, as_journalist: Client) -> None:
    response = as_journalist.get(page(one))
    assert response.status_code == 200
    assert 'name="relation"' not in response.content.decode() and "/undo/" not in response.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_journalist_is_refused_every_write(
    headers: dict, one: Statement, two: Statement, as_journalist: Client
) -> None:
    link = Link.objects.create(a=one, b=two, relation="same")
    for address in (pair(one, two), f"/links/{link.pk}/judge/"):
        response = as_journalist.post(address, {"relation": "same", "version": 1}, headers=headers)
        assert response.status_code == 403
    link.refresh_from_db()
    assert (link.status, link.version) == ("proposed", 1)


def test_a_get_judges_nothing(one: Statement, two: Statement, as_editor: Client) -> None:
    link = Link.objects.create(a=one, b=two, relation="same")
    for address in (pair(one, two), f"/links/{link.pk}/judge/"):
        assert as_editor.get(address).status_code == 405


@pytest.mark.parametrize("relation", ["same", "translation", "paraphrase", "supports", "contradicts", "updates"])
def test_one_press_links_the_pair_and_swaps_the_candidate(
    relation: str, one: Statement, two: Statement, as_editor: Client
) -> None:
    response = as_editor.post(pair(one, two), {"relation": relation, "version": 0}, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 200 and "<html" not in html
    assert "is-judged" in html and 'name="version" value="1"' in html
    link = Link.objects.get()
    assert (link.relation, link.status, link.a, link.b) == (relation, "confirmed", one, two)


def test_not_related_is_remembered_and_shown(one: Statement, two: Statement, as_editor: Client) -> None:
    html = as_editor.post(pair(one, two), {"relation": "unrelated", "version": 0}, headers=HTMX).content.decode()
    assert Link.objects.get().status == "rejected"
    assert "is-judged" in html and "not related" in html


def test_without_scripts_the_page_comes_back_at_the_candidate(
    one: Statement, two: Statement, as_editor: Client
) -> None:
    data = {"relation": "same", "version": 0, "next": f"{page(one)}?q=kapal"}
    response = as_editor.post(pair(one, two), data)
    assert response["Location"] == f"{page(one)}?q=kapal#candidate-{two.pk}"
    assert "Linked: same." in as_editor.get(page(one)).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)", ""])
def test_the_way_back_stays_in_the_house(elsewhere: str, one: Statement, two: Statement, as_editor: Client) -> None:
    response = as_editor.post(pair(one, two), {"relation": "same", "version": 0, "next": elsewhere})
    assert response["Location"].startswith(page(one))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_who_comes_second_sees_what_it_is_now(
    headers: dict, one: Statement, two: Statement, as_editor: Client, admin
) -> None:
    editing.link(one.pk, two.pk, "paraphrase", admin)
    response = as_editor.post(pair(one, two), {"relation": "same", "version": 0}, headers=headers)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else has changed this meanwhile" in html and "confirmed: paraphrase" in html
    assert Link.objects.get().relation == "paraphrase"


@pytest.mark.parametrize("relation", ["", "likes"])
def test_a_relation_that_is_none_gets_a_sentence(
    relation: str, one: Statement, two: Statement, as_editor: Client
) -> None:
    response = as_editor.post(pair(one, two), {"relation": relation, "version": 0}, headers=HTMX)
    assert response.status_code == 422
    assert "Choose how the two statements are related" in response.content.decode()


def test_words_find_another_statement_or_say_what_to_try(one: Statement, two: Statement, as_editor: Client) -> None:
    assert f'id="candidate-{two.pk}"' in as_editor.get(page(one), {"q": "Gerbang besar-besaran"[8:]}).content.decode()
    html = as_editor.get(page(one), {"q": "tidak-ada"}).content.decode()
    assert "Try fewer words" in html and 'value="tidak-ada"' in html


def test_a_link_is_judged_from_elsewhere(one: Statement, two: Statement, as_editor: Client) -> None:
    link = Link.objects.create(a=one, b=two, relation="same")
    Utterance.objects.regroup([one.pk])
    back = "/utterances/1/"
    judged = as_editor.post(f"/links/{link.pk}/judge/", {"verdict": "confirm", "version": 1, "next": back})
    assert judged["Location"] == back and Link.objects.get().status == "confirmed"
    partial = as_editor.post(f"/links/{link.pk}/judge/", {"verdict": "reject", "version": 2}, headers=HTMX)
    assert "not related" in partial.content.decode() and Link.objects.get().status == "rejected"
    late = as_editor.post(f"/links/{link.pk}/judge/", {"verdict": "confirm", "version": 1, "next": back})
    assert late.status_code == 409
    assert "not related" in late.content.decode() and back in late.content.decode()


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_absurd_numbers_are_nothing_here(number: str, one: Statement, as_editor: Client) -> None:
    assert as_editor.get(f"/statements/{number}/link/").status_code == 404
    assert as_editor.post(f"/statements/{number}/link/{one.pk}/", {"relation": "same"}).status_code == 404
    assert as_editor.post(f"/links/{number}/judge/", {"verdict": "confirm"}).status_code == 404
    assert as_editor.post(f"/statements/{one.pk}/link/{number}/", {"relation": "same"}).status_code == 404
    assert not Link.objects.exists()


def test_a_rejected_statement_has_no_link_page(one: Statement, as_editor: Client) -> None:
    Statement.objects.update(status="rejected")
    assert as_editor.get(page(one)).status_code == 404
