"""Where reports of one utterance disagree: conflicts between two and two of them, put together into sides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from articles.records import Conflict

Found = tuple[int, int, Conflict]
"""A conflict between two statements, by their ids."""
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Side:
    """Reports that say the same."""

    values: tuple[str, ...]
    """What they say, in each of their wordings; the first is that of the earliest report."""
    statements: tuple[int, ...]
    """Their ids, the earliest report first."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One question that reports answer differently."""

    field: str
    """One of CONFLICT_FIELDS."""
    sides: tuple[Side, ...]
    """Two or more, that of the earliest report first."""

    @property
    def values(self) -> set[str]:
        return {value for side in self.sides for value in side.values}


def disputes(reports: Sequence[int], found: Iterable[Found], linked: Iterable[tuple[int, int]] = ()) -> list[Dispute]:
    """The conflicts among these reports (their ids, the earliest first), grouped into questions.

    Values of one field that conflicts join are one question: 12 or 15, and 15 or 20, are three sides of one; two
    figures of a sentence that are each disputed stay two. `linked` are pairs that were compared: two that do not
    conflict say the same in other words ("12", "twelve") and share a side.
    """
    known = set(reports)
    pairs = sorted({(min(a, b), max(a, b)) for a, b in linked})
    fields: dict[str, list[Found]] = {}
    for a, b, conflict in found:
        if a in known and b in known:
            fields.setdefault(conflict.field, []).append((a, b, conflict))
    return [
        Dispute(field, sides)
        for field, conflicts in fields.items()
        for together in joined((conflict.a, conflict.b) for _a, _b, conflict in conflicts)
        if len(sides := _sides(together, conflicts, pairs, reports)) > 1
    ]


def joined(pairs: Iterable[tuple[Thing, Thing]]) -> list[set[Thing]]:
    """The groups that pairs make of things, in the order of their first pairs."""
    groups: list[set[Thing]] = []
    for a, b in pairs:
        touched = [group for group in groups if a in group or b in group]
        if touched:
            touched[0].update({a, b}, *touched[1:])
            groups = [group for group in groups if group not in touched[1:]]
        else:
            groups.append({a, b})
    return groups


def _sides(
    values: set[str], conflicts: list[Found], pairs: list[tuple[int, int]], reports: Sequence[int]
) -> tuple[Side, ...]:
    said: dict[int, set[str]] = {}
    apart: set[frozenset[str]] = set()
    for a, b, conflict in conflicts:
        if conflict.a in values:
            said.setdefault(a, set()).add(conflict.a)
            said.setdefault(b, set()).add(conflict.b)
            apart.add(frozenset((conflict.a, conflict.b)))
    place = {one: at for at, one in enumerate(reports)}
    groups = _agreeing(values, said, apart, pairs)
    sides = [_side(group, said, place) for group in groups]
    return tuple(sorted(sides, key=lambda side: (place[side.statements[0]], side.values)))


def _agreeing(
    values: set[str], said: dict[int, set[str]], apart: set[frozenset[str]], pairs: list[tuple[int, int]]
) -> list[set[str]]:
    """The values in groups of those that say the same; what conflicts with one of a group is never in it."""
    group_of = {value: {value} for value in values}
    # Of two values, the conflict itself tells that they differ.
    for a, b in pairs if len(values) > 2 else ():
        if len(said.get(a, ())) == len(said.get(b, ())) == 1:
            one, other = group_of[next(iter(said[a]))], group_of[next(iter(said[b]))]
            if one is not other and not any(frozenset((x, y)) in apart for x in one for y in other):
                one |= other
                group_of.update((value, one) for value in other)
    return list({id(group): group for group in group_of.values()}.values())


def _side(values: set[str], said: dict[int, set[str]], place: dict[int, int]) -> Side:
    statements = sorted((one for one, told in said.items() if told & values), key=lambda one: place[one])
    first = {value: min(place[one] for one in statements if value in said[one]) for value in values}
    return Side(tuple(sorted(values, key=lambda value: (first[value], value))), tuple(statements))
