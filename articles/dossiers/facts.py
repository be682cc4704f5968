"""Two reports whose words cannot be compared, laid side by side fact by fact: figures, named days, names, negation,
and the other things that both name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from articles.languages import load
from articles.languages.glossary import CITIES, COUNTRIES
from articles.linking.fields.days import named_days
from articles.linking.figures import Figure, figures
from articles.linking.meaning import meaning
from articles.linking.names import proper_names
from articles.records import Conflict, StatementRecord
from articles.text.concepts import Glossary
from articles.text.dated import Day
from articles.text.names import spelled_alike
from articles.text.terms import fold, stop_words, words

PLACES = (COUNTRIES, CITIES)
"""The themes of the glossary whose concepts are names of places."""
COMMON = 2
"""Up to this figure a word is often no count: "one of", "the two delegations"."""
CIRCUMSTANCES = ("place", "occasion", "speaker", "addressee")
"""The fields of conflicts that are about the act of speech, and not about what was said."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a report tells as the base does, otherwise, not at all, or alone."""

    state: str
    """same, differs, missing (only the base tells it) or added (only this report does)."""
    field: str
    """number, date, name, thing, or the field of the conflict."""
    here: str
    """As this report words it."""
    base: str
    """As the base words it."""


def facts(
    base: StatementRecord, one: StatementRecord, found: Iterable[Conflict], glossary: Glossary
) -> tuple[Fact, ...]:
    """What a report tells beside the base; `found` are the conflicts between them, the base's values first.

    A figure that is not read, or a name in a spelling of its own, is missing too: this points at what to look for.
    """
    differing = [conflict for conflict in found if is_content(conflict, base, one)]
    conflicting = {conflict.a for conflict in differing}, {conflict.b for conflict in differing}
    told = [*_figures(base, one), *_days(base, one), *_names(base, one, glossary), *_things(base, one, glossary)]
    return (
        *(Fact("differs", conflict.field, conflict.b, conflict.a) for conflict in differing),
        *(fact for fact in told if fact.state == "same"),
        *(fact for fact in told if fact.state == "missing" and fact.base not in conflicting[0]),
        *(fact for fact in told if fact.state == "added" and fact.here not in conflicting[1]),
    )


def is_content(conflict: Conflict, a: StatementRecord, b: StatementRecord) -> bool:
    """Whether a conflict is about what was said: a day can be one that the words name, or that of the speech."""
    if conflict.field == "date":
        return conflict.a in _named_days(a) and conflict.b in _named_days(b)
    return conflict.field not in CIRCUMSTANCES


def _named_days(one: StatementRecord) -> set[str]:
    return {day.words for day in _days_of(one)}


def _days_of(one: StatementRecord) -> list[Day]:
    """The days that the words name, in any calendar, as Gregorian ones."""
    return [named.day for named in named_days(one.text, one.language, one.published)]


def _figures(base: StatementRecord, one: StatementRecord) -> Iterator[Fact]:
    here = {figure.value: figure for figure in figures(one.text, one.language).figures}
    there = {figure.value: figure for figure in figures(base.text, base.language).figures}
    for value in dict.fromkeys((*there, *here)):
        if value in here and value in there:
            yield Fact("same", "number", here[value].words, there[value].words)
        elif value in there and _counts(there[value], base):
            yield Fact("missing", "number", "", there[value].words)
        elif value in here and _counts(here[value], one):
            yield Fact("added", "number", here[value].words, "")


def _counts(figure: Figure, one: StatementRecord) -> bool:
    """Whether a figure that only one side gives tells anything: small ones in words stand for "a" and "both"."""
    if any(set(figure.words.split()) & set(day.words.split()) for day in _days_of(one)):
        return False
    return any(sign.isdecimal() for sign in figure.words) or Decimal(figure.value) > COMMON


def _days(base: StatementRecord, one: StatementRecord) -> Iterator[Fact]:
    here, there = _days_of(one), _days_of(base)
    for day in there:
        agreeing = next((other for other in here if day.agrees(other)), None)
        yield Fact("same" if agreeing else "missing", "date", agreeing.words if agreeing else "", day.words)
    for day in here:
        if not any(day.agrees(other) for other in there):
            yield Fact("added", "date", day.words, "")


def _names(base: StatementRecord, one: StatementRecord, glossary: Glossary) -> Iterator[Fact]:
    """Places by the glossary, other names by their capitals; those of either side are looked for on the other.

    Without capitals on both sides no name but a place is known to be missing.
    """
    there, here = named(base, glossary), named(one, glossary)
    both_tell = _tells_names(base) and _tells_names(one)
    taken: set[str] = set()
    for name in there:
        found = _found(name, one, here, glossary)
        taken.add(found)
        if found or name.concepts or both_tell:
            yield Fact("same" if found else "missing", "name", found, name.words)
    for name in here:
        found = "" if name.words in taken else _found(name, base, there, glossary)
        if found:
            yield Fact("same", "name", name.words, found)
        elif name.words not in taken and (name.concepts or both_tell):
            yield Fact("added", "name", name.words, "")


def _things(base: StatementRecord, one: StatementRecord, glossary: Glossary) -> Iterator[Fact]:
    """What else both name. That one side does not tells nothing: much is said in other words."""
    here = [thing for thing in meaning(one.text, one.language, glossary).things if thing.meanings]
    for thing in meaning(base.text, base.language, glossary).things:
        if not thing.is_common and not any(_is_place(key, glossary) for key in thing.meanings):
            found = next((other.word for other in here if not thing.meanings.isdisjoint(other.meanings)), "")
            if found:
                yield Fact("same", "thing", found, thing.word)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a statement gives, and the places of the glossary that it can mean."""

    words: str
    concepts: frozenset[str] = frozenset()


def named(one: StatementRecord, glossary: Glossary) -> tuple[Name, ...]:
    """The places that a statement names, and its other names as far as they have capitals."""
    places = [
        Name(thing.word, concepts)
        for thing in meaning(one.text, one.language, glossary).things
        if (concepts := frozenset(key for key in thing.meanings if _is_place(key, glossary)))
    ]
    known = {word for place in places for word in place.words.split()}
    capitals = proper_names(one.text, one.language) if _tells_names(one) else ()
    common = stop_words(one.language)
    return (*places, *(Name(name) for name in capitals if name not in known and fold(name) not in common))


def _tells_names(one: StatementRecord) -> bool:
    """Whether a capital makes a name: not where every noun has one, nor in a script without."""
    return not load(one.language).people.capital_nouns and any(sign.islower() for sign in one.text)


def _is_place(concept: str, glossary: Glossary) -> bool:
    """Whether the newsroom's glossary has it as a place; words of everyday speech are not among its concepts."""
    return concept in glossary.concepts and glossary.concepts[concept].theme in PLACES


def _found(name: Name, one: StatementRecord, names: Iterable[Name], glossary: Glossary) -> str:
    """The words by which a statement gives a name, if it does: as one place, in another spelling or script."""
    for other in names:
        if not name.concepts.isdisjoint(other.concepts):
            return other.words
    spelled = next((word.text for word in words(one.text) if spelled_alike(name.words, word.text)), "")
    return spelled or next((other.words for other in names if _is_called(other, name.words, glossary)), "")


def _is_called(place: Name, name: str, glossary: Glossary) -> bool:
    called = (known for key in place.concepts for listed in glossary.concepts[key].words.values() for known in listed)
    return any(spelled_alike(name, known) for known in called)
