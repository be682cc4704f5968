"""Bringing files in and cleaning them, in a real browser: what an admin drops, and what an editor teaches."""

import csv
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import Desk
from tests.browser.test_newsroom import select
from tests.browser.test_pages import assert_readable

pytestmark = pytest.mark.browser

LITTER = "Kawan pembaca, tulisan ini hadir berkat sumbangan 1.204 orang warga yang peduli."
ROWS = """Judul,Isi,Tanggal,Sumber,Rubrik
Panen raya,"Petani di tepi rawa memanen padi. ""Kami lega,"" kata Budi Santoso di sawahnya.",2026-04-01,Harian Rawa,tani
Hujan lebat,"Hujan turun tiga hari. ""Air sudah surut,"" kata Sari Dewi di balai desa.",2026-04-02,Harian Rawa,cuaca
"""
DROP = """({ loose, inside }) => {
  const file = (name, text) => new File([text], name.split("/").pop());
  const entry = (name, text) => ({ isFile: true, fullPath: `/${name}`, file: (done) => done(file(name, text)) });
  const folder = { isFile: false, createReader: () => {
    const portions = Object.entries(inside).map(([name, text]) => [entry(name, text)]);
    return { readEntries: (done) => done(portions.shift() ?? []) };
  } };
  const giant = { isFile: true, fullPath: "/giant.txt", file: (done) => done(new File([new Uint8Array(51 << 20)], "giant.txt")) };
  const entries = [...Object.entries(loose).map(([name, text]) => entry(name, text)), folder, giant];
  const event = new DragEvent("drop", { bubbles: true, cancelable: true });
  const items = entries.map((one) => ({ webkitGetAsEntry: () => one }));
  Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: [], items } });
  document.getElementById("import-form").dispatchEvent(event);
}"""
"""Drops files, a folder that gives its files one by one, and a file that is too large, as a browser tells of them."""


def story(number: int) -> str:
    """An article of Kabar Lembah; its page prints the number of the edition after each title."""
    return (
        f"Kabar Lembah\nJembatan Kilometer {number} Diresmikan - Edisi {number}\n\n"
        f"LEMBAH, Kabar Lembah – Bupati Rahmat Tanujaya meresmikan jembatan di kilometer {number}.\n\n{LITTER}\n\n"
        f"“Jembatan ke-{number} ini memperpendek jalan anak-anak ke sekolah,” kata Tanujaya kepada warga.\n\n"
        f"Jembatan itu dibangun selama {number} bulan oleh warga dari dua desa di tepi sungai.\n"
    )


def row_of(page: Page, name: str) -> Locator:
    return page.locator("tr[data-item]").filter(has=page.get_by_text(name, exact=True))


