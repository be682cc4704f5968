"""The page of an utterance in a browser: it fits a desk and a telephone, compares without a script, and prints."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Desk


@pytest.fixture
def address(page: Page, desk: Desk) -> str:
    """The demo's utterance with most reports, in several languages and scripts."""
    desk.sign_in(page, "journalist")
    counted = []
    for number in range(1, 8):
        # The first page of a desk waits for its gazetteer.
        page.goto(f"{desk.url}/utterances/{number}/", timeout=60_000)
        counted.append((page.locator("tbody tr[id]").count(), f"{desk.url}/utterances/{number}/"))
    return max(counted)[1]


@pytest.mark.parametrize("width", [1280, 400])
def test_the_page_is_as_wide_as_the_screen(width: int, address: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for one in (address, f"{address}relay/"):
        page.goto(one)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        box = page.locator("figure.picture svg").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_words_of_a_picture_stay_on_the_screen(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 900})
    page.goto(address)
    ends = page.locator("figure.picture svg text").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert ends and max(ends) <= 400


def test_passages_have_their_own_direction(address: str, page: Page) -> None:
    page.goto(address)
    found = page.locator("tbody p.passage[dir=rtl]")
    assert found.count() and found.first.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_another_report_is_compared_with_without_a_script(address: str, desk: Desk, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    desk.sign_in(page, "journalist")
    page.goto(address)
    before = page.locator("h1").inner_text()
    page.get_by_text("Compare with this one").last.click()
    page.wait_for_url(re.compile(r"\?base=\d+"))
    assert page.locator("h1").inner_text() != before
    page.get_by_text("The reports by day, as a table").click()
    assert page.locator("figure.picture table").is_visible()
    assert address in page.locator("#citation").input_value()
    context.close()


def test_paper_gets_the_table_and_the_sources_and_no_controls(address: str, page: Page) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    assert page.locator("table.reports thead").is_visible()
    assert page.locator("ol.all-sources li").count() == page.locator("tbody tr[id]").count()
    assert page.locator("ol.all-sources li").first.is_visible()
    for hidden in (".bar", ".under >> nth=0", "#citation", "a >> text='Who relayed whom'"):
        assert not page.locator(hidden).first.is_visible(), hidden
