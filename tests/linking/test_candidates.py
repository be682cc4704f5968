"""Which statements meet in the index: reports of one thing, in any language, however short; and no full key hides one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from articles.linking.candidates import ALWAYS, CANDIDATES, COMMON, Index, Postings, keys
from articles.records import StatementRecord

DAY = date(2026, 3, 2)
FULL = (
    "Kami akan memperbaiki dua belas kapal patroli di galangan Surabaya setiap tahun, dan bengkel baru itu memberi kerja "
    "kepada tiga ratus orang dari kampung sekitarnya sampai akhir dasawarsa"
)


def quote(number: int, text: str = FULL, language: str = "id", **fields: object) -> StatementRecord:
    made = StatementRecord(
        number, number, "", "", language, "quote", text, "direct", "Rahmat Baqeri", published=DAY, start=5, end=90
    )
    return replace(made, **fields)


def meet(one: StatementRecord, other: StatementRecord, *others: StatementRecord) -> bool:
    """Whether each of the two is a candidate of the other."""
    index = Index([one, other, *others])
    found = [[near.id for near in index.near(each)] for each in (one, other)]
    assert (other.id in found[0]) == (one.id in found[1]), "one finds what does not find it"
    return other.id in found[0]


@pytest.mark.parametrize(
    "other",
    [
        # The same words.
        quote(2),
        # Shortened, by somebody who is not named.
        quote(2, "bengkel baru itu memberi kerja kepada tiga ratus orang", speaker=""),
        # Reported, with words put in and others in front.
        quote(2, "di galangan Surabaya setiap tahun akan diperbaiki dua belas kapal patroli", kind="indirect"),
        # Years later in the same words.
        quote(2, published=date(2029, 5, 1)),
        # In an article without a day.
        quote(2, published=None),
        # In Malay, which spells much otherwise and has other words.
        quote(2, "Kami akan membaiki dua belas kapal peronda di limbungan Surabaya setiap tahun", "ms"),
        # In other languages and scripts: the speaker, and a concept, figure or name that both have.
        quote(2, "We will repair twelve patrol ships a year in Surabaya", "en", speaker="Rahmat Bagheri"),
        quote(2, "Каждый год мы будем ремонтировать 12 кораблей", "ru", speaker="Рахмат Багери"),
        quote(2, "سنصلح اثنتي عشرة سفينة دورية كل عام", "ar", speaker="رحمت باقري"),
        quote(2, "Nous réparerons 12 navires par an", "fr", published=date(2026, 3, 11)),
        # Some days later in another language, nobody named: figure and place.
        quote(2, "Twelve ships for Surabaya, three hundred jobs", "en", speaker="", published=date(2026, 3, 5)),
    ],
    ids=lambda other: f"{other.language}-{other.text[:20]}",
)
def test_reports_of_one_statement_meet(other: StatementRecord) -> None:
    assert meet(quote(1), other)


@pytest.mark.parametrize(
    "other",
    [
        quote(2, "Harga cabai naik lagi di pasar", speaker="Dewi Lestari"),
        # A claim in the words of a quote.
        quote(2, type="claim", kind=""),
        # One article says it twice.
        quote(2, article=1),
        # The same speaker in another language, a year later, on ships again.
        quote(2, "Navires et bateaux sont vieux", "fr", published=date(2027, 3, 2)),
    ],
    ids=lambda other: f"{other.language}-{other.text[:20]}",
)
def test_others_do_not(other: StatementRecord) -> None:
    assert not meet(quote(1), other)


def test_nobody_in_particular_says_many_things() -> None:
    said = quote(1, "Kami menunggu kabar", speaker="warga", anonymous=True)
    assert not meet(said, replace(said, id=2, article=2, text="Air naik semalam"))


def test_a_quote_that_three_hundred_outlets_carry_is_found_by_each() -> None:
    carried = [quote(number, published=date(2026, 3, 1 + number % 20)) for number in range(1, 301)]
    index = Index(carried)
    assert all(len(index.near(one)) == CANDIDATES for one in carried)


def test_a_full_key_takes_no_more_but_no_statement_is_left_without() -> None:
    postings = Postings()
    for statement in range(COMMON):
        assert postings.add(statement, [7, 8, 9, 10]) == [7, 8, 9, 10]
    assert postings.add(COMMON, [7, 8, 9, 10, 11]) == [11, 7, 8]
    assert len(postings.add(COMMON + 1, [7, 8, 9, 10])) == ALWAYS


def test_who_shares_the_rarest_comes_first() -> None:
    postings = Postings({1: [20, 30], 2: [20], 3: [*range(100, 130), 30], 4: [*range(100, 160)]})
    assert postings.near([1, 2, 3, 4], {99})[:2] == [20, 30]
    assert 20 not in postings.near([1, 2], {20})


def test_keys_fit_a_column_and_are_each_there_once() -> None:
    found = keys(quote(1))
    assert all(-(2**31) <= key < 2**31 for key in found)
    assert len(set(found)) == len(found)
