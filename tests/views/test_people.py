"""People: found by any spelling, all their statements in time, merged by admins and parted again."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import editing
from articles.models import Link, Person, User
from tests.factories import make_article, make_quote
from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db
TEXT = "“Kami siap,” kata Baqeri. “Semua siap,” katanya. “Kapal tiba,” tambahnya."


@pytest.fixture
def baqeri() -> Person:
    """Three statements in two outlets: one with a day of its own, one undated, one rejected."""
    person = editing.speaker_named("Mohammad Baqeri", add_person=True)
    dated = make_article(TEXT, "Suluh Timur", published=date(2021, 10, 20))
    undated = make_article(TEXT, "Gerbang Asia")
    make_quote(dated, "Kami siap", speaker=person, speaker_name="Mohammad Baqeri")
    make_quote(dated, "Semua siap", speaker=person, said_on=date(2021, 9, 3))
    make_quote(undated, "Kapal tiba", speaker=person, speaker_name="M. Bagheri")
    make_quote(undated, "Semua siap", speaker=person, status="rejected")
    return person


@pytest.fixture
def bageri() -> Person:
    person = editing.speaker_named("Mohammad Hossein Bageri", add_person=True)
    make_quote(make_article(TEXT, "Kabar Laut"), speaker=person)
    return person


def address(person: Person) -> str:
    return f"/people/{person.pk}/"


def test_the_most_quoted_come_first_with_counts(baqeri: Person, bageri: Person, as_journalist: Client) -> None:
    html = as_journalist.get("/people/").content.decode()
    assert html.index("Mohammad Baqeri") < html.index("Mohammad Hossein Bageri")
    assert '<td class="amount">3</td>' in html and '<td class="amount">1</td>' in html


def test_a_long_list_asks_the_database_no_more_than_a_short_one(
    baqeri: Person, as_journalist: Client, django_assert_num_queries
) -> None:
    with CaptureQueriesContext(connection) as short:
        as_journalist.get("/people/")
    for number in range(20):
        editing.speaker_named(f"Orang {number}", add_person=True)
    with django_assert_num_queries(len(short)):
        as_journalist.get("/people/")


def test_people_are_found_by_any_spelling(baqeri: Person, bageri: Person, as_journalist: Client) -> None:
    html = as_journalist.get("/people/", {"q": "Muhammad Bagheri"}).content.decode()
    assert "Mohammad Baqeri" in html and 'value="Muhammad Bagheri"' in html
    partial = as_journalist.get("/people/", {"q": "hossein"}, headers=HTMX).content.decode()
    assert "<html" not in partial and "Hossein" in partial and "Mohammad Baqeri" not in partial
    assert "Nobody has this name" in as_journalist.get("/people/", {"q": "Surya"}).content.decode()


def test_an_empty_desk_says_where_people_come_from(as_journalist: Client) -> None:
    assert "Nobody is quoted yet" in as_journalist.get("/people/").content.decode()


def test_statements_stand_in_time_undated_ones_last(baqeri: Person, as_journalist: Client) -> None:
    html = as_journalist.get(address(baqeri)).content.decode().partition('id="said-title"')[2]
    places = [html.index(mark) for mark in ("October 2021", "Kami siap", "September 2021", "Semua siap",
                                             "Without a date", "Kapal tiba")]  # fmt: skip
    assert places == sorted(places)
    assert "M. Bagheri" in html and html.count("Semua siap") == 1


def test_one_outlet_can_be_looked_at_alone(baqeri: Person, as_journalist: Client) -> None:
    outlet = baqeri.statements.get(text="Kapal tiba").article.outlet
    html = as_journalist.get(address(baqeri), {"outlet": outlet.pk}).content.decode()
    assert "Kapal tiba" in html and "Kami siap" not in html
    for absurd in ("x", "9" * 40, "-1"):
        assert "Kami siap" in as_journalist.get(address(baqeri), {"outlet": absurd}).content.decode()


def test_it_is_narrowed_to_a_language_words_and_a_month(baqeri: Person, as_journalist: Client) -> None:
    for query, shown in (
        ({"q": "tiba"}, ["Kapal tiba"]),
        ({"month": "2021-09"}, ["Semua siap"]),
        ({"language": "id", "q": "siap"}, ["Kami siap", "Semua siap"]),
        ({"language": "tr"}, []),
        ({"month": "2021-99"}, ["Kami siap", "Semua siap", "Kapal tiba"]),
    ):
        html = as_journalist.get(address(baqeri), query).content.decode().partition('id="said-title"')[2]
        assert [one for one in ("Kami siap", "Semua siap", "Kapal tiba") if one in html] == shown, query


def test_the_months_are_a_picture_with_a_table_and_keep_what_it_is_narrowed_to(
    baqeri: Person, as_journalist: Client
) -> None:
    html = as_journalist.get(address(baqeri), {"q": "siap"}).content.decode()
    assert "Statements by month" in html and 'id="month-2021-10"' in html
    assert 'href="?q=siap&amp;month=2021-09"' in html
    # Chosen once more it is taken away; the other months stay.
    html = as_journalist.get(address(baqeri), {"q": "siap", "month": "2021-09"}).content.decode()
    assert 'href="?q=siap" hx-get="?q=siap" hx-push-url="true" aria-current="true"' in html
    assert 'href="?q=siap&amp;month=2021-10"' in html


def test_what_changed_and_what_contradicts_stands_with_both_days(baqeri: Person, as_journalist: Client) -> None:
    ready, all_ready, arrives = (
        baqeri.statements.visible().get(text=text) for text in ("Kami siap", "Semua siap", "Kapal tiba")
    )
    Link.objects.create(a=ready, b=all_ready, relation="contradicts")
    Link.objects.create(a=arrives, b=ready, relation="updates")
    html = as_journalist.get(address(baqeri)).content.decode()
    contradicted, _, changed = html.partition('id="contradictions"')[2].partition('id="updates"')
    assert contradicted.index("Sept. 3, 2021") < contradicted.index("Oct. 20, 2021")
    assert "Both are the person's words" in contradicted
    assert changed.index("Kami siap") < changed.index("Kapal tiba")


def test_roles_and_outlets_have_their_days(baqeri: Person, as_journalist: Client) -> None:
    baqeri.statements.filter(text="Kami siap").update(role="panglima")
    html = " ".join(as_journalist.get(address(baqeri)).content.decode().split())
    assert "<bdi>panglima</bdi>" in html.partition("Roles over time")[2]
    assert "Sept. 3, 2021 – Oct. 20, 2021" in html.partition("Quoted by")[2]


def test_a_long_life_asks_the_database_no_more_than_a_short_one(
    baqeri: Person, as_journalist: Client, django_assert_num_queries
) -> None:
    def say(day: int) -> None:
        texts = [f"“Kami siap berlayar ke pulau nomor {number},” katanya." for number in (1, 2)]
        made = [make_article(text, f"Harian {day}", published=date(2022, 1, day)) for text in texts]
        one, other = (make_quote(article, article.text[1:38], speaker=baqeri, role=f"peran {day}") for article in made)
        Link.objects.create(a=one, b=other, relation="contradicts")
        editing.link(one.pk, baqeri.statements.visible().first().pk, "same", User.objects.first())

    say(1), say(2)
    as_journalist.get(address(baqeri))
    with CaptureQueriesContext(connection) as short:
        as_journalist.get(address(baqeri))
    for day in range(3, 20):
        say(day)
    with django_assert_num_queries(len(short)):
        as_journalist.get(address(baqeri))


def test_who_may_be_the_same_is_shown_and_offered_to_admins_only(
    baqeri: Person, bageri: Person, as_journalist: Client, as_editor: Client, as_admin: Client
) -> None:
    offer = f"/people/{bageri.pk}/merge/?into={baqeri.pk}"
    for client, offered in ((as_journalist, False), (as_editor, False), (as_admin, True)):
        html = client.get(address(baqeri)).content.decode()
        assert "Mohammad Hossein Bageri" in html and (offer in html) is offered
    assert offer in as_admin.get(address(baqeri), {"same": "hossein"}).content.decode()


def test_merging_is_asked_first_and_says_what_will_be(baqeri: Person, bageri: Person, as_admin: Client) -> None:
    response = as_admin.get(f"/people/{bageri.pk}/merge/", {"into": baqeri.pk})
    html = " ".join(response.content.decode().split())
    assert "Is <bdi>Mohammad Hossein Bageri</bdi> the same person as <bdi>Mohammad Baqeri</bdi>?" in html
    bageri.refresh_from_db()
    assert bageri.merged_into is None


def test_a_merge_and_its_taking_back(baqeri: Person, bageri: Person, as_admin: Client) -> None:
    response = as_admin.post(f"/people/{bageri.pk}/merge/", {"into": baqeri.pk, "version": 1})
    assert response["Location"] == address(baqeri)
    html = as_admin.get(address(baqeri)).content.decode()
    assert "Also spelled" in html and "Kabar Laut" in html and "Take back" in html
    assert as_admin.get(address(bageri))["Location"] == address(baqeri)
    assert "1 person" in as_admin.get("/people/").content.decode()
    as_admin.post(f"/people/{bageri.pk}/unmerge/", {"version": 2})
    assert as_admin.get(address(bageri)).status_code == 200


def test_only_admins_merge(baqeri: Person, bageri: Person, as_editor: Client, as_journalist: Client) -> None:
    for client in (as_editor, as_journalist):
        for verb in ("merge", "unmerge"):
            response = client.post(f"/people/{bageri.pk}/{verb}/", {"into": baqeri.pk, "version": 1})
            assert response.status_code == 403 and "Only admins" in response.content.decode()
        assert client.get(f"/people/{bageri.pk}/merge/", {"into": baqeri.pk}).status_code == 403
    bageri.refresh_from_db()
    assert (bageri.merged_into, bageri.version) == (None, 1)


def test_who_comes_second_is_told_and_sees_what_it_is_now(baqeri: Person, bageri: Person, as_admin: Client) -> None:
    for data in ({"into": baqeri.pk, "version": 7}, {"into": baqeri.pk}):
        response = as_admin.post(f"/people/{bageri.pk}/merge/", data)
        assert response.status_code == 409 and "meanwhile" in response.content.decode()
    assert as_admin.post(f"/people/{bageri.pk}/merge/", {"into": bageri.pk, "version": 1}).status_code == 422
    late = as_admin.post(f"/people/{bageri.pk}/unmerge/", {"version": 1})
    assert late.status_code == 422 and "is not merged into anybody" in late.content.decode()


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_absurd_numbers_are_nobody(number: str, baqeri: Person, as_admin: Client) -> None:
    assert as_admin.get(f"/people/{number}/").status_code == 404
    for verb in ("merge", "unmerge"):
        assert as_admin.post(f"/people/{number}/{verb}/", {"into": baqeri.pk, "version": 1}).status_code == 404
    assert as_admin.post(f"/people/{baqeri.pk}/merge/", {"into": number, "version": 1}).status_code == 404


# Naming


def test_an_admin_renames_a_person(as_admin: Client, baqeri: Person) -> None:
    response = as_admin.post(f"/people/{baqeri.pk}/rename/", {"version": 1, "name": "M. Hossein Bagheri"}, follow=True)
    assert "M. Hossein Bagheri</bdi></h1>" in response.content.decode()


def test_what_was_typed_stays_when_a_name_is_refused(as_admin: Client, baqeri: Person, admin: User) -> None:
    editing.rename(baqeri.pk, 1, "M. Baqeri", admin)
    response = as_admin.post(f"/people/{baqeri.pk}/rename/", {"version": 1, "name": "General Baqeri"})
    assert response.status_code == 409
    assert 'value="General Baqeri"' in response.content.decode()


def test_only_admins_rename(as_editor: Client, baqeri: Person) -> None:
    assert "/rename/" not in as_editor.get(f"/people/{baqeri.pk}/").content.decode()
    assert as_editor.post(f"/people/{baqeri.pk}/rename/", {"version": 1, "name": "X"}).status_code == 403
