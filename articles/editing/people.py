"""People: finding the one that a spelling means, naming one, merging two, and parting them again."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editing.links import compare_people_anew
from articles.editing.typed import has_letters, one_line
from articles.editing.versions import Refused, UnknownSpeaker, articles_of, record, take
from articles.linking.people import identity_key
from articles.models import NameSpelling, OutboxEntry, Person, User

LONGEST = 300
"""Characters of a name, as in the table."""


@transaction.atomic
def merge(person: int, version: int, into: int, user: User) -> Person:
    """Makes two people one. Nothing moves, so that `unmerge` can take it back."""
    row = take(Person, person, version)
    target = Person.objects.filter(pk=into).first()
    if target is None:
        raise Refused(_("The person to merge into is gone."))
    target = target.root
    if target.pk == row.root.pk:
        raise Refused(_("Both are the same person already."))
    if row.merged_into_id:
        raise Refused(_("%(name)s is merged already. Take that back first.") % {"name": row.name})
    row.merged_into = target
    _save_person(row, user)
    compare_with(row, target)
    return row


@transaction.atomic
def unmerge(person: int, version: int, user: User) -> Person:
    row = take(Person, person, version)
    if row.merged_into_id is None:
        raise Refused(_("%(name)s is not merged into anybody.") % {"name": row.name})
    # The articles of the person it was merged into lose its spellings: they are noted as long as they are known.
    OutboxEntry.objects.note(articles_of(row))
    root, row.merged_into = row.root, None
    _save_person(row, user)
    compare_with(row, root)
    return row


@transaction.atomic
def rename(person: int, version: int, name: str, user: User) -> Person:
    """Gives a person another name to be shown by; the old one stays as a spelling."""
    name = one_line(name)
    if not has_letters(name):
        raise Refused(_("A person needs a name. Type one."))
    if len(name) > LONGEST:
        raise Refused(_("A name has at most %(most)s characters.") % {"most": LONGEST})
    row = take(Person, person, version)
    row.name = name
    NameSpelling.objects.get_or_create(person=row, spelling=name, defaults={"key": identity_key(name)})
    return _save_person(row, user)


def speaker_named(name: str, add_person: bool = False, user: User | None = None) -> Person | None:
    """The person whom this spelling means; nobody for an empty name; a new person only where that was asked for.

    `user` is who asks: the history of a new person begins with them.
    """
    name = one_line(name)
    if not name:
        return None
    spellings = NameSpelling.objects.filter(spelling__iexact=name).select_related("person__merged_into")
    found = {spelling.person.root for spelling in spellings}
    if len(found) == 1:
        return found.pop()
    if len(found) > 1:
        raise Refused(_("Several people are called “%(name)s”. Merge them, or give the fuller name.") % {"name": name})
    if not has_letters(name):
        raise Refused(_("A person needs a name. Type one."))
    if not add_person:
        raise UnknownSpeaker(
            _("Nobody called “%(name)s” is known yet. Choose a name from the list, or add a new person.")
            % {"name": name}
        )
    person = Person(name=name)
    person._history_user = user
    person.save()
    NameSpelling.objects.create(person=person, spelling=name, key=identity_key(name))
    return person


def compare_with(row: Person, root: Person) -> None:
    """Lists the conflicts between what a person said and what `root` did anew, after they became one, or two again."""
    own = row.identity()
    compare_people_anew(own, set(root.identity()) - set(own))


def _save_person(row: Person, user: User) -> Person:
    record(row, user)
    OutboxEntry.objects.note(articles_of(row))
    return row
