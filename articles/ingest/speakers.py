"""The people behind the names of speakers."""

from collections.abc import Iterable, Mapping

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
    NameSpelling.objects.bulk_create(known.added)
    return found


class _Known:
    """The spellings that may be those of some names, with the ones to be added."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self.added: list[NameSpelling] = []
        self._spelled: dict[str, list[NameSpelling]] = {}
        self._alike: dict[str, list[NameSpelling]] = {}
        names = list(keys)
        for some in (names[at : at + PARAMETERS] for at in range(0, len(names), PARAMETERS)):
            alike = Q(spelling__in=some) | Q(key__in={keys[name] for name in some})
            for one in NameSpelling.objects.filter(alike).select_related("person__merged_into"):
                self._keep(one)

    def _keep(self, one: NameSpelling) -> None:
        self._spelled.setdefault(one.spelling, []).append(one)
        self._alike.setdefault(one.key, []).append(one)

    def person(self, name: str, key: str) -> Person:
        spelled = self._spelled.get(name, [])
        alike = [one for one in self._alike.get(key, []) if same_name(name, one.spelling)]
        people = _people(spelled) or _people(alike)
        if len(people) == 1:
            person = people.pop()
        else:
            person = Person(name=name)
            # Not `create`: what the program makes has no history.
            Person.objects.bulk_create([person])
        if not any(one.person_id == person.pk for one in spelled):
            self.added.append(NameSpelling(person=person, spelling=name, key=key))
            self._keep(self.added[-1])
        return person


def _people(spellings: Iterable[NameSpelling]) -> set[Person]:
    return {one.person.root for one in spellings}
