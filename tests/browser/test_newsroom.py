"""A day in the newsroom, in a real browser: what each role does, and what each is refused."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Desk
from tests.test_ingest import OTHER_REPORT, REPORT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def wires(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports of one speech, imported by the first test that needs them."""
    folder = tmp_path_factory.mktemp("wires")
    (folder / "report.txt").write_text(REPORT)
    (folder / "other.txt").write_text(OTHER_REPORT)
    desk.manage("importarticles", str(folder))
    return folder


def open_article(page: Page, desk: Desk, words: str) -> None:
    page.goto(f"{desk.url}/?q={words}")
    page.locator("main h2 a, main h3 a").first.click()
    page.wait_for_url("**/articles/*/")


def test_an_admin_uploads_three_files_and_sees_progress_and_three_outcomes(page: Page, desk: Desk) -> None:
    desk.sign_in(page, "admin")
    page.goto(f"{desk.url}/import/")
    page.set_input_files(
        "input[type=file]",
        [
            {"name": "galangan.txt", "mimeType": "text/plain", "buffer": REPORT.replace("Baqeri", "Hatami").encode()},
            {"name": "broken.txt", "mimeType": "text/plain", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40},
            {"name": "<img src=x onerror=alert(1)>.txt", "mimeType": "text/plain", "buffer": b""},
        ],
    )
    page.click("main form [type=submit]")
    page.wait_for_url("**/import/*/")
    expect(page.get_by_text("3 of 3 files done")).to_be_visible(timeout=60_000)
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.filter(has_text="galangan.txt")).to_contain_text("imported")
    expect(rows.filter(has_text="broken.txt")).to_contain_text("refused")
    expect(rows.filter(has_text="<img src=x")).to_contain_text("refused")
    assert page.locator("main img").count() == 0


def test_a_journalist_searches_and_reads_and_is_refused_every_write(page: Page, desk: Desk, wires: Path) -> None:
    desk.sign_in(page, "journalist")
    page.goto(desk.url)
    page.keyboard.press("/")
    page.keyboard.type("Bageri galangan")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Bageri*")
    # Another spelling of the name is found and marked in the text.
    expect(page.locator("main mark").first).to_be_visible()
    assert {"Baqeri", "Bagheri"} & set(page.locator("main mark").all_inner_texts())
    open_article(page, desk, "Bagheri galangan")
    expect(page.locator("main [lang=id]").first).to_be_visible()
    assert page.locator("main button[data-key=c], main button[data-key=x]").count() == 0
    token = page.context.cookies()
    headers = {
        "X-CSRFToken": next(cookie["value"] for cookie in token if cookie["name"] == "csrftoken"),
        "Referer": desk.url,
    }
    for path in (
        "articles/1/statements/", "statements/1/edit/", "statements/1/judge/", "statements/1/link/2/",
        "links/1/judge/", "people/1/merge/", "people/1/unmerge/", "undo/", "import/",
    ):  # fmt: skip
        answer = page.request.post(f"{desk.url}/{path}", headers=headers, form={"version": "1"})
        assert answer.status == 403, path
    assert page.request.get(f"{desk.url}/import/").status == 403
    assert page.request.get(f"{desk.url}/admin/", max_redirects=0).status == 302


def test_an_editor_marks_a_selected_passage_and_gives_it_a_speaker_and_a_tag(
    page: Page, desk: Desk, wires: Path
) -> None:
    desk.sign_in(page, "editor")
    open_article(page, desk, "pengusaha diperlebar")
    passage = "jalan ke pelabuhan segera diperlebar"
    select(page, passage)
    expect(page.locator("button[value=quote][data-key=q]")).to_be_visible()
    page.keyboard.press("q")
    speaker = page.locator("[name=speaker_name]")
    expect(speaker).to_be_visible()
    # Completion finds the person by another spelling than the one stored.
    speaker.fill("")
    speaker.type("Rahmat Bag", delay=30)
    expect(page.locator("[role=listbox] [role=option]").first).to_contain_text("Rahmat")
    page.locator("[role=listbox] [role=option]").first.click()
    page.fill("[name=tag_names]", "pelabuhan, ekonomi")
    page.locator("form:has([name=speaker_name]) button.btn-primary").click()
    card = page.locator("[data-statement]", has_text="pelabuhan").filter(has_text="confirmed").first
    expect(card).to_be_visible()
    expect(card).to_contain_text("Rahmat")
    expect(card).to_contain_text("ekonomi")
    page.reload()
    expect(page.locator("[data-statement]", has_text="ekonomi").first).to_be_visible()


