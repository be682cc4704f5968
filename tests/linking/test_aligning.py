"""Two texts side by side: what says the same stands in one row, whatever stands between, before or elsewhere."""

import random
from time import perf_counter

import pytest

from articles.linking.aligning import Alignment, align
from articles.records import Span

ENGLISH = ("en", "en")
CRANES = "The harbour of Kalaba ordered six new cranes from a yard in Gdynia."
PILOTS = "Pilots have asked for a second tugboat since the storm of last winter."
SCHOOL = "The school on the northern quay stays closed until the dust has settled."
MARKET = "Traders at the fish market counted nine empty stalls on Friday morning."


def told(found: Alignment, a: str, b: str) -> list[tuple[list[str], list[str]]]:
    """The rows as words: = for a match in order, ~ for a moved one, + for what is said once more, - for the rest."""

    def sign(match: int, again: int) -> str:
        return ("~" if found.matches[match - 1].moved else "=") if match else "+" if again else "-"

    return [
        (
            [f"{sign(one.match, one.again)} {one.span.of(a)}" for one in row.a],
            [f"{sign(one.match, one.again)} {one.span.of(b)}" for one in row.b],
        )
        for row in found.rows
    ]


def rows(a: str, b: str, languages: tuple[str, str] = ENGLISH) -> list[tuple[list[str], list[str]]]:
    return told(align(a, b, languages), a, b)


TABLE = [
    # What only one has stands beside nothing.
    (f"{CRANES}\n\n{PILOTS}", CRANES, [([f"= {CRANES}"], [f"= {CRANES}"]), ([f"- {PILOTS}"], [])]),
    # What comes before the next match stands side by side.
    (
        f"{PILOTS}\n{CRANES}",
        f"{SCHOOL}\n{CRANES}",
        [([f"- {PILOTS}"], [f"- {SCHOOL}"]), ([f"= {CRANES}"], [f"= {CRANES}"])],
    ),
    # Other words for the same are still the same.
    (
        CRANES,
        "From a yard in Gdynia, six new cranes were ordered by Kalaba harbour.",
        [([f"= {CRANES}"], ["= From a yard in Gdynia, six new cranes were ordered by Kalaba harbour."])],
    ),
    # A passage at another place has moved: the longer series stays.
    (
        f"{MARKET}\n{CRANES}\n{PILOTS}",
        f"{CRANES}\n{PILOTS}\n{MARKET}",
        [
            ([f"~ {MARKET}"], []),
            ([f"= {CRANES}"], [f"= {CRANES}"]),
            ([f"= {PILOTS}"], [f"= {PILOTS}"]),
            ([], [f"~ {MARKET}"]),
        ],
    ),
    # One says in two sentences what the other says in one.
    (
        "The harbour of Kalaba ordered six new cranes, and a yard in Gdynia builds them by spring.",
        "The harbour of Kalaba ordered six new cranes. A yard in Gdynia builds them by spring.",
        [
            (
                ["= The harbour of Kalaba ordered six new cranes, and a yard in Gdynia builds them by spring."],
                ["= The harbour of Kalaba ordered six new cranes. A yard in Gdynia builds them by spring."],
            )
        ],
    ),
    # Said twice by one, once by the other: nothing of it is only in one text.
    (
        f"{CRANES}\n{PILOTS}\n{CRANES}",
        f"{CRANES}\n{PILOTS}",
        [([f"= {CRANES}"], [f"= {CRANES}"]), ([f"= {PILOTS}"], [f"= {PILOTS}"]), ([f"+ {CRANES}"], [])],
    ),
    # A short sentence is the same one beside a match, and anybody's elsewhere.
    (
        f"{CRANES} He agreed.\n{PILOTS}",
        f"{CRANES} He agreed.\n{SCHOOL}",
        [([f"= {CRANES} He agreed."], [f"= {CRANES} He agreed."]), ([f"- {PILOTS}"], [f"- {SCHOOL}"])],
    ),
    (f"{PILOTS}\nHe agreed.", f"He agreed.\n{MARKET}", [([f"- {PILOTS}\nHe agreed."], [f"- He agreed.\n{MARKET}"])]),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), TABLE)
def test_what_says_the_same_stands_side_by_side(a: str, b: str, expected: list) -> None:
    assert rows(a, b) == expected


