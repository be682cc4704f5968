"""The stretches of an aligned text as a page shows them: cut where statements and differing words begin and end."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from articles.linking import Piece, differences
from articles.linking.aligning import Alignment, Match, Stretch
from articles.models import Statement
from articles.records import Span
from articles.text.segments import Passage, Segment, cut


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one article."""

    look: str
    """same, moved (the other text has it elsewhere), again (the other text has it once), or only."""
    match: int
    """The number of the match that it is a side of, or says once more; 0 for none."""
    segments: tuple[Segment, ...]
    """Its text: passages are statements, hits are words that the other side of the match has not."""


def parts(
    text: str, stretches: Sequence[Stretch], statements: Mapping[int, Statement], found: Alignment, hits: Sequence[Span]
) -> dict[Stretch, Part]:
    """How each stretch of a text is shown; `stretches` are in the order of the text."""
    edges = chain.from_iterable((one.span.start, one.span.end) for one in stretches)
    segments = cut(text, passages(statements), hits, cuts=edges)
    starts = [segment.start for segment in segments]
    return {
        one: Part(
            _look(one, found.matches),
            one.match or one.again,
            tuple(segments[bisect_left(starts, one.span.start) : bisect_left(starts, one.span.end)]),
        )
        for one in stretches
    }


def passages(statements: Mapping[int, Statement]) -> list[Passage]:
    return [Passage(pk, tuple(Span(*piece) for piece in one.pieces)) for pk, one in statements.items()]


def _look(stretch: Stretch, matches: Sequence[Match]) -> str:
    if stretch.match:
        return "moved" if matches[stretch.match - 1].moved else "same"
    return "again" if stretch.again else "only"


def differing(a: str, b: str, matches: Iterable[Match]) -> tuple[list[Span], list[Span]]:
    """The stretches of each text, inside of the matches, whose words only this side has."""
    only_a, only_b = list[Span](), list[Span]()
    for match in matches:
        found = differences(match.a.of(a), match.b.of(b))
        only_a += _changed(found.a, match.a.start)
        only_b += _changed(found.b, match.b.start)
    return only_a, only_b


def _changed(pieces: Iterable[Piece], at: int) -> list[Span]:
    return [Span(at + one.start, at + one.start + len(one.text)) for one in pieces if one.changed]
