"""Every page, wide and narrow, light and dark, left to right and right to left: readable, reachable, inside the screen."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser
PATHS = {
    "search": "/",
    "results": "/?q=Moghimi",
    "quotes": "/?q=Sirwan&said=1",
    "nothing": "/?q=qqxyzzy",
    "article": "/articles/1/",
    "removed": "/articles/1/?removed=1",
    "arabic": "/articles/18/",
    "edit": "/statements/1/edit/",
    "link": "/statements/3/link/",
    "utterance": "/utterances/1/",
    "relay": "/utterances/1/relay/",
    "conflicts": "/conflicts/",
    "compare": "/compare/14/15/",
    "compare arabic": "/compare/1/18/",
    "event": "/events/1/",
    "event by language": "/events/1/?lanes=language",
    "people": "/people/",
    "person": "/people/1/",
    "review": "/review/",
    "import": "/import/",
    "batch": "/import/1/",
    "correct": "/articles/1/correct/",
    "outlets": "/outlets/",
    "outlet": "/outlets/1/",
    "glossary": "/glossary/",
    "concepts": "/glossary/?q=truce",
    "concept": "/glossary/ceasefire/",
    "saved": "/saved/",
    "terms": "/batch-search/",
    "find": "/articles/18/?find=Wednesday",
    "keys": "/keys/",
    "missing": "/articles/999999/",
}


def assert_readable(page: Page) -> None:
    """The page as it stands fits a wide and a narrow screen, and axe finds no fault in light or dark."""
    for scheme in ("light", "dark"):
        # Without motion: a colour half-way from one scheme to the other is nobody's to read.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in (1280, 400):
            page.set_viewport_size({"width": width, "height": 900})
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert overflow <= 0, f"{page.url} is {overflow} px wider than a screen of {width} px"
        faults = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
        assert not faults.response["violations"], f"{page.url}, {scheme}: {faults.generate_report()}"


@pytest.mark.parametrize("name", PATHS)
def test_a_page_fits_a_narrow_screen_and_axe_finds_no_fault(page: Page, desk: Desk, name: str) -> None:
    desk.sign_in(page, "admin")
    page.goto(desk.url + PATHS[name])
    assert_readable(page)


@pytest.mark.parametrize("name", ["article", "arabic", "utterance", "results", "person", "compare", "event"])
def test_a_page_prints_on_the_paper_that_is_there_in_ink(page: Page, desk: Desk, name: str) -> None:
    desk.sign_in(page, "journalist")
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": desk.url}])
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 680, "height": 960})
    page.goto(desk.url + PATHS[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(28, 27, 25)"
    assert not page.locator("footer, header.bar, main button").filter(visible=True).count()


def test_article_text_carries_its_language_and_direction(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/articles/18/")
    text = page.locator("[data-start]").first
    assert text.evaluate("node => node.closest('[lang]').lang") == "ar"
    assert text.evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_the_interface_speaks_indonesian(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(desk.url)
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Indonesia").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "id"
    assert page.get_by_role("link", name="Tokoh").is_visible()


def test_every_step_can_be_reached_and_seen_by_keyboard(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/articles/1/")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            """() => {
                const node = document.activeElement;
                const style = getComputedStyle(node);
                const ring = style.outlineStyle !== "none" || style.boxShadow !== "none";
                return [node.dataset.key || node.className || node.tagName, ring];
            }"""
        )
        assert focus[1], f"{focus[0]} has no visible focus"
        seen.add(focus[0])
    assert {"c", "x", "e"} <= seen


def test_keys_can_be_listed_and_switched_off(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/review/")
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()


def test_back_after_signing_out_shows_the_login(page: Page, desk: Desk) -> None:
    desk.sign_in_anew(page, "journalist")
    page.goto(f"{desk.url}/articles/1/")
    page.evaluate("document.querySelector('form[action*=logout]').submit()")
    page.wait_for_url(re.compile("/accounts/login/"))
    page.go_back()
    page.wait_for_url(re.compile("/accounts/login/"))
    assert page.locator("[name=password]").is_visible()
