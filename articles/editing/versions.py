"""What every edit shares: the version it must name, the history it leaves, the errors it may end in."""

from typing import TypeVar

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles.models import Article, GlossaryWord, Link, Person, Recipe, Statement, User, Verdict
from articles.models.people import identities

Edited = Statement | Link | Person | Article | Recipe | GlossaryWord | Verdict
"""What has a version and a history."""
Versioned = TypeVar("Versioned", Statement, Link, Person, Article, Recipe, GlossaryWord, Verdict)

TOGETHER = "together "
"""Begins the reason of changes that are taken back as one; what follows is the same for all of them."""


class Refused(ValueError):
    """An edit that cannot be made; the message says why and what to do, for the person who tried."""


class Changed(Refused):
    """Somebody else has changed the row since it was read."""


class UnknownSpeaker(Refused):
    """Nobody is known by the name that was typed; `add_person=True` makes a new person of it."""


def changed() -> Changed:
    """What is raised where somebody else was faster."""
    return Changed(_("Somebody else has changed this meanwhile. Look at what it is now, then decide again."))


def take(model: type[Versioned], pk: int, version: int) -> Versioned:
    """The row, if it still has this version; it has the next one now. Keeps its first state in the history."""
    if not model.objects.filter(pk=pk, version=version).update(version=F("version") + 1):
        raise changed()
    row = model.objects.get(pk=pk)
    keep_beginning(row)
    return row


def keep_beginning(row: Versioned) -> None:
    """What the program made has no history until a human changes it: then its first state is recorded."""
    if not row.history.exists():
        row.history.bulk_history_create([row], default_date=getattr(row, "created_at", None))


def record(row: Versioned, user: User) -> None:
    """Saves the row with one history record in the user's name."""
    row._history_user = user
    row.save()


def record_once(row: Versioned, user: User) -> None:
    """Records a row of which there may be one only. Raises `Changed` where somebody else has made it just now."""
    try:
        with transaction.atomic():
            record(row, user)
    except IntegrityError as error:
        raise changed() from error


def articles_of(row: Edited) -> set[int]:
    """The articles whose index entries show this row."""
    if isinstance(row, Article):
        return {row.pk}
    if isinstance(row, Recipe | GlossaryWord | Verdict):
        return set()
    if isinstance(row, Statement):
        return {row.article_id}
    if isinstance(row, Link):
        return {row.a.article_id, row.b.article_id}
    people = identities([row.root.pk, row.pk])
    return set(Statement.objects.filter(speaker__in=people).values_list("article", flat=True))
