"""The utterance page: every report side by side, and what disagrees in sentences."""

from datetime import date

import pytest
from django.test import Client

from articles import editing
from articles.models import Link, Person, Statement, User, Utterance
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db

WORDS = "Geometri tatanan dunia baru {} dengan munculnya kekuatan baru"


def report(word: str, outlet: str, published: date | None = None, **fields: object) -> Statement:
    words = WORDS.format(word)
    return make_quote(make_article(f"“{words},” katanya.", outlet, published=published), words, **fields)


@pytest.fixture
def speaker() -> Person:
    return make_person("Mohammad Baqeri")


@pytest.fixture
def wednesday(speaker: Person) -> Statement:
    return report(
        "berubah", "Purna Warta", date(2023, 6, 1), speaker=speaker, speaker_name="Mohammad Baqeri",
        said_when="hari Rabu", weekday=2, occasion="konferensi pers", occasion_kind="press_conference",
        relayed_by="Fox News",
    )  # fmt: skip


@pytest.fixture
def tuesday(speaker: Person) -> Statement:
    statement = report(
        "sedang berubah", "Gerbang Asia", date(2023, 6, 3), speaker=speaker, speaker_name="Mohammad Bagheri",
        said_when="hari Selasa", weekday=1, occasion="pertemuan duta besar", occasion_kind="meeting",
    )  # fmt: skip
    return statement


@pytest.fixture
def address(wednesday: Statement, tuesday: Statement, editor: User) -> str:
    editing.link(wednesday.pk, tuesday.pk, "same", editor)
    return Utterance.objects.get().get_absolute_url()


def test_every_report_with_its_circumstances(address: str, as_journalist: Client) -> None:
    html = as_journalist.get(address).content.decode()
    for shown in (
        "Purna Warta",
        "Gerbang Asia",
        "Mohammad Baqeri",
        "Mohammad Bagheri",
        "hari Rabu",
        "hari Selasa",
        "konferensi pers",
        "pertemuan duta besar",
        "Fox News",
        "June 1, 2023",
        "2 reports",
    ):
        assert shown in html, shown
    assert f'value="http://testserver{address}"' in html
    assert html.index("Purna Warta", html.index("spread-title")) < html.index(
        "Gerbang Asia", html.index("spread-title")
    )


def test_what_disagrees_is_one_sentence_and_flagged_in_the_table(address: str, as_journalist: Client) -> None:
    html = " ".join(as_journalist.get(address).content.decode().split())
    assert '<strong class="conflict-name">Day, Occasion:</strong>' in html
    assert "<bdi>Purna Warta</bdi> says Wednesday, at a press conference" in html
    assert "<bdi>Gerbang Asia</bdi> says Tuesday, at a meeting" in html
    assert html.count("</span>disagrees</span>") == 4


def test_the_wording_is_compared_with_the_chosen_report(
    address: str, wednesday: Statement, tuesday: Statement, as_journalist: Client
) -> None:
    first = as_journalist.get(address).content.decode()
    assert '<mark class="differs">sedang</mark>' in first
    assert first.count('<mark class="differs">') == 1 and "words differently" not in first
    # In the chosen report itself: what another one words differently.
    other = as_journalist.get(address, {"base": tuesday.pk}).content.decode()
    assert other.count('<mark class="differs">sedang</mark>') == other.count('<mark class="differs">') == 1
    assert "compared with this one; underlined: what another report words differently" in other
    assert other.index(tuesday.text) < other.index("Where the reports disagree")


@pytest.mark.parametrize("base", ["0", "-1", "x", "9" * 40, ""])
def test_a_base_that_is_none_is_passed_over(base: str, address: str, as_journalist: Client) -> None:
    assert as_journalist.get(address, {"base": base}).status_code == 200


def test_another_language_is_not_compared_by_word(wednesday: Statement, editor: User, as_journalist: Client) -> None:
    arabic = make_quote(make_article("«يتغير العالم» قال", "شناشيل", language="ar"), "يتغير العالم")
    editing.link(wednesday.pk, arabic.pk, "translation", editor)
    html = as_journalist.get(Utterance.objects.get().get_absolute_url()).content.decode()
    assert "another language: not compared by word" in html and '<mark class="differs">' not in html
    assert '<p class="passage passage-small" lang="ar" dir="rtl">يتغير العالم</p>' in html


def test_an_editor_judges_the_links_that_are_proposed(
    wednesday: Statement, tuesday: Statement, as_editor: Client, as_journalist: Client
) -> None:
    link = Link.objects.create(a=wednesday, b=tuesday, relation="same")
    Utterance.objects.regroup([wednesday.pk])
    address = Utterance.objects.get().get_absolute_url()
    form = f'action="/links/{link.pk}/judge/"'
    assert form in as_editor.get(address).content.decode()
    assert form not in as_journalist.get(address).content.decode()
    as_editor.post(f"/links/{link.pk}/judge/", {"verdict": "confirm", "version": 1, "next": address})
    html = as_editor.get(address).content.decode()
    assert form not in html and "confirmed: same" in html


def test_other_statements_about_it_are_listed(
    address: str, wednesday: Statement, editor: User, as_journalist: Client
) -> None:
    other = make_quote(make_article("“Tidak ada yang berubah,” katanya.", "Suluh Timur"), "Tidak ada yang berubah")
    editing.link(other.pk, wednesday.pk, "contradicts", editor)
    html = as_journalist.get(address).content.decode()
    assert "Other statements about it" in html and "Tidak ada yang berubah" in html
    assert "Tidak ada yang berubah" in as_journalist.get("/conflicts/").content.decode()


def test_an_utterance_that_fell_apart_is_not_found(address: str, as_editor: Client) -> None:
    Link.objects.all().delete()
    Utterance.objects.regroup(Statement.objects.values_list("pk", flat=True))
    assert as_editor.get(address).status_code == 404
    assert as_editor.get(f"/utterances/{'9' * 30}/").status_code == 404
