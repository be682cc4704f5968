"""Markdown, with and without front matter."""

from datetime import date

import pytest

from articles.importing import markdown, read

BODY = """\
The harbour board voted on *Monday* night to **close** the old quay until the
wall behind it has been looked at by an [engineer](https://courier.example/e "who").

> “Nobody wants to be the one who waited too long,” said Ida Sandvik.

The vote was 4 to 3.
"""
TEXT = [
    "The harbour board voted on Monday night to close the old quay until the wall behind it has been looked at by an engineer.",
    "“Nobody wants to be the one who waited too long,” said Ida Sandvik.",
    "The vote was 4 to 3.",
]


def raw(source):
    (document,) = markdown.read("a.md", source.encode())
    return document


def said(source):
    return {one.field: one.value for one in reversed(raw(source).hints)}


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "A.MD"])
def test_a_markdown_file_is_an_article(name):
    front = (
        "---\ntitle: Old quay closed after vote\nauthor: Ann Bell\ndate: 2025-12-03\noutlet: Harbour Courier\n---\n\n"
    )
    (found,) = read(name, f"{front}# Old quay closed after vote\n\n{BODY}".encode())
    assert (found.title, found.outlet) == ("Old quay closed after vote", "Harbour Courier")
    assert (found.author, found.published) == ("Ann Bell", date(2025, 12, 3))
    assert found.text.split("\n") == TEXT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blocks_become_paragraphs(end):
    assert raw(BODY.replace("\n", end)).text.split("\n") == TEXT


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("- one\n- two\n  - three", "one\ntwo\nthree"),
        ("1. one\n2. two", "one\ntwo"),
        ("Title\n=====\n\nText", "Title\nText"),
        ("one  \ntwo\\\nthree", "one two three"),
        ("one\n\n---\n\ntwo", "one\ntwo"),
        ("`a < b` & c", "a < b & c"),
        (r"4 \* 5 \_x\_", "4 * 5 _x_"),
        ("Bread &amp; water &lt;b&gt;", "Bread & water <b>"),
        ("    indented", "indented"),
        ("```\none\ntwo\n```", "one\ntwo"),
        ("| Year | Cost |\n|---|---|\n| 2014 | 18 |", "Year\nCost\n2014\n18"),
        # links become their text, addresses stay where they are the text
        ("see [the *plan*](https://c.example) and <https://c.example/x>", "see the plan and https://c.example/x"),
        ("see [the plan][1]\n\n[1]: https://c.example", "see the plan"),
        ("[run](javascript:alert(1)) it", "[run](javascript:alert(1)) it"),
        # HTML in it is read as text
        ("<div><p>one</p><p>two</p></div>", "one\ntwo"),
        ("one <b>two</b><br>three", "one two three"),
        ("one <script>alert(1)</script> two", "one two"),
        ("<script>\nalert(1)\n</script>\n\none", "one"),
        ('<div hx-get="/x" onclick="y()">one</div>', "one"),
        ('<img src="https://t.example/p.gif">one', "one"),
        ("<svg><text>x</text></svg>\n\none", "one"),
    ],
)
def test_marks(source, text):
    assert raw(source).text == text


def test_what_stands_for_pictures_is_on_the_page_only():
    document = raw(f"![Ida Sandvik on the quay](q.jpg)\n\n{BODY}")
    assert document.text.split("\n") == TEXT
    assert document.page.split("\n") == ["Ida Sandvik on the quay", *TEXT]


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("---\ntitle: Old: quay\n---", "title", "Old: quay"),
        ('---\ntitle: "Old quay"\n---', "title", "Old quay"),
        ("---\nTitle: Old quay\n...", "title", "Old quay"),
        ("---\ntitle: >-\n  Old quay\n---", "title", "Old quay"),
        ("---\nauthor: By Ann Bell\n---", "author", "Ann Bell"),
        ("---\nauthors: [Ann Bell, 'Carl Dorn']\n---", "author", "Ann Bell, Carl Dorn"),
        ("---\nauthors:\n  - Ann Bell\n  - name: Carl Dorn\n---", "author", "Ann Bell, Carl Dorn"),
        ("---\nauthors:\n- Ann Bell\n---", "author", "Ann Bell"),
        ("---\ndate: 2025-12-03T23:30:00+07:00\n---", "published", "2025-12-03T23:30:00+07:00"),
        ("---\ndate: 3 December 2025\n---", "published", "2025-12-03"),
        ("---\nsource: Harbour Courier\n---", "outlet", "Harbour Courier"),
        # clippers call an address the source
        ("---\nsource: https://courier.example/a\n---", "url", "https://courier.example/a"),
        (
            "---\n# made by a clipper\ntags:\n  - sea\nurl: https://courier.example/a\n---",
            "url",
            "https://courier.example/a",
        ),
        ("---\nlang: nb\n---", "language", "nb"),
        ('+++\ntitle = "Old quay"\n+++', "title", "Old quay"),
        ('+++\nauthors = ["Ann Bell", "Carl Dorn"]\n+++', "author", "Ann Bell, Carl Dorn"),
        ("+++\ndate = 2025-12-03T10:00:00+01:00\n[extra]\nx = 1\n+++", "published", "2025-12-03T10:00:00+01:00"),
    ],
)
def test_front_matter(front, field, value):
    document = raw(f"{front}\n\n{BODY}")
    assert [one.value for one in document.hints if one.field == field] == [value]
    assert document.text.split("\n") == TEXT
    # it is no part of the text, and yet not lost
    assert document.page.startswith(front)


@pytest.mark.parametrize(
    "source",
    [
        "---\nThe first paragraph stands between two rules.\n\n---\n\nThe second.",
        "---\nShe said: it is over, and went.\nNothing else was heard.\n---\n\nThe second.",
        "+++\nThe first = paragraph\n+++\n\nThe second.",
        "---\ntitle: never closed\n\nThe second.",
    ],
)
def test_text_between_rules_is_text(source):
    text = raw(source).text
    assert "The second." in text
    assert "first" in text or "Nothing" in text or "never closed" in text


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"# Old quay\n\n{BODY}", "Old quay"),
        (f"Harbour Courier\n\n# Old *quay*\n\n{BODY}\n# More", "Old quay"),
        (f"## Old quay\n\n{BODY}", "Old quay"),
        (f"{BODY}\n## More", None),
    ],
)
def test_the_first_heading_is_the_title(source, title):
    assert said(source).get("title") == title


def test_front_matter_goes_before_the_heading():
    hints = raw("---\ntitle: One\n---\n# Two\n\nText").hints
    assert [(one.value, one.source) for one in hints] == [("One", "properties"), ("Two", "heading")]


def test_a_long_article_is_kept_whole():
    text = raw("\n\n".join(f"Paragraph *{n}* of the long report." for n in range(3000))).text
    assert [n for n in range(3000) if f"Paragraph {n} of" not in text] == []
