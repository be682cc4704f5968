"""Takes the pictures of README.md from a fresh desk with the demo articles: make pictures."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import ROOT, Desk

FOLDER = ROOT / "docs" / "pictures"


def test_pictures(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "editor")
    page.set_viewport_size({"width": 1200, "height": 760})
    links = [json.loads(line) for line in desk.manage("exportstatements", "links").splitlines()]
    disputed = next(link for link in links if link["conflicts"] == ["number"])
    page.goto(f"{desk.url}/?q={disputed['a']['text'].split('.')[0]}")
    page.locator("main h2 a, main h3 a").first.click()
    page.wait_for_url("**/articles/*/")
    take(page, "article")
    page.locator("[data-statement] a", has_text=re.compile(r"\d\d reports")).last.press("Enter")
    page.wait_for_url("**/utterances/*/")
    take(page, "utterance")
    page.goto(f"{desk.url}/?q=Moghimi")
    take(page, "search")


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    path = Path(FOLDER / f"{name}.png")
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
