"""One act of speech in all its reports, and the list of those whose reports disagree."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.dossiers.omissions import versions
from articles.dossiers.relays import relays
from articles.dossiers.reports import in_order, matrix
from articles.dossiers.spread import spread
from articles.exporting import citations
from articles.models import FormerReport, Link, Statement, Utterance
from articles.models.links import LinkQuerySet
from articles.models.statements import StatementQuerySet
from articles.records import JOINING_RELATIONS
from articles.search.glossary import glossary
from articles.views import diagrams
from articles.views.disagreements import Disagreement, disagreements, flagged, found_in
from articles.views.paging import page_of
from articles.views.returning import number

UTTERANCES_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Disputed:
    """An utterance of the list of conflicts."""

    utterance: Utterance
    first: Statement
    count: int
    disagreements: list[Disagreement]


@require_safe
def utterance(request: HttpRequest, pk: int) -> HttpResponse:
    """Every report of one utterance; `?base=` is the statement that the other wordings are compared with."""
    statements = _reports_of(pk)
    if not statements:
        return _vanished(request, pk)
    wanted = number(request.GET.get("base"))
    base = next((one for one in statements if one.pk == wanted), statements[0])
    people = Counter(one.speaker.root for one in statements if one.speaker)
    conflicts = found_in(Link.objects.joining().filter(a__utterance=pk).exclude(conflicts=[]).defer("reasons"))
    known = glossary()
    sources = relays(statements)
    spreading = spread(sources)
    context = {
        "utterance": statements[0].utterance_id,
        "former": number(request.GET.get("former")),
        "base": base,
        "matrix": matrix(statements, base, flagged(statements, conflicts), known),
        "person": people.most_common(1)[0][0] if people else None,
        "disagreements": disagreements(statements, conflicts),
        "relays": sources,
        "spread": spreading,
        "picture": diagrams.timeline(spreading),
        "versions": [one for one in versions(statements, known) if one.lacking],
        "related": _related(statements),
        "address": _address(request, pk),
        "cited_all": citations(one.compared() for one in statements).splitlines(),
        "cited": citations([base.compared()]).strip(),
    }
    return render(request, "utterances/page.html", context)


@require_safe
def relay(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has the words of one utterance from whom, as a picture and as a table."""
    statements = _reports_of(pk)
    if not statements:
        return _vanished(request, pk)
    known = relays(statements)
    context = {
        "utterance": pk,
        "first": statements[0],
        "count": len(statements),
        "relays": known,
        "picture": diagrams.tree(known),
    }
    return render(request, "utterances/relay.html", context)


def _reports_of(pk: int) -> list[Statement]:
    found = Utterance.objects.filter(pk=pk).first()
    return in_order(Statement.objects.filter(utterance=found)) if found else []


def _vanished(request: HttpRequest, pk: int) -> HttpResponse:
    """To the utterance that its reports were joined to; if they fell apart, what became of each."""
    left = list(FormerReport.objects.of(pk))
    now = {one.utterance_id for one in left}
    if len(now) == 1 and None not in now:
        return redirect(f"{reverse('utterance', args=now)}?former={pk}")
    return render(request, "utterances/empty.html", {"left": left}, status=404)


def _address(request: HttpRequest, pk: int) -> str:
    return request.build_absolute_uri(reverse("utterance", args=[pk]))


@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """The utterances whose reports disagree, newest first, and the statements that contradict each other."""
    page = page_of(request, Paginator(Utterance.objects.disputed(), UTTERANCES_A_PAGE))
    ids = [one.pk for one in page]
    links = list(_joining(ids))
    reports: dict[int, list[Statement]] = {one: [] for one in ids}
    for statement in _reports(Statement.objects.filter(utterance__in=ids)):
        reports[statement.utterance_id].append(statement)
    disputed = [
        Disputed(one, found[0], len(found), disagreements(found, found_in(links)))
        for one in page
        if (found := reports[one.pk])
    ]
    contradictions = Link.objects.visible().filter(relation="contradicts").with_texts()
    context = {"page": page, "disputed": disputed, "contradictions": contradictions[: UTTERANCES_A_PAGE * 5]}
    return render(request, "utterances/conflicts.html", context)


def _reports(statements: StatementQuerySet) -> list[Statement]:
    """In the order in which they were published, undated ones last."""
    found = statements.visible().with_context()
    return sorted(found, key=lambda one: (one.article.published or date.max, one.article_id, one.start))


def _joining(utterances: list[int]) -> LinkQuerySet:
    return Link.objects.joining().filter(a__utterance__in=utterances).with_texts()


def _related(statements: list[Statement]) -> LinkQuerySet:
    """Links to other acts of speech: what supports, contradicts or updates one of these reports."""
    ids = [one.pk for one in statements]
    links = Link.objects.visible().exclude(relation__in=JOINING_RELATIONS)
    return (links.filter(a__in=ids) | links.filter(b__in=ids)).with_texts()
