"""The utterance page: every report side by side, and what disagrees in sentences."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

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
    assert '<bdi lang="id">Mohammad <mark class="differs">Bagheri</mark></bdi>' in first
    assert first.count('<mark class="differs">') == 2 and "words differently" not in first
    # In the chosen report itself: what another one words differently.
    other = as_journalist.get(address, {"base": tuesday.pk}).content.decode()
    assert other.count('<mark class="differs">sedang</mark>') == 1 and other.count('<mark class="differs">') == 2
    assert "compared with this one; underlined: what another report words differently" in other
    assert other.index(tuesday.text) < other.index("Where the reports disagree")


@pytest.mark.parametrize("base", ["0", "-1", "x", "9" * 40, ""])
def test_a_base_that_is_none_is_passed_over(base: str, address: str, as_journalist: Client) -> None:
    assert as_journalist.get(address, {"base": base}).status_code == 200


def test_another_language_is_compared_by_its_facts(editor: User, as_journalist: Client) -> None:
    words, other = "Kami menutup 12 dari 19 pintu air di Irak", "أغلقنا ١٥ من أصل ١٩ بوابة"
    one = make_quote(make_article(f"“{words},” katanya."), words)
    arabic = make_quote(make_article(f"«{other}» قال", "شناشيل", language="ar"), other)
    editing.link(one.pk, arabic.pk, "translation", editor)
    html = " ".join(as_journalist.get(Utterance.objects.get().get_absolute_url()).content.decode().split())
    assert f'<p class="passage passage-small" lang="ar" dir="rtl">{other}</p>' in html
    assert '<bdi lang="ar">١٥</bdi> <span class="muted">(chosen report: <bdi lang="id">12</bdi>)</span>' in html
    assert (
        '</span> also <bdi lang="ar">١٩ بوابة</bdi>' in html and '</span> not found: <bdi lang="id">Irak</bdi>' in html
    )
    assert '<mark class="differs">' not in html


def test_a_language_without_facts_says_so(wednesday: Statement, editor: User, as_journalist: Client) -> None:
    arabic = make_quote(make_article("«نعم، هكذا» قال", "شناشيل", language="ar"), "نعم، هكذا")
    editing.link(wednesday.pk, arabic.pk, "translation", editor)
    html = as_journalist.get(Utterance.objects.get().get_absolute_url()).content.decode()
    assert "no figure, day, name or word to compare was found" in html


def test_a_column_that_no_report_fills_is_left_out_and_named(address: str, as_journalist: Client) -> None:
    html = as_journalist.get(address).content.decode()
    heads = html[html.index("<thead>") : html.index("</thead>")]
    assert "Occasion" in heads and "To whom" not in heads and "Where" not in heads
    assert "No report tells: where, to whom." in html


def test_what_only_one_report_tells_is_marked(address: str, tuesday: Statement, as_journalist: Client) -> None:
    html = " ".join(as_journalist.get(address).content.decode().split())
    assert '<td data-label="Relayed by" class="missing"> <span class="status"><span aria-hidden="true">−</span>' in html
    other = " ".join(as_journalist.get(address, {"base": tuesday.pk}).content.decode().split())
    assert '<bdi lang="id">Fox News</bdi> <span class="status"><span aria-hidden="true">+</span>added</span>' in other


def test_the_sources_are_counted_and_named(address: str, as_journalist: Client) -> None:
    html = " ".join(as_journalist.get(address).content.decode().split())
    assert "<strong>2 reports, 2 independent sources</strong>" in html
    assert "<bdi>Fox News</bdi>" in html and "named as their source by</span> <bdi>Purna Warta</bdi>" in html
    assert f'href="{address}relay/"' in html


def test_how_it_spread_is_a_picture_and_a_table(address: str, as_journalist: Client) -> None:
    html = as_journalist.get(address).content.decode()
    svg = html[html.index("<svg class") : html.index("</svg>")]
    assert "<title" in svg and "<desc" in svg and svg.count("<circle") == 2
    assert "\u2068Purna Warta\u2069" in svg and "2 days later" in svg
    table = html[html.index("The reports by day, as a table") :]
    assert table.index("Purna Warta") < table.index("Gerbang Asia")
    assert "the last report came 2 days later" in html


def test_a_report_without_a_date_is_said_to_have_none(tuesday: Statement, editor: User, as_journalist: Client) -> None:
    undated = report("berubah", "Suluh Timur")
    editing.link(tuesday.pk, undated.pk, "same", editor)
    html = as_journalist.get(Utterance.objects.get().get_absolute_url()).content.decode()
    assert "1 report has no date and stands last." in html


def test_what_a_report_leaves_out_is_listed_by_sentence(editor: User, as_journalist: Client) -> None:
    full = "Kami menutup pintu air di hulu. Tidak ada yang memperingatkan kapal feri."
    one = make_quote(make_article(f"“{full}” katanya.", "Suluh Timur"), full)
    short = make_quote(make_article("“Kami menutup pintu air di hulu,” katanya.", "Gerbang"), full.split(".")[0])
    editing.link(one.pk, short.pk, "paraphrase", editor)
    html = as_journalist.get(Utterance.objects.get().get_absolute_url()).content.decode()
    listed = html[html.index('<ol class="sentences">') :].split("<li>")
    assert "menutup pintu air" in listed[1] and "has it" in listed[1]
    assert "memperingatkan kapal feri" in listed[2] and "leaves it out" in listed[2] and "Gerbang" in listed[2]


def test_a_citation_can_be_copied_without_a_script(address: str, as_journalist: Client) -> None:
    html = as_journalist.get(address).content.decode()
    field = html[html.index("<textarea") : html.index("</textarea>")]
    assert "readonly" in field and "Mohammad Baqeri: “" in field and f"2 reports: http://testserver{address}" in field
    sources = html[html.index('<ol class="all-sources">') :]
    assert sources.count("<li>") == 2 and "<bdi>kapal.txt</bdi> <bdi>[1–" in sources
    # Beside words from right to left a date would be shown turned round if it did not stand for itself.
    assert "<bdi>2023-06-01</bdi>" in sources


def test_a_page_of_many_reports_asks_no_more_of_the_database(
    address: str, wednesday: Statement, editor: User, as_journalist: Client
) -> None:
    def queries() -> int:
        as_journalist.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert as_journalist.get(address).status_code == 200
        return len(asked)

    few = queries()
    for number in range(12):
        other = report("berubah", f"Harian {number}", date(2023, 6, 4), relayed_by="IRNA", speaker=wednesday.speaker)
        editing.link(wednesday.pk, other.pk, "same", editor)
    assert queries() == few


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


def test_an_utterance_that_fell_apart_tells_where_its_reports_are(address: str, as_editor: Client) -> None:
    Link.objects.all().delete()
    Utterance.objects.regroup(Statement.objects.values_list("pk", flat=True))
    answer = as_editor.get(address)
    html = answer.content.decode()
    assert answer.status_code == 404 and html.count("stands alone") == 2
    assert all(one.get_absolute_url() in html for one in Statement.objects.all())
    assert as_editor.get(f"/utterances/{'9' * 30}/").status_code == 404


@pytest.mark.parametrize("page", ["", "relay/"])
def test_the_address_of_one_that_was_joined_to_another_leads_there(
    page: str, address: str, wednesday: Statement, editor: User, as_journalist: Client
) -> None:
    more = [report("sudah berubah", f"Harian {number}") for number in range(2)]
    editing.link(more[0].pk, more[1].pk, "same", editor)
    later = Utterance.objects.latest("pk")
    editing.link(wednesday.pk, more[0].pk, "same", editor)
    answer = as_journalist.get(f"{later.get_absolute_url()}{page}")
    assert answer.status_code == 302 and answer["Location"] == f"{address}?former={later.pk}"
    assert f"Utterance {later.pk} is part of this one now" in as_journalist.get(answer["Location"]).content.decode()
