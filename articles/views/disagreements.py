"""Where the reports of one utterance disagree, as short sentences: who says what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Link, Statement
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
CIRCUMSTANCES = ("date", "place", "occasion", "speaker")
"""The fields that a report tells about the act of speech itself; the others are about what was said."""


@dataclass(frozen=True, slots=True)
class Side:
    """Reports that say the same, by the names of their sources, and what they say."""

    sources: tuple[str, ...]
    value: str
    words: str = ""
    """As the article words it, where that tells more than `value`."""
    statement: Statement | None = None
    """The first of the reports, for language and direction of `words`."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One sentence: two sides or more, and the fields it is about."""

    fields: tuple[str, ...]
    sides: tuple[Side, ...]

    @property
    def names(self) -> list[str]:
        return [str(FIELDS.get(field, field)) for field in self.fields]


Found = tuple[int, int, Conflict]
"""A conflict between two statements, by their ids."""


def found_in(links: Iterable[Link]) -> list[Found]:
    """The conflicts that links have stored."""
    return [(link.a_id, link.b_id, conflict) for link in links for conflict in link.found_conflicts]


def disagreements(reports: Sequence[Statement], found: Iterable[Found]) -> list[Disagreement]:
    """Where these reports disagree: on the circumstances, on the speaker, on each point of the content."""
    known = {report.pk: report for report in reports}
    names = sources(reports)
    fields: set[str] = set()
    content: dict[tuple[str, frozenset[str]], list[tuple[int, str]]] = {}
    for a, b, conflict in found:
        if a not in known or b not in known:
            continue
        if _is_circumstance(conflict, known[a], known[b]):
            fields.add(conflict.field)
        else:
            values = [(a, conflict.a), (b, conflict.b)]
            content.setdefault((conflict.field, frozenset((conflict.a, conflict.b))), []).extend(values)
    sentences = []
    # Who spoke is a question of its own: "at a meeting, Sohrab Moqimi" would be no sentence.
    for together in (CIRCUMSTANCES[:-1], CIRCUMSTANCES[-1:]):
        disputed = tuple(field for field in together if field in fields)
        if disputed:
            sentences.append(Disagreement(disputed, tuple(_circumstances(reports, disputed, names))))
    for (field, _values), said in content.items():
        sentences.append(Disagreement((field,), tuple(_contents(said, known, names))))
    return sentences


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
    """Whether a conflict is about the act of speech: a day can also be one that the words themselves name."""
    if conflict.field != "date":
        return conflict.field in CIRCUMSTANCES
    return conflict.a in _days(a) and conflict.b in _days(b)


def _days(report: Statement) -> tuple[str, ...]:
    return report.said_when, report.said_on.isoformat() if report.said_on else ""


def _circumstances(reports: Sequence[Statement], fields: tuple[str, ...], names: dict[int, str]) -> list[Side]:
    groups: dict[str, list[Statement]] = defaultdict(list)
    for report in reports:
        value = ", ".join(value for field in fields if (value := told(report, field)))
        if value:
            groups[value].append(report)
    return [
        Side(
            sources=tuple(names[report.pk] for report in group),
            value=value,
            words=" · ".join(words for field in fields if (words := _worded(group[0], field))),
            statement=group[0],
        )
        for value, group in groups.items()
    ]


def _contents(said: list[tuple[int, str]], known: dict[int, Statement], names: dict[int, str]) -> list[Side]:
    groups: dict[str, list[int]] = {}
    for report, value in said:
        found = groups.setdefault(value, [])
        if report not in found:
            found.append(report)
    return [Side(tuple(names[one] for one in group), "", value, known[group[0]]) for value, group in groups.items()]


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
    return report.place if field == "place" else report.speaker_name


def _worded(report: Statement, field: str) -> str:
    """The article's own words, where `told` has put them into others."""
    if field == "date":
        return report.said_when if report.weekday is not None or report.said_on else ""
    return report.occasion if field == "occasion" and report.occasion_kind in OCCASIONS else ""
