"""Offices that go on over small words: "ministre iranien de l'Énergie", "la directora del observatorio"."""

from __future__ import annotations

from functools import cache

from articles.analysis.people.mentions import Mention
from articles.analysis.people.runs import is_capital
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import word_set

_LONGEST = 10
"""Words between the noun of an office and the name behind it, at most."""
_MENTIONS = 4
"""Mentions inside a title, at most."""


def holder(frame: Frame, mentions: tuple[Mention, ...], index: int) -> Mention | None:
    """The name behind an office whose words go on over prepositions: "le maire de Lyon, X, ..."."""
    office = mentions[index]
    for other in mentions[index + 1 : index + 1 + _MENTIONS]:
        if "\n" in frame.text[office.end : other.start] or other.first - office.last > _LONGEST:
            return None
        if other.kind == "name" and leads_to(frame, office.last, other):
            return other
    return None


def leads_to(frame: Frame, office: int, name: Mention) -> bool:
    """Whether only words of a title, and at most a comma, part the last word of an office from a name."""
    words, last = frame.words, name.first - 1
    parted = last > office and frame.between(last - 1, last).strip() == ","
    if parted and words[last].folded in word_set(frame.language.code, "people", "definite"):
        last -= 1
    if last < office or not tied(frame, office + 1, last):
        return False
    gap = frame.between(last, last + 1).strip()
    if gap == ",":
        return _closed(frame, name)
    return gap == "" and last < name.first and words[last].folded not in _ties(frame.language.code)


def tied(frame: Frame, first: int, last: int) -> bool:
    """Whether these words are a title's: prepositions that tie, articles, and nouns of offices, fields and places."""
    if last - first >= _LONGEST:
        return False
    code = frame.language.code
    small, nouns = _ties(code) | word_set(code, "people", "definite"), _nouns(code)
    return all(
        frame.between(index - 1, index).isspace()
        and (
            frame.words[index].folded in small
            or frame.words[index].folded in nouns
            or is_capital(frame.words[index].text)
            or frame.words[index - 1].folded in small
        )
        for index in range(first, last + 1)
    )


def _closed(frame: Frame, name: Mention) -> bool:
    """Whether a name behind a comma stands for itself: another comma or the end of its sentence follows."""
    return frame.text[name.end : name.end + 2].lstrip()[:1] in tuple(',.;:)»”"\n') or name.end == len(frame.text)


@cache
def _ties(code: str) -> frozenset[str]:
    return word_set(code, "people", "linking")


@cache
def _nouns(code: str) -> frozenset[str]:
    return word_set(code, "people", "offices", "persons", "fields", "places", "bodies", "ranks")
