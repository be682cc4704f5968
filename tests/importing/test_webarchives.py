"""Web archives: each captured page is a file with its address; other captures are counted."""

import gzip
import io
import random
import time
import zlib

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from articles.importing import parts, read
from articles.records import Flaw, Member, UnreadableFile
from tests.importing.packing import PAGE, STORY, packed_records, record

LARGE = gzip.compress((random.Random(4).randbytes(10_000) + bytes(990_000)) * 55, 1)
"""55 MB, packed no more densely than some honest pages are."""
INFO = record("warcinfo", url="", body="software: by hand\r\n")


def members(data, name="a.warc"):
    return [piece for piece in parts(name, data) if isinstance(piece, Member)]


def flaws(data, name="a.warc"):
    return [piece.notice for piece in parts(name, data) if isinstance(piece, Flaw)]


def chunked(body, size=100):
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def written(*pages):
    """An archive as crawlers write it, by warcio's own writer."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "by hand"}))
    for url, body in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        response = writer.create_warc_record(url, "response", payload=io.BytesIO(body.encode()), http_headers=headers)
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example")], is_http_request=True)
        request = writer.create_warc_record(url, "request", http_headers=asked)
        writer.write_request_response_pair(request, response)
    return out.getvalue()


@pytest.mark.parametrize("pack", [lambda *records: b"".join(records), packed_records])
def test_a_page_is_an_article_with_its_address(pack):
    data = pack(INFO, record("request"), record())
    (found,) = read("a.warc", data)
    assert found.file == "river.html"
    assert found.url == "https://news.example/a/river.html"
    assert found.title == "Ferry returns to its old pier"
    assert found.warnings == ()


def test_an_archive_of_a_crawler():
    data = written(("https://news.example/one.html", PAGE), ("https://news.example/two/", PAGE))
    assert [(one.file, one.url) for one in read("a.warc.gz", data)] == [
        ("one.html", "https://news.example/one.html"),
        ("index.html", "https://news.example/two/"),
    ]
    # all of it in one gzip stream instead of one for each record
    assert len(read("a.warc.gz", gzip.compress(gzip.decompress(data)))) == 2


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        ("https://news.example/a/river.html", "text/html", "river.html"),
        ("https://news.example/a/river.HTM", "text/html; charset=utf-8", "river.HTM"),
        ("https://news.example/a/river", "text/html", "river.html"),
        ("https://news.example/a/river.php?id=7", "text/html", "river.php.html"),
        ("https://news.example/a/", "text/html", "index.html"),
        ("https://news.example", "text/html", "index.html"),
        ("https://news.example/a/f%C3%A9rry.html", "text/html", "férry.html"),
        ("https://news.example/a/..%2F..%2Fetc%2Fpasswd", "text/html", "passwd.html"),
        ("https://news.example/paper", "application/pdf", "paper.pdf"),
        ("https://news.example/feed.xml", "application/rss+xml", "feed.xml"),
        ("https://news.example/notes", "text/plain", "notes.txt"),
        ("<https://news.example/old.html>", "text/html", "old.html"),
        ("https://[broken/page", "text/html", "page.html"),
    ],
)
def test_names_of_pages(url, kind, name):
    (member,) = members(record(url=url, Content_Type=kind))
    assert member.name == name
    assert member.url == url.strip("<>")


@pytest.mark.parametrize(
    ("body", "http"),
    [
        (PAGE.encode(), {}),
        (gzip.compress(PAGE.encode()), {"Content_Encoding": "gzip"}),
        (gzip.compress(PAGE.encode()), {"Content_Encoding": "x-gzip"}),
        (zlib.compress(PAGE.encode()), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE.encode(), wbits=-15), {"Content_Encoding": "deflate"}),
        (chunked(PAGE.encode()), {"Transfer_Encoding": "chunked"}),
        (chunked(gzip.compress(PAGE.encode())), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        # headers that tell how the page came, though it was unwrapped when it was captured
        (PAGE.encode(), {"Content_Encoding": "gzip"}),
        (PAGE.encode(), {"Transfer_Encoding": "chunked"}),
    ],
)
def test_the_wrappings_of_the_transport_are_taken_off(body, http):
    (member,) = members(record(body=body, **http))
    assert member.data == PAGE.encode()


def test_other_captures_are_counted_and_what_is_no_capture_is_not_mentioned():
    data = b"".join(
        [
            INFO,
            record("request"),
            record(),
            record("metadata", body="via: https://news.example/"),
            record("revisit", url="https://news.example/again.html", body=""),
            record(url="https://news.example/a.png", Content_Type="image/png", body="x"),
            record(url="https://news.example/a.css", Content_Type="text/css", body="x"),
            record(url="https://news.example/gone.html").replace(b"200 OK", b"404 No"),
        ]
    )
    assert len(members(data)) == 1
    assert flaws(data) == ["Passed over, as they hold no articles (pictures and the like): 3."]


def test_pages_that_were_no_answers_of_a_server():
    resource = record("resource", url="file:///desk/notes.txt", body=STORY).replace(b"application/http", b"text/plain")
    conversion = record("conversion", body=STORY).replace(b"application/http", b"text/plain")
    assert [member.data for member in members(resource + conversion)] == [STORY.encode()] * 2


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        (record(url="https://news.example/br", body=b"\x0b\x02\x80", Content_Encoding="br"), "packed as “br”"),
        (record(url="https://news.example/none", body=b""), "captured without any content"),
        (record(url="https://news.example/big", body=LARGE, Content_Encoding="gzip"), "larger than 50 MB"),
        (
            record(url="https://news.example/cut", body=gzip.compress(PAGE.encode())[:-30], Content_Encoding="gzip"),
            "breaks off",
        ),
    ],
)
def test_a_page_that_cannot_be_read_is_told_and_the_others_are_kept(odd, said):
    data = record() + odd + record(url="https://news.example/last.html")
    found = [member.url for member in members(data)]
    assert found[0].endswith("river.html")
    assert found[-1].endswith("last.html")
    assert any(said in notice for notice in flaws(data))


@pytest.mark.parametrize("broken", [b"garbage\r\n\r\n", record().replace(b"WARC/1.0", b"WORC/1.0"), record()[:150]])
def test_a_damaged_archive_keeps_the_records_before(broken):
    data = record() + broken
    assert len(members(data)) == 1
    assert any("breaks off" in notice for notice in flaws(data))


def test_an_archive_without_pages_says_so():
    with pytest.raises(UnreadableFile, match="holds no captured page"):
        read("a.warc", INFO)


def test_a_thousand_pages_in_seconds():
    data = packed_records(*[record(url=f"https://news.example/{number}.html") for number in range(1000)])
    start = time.perf_counter()
    assert len(members(data, "a.warc.gz")) == 1000
    assert time.perf_counter() - start < 5
