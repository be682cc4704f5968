"""The disagreements of all utterances, ranked: what the conflict queue reads.

Links and verdicts are the truth; this table says what follows from them, so that the queue is one indexed query.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.pieces import Copy
from articles.models.ranking import independent, rank
from articles.models.sides import Dispute, Side, disputes, joined
from articles.models.statements import Statement, Status
from articles.models.verdicts import Verdict
from articles.records import CONFLICT_FIELDS, Conflict

Row = tuple[int, int, bool, list[Conflict]]
"""A link that shows conflicts: its statements, whether it is confirmed, and the conflicts."""


class DisagreementQuerySet(models.QuerySet["Disagreement"]):
    def open(self) -> "DisagreementQuerySet":
        """Those that no verdict decides."""
        # A bare boolean condition is none that SQLite looks up in an index; one of a list is.
        return self.filter(is_open__in=[True])

    def resolved(self) -> "DisagreementQuerySet":
        return self.filter(is_open__in=[False])

    def ranked(self) -> "DisagreementQuerySet":
        """What is open first, and of that what matters most."""
        return self.order_by(*ORDER)

    def with_verdicts(self) -> "DisagreementQuerySet":
        return self.select_related("verdict__decided_by")

    def renew(self, utterances: Sequence[int], joining: models.QuerySet[Any]) -> None:
        """Writes down what links and verdicts say of these utterances now; `joining` are the links that make them.

        A disagreement that goes on keeps its row; its version tells that its sides or its verdict have changed.
        """
        known = list(self.filter(utterance__in=utterances))
        found: dict[int, list[Row]] = defaultdict(list)
        disputed = joining.filter(a__utterance__in=utterances).exclude(conflicts=[]).order_by("pk")
        for utterance, a, b, status, conflicts in disputed.values_list("a__utterance", "a", "b", "status", "conflicts"):
            found[utterance].append((a, b, status == Status.CONFIRMED, [Conflict(*one) for one in conflicts]))
        if found or known:
            self._write(known, _disagreements(found, joining) if found else [])

    def _write(self, known: list["Disagreement"], now: list["Disagreement"]) -> None:
        new, changed = [], []
        for row in now:
            same = max((one for one in known if row.continues(one)), key=row.shared, default=None)
            if same is None:
                new.append(row)
                continue
            known.remove(same)
            if same.take_over(row):
                changed.append(same)
        self.filter(pk__in=[one.pk for one in known]).delete()
        self.bulk_update(changed, [*DERIVED, "version"], batch_size=100)
        self.bulk_create(new, batch_size=100)


ORDER = ("-is_open", "-rank", "id")
DERIVED = ("statement_id", "sides", "rank", "verdict_id", "is_open")
"""What links and verdicts say of one."""


class Disagreement(models.Model):
    """One field in which reports of an utterance say different things: two sides or more, see `sides.Dispute`."""

    utterance = models.ForeignKey(
        "articles.Utterance", on_delete=models.CASCADE, related_name="disagreements", verbose_name=_("utterance")
    )
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="+", verbose_name=_("earliest report")
    )
    field = models.CharField(_("field"), max_length=12)
    sides = models.JSONField(_("sides"), default=list)
    """A list of [values, ids of statements], as in `sides.Side`."""
    rank = models.IntegerField(_("rank"), default=0)
    """The higher the sooner, see `rank`."""
    verdict = models.ForeignKey(
        Verdict, null=True, blank=True, on_delete=models.SET_NULL, related_name="decides", verbose_name=_("verdict")
    )
    """What decides it; null while it is open."""
    is_open = models.BooleanField(_("open"), default=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = DisagreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("disagreement")
        verbose_name_plural = _("disagreements")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(field__in=CONFLICT_FIELDS), name="disagreement_field_is_known"),
        ]
        indexes = [
            models.Index(fields=["-is_open", "-rank", "id"], name="disagreements_ranked"),
            models.Index(fields=["field", "-is_open", "-rank", "id"], name="disagreements_of_a_field"),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {' / '.join(side.values[0] for side in self.dispute.sides)}"

    def get_absolute_url(self) -> str:
        return reverse("conflict", args=[self.pk])

    @property
    def dispute(self) -> Dispute:
        return Dispute(self.field, tuple(Side(tuple(values), tuple(ids)) for values, ids in self.sides))

    def shared(self, other: "Disagreement") -> int:
        """How many values it has in common with another one."""
        return len(self.dispute.values & other.dispute.values)

    def continues(self, other: "Disagreement") -> bool:
        """Whether it is what another one of the same utterance has become."""
        return (self.utterance_id, self.field) == (other.utterance_id, other.field) and self.shared(other) > 0

    def take_over(self, now: "Disagreement") -> bool:
        """Becomes what it is now; whether anything has changed. A new version where sides or verdict have."""
        before = [getattr(self, name) for name in DERIVED]
        if (self.sides, self.verdict_id) != (now.sides, now.verdict_id):
            self.version += 1
        for name in DERIVED:
            setattr(self, name, getattr(now, name))
        return before != [getattr(self, name) for name in DERIVED]


@dataclass(frozen=True, slots=True)
class Report:
    """What the rank and the order of reports need to know of a statement."""

    article: int
    published: date | None
    start: int

    @property
    def order(self) -> tuple[date, int, int]:
        return self.published or date.max, self.article, self.start


def _disagreements(found: dict[int, list[Row]], joining: models.QuerySet[Any]) -> list[Disagreement]:
    """What these links and the verdicts of the utterances' statements say, as rows that are not saved."""
    reports: dict[int, dict[int, Report]] = defaultdict(dict)
    told = ("utterance", "pk", "article", "article__published", "start")
    for utterance, pk, *facts in Statement.objects.filter(utterance__in=found).values_list(*told):
        reports[utterance][pk] = Report(*facts)
    copies = joined(Copy.objects.filter(a__statements__utterance__in=found).values_list("a", "b").distinct())
    verdicts: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in Verdict.objects.filter(statement__utterance__in=found).annotate(of=models.F("statement__utterance")):
        verdicts[verdict.of].append(verdict)
    linked = _linked(found, joining)
    return [
        _row(utterance, dispute, rows, reports[utterance], copies, verdicts[utterance])
        for utterance, rows in found.items()
        for dispute in disputes(
            sorted(reports[utterance], key=lambda one: reports[utterance][one].order),
            [(a, b, conflict) for a, b, _confirmed, conflicts in rows for conflict in conflicts],
            linked[utterance],
        )
    ]


