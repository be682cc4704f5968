"""Who copied or quoted whom among the reports of one utterance, and how many independent sources it really has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from articles.dossiers.naming import Named, known_as
from articles.linking.wording import wording
from articles.models import Copy, Recipe, Statement
from articles.text.copies import ENOUGH

ALIKE = 0.9
"""Share of the telling words of the longer report that a later one has, from which it may have been copied."""
FEWEST = 6
"""Telling words below which two reports have the same ones by chance, or because it was said so."""
EVIDENCE = ("says", "copy", "outlet", "words")
"""Why a report is held for no source of its own, strongest first: it names its source; its article has the text of
another's; its outlet had it already; the same words stood elsewhere days before, which is only a guess."""


@dataclass(slots=True, eq=False)
class Source:
    """A report, or an agency or outlet that reports name and of which there is none."""

    name: str
    report: Statement | None = None
    origin: Source | None = field(default=None, repr=False)
    """The source that it has the words from, as far as is known."""
    evidence: Evidence | None = None
    """How that is known."""
    through: list[Source] = field(default_factory=list, repr=False)
    """The sources that have the words from it."""

    @property
    def root(self) -> Source:
        """Where the words come from in the end; a guess is not followed."""
        return self.origin.root if self.origin and self.evidence and self.evidence.sure else self

    def is_behind(self, other: Source) -> bool:
        """Whether the other one has the words from it, through whomever."""
        at: Source | None = other
        while at is not None and at is not self:
            at = at.origin
        return at is self


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one source is held to have the words from another."""

    kind: str
    """One of EVIDENCE."""
    words: str = ""
    """What the article says of its source."""
    share: float = 0.0
    """Of its text, 0..1, that stands in the other one's article."""
    ordered: bool = True
    """Whether it is known which of the two was first."""

    @property
    def sure(self) -> bool:
        return self.kind != "words"


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` has the words from `origin`."""

    source: Source
    origin: Source
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source, and what rests on it, through whomever."""

    source: Source
    rests: Sequence[Source]

    @property
    def by_kind(self) -> dict[str, list[Source]]:
        """What rests on it, by the kind of evidence."""
        found: dict[str, list[Source]] = {}
        for one in self.rests:
            if one.evidence:
                found.setdefault(one.evidence.kind, []).append(one)
        return found


@dataclass(frozen=True, slots=True)
class Relays:
    """The reports of an utterance by where they have its words from."""

    sources: Sequence[Source]
    """The reports in the order in which they were published, then the agencies that have none."""
    edges: Sequence[Edge]
    """All that is known, also what the tree of origins leaves out."""

    @property
    def independent(self) -> list[Source]:
        """The sources on which all reports rest."""
        return list(dict.fromkeys(one.root for one in self.sources))

    @property
    def origins(self) -> list[Origin]:
        """Those of them that others have the words from."""
        found: dict[Source, list[Source]] = {}
        for one in self.sources:
            if one.root is not one:
                found.setdefault(one.root, []).append(one)
        return [Origin(root, found[root]) for root in self.independent if root in found]

    @property
    def doubtful(self) -> list[Source]:
        """Those of them that may have the words from another one."""
        return [one for one in self.independent if one.origin is not None]

    @property
    def trees(self) -> list[Source]:
        """Where to begin drawing: the sources that have the words from nobody, not even perhaps."""
        return [one for one in self.sources if one.origin is None]

    def of(self, statement: int) -> Source:
        """The source that a report is."""
        return next(one for one in self.sources if one.report and one.report.pk == statement)


def relays(statements: Sequence[Statement]) -> Relays:
    """Where the reports have their words from; they come in the order in which they were published."""
    reports = [Source(_name(one), one) for one in statements]
    named = _named(reports)
    edges = [*_says(reports, named), *_copies(reports), *_outlets(reports)]
    for edge in edges:
        _join(edge)
    guessed = [edge for edge in _words(reports) if _join(edge)]
    agencies = dict.fromkeys(one for one in named.values() if one.report is None)
    return Relays([*reports, *agencies], [*edges, *guessed])


def _name(one: Statement) -> str:
    return one.article.outlet.name if one.article.outlet else one.article.headline


def _join(edge: Edge) -> bool:
    """Makes an edge one of the tree: a source has one origin, and is not behind it."""
    if edge.source.origin is not None or edge.source.is_behind(edge.origin):
        return False
    edge.source.origin, edge.source.evidence = edge.origin, edge.evidence
    edge.origin.through.append(edge.source)
    return True


def _named(reports: Iterable[Source]) -> dict[str, Source]:
    """By what articles say of their source, the source: a report of the outlet that is named, else an agency."""
    told = list(reports)
    said = {one.report.relayed_by: one.report.article.language for one in told if one.report and one.report.relayed_by}
    if not said:
        return {}
    known = [(names, one) for one, names in _outlet_names(told)]
    named: dict[str, Source] = {}
    for words, called in known_as(said).items():
        found = next((one for names, one in known if any(called.is_same(name) for name in names)), None)
        if found is None:
            found = Source(words)
            known.append(([called], found))
        named[words] = found
    return named


def _outlet_names(reports: Sequence[Source]) -> Iterator[tuple[Source, list[Named]]]:
    """Each outlet's first report, one that names no source if it has any, with the names of the outlet."""
    first: dict[int, Source] = {}
    for one in sorted(reports, key=lambda one: bool(one.report and one.report.relayed_by)):
        if one.report and one.report.article.outlet_id:
            first.setdefault(one.report.article.outlet_id, one)
    also = dict(Recipe.objects.filter(outlet__in=first).values_list("outlet", "names"))
    for outlet, one in first.items():
        language = one.report.article.language if one.report else ""
        yield one, [Named.called(name, language) for name in (one.name, *also.get(outlet, ()))]


def _says(reports: Iterable[Source], named: dict[str, Source]) -> Iterator[Edge]:
    for one in reports:
        words = one.report.relayed_by if one.report else ""
        if words and named[words] is not one:
            yield Edge(one, named[words], Evidence("says", words))


def _copies(reports: Sequence[Source]) -> Iterator[Edge]:
    """The later of two articles with one text has it from the earlier; of one day, the one that came in later."""
    articles = [one.report.article_id for one in reports if one.report]
    found = Copy.objects.filter(Q(a__in=articles) & Q(b__in=articles), share__gte=ENOUGH).order_by("-share", "pk")
    shares = {frozenset(pair): share for *pair, share in found.values_list("a", "b", "share")}
    for at, one in enumerate(reports):
        for earlier in reports[:at]:
            share = shares.get(frozenset((_article(one), _article(earlier))))
            if share is not None:
                yield Edge(one, earlier, Evidence("copy", share=share, ordered=_is_later(one, earlier)))


def _outlets(reports: Sequence[Source]) -> Iterator[Edge]:
    """What an outlet reports again, without naming a source, it has from itself."""
    first: dict[int, Source] = {}
    for one in reports:
        outlet = one.report.article.outlet_id if one.report and not one.report.relayed_by else None
        if outlet and first.setdefault(outlet, one) is not one:
            yield Edge(one, first[outlet], Evidence("outlet", ordered=_is_later(one, first[outlet])))


def _words(reports: Sequence[Source]) -> Iterator[Edge]:
    """Reports without a known origin that have nearly the words of one published days before."""
    telling = [frozenset(wording(one.report.words, _language(one)).telling) if one.report else None for one in reports]
    for at, one in enumerate(reports):
        own = telling[at]
        if one.origin is not None or not own or len(own) < FEWEST:
            continue
        for earlier, words in zip(reports[:at], telling, strict=False):
            same = _language(earlier) == _language(one) and _is_later(one, earlier)
            if same and words and len(own & words) >= ALIKE * max(len(own), len(words)):
                yield Edge(one, earlier, Evidence("words"))
                break


def _language(one: Source) -> str:
    return one.report.article.language if one.report else ""


def _article(one: Source) -> int:
    return one.report.article_id if one.report else 0


def _is_later(one: Source, other: Source) -> bool:
    """Whether it is known to have been published on a later day."""
    days = [source.report.article.published if source.report else None for source in (one, other)]
    return days[0] is not None and days[1] is not None and days[0] > days[1]
