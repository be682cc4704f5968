"""The registry: name and content decide together who reads a file, and a refusal says what to do."""

import gzip
import time
import zipfile

import pytest

from articles.importing import crawled, feeds, html, mail, markdown, mhtml, parts, plain, tarballs, webarchives
from articles.importing.contents import NAMES, content_of
from articles.importing.formats import ENDINGS, FORMATS, ending_of, format_of
from articles.records import UnreadableFile
from tests.importing.packing import PAGE, STORY, record, tarred, zipped
from tests.importing.packing import mail as a_mail

PAGE_BYTES, STORY_BYTES = PAGE.encode(), STORY.encode()
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
FEED = b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel><title>Elsey Courier</title></channel></rss>'
SAVED_PAGE = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/\r\nSubject: Ferry\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x--\r\n'
)
BOX = b"From dolores@elsey-courier.example Tue Dec  2 23:40:00 2025\n" + a_mail()


def package(*parts, mimetype=""):
    files = [("mimetype", mimetype)] if mimetype else []
    return zipped([*files, *((part, "<x/>") for part in parts)])


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (STORY_BYTES, "text"),
        (STORY.encode("utf-16"), "text"),
        (b"BMW announced on Monday that it had sold the pier.", "text"),
        (b"MZ is how a program begins, and so does this note.", "text"),
        (b"From: the desk\n\nThe harbour reopened on Tuesday, the harbour master said.", "text"),
        (PAGE_BYTES, "html"),
        (b"\xef\xbb\xbf" + PAGE_BYTES, "html"),
        (PAGE.encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html/>', "html"),
        (FEED, "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
        (b'<?xml version="1.0"?><inventory/>', "xml"),
        (b'[{"title": "Ferry"}]', "json"),
        (b'{"title": "Ferry"}\n{"title": "Harbour"}\n', "json"),
        (a_mail(), "mail"),
        (a_mail().replace(b"\n", b"\r\n"), "mail"),
        # header lines beyond the first kilobytes, as signing servers write them
        (
            b"Received: by elsey.example\r\n" + b"X-Seal: abcdefghijklmnop\r\n" * 800 + b"Subject: Ferry\r\n\r\nText",
            "mail",
        ),
        (SAVED_PAGE, "mhtml"),
        (BOX, "mbox"),
        (PDF, "pdf"),
        (b"{\\rtf1\\ansi Ferry}", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ole"),
        (package("[Content_Types].xml", "word/document.xml"), "docx"),
        (package("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (package("[Content_Types].xml", "ppt/presentation.xml"), "office"),
        (package("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (package("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "office"),
        (zipped([("a.txt", STORY)]), "zip"),
        # the first file of an archive may be a PDF that is not packed
        (zipped([("a.pdf", PDF)], zipfile.ZIP_STORED), "zip"),
        (PDF + zipped([("a.txt", STORY)]), "two"),
        (tarred([("a.txt", STORY)]), "tar"),
        (tarred([("a.txt", STORY)], "w:gz"), "tar"),
        (tarred([("a.txt", STORY)], "w:bz2"), "tar"),
        (tarred([("a.txt", STORY)], "w:xz"), "tar"),
        (gzip.compress(STORY_BYTES), "gzip"),
        (record(), "warc"),
        (gzip.compress(record()), "warc"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "Portable Network Graphics file (.png)"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_content_is_told_by_itself(data, content):
    assert content_of(data) == content


@pytest.mark.parametrize(
    ("name", "data", "read"),
    [
        # name and content agree
        ("a.txt", STORY_BYTES, plain.read),
        ("a.TXT", STORY_BYTES, plain.read),
        ("a.html", PAGE_BYTES, html.read),
        ("a.eml", a_mail(), mail.read),
        ("a.mhtml", SAVED_PAGE, mhtml.read),
        ("a.mht", a_mail(), mhtml.read),
        ("a.rss", FEED, feeds.read),
        ("a.jsonl", b'{"title": "Ferry"}\n', crawled.read),
        ("a.tar.gz", tarred([("a.txt", STORY)], "w:gz"), tarballs.read),
        ("a.warc.gz", gzip.compress(record()), webarchives.read),
        # kind where it is safe
        ("a.txt", PAGE_BYTES, html.read),
        ("a.md", PAGE_BYTES, html.read),
        ("a.xml", b"<html><body>Ferry</body></html>", html.read),
        ("a.htm", STORY_BYTES, html.read),
        ("a.txt", a_mail(), plain.read),
        ("a.txt", b"[1] Ferry returns", plain.read),
        ("a.md", b"From: desk\nDate: today\n\nFerry returns", markdown.read),
        ("a.gz", tarred([("a.txt", STORY)], "w:gz"), tarballs.read),
        ("a.gz", gzip.compress(STORY_BYTES), tarballs.read_packed),
        # no ending, or what only looks like one: by content
        ("a", STORY_BYTES, plain.read),
        ("a", PAGE_BYTES, html.read),
        ("a", a_mail(), mail.read),
        ("a", SAVED_PAGE, mhtml.read),
        ("a", BOX, mail.read_box),
        ("a", FEED, feeds.read),
        ("a", gzip.compress(record()), webarchives.read),
        ("a", gzip.compress(STORY_BYTES), tarballs.read_packed),
        ("Report of 3.12.2025", STORY_BYTES, plain.read),
        ("Mr. Kettering writes", STORY_BYTES, plain.read),
    ],
)
def test_who_reads_a_file(name, data, read):
    assert format_of(name, data).read is read


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", PAGE_BYTES, ("this is a web page", "ends in .pdf", "rename it to end in .html")),
        ("a.docx", zipped([("a.txt", STORY)]), ("this is a zip archive", "rename it to end in .zip")),
        ("a.zip", package("[Content_Types].xml", "word/document.xml"), ("this is a Word document", ".docx")),
        ("a.html", PDF, ("this is a PDF", "rename it to end in .pdf")),
        ("a.eml", FEED, ("this is a feed", ".rss")),
        ("a.doc", STORY_BYTES, (".doc files cannot be read", ".docx", ".txt")),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("save it as .docx", "cannot be read")),
        ("a", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("old kind", "cannot be read")),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(60), ("Portable Network Graphics", "cannot be read")),
        ("a.xml", b'<?xml version="1.0"?><inventory/>', ("XML of an unknown kind", "Save its text as .txt")),
        ("a.xyz", STORY_BYTES, (".xyz files cannot be read",)),
    ],
)
def test_a_refusal_says_what_it_is_and_what_to_do(name, data, said):
    with pytest.raises(UnreadableFile) as refusal:
        format_of(name, data)
    for words in (f"{name}: ", *said):
        assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.txt", ".txt"),
        ("a.tar.gz", ".tar.gz"),
        ("a.warc.gz", ".warc.gz"),
        ("a.txt.gz", ".gz"),
        ("a", ""),
        (".txt", ""),
        ("a.exe", ".exe"),
        ("a.2025", ""),
        ("end of story. And more", ""),
    ],
)
def test_the_longest_known_ending_counts(name, ending):
    assert ending_of(name) == ending


def test_the_table_is_sound():
    assert len(ENDINGS) == len(set(" ".join(one.endings for one in FORMATS).split())), "an ending stands twice"
    for one in FORMATS:
        assert set(one.contents.split()) <= set(NAMES)
        assert one.most in (20 << 20, 50 << 20)
    readable = {content for one in FORMATS for content in one.contents.split()}
    assert readable == {one.contents.split()[0] for one in FORMATS}, "each content is some format's own"


def test_the_limits_are_those_of_the_format():
    with pytest.raises(UnreadableFile, match="larger than 20 MB"):
        list(parts("a.txt", b"a" * (21 << 20)))
    with pytest.raises(UnreadableFile, match="larger than 50 MB"):
        list(parts("a.zip", zipped([("a.txt", STORY)]) + bytes(51 << 20)))


def test_telling_the_content_is_quick():
    hostile = [
        b"A: b\r\n" * 8_000_000,
        b"<!--" * 10_000_000,
        b"<?xml " * 8_000_000,
        b"<" * 50_000_000,
        b"[" * 50_000_000,
        b"PK\x03\x04" * 12_000_000,
        b"\r\n" * 20_000_000,
    ]
    for data in hostile:
        start = time.perf_counter()
        content_of(data)
        assert time.perf_counter() - start < 1, data[:10]
