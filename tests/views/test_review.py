"""Review: what waits, in which order, one key each; and undo, which is always at hand."""

import pytest
from django.test import Client

from articles import editing
from articles.models import Link, Statement, User, Utterance
from articles.views.queue import Narrowing, key, queue, row_of
from tests.factories import make_article, make_claim, make_person, make_quote
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db
TEXT = "Kapal itu tiba. “Kami siap,” kata Rahma Wibowo. “Semua siap,” katanya."


@pytest.fixture
def waiting() -> dict[str, Statement | Link]:
    """Two articles: quotes, claims, an unsure one and two links."""
    first = make_article(TEXT, "Suluh Timur")
    second = make_article(TEXT, "Gerbang Asia", language="ms")
    rows: dict[str, Statement | Link] = {
        "quote": make_quote(first, "Kami siap"),
        "unsure": make_quote(first, "Semua siap", unsure=True),
        "claim": make_claim(first),
        "other": make_quote(second, "Kami siap"),
        "done": make_quote(second, "Semua siap", status="confirmed"),
    }
    rows["weak"] = Link.objects.create(a=rows["claim"], b=rows["other"], relation="paraphrase", score=0.7)
    rows["strong"] = Link.objects.create(a=rows["quote"], b=rows["other"], relation="same", score=0.9)
    return rows


def order(waiting: dict[str, Statement | Link], **narrowing: object) -> list[str]:
    """The names of what waits, walked through with j."""
    names = {row: name for name, row in waiting.items()}
    queued = queue(Narrowing(**narrowing))
    row, found = queued.first(), []
    while row and names[row] not in found:
        found.append(names[row])
        row = queued.beside(row_of(key(row)), 1)
    return found


def judge(client: Client, row: Statement | Link, verdict: str, query: str = "", **headers: object):
    data = {"at": key(row), "version": row.version, "verdict": verdict}
    return client.post(f"/review/{query}", data, **headers)


# The queue


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        # Sure statements by article and position, then links by score, then what the program is unsure of.
        ({}, ["claim", "quote", "other", "strong", "weak", "unsure"]),
        ({"kind": "quote"}, ["quote", "other", "unsure"]),
        ({"kind": "claim"}, ["claim"]),
        ({"kind": "link"}, ["strong", "weak"]),
        ({"language": "ms"}, ["other", "strong", "weak"]),
        ({"language": "ms", "kind": "quote"}, ["other"]),
        ({"language": "tr"}, []),
    ],
)
def test_what_waits_comes_in_order(narrowing: dict, expected: list[str], waiting: dict) -> None:
    assert order(waiting, **narrowing) == expected
    assert queue(Narrowing(**narrowing)).left == len(expected)


def test_the_queue_of_one_outlet(waiting: dict) -> None:
    outlet = waiting["other"].article.outlet_id
    assert order(waiting, outlet=outlet) == ["other", "strong", "weak"]


def test_k_walks_back_and_both_ends_meet(waiting: dict) -> None:
    queued = queue(Narrowing())
    assert queued.beside(waiting["claim"], -1) == waiting["unsure"]
    assert queued.beside(waiting["unsure"], 1) == waiting["claim"]
    assert queued.beside(waiting["strong"], -1) == waiting["other"]


def test_what_was_judged_keeps_its_place_for_the_next_step(waiting: dict) -> None:
    Statement.objects.filter(pk=waiting["quote"].pk).update(status="confirmed")
    assert queue(Narrowing()).beside(row_of(key(waiting["quote"])), 1) == waiting["other"]


def test_the_last_one_has_nothing_beside_it(waiting: dict) -> None:
    assert queue(Narrowing(kind="claim")).beside(waiting["claim"], 1) is None


# The page


def test_the_first_item_stands_in_its_context_with_its_keys(waiting: dict, as_editor: Client) -> None:
    html = as_editor.get("/review/").content.decode()
    assert "6 left" in html and "“Kami siap,” kata Rahma Wibowo." in html
    for pressed in "cxejku":
        assert f'data-key="{pressed}"' in html, pressed
    assert '<span class="count" id="review-count">6</span>' in html


def test_a_link_shows_both_sides_why_and_all_relations(waiting: dict, as_editor: Client) -> None:
    html = as_editor.get("/review/", {"at": key(waiting["strong"])}).content.decode()
    assert "Suluh Timur" in html and "Gerbang Asia" in html and "90%" in html
    assert "Confirm: same" in html and 'name="verdict" value="contradicts"' in html


def test_one_key_judges_and_brings_the_next(waiting: dict, as_editor: Client) -> None:
    response = judge(as_editor, waiting["claim"], "confirm", headers=HTMX)
    html = response.content.decode()
    assert "<html" not in html and "5 left" in html and f'value="{key(waiting["quote"])}"' in html
    assert 'id="review-count" hx-swap-oob="true">5<' in html
    assert response["HX-Replace-Url"] == f"/review/?at={key(waiting['quote'])}"
    assert Statement.objects.get(pk=waiting["claim"].pk).status == "confirmed"


