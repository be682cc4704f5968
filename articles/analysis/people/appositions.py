"""Gives people the offices that the article names beside them: "X, the minister, said"."""

from __future__ import annotations

from itertools import pairwise

from articles.analysis.people.holders import holder, tied
from articles.analysis.people.mentions import Mention
from articles.analysis.people.roster import Roster
from articles.analysis.reading.frame import Frame

_BODIES = ("body", "place", "role")
_CHAINED = 5
"""Mentions that an office may run on over, at most."""
_APPOSITION = 90
"""Signs of an apposition that is taken for an office."""


def describe_people(frame: Frame, mentions: tuple[Mention, ...], roster: Roster) -> None:
    """An office beside a name, with a comma between, is that person's."""
    text = frame.text
    for left, right in pairwise(mentions):
        gap = text[left.end : right.start]
        if gap.strip() not in (",", ""):
            continue
        if left.kind == "role" and right.kind == "name" and gap.strip() in (",", ""):
            person = roster.of(right)
            role = f"{left.role}, {right.role}" if right.role else left.role
        elif left.kind == "name" and right.kind == "role" and gap.startswith(","):
            person = roster.of(left)
            end = _apposition_end(text, right) or _title_end(frame, right)
            if not end:
                continue
            role = text[right.start : end]
        else:
            continue
        if person is not None and not roster.people[person].body:
            roster.describe(person, role)
    for index, named in enumerate(mentions):
        before = _office_before(text, mentions, index) if named.kind == "name" else None
        person = roster.of(named) if before else None
        if before and person is not None and not roster.people[person].body:
            roster.describe(person, text[before.start : mentions[index - 1].end])
    for index, office in enumerate(mentions):
        held = holder(frame, mentions, index) if office.kind == "role" else None
        person = roster.of(held) if held else None
        if held and person is not None and held.first > office.last + 1:
            roster.describe(person, text[office.start : held.start].strip(" ,\u00a0"))


def _office_before(text: str, mentions: tuple[Mention, ...], index: int) -> Mention | None:
    """The office that runs on over a body's name to the comma before a name: "spokesman of the Water Ministry, X"."""
    if index < 2 or text[mentions[index - 1].end : mentions[index].start].strip() != ",":
        return None
    for at in range(index - 2, max(-1, index - _CHAINED), -1):
        if not text[mentions[at].end : mentions[at + 1].start].isspace() or mentions[at + 1].kind not in _BODIES:
            return None
        if mentions[at].kind == "role":
            return mentions[at]
    return None


def _title_end(frame: Frame, role: Mention) -> int | None:
    """Where an office ends that goes on over small words up to the end of its sentence."""
    sentence = frame.sentence_at(role.start)
    last = frame.indexes(role.start, sentence.end).stop - 1
    return frame.words[last].end if tied(frame, role.last + 1, last) else None


def _apposition_end(text: str, role: Mention) -> int | None:
    """Where an office behind a name ends: at the next comma, or with its sentence if no more words follow."""
    start = role.start
    piece = text[start : start + _APPOSITION]
    cut = next((at for at, sign in enumerate(piece) if sign in ',.;:\n“”"«»'), -1)
    closed = cut > 0 and (piece[cut] == "," or start + cut == role.end)
    return start + cut if closed else None
