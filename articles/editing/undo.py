"""Taking back: the last change of a user that still stands."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editing.links import compare_anew
from articles.editing.people import compare_with
from articles.editing.statements import set_tags
from articles.editing.versions import TOGETHER, Edited, Refused, articles_of
from articles.models import (
    Article,
    GlossaryWord,
    Link,
    OutboxEntry,
    Person,
    Recipe,
    Statement,
    Status,
    User,
    Utterance,
    Verdict,
)

NOT_RESTORED = ("id", "version", "created_at", "utterance")
"""Fields that an undo leaves: utterances follow from the links as they are now."""


@transaction.atomic
def undo(user: User) -> Edited:
    """Takes back this user's last change that still stands, with those made together with it; an undo is never undone.

    Raises `Refused` when there is none, or when somebody else has changed one of the rows since. Returns the first row.
    """
    rows = [_take_back(change, user) for change in _together(_last_change(user))]
    return rows[0]


def _together(change: Any) -> list[Any]:
    """The change with all that was made with it, the first one first."""
    reason = change.history_change_reason or ""
    if not reason.startswith(TOGETHER):
        return [change]
    made = change.instance_type.history.filter(history_user=change.history_user_id, history_change_reason=reason)
    return list(made.order_by("history_id"))


def _take_back(change: Any, user: User) -> Edited:
    model = change.instance_type
    if model.history.filter(id=change.id, history_id__gt=change.history_id).exclude(history_user=user).exists():
        raise Refused(_("Somebody has changed it after you, so that it cannot be taken back. Edit it instead."))
    row = model.objects.select_for_update().get(pk=change.id)
    before = change.prev_record
    row._history_user = user
    row._change_reason = f"undo {change.history_id}"
    touched, articles = _touched(row), articles_of(row)
    root = row.root if isinstance(row, Person) else None
    if before is None:
        _refuse_if_judged(row)
        row.delete()
    else:
        for field in before.tracked_fields:
            if field.name not in NOT_RESTORED:
                setattr(row, field.attname, getattr(before, field.attname))
        row.version += 1
        if isinstance(row, Statement):
            set_tags(row, [old.tag for old in before.tags.select_related("tag")])
        row.save()
        if isinstance(row, Statement):
            compare_anew(row.pk)
        if isinstance(row, Person):
            compare_with(row, root if root != row else row.root)
    standing = dict(Statement.objects.filter(pk__in=touched).values_list("pk", "article"))
    Utterance.objects.regroup(standing)
    OutboxEntry.objects.note({*articles, *standing.values()})
    return row


def _touched(row: Edited) -> list[int]:
    """The statements whose utterance may change with this row."""
    if isinstance(row, Statement):
        pairs = Link.objects.of(row.pk).values_list("a", "b")
        return list({row.pk, *(one for pair in pairs for one in pair)})
    if isinstance(row, Verdict):
        return [row.statement_id]
    return [row.a_id, row.b_id] if isinstance(row, Link) else []


def _refuse_if_judged(row: Edited) -> None:
    """A statement that is taken back takes links and verdicts along: those that somebody judged must not go unseen."""
    if not isinstance(row, Statement):
        return
    if Link.objects.of(row.pk).exclude(status=Status.PROPOSED).exists():
        raise Refused(_("The statement was linked since, so that it cannot be taken back. Reject it instead."))
    if row.verdicts.exists():
        raise Refused(_("A verdict was given on what it says, so that it cannot be taken back. Reject it instead."))


def _last_change(user: User) -> Any:
    """This user's latest history record that is neither an undo nor undone."""
    records = [
        record
        for model in (Statement, Link, Person, Article, Recipe, GlossaryWord, Verdict)
        for record in model.history.filter(history_user=user).order_by("-history_date", "-history_id")[:100]
        # A person who was added stays known: others may have credited words to them by now. An article is imported.
        if not (model in (Person, Article) and record.history_type == "+")
    ]
    undone = {
        (type(record), int(record.history_change_reason.split()[1]))
        for record in records
        if (record.history_change_reason or "").startswith("undo ")
    }
    open_changes = (
        record
        for record in sorted(records, key=lambda record: record.history_date, reverse=True)
        if not (record.history_change_reason or "").startswith("undo ")
        and (type(record), record.history_id) not in undone
    )
    found = next(open_changes, None)
    if found is None:
        raise Refused(_("There is nothing of yours to take back."))
    return found
