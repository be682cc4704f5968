"""Typed queries for tests: whether they are understood, how large they are, and hostile ones made of the grammar's pieces."""

from hypothesis import strategies as st

from articles.search.asking.fields import NAMES, OPERATORS
from articles.search.asking.grammar import parse
from articles.search.query import (
    All,
    Either,
    Excluded,
    Part,
    Quoted,
    Term,
    Titled,
)

air, laut, kapal = Term("air"), Term("laut"), Term("kapal")


def check(text: str, parts: tuple[Part, ...]) -> None:
    query = parse(text)
    assert query.parts == parts
    assert query.notes == ()
    assert query.text == text


def size(part: Part) -> int:
    """Words, phrases and values in the part."""
    match part:
        case All() | Either():
            return sum(map(size, part.parts))
        case Excluded() | Titled() | Quoted():
            return size(part.part)
    return 1


def depth(part: Part) -> int:
    match part:
        case All() | Either():
            return 1 + max(map(depth, part.parts))
        case Excluded() | Titled() | Quoted():
            return 1 + depth(part.part)
    return 1


pieces = st.one_of(
    st.sampled_from([*OPERATORS, *(f"{name}:" for name in NAMES), *'()()()"“”‘’-−|*~:.…', "~2", "..", " ", " ", " "]),
    st.sampled_from(
        [
            "air",
            "laut",
            "al",
            "az",
            "Zubaidi",
            "a",
            "negara-negara",
            "F-16",
            "é",
            "مدر",
            "海",
            "1.250",
            "2021-10",
            "fa",
            "ditolak",
        ]
    ),
    st.text(max_size=3),
)
queries = st.lists(pieces, max_size=60).map("".join)
