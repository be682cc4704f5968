"""Where articles come from: the original files, kept byte for byte, and every attempt to import one."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, Q, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.records import Notice


class Original(models.Model):
    """One file as it came, byte for byte, kept on disk under its SHA-256. The same bytes are one row."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("in bytes"))
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("original file")
        verbose_name_plural = _("original files")
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="original_is_named_by_sha256"),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def path(self) -> Path:
        return Path(settings.NEWSDESK_DATA_DIR) / "originals" / self.sha256[:2] / self.sha256


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    def with_counts(self) -> "ImportBatchQuerySet":
        """Adds `found`, and one count an outcome: `waiting`, `imported`, `duplicate`, `partial`, `refused`."""
        counts = {f"{outcome}_count": Count("files", filter=Q(files__outcome=outcome)) for outcome in Outcome.values}
        return self.annotate(found=Count("files"), **counts)


class ImportBatch(models.Model):
    """One import: the files somebody brought in together."""

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, verbose_name=_("imported by")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    """When somebody stopped it; its files that were waiting then wait on, and a retry takes them up."""

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]
        verbose_name_plural = _("import batches")

    def __str__(self) -> str:
        return _("Import %(number)s") % {"number": self.pk}


class Outcome(models.TextChoices):
    WAITING = "waiting", _("waiting")
    IMPORTED = "imported", _("imported")
    DUPLICATE = "duplicate", _("duplicate")
    PARTIAL = "partial", _("partial")
    REFUSED = "refused", _("refused")


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    def in_their_places(self) -> "ImportFileQuerySet":
        """Files in the order in which they came, those inside of others below these; adds `depth`, 0 to 2."""
        inside, deeper = Q(parent__isnull=False), Q(parent__parent__isnull=False)
        depth = Case(When(deeper, then=2), When(inside, then=1), default=0)
        above = Case(When(deeper, then="parent_id"), default="pk")
        return self.annotate(depth=depth).order_by(Coalesce("parent__parent_id", "parent_id", "pk"), above, "pk")


class ImportFile(models.Model):
    """One file of a batch and what became of it. A file that came twice has two rows and one original."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="files", verbose_name=_("import"))
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="members", verbose_name=_("inside")
    )
    """The archive or mail that this file was inside of."""
    name = models.CharField(_("name"), max_length=1000)
    original = models.ForeignKey(
        Original, null=True, on_delete=models.PROTECT, related_name="files", verbose_name=_("original file")
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, default=Outcome.WAITING)
    same_as = models.ForeignKey(
        "articles.Article",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="other_files",
        verbose_name=_("the same article"),
    )
    """Of a duplicate whose bytes are new: the article that has the same body."""
    url = models.TextField(_("address"), blank=True)
    """Where it was captured, if its archive tells."""
    columns = models.JSONField(_("columns"), null=True, blank=True)
    """Of a table: what `records.Columns` has, as a dict; an admin may change its "fields"."""
    asks = models.BooleanField(_("asks"), default=False)
    """Whether it waits until an admin has looked at its columns."""
    reasons = models.JSONField(_("reasons"), default=list, blank=True)
    """Why, or what to look at: a list of [pattern, values], see `records.Notice`."""
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    """How often reading it was begun: a file that kills its reader never gets an outcome otherwise."""
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = ImportFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="import_file_outcome_is_known"),
            models.CheckConstraint(
                condition=~Q(outcome="waiting") | Q(original__isnull=False), name="import_file_waits_with_its_original"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["refused", "partial"]) | ~Q(reasons=[]), name="import_file_failure_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def columns_in_words(self) -> str:
        """Which column of a table holds what, for the command line."""
        columns = self.columns or {"names": [], "fields": []}
        pairs = zip(columns["names"], columns["fields"], strict=True)
        return ", ".join(f"{name} = {field or '-'}" for name, field in pairs)

    @property
    def reason(self) -> str:
        """The reasons in English, for the command line."""
        return " ".join(Notice(pattern, **values) for pattern, values in self.reasons)


def stored(notices: Iterable[Notice]) -> list[list[Any]]:
    """Notices as a JSON field keeps them: pages translate them when they show them."""
    return [[notice.pattern, notice.values] for notice in notices]
