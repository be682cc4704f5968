"""Declined names back in the nominative: "со слов Дриса Ульхаджа" is Дрис Ульхадж.

A language file pairs the endings of declined names with those of the nominative, for men and for women. A form that
the article shows elsewhere decides; behind a phrase that credits somebody the endings do, where all words agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from articles.analysis.people.mentions import Mention
from articles.analysis.reading.frame import Frame, folded
from articles.analysis.reading.lexicon import undeclined, word_set

_REACH = 10
"""Words from a phrase that credits somebody to the name in its case, at most."""


def nominative(frame: Frame, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with the names of people in the nominative, where that is sure."""
    people = frame.language.people
    if not people.male_endings and not people.female_endings:
        return mentions
    governed = set(_governed(frame, mentions))
    shown = _shown(one for index, one in enumerate(mentions) if index not in governed)
    surnames = _surnames(shown)
    return tuple(
        replace(one, name=_settled(one.name, shown, surnames, frame, index in governed)) if one.kind == "name" else one
        for index, one in enumerate(mentions)
    )


def _governed(frame: Frame, mentions: tuple[Mention, ...]) -> Iterator[int]:
    """The indexes of the names that a phrase like "по словам" puts into its case."""
    at = 0
    with_verbs = word_set(frame.language.code, "speech", "as_words")
    for cue in frame.cues:
        if "sources" not in cue.kinds or frame.words[cue.first].folded in with_verbs:
            continue
        while at < len(mentions) and mentions[at].start < cue.end:
            at += 1
        for index in range(at, len(mentions)):
            if mentions[index].first - cue.last > _REACH or "," in frame.text[cue.end : mentions[index].start]:
                break
            if mentions[index].kind == "name":
                yield index
                break


def _shown(mentions: Iterable[Mention]) -> dict[str, str]:
    """The names that stand in the article, and their last words, folded -> as written."""
    found: dict[str, str] = {}
    for one in mentions:
        if one.kind == "name":
            words = one.name.split()
            found.setdefault(folded(one.name), one.name)
            if len(words) > 1:
                found.setdefault(folded(words[-1]), words[-1])
    return found


def _settled(name: str, shown: dict[str, str], surnames: frozenset[str], frame: Frame, governed: bool) -> str:
    words = name.split()
    people = frame.language.people
    if len(words) == 1 and not governed and folded(name) in surnames:
        return name
    for endings in (people.male_endings, people.female_endings):
        if not any(folded(form) in shown for form in undeclined(words[-1], endings)):
            continue
        for forms in product(*(undeclined(word, endings) for word in words[-3:])):
            form = " ".join([*words[:-3], *forms])
            if form != name and folded(form) in shown:
                return shown[folded(form)]
    if len(words) == 1:
        return name
    if not governed:
        return _by_given_name(words, frame) or name
    return _by_endings(words, people.male_endings) or _by_endings(words, people.female_endings, lenient=True) or name


def _by_given_name(words: Sequence[str], frame: Frame) -> str:
    """The words in the nominative where the given name is known and not as it stands: Ивана Лунёва, Оксану Лысенко."""
    people, code = frame.language.people, frame.language.code
    if folded(words[0]) in word_set(code, "people", "male", "female"):
        return ""
    for sex, endings in (("male", people.male_endings), ("female", people.female_endings)):
        known = word_set(code, "people", sex)
        given = next((form for form in undeclined(words[0], endings)[1:] if folded(form) in known), "")
        if given:
            return " ".join([given, *((undeclined(word, endings)[1:] or (word,))[0] for word in words[1:])])
    return ""


def _surnames(shown: dict[str, str]) -> frozenset[str]:
    """The last words of the full names of the article, just as they are, folded."""
    return frozenset(folded(one.split()[-1]) for one in shown.values() if " " in one)


def _by_endings(words: Sequence[str], endings: tuple[tuple[str, ...], ...], lenient: bool = False) -> str:
    """The words with the first ending that each has taken off; "" where one has none, the first of them at least."""
    found = []
    for index, word in enumerate(words):
        forms = [form for form in undeclined(word, endings) if form != word]
        if not forms and (not lenient or index == 0):
            return ""
        found.append(forms[0] if forms else word)
    return " ".join(found)
