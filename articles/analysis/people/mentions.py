"""Finds who is mentioned where: names with what stands before them, offices without a name, pronouns."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from articles.analysis.people.beginnings import (
    at_given_name,
    behind_field,
    describes,
    is_office,
    opens_sentence,
    with_office,
)
from articles.analysis.people.bodies import body_tail
from articles.analysis.people.runs import LONGEST_RUN, runs_of
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import word_set

_SHORT = re.compile(r"\s\([^()\n]{2,30}\)\s")
_NICKNAME = re.compile(r"\s[«“\"'‘]\s?\w[^«»“”\"\n.,!?]{0,24}[»”\"'’]\s")
LONGEST_AFTER_OFFICE = 3
"""Words of a name kept after a long office that no comma parts from it."""
_REACH = 6
"""Words from the noun of an office to the word that makes it definite."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody mentioned. `name` is "" for an office without a name and for a pronoun."""

    start: int
    end: int
    first: int
    last: int
    kind: str
    """name, body (an organisation), place, role or pronoun."""
    name: str = ""
    role: str = ""
    definite: bool = False


def mentions(frame: Frame) -> tuple[Mention, ...]:
    """Every mention outside of quotation marks, in the order of the text."""
    if frame.language.people.capital_nouns:
        from articles.analysis.people.capitals import noun_mentions

        return noun_mentions(frame)
    code = frame.language.code
    runs = tuple(runs_of(frame))
    evidence = _evidence(frame, runs)
    found = [_named(frame, first, last, evidence) for first, last in runs]
    taken = {index for one in found for index in range(one.first, one.last + 1)}
    pronouns = word_set(code, "people", "pronouns")
    nouns = word_set(code, "people", "offices", "persons")
    clitics = frame.language.people.clitics
    index = 0
    while index < len(frame.words):
        word = frame.words[index]
        if index in taken or frame.quoted[index]:
            pass
        elif word.folded in pronouns:
            found.append(Mention(word.start, word.end, index, index, "pronoun"))
        elif is_office(word, nouns) or any(word.folded.removesuffix(one) in nouns for one in clitics):
            role = _role(frame, index, taken)
            found.append(role)
            index = role.last
        index += 1
    return tuple(_over_shorts(frame, sorted(found, key=lambda one: one.start)))


def _over_shorts(frame: Frame, found: list[Mention]) -> list[Mention]:
    """An office and the name behind the short form of its body are one: "Head of the Water Trust (WT) X"."""
    joined: list[Mention] = []
    for one in found:
        office = joined[-1] if joined else None
        halves = office and office.kind == one.kind == "name" and not one.role and " " not in office.name
        if office and halves and _NICKNAME.fullmatch(frame.text, office.end, one.start):
            joined[-1] = replace(office, end=one.end, last=one.last, name=f"{office.name} {one.name}")
            continue
        if office and one.kind == "name" and (office.role or office.kind == "body"):
            if _SHORT.fullmatch(frame.text, office.end, one.start):
                role = frame.text[office.start : one.start].strip()
                joined[-1] = replace(one, start=office.start, first=office.first, role=role)
                continue
            outer = joined[-2] if len(joined) > 1 and frame.text[office.end : office.end + 1] == ")" else None
            if outer and (outer.role or outer.kind == "body") and _SHORT.fullmatch(frame.text, outer.end, one.start):
                role = frame.text[outer.start : one.start].strip()
                joined[-2:] = [replace(one, start=outer.start, first=outer.first, role=role)]
                continue
        joined.append(one)
    return joined


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the rest of the article tells of the words of a run, folded."""

    places: frozenset[str]
    """Those that stand behind a preposition of place somewhere."""
    lone: frozenset[str]
    sure: frozenset[str]
    """Those that stand behind such a preposition at least every second time."""
    """Those that stand alone as a name somewhere, and are no such place."""


def _evidence(frame: Frame, runs: tuple[tuple[int, int], ...]) -> _Evidence:
    prepositions = word_set(frame.language.code, "people", "place_prepositions")
    words = frame.words
    fields = word_set(frame.language.code, "people", "fields")
    places = frozenset(
        words[first].folded
        for first, last in runs
        if first > 0
        and words[first - 1].folded in prepositions
        and all(words[index].folded in fields for index in range(first + 1, last + 1))
    )
    bodies = word_set(frame.language.code, "people", "bodies")
    places |= frozenset(
        words[index + 1].folded
        for first, last in runs
        if words[first].folded in bodies
        for index in range(first, last)
        if words[index].folded in bodies and words[index + 1].folded not in bodies
    )
    lone = frozenset(words[first].folded for first, last in runs if first == last) - places
    seen: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for first, last in runs:
        for index in range(first, last + 1):
            seen[words[index].folded] += 1
        if first > 0 and words[first - 1].folded in prepositions:
            placed[words[first].folded] += 1
    sure = frozenset(word for word, times in placed.items() if word in places and 2 * times >= seen[word])
    return _Evidence(places, lone, sure)


def _named(frame: Frame, first: int, last: int, evidence: _Evidence) -> Mention:
    """A run as a mention: what of it is office, what is name."""
    code, words = frame.language.code, frame.words
    heads = word_set(code, "people", "ranks", "offices")
    offices = word_set(code, "people", "offices")
    bodies = word_set(code, "people", "bodies")
    outside = word_set(code, "people", "bodies", "fields", "places")
    beyond = outside | evidence.places
    titles = [index for index in range(first, last + 1) if is_office(words[index], heads)]
    persons = word_set(code, "people", "persons")
    if not titles and last > first and words[first].folded in persons and opens_sentence(frame, first):
        titles = [first]
    begin = titles[-1] + 1 if titles else first
    led = _abbreviation(words[first].text) and not _abbreviation(words[last].text)
    if not titles and (led or _ends_in_person(frame, first, last, beyond, evidence)):
        begin = _after_outside(frame, first, last, beyond)
    elif titles and begin <= last and any(words[index].folded in offices for index in titles):
        begin = _after_outside(frame, begin, last, beyond)
        begin = max(begin, last + 1 - LONGEST_AFTER_OFFICE) if begin - titles[-1] > 1 else begin
    left = with_office(frame, first)
    if not titles and left == first and begin == first:
        office, begin = behind_field(frame, first, last)
        left = office if office >= 0 else left
    begin = at_given_name(frame, begin, last, bool(titles) or left < first, beyond)
    start = words[left].start
    if begin > last:
        text = frame.text[start : words[last].end]
        return Mention(start, words[last].end, left, last, "role", role=text, definite=True)
    if begin == last == first and describes(frame, first):
        return Mention(words[first].start, words[first].end, first, last, "place", name=words[first].text)
    rest = [words[index].folded for index in range(begin, last + 1)]
    if begin == last == first and first and words[first - 1].folded in word_set(code, "people", "place_nouns"):
        return Mention(words[first].start, words[first].end, first, last, "place", name=words[first].text)
    name, end = _owned(frame, begin, last)
    role = frame.text[start : words[begin].start].strip(" ,")
    if any(word in bodies for word in rest) or (len(rest) == 1 and _abbreviation(words[last].text)):
        kind = "role" if titles else "body"
        if kind == "role":
            return Mention(start, end, left, last, kind, role=frame.text[start:end], definite=True)
        last, end = body_tail(frame, last, end)
        return Mention(words[first].start, end, first, last, kind, name=frame.text[words[first].start : end])
    if not titles and _behind_body(frame, first, left):
        return Mention(words[first].start, end, first, last, "body", name=name)
    known = outside | evidence.sure
    kind = "place" if all(word in known for word in rest) and not (titles and len(rest) > 1) else "name"
    if kind == "place" and titles:
        return Mention(start, end, left, last, "role", role=frame.text[start:end], definite=True)
    return Mention(start, end, left, last, kind, name=name, role=role)


def _behind_body(frame: Frame, first: int, left: int) -> bool:
    """Whether a name is that of the body before it, which nobody else's office is of: ", head of the firm X"."""
    if not first or not frame.language.speech.fragments:
        return False
    noun = frame.words[first - 1]
    told = left == first or (left > 0 and frame.between(left - 1, left).strip() == ",")
    named = noun.text.islower() and frame.between(first - 1, first) == " "
    return told and named and noun.folded in word_set(frame.language.code, "people", "bodies")


