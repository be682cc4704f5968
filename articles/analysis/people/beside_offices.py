"""Offices that end in the name of a body or a place, before the name of whoever holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.analysis.people.mentions import Mention
from articles.analysis.reading.frame import Frame, folded
from articles.analysis.reading.lexicon import word_set


def without_holders(frame: Frame, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, those that are all office told as such: "Ketua Himpunan Tekstil" in "Ketua Himpunan Tekstil, X"."""
    if not frame.language.people.bare_definite:
        return tuple(found)
    named = Counter(folded(one.name.split()[-1]) for one in found if one.kind == "name" and one.name)
    told = list(found)
    for index, (one, following) in enumerate(pairwise(found)):
        if one.kind != "name" or not one.role or not _holder(frame, one, following):
            continue
        if named[folded(one.name.split()[-1])] == 1:
            text = frame.text[one.start : one.end]
            told[index] = replace(one, kind="role", name="", role=text, definite=True)
    return tuple(told)


def _holder(frame: Frame, office: Mention, name: Mention) -> bool:
    """Whether a full name without an office stands behind an office and a comma, and no more names after it."""
    text, code = frame.text, frame.language.code
    if name.kind != "name" or name.role or " " not in name.name or text[office.end : name.start].strip() != ",":
        return False
    if name.last + 1 >= len(frame.words) or not text[office.end : name.start].endswith(" "):
        return True
    following = frame.words[name.last + 1]
    listing = word_set(code, "people", "chains") | word_set(code, "speech", "conjunctions")
    return following.folded not in listing and not (
        text[name.end : following.start].strip() == "," and following.text[:1].isupper()
    )
