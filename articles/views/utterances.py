"""One act of speech in all its reports."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.dossiers import pairs
from articles.models import Link, Statement, Utterance
from articles.models.links import LinkQuerySet
from articles.models.statements import StatementQuerySet
from articles.records import JOINING_RELATIONS
from articles.views.disagreements import disagreements, flagged, found_in
from articles.views.returning import number


@dataclass(frozen=True, slots=True)
class Report:
    """A row of the table of reports."""

    statement: Statement
    pieces: Sequence[pairs.Piece]
    """Its words; what the chosen report does not have is marked, in the chosen one what another words differently."""
    compared: bool
    """Whether its words could be compared with the chosen report's."""
    marked: bool
    """Whether any word is marked."""
    flags: set[str]
    """The fields in which it disagrees with another report; "wording" for what it says."""
    links: list[tuple[Link, Statement]] = field(default_factory=list)
    """What joins it to reports above it, with these."""


@require_safe
def utterance(request: HttpRequest, pk: int) -> HttpResponse:
    """Every report of one utterance; `?base=` is the statement that the other wordings are compared with."""
    found = get_object_or_404(Utterance, pk=pk)
    statements = _reports(Statement.objects.filter(utterance=found))
    if not statements:
        return render(request, "utterances/empty.html", {"utterance": found}, status=404)
    links = list(_joining([found.pk]))
    wanted = number(request.GET.get("base"))
    base = next((one for one in statements if one.pk == wanted), statements[0])
    people = Counter(one.speaker.root for one in statements if one.speaker)
    conflicts = found_in(links)
    context = {
        "utterance": found,
        "base": base,
        "reports": _rows(statements, base, links, flagged(statements, conflicts)),
        "person": people.most_common(1)[0][0] if people else None,
        "disagreements": disagreements(statements, conflicts),
        "related": _related(statements),
        "address": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "utterances/page.html", context)


def _reports(statements: StatementQuerySet) -> list[Statement]:
    """In the order in which they were published, undated ones last."""
    found = statements.visible().with_context()
    return sorted(found, key=lambda one: (one.article.published or date.max, one.article_id, one.start))


def _joining(utterances: list[int]) -> LinkQuerySet:
    return Link.objects.joining().filter(a__utterance__in=utterances).with_texts()


def _rows(statements: list[Statement], base: Statement, links: list[Link], flags: dict[int, set[str]]) -> list[Report]:
    rows = []
    above: set[int] = set()
    for statement in statements:
        chosen = statement.pk == base.pk
        pieces = pairs.beside_all(base, statements) if chosen else pairs.side_by_side(base, statement).b
        rows.append(
            Report(
                statement=statement,
                pieces=pieces,
                marked=any(piece.changed for piece in pieces),
                compared=pairs.can_be_compared(base, statement),
                flags=flags.get(statement.pk, set()),
                links=[
                    (link, other)
                    for link in links
                    if statement.pk in (link.a_id, link.b_id) and (other := link.other(statement.pk)).pk in above
                ],
            )
        )
        above.add(statement.pk)
    return rows


def _related(statements: list[Statement]) -> LinkQuerySet:
    """Links to other acts of speech: what supports, contradicts or updates one of these reports."""
    ids = [one.pk for one in statements]
    links = Link.objects.visible().exclude(relation__in=JOINING_RELATIONS)
    return (links.filter(a__in=ids) | links.filter(b__in=ids)).with_texts()