def _linked(found: dict[int, list[Row]], joining: models.QuerySet[Any]) -> dict[int, list[tuple[int, int]]]:
    """The pairs that were compared, of those utterances where a field has more than two values."""
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    many = []
    for utterance, rows in found.items():
        values = {(one.field, value) for *_ends, conflicts in rows for one in conflicts for value in (one.a, one.b)}
        if len(values) > 2 * len({field for field, _value in values}):
            many.append(utterance)
    ends = joining.filter(a__utterance__in=many).values_list("a__utterance", "a", "b") if many else ()
    for utterance, a, b in ends:
        pairs[utterance].append((a, b))
    return pairs


def _row(
    utterance: int,
    dispute: Dispute,
    rows: list[Row],
    reports: dict[int, Report],
    copies: list[set[int]],
    verdicts: list[Verdict],
) -> Disagreement:
    ids = [one for side in dispute.sides for one in side.statements]
    sources = [independent((reports[one].article for one in side.statements), copies) for side in dispute.sides]
    confirmed = any(
        confirmed and any(one.field == dispute.field and one.a in dispute.values for one in conflicts)
        for _a, _b, confirmed, conflicts in rows
    )
    days = [day for one in ids if (day := reports[one].published)]
    # The newest one decides; where that was reopened, no earlier one comes into its place.
    latest = next((verdict for verdict in verdicts if verdict.considered(dispute)), None)
    decides = latest if latest and latest.standing else None
    return Disagreement(
        utterance_id=utterance,
        statement_id=min(ids, key=lambda one: reports[one].order),
        field=dispute.field,
        sides=[[list(side.values), list(side.statements)] for side in dispute.sides],
        rank=rank(dispute.field, sources, confirmed, max(days, default=None)),
        verdict=decides,
        is_open=decides is None,
    )
