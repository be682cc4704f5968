"""A search is saved, tells what is new in it, and has a feed; places are found in an article by keys, and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Desk
from tests.browser.test_pages import assert_readable

pytestmark = pytest.mark.browser
NEWS = """Jembatan Gantung Cisarua Putus

Harian Rimba, 12 Oktober 2021 - Jembatan gantung di Cisarua putus pada Selasa malam. Tidak ada korban.

"Kami memasang jembatan darurat besok pagi," kata Kepala Desa Wira Santika.
"""


def test_a_search_is_saved_and_tells_what_is_new(page: Page, desk: Desk, tmp_path: Path) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/?q=jembatan+gantung")
    page.get_by_text("Save this search").click()
    page.get_by_label("Name").fill("Bridges")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    (tmp_path / "jembatan.txt").write_text(NEWS)
    desk.manage("importarticles", str(tmp_path))
    page.goto(f"{desk.url}/saved/")
    row = page.locator("[data-item]", has_text="Bridges")
    expect(row).to_contain_text("1 new")
    row.get_by_text("Feed", exact=True).click()
    assert_readable(page)
    # Whoever has the address needs no account.
    reader = page.context.browser.new_context()
    answer = reader.request.get(page.get_by_label("Address of the feed").input_value())
    assert answer.status == 200 and "Cisarua" in answer.text()
    reader.close()
    # Opened by keys: what is new is shown once.
    row.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 new since you last looked")).to_be_visible()
    expect(page.locator(".hit")).to_contain_text("Cisarua")
    page.goto(f"{desk.url}/saved/")
    expect(page.locator("[data-item]", has_text="Bridges")).to_contain_text("nothing new")


def test_many_terms_are_searched_for_at_once(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/batch-search/")
    terms = {"name": "terms.csv", "mimeType": "text/csv", "buffer": b"Moghimi;minister\nqqxyzzy;nobody\n"}
    page.set_input_files("[name=file]", [terms])
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator("[data-item]").first).to_contain_text("Moghimi")
    assert_readable(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    assert Path(download.value.path()).read_text(encoding="utf-8-sig").startswith("term,articles,quotes")


def test_places_in_an_article_are_gone_through_by_keys(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    page.goto(f"{desk.url}/articles/1/")
    page.keyboard.press("f")
    page.keyboard.type("sungai")
    page.keyboard.press("Enter")
    places = page.locator("#places")
    expect(places).to_have_text("1 of 6")
    # The new part of the page is on show a moment before htmx takes hold of it.
    expect(page.locator(".htmx-settling, .htmx-added")).to_have_count(0)
    # Enter goes on while one is in the field; then keys do.
    page.keyboard.press("Enter")
    expect(places).to_have_text("2 of 6")
    page.keyboard.press("Escape")
    for key, place in (("n", 3), ("p", 2), ("p", 1), ("p", 6)):
        page.keyboard.press(key)
        expect(places).to_have_text(f"{place} of 6")
        current = page.locator("#text mark.is-current")
        expect(current).to_have_attribute("data-hit", str(place))
        expect(current).to_be_in_viewport()
    page.locator("#place-after").click()
    expect(places).to_have_text("1 of 6")
    assert_readable(page)


def test_places_in_an_article_are_gone_through_without_scripts(browser: Browser, page: Page, desk: Desk) -> None:
    desk.sign_in(page, "journalist")
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(page.context.cookies() or desk.sessions["journalist"])
    bare = plain.new_page()
    bare.goto(f"{desk.url}/articles/1/")
    bare.fill("#find", "sungai")
    bare.press("#find", "Enter")
    expect(bare.locator("#places")).to_have_text("1 of 6")
    bare.locator("#place-after").click()
    expect(bare.locator("#places")).to_have_text("2 of 6")
    expect(bare.locator("#hit-2")).to_be_in_viewport()
    plain.close()
