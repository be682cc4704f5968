"""Where a name begins, and the office before it: "мэр Озёрска | Иван Лунёв", "ministry spokeswoman | X"."""

from __future__ import annotations

from articles.analysis.reading.frame import Frame, Word
from articles.analysis.reading.lexicon import word_set

_MARKED = 4
"""Words of the name of a body in marks, at most."""
_TIES = 2
"""Small words between an office and its field, at most: "de la"."""
_FIELD = 6
"""Words of the field of an office, at most."""


def at_given_name(frame: Frame, begin: int, last: int, office: bool, outside: frozenset[str]) -> int:
    """Where the name begins in a run whose first word only describes: "Шестнадцатилетняя Амина Садыкова".

    Behind an office that word may be a place or a body, told by a given name that follows: "мэр Озёрска Иван Лунёв".
    """
    if last - begin < 2:
        return begin
    endings = frame.language.people.describing
    given = word_set(frame.language.code, "people", "male", "female")
    first = frame.words[begin].folded
    if endings and first.endswith(endings) and first not in given and opens_sentence(frame, begin):
        return begin + 1
    before = frame.words[begin - 1].folded if begin else ""
    places = word_set(frame.language.code, "people", "places")
    definite = word_set(frame.language.code, "people", "definite")
    if first in places and first not in given and before in definite:
        return begin + 1
    if before in word_set(frame.language.code, "people", "place_nouns"):
        return begin + 1
    if not office or first in given:
        return begin
    if first in outside:
        return begin + 1
    if last - begin > 2 and frame.language.people.owner_endings and first.endswith(_adjectival(frame)):
        return begin + 2
    return next((index for index in range(begin + 1, last) if frame.words[index].folded in given), begin)


def is_office(word: Word, heads: frozenset[str]) -> bool:
    """Whether a word is an office, or one joined to another by a hyphen: "Инженер-светотехник", "infirmier-chef"."""
    first, hyphen, second = word.folded.partition("-")
    return word.folded in heads or (bool(hyphen) and first in heads and first != second)


def behind_field(frame: Frame, begin: int, last: int) -> tuple[int, int]:
    """The office before a name, and where the name begins behind the words of its field: "ministre de la Santé | X".

    The first is -1 where no such words stand before the name.
    """
    fields = word_set(frame.language.code, "people", "fields")
    bodies = word_set(frame.language.code, "people", "bodies")
    name = begin
    while name <= last and frame.words[name].folded in fields:
        name += 1
    rest = frame.words[name : last + 1]
    if name == begin or not rest or not rest[0].text[0].isupper() or any(word.folded in bodies for word in rest):
        return -1, begin
    office = _tied_office(frame, begin)
    return (office, name) if office >= 0 else (-1, begin)


def _tied_office(frame: Frame, index: int) -> int:
    """The office to which small words like "de la" tie a word; -1 for none."""
    code = frame.language.code
    ties = word_set(code, "people", "linking")
    small = ties | word_set(code, "people", "definite")
    at = index - 1
    while at > 0 and index - at <= _TIES and frame.words[at].folded in small and frame.between(at, at + 1) == " ":
        at -= 1
    word = frame.words[at] if 0 <= at < index - 1 else None
    tied = word is not None and frame.words[at + 1].folded in ties and frame.between(at, at + 1) == " "
    office = word is not None and is_office(word, word_set(code, "people", "offices", "ranks"))
    return at if tied and office and not frame.quoted[at] else -1


def describes(frame: Frame, index: int) -> bool:
    """Whether a lone large word is an adjective of what a small one behind it tells: "Карельского научного центра"."""
    endings = _adjectival(frame)
    following = frame.words[index + 1 : index + 2]
    if not endings or not following or not frame.words[index].folded.endswith(endings):
        return False
    behind = following[0]
    field = behind.folded.endswith(frame.language.people.owner_endings) and behind.text.islower()
    return field and frame.between(index, index + 1) == " " and not frame.is_cue(index + 1)


def _adjectival(frame: Frame) -> tuple[str, ...]:
    """Endings of an adjective that belongs to an owner: "Красного" in "глава Красного Полумесяца X"."""
    return tuple(ending for ending in frame.language.people.owner_endings if len(ending) > 2)


def opens_sentence(frame: Frame, index: int) -> bool:
    return frame.sentence_at(frame.words[index].start).start == frame.words[index].start


def with_office(frame: Frame, first: int) -> int:
    """Small-written nouns of offices right before a name belong to it: "ministry spokeswoman"."""
    allowed = word_set(frame.language.code, "people", "offices", "ranks", "persons", "fields", "bodies", "places")
    offices = word_set(frame.language.code, "people", "offices")
    index = first
    while (
        index > 0
        and frame.between(index - 1, index) == " "
        and (frame.words[index - 1].folded in allowed or is_office(frame.words[index - 1], offices))
        and frame.words[index - 1].text[:1].islower()
        and frame.words[index - 1].folded not in frame.language.words.stop
        and not frame.quoted[index - 1]
    ):
        index -= 1
    fields = word_set(frame.language.code, "people", "fields")
    tied = index < first and frame.words[index].folded in fields
    return _over_ties(frame, index) if tied else _at_far_office(frame, index)


def _over_ties(frame: Frame, index: int) -> int:
    """The office that ties join to its field before a name: "général de corps d'armée | X"; else the field's begin."""
    code = frame.language.code
    ties, heads = word_set(code, "people", "linking"), word_set(code, "people", "offices", "ranks", "persons")
    for at in range(index - 2, max(-1, index - 2 - _FIELD), -2):
        noun, tie = frame.words[at], frame.words[at + 1]
        parted = frame.between(at, at + 1) != " " or frame.between(at + 1, at + 2) != " "
        if tie.folded not in ties or parted or frame.quoted[at] or not noun.text[:1].islower():
            break
        if noun.folded in heads:
            return at
    return _at_far_office(frame, index)


def _at_far_office(frame: Frame, first: int) -> int:
    """The office before the words of its field, told by their endings: "министр окружающей среды кантона | X".

    The name of a body in marks may stand last: "руководитель труппы «Шарманка» | X".
    """
    endings, offices = frame.language.people.owner_endings, word_set(frame.language.code, "people", "offices")
    if not endings:
        return first
    index = _before_marks(frame, first)
    limit = index - _FIELD
    while index > max(0, limit) and frame.between(index - 1, index) in (" ", " «", " “", ' "', " „"):
        index -= 1
        word = frame.words[index]
        if word.folded in offices and not frame.quoted[index]:
            return index
        if frame.quoted[index] or not word.text.islower() or not word.folded.endswith(endings):
            break
    return first


def _before_marks(frame: Frame, first: int) -> int:
    """The first word of a name in marks that stands right before this one."""
    passage = frame.passage_at(frame.words[first - 1].start) if first and frame.quoted[first - 1] else None
    if passage is None or frame.text[passage.outer.end : frame.words[first].start] != " ":
        return first
    words = frame.indexes(passage.inner.start, passage.inner.end)
    return words.start if 0 < len(words) <= _MARKED else first
