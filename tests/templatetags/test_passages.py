"""The marked text: exact, safe, and every overlap shown."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from articles import importing
from articles.models import Statement
from articles.records import Span
from articles.templatetags.passages import REASONS, marked_text

DEMO = Path(importing.__file__).parents[1] / "demo"
TEXT = "Kapal <b>itu</b> tiba 🚢.\n“Kami siap,” kata Rahma & Co.\n\nSelesai."


def statement(pk: int, start: int, end: int, **fields: Any) -> Statement:
    return Statement(pk=pk, start=start, end=end, text=TEXT[start:end], **{"type": "quote", "kind": "direct", **fields})


class TextOf(HTMLParser):
    """The text of the segments, and their attributes in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.segments, self.tags, self.skipping = "", [], [], 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if "data-removed" in dict(attrs) or self.skipping:
            self.skipping += 1
        elif "data-start" in dict(attrs):
            self.segments.append((int(dict(attrs)["data-start"]), dict(attrs).get("data-statements", "")))
            assert len(self.text) == int(dict(attrs)["data-start"])

    def handle_endtag(self, tag: str) -> None:
        self.skipping = max(0, self.skipping - 1)

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.text += data


def test_the_text_is_exact_whatever_is_marked_in_it() -> None:
    statements = [statement(1, 0, 20), statement(2, 6, 30), statement(3, 25, 70), statement(4, 27, 28, type="claim")]
    removed = [{"at": 9, "text": "Baca Juga: lain\n", "reason": "crosslink"}]
    for shown in ([], statements, statements[1:]):
        assert TextOf(marked_text(TEXT, shown, [])).text == TEXT
        assert TextOf(marked_text(TEXT, shown, removed, [Span(0, 2), Span(26, 28)])).text == TEXT


def test_segments_carry_their_offset_and_their_statements() -> None:
    found = TextOf(marked_text("abcdef", [statement(1, 0, 4), statement(2, 2, 6)], [])).segments
    assert found == [(0, "1"), (2, "1 2"), (4, "2")]


def test_a_statement_that_lost_its_place_is_not_marked() -> None:
    found = TextOf(marked_text("abcdef", [statement(1, 0, 4, anchor="orphaned"), statement(2, 2, 6)], []))
    assert found.segments == [(0, ""), (2, "2")]


def test_an_offset_counts_code_points() -> None:
    found = TextOf(marked_text("🚢🚢 tiba", [statement(1, 3, 7)], [])).segments
    assert found == [(0, ""), (3, "1")]


def test_overlapping_statements_lie_in_one_another_at_levels_of_their_own() -> None:
    html = marked_text("abcdef", [statement(1, 0, 6), statement(2, 2, 4, type="claim", status="confirmed")], [])
    assert (
        '<mark class="statement quote proposed depth-0" data-statement="1">'
        '<mark class="statement claim confirmed depth-1" data-statement="2">cd</mark></mark>'
    ) in html


def test_only_the_pieces_of_an_interrupted_quote_are_marked() -> None:
    html = marked_text("abcdef", [statement(1, 0, 6, parts=[[0, 2], [4, 6]])], [])
    assert re.findall(r"<mark[^>]*>(\w+)</mark>", html) == ["ab", "ef"]
    assert html.count('id="statement-1"') == 1


def test_a_statement_begins_with_an_anchor_that_has_a_sign_and_a_name_but_no_text() -> None:
    tags = TextOf(marked_text("abc", [statement(7, 1, 2, type="claim", kind="", speaker_name="Rahma & Co")], [])).tags
    anchor = next(attrs for tag, attrs in tags if tag == "a")
    assert (anchor["id"], anchor["href"], anchor["data-sign"]) == ("statement-7", "#card-7", "◆")
    assert anchor["aria-label"] == "claim, Rahma & Co, proposed"


def test_the_line_under_a_statement_tells_how_sure_it_is() -> None:
    for fields, look in [
        ({}, "proposed"),
        ({"unsure": True}, "unsure"),
        ({"status": "confirmed", "unsure": True}, "confirmed"),
        ({"status": "rejected"}, "rejected"),
    ]:
        assert f'class="statement quote {look} depth-0"' in marked_text("abc", [statement(1, 0, 2, **fields)], [])


def test_markup_in_text_names_and_removed_passages_stays_inert() -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    removed = [{"at": 0, "text": evil, "reason": evil}]
    html = marked_text(evil, [statement(1, 2, 9, speaker_name=evil)], removed, [Span(2, 12)])
    assert {tag for tag, _ in TextOf(html).tags} == {"p", "span", "a", "mark"}
    assert TextOf(html).text == evil


def test_removed_passages_stand_at_their_place_with_a_word_for_what_they_were() -> None:
    removed = [
        {"at": 0, "text": "Kapal Tiba\n", "reason": "title"},
        {"at": 3, "text": "Baca Juga", "reason": "crosslink"},
        {"at": 7, "text": "loading...", "reason": "furniture"},
        {"at": 7, "text": " \n ", "reason": "furniture"},
    ]
    html = marked_text("abc\ndef", [], removed)
    assert re.sub(r"(<[^>]+>)+", "|", html) == (
        "|title| Kapal Tiba|abc|link to another article| Baca Juga|\n|def|page furniture| loading...|"
    )


def test_hits_are_marked_and_numbered_and_the_one_that_one_is_at_stands_out() -> None:
    html = marked_text("Kapal itu kapal", [statement(1, 0, 3)], [], [Span(0, 5), Span(10, 15)], at=1)
    assert re.sub(r"</?(?:p|span|a)\b[^>]*>", "", html) == (
        '<mark class="statement quote proposed depth-0" data-statement="1">'
        '<mark class="is-current" data-hit="1" id="hit-1">Kap</mark></mark>'
        '<mark class="is-current" data-hit="1">al</mark> itu <mark data-hit="2" id="hit-2">kapal</mark>'
    )


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.txt")), ids=lambda path: path.stem)
def test_every_reason_for_which_cleaning_cuts_has_words(path: Path) -> None:
    reasons = {one.reason for document in importing.read(path.name, path.read_bytes()) for one in document.removed}
    assert reasons and reasons <= set(REASONS)
