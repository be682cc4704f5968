"""Two articles side by side and the map of an event, by hand and by key."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Desk
from tests.browser.test_pages import assert_readable

pytestmark = pytest.mark.browser
PAIR = "/compare/14/15/"
"""Two English reports of one inquiry: some passages stand in another order."""


@pytest.fixture
def compare(page: Page, desk: Desk) -> Page:
    desk.sign_in(page, "journalist")
    page.goto(desk.url + PAIR)
    return page


def top(page: Page, selector: str) -> float:
    return page.locator(selector).bounding_box()["y"]


def test_the_sides_of_a_match_are_level(compare: Page) -> None:
    numbers = compare.locator("[data-match]").evaluate_all("rows => rows.map((row) => row.dataset.match)")
    assert len(numbers) > 3
    for number in numbers:
        assert abs(top(compare, f"#a-{number}") - top(compare, f"#b-{number}")) < 2


def test_j_and_k_go_from_match_to_match(compare: Page) -> None:
    focused = "document.activeElement.dataset.match || document.activeElement.id"
    compare.keyboard.press("j")
    assert compare.evaluate(focused) == "1"
    compare.keyboard.press("j")
    assert compare.evaluate(focused) == "2"
    compare.keyboard.press("k")
    assert compare.evaluate(focused) == "1"


def test_a_moved_passage_is_joined_by_a_line_and_a_link(compare: Page) -> None:
    moved = compare.locator(".part-moved[id^=a-]").first
    expect(compare.locator(".bands path.is-line")).to_have_count(compare.locator(".part-moved[id^=a-]").count())
    moved.locator(".part-note a").last.click()
    number = moved.get_attribute("id")[2:]
    expect(compare.locator(f"#b-{number}")).to_be_in_viewport()


def test_each_text_can_scroll_by_itself_and_bands_follow(compare: Page) -> None:
    together = compare.get_by_role("button", name="Scroll together")
    together.click()
    expect(together).to_have_attribute("aria-pressed", "false")
    boxes = compare.locator(".scroll-box")
    expect(boxes).to_have_count(2)
    expect(compare.locator(".bands path").first).to_be_attached()
    before = compare.locator(".bands path").first.get_attribute("d")
    boxes.first.evaluate("box => (box.scrollTop = 60)")
    expect(compare.locator(".bands path").first).not_to_have_attribute("d", before)
    assert boxes.last.evaluate("box => box.scrollTop") == 0
    assert_readable(compare)


def test_going_to_a_passage_brings_the_other_text_level_with_it(compare: Page) -> None:
    compare.get_by_role("button", name="Scroll together").click()
    for _ in range(4):
        compare.keyboard.press("j")
    # The other text follows in the next frame.
    compare.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert abs(top(compare, "#a-4") - top(compare, "#b-4")) < 4


def test_scrolling_together_again_puts_every_passage_back(compare: Page) -> None:
    shown = "cells => cells.map((cell) => cell.textContent)"
    before = compare.locator("#rows .cell").evaluate_all(shown)
    together = compare.get_by_role("button", name="Scroll together")
    together.click()
    together.click()
    assert compare.locator("#rows .cell").evaluate_all(shown) == before
    expect(compare.locator(".scroll-box")).to_have_count(0)


def test_the_words_of_a_statement_lead_to_its_reports(compare: Page, desk: Desk) -> None:
    compare.locator(".row-pair.is-match .statement").first.click()
    compare.wait_for_url(f"{desk.url}/utterances/*/")


def test_on_a_narrow_screen_the_sides_stand_below_each_other_under_their_names(compare: Page) -> None:
    compare.set_viewport_size({"width": 400, "height": 900})
    row = compare.locator("[data-match]").first
    first, second = (row.locator("> .cell").nth(side).bounding_box() for side in (0, 1))
    assert first["y"] + first["height"] <= second["y"] and first["x"] == second["x"]
    name = row.locator("> .cell").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Solent" in name
    assert not compare.get_by_role("button", name="Scroll together").is_visible()


def test_without_scripts_the_passages_stand_in_rows(browser, desk: Desk, page: Page) -> None:
    desk.sign_in(page, "journalist")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(desk.url + PAIR)
    assert abs(top(plain, "#a-1") - top(plain, "#b-1")) < 2
    assert not plain.get_by_text("Scroll together").is_visible()
    context.close()


def test_two_directions_keep_to_their_sides(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/compare/1/18/")
    directions = page.locator(".cell .passage").evaluate_all("all => all.map((one) => getComputedStyle(one).direction)")
    assert set(directions) == {"ltr", "rtl"}
    latin, arabic = page.locator(".passage[lang=id]").first, page.locator(".passage[lang=ar]").first
    assert latin.bounding_box()["x"] < arabic.bounding_box()["x"]


def test_no_words_of_a_map_lie_on_others(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    for query in ("", "?lanes=language"):
        page.goto(f"{desk.url}/events/1/{query}")
        boxes = page.locator(".map-box text:not(.tie-sign)").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.top, box.right, box.bottom])"
        )
        meeting = [
            (a, b)
            for n, a in enumerate(boxes)
            for b in boxes[n + 1 :]
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]
        assert len(boxes) > 8 and not meeting


def test_a_map_is_walked_by_the_arrow_keys_and_shows_the_lines_of_one_article(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/events/1/")
    page.locator(".dot.is-start").focus()
    expect(page.locator(".tie.is-lit")).to_have_count(page.locator('[data-ends^="1 "].tie').count())
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.matches('.dot:not(.is-start)')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{desk.url}/articles/*/")


def test_a_map_on_a_narrow_screen_scrolls_in_its_own_box(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.set_viewport_size({"width": 400, "height": 900})
    page.goto(f"{desk.url}/events/1/")
    box = page.locator(".map-box")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
