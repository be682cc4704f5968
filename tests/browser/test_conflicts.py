"""Conflicts decided in a real browser: with the keyboard alone, without scripts, and refused without a loss."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser


def left(page: Page) -> int:
    """How many conflicts the queue says are left."""
    return int(page.locator("#conflict .left").inner_text().split()[0].replace(",", ""))


def settled(page: Page) -> None:
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")).to_have_count(0)


def open_first(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.url}/conflicts/")
    page.keyboard.press("j")
    expect(page.locator("[data-item]").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/conflicts/*/")


def test_a_conflict_is_decided_with_the_keyboard_alone_and_taken_back(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    open_first(page, desk)
    before, address = left(page), page.url
    page.keyboard.press("1")
    expect(page.locator("[name=reason]")).to_be_focused()
    # Keys do nothing while one types: "n" and "u" are letters here.
    page.keyboard.type("nobody counted under water")
    page.keyboard.press("Enter")
    expect(page.locator("#conflict .left")).to_have_text(f"{before - 1} left")
    settled(page)
    assert page.url != address
    expect(page.locator("#conflict-count")).to_have_text(str(before - 1))
    expect(page.locator("#messages")).to_contain_text("Decided")
    # The next one is ready for its key.
    expect(page.locator("#conflict h2")).to_be_focused()
    following = page.url
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != following)
    settled(page)
    page.keyboard.press("k")
    page.wait_for_url(following)
    settled(page)
    page.keyboard.press("u")
    page.wait_for_url(address)
    expect(page.locator("#conflict .left")).to_have_text(f"{before} left")
    expect(page.locator("#messages")).to_contain_text("open again")


def test_a_refusal_keeps_what_was_typed_and_where_one_typed_it(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    open_first(page, desk)
    page.keyboard.press("a")
    page.keyboard.type("…")
    page.keyboard.press("Enter")
    expect(page.locator("#conflict .problem")).to_contain_text("needs a reason")
    settled(page)
    expect(page.locator("[name=reason]")).to_have_value("…")
    expect(page.locator("[name=reason]")).to_be_focused()
    expect(page.locator("[name=answer][value=all]")).to_be_checked()


def test_without_scripts_a_conflict_is_decided_and_everybody_reads_why(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/conflicts/?field=speaker")
    page.locator("[data-item] a").first.click()
    page.get_by_label("Cannot be known").check()
    page.fill("[name=reason]", "The recording has no names.")
    page.locator(".deciding-form button").click()
    context.close()
    context = browser.new_context()
    page = context.new_page()
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/conflicts/?state=resolved&field=speaker")
    expect(page.locator(".verdict").first).to_contain_text("The recording has no names.")
    expect(page.locator("[name=answer], [name=reason], .undo")).to_have_count(0)
    context.close()


def test_a_sentence_of_an_utterance_is_decided_in_its_place(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/conflicts/?field=place")
    page.locator("[data-item] a", has_text="All reports of this utterance").first.click()
    point = page.locator(".point", has_text="Decide: Place")
    point.locator("summary").click()
    point.locator("[name=answer][value='2']").check()
    point.locator("[name=reason]").fill("Two photographs show the table.")
    point.locator("[name=reason]").press("Enter")
    decided = page.locator(".point", has_text="Two photographs show the table.")
    expect(decided).to_contain_text("decided")
    settled(page)
    decided.locator("summary").click()
    decided.get_by_role("button", name="Open it again").click()
    expect(page.locator(".point", has_text="Two photographs")).to_contain_text("decided before")
