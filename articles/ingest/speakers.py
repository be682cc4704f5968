"""The people behind the names of speakers."""

from collections.abc import Iterable

from django.db.models import Q

from articles.linking.people import identity_key
from articles.models import NameSpelling, Person
from articles.text.names import same_name


def speakers(names: Iterable[str]) -> dict[str, Person]:
    """The person of each of these names; who is not known yet is added.

    Another spelling joins a person only when exactly one can be meant.
    """
    keys = {name: identity_key(name) for name in dict.fromkeys(names)}
    if not keys:
        return {}
    known = list(
        NameSpelling.objects.filter(Q(spelling__in=keys) | Q(key__in=keys.values())).select_related(
            "person__merged_into"
        )
    )
    found: dict[str, Person] = {}
    for name, key in keys.items():
        person = _meant(name, [one for one in known if one.spelling == name or one.key == key])
        if person is None:
            person = Person(name=name)
            # Not `create`: what the program makes has no history.
            Person.objects.bulk_create([person])
        if not any(one.spelling == name and one.person_id == person.pk for one in known):
            known.append(NameSpelling(person=person, spelling=name, key=key))
            known[-1].save()
        found[name] = person
    return found


def _meant(name: str, spellings: list[NameSpelling]) -> Person | None:
    people = {one.person.root for one in spellings if one.spelling == name}
    people = people or {one.person.root for one in spellings if same_name(name, one.spelling)}
    return people.pop() if len(people) == 1 else None
