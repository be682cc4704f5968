"""The article page in a real browser: cards beside their passages, selecting by keyboard, offsets that hold."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser
LIT = re.compile(r"\bis-lit\b")
ARTICLE = """Menara Air Selesai Dibangun

BATAM, Suluh Timur – Menara air 🚰 di pelabuhan itu selesai dibangun pada 12 Mei 2024 setelah dua tahun pengerjaan.
“Kami akan membuka menara ini untuk umum pada bulan depan,” kata Wali Kota Surya Halim dalam jumpa pers.
Pekerjaan itu menelan biaya 14 miliar rupiah dan melibatkan 230 pekerja dari tiga kabupaten di sekitarnya.
"""


@pytest.fixture(scope="module")
def tower(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an article whose text has letters that JavaScript counts twice."""
    file: Path = tmp_path_factory.mktemp("tower") / "menara.txt"
    file.write_text(ARTICLE)
    desk.manage("importarticles", str(file))
    found = json.loads(desk.manage("searcharticles", "menara air batam", "--limit", "1").splitlines()[0])
    return f"{desk.url}/articles/{found['article']}/"


def tops(page: Page) -> list[tuple[float, float, float]]:
    """Of each card: where it begins and ends, and where its passage begins."""
    return page.evaluate(
        """() => [...document.querySelectorAll("#margin .card")].map((card) => {
            const box = card.getBoundingClientRect();
            const passage = document.getElementById(`statement-${card.dataset.statement}`);
            return [box.top, box.bottom, passage.getBoundingClientRect().top];
        })"""
    )


def test_cards_stand_level_with_their_passages_and_never_overlap(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/articles/1/")
    for width in (1280, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(200)
        places = tops(page)
        assert len(places) > 5
        bottom = 0.0
        for top, end, passage in places:
            assert top >= bottom, "two cards overlap"
            assert abs(top - passage) < 2 or abs(top - bottom) < 12, "a card is pushed further than it must be"
            bottom = end


def test_pointing_at_a_passage_lights_its_card_and_the_other_way_round(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/articles/1/")
    card = page.locator("#margin .card").nth(2)
    number = card.get_attribute("data-statement")
    passage = page.locator(f"#text mark[data-statement='{number}']").first
    passage.hover()
    expect(card).to_have_class(LIT)
    page.locator("h1").hover()
    card.hover()
    expect(passage).to_have_class(LIT)


def test_a_passage_is_selected_and_marked_by_keyboard_alone(page: Page, desk: Desk, tower: str) -> None:
    desk.sign_in(page, "editor")
    page.goto(tower)
    text = page.evaluate("document.getElementById('text').textContent")
    assert "🚰" in text
    page.keyboard.press("v")
    for _ in range(text.index("🚰")):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    for _ in range(3):
        page.keyboard.press("Control+Shift+ArrowRight")
    expect(page.locator("#selection-tools")).to_be_visible()
    selected = page.evaluate("getSelection().toString()")
    assert selected.startswith("🚰 di pelabuhan itu")
    page.keyboard.press("m")
    expect(page.locator(".card.is-edited [name=tag_names]")).to_be_focused()
    marked = page.locator("#text mark.claim.confirmed").first
    expect(marked).to_have_text(selected.strip())
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(".card.is-edited")).to_have_count(0)
    # the new passage overlaps a proposed one: each has a line of its own
    nested = page.locator("#text mark mark").first
    assert nested.evaluate("(one) => getComputedStyle(one).textUnderlineOffset") != nested.evaluate(
        "(one) => getComputedStyle(one.parentElement).textUnderlineOffset"
    )
    page.keyboard.press("u")
    expect(page.locator("#text mark.claim.confirmed")).to_have_count(0)


def test_a_selected_passage_becomes_the_span_of_a_statement(page: Page, desk: Desk, tower: str) -> None:
    desk.sign_in(page, "editor")
    page.goto(tower)
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator(".card.is-edited")).to_be_visible()
    page.locator("#text p").first.dblclick(position={"x": 12, "y": 14})
    page.locator("[data-use-selection]").click()
    expect(page.locator("[data-selected]")).to_contain_text("BATAM")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".card.is-current .done")).to_be_visible()
    number = page.locator(".card.is-current").get_attribute("data-statement")
    expect(page.locator(f"#text mark[data-statement='{number}']").first).to_contain_text("BATAM")
    page.keyboard.press("u")
    page.wait_for_url("**/articles/**")


def test_on_a_narrow_screen_a_card_opens_under_its_passage(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(f"{desk.url}/articles/1/")
    passage = page.locator("#text mark[data-statement]").nth(1)
    passage.click()
    card = page.locator(".card.is-current")
    expect(card).to_be_visible()
    number = card.get_attribute("data-statement")
    last = page.locator(f"#text mark[data-statement='{number}']").last
    gap = card.bounding_box()["y"] - (last.bounding_box()["y"] + last.bounding_box()["height"])
    assert 0 <= gap < 40
    page.keyboard.press("Escape")
    expect(page.locator(".card.is-current")).to_have_count(0)


@pytest.mark.parametrize(("words", "count"), [("abc", 3), ("🚰", 1), ("a🚰ء\n", 4), ("e\u0301", 2), ("", 0)])
def test_the_browser_counts_code_points_as_the_server_does(page: Page, desk: Desk, words: str, count: int) -> None:
    page.goto(f"{desk.url}/accounts/login/")
    counting = "(words) => import('/static/newsdesk/offsets.js').then((module) => module.codePoints(words))"
    assert page.evaluate(counting, words) == count == len(words)


def test_a_card_that_is_rejected_stays_where_it_is(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/articles/1/")
    for _ in range(3):
        page.keyboard.press("j")
    card = page.locator(".card.is-current")
    before = card.bounding_box()
    page.keyboard.press("x")
    expect(card).to_contain_text("rejected")
    assert card.bounding_box()["y"] == pytest.approx(before["y"], abs=8)
    assert card.evaluate("(one) => one === document.activeElement")
    page.keyboard.press("u")
    expect(page.locator(".card.is-current")).to_contain_text("proposed")
