"""Links proposed among many statements."""

from __future__ import annotations

import random
from dataclasses import replace

from articles.linking import propose
from articles.linking.proposing import nearest
from articles.records import StatementRecord

TEXT = "Sungai tidak membawa paspor. Siapa yang menutup pintu air di hulu, dia menutup sekolah di hilir."


def quote(number: int, article: int, text: str = TEXT, **fields: object) -> StatementRecord:
    made = StatementRecord(
        number, article, f"{article}.txt", "", "id", "quote", text, "direct", "Sohrab Moqimi", start=5, end=90
    )
    return replace(made, **fields)


def pairs(*statements: StatementRecord) -> list[tuple[int, int]]:
    return sorted((link.a, link.b) for link in propose(statements))


def test_every_pair_of_reports_is_proposed_once_with_the_lower_id_first() -> None:
    assert pairs(quote(3, 1), quote(1, 2), quote(2, 3)) == [(1, 2), (1, 3), (2, 3)]


def test_statements_of_one_article_are_not_linked() -> None:
    assert pairs(quote(1, 1), quote(2, 1)) == []


def test_quotes_and_claims_are_not_linked_with_each_other() -> None:
    assert pairs(quote(1, 1), quote(2, 2, type="claim", kind="", speaker="")) == []


def test_claims_inside_quotes_are_left_to_the_quotes() -> None:
    claims = [quote(at + 10, at, type="claim", kind="", speaker="", start=6, end=80) for at in (1, 2)]
    assert pairs(*claims) == [(11, 12)]
    assert pairs(quote(1, 1), quote(2, 2), *claims) == [(1, 2)]


def test_rejected_statements_are_left_out() -> None:
    assert pairs(quote(1, 1), quote(2, 2, status="rejected")) == []


def test_new_statements_are_compared_with_an_archive_that_may_hold_them() -> None:
    archive = [quote(1, 1), quote(2, 2), quote(3, 3)]
    assert sorted((link.a, link.b) for link in propose(archive[2:], archive)) == [(1, 3), (2, 3)]
    assert sorted((link.a, link.b) for link in propose(archive[2:], archive[:2])) == [(1, 3), (2, 3)]


def test_a_weaker_pair_is_proposed_in_the_company_of_surer_ones() -> None:
    weaker = (
        quote(5, 1, "Kami menunggu di tepi jalan sampai malam tiba.", start=200, end=260),
        quote(6, 2, "By that road we waited and nobody came.", language="en", start=200, end=260),
    )
    second = "Kami berjanji melepas 18 meter kubik air per detik."
    surer = [quote(1, 1), quote(2, 2), quote(3, 1, second, start=100), quote(4, 2, second, start=100)]
    assert pairs(*weaker) == []
    assert pairs(*surer, *weaker) == [(1, 2), (3, 4), (5, 6)]


def test_the_nearest_statements_are_ranked_even_where_they_are_not_proposed() -> None:
    near = quote(2, 2, "Sungai itu membawa air ke sekolah di hilir.")
    far = quote(3, 3, "Harga cabai naik lagi di pasar.")
    assert [other.id for other, _ in nearest(quote(1, 1), [far, near, quote(4, 4)])] == [4, 2]


def test_copies_are_found_among_a_thousand_statements() -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("abdegiklmnoprstu", k=6)) for _ in range(1500)]
    statements = [quote(at, at // 5, " ".join(chance.choices(words, k=18))) for at in range(1000)]
    copies = [quote(1000 + at, 1000 + at, statements[at * 10].text.split(" ", 4)[4]) for at in range(100)]
    found = {(link.a, link.b) for link in propose([*statements, *copies])}
    assert found == {(at * 10, 1000 + at) for at in range(100)}
