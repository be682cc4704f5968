"""Statements: the marked passages of articles, quotes and claims in one table."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.people import Person
from articles.models.pieces import Article
from articles.records import Circumstances, Figure, NamedDate, Span, StatementRecord


class Tag(models.Model):
    name = models.CharField(_("name"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Type(models.TextChoices):
    QUOTE = "quote", _("quote")
    CLAIM = "claim", _("claim")


class Kind(models.TextChoices):
    DIRECT = "direct", _("direct")
    INDIRECT = "indirect", _("indirect")
    MIXED = "mixed", _("mixed")


class Anchor(models.TextChoices):
    KEPT = "kept", _("kept")
    MOVED = "moved", _("moved")
    ALTERED = "altered", _("altered")
    ORPHANED = "orphaned", _("orphaned")


class Status(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")


def words_of(text: str, begin: int, parts: Sequence[Sequence[int]]) -> str:
    """The words of a statement that begins there, without the attribution between its parts."""
    return " ".join(text[start - begin : end - begin] for start, end in parts) if len(parts) > 1 else text


class StatementQuerySet(models.QuerySet["Statement"]):
    def visible(self) -> "StatementQuerySet":
        """All that was not rejected."""
        return self.exclude(status=Status.REJECTED)

    def placed(self) -> "StatementQuerySet":
        """Those that have a place in the text of their article."""
        return self.exclude(anchor=Anchor.ORPHANED)

    def proposed(self) -> "StatementQuerySet":
        return self.filter(status=Status.PROPOSED)

    def confirmed(self) -> "StatementQuerySet":
        return self.filter(status=Status.CONFIRMED)

    def quotes(self) -> "StatementQuerySet":
        return self.filter(type=Type.QUOTE)

    def claims(self) -> "StatementQuerySet":
        return self.filter(type=Type.CLAIM)

    def with_context(self) -> "StatementQuerySet":
        """With all that a card or a record shows, in a fixed number of queries."""
        return self.select_related("article__outlet", "speaker__merged_into").prefetch_related("tags")

    def with_counts(self) -> "StatementQuerySet":
        """Adds `report_count` (reports of its utterance, itself among them) and `proposal_count` (proposed links)."""
        standing = [Status.PROPOSED, Status.CONFIRMED]
        proposed_out = Q(links_out__status=Status.PROPOSED, links_out__b__status__in=standing)
        proposed_in = Q(links_in__status=Status.PROPOSED, links_in__a__status__in=standing)
        return self.annotate(
            report_count=Count(
                "utterance__statements", filter=Q(utterance__statements__status__in=standing), distinct=True
            ),
            proposal_count=Count("links_out", filter=proposed_out, distinct=True)
            + Count("links_in", filter=proposed_in, distinct=True),
        )


class Statement(models.Model):
    """A passage of an article: `article.text[start:end] == text`, in Unicode code points.

    `text`, `prefix` and `suffix` find it again when the article is cleaned anew.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="statements", verbose_name=_("article"))
    type = models.CharField(_("type"), max_length=5, choices=Type)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, blank=True)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    text = models.TextField(_("text"))
    prefix = models.TextField(_("text before"), blank=True)
    suffix = models.TextField(_("text after"), blank=True)
    parts = models.JSONField(_("parts"), default=list, blank=True)
    """The pieces of an interrupted quote: a list of [start, end]."""

    speaker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements", verbose_name=_("person")
    )
    speaker_name = models.CharField(_("speaker"), max_length=300, blank=True)
    """As the article names the speaker."""
    role = models.CharField(_("role"), max_length=300, blank=True)
    on_behalf_of = models.CharField(_("on behalf of"), max_length=300, blank=True)
    cue = models.CharField(_("cue"), max_length=200, blank=True)
    unsure = models.BooleanField(_("unsure"), default=False)

    said_when = models.CharField(_("said when"), max_length=200, blank=True)
    weekday = models.PositiveSmallIntegerField(_("weekday"), null=True, blank=True)
    said_on = models.DateField(_("said on"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    occasion = models.CharField(_("occasion"), max_length=300, blank=True)
    occasion_kind = models.CharField(_("kind of occasion"), max_length=40, blank=True)
    addressee = models.CharField(_("to whom"), max_length=300, blank=True)
    relayed_by = models.CharField(_("relayed by"), max_length=300, blank=True)

    facts = models.JSONField(_("figures and dates"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    """Those that a claim names, as `records.Figure` and `records.NamedDate` have them, by "figures" and "dates"."""

    anchor = models.CharField(_("anchor"), max_length=8, choices=Anchor, default=Anchor.KEPT)
    """What became of its place when the article was last cleaned anew. An orphaned one has none any more: `start` and
    `end` say where it was."""
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PROPOSED)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("marked by"),
    )
    """Null where the program found it."""
    note = models.TextField(_("note"), blank=True)
    tags = models.ManyToManyField(Tag, blank=True, related_name="statements", verbose_name=_("tags"))
    utterance = models.ForeignKey(
        "articles.Utterance",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statements",
        verbose_name=_("utterance"),
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = StatementQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[tags])

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["article_id", "start", "-end"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="statement_span_not_empty"),
            models.CheckConstraint(condition=~Q(text=""), name="statement_text_not_empty"),
            models.CheckConstraint(condition=Q(type__in=Type.values), name="statement_type_is_known"),
            models.CheckConstraint(
                condition=Q(type="quote", kind__in=Kind.values) | Q(type="claim", kind=""),
                name="statement_kind_belongs_to_quotes",
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="statement_status_is_known"),
            models.CheckConstraint(condition=Q(anchor__in=Anchor.values), name="statement_anchor_is_known"),
            models.UniqueConstraint(
                fields=["article", "type", "start", "end"],
                condition=~Q(anchor="orphaned"),
                name="statement_is_marked_once",
            ),
        ]
        indexes = [models.Index(fields=["status", "type"])]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return f"{reverse('article', args=[self.article_id])}#statement-{self.pk}"

    @property
    def pieces(self) -> list[tuple[int, int]]:
        """The spans of the text that are this statement: several where an attribution interrupts it."""
        return [(start, end) for start, end in self.parts] or [(self.start, self.end)]

    @property
    def is_placed(self) -> bool:
        """Whether it has a place in the text; one that was lost when the article was cleaned anew has none."""
        return self.anchor != Anchor.ORPHANED

    @property
    def words(self) -> str:
        """The statement's own words, without the attribution that interrupts them."""
        return words_of(self.text, self.start, self.parts)

    @property
    def circumstances(self) -> Circumstances:
        return Circumstances(
            said_when=self.said_when,
            weekday=self.weekday,
            said_on=self.said_on,
            place=self.place,
            occasion=self.occasion,
            occasion_kind=self.occasion_kind,
            addressee=self.addressee,
            relayed_by=self.relayed_by,
        )

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of a claim that its span still holds."""
        return tuple(
            Figure(**{**one, "value": Decimal(one["value"]), "to": None if one["to"] is None else Decimal(one["to"])})
            for one in self.facts.get("figures", ())
            if self._holds(one)
        )

    @property
    def dates(self) -> tuple[NamedDate, ...]:
        """The same of its dates."""
        return tuple(
            NamedDate(**{**one, **{end: date.fromisoformat(str(one[end])) for end in ("first", "last")}})
            for one in self.facts.get("dates", ())
            if self._holds(one)
        )

    def _holds(self, fact: dict[str, Any]) -> bool:
        return bool(self.start <= fact["start"] and fact["end"] <= self.end)

    def record(self) -> StatementRecord:
        """As exporting sees it: with its tags, figures and dates."""
        tags = tuple(tag.name for tag in self.tags.all())
        return replace(self.compared(), tags=tags, figures=self.figures, dates=self.dates)

    def compared(self) -> StatementRecord:
        """As linking sees it."""
        article = self.article
        return StatementRecord(
            id=self.pk,
            article=article.pk,
            file=article.file,
            outlet=article.outlet.name if article.outlet else "",
            language=article.language,
            type=self.type,
            text=self.words,
            kind=self.kind,
            speaker=self.speaker_name,
            person=self.speaker.root.pk if self.speaker else None,
            anonymous=bool(self.speaker_name) and self.speaker is None,
            cue=self.cue,
            status=self.status,
            start=self.start,
            end=self.end,
            parts=tuple(Span(start, end) for start, end in self.parts),
            prefix=self.prefix,
            suffix=self.suffix,
            placed=self.is_placed,
            title=article.title,
            published=article.published,
            note=self.note,
            circumstances=self.circumstances,
        )


class QuoteManager(models.Manager["Quote"]):
    def get_queryset(self) -> models.QuerySet["Quote"]:
        return super().get_queryset().filter(type=Type.QUOTE)


class ClaimManager(models.Manager["Claim"]):
    def get_queryset(self) -> models.QuerySet["Claim"]:
        return super().get_queryset().filter(type=Type.CLAIM)


class Quote(Statement):
    objects = QuoteManager.from_queryset(StatementQuerySet)()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        proxy = True


class Claim(Statement):
    objects = ClaimManager.from_queryset(StatementQuerySet)()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        proxy = True
