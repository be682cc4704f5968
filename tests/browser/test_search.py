"""The search page in a real browser: months by dragging and by keys, completion, facets searched within, what was widened."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Desk
from tests.browser.test_pages import assert_readable

pytestmark = pytest.mark.browser
MONTHS = ["2031-01", "2031-02", "2031-03", "2031-05", "2031-06"]


@pytest.fixture(scope="module")
def years(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    """One report a month, each of two outlets of its own, with a word that nothing else has."""
    rows = [
        {
            "title": f"Mercusuar {month}",
            "text": f"Mercusuar Tanjung Lor dinyalakan lagi, kata Ida Pranoto{number} pada hari Rabu di pelabuhan.",
            "published": f"{month}-1{number}",
            "outlet": f"Harian Lor {month} {number}",
            "language": "id",
        }
        for month in MONTHS
        for number in range(3)
    ]
    file = tmp_path_factory.mktemp("years") / "lor.jsonl"
    Path(file).write_text("\n".join(map(json.dumps, rows)))
    desk.manage("importarticles", str(file))


def middle(page: Page, month: str) -> tuple[float, float]:
    box = page.locator(f"#bar-{month} .bar-ground").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_months_are_chosen_by_dragging_over_them(page: Page, desk: Desk, years: None) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/?q=mercusuar")
    page.mouse.move(*middle(page, "2031-05"))
    page.mouse.down()
    page.mouse.move(*middle(page, "2031-03"), steps=4)
    page.mouse.move(*middle(page, "2031-02"), steps=4)
    assert page.locator("a.is-picked").count() == 3
    page.mouse.up()
    expect(page.get_by_role("heading", level=1)).to_contain_text("9 articles")
    expect(page.locator("a.chip")).to_contain_text("February 2031 – May 2031")
    # The other months are still there to be chosen; a click chooses one.
    assert page.locator("a[id^=bar-]").count() == len(MONTHS)
    page.locator("#bar-2031-06").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 articles")
    assert "month=2031-06" in page.url


def test_months_are_chosen_by_keys(page: Page, desk: Desk, years: None) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/?q=mercusuar")
    page.locator("#bar-2031-06").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator("#announced")).to_contain_text("February 2031")
    # Without Shift it is a step again, and nothing is chosen.
    page.keyboard.press("ArrowRight")
    assert page.locator("a.is-picked").count() == 0
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("March 2031 – May 2031")
    # The focus stays where one was.
    expect(page.locator("#bar-2031-05")).to_be_focused()


def test_a_range_of_months_needs_no_script(page: Page, browser: Browser, desk: Desk, years: None) -> None:
    desk.sign_in(page, "journalist")
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(f"{desk.url}/?q=mercusuar")
    plain.locator("#histogram-table summary").click()
    plain.fill("#months-from", "2031-01")
    plain.fill("#months-to", "2031-03")
    plain.get_by_role("button", name="Show these months").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("9 articles")
    context.close()


def test_the_search_box_completes_the_last_words(page: Page, desk: Desk, years: None) -> None:
    desk.sign_in(page, "journalist")
    page.goto(desk.url)
    page.locator("#q").press_sequentially("mercusuar harian lor 2031-01", delay=5)
    option = page.locator("#completions [role=option]").first
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#q")).to_have_value(re.compile('mercusuar outlet:"Harian Lor 2031-01 .?"'))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 article")
    expect(page.locator("#completions")).to_be_hidden()


def test_a_long_facet_is_searched_within(page: Page, desk: Desk, years: None) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/?q=mercusuar")
    assert page.locator("#values-outlet li").count() == 12
    page.fill("#within-outlet", "2031-06")
    expect(page.locator("#values-outlet li")).to_have_count(3)
    page.locator("#values-outlet a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 article")


def test_what_a_search_was_widened_to_can_be_switched_off(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/?q=Moghimi")
    expect(page.locator(".widened")).to_contain_text("also written")
    assert page.locator("mark.hit-name").count()
    page.locator("#switch-name").click()
    expect(page.locator(".widened")).to_contain_text("only as they were typed")
    assert not page.locator("mark.hit-name").count()
    # What is searched for next keeps the switch.
    page.fill("#q", "Zubaidi")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=Zubaidi.*names=0|names=0.*q=Zubaidi"))


@pytest.mark.parametrize(
    "address",
    [
        "/?q=Moghimi", "/?q=kapal&language=ar", "/?q=mercusuar&month=2031-02..2031-05", "/?q=(kapal+l*+speker:x", "/?q=kapall",
        "/?q=Moghimi&names=0&translated=0", "/facets/outlet/?q=mercusuar",
    ],
)  # fmt: skip
def test_every_state_of_the_page_can_be_read(page: Page, desk: Desk, years: None, address: str) -> None:
    desk.sign_in(page, "journalist")
    page.goto(desk.url + address)
    for details in page.locator("details.search-help, #histogram-table, .widened details").all():
        details.evaluate("node => node.open = true")
    assert_readable(page)
