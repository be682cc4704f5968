"""Links: what an editor says of a pair of statements."""

from collections.abc import Collection, Sequence

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.dossiers.knowing import compared
from articles.editing.versions import TOGETHER, Changed, Refused, record, take
from articles.models import Link, OutboxEntry, Statement, Status, User, Utterance
from articles.models.links import LinkQuerySet
from articles.records import RELATIONS

DIRECTED = ("supports", "updates")
"""The relations that have a direction: the statement that was judged from supports or updates the other."""


@transaction.atomic
def link(a: int, b: int, relation: str | None, user: User, version: int = 0) -> Link:
    """Judges a pair of statements: a relation of RELATIONS, or None for "not related".

    `version` is that of the pair's link where there is one, else 0.
    """
    if a == b:
        raise Refused(_("A statement cannot be linked with itself."))
    if relation is not None and relation not in RELATIONS:
        raise Refused(_("There is no relation “%(name)s”.") % {"name": relation})
    known = Link.objects.between(a, b).first()
    if known:
        row = take(Link, known.pk, version)
    else:
        if version:
            raise Changed(_("Somebody has removed this link meanwhile. Look at the pair again."))
        row = Link(a=visible(a), b=visible(b))
        found = compared(row.a, row.b)
        row.relation = found.relation or "same"
        row.score = found.score
        row.reasons = [[reason.code, reason.value] for reason in found.reasons]
        row.conflicts = [[conflict.field, conflict.a, conflict.b] for conflict in found.conflicts]
    if relation in DIRECTED and row.a_id != a:
        _turn(row)
    row.relation = relation or row.relation
    row.status = Status.REJECTED if relation is None else Status.CONFIRMED
    row.linked_by = row.linked_by or (user if not known else None)
    try:
        with transaction.atomic():
            record(row, user)
    except IntegrityError as error:
        raise Changed(_("Somebody else has judged this pair meanwhile. Look at what it is now.")) from error
    Utterance.objects.regroup([a, b])
    OutboxEntry.objects.note([row.a.article_id, row.b.article_id])
    return row


@transaction.atomic
def confirm_together(links: Sequence[tuple[int, int]], user: User) -> Link:
    """Confirms links, each an id and the version that was shown; they are taken back as one. Returns the first."""
    if not links:
        raise Refused(_("There is nothing here to confirm."))
    rows = [take(Link, pk, version) for pk, version in links]
    for row in rows:
        row.status = Status.CONFIRMED
        row._change_reason = f"{TOGETHER}{rows[0].pk}.{rows[0].version}"
        record(row, user)
    Utterance.objects.regroup({end for row in rows for end in (row.a_id, row.b_id)})
    OutboxEntry.objects.note({end.article_id for row in rows for end in (row.a, row.b)})
    return rows[0]


def compare_anew(statement: int) -> None:
    """Lists the conflicts of a statement's links anew, after the statement was corrected. What was judged stays."""
    _compare_all(Link.objects.of(statement))


def compare_people_anew(some: Collection[int], others: Collection[int]) -> None:
    """The same for links between what some people said and what others did, after these became one person, or two."""
    out, back = Q(a__speaker__in=some, b__speaker__in=others), Q(a__speaker__in=others, b__speaker__in=some)
    _compare_all(Link.objects.filter(out | back))


@transaction.atomic
def _compare_all(links: LinkQuerySet) -> None:
    changed = set()
    for row in links.with_texts():
        found = compared(row.a, row.b)
        conflicts = [[conflict.field, conflict.a, conflict.b] for conflict in found.conflicts]
        if conflicts != row.conflicts:
            # Not a human's change of the link: neither its version nor its history tells of it.
            Link.objects.filter(pk=row.pk).update(conflicts=conflicts)
            changed |= {row.a.utterance_id, row.b.utterance_id}
    Utterance.objects.weigh(changed - {None})


def _turn(row: Link) -> None:
    """Turns a link round, and with it the values that its conflicts give for either side."""
    row.a, row.b = row.b, row.a
    row.conflicts = [[field, value_b, value_a] for field, value_a, value_b in row.conflicts]


def visible(statement: int) -> Statement:
    row = Statement.objects.visible().with_context().filter(pk=statement).first()
    if row is None:
        raise Refused(_("This statement was rejected or removed meanwhile, so it cannot be linked."))
    return row
