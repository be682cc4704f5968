"""Texts cut into segments: overlapping passages, interrupted ones, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records import Span
from articles.text.segments import Passage, cut, levels


def passage(id: int, *pieces: tuple[int, int]) -> Passage:
    return Passage(id, tuple(Span(*piece) for piece in pieces))


@pytest.mark.parametrize(
    ("text", "passages", "expected"),
    [
        # nothing marked
        ("abc", [], [("abc", ())]),
        # one passage in the middle
        ("abcdef", [passage(1, (2, 4))], [("ab", ()), ("cd", (1,)), ("ef", ())]),
        # one within another: the longer one lies at the lower level
        ("abcdef", [passage(2, (2, 4)), passage(1, (0, 6))], [("ab", (1,)), ("cd", (1, 2)), ("ef", (1,))]),
        # two that cross
        ("abcdef", [passage(1, (0, 4)), passage(2, (2, 6))], [("ab", (1,)), ("cd", (1, 2)), ("ef", (2,))]),
        # three over one another
        ("abc", [passage(1, (0, 3)), passage(2, (0, 2)), passage(3, (0, 1))],
         [("a", (1, 2, 3)), ("b", (1, 2)), ("c", (1,))]),
        # an interrupted quote marks its pieces only
        ("abcdef", [passage(1, (0, 2), (4, 6))], [("ab", (1,)), ("cd", ()), ("ef", (1,))]),
        # side by side: the edge belongs to the second
        ("abcd", [passage(1, (0, 2)), passage(2, (2, 4))], [("ab", (1,)), ("cd", (2,))]),
        # a line feed ends a segment and stays with its line
        ("ab\ncd", [passage(1, (1, 4))], [("a", ()), ("b\n", (1,)), ("c", (1,)), ("d", ())]),
        # a passage that reaches past the end, as after a text was cleaned anew
        ("abc", [passage(1, (1, 9)), passage(2, (7, 9))], [("a", ()), ("bc", (1,))]),
        # letters beyond the basic plane count one each
        ("a🙂b", [passage(1, (1, 2))], [("a", ()), ("🙂", (1,)), ("b", ())]),
        ("", [], []),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_passages_begin_and_end(text, passages, expected) -> None:
    assert [(segment.text, segment.passages) for segment in cut(text, passages)] == expected


def test_a_segment_tells_which_passages_begin_in_it() -> None:
    segments = cut("abcdef", [passage(1, (0, 2), (4, 6)), passage(2, (4, 5))])
    assert [(segment.text, segment.begins) for segment in segments if segment.begins] == [("ab", (1,)), ("e", (2,))]


def test_hits_are_segments_of_their_own() -> None:
    segments = cut("abcdef", [passage(1, (0, 3))], hits=[Span(5, 6), Span(2, 4)])
    assert [(segment.text, segment.passages, segment.hit) for segment in segments] == [
        ("ab", (1,), 0), ("c", (1,), 1), ("d", (), 1), ("e", (), 0), ("f", (), 2),
    ]  # fmt: skip


def test_passages_that_overlap_never_share_a_level() -> None:
    found = levels(
        [passage(1, (0, 9)), passage(2, (1, 4)), passage(3, (5, 8)), passage(4, (6, 12)), passage(5, (9, 12))]
    )
    assert found == {1: 0, 2: 1, 3: 1, 4: 2, 5: 0}


SPANS = st.tuples(st.integers(-3, 40), st.integers(-3, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(
    st.text(alphabet="ab\n🙂ء", max_size=30),
    st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=5),
    st.lists(st.integers(0, 40), max_size=3),
)
def test_all_segments_joined_are_the_text(text, pieces, cuts) -> None:
    segments = cut(text, [Passage(n, tuple(spans)) for n, spans in enumerate(pieces)], cuts=cuts)
    assert "".join(segment.text for segment in segments) == text
    assert all(text.startswith(segment.text, segment.start) for segment in segments)
    for segment in segments:
        middle = Span(segment.start, segment.start + len(segment.text))
        assert set(segment.passages) == {
            n for n, spans in enumerate(pieces) if any(span and span.overlaps(middle) for span in spans)
        }
