"""What an editor says of a disagreement between reports, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.sides import Dispute
from articles.models.statements import Statement
from articles.records import CONFLICT_FIELDS


class Outcome(models.TextChoices):
    SIDE = "side", _("one of them is right")
    ALL = "all", _("all of them stand")
    NONE = "none", _("no real difference")
    UNKNOWN = "unknown", _("cannot be known")


class Verdict(models.Model):
    """One decision on one field, bound to a statement: utterances come and go with the links, statements stay."""

    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="verdicts", verbose_name=_("statement")
    )
    """The earliest of the reports that disagreed."""
    field = models.CharField(_("field"), max_length=12)
    """One of CONFLICT_FIELDS."""
    values = models.JSONField(_("values"), default=list)
    """All that was considered, in every wording, sorted."""
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome)
    value = models.TextField(_("value that is right"), blank=True)
    """Where one side is right, its first wording; of a negation that is nothing where the denial is wrong."""
    reason = models.TextField(_("reason"))
    standing = models.BooleanField(_("standing"), default=True)
    """False once it was reopened: it is remembered, and decides nothing any more."""
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), default=timezone.now)
    version = models.PositiveIntegerField(_("version"), default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["-decided_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(field__in=CONFLICT_FIELDS), name="verdict_field_is_known"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="verdict_outcome_is_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="verdict_has_a_reason"),
            models.CheckConstraint(condition=Q(value="") | Q(outcome="side"), name="verdict_value_is_of_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.outcome}"

    @property
    def in_words(self) -> str:
        """What it says, in a few words."""
        if self.outcome != Outcome.SIDE:
            return str(self.get_outcome_display())
        return gettext("“%(value)s” is right") % {"value": self.value} if self.value else gettext("it is not denied")

    def considered(self, dispute: Dispute) -> bool:
        """Whether it had every side of a dispute before it; another wording of one side is no new side."""
        return self.field == dispute.field and all(set(side.values) & set(self.values) for side in dispute.sides)

    def touches(self, dispute: Dispute) -> bool:
        """Whether it is about the same question, even if not about all that is said by now."""
        return self.field == dispute.field and bool(dispute.values & set(self.values))
