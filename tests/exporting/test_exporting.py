"""Records to text: every format, read back by a reader of that format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import exporting
from articles.exporting.tables import FORMULA_STARTS, guarded, plain
from articles.records import (
    Circumstances,
    Conflict,
    Figure,
    LinkRecord,
    NamedDate,
    PersonRecord,
    Span,
    StatementRecord,
)

ARTICLE = "Tehran – “Kami siap,” kata Baqeri, “mulai besok.”"
FIRST, SECOND = Span(10, 20), Span(36, 48)
QUOTE = StatementRecord(
    id=7,
    article=1,
    file="laporan 1.txt",
    outlet="Purna Warta",
    language="id",
    type="quote",
    text="Kami siap, mulai besok.",
    kind="direct",
    speaker="Mohammad Baqeri",
    cue="kata",
    start=10,
    end=48,
    parts=(FIRST, SECOND),
    prefix="Tehran – “",
    suffix="”",
    title="Iran siap",
    published=date(2023, 6, 1),
    tags=("militer", "ekspor"),
    note="cek lagi",
    circumstances=Circumstances(said_when="Rabu", said_on=date(2023, 5, 31), occasion="konferensi pers"),
)
CLAIM = StatementRecord(2, 3, "b.txt", "", "en", "claim", "Six doors did not close.", start=4, end=28)
COUNTED = StatementRecord(
    3, 3, "b.txt", "", "en", "claim", "Over 300 to 400 people left on June 9 for 2.5 million dollars in May.", start=4, end=72,
    figures=(
        Figure(9, 26, "300 to 400 people", Decimal(300), Decimal(400), "person", "over"),
        Figure(43, 62, "2.5 million dollars", Decimal("2500000"), unit="USD"),
    ),
    dates=(
        NamedDate(32, 41, "on June 9", date(2026, 6, 9), date(2026, 6, 9)),
        NamedDate(66, 69, "May", date(2026, 5, 1), date(2026, 5, 31)),
    ),
)  # fmt: skip
LINK = LinkRecord(QUOTE, CLAIM, "same", "proposed", 0.912345, (Conflict("number", "5", "6"),))
PERSON = PersonRecord("Mohammad Baqeri", ("Mohammad Bagheri", "Mohammad Baqeri"), 4)


def test_the_example_is_a_true_one() -> None:
    assert f"{FIRST.of(ARTICLE)} {SECOND.of(ARTICLE)}" == QUOTE.text


def test_jsonl_gives_a_statement_in_flat_columns() -> None:
    lines = exporting.jsonl([QUOTE, CLAIM]).splitlines()
    first, second = map(json.loads, lines)
    assert (first["file"], first["start"], first["end"]) == ("laporan 1.txt", 10, 48)
    assert (first["speaker"], first["cue"], first["kind"]) == ("Mohammad Baqeri", "kata", "direct")
    assert (first["published"], first["said_on"]) == ("2023-06-01", "2023-05-31")
    assert first["tags"] == ["militer", "ekspor"]
    assert first["parts"] == [[10, 20], [36, 48]] and second["parts"] == [[4, 28]]
    assert list(first) == list(second)
    assert second["speaker"] is None and second["published"] is None


def test_jsonl_gives_a_claim_with_its_figures_and_dates() -> None:
    row = json.loads(exporting.jsonl([COUNTED]))
    assert row["figures"][0] == {
        "start": 9, "end": 26, "text": "300 to 400 people", "value": 300, "to": 400, "unit": "person", "bound": "over",
    }  # fmt: skip
    assert row["dates"][1] == {"start": 66, "end": 69, "text": "May", "first": "2026-05-01", "last": "2026-05-31"}


def test_csv_writes_figures_and_dates_in_one_cell_each() -> None:
    (row,) = csv.DictReader(io.StringIO(exporting.csv([COUNTED])))
    assert row["figures"] == "over 300–400 person; 2500000 USD"
    assert row["dates"] == "2026-06-09; 2026-05-01/2026-05-31"


def test_jsonl_gives_a_link_with_both_sides() -> None:
    assert json.loads(exporting.jsonl([LINK])) == {
        "a": {"file": "laporan 1.txt", "text": QUOTE.text},
        "b": {"file": "b.txt", "text": CLAIM.text},
        "relation": "same",
        "status": "proposed",
        "score": 0.9123,
        "conflicts": ["number"],
    }


def test_jsonl_gives_a_person_with_all_spellings() -> None:
    row = json.loads(exporting.jsonl([PERSON]))
    assert row == {
        "name": "Mohammad Baqeri",
        "spellings": ["Mohammad Bagheri", "Mohammad Baqeri"],
        "statements": 4,
    }


def test_csv_is_read_back_with_its_columns() -> None:
    statement, link, person = (
        next(csv.DictReader(io.StringIO(exporting.csv([record])))) for record in (QUOTE, LINK, PERSON)
    )
    assert statement["text"] == QUOTE.text and statement["tags"] == "militer; ekspor"
    assert statement["parts"] == "10–20; 36–48"
    assert link["a_file"] == "laporan 1.txt" and link["b_text"] == CLAIM.text
    assert link["conflicts"] == "number"
    assert person["spellings"] == "Mohammad Bagheri; Mohammad Baqeri" and person["statements"] == "4"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_csv_cell_is_run_by_a_spreadsheet(start: str) -> None:
    text = f'{start}HYPERLINK("a","b")\r\n=2'
    hostile = StatementRecord(1, 1, text, text, "id", "quote", text, speaker=text, tags=(text,), note=text)
    (row,) = csv.DictReader(io.StringIO(exporting.csv([hostile]), newline=""))
    assert not any(cell.startswith(FORMULA_STARTS) for cell in row.values())
    assert all(plain(row[name]) == text for name in ("file", "outlet", "text", "speaker", "tags", "note"))


@given(st.text(alphabet="'=+-@\t\rab \n", max_size=5))
def test_a_guarded_cell_can_be_had_back(cell: str) -> None:
    assert plain(guarded(cell)) == cell
    assert not guarded(cell).startswith(FORMULA_STARTS)


def test_annotations_point_to_every_piece_of_a_quote() -> None:
    annotation = json.loads(exporting.annotations([QUOTE]))
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["type"] == "Annotation"
    assert [target["source"] for target in annotation["target"]] == ["laporan%201.txt"] * 2
    for target, part in zip(annotation["target"], QUOTE.parts, strict=True):
        position, words = target["selector"]
        assert position == {"type": "TextPositionSelector", "start": part.start, "end": part.end}
        assert words["type"] == "TextQuoteSelector" and words["exact"] == part.of(ARTICLE)
    assert annotation["target"][0]["selector"][1]["prefix"] == "Tehran – “"
    assert annotation["target"][1]["selector"][1]["suffix"] == "”"
    said = {(body["purpose"], body["value"]) for body in annotation["body"]}
    assert {("tagging", "militer"), ("commenting", "cek lagi"), ("identifying", "Mohammad Baqeri")} <= said


def test_a_statement_that_lost_its_place_has_words_and_no_offsets() -> None:
    lost = replace(CLAIM, placed=False)
    row = json.loads(exporting.jsonl([lost]))
    assert (row["start"], row["end"], row["parts"], row["text"]) == (None, None, [], CLAIM.text)
    target = json.loads(exporting.annotations([lost]))["target"]
    assert target["selector"] == {"type": "TextQuoteSelector", "exact": CLAIM.text}
    assert exporting.citations([lost]).endswith("b.txt\n")


def test_annotations_of_one_piece_have_one_target() -> None:
    annotation = json.loads(exporting.annotations([CLAIM]))
    position, words = annotation["target"]["selector"]
    assert (position["start"], position["end"], words["exact"]) == (4, 28, CLAIM.text)


def test_citations_name_speaker_outlet_and_place_in_the_file() -> None:
    assert exporting.citations([QUOTE, CLAIM]).splitlines() == [
        "Mohammad Baqeri: “Kami siap, mulai besok.” — Purna Warta, “Iran siap”, 2023-06-01, laporan 1.txt [10–48]",
        "Six doors did not close. — b.txt [4–28]",
    ]


@pytest.mark.parametrize("format_name", ["annotations", "citations"])
@pytest.mark.parametrize("record", [LINK, PERSON])
def test_links_and_people_have_no_passage_to_annotate_or_cite(format_name: str, record: exporting.Exportable) -> None:
    with pytest.raises(exporting.NotExportable, match="only quotes and claims"):
        exporting.FORMATS[format_name]([record])


@pytest.mark.parametrize("format_name", exporting.FORMATS)
def test_nothing_gives_an_empty_text(format_name: str) -> None:
    assert exporting.FORMATS[format_name]([]) == ""
