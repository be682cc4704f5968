"""The people behind the names of speakers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from articles.linking.people import identity_key
from articles.models import NameSpelling, Person
from articles.text.names import same_name

PARAMETERS = 250
"""Names in one query, each with its key."""


def speakers(names: Iterable[str]) -> dict[str, Person]:
    """The person of each of these names; who is not known yet is added.

    Another spelling joins a person only when exactly one can be meant.
    """
    keys = {name: identity_key(name) for name in dict.fromkeys(names)}
    known = _Known(keys)
    found = {name: known.person(name, key) for name, key in keys.items()}
    # Not `create`: what the program makes has no history.
    Person.objects.bulk_create(known.new)
    NameSpelling.objects.bulk_create(
        NameSpelling(person=one.person, spelling=one.name, key=one.key) for one in known.added
    )
    return found


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name of a person, who may have no row yet."""

    name: str
    key: str
    person: Person
    is_own: bool = True
    """False for the spelling of somebody who was merged into the person."""


class _Known:
    """The spellings that may be those of some names, with the ones to be added."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self.new: list[Person] = []
        self.added: list[_Spelling] = []
        self._spelled: dict[str, list[_Spelling]] = {}
        self._alike: dict[str, list[_Spelling]] = {}
        people: dict[int, Person] = {}
        names = list(keys)
        for some in (names[at : at + PARAMETERS] for at in range(0, len(names), PARAMETERS)):
            alike = Q(spelling__in=some) | Q(key__in={keys[name] for name in some})
            for row in NameSpelling.objects.filter(alike).select_related("person__merged_into"):
                person = people.setdefault(row.person.root.pk, row.person.root)
                self._keep(_Spelling(row.spelling, row.key, person, row.person_id == person.pk))

    def _keep(self, one: _Spelling) -> None:
        self._spelled.setdefault(one.name, []).append(one)
        self._alike.setdefault(one.key, []).append(one)

    def person(self, name: str, key: str) -> Person:
        spelled = self._spelled.get(name, [])
        people = _people(spelled) or _people(one for one in self._alike.get(key, []) if same_name(name, one.name))
        if len(people) == 1:
            person = people[0]
        else:
            person = Person(name=name)
            self.new.append(person)
        if not any(one.person is person and one.is_own for one in spelled):
            self.added.append(_Spelling(name, key, person))
            self._keep(self.added[-1])
        return person


def _people(spellings: Iterable[_Spelling]) -> list[Person]:
    """Each once; new ones have nothing yet to be told apart by but themselves."""
    return list({id(one.person): one.person for one in spellings}.values())
