"""Web pages saved in one file."""

import quopri
from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest

from articles.importing import read
from articles.records import UnreadableFile

PAGE = Path(__file__).parent / "webpages/volna.ru.html"
HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: {address}
Subject: =?utf-8?Q?=D0=9F=D0=B0=D1=80=D0=BE=D0=BC?=
Date: Wed, 25 Nov 2026 08:10:42 GMT
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";{start}
\tboundary="--Border--"

"""
PICTURE = (
    "----Border--\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
    f"Content-Location: https://volna.example/a.png\n\n{b64encode(bytes(range(200))).decode()}\n\n"
)


def part(page, encoding="quoted-printable", kind="text/html", location="https://volna.example/parom", more=""):
    body = quopri.encodestring(page) if encoding == "quoted-printable" else b64encode(page)
    head = f"----Border--\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n"
    return f"{head}Content-Location: {location}\n{more}\n{body.decode('ascii')}\n\n"


def saved(*parts, address="https://volna.example/parom", start=""):
    text = HEAD.format(address=address, start=start) + "".join(parts) + "----Border----\n"
    return text.replace("\n", "\r\n").encode("ascii")


def article(data, name="page.mhtml"):
    (document,) = read(name, data)
    return document


@pytest.mark.parametrize("name", ["page.mht", "page.mhtml", "PAGE.MHTML"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_saved_page_is_read_as_the_page(name, encoding):
    found = article(saved(part(PAGE.read_bytes(), encoding), PICTURE), name)
    assert (found.title, found.outlet) == ("Паром загорелся из-за проводки, заявили в комиссии", "Волжская волна")
    # the day of publication, not the one on which it was saved
    assert (found.author, found.published) == ("Инна Берестова", date(2023, 11, 2))
    assert found.text.startswith("КАЗАНЬ, 2 ноября. Причиной")
    assert found.text.endswith("жалобу 20 ноября.")
    assert found.url == "https://volna.example/parom"
    assert found.warnings == ()


def test_the_encoding_of_the_part_goes_before_that_of_the_page():
    page = PAGE.read_bytes().decode("cp1251").encode("cp866", "replace")
    found = article(saved(part(page, kind='text/html; charset="cp866"')))
    assert found.text.startswith("КАЗАНЬ, 2 ноября. Причиной")


def test_a_frame_before_the_page_is_not_the_page():
    frame = part(
        b"<html><body><p>Buy our lamps, they are the best lamps of all.</p></body></html>", more="Content-ID: <f>\n"
    )
    page = part(PAGE.read_bytes(), more="Content-ID: <root>\n")
    assert article(saved(frame, page, start='\n\tstart="<root>";')).text.startswith("КАЗАНЬ")


def test_the_address_is_one_on_the_web():
    page = part(PAGE.read_bytes(), location="cid:frame@mhtml.blink")
    assert article(saved(page)).url == "https://volna.example/parom"
    assert article(saved(page, address="file:///home/desk/page.html")).url == ""
    assert article(saved(page, address="javascript:alert(1)")).url == ""


@pytest.mark.parametrize(
    "data",
    [
        saved(PICTURE),
        saved(part(b"  ")),
        saved(),
        # no page in 2,000 parts inside of parts
        b"From: a\nSubject: b\nMIME-Version: 1.0\n"
        + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(2000)),
    ],
)
def test_without_a_page_it_is_refused(data):
    with pytest.raises(UnreadableFile, match="no web page"):
        read("page.mhtml", data)
