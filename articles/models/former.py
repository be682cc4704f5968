"""Utterances that are no more: where their reports went, so that an address that was cited goes on leading there."""

from collections.abc import Mapping, Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.statements import Statement


class FormerReportQuerySet(models.QuerySet["FormerReport"]):
    def keep(self, utterances: Mapping[int, int]) -> None:
        """Remembers of each statement, by id, the utterance that it was a report of."""
        rows = [FormerReport(utterance=utterance, statement_id=one) for one, utterance in utterances.items()]
        self.bulk_create(rows, ignore_conflicts=True, batch_size=500)

    def of(self, utterance: int) -> Sequence[Statement]:
        """The statements that were its reports and still stand."""
        found = Statement.objects.visible().filter(pk__in=self.filter(utterance=utterance).values("statement"))
        return found.select_related("article__outlet", "utterance").order_by("article__published", "pk")


class FormerReport(models.Model):
    """A statement that was a report of an utterance which has vanished: it was joined to another, or fell apart."""

    utterance = models.PositiveBigIntegerField(_("utterance"), db_index=True)
    """The id that it had; no other utterance gets it."""
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="former_utterances", verbose_name=_("statement")
    )

    objects = FormerReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("former report")
        verbose_name_plural = _("former reports")
        ordering = ["utterance", "statement_id"]
        constraints = [
            models.UniqueConstraint(fields=["utterance", "statement"], name="former_report_is_listed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.utterance}: {self.statement_id}"
