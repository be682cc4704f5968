"""Where the reports of one utterance disagree, as short sentences: who says what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Disagreement, Link, Statement, Verdict
from articles.models.sides import Dispute, Found, disputes
from articles.records import Conflict

OCCASIONS = {
    "press_conference": gettext_lazy("at a press conference"),
    "interview": gettext_lazy("in an interview"),
    "phone": gettext_lazy("by telephone"),
    "meeting": gettext_lazy("at a meeting"),
    "hearing": gettext_lazy("at a hearing"),
    "speech": gettext_lazy("in a speech"),
    "statement": gettext_lazy("in a statement"),
    "message": gettext_lazy("in a message"),
    "ceremony": gettext_lazy("at a ceremony"),
}
"""The kinds of occasion that the language files know, in words."""
FIELDS = {
    "number": gettext_lazy("Number"),
    "date": gettext_lazy("Day"),
    "place": gettext_lazy("Place"),
    "occasion": gettext_lazy("Occasion"),
    "negation": gettext_lazy("Negation"),
    "speaker": gettext_lazy("Speaker"),
    "addressee": gettext_lazy("To whom"),
    "wording": gettext_lazy("Wording"),
}
"""The fields of a conflict, see `records.CONFLICT_FIELDS`, in words."""
CIRCUMSTANCES = ("date", "place", "occasion", "speaker", "addressee")
"""The fields that a report tells about the act of speech itself; the others are about what was said."""
WORDED_IN = {
    "date": "said_when",
    "place": "place",
    "occasion": "occasion",
    "speaker": "speaker_name",
    "addressee": "addressee",
}
"""Where a report keeps the article's words for them."""


@dataclass(frozen=True, slots=True)
class Side:
    """Reports that say the same, by the names of their sources, and what they say."""

    sources: tuple[str, ...]
    value: str
    words: str = ""
    """As the article words it, where that tells more than `value`."""
    reports: tuple[Statement, ...] = ()
    number: int = 0
    """Its place among the sides, from 1."""
    values: tuple[str, ...] = ()
    """What its reports say, in each of their wordings."""
    pointed: tuple[str, ...] = ()
    """Words that can be found in the reports' texts."""
    more: int = 0
    """How many reports more say so, which are not at hand."""

    @property
    def statement(self) -> Statement:
        """The first of the reports, for language and direction of `words`."""
        return self.reports[0]


