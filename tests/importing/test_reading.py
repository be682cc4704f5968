import os
import socket
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing import read
from articles.records import UnreadableFile

TEXT = (
    "Iran and Iraq sign river deal after third dry winter\n"
    "By Dolores Kettering, Staff Writer\n"
    "3 December 2025\n\n"
    "KERMANSHAH, Iran — Iran and Iraq agreed on Tuesday on how to share a river that had all but dried up.\n\n"
    "“A river carries no passport,” said the deputy minister, who had clearly rehearsed the line.\n"
)


def article(name, data):
    (document,) = read(name, data)
    return document


def test_a_text_file_is_one_article():
    found = article("folder/river.txt", TEXT.encode())
    assert (found.file, found.part, found.language) == ("river.txt", 0, "en")
    assert found.title == "Iran and Iraq sign river deal after third dry winter"
    assert found.author == "Dolores Kettering"
    assert found.published == date(2025, 12, 3)
    assert found.dateline == "KERMANSHAH, Iran —"
    assert found.text.startswith("KERMANSHAH, Iran — Iran and Iraq")
    assert found.text.endswith("rehearsed the line.")
    assert [one.reason for one in found.removed] == ["title", "author", "published"]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t ", "empty"),
        ("a.xyz", b"some text", ".xyz files cannot be read"),
        ("a.txt", b"%PDF-1.7 some text", "this is a PDF"),
        ("a.html", b"%PDF-1.7 <html>", "this is a PDF"),
        ("a.txt", b"PK\x03\x04some text", "zip archive"),
        ("a.html", b"GIF89a<html><body>x</body></html>", "GIF picture"),
        ("a.txt", bytes(range(256)) * 40, "binary"),
        ("a.txt", b"\x00" * 1000, "binary"),
        ("a.txt", b"a" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
        ("a.txt", b"Leave a Reply\nloading...\n", "furniture"),
        ("a.html", b"<html><body><script>x</script></body></html>", "no text"),
        ("a.html", b"<html><body>" + b"<div>" * 100_000 + b"text", "nested too deeply"),
    ],
)
def test_refused_with_a_reason_and_what_to_do(name, data, reason):
    with pytest.raises(UnreadableFile) as refusal:
        read(name, data)
    message = str(refusal.value)
    assert reason in message
    assert message.startswith(f"{name}: ")
    assert any(advice in message for advice in ("Save", "Check", "Split"))


PARIS = "Le fleuve a été détourné après onze mois de négociations très difficiles, déclare le ministre à Genève.\n" * 3
KAZAN = "Международная комиссия завершила расследование пожара на пароме, в котором погибли семь человек.\n" * 3
CAIRO = "قدمت اللجنة الدولية للتحقيق في حريق باخرة اليوم الأربعاء بطنجة تقريرها النهائي الواقع في الصفحات.\n" * 3
ANKARA = "Geminin ikinci mühendisi şöyle devam etti: Üçüncüsünü büyük harflerle yazdım, çünkü yangın çıktı.\n" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "utf-8"),
        (TEXT, "utf-8-sig"),
        (TEXT, "utf-16"),
        (TEXT, "utf-32"),
        (PARIS, "cp1252"),
        (KAZAN, "cp1251"),
        (KAZAN, "koi8-r"),
        (CAIRO, "cp1256"),
        (ANKARA, "cp1254"),
    ],
)
def test_encodings(text, encoding):
    found = article("a.txt", text.encode(encoding))
    assert found.text in text
    assert bool(found.warnings) == (not encoding.startswith("utf"))


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"\xe2\x80", b"\xed\xa0\x80"])
@pytest.mark.parametrize("text", [TEXT, TEXT.encode("ascii", "ignore").decode()])
def test_damaged_utf8_shows_where_it_is_damaged(damage, text):
    found = article("a.txt", text.encode() + b"\nThe minister said that " + damage + b" it would hold.\n")
    assert "said that \ufffd" in found.text
    assert any("UTF-8" in warning for warning in found.warnings)


PAGE = """<html lang="en"><head><title>River deal | Tidewater Tribune</title>
<meta property="og:site_name" content="Tidewater Tribune">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Iran and Iraq sign river deal", "datePublished": "2026-06-09T16:52:00Z",
"author": {"@type": "Person", "name": "Dolores Kettering"}}</script></head><body>
<nav><a href="https://example.com/">Home</a></nav>
<article><h1>Iran and Iraq sign river deal</h1><p>By Dolores Kettering</p>
<p>KERMANSHAH, Iran — Iran and Iraq agreed on Tuesday on how to share a river that had all but dried up.</p>
<p>READ MORE: Our series on water in the West</p>
<p>“A river carries no passport,” said the deputy minister, who had clearly rehearsed the line.</p>
<img src="https://example.com/pixel.gif"><script>alert(1)</script>
<p>A joint panel is to meet again in October, according to the secretary general of the forum.</p></article>
<footer>All content © 2026 Tidewater Publishing Group</footer></body></html>"""


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt"])
def test_a_web_page_is_told_by_its_content(name):
    found = article(name, PAGE.encode())
    assert (found.title, found.outlet) == ("Iran and Iraq sign river deal", "Tidewater Tribune")
    assert (found.author, found.published) == ("Dolores Kettering", date(2026, 6, 9))
    assert found.text.split("\n")[0].startswith("KERMANSHAH, Iran — Iran and Iraq agreed")
    assert found.text.endswith("secretary general of the forum.")
    assert "READ MORE" not in found.text
    assert "alert" not in found.text


def test_a_page_too_deep_for_the_parser_gives_all_its_text():
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n"))
    found = article("a.html", f"<html><body>{'<div>' * 256}{body}{'</div>' * 256}</body></html>".encode())
    assert "rehearsed the line." in found.text
    assert any("all its text" in warning for warning in found.warnings)


def test_nothing_is_fetched(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert read("page.html", PAGE.encode())
    assert read("page.txt", TEXT.encode())


def test_text_without_markup_named_html_is_read_as_text():
    assert article("a.html", TEXT.encode()).author == "Dolores Kettering"


def test_a_title_that_looks_like_markup_is_text():
    title = "The <img src=x onerror=alert(1)> is a headline"
    assert article("<img onerror>.txt", TEXT.replace(TEXT.split("\n")[0], title).encode()).title == title


def test_entities_bidi_controls_and_nul_in_one_file():
    raw = "JAKARTA - &quot;Kami siap,&quot; kata&nbsp;menteri itu pada Selasa malam di ibu kota \u202enegara.\x00\n"
    found = article("a.txt", raw.encode())
    assert found.text == 'JAKARTA - "Kami siap," kata menteri itu pada Selasa malam di ibu kota ␚negara.'
    assert len(found.warnings) == 2


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a", "a.TXT"]))
def test_any_bytes_are_read_or_refused(data, name):
    try:
        documents = read(name, data)
    except UnreadableFile as refusal:
        assert str(refusal)
    else:
        assert all(document.text.strip() for document in documents)


def test_random_bytes_are_refused():
    with pytest.raises(UnreadableFile):
        read("a.txt", os.urandom(5000))


def test_hundreds_of_texts_in_a_second():
    page = (TEXT + "\n".join(TEXT.split("\n")[4:] * 12)).encode()
    read("warm.txt", page)
    start = time.perf_counter()
    for _ in range(50):
        read("a.txt", page)
    assert time.perf_counter() - start < 1.5
