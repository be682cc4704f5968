"""Judged relations between statements, and the utterances that the joining ones make."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.disagreements import Disagreement
from articles.models.former import FormerReport
from articles.models.statements import Statement, Status
from articles.records import JOINING_RELATIONS, Conflict, LinkRecord, Reason


class Relation(models.TextChoices):
    SAME = "same", _("same")
    TRANSLATION = "translation", _("translation")
    PARAPHRASE = "paraphrase", _("paraphrase")
    SUPPORTS = "supports", _("supports")
    CONTRADICTS = "contradicts", _("contradicts")
    UPDATES = "updates", _("updates")


class LinkQuerySet(models.QuerySet["Link"]):
    def visible(self) -> "LinkQuerySet":
        """All that was not rejected, between statements that were not rejected."""
        rejected = Status.REJECTED
        return self.exclude(status=rejected).exclude(a__status=rejected).exclude(b__status=rejected)

    def proposed(self) -> "LinkQuerySet":
        return self.visible().filter(status=Status.PROPOSED)

    def joining(self) -> "LinkQuerySet":
        """The links that make two statements reports of one utterance."""
        return self.visible().filter(relation__in=JOINING_RELATIONS)

    def of(self, statement: int) -> "LinkQuerySet":
        return self.filter(Q(a=statement) | Q(b=statement))

    def between(self, one: int, other: int) -> "LinkQuerySet":
        return self.filter(Q(a=one, b=other) | Q(a=other, b=one))

    def with_texts(self) -> "LinkQuerySet":
        return self.select_related("a__article__outlet", "b__article__outlet", "a__speaker", "b__speaker")


class Link(models.Model):
    """`a` relation `b`: for supports and updates the direction counts. A rejected link is two statements kept apart."""

    a = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="links_out", verbose_name=_("first statement")
    )
    b = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="links_in", verbose_name=_("second statement")
    )
    relation = models.CharField(_("relation"), max_length=12, choices=Relation)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PROPOSED)
    score = models.FloatField(_("score"), default=1.0)
    reasons = models.JSONField(_("reasons"), default=list, blank=True)
    """A list of [code, value], see `records.Reason`."""
    conflicts = models.JSONField(_("conflicts"), default=list, blank=True)
    """A list of [field, value in a, value in b], see `records.Conflict`."""
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("linked by"),
    )
    """Null where the program proposed it."""
    version = models.PositiveIntegerField(_("version"), default=1)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = LinkQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["-score", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(a=F("b")), name="link_joins_two_statements"),
            models.UniqueConstraint(Least("a", "b"), Greatest("a", "b"), name="link_once_a_pair"),
            models.CheckConstraint(condition=Q(relation__in=Relation.values), name="link_relation_is_known"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="link_status_is_known"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="link_score_in_0_1"),
        ]
        indexes = [
            models.Index(fields=["-score", "id"], condition=Q(relation="contradicts"), name="link_contradicts"),
        ]

    def __str__(self) -> str:
        return f"{self.a_id} {self.relation} {self.b_id}"

    def other(self, statement: int) -> Statement:
        return self.b if self.a_id == statement else self.a

    @property
    def ends(self) -> tuple[Statement, Statement]:
        return self.a, self.b

    @property
    def found_reasons(self) -> list[Reason]:
        return [Reason(*reason) for reason in self.reasons]

    @property
    def found_conflicts(self) -> list[Conflict]:
        return [Conflict(*conflict) for conflict in self.conflicts]

    def record(self) -> LinkRecord:
        return LinkRecord(
            a=self.a.record(),
            b=self.b.record(),
            relation=self.relation,
            status=self.status,
            score=self.score,
            conflicts=tuple(self.found_conflicts),
        )


class UtteranceQuerySet(models.QuerySet["Utterance"]):
    def regroup(self, statements: Iterable[int]) -> None:
        """Makes the utterances of these statements what the links say: one for each group that links join.

        The largest part of an utterance that falls apart keeps its id, so that its address goes on working; of one
        that vanishes is kept where its reports are.
        """
        ids = set(statements)
        # A statement that leaves may have been all that held the others of its utterance together.
        for some in _chunks(ids):
            ids.update(Statement.objects.filter(utterance__statements__in=some).values_list("pk", flat=True))
        groups = _groups(ids)
        before: dict[int, int] = {}
        for some in _chunks(one for group in groups for one in group):
            in_one = Statement.objects.filter(pk__in=some).exclude(utterance=None)
            before.update(in_one.values_list("pk", "utterance"))
        taken: set[int] = set()
        for group in sorted(groups, key=lambda group: (-len(group), min(group))):
            known = {before[one] for one in group if one in before} - taken
            utterance = None
            if len(group) > 1:
                utterance = min(known) if known else self.create().pk
                taken.add(utterance)
            for some in _chunks(one for one in group if before.get(one) != utterance):
                Statement.objects.filter(pk__in=some).update(utterance=utterance)
        vanished = {one: utterance for one, utterance in before.items() if utterance not in taken}
        if vanished:
            FormerReport.objects.keep(vanished)
        for some in _chunks(set(vanished.values())):
            self.filter(pk__in=some, statements=None).delete()
        self.weigh({*before.values(), *taken})

    def weigh(self, utterances: Iterable[int]) -> None:
        """Writes down anew where the reports of these utterances disagree, whenever links or verdicts have changed."""
        for some in _chunks(utterances):
            Disagreement.objects.renew(some, Link.objects.joining())

    def weigh_all(self) -> None:
        """The same for every utterance of an archive that links were made in before disagreements were written down."""
        if not Disagreement.objects.exists() and Link.objects.joining().exclude(conflicts=[]).exists():
            self.weigh(self.values_list("pk", flat=True))

    def weigh_those_in(self, articles: Iterable[int]) -> None:
        """The same for the utterances that these articles report."""
        for some in _chunks(set(articles)):
            disputed = self.filter(pk__in=Disagreement.objects.values("utterance"))
            self.weigh(disputed.filter(statements__article__in=some).values_list("pk", flat=True).distinct())


CHUNK = 500
"""Ids in one query: databases limit how many values it may name."""


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    found = list(ids)
    for start in range(0, len(found), CHUNK):
        yield found[start : start + CHUNK]


def _groups(ids: set[int]) -> list[set[int]]:
    """The groups of statements that joining links make and that hold one of these ids."""
    joined: dict[int, set[int]] = {}
    reached = ids
    while reached:
        joined.update((one, set()) for one in reached)
        pairs = [
            pair
            for some in _chunks(reached)
            for pair in Link.objects.joining().filter(Q(a__in=some) | Q(b__in=some)).values_list("a", "b")
        ]
        reached = {one for pair in pairs for one in pair} - set(joined)
        for a, b in pairs:
            joined.setdefault(a, set()).add(b)
            joined.setdefault(b, set()).add(a)
    groups: list[set[int]] = []
    while joined:
        group: set[int] = set()
        edge = {next(iter(joined))}
        while edge:
            group |= edge
            edge = set().union(*(joined.pop(one) for one in edge)) - group
        groups.append(group)
    return groups


class Utterance(models.Model):
    """One act of speech, reported by the quotes whose `utterance` it is."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = UtteranceQuerySet.as_manager()

    class Meta:
        verbose_name = _("utterance")
        verbose_name_plural = _("utterances")
        ordering = ["-id"]

    def __str__(self) -> str:
        return _("Utterance %(number)s") % {"number": self.pk}

    def get_absolute_url(self) -> str:
        return reverse("utterance", args=[self.pk])