def test_without_scripts_it_goes_on_by_redirect_and_stays_narrowed(waiting: dict, as_editor: Client) -> None:
    response = judge(as_editor, waiting["quote"], "reject", "?kind=quote")
    assert response["Location"] == f"/review/?kind=quote&at={key(waiting['other'])}"
    assert Statement.objects.get(pk=waiting["quote"].pk).status == "rejected"


@pytest.mark.parametrize(
    ("verdict", "status", "relation"),
    [
        ("confirm", "confirmed", "same"),
        ("reject", "rejected", "same"),
        ("contradicts", "confirmed", "contradicts"),
    ],
)
def test_a_link_is_judged(verdict: str, status: str, relation: str, waiting: dict, as_editor: Client) -> None:
    judge(as_editor, waiting["strong"], verdict)
    link = Link.objects.get(pk=waiting["strong"].pk)
    assert (link.status, link.relation) == (status, relation)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_who_comes_second_sees_what_it_is_now(headers: dict, waiting: dict, as_editor: Client) -> None:
    Statement.objects.filter(pk=waiting["claim"].pk).update(status="rejected", version=2)
    response = judge(as_editor, waiting["claim"], "confirm", headers=headers)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else has changed this meanwhile" in html and "rejected" in html
    assert f'value="{key(waiting["claim"])}"' in html


@pytest.mark.parametrize(("at", "verdict", "status"), [
    ("s999999", "confirm", 409), ("", "confirm", 409), ("l7x", "confirm", 409), ("claim", "approve", 422),
])  # fmt: skip
def test_what_makes_no_sense_gets_a_sentence(
    at: str, verdict: str, status: int, waiting: dict, as_editor: Client
) -> None:
    at = key(waiting[at]) if at in waiting else at
    response = as_editor.post("/review/", {"at": at, "version": 1, "verdict": verdict})
    assert response.status_code == status and 'role="alert"' in response.content.decode()
    assert queue(Narrowing()).left == 6


@pytest.mark.parametrize("query", ["kind=odd", "outlet=x", "outlet=" + "9" * 40, "language=%27", "at=s" + "9" * 40])
def test_an_address_that_makes_no_sense_breaks_nothing(query: str, waiting: dict, as_editor: Client) -> None:
    assert as_editor.get(f"/review/?{query}").status_code == 200


def test_when_all_is_judged_the_page_says_so(as_editor: Client) -> None:
    assert "Everything is judged" in as_editor.get("/review/").content.decode()
    assert "Nothing of this kind is waiting" in as_editor.get("/review/?kind=link").content.decode()


def test_a_journalist_reads_without_buttons_and_is_refused(waiting: dict, as_journalist: Client) -> None:
    page = as_journalist.get("/review/")
    assert page.status_code == 200 and 'name="verdict"' not in page.content.decode()
    assert judge(as_journalist, waiting["claim"], "confirm").status_code == 403
    assert as_journalist.post("/undo/").status_code == 403
    assert queue(Narrowing()).left == 6


# Together


@pytest.fixture
def joined(waiting: dict) -> list[Link]:
    """Three reports of one utterance, two pairs of which are confirmed but one."""
    quotes = [make_quote(make_article(TEXT, f"Harian {name}")) for name in "ABC"]
    links = [Link.objects.create(a=quotes[a], b=quotes[b], relation="same") for a, b in ((0, 1), (1, 2), (0, 2))]
    Utterance.objects.regroup(one.pk for one in quotes)
    Link.objects.filter(pk=links[0].pk).update(status="confirmed")
    return links


def test_one_key_confirms_a_pair_with_those_that_it_settles(joined: list[Link], as_editor: Client) -> None:
    html = as_editor.get("/review/", {"kind": "link", "at": key(joined[1])}).content.decode()
    assert 'data-key="a"' in html and f'name="others" value="{joined[2].pk}.1 "' in html
    assert "If this is right, 1 other pair is, too" in html
    data = {"at": key(joined[1]), "version": 1, "verdict": "together", "others": f"{joined[2].pk}.1"}
    html = as_editor.post("/review/?kind=link", data, headers=HTMX).content.decode()
    assert "2 left" in html and 'data-key="a"' not in html
    assert {Link.objects.get(pk=one.pk).status for one in joined} == {"confirmed"}
    as_editor.post("/undo/", {"next": "/review/"})
    assert [Link.objects.get(pk=one.pk).status for one in joined] == ["confirmed", "proposed", "proposed"]


