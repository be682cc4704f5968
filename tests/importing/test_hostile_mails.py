"""The hostile mails, web archives and disguises of the list in TRUST.md: each gets the outcome given there.

What endangers memory or time is read in the confined child, as an import does it. Everything is made here.
"""

import time

import pytest

from articles.importing import mail as mails
from articles.importing import read
from articles.records import Flaw, Member
from tests.importing.packing import PAGE, STORY, mail, packed_records, record, zeros, zipped

MB = 1 << 20


# E-mail


def mime_levels(count):
    data = b"Content-Type: text/plain\n\nA letter.\n"
    for level in range(count):
        edge = b"e%d" % level
        data = b'Content-Type: multipart/mixed; boundary="%s"\n\n--%s\n%s\n--%s--\n' % (edge, edge, data, edge)
    return b"From: a@b.example\nSubject: Levels\n" + data


def mails_in_mails(count):
    data = mail()
    for _ in range(count):
        data = b"From: a@b.example\nSubject: Inside\nContent-Type: message/rfc822\n\n" + data
    return data


@pytest.mark.parametrize("make", [lambda: mime_levels(2000), lambda: mime_levels(900), lambda: mails_in_mails(2000)])
def test_2000_mime_levels_are_refused(refusal, make):
    assert "nested too deeply" in refusal("a.eml", make())


def test_more_than_20000_parts_are_refused(refusal):
    data = b'From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary="e"\n\n' + b"--e\n\nx\n" * 20_001
    assert "more than 20000 files" in refusal("a.eml", data)


@pytest.mark.parametrize("name", ["../../x.html", "/etc/x.html", "C:\\x.html", "..\\x.html"])
def test_an_attachment_that_leads_out_of_its_folder_is_refused(refusal, name):
    assert "leads out of its folder" in refusal("a.eml", mail(attachments=[(name, PAGE, "text/html")]))


@pytest.mark.parametrize("field", ["To", "From", "Cc", "Subject"])
@pytest.mark.parametrize(
    "value", ["(" * 20_000, "<" * 20_000, '"' * 20_000, "=?utf-8?q?" * 5_000, "a@b.example, " * 20_000]
)
def test_20000_brackets_in_a_header_cost_no_time(field, value):
    read("warm.eml", mail())
    start = time.process_time()
    (found,) = read("a.eml", mail(**{field: value}))
    assert time.process_time() - start < 1
    assert found.text.startswith("PORT ELSEY — The harbour")
    assert any(f"“{field}”" in warning for warning in found.warnings) == ("(" in value or len(value) > 100_000)


def test_a_bogus_charset_is_read_and_told():
    data = mail().replace(b"charset=utf-8", b"charset=x-klingon")
    (found,) = read("a.eml", data)
    assert "“We counted every gull twice,”" in found.text
    assert any("x-klingon" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "charset", ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "zlib", "hex"]
)
def test_encodings_that_are_none_of_mails_do_nothing(charset):
    data = mail(f"{STORY}\n{'a-b' * 300_000}\\ud800", Subject=f"=?{charset}?q?Harbour_reopens\\ud800?=")
    start = time.process_time()
    (found,) = list(mails.read("a.eml", data.replace(b"charset=utf-8", b"charset=" + charset.encode())))
    assert time.process_time() - start < 1
    assert "We counted every gull twice" in found.text
    assert (found.text + found.hints[0].value).encode()


# Web archives


def stories(child, name, data):
    return list(child.call("articles.importing.reading.parts", name, data))


def test_gzip_body_of_200_kb_that_unpacks_to_200_mb_is_refused(refusal):
    bomb = record(body=zeros(200 * MB, 31), Content_Encoding="gzip")
    data = packed_records(record(), bomb)
    assert len(data) < 300_000
    assert "unpacks to far more" in refusal("a.warc.gz", data)
    assert "unpacks to far more" in refusal("a.warc", record() + bomb)


def test_records_packed_to_nothing_are_refused(refusal):
    data = packed_records(record(), record(body=bytes(200 * MB)))
    assert "unpacks to far more" in refusal("a.warc.gz", data)


def test_content_length_of_10_to_the_12_keeps_the_page_and_tells(child):
    data = record() + record(url="https://news.example/b", claims=10**12) + record(url="https://news.example/c")
    found = stories(child, "a.warc", data)
    assert [piece.url for piece in found if isinstance(piece, Member)] == [
        "https://news.example/a/river.html",
        "https://news.example/b",
    ]
    assert all(piece.data.strip() == PAGE.encode() for piece in found if isinstance(piece, Member))
    assert any("breaks off" in piece.notice for piece in found if isinstance(piece, Flaw))


def test_a_record_without_target_uri_is_refused(refusal):
    assert "no address" in refusal("a.warc", record() + record(url=""))


@pytest.mark.parametrize("left", [20, 200, -9, -1])
def test_a_truncated_gzip_keeps_the_records_before_it(child, left):
    whole, last = packed_records(record(), record(url="https://news.example/b")), packed_records(record())
    found = stories(child, "a.warc.gz", whole + last[:left])
    assert len([piece for piece in found if isinstance(piece, Member)]) >= 2
    assert any("breaks off" in piece.notice for piece in found if isinstance(piece, Flaw))


# Disguise

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        # GIF/HTML polyglot
        ("a.html", b"GIF89a/*<html><body>*/=1;alert(1)//</body></html>", "GIF picture"),
        ("a.gif", b"GIF89a/*<html><body>*/=1;alert(1)//</body></html>", ".gif files cannot be read"),
        # PDF+zip
        ("a.pdf", PDF + zipped([("a.txt", STORY)]), "two kinds of file in one"),
        ("a.zip", PDF + zipped([("a.txt", STORY)]), "two kinds of file in one"),
        ("a.zip", zipped([("%PDF-1.7.txt", STORY)]), "two kinds of file in one"),
        # HTML named .pdf
        ("a.pdf", PAGE.encode(), "this is a web page, but its name ends in .pdf"),
        # a zip named .docx
        ("a.docx", zipped([("a.txt", STORY)]), "this is a zip archive, but its name ends in .docx"),
        # zero bytes
        ("a.txt", b"", "the file is empty"),
        ("a.zip", b"", "the file is empty"),
    ],
)
def test_disguises_are_refused(refusal, name, data, reason):
    assert reason in refusal(name, data)
