"""The sentences around a passage: what somebody who judges it must read besides."""

from __future__ import annotations

from articles.text.sentences import sentences

AROUND = 320
"""Characters on either side; only a longer sentence is cut, between two words."""
LOOK = 2 * AROUND
"""Characters on either side in which the sentences are looked for."""
CUT = "…"


def before(text: str, start: int, language: str) -> str:
    """The sentences before a passage, and the beginning of its own: whole ones, as many as are not too much."""
    edge = max(0, start - LOOK)
    stretch = text[edge:start]
    begins = [span.start for span in sentences(stretch, language)]
    if edge:
        # Where the stretch begins no sentence does.
        begins = begins[1:]
    whole = [at for at in begins if len(stretch) - at <= AROUND]
    if whole:
        return stretch[whole[0] :]
    if not edge and len(stretch) <= AROUND:
        return stretch
    return f"{CUT} {stretch[-AROUND:].split(' ', 1)[-1]}"


def behind(text: str, end: int, language: str) -> str:
    """The rest of a passage's own sentence and the sentences behind it: whole ones, as many as are not too much."""
    stretch = text[end : end + LOOK]
    ends = [span.end for span in sentences(stretch, language)]
    if end + LOOK < len(text):
        # Where the stretch ends no sentence does.
        ends = ends[:-1]
    whole = [at for at in ends if at <= AROUND]
    if whole:
        return stretch[: whole[-1]]
    if end + LOOK >= len(text) and len(stretch) <= AROUND:
        return stretch
    return f"{stretch[:AROUND].rsplit(' ', 1)[0]} {CUT}"