@pytest.mark.parametrize("others", ["{}.2", "{}", "9999999.1", "x.y", ". .", "9" * 40, "\x00"])
def test_none_is_confirmed_where_one_of_them_is_not_as_it_was(
    others: str, joined: list[Link], as_editor: Client
) -> None:
    data = {"at": key(joined[1]), "version": 1, "verdict": "together", "others": others.format(joined[2].pk)}
    response = as_editor.post("/review/", data, headers=HTMX)
    assert response.status_code == 409 and "meanwhile" in response.content.decode()
    assert [Link.objects.get(pk=one.pk).status for one in joined[1:]] == ["proposed", "proposed"]


# Undo


def test_undo_returns_to_the_item_that_waits_again(waiting: dict, as_editor: Client) -> None:
    judge(as_editor, waiting["claim"], "confirm")
    response = as_editor.post("/undo/", {"next": f"/review/?kind=claim&at={key(waiting['quote'])}"})
    assert response["Location"] == f"/review/?kind=claim&at={key(waiting['claim'])}"
    html = as_editor.get(response["Location"]).content.decode()
    assert "Taken back: “Kapal itu tiba” is proposed again." in html


def test_undo_brings_the_pair_itself_where_it_is_judged(waiting: dict, as_editor: Client) -> None:
    judge(as_editor, waiting["strong"], "contradicts")
    next_ = f"/review/?kind=link&at={key(waiting['weak'])}"
    response = as_editor.post("/undo/", {"next": next_}, headers=HTMX, follow=True)
    html = response.content.decode()
    assert response.redirect_chain == [(f"/review/?kind=link&at={key(waiting['strong'])}", 302)]
    assert f'name="at" value="{key(waiting["strong"])}"' in html and "2 left" in html


def test_undo_returns_to_the_candidate_that_was_taken_back(waiting: dict, as_editor: Client) -> None:
    claim, other = waiting["weak"].a_id, waiting["weak"].b_id
    for one, partner in ((claim, other), (other, claim)):
        judge(as_editor, Link.objects.get(pk=waiting["weak"].pk), "reject")
        page = f"/statements/{one}/link/?q=kapal"
        assert as_editor.post("/undo/", {"next": f"{page}#candidate-1"})["Location"] == f"{page}#candidate-{partner}"
    judge(as_editor, Link.objects.get(pk=waiting["weak"].pk), "reject")
    elsewhere = f"/statements/{waiting['done'].pk}/link/"
    assert as_editor.post("/undo/", {"next": elsewhere})["Location"] == elsewhere


def test_undo_returns_to_where_one_was(waiting: dict, as_editor: Client) -> None:
    judge(as_editor, waiting["strong"], "reject")
    assert as_editor.post("/undo/", {"next": "/conflicts/"})["Location"] == "/conflicts/"
    assert "Taken back: the link is proposed again." in as_editor.get("/conflicts/").content.decode()


def test_undo_returns_to_the_passage_as_the_article_was_shown(waiting: dict, as_editor: Client) -> None:
    judge(as_editor, waiting["claim"], "confirm")
    article = waiting["claim"].article.get_absolute_url()
    html = as_editor.get(f"{article}?removed=1&find=kapal+itu").content.decode()
    back = f"{article}?removed=1&find=kapal+itu"
    assert f'name="next" value="{back.replace("&", "&amp;")}"' in html
    assert as_editor.post("/undo/", {"next": back})["Location"] == f"{back}#statement-{waiting['claim'].pk}"


def test_undo_says_what_an_article_and_a_recipe_are_again(as_editor: Client, editor: User) -> None:
    article = make_article()
    editing.correct_article(article.pk, 1, editor, {"title": "Kapal pergi"})
    editing.teach(article.outlet_id, 0, editor, {"names": ["ST"]})
    editing.teach(article.outlet_id, 1, editor, {"names": []})
    said = [as_editor.post("/undo/", {"next": "/review/"}, follow=True).content.decode() for _ in range(3)]
    assert "the recipe of Suluh Timur is what it was before" in said[0]
    assert "what you had added is gone again" in said[1]
    assert "“Kapal tiba” says again what it said before" in said[2]


def test_nothing_to_undo_is_said(as_editor: Client) -> None:
    assert as_editor.post("/undo/", {"next": "https://example.com/"})["Location"] == "/review/"
    assert "nothing of yours" in as_editor.get("/review/").content.decode()


def test_undo_is_a_post(as_editor: Client) -> None:
    assert as_editor.get("/undo/").status_code == 405


def test_an_undone_merge_is_told_by_name(as_admin: Client) -> None:
    one, other = make_person("Mohammad Baqeri"), make_person("M. Baqeri")
    as_admin.post(f"/people/{other.pk}/merge/", {"into": one.pk, "version": 1})
    as_admin.post("/undo/", {"next": "/people/"})
    assert "M. Baqeri is a person of their own again" in as_admin.get("/people/").content.decode()
