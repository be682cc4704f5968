"""One act of speech in all its reports."""

from collections import Counter

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
from articles.records import JOINING_RELATIONS
from articles.search.glossary import glossary
from articles.views import diagrams
from articles.views.disagreements import disagreements, flagged, found_in
from articles.views.returning import number


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


def _related(statements: list[Statement]) -> LinkQuerySet:
    """Links to other acts of speech: what supports, contradicts or updates one of these reports."""
    ids = [one.pk for one in statements]
    links = Link.objects.visible().exclude(relation__in=JOINING_RELATIONS)
    return (links.filter(a__in=ids) | links.filter(b__in=ids)).with_texts()
