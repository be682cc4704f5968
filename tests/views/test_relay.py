"""The relay page: who has the words from whom, drawn and told."""

from datetime import date

import pytest
from django.test import Client

from articles.models import Copy, Statement, Utterance
from tests.factories import make_article, make_quote

pytestmark = pytest.mark.django_db


def report(utterance: Utterance, outlet: str, day: int, **fields: str) -> Statement:
    article = make_article("“Kami siap,” katanya.", outlet, published=date(2026, 6, day))
    return make_quote(article, utterance=utterance, **fields)


@pytest.fixture
def relayed() -> Utterance:
    utterance = Utterance.objects.create()
    first = report(utterance, "Suluh Timur", 1, relayed_by="kantor berita IRNA")
    report(utterance, "Gerbang Asia", 2, relayed_by="IRNA")
    last = report(utterance, "Cahaya Kinabalu", 3)
    Copy.objects.create(a=first.article, b=last.article, share=0.93)
    return utterance


def page(utterance: Utterance, browser: Client) -> str:
    return " ".join(browser.get(f"{utterance.get_absolute_url()}relay/").content.decode().split())


def test_three_reports_of_one_agency_are_one_source(relayed: Utterance, as_journalist: Client) -> None:
    assert "<strong>3 reports, 1 independent source</strong>" in page(relayed, as_journalist)


def test_the_picture_has_a_node_for_each_and_a_line_for_each_relay(relayed: Utterance, as_journalist: Client) -> None:
    html = page(relayed, as_journalist)
    svg = html[html.index("<svg class") : html.index("</svg>")]
    assert "<title" in svg and "<desc" in svg
    assert svg.count("<circle") == 3 and svg.count("<rect") == 1 and svg.count("<path") == 3
    assert "\u2068kantor berita IRNA\u2069" in svg and "93 % of the text is the same" in svg


def test_the_table_tells_the_evidence(relayed: Utterance, as_journalist: Client) -> None:
    html = page(relayed, as_journalist)
    table = html[html.index('<table class="table relays">') :]
    assert table.count("<tr>") == 4
    for told in ("says so: kantor berita IRNA", "says so: IRNA", "93 % of the text is the same"):
        assert told in table


def test_a_guess_is_drawn_broken_and_does_not_count(as_journalist: Client) -> None:
    utterance = Utterance.objects.create()
    words = "Komisi menutup sembilan pintu air tanpa memperingatkan nelayan maupun syahbandar"
    for day in (1, 4):
        article = make_article(f"“{words},” katanya.", f"Harian {day}", published=date(2026, 6, day))
        make_quote(article, words, utterance=utterance)
    html = page(utterance, as_journalist)
    assert "2 reports, 2 independent sources" in html and 'class="relay guess"' in html
    assert "perhaps: the same words, published later" in html


def test_nothing_known_is_said(as_journalist: Client) -> None:
    utterance = Utterance.objects.create()
    report(utterance, "Suluh Timur", 1)
    assert "each stands for itself" in page(utterance, as_journalist)
