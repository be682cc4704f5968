"""Links judged pair after pair in a real browser, with the keyboard alone; all is taken back at the end."""

import json
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser
STATUS = {"c": "confirmed", "x": "rejected", "0": "rejected", "3": "confirmed", "5": "confirmed"}
"""What a key makes of a pair."""


def shown(page: Page) -> str:
    """The pair that is shown, by its name in an address."""
    return page.locator("#review [name=at]").get_attribute("value") or ""


def left(page: Page) -> int:
    return int(page.locator("#review .left").inner_text().split()[0].replace(",", ""))


def press(page: Page, key: str) -> tuple[str, int]:
    """Presses one key and waits for another pair; returns the one that was judged and how many are left."""
    judged = shown(page)
    page.keyboard.press(key)
    page.wait_for_function("at => document.querySelector('#review [name=at]')?.value !== at", arg=judged)
    return judged, left(page)


def links(desk: Desk) -> Counter[str]:
    """How many links have each status, and each relation."""
    found = [json.loads(line) for line in desk.manage("exportstatements", "links").splitlines()]
    return Counter(value for one in found for value in (one["status"], one["relation"]))


def test_ten_pairs_with_the_keyboard_alone(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    before = links(desk)
    page.goto(f"{desk.url}/review/?kind=link")
    waiting = left(page)
    judged = {}
    for number, key in enumerate("cc3xc05cxc", 1):
        at, rest = press(page, key)
        judged[at] = STATUS[key]
        assert rest == waiting - number
        if number == 4:
            # Taken back: the very pair is there again, and is judged in another way.
            _, rest = press(page, "u")
            assert (shown(page), rest) == (at, waiting - number + 1) and page.url.endswith(f"at={at}")
            expect(page.locator("#messages")).to_contain_text("Taken back")
            _, rest = press(page, "c")
            judged[at] = STATUS["c"]
            assert rest == waiting - number
    assert len(judged) == 10 and page.evaluate("scrollY") == 0
    after = links(desk)
    assert before["proposed"] - after["proposed"] == 10
    assert after["confirmed"] - before["confirmed"] == list(judged.values()).count("confirmed")
    assert after["contradicts"] == before["contradicts"] + 1
    for _ in judged:
        press(page, "u")
    assert links(desk) == before


def test_a_held_or_hasty_key_judges_one_pair_only(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/review/?kind=link")
    waiting = left(page)
    # While the first answer is under way the same key comes again, and as one that is held.
    page.evaluate(
        """() => {
            for (const repeat of [false, false, true]) {
                document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "c", repeat, bubbles: true}));
            }
        }"""
    )
    expect(page.get_by_text(f"{waiting - 1} left")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "() => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'c', repeat: true, bubbles: true}))"
    )
    page.wait_for_load_state("networkidle")
    assert left(page) == waiting - 1
    press(page, "u")
    assert left(page) == waiting


def test_pairs_that_a_judgement_settles_are_confirmed_and_taken_back_as_one(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/review/?kind=link")
    waiting, pressed = left(page), 0
    while not page.locator("[data-key=a]").count():
        press(page, "c")
        pressed += 1
        assert pressed < waiting, "no utterance of the demo articles has three reports"
    others = len((page.locator("[name=others]").get_attribute("value") or "").split())
    at, rest = press(page, "a")
    assert rest == waiting - pressed - 1 - others
    press(page, "u")
    assert (shown(page), left(page)) == (at, waiting - pressed)
    for _ in range(pressed):
        press(page, "u")
    assert left(page) == waiting


def test_undo_on_the_page_of_links_comes_back_to_the_candidate(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/review/?kind=link")
    page.keyboard.press("e")
    # The first pair that a server compares makes it open the language files.
    page.wait_for_url("**/link/#candidate-*", timeout=60_000)
    came_to = page.url.partition("#")[2]
    other = page.locator(f".candidate:not(.is-judged):not(#{came_to})").first
    name = other.get_attribute("id")
    other.focus()
    page.keyboard.press("x")
    expect(page.locator(f"#{name}.is-judged")).to_be_visible()
    expect(page.locator(f"#{name}")).not_to_be_focused()
    page.keyboard.press("u")
    page.wait_for_url(f"**/link/#{name}")
    expect(page.locator(f"#{name}")).to_be_focused()
    expect(page.locator(f"#{name}.is-judged")).to_have_count(0)