def test_an_admin_drops_files_and_a_folder_and_is_asked_about_a_table(page: Page, desk: Desk, tmp_path: Path) -> None:
    desk.sign_in(page, "admin")
    page.goto(f"{desk.url}/import/")
    loose = {"tabel.csv": ROWS, "rusak.txt": "", "<img src=x onerror=alert(1)>.txt": ""}
    page.evaluate(DROP, {"loose": loose, "inside": {"kabar/a/satu.txt": story(901), "kabar/b/satu.txt": story(902)}})
    expect(page.locator("#chosen")).to_contain_text("5 files")
    expect(page.locator("#too-large")).to_contain_text("giant.txt")
    page.get_by_text("Their names").click()
    expect(page.locator("#chosen-files")).to_contain_text("kabar/b/satu.txt")
    page.click("#import-form [type=submit]")
    page.wait_for_url("**/import/*/")

    # The part that asks appears by itself, below it all other files go on.
    question = page.get_by_role("form", name="tabel.csv")
    expect(question).to_be_visible(timeout=60_000)
    chosen = [one.input_value() for one in question.get_by_role("combobox").all()]
    assert chosen == ["title", "text", "published", "outlet", ""]
    expect(page.get_by_text("4 of 5 files done: waiting for you")).to_be_visible(timeout=60_000)
    assert page.locator("main img").count() == 0
    assert_readable(page)
    question.get_by_role("button").click()
    expect(page.get_by_text("5 of 5 files done: finished")).to_be_visible(timeout=60_000)
    expect(row_of(page, "tabel.csv")).to_contain_text("Panen raya")
    expect(row_of(page, "kabar/a/satu.txt")).to_contain_text("Kilometer 901")

    page.get_by_role("button", name="Try the refused files again").click()
    expect(page.get_by_text("2 files are tried again")).to_be_visible()
    expect(page.get_by_text("5 of 5 files done: finished")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="refused").click()
    expect(page.locator("tr[data-item]")).to_have_count(2)
    page.get_by_role("searchbox", name="Find a file").fill("rusak")
    page.keyboard.press("Enter")
    expect(page.locator("tr[data-item]")).to_have_count(1)

    with page.expect_download() as downloading:
        page.get_by_role("link", name="Report as CSV").click()
    downloading.value.save_as(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        outcomes = {row["file"]: row["outcome"] for row in csv.DictReader(file)}
    assert outcomes["rusak.txt"] == "refused" and len(outcomes) == 5
    with page.expect_download() as downloading:
        row_of(page, "rusak.txt").get_by_role("link").first.click()
    assert downloading.value.suggested_filename == "rusak.txt"


def note(number: int, lines: int = 3) -> str:
    """A text that has no word in common with another one: many alike would propose links by the thousand."""
    chance = Random(number)
    syllables = ["ba", "di", "ku", "lo", "mi", "ra", "se", "tu", "wa", "ye"]
    text = [" ".join("".join(chance.choices(syllables, k=4)) for _ in range(12)).capitalize() for _ in range(lines)]
    return f"{text[0]}\n\n{'. '.join(text[1:])}.\n"


def test_a_folder_is_sent_in_portions_cancelled_and_taken_up_again(page: Page, desk: Desk, tmp_path: Path) -> None:
    for number in range(230):
        (tmp_path / f"{number:03}.txt").write_text(note(number, lines=120))
    desk.sign_in(page, "admin")
    page.goto(f"{desk.url}/import/")
    page.set_input_files("#id_folder", tmp_path)
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.click("#import-form [type=submit]")
    page.wait_for_url("**/import/*/")
    assert len(sent) == 3
    page.get_by_text("Cancel the import").click()
    # What was opened stays open and keeps the focus while the page asks for its progress.
    page.locator("#cancel-it").focus()
    with page.expect_response("**/progress/*"):
        pass
    expect(page.locator("#cancel-it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(": cancelled")).to_be_visible(timeout=60_000)
    expect(page.locator("#only-waiting")).to_be_visible()
    page.get_by_role("button", name="Go on with it").click()
    expect(page.get_by_text("230 of 230 files done: finished")).to_be_visible(timeout=120_000)


def test_an_upload_that_breaks_off_goes_on_where_it_stopped(page: Page, desk: Desk, tmp_path: Path) -> None:
    for number in range(102):
        (tmp_path / f"{number:03}.txt").write_text(note(1000 + number))
    desk.sign_in(page, "admin")
    page.goto(f"{desk.url}/import/")
    page.set_input_files("#id_folder", tmp_path)
    sent = []

    def break_off(route: Route) -> None:
        """Lets the first portion through and no other, until the fifth is sent."""
        sent.append(route.request.url)
        if 1 < len(sent) < 5:
            route.abort()
        else:
            route.continue_()

    page.route(f"{desk.url}/import/", break_off)
    page.click("#import-form [type=submit]")
    expect(page.locator("#chosen")).to_contain_text("100 of 102 files arrived", timeout=30_000)
    page.click("#import-form [type=submit]")
    page.wait_for_url("**/import/*/")
    expect(page.get_by_text("of 102 files done")).to_be_visible()
    assert len(sent) == 5


def test_files_are_imported_and_articles_corrected_without_scripts(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    desk.sign_in_anew(page, "admin")
    page.goto(f"{desk.url}/import/")
    text = story(701).replace("Kabar Lembah", "Harian Muara").encode()
    names = ("701.txt", "lagi.txt")
    page.set_input_files("#id_files", [{"name": name, "mimeType": "text/plain", "buffer": text} for name in names])
    page.click("#import-form [type=submit]")
    # The page loads itself anew until the import is finished.
    expect(page.get_by_text("2 of 2 files done: finished")).to_be_visible(timeout=60_000)
    row_of(page, "701.txt").get_by_role("link", name="Jembatan").click()
    page.get_by_role("link", name="Correct title").click()
    page.get_by_label("Title").fill("Jembatan Kilometer 701 Diresmikan")
    page.get_by_role("button", name="Show what would be remembered").click()
    expect(page.locator("#lesson")).to_contain_text("{title} - Edisi #")
    expect(page.get_by_label("Title")).to_have_value("Jembatan Kilometer 701 Diresmikan")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jembatan Kilometer 701 Diresmikan")
    context.close()


def test_an_editor_corrects_remembers_and_applies(page: Page, desk: Desk, tmp_path: Path) -> None:
    for number in (801, 802):
        (tmp_path / f"{number}.txt").write_text(story(number).replace("Kabar Lembah", "Suara Tebing"))
    desk.manage("importarticles", str(tmp_path))
    desk.sign_in(page, "editor")
    open_article(page, desk, 801)
    article = page.url
    page.get_by_text("Why?").click()
    expect(page.locator("#why")).to_contain_text("Suara Tebing")
    page.get_by_role("link", name="Correct title").click()
    page.get_by_label("Title").fill("Jembatan Kilometer 801 Diresmikan")
    page.get_by_label("Remember for this outlet").check()
    page.get_by_role("button", name="Show what would be remembered").click()
    expect(page.locator("#lesson")).to_contain_text("{title} - Edisi #", timeout=30_000)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Suara Tebing")).to_be_visible(timeout=30_000)
    expect(page.get_by_label("Title")).to_have_value("{title} - Edisi #")
    expect(page.locator(".change").first).to_contain_text("{title} - Edisi #")

    # What is wrong is told as one types.
    page.get_by_label("Date of publication").fill("Terbit {day}")
    expect(page.locator(".wrong").filter(has_text="{month}")).to_be_visible()
    page.get_by_label("Date of publication").fill("")
    expect(page.locator(".wrong").filter(has_text="{month}")).to_have_count(0)

    page.goto(article)
    select(page, LITTER)
    page.get_by_role("button", name="Litter of this outlet").click()
    page.wait_for_url("**/outlets/*/")
    expect(page.get_by_label("Litter")).to_have_value(LITTER.replace("1.204", "#"))
    page.get_by_role("button", name="Apply to 2 earlier articles").click()
    expect(page.get_by_role("button", name="Apply to 2 earlier articles")).to_be_visible(timeout=60_000)
    expect(page.locator("#again")).to_contain_text("moved")
    assert_readable(page)
    open_article(page, desk, 802)
    expect(page.get_by_role("heading", level=1)).to_have_text("Jembatan Kilometer 802 Diresmikan")
    expect(page.locator("#text")).not_to_contain_text("Kawan pembaca")
    # What was found in the litter is not lost, but shown below the text as no longer in it.
    lost = page.get_by_role("region", name="No longer in the text").get_by_role("article").first
    expect(lost).to_contain_text("Kawan pembaca")
    page.locator("details:visible > summary").evaluate_all(
        "all => all.forEach((one) => (one.parentElement.open = true))"
    )
    assert_readable(page)
    lost.get_by_role("button", name="Reject").click()
    expect(lost).to_contain_text("rejected")


def open_article(page: Page, desk: Desk, number: int) -> None:
    page.goto(f"{desk.url}/?q=Tebing+{number}")
    page.locator("main h2 a, main h3 a").first.click()
    page.wait_for_url("**/articles/*/")