def test_an_editor_confirms_rejects_and_links_with_the_keyboard_alone(page: Page, desk: Desk, wires: Path) -> None:
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/review/?kind=claim")
    before = left(page)
    page.keyboard.press("c")
    expect(page.get_by_text(f"{before - 1:,} left")).to_be_visible()
    page.keyboard.press("x")
    expect(page.get_by_text(f"{before - 2} left")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text(f"{before - 1:,} left")).to_be_visible()
    page.keyboard.press("x")
    expect(page.get_by_text(f"{before - 2} left")).to_be_visible()

    open_article(page, desk, "Baqeri galangan dasawarsa")
    card = page.locator("[data-statement]", has_text="direct").first
    card.focus()
    page.keyboard.press("l")
    page.wait_for_url("**/statements/*/link/*")
    expect(page.locator(".candidate").first).to_contain_text("dasawarsa")
    page.keyboard.press("1")
    expect(page.locator(".candidate.is-judged").first).to_contain_text("confirmed")


def test_what_was_rejected_stays_gone(page: Page, desk: Desk, wires: Path) -> None:
    links = [json.loads(line) for line in desk.manage("exportstatements", "links").splitlines()]
    proposed = [link for link in links if link["status"] == "proposed"]
    desk.sign_in(page, "editor")
    page.goto(f"{desk.url}/review/?kind=link")
    before = left(page)
    assert before == len(proposed)
    page.keyboard.press("x")
    expect(page.get_by_text(f"{before - 1:,} left")).to_be_visible()
    assert ", 0 of them new" in desk.manage("proposelinks")
    assert "duplicate" in desk.manage("importarticles", str(wires))
    page.reload()
    assert left(page) == before - 1


def test_a_statement_that_somebody_else_changed_keeps_what_was_typed(page: Page, desk: Desk, wires: Path) -> None:
    desk.sign_in(page, "editor")
    open_article(page, desk, "Baqeri galangan dasawarsa")
    card = page.locator("[data-statement]", has_text="direct").first
    card.focus()
    page.keyboard.press("e")
    # The form begins in its first field; what is typed before that would go there.
    expect(page.locator("[name=speaker_name]")).to_be_focused()
    page.fill("[name=note]", "Ask the fleet's office for the recording.")
    # Meanwhile, in another window:
    number = page.locator("[data-statement].is-edited").get_attribute("data-statement")
    other = page.context.new_page()
    other.goto(f"{desk.url}/statements/{number}/edit/")
    other.fill("[name=cue]", "katanya")
    other.locator("main button.btn-primary").click()
    expect(other.locator("main [data-statement]")).to_contain_text("katanya")
    page.locator("form:has([name=note]) button.btn-primary").click()
    expect(page.get_by_role("alert").first).to_contain_text("meanwhile")
    expect(page.locator("[name=note]")).to_have_value("Ask the fleet's office for the recording.")


def left(page: Page) -> int:
    """How many items the review queue says are left."""
    return int(page.locator("#review .left").inner_text().split()[0].replace(",", ""))


def select(page: Page, passage: str) -> None:
    """Selects a passage of the article as the mouse would, and lets go."""
    page.evaluate(
        """passage => {
            const root = document.querySelector("[data-start]").closest("article, div, section, main");
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(passage);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + passage.length);
                const selection = getSelection();
                selection.removeAllRanges();
                selection.addRange(range);
                root.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
                return;
            }
            throw new Error("the passage is not in the article");
        }""",
        passage,
    )