def _ends_in_person(frame: Frame, first: int, last: int, outside: frozenset[str], evidence: _Evidence) -> bool:
    """Whether a long run of a body's words ends in a name that stands alone elsewhere: the end of an office."""
    begin = _after_outside(frame, first, last, outside)
    if begin == first or last - begin >= LONGEST_AFTER_OFFICE:
        return False
    return any(frame.words[index].folded in evidence.lone for index in range(begin, last + 1))


def _after_outside(frame: Frame, begin: int, last: int, outside: frozenset[str]) -> int:
    """Where the name begins after an office: behind the last word that belongs to the office, not to a person."""
    for index in range(last - 1, begin - 1, -1):
        word = frame.words[index]
        if word.folded in outside or _abbreviation(word.text):
            return index + 1
    return begin


def _abbreviation(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _owned(frame: Frame, begin: int, last: int) -> tuple[str, int]:
    """The name's text without the owner's ending, and its end."""
    start, end = frame.words[begin].start, frame.words[last].end
    possessives = frame.language.people.possessives
    for ending in possessives if frame.words[last].text.endswith(possessives) else ():
        if len(ending) > 1 and frame.text.endswith(ending, start, end):
            end -= len(ending)
            break
    return " ".join(frame.text[start:end].split()), end


def _role(frame: Frame, head: int, taken: set[int]) -> Mention:
    """An office or a person without a name, from its first word to what makes it definite."""
    code, words = frame.language.code, frame.words
    definite = word_set(code, "people", "definite")
    behind = word_set(code, "people", "definite_after")
    near = word_set(code, "people", "definite", "fields", "offices", "places", "persons", "bodies")
    first = last = head
    while max(0, head - LONGEST_RUN) < first and first - 1 not in taken and frame.between(first - 1, first) == " ":
        if words[first - 1].folded not in near:
            break
        first -= 1
    pointed = any(words[index].folded in definite for index in range(first, head))
    for index in range(head + 1, min(head + 1 + _REACH, len(words))):
        if pointed or not frame.between(index - 1, index).isspace() or frame.quoted[index]:
            break
        if words[index].folded in behind:
            last, pointed = index, True
    while not pointed and last + 1 < len(words) and frame.between(last, last + 1) == " ":
        following = words[last + 1]
        if last + 1 in taken or following.folded not in near:
            break
        last += 1
    start, end = words[first].start, words[last].end
    definite_too = pointed or bool(frame.language.people.office_endings)
    return Mention(start, end, first, last, "role", role=frame.text[start:end], definite=definite_too)