def test_unchanged_sentences_of_a_paragraph_are_one_passage() -> None:
    text = f"{CRANES} {PILOTS}\n\n{SCHOOL}"
    assert rows(text, text) == [([f"= {CRANES} {PILOTS}"],) * 2, ([f"= {SCHOOL}"],) * 2]


def test_near_languages_are_aligned_by_their_words() -> None:
    a = "Pelabuhan Kalaba memesan enam derek baru. Sekolah di dermaga utara ditutup sampai Jumat."
    b = "Sekolah di dermaga utara ditutup hingga Jumaat. Pelabuhan Kalaba menempah enam kren baharu."
    assert align(a, b, ("id", "ms")).matches
    assert not align(a, b, ("id", "en")).matches


def test_linked_statements_align_any_languages() -> None:
    a = "Kapal itu tiba. “Enam derek dipesan. Semua dibayar tunai,” kata Rahma. Hujan turun."
    b = "بارید باران. رحمه گفت: «شش جرثقیل سفارش دادیم. همه نقد بود.» کشتی رسید."
    quote_a, quote_b = "Enam derek dipesan. Semua dibayar tunai", "شش جرثقیل سفارش دادیم. همه نقد بود"
    spans = [(Span(text.index(quote), text.index(quote) + len(quote))) for text, quote in ((a, quote_a), (b, quote_b))]
    found = align(a, b, ("id", "fa"), [(spans[0], spans[1])])
    match = found.matches[0]
    assert (match.a.of(a), match.b.of(b)) == (
        "“Enam derek dipesan. Semua dibayar tunai,” kata Rahma.",
        "رحمه گفت: «شش جرثقیل سفارش دادیم. همه نقد بود.»",
    )
    assert len(found.matches) == 1 and 0.3 < found.share_a < 0.8


def test_the_shares_are_of_all_words_of_each_text() -> None:
    found = align(f"{CRANES}\n{PILOTS}", CRANES, ENGLISH)
    assert 0.4 < found.share_a < 0.6 and found.share_b == 1
    assert align(CRANES, CRANES, ENGLISH).share_a == 1
    assert align(CRANES, PILOTS, ENGLISH).share_a == 0


@pytest.mark.parametrize("text", ["", "…", "\n\n", "a", "!!! ???", "كلمة", "字" * 5000])
def test_any_text_is_laid_out(text: str) -> None:
    for other in ("", CRANES, text):
        found = align(text, other, ("und", "en"), [(Span(0, max(1, len(text))), Span(0, 10))])
        for shown, side in ((text, "a"), (other, "b")):
            spans = [one.span.of(shown) for row in found.rows for one in getattr(row, side)]
            assert "".join("".join(spans).split()) == "".join(shown.split())


def test_every_sentence_stands_once_and_in_its_order() -> None:
    chance = random.Random(6)
    stock = [f"{sentence[:-1]} number {n}." for n in range(12) for sentence in (CRANES, PILOTS, SCHOOL, MARKET)]
    for _ in range(25):
        a, b = (" ".join(chance.choices(stock, k=chance.randint(0, 30))) for _side in range(2))
        found = align(a, b, ENGLISH)
        assert " ".join(one.span.of(a) for row in found.rows for one in row.a) == a
        assert " ".join(one.span.of(b) for row in found.rows for one in row.b) == b
        shown = [one.match for row in found.rows for one in row.b if one.match]
        assert sorted(shown) == list(range(1, len(found.matches) + 1))


def _written(chance: random.Random) -> str:
    return " ".join("".join(chance.choices("aeioklmnrst", k=7)) for _ in range(15)).capitalize() + "."


def test_long_texts_take_seconds_not_minutes() -> None:
    """2,000 sentences each, rewritten, repeated and foreign to each other; all pairs would be four million."""
    chance = random.Random(4)
    long = [_written(chance) for _ in range(2000)]
    texts = {
        "rewritten": [" ".join(one.split(" ")[3:]) for one in long],
        "foreign": [_written(chance) for _ in range(2000)],
        "one sentence": [CRANES] * 2000,
    }
    for name, other in texts.items():
        begin = perf_counter()
        found = align("\n".join(long), "\n".join(other), ENGLISH)
        assert perf_counter() - begin < 8, name
        assert (len(found.matches) == 2000) == (name == "rewritten")
    assert len(align("\n".join([CRANES] * 2000), "\n".join([CRANES] * 2000), ENGLISH).matches) == 2000