@dataclass(frozen=True, slots=True)
class Point:
    """One field that reports disagree on, as it is kept: what can be decided, and what was."""

    row: Disagreement
    sides: tuple[Side, ...]
    earlier: tuple[Verdict, ...] = ()
    """Verdicts that no longer decide it: opened again, or given before somebody said something new."""
    whole: bool = True
    """Whether every report of it is at hand."""

    @property
    def name(self) -> str:
        return str(FIELDS.get(self.row.field, self.row.field))

    @property
    def answered(self) -> dict[str, str]:
        """The verdict that decides it, as the form has it."""
        verdict = self.row.verdict
        if verdict is None:
            return {}
        right = [str(side.number) for side in self.sides if verdict.outcome == "side" and verdict.value in side.values]
        return {"answer": right[0] if right else verdict.outcome, "reason": verdict.reason}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where reports disagree: two sides or more, and the fields it is about."""

    fields: tuple[str, ...]
    sides: tuple[Side, ...]
    points: tuple[Point, ...] = ()
    """The same field by field, as far as it is kept: of the reports of one utterance."""

    @property
    def names(self) -> list[str]:
        return [str(FIELDS.get(field, field)) for field in self.fields]


def found_in(links: Iterable[Link]) -> list[Found]:
    """The conflicts that links have stored."""
    return [(link.a_id, link.b_id, conflict) for link in links for conflict in link.found_conflicts]


def disagreements(reports: Sequence[Statement], found: Iterable[Found]) -> list[Sentence]:
    """Where these reports disagree: on the circumstances, on the speaker, on each point of the content.

    Circumstances on which the same reports stand against each other are told in one sentence.
    """
    known = {report.pk: report for report in reports}
    asked = _kept(disputes(list(known), found), known)
    together: dict[object, list[Dispute]] = {}
    for number, dispute in enumerate(sorted(asked, key=_place)):
        # Who spoke to whom are questions of their own: "at a meeting, Sohrab Moqimi" would be no sentence.
        scene = dispute.field not in ("speaker", "addressee") and _about_the_speech(dispute, known)
        stand = tuple(side.statements for side in dispute.sides)
        together.setdefault(stand if scene else number, []).append(dispute)
    before = earlier([row for row in asked.values() if row])
    return [
        Sentence(
            fields=tuple(one.field for one in some),
            sides=_sides(some, reports),
            points=tuple(point(row, reports, before[row.pk]) for one in some if (row := asked[one])),
        )
        for some in together.values()
    ]


def point(row: Disagreement, reports: Sequence[Statement], before: Sequence[Verdict]) -> Point:
    """One disagreement that is kept; `before` are its earlier verdicts."""
    known = {report.pk for report in reports}
    whole = all(one in known for side in row.dispute.sides for one in side.statements)
    return Point(row, _sides([row.dispute], reports), tuple(before), whole)


def _kept(asked: list[Dispute], known: dict[int, Statement]) -> dict[Dispute, Disagreement | None]:
    """Each dispute with the row that keeps it; where all reports of that are known, with its sides."""
    utterances = {report.utterance_id for report in known.values()}
    rows = []
    if asked and len(utterances) == 1 and None not in utterances:
        rows = list(Disagreement.objects.filter(utterance__in=utterances).with_verdicts())
    kept: dict[Dispute, Disagreement | None] = {}
    for dispute in asked:
        row = next((one for one in rows if one.field == dispute.field and dispute.values <= one.dispute.values), None)
        whole = row and all(one in known for side in row.dispute.sides for one in side.statements)
        kept[row.dispute if row and whole else dispute] = row
    return kept


def earlier(rows: Sequence[Disagreement]) -> dict[int, list[Verdict]]:
    """By disagreement the verdicts that do not decide it now, the newest first."""
    utterances = {row.utterance_id for row in rows}
    given = Verdict.objects.filter(statement__utterance__in=utterances).annotate(of=F("statement__utterance"))
    verdicts = list(given.select_related("decided_by")) if rows else []
    return {
        row.pk: [
            one
            for one in verdicts
            if one.of == row.utterance_id and one.pk != row.verdict_id and one.touches(row.dispute)
        ]
        for row in rows
    }


def _place(dispute: Dispute) -> int:
    """The scene first, in the order in which it is told."""
    return CIRCUMSTANCES.index(dispute.field) if dispute.field in CIRCUMSTANCES else len(CIRCUMSTANCES)


def sources(reports: Sequence[Statement]) -> dict[int, str]:
    """A name for each report: its outlet, with the day where one outlet has several; else what tells it apart."""
    outlets = {report.pk: report.article.outlet.name if report.article.outlet else "" for report in reports}
    often = Counter(outlets.values())
    named: dict[int, str] = {}
    for report in reports:
        name, published = outlets[report.pk], report.article.published
        day = date_format(published, "DATE_FORMAT") if published else ""
        if name and often[name] == 1:
            named[report.pk] = name
        elif name:
            named[report.pk] = f"{name} ({day or report.article.headline})"
        elif len(reports) == 2 and named:
            named[report.pk] = _("the other report")
        else:
            named[report.pk] = _("“%(title)s”") % {"title": report.article.headline}
    return named


def flagged(reports: Sequence[Statement], found: Iterable[Found]) -> dict[int, set[str]]:
    """By report, the fields in which it disagrees with another one; what is about the content is "wording"."""
    known = {report.pk: report for report in reports}
    flags: dict[int, set[str]] = defaultdict(set)
    for a, b, conflict in found:
        if a in known and b in known:
            about = _is_circumstance(conflict, known[a], known[b])
            for one in (a, b):
                flags[one].add(conflict.field if about else "wording")
    return flags


def _is_circumstance(conflict: Conflict, a: Statement, b: Statement) -> bool:
    """Whether a conflict is about the act of speech: a day and a place can also be ones that the words name."""
    told = _tells(conflict.field, a, {conflict.a}) and _tells(conflict.field, b, {conflict.b})
    return conflict.field in CIRCUMSTANCES and told


def _about_the_speech(dispute: Dispute, known: dict[int, Statement]) -> bool:
    """The same of a dispute."""
    return dispute.field in CIRCUMSTANCES and all(
        _tells(dispute.field, known[one], set(side.values))
        for side in dispute.sides
        for one in side.statements
        if one in known
    )


def _tells(field: str, report: Statement, values: set[str]) -> bool:
    """Whether one of these values is what a report tells of the act of speech."""
    own = {"date": _days(report), "place": (report.place,)}.get(field)
    return own is None or bool(values.intersection(own))


def _days(report: Statement) -> tuple[str, ...]:
    """The day of the speech in each way in which a conflict may word it."""
    day = report.said_on.isoformat() if report.said_on else ""
    return report.said_when, day, f"{report.said_when} ({day})"


def _sides(told: Sequence[Dispute], reports: Sequence[Statement]) -> tuple[Side, ...]:
    """The sides of disputes that have the same ones, as far as their reports are at hand."""
    known, names = {report.pk: report for report in reports}, sources(reports)
    if not all(_about_the_speech(one, known) for one in told):
        [dispute] = told
        return tuple(
            _side(dispute, number, group, names, "", side.values[0])
            for number, side in enumerate(dispute.sides)
            if (group := [known[one] for one in side.statements if one in known])
        )
    fields = tuple(one.field for one in told)
    judged = {one for side in told[0].sides for one in side.statements}
    found = []
    for number, side in enumerate(told[0].sides):
        group = [known[one] for one in side.statements if one in known]
        value = _all_told(group[0], fields) if group else ""
        # A report that no link compares with the others may tell the same.
        same = [one for one in reports if value and one.pk not in judged and _all_told(one, fields) == value]
        if group:
            worded = " · ".join(words for field in fields if (words := _worded(group[0], field)))
            words = worded if value else side.values[0]
            found.append(_side(told[0], number, [*group, *same], names, value, words))
    return tuple(found)


def _side(
    dispute: Dispute, number: int, reports: list[Statement], names: dict[int, str], value: str, words: str
) -> Side:
    side, own = dispute.sides[number], WORDED_IN.get(dispute.field)
    return Side(
        sources=tuple(names[one.pk] for one in reports),
        value=value,
        words=words,
        reports=tuple(reports),
        number=number + 1,
        values=side.values,
        pointed=(*side.values, *(getattr(one, own) for one in reports if own)),
        more=max(0, len(side.statements) - len(reports)),
    )


def _all_told(report: Statement, fields: tuple[str, ...]) -> str:
    return ", ".join(value for field in fields if (value := told(report, field)))


def told(report: Statement, field: str) -> str:
    """What a report tells of one circumstance, in the language of the interface as far as it can be told in it."""
    if field == "date":
        if report.said_on:
            return date_format(report.said_on, "l, j F Y")
        return str(WEEKDAYS[report.weekday]) if report.weekday is not None else report.said_when
    if field == "occasion":
        kind = OCCASIONS.get(report.occasion_kind)
        return str(kind) if kind else report.occasion
    if field == "speaker" and report.speaker:
        return report.speaker.root.name
    return {"place": report.place, "addressee": report.addressee}.get(field, report.speaker_name)


def _worded(report: Statement, field: str) -> str:
    """The article's own words, where `told` has put them into others."""
    if field == "date":
        return report.said_when if report.weekday is not None or report.said_on else ""
    return report.occasion if field == "occasion" and report.occasion_kind in OCCASIONS else ""
