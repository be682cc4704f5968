"""People found by a spelling, and those who may be one person: what an admin is shown before merging."""

from django.db.models import Q

from articles.linking.people import identity_key, may_be_one, part_keys
from articles.models import NameSpelling, Person
from articles.models.people import identities

MOST = 20
"""People offered for merging into one."""


def called(words: str) -> set[int]:
    """The ids of the people, merged ones too, one of whose spellings has all these words, in any spelling."""
    found = NameSpelling.objects.all()
    for word in words.split()[:8]:
        spelled = Q(spelling__icontains=word) | Q(key=identity_key(word))
        for key in part_keys(word):
            # A key of several words has spaces between them; half a word's key would find other names.
            spelled |= Q(key=key) | Q(key__startswith=f"{key} ") | Q(key__endswith=f" {key}")
            spelled |= Q(key__contains=f" {key} ")
        found = found.filter(spelled)
    return set(found.values_list("person", flat=True))


def alike(person: Person) -> list[Person]:
    """Other people in their own right who may be this one: a name of theirs is the same or a part of one of its."""
    own = identities([person.pk])
    names = list(NameSpelling.objects.filter(person__in=own).values_list("spelling", flat=True)) or [person.name]
    # A name of one word is kept by its letters: it is found by comparing, not by its key.
    near = ~Q(spelling__contains=" ")
    for name in names:
        for key in part_keys(name)[-1:]:
            near |= Q(key__contains=key)
    others = NameSpelling.objects.filter(near).exclude(person__in=own).select_related("person__merged_into")
    found: dict[int, Person] = {}
    for other in others:
        root = other.person.root
        if root.pk not in found and any(may_be_one(name, other.spelling) for name in names):
            found[root.pk] = root
    return sorted(found.values(), key=lambda one: one.name)[:MOST]
