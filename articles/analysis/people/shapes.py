"""What words in marks look like: a sentence, a fragment, a heading."""

from __future__ import annotations

from articles.analysis.people.titles import is_title
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.marks import Passage

CLAUSE = 3
"""Fewer words in marks need a cue right beside them."""
FINAL = ".!?…؟۔"
_NESTED = "\"'”’»›“‘ "


def stands_alone(frame: Frame, passage: Passage, left: int, right: int) -> bool:
    """Whether a passage is a sentence of its own: nothing beside it, a capital first, a full stop last."""
    text = frame.text
    if frame.words_in(left, passage.outer.start) or frame.words_in(passage.outer.end, right):
        return False
    inner = passage.inner.of(text)
    finished = final_sign(inner) in FINAL + "," or text[passage.outer.end : passage.outer.end + 1] in tuple(FINAL)
    whole = len(frame.indexes(passage.inner.start, passage.inner.end)) > CLAUSE or inner[-1:] in tuple(FINAL)
    speech = starts_large(inner) and finished and whole
    return speech and not is_title(frame, passage)


def final_sign(text: str) -> str:
    """The last sign of words in marks, nested marks that close with them left out."""
    return (text.rstrip(_NESTED) or text)[-1:]


def starts_large(text: str) -> bool:
    """Whether the first letter is a capital, or has no case; an inserted beginning in brackets counts as one."""
    first = next((sign for sign in text if sign.isalnum()), "")
    return (bool(first) and not first.islower()) or text.startswith(("[", "…", "..."))


def ends_clause(text: str, passage: Passage) -> bool:
    """Whether a clause ends with a passage: by a point or comma in it or behind it."""
    return final_sign(passage.inner.of(text)) in FINAL + "," or text[
        passage.outer.end : passage.outer.end + 1
    ] in tuple(FINAL + ",;")
