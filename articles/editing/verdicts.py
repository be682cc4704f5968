"""Verdicts: what an editor says of a disagreement between reports, and opening it again."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing.typed import has_letters, one_line
from articles.editing.versions import Changed, Refused, record, take
from articles.models import Disagreement, Outcome, User, Utterance, Verdict

LONGEST = 2000
"""Characters of a reason."""


@transaction.atomic
def decide(disagreement: int, version: int, outcome: str, value: str, reason: str, user: User) -> Verdict:
    """Decides a disagreement: `outcome` is one of Outcome, `value` the first wording of the side that is right, if one
    is. A verdict that stands is changed, with its earlier reason in the history.

    `version` is the disagreement's: a verdict or a new value that came meanwhile raises `Changed`. Raises `Refused`
    for what is no outcome or no side, and for a verdict without a reason.
    """
    row = _taken(disagreement, version)
    if outcome not in Outcome.values:
        raise Refused(_("Choose what is right."))
    sides = {side.values[0] for side in row.dispute.sides}
    if outcome == Outcome.SIDE and value not in sides:
        raise Refused(_("No report says that any more. Choose one of the sides."))
    reason = one_line(reason)
    if not has_letters(reason):
        raise Refused(_("Say why: a verdict needs a reason, which everybody can read."))
    if len(reason) > LONGEST:
        raise Refused(_("This is too long: at most %(most)s characters fit.") % {"most": LONGEST})
    verdict = take(Verdict, row.verdict.pk, row.verdict.version) if row.verdict else Verdict(field=row.field)
    verdict.statement = row.statement
    verdict.values = sorted(row.dispute.values)
    verdict.outcome, verdict.value = outcome, value if outcome == Outcome.SIDE else ""
    verdict.reason, verdict.decided_by, verdict.decided_at = reason, user, timezone.now()
    record(verdict, user)
    Utterance.objects.weigh([row.utterance_id])
    return verdict


@transaction.atomic
def reopen(disagreement: int, version: int, user: User) -> Verdict:
    """Opens a disagreement again. Its verdict is remembered as one that was decided before."""
    row = _taken(disagreement, version)
    if row.verdict is None:
        raise Refused(_("Nobody has decided this yet."))
    verdict = take(Verdict, row.verdict.pk, row.verdict.version)
    verdict.standing = False
    record(verdict, user)
    Utterance.objects.weigh([row.utterance_id])
    return verdict


def _taken(disagreement: int, version: int) -> Disagreement:
    """The disagreement, if it still has this version."""
    rows = Disagreement.objects.filter(pk=disagreement)
    if not rows.filter(version=version).update(version=F("version") + 1):
        if rows.exists():
            raise Changed(
                _("Somebody has decided this meanwhile, or a report says something new. Look at what it is now.")
            )
        raise Changed(_("The reports no longer disagree on this: their links or their words have changed meanwhile."))
    return rows.select_related("verdict", "statement").get()
