"""Cells and facts of the table of reports, written without a template: what they hold stays words."""

from datetime import date

from articles.dossiers.cells import Cell
from articles.dossiers.facts import Fact
from articles.linking import Piece
from articles.templatetags.reports import facts_beside, report_cells

MARKUP = '<b title="x">'


def cell(column: str = "place", words: str = "Teheran", mark: str = "", **fields) -> Cell:
    return Cell(column, mark, (Piece(0, words, False),) if words else (), **fields)


def test_a_cell_has_its_label_and_the_language_of_its_words() -> None:
    assert report_cells([cell()], "id") == '<td data-label="Where"><bdi lang="id">Teheran</bdi></td>'


def test_an_empty_cell_is_left_out_on_a_narrow_screen_unless_something_is_missing() -> None:
    assert report_cells([cell(words="")], "id") == '<td data-label="Where" class="none">–</td>'
    missing = report_cells([cell(words="", mark="missing")], "id")
    assert missing.startswith('<td data-label="Where" class="missing"> <span') and "not said" in missing


def test_a_day_stands_before_the_words_for_it() -> None:
    html = report_cells([cell("said", "Selasa", day=date(2026, 6, 9))], "id")
    assert '<time datetime="2026-06-09">June 9, 2026</time> <span class="muted"><bdi lang="id">Selasa</bdi>' in html


def test_office_and_principal_stand_beneath_the_speaker() -> None:
    html = report_cells([cell("speaker", "Rahma", more=(Piece(0, "juru bicara", True),), behalf="Forum")], "id")
    assert '<div class="hint"><bdi lang="id"><mark class="differs">juru bicara</mark></bdi></div>' in html
    assert '<div class="hint">on behalf of <bdi lang="id">Forum</bdi></div>' in html


def test_facts_of_a_kind_stand_together_each_in_its_language() -> None:
    found = [
        Fact("same", "number", "١٢", "12"),
        Fact("missing", "name", "", "Irak"),
        Fact("same", "name", "IRNA", "IRNA"),
    ]
    html = facts_beside(found, "ar", "id")
    assert html.count("<li") == 2
    assert 'also <bdi lang="ar">١٢</bdi> <span class="muted">(<bdi lang="id">12</bdi>)</span>' in html
    assert ', <bdi lang="ar">IRNA</bdi></li>' in html and 'not found: <bdi lang="id">Irak</bdi>' in html


def test_markup_stays_words() -> None:
    piece = (Piece(0, MARKUP, True),)
    cells = report_cells([Cell("speaker", "", piece, piece, MARKUP), cell(words=MARKUP)], MARKUP)
    facts = facts_beside([Fact("same", "name", MARKUP, "x"), Fact("missing", "name", "", MARKUP)], MARKUP, MARKUP)
    assert "<b" not in (cells + facts).replace("<bdi", "") and "&lt;b title=" in cells and "&lt;b title=" in facts
