"""The five real files, from bytes to proposals: two of them report the same three statements, and no more."""

from __future__ import annotations

from functools import cache

from articles import analysis, importing
from articles.linking import differences, propose, utterances
from articles.records import ProposedLink, StatementRecord
from tests.seeds import SEEDS, needs_seeds

pytestmark = needs_seeds


@cache
def statements() -> dict[int, StatementRecord]:
    """All that analysis finds, by id."""
    found: list[StatementRecord] = []
    for article, path in enumerate(sorted(SEEDS.iterdir())):
        for document in importing.read(path.name, path.read_bytes()):
            for one in analysis.analyse(document.text, document.language, document.published):
                quoted = hasattr(one, "speaker")
                found.append(
                    StatementRecord(
                        id=len(found) + 1,
                        article=article,
                        file=path.name,
                        outlet=document.outlet,
                        language=document.language,
                        type="quote" if quoted else "claim",
                        text=one.text,
                        start=one.start,
                        end=one.end,
                        published=document.published,
                        kind=one.kind if quoted else "",
                        speaker=(one.speaker or "") if quoted else "",
                        anonymous=one.anonymous if quoted else False,
                        cue=(one.cue or "") if quoted else "",
                        **({"circumstances": one.circumstances} if quoted else {}),
                    )
                )
    return {one.id: one for one in found}


@cache
def links() -> list[ProposedLink]:
    return list(propose(statements().values()))


def test_the_three_statements_of_the_first_two_files_are_joined_and_nothing_else() -> None:
    ends = [sorted((statements()[link.a], statements()[link.b]), key=lambda one: one.file) for link in links()]
    assert [(a.file[:3], b.file[:3], a.kind, b.kind) for a, b in ends] == [("000", "001", "direct", "direct")] * 3
    assert {link.comparison.relation for link in links()} <= {"same", "paraphrase"}
    joining = [(link.a, link.b, str(link.comparison.relation)) for link in links()]
    assert sorted(len(group) for group in utterances(statements(), joining))[-4:] == [1, 2, 2, 2]


def test_the_reports_disagree_on_the_occasion_and_the_day_and_on_nothing_else() -> None:
    assert links()
    for link in links():
        told = {conflict.field: (conflict.a, conflict.b) for conflict in link.comparison.conflicts}
        assert told.keys() == {"date", "occasion"}
        assert "Rabu" in told["date"][0] and "Selasa" in told["date"][1]
        assert "konferensi pers" in told["occasion"][0] and "pertemuan" in told["occasion"][1]


def test_the_differing_words_are_marked() -> None:
    changed_a, changed_b = set[str](), set[str]()
    for link in links():
        found = differences(statements()[link.a].text, statements()[link.b].text)
        changed_a |= {piece.text for piece in found.a if piece.changed}
        changed_b |= {piece.text for piece in found.b if piece.changed}
    assert changed_a == {"grosir", "terutama"}
    assert changed_b == {"besar-besaran", "latihan", "sedang", "khususnya"}
