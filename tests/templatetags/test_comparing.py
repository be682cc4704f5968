"""Stretches of compared texts as HTML, and the ways from one article to others."""

from types import SimpleNamespace

import pytest

from articles.templatetags.comparing import in_text, ways_from
from articles.text.segments import Segment

QUOTE = SimpleNamespace(
    pk=7, type="quote", status="proposed", unsure=False, speaker_name="Rahma <b>Wibowo</b>", utterance_id=3,
    get_type_display=lambda: "quote", get_status_display=lambda: "proposed", get_absolute_url=lambda: "/articles/1/#statement-7",
)  # fmt: skip
SIDE = SimpleNamespace(statements={7: QUOTE}, depths={7: 5})
WORDS = '<mark class="statement quote proposed depth-3" data-sign="sign-7">siap</mark>'
TABLE = [
    # Words stay words.
    ([Segment(0, "a < b")], "<p>a &lt; b</p>"),
    # Each line that holds more than space is a paragraph.
    ([Segment(0, "satu\n"), Segment(5, "\n"), Segment(6, "dua")], "<p>satu\n</p><p>dua</p>"),
    # What the other side has not.
    ([Segment(0, "dua belas", hit=1)], '<p><mark class="differs">dua belas</mark></p>'),
    # A statement that goes on here.
    ([Segment(0, "siap", passages=(7,))], f"<p>{WORDS}</p>"),
]


@pytest.mark.parametrize(("segments", "html"), TABLE)
def test_a_stretch_is_shown_in_its_paragraphs(segments: list[Segment], html: str) -> None:
    assert in_text(tuple(segments), SIDE) == html


def test_where_a_statement_begins_there_is_the_way_to_its_reports() -> None:
    html = in_text((Segment(0, "siap", passages=(7,), begins=(7,)),), SIDE)
    assert html == (
        '<p><a class="anchor quote" id="sign-7" href="/utterances/3/" data-sign="●"'
        f' aria-label="quote, Rahma &lt;b&gt;Wibowo&lt;/b&gt;, proposed"></a>{WORDS}</p>'
    )


def test_a_statement_without_other_reports_leads_to_its_place() -> None:
    alone = SimpleNamespace(statements={7: SimpleNamespace(**{**vars(QUOTE), "utterance_id": None})}, depths={7: 0})
    assert 'href="/articles/1/#statement-7"' in in_text((Segment(0, "siap", passages=(7,), begins=(7,)),), alone)


def test_the_ways_to_others_go_by_their_numbers() -> None:
    def other(article: int, number: int, shared: int, copied: float, disputed: bool) -> SimpleNamespace:
        return SimpleNamespace(article=article, number=number, shared=shared, copied=copied, disputed=disputed)

    assert ways_from([other(20, 2, 3, 0.0, False), other(10, 5, 0, 0.7, True)], 1) == (
        '<a href="/compare/1/20/">2</a> (3), <a href="/compare/1/10/">5</a>'
        ' (0, copy, <span class="conflict-sign" title="the two disagree">≠</span>)'
    )
