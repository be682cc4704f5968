"""Links proposed among stored statements."""

from collections.abc import Iterable

from django.db import transaction

from articles import linking
from articles.ingest.copies import link_copies
from articles.models import Article, Link, OutboxEntry, Statement, Utterance
from articles.models.statements import StatementQuerySet
from articles.records import ProposedLink, StatementRecord

GROUP = 100
"""Articles compared with the archive in one go."""


def compare_new() -> None:
    """Compares every article that was not compared yet with the archive: links of statements, copies of texts.

    What a stopped import left uncompared is taken up by the next one.
    """
    new = Article.objects.filter(is_compared=False).order_by("pk").values_list("pk", flat=True)
    while group := list(new[:GROUP]):
        propose_links(group)
        link_copies(group)
        Article.objects.filter(pk__in=group).update(is_compared=True)


def propose_links(articles: Iterable[int] | None = None) -> int:
    """Proposes links of the statements of these articles (all, if None) with the whole archive; returns how many.

    A pair that has a link already, a rejected one too, is left as it is.
    """
    archive = _records(Statement.objects.visible())
    if articles is None:
        new = archive
    else:
        wanted = set(articles)
        new = [record for record in archive if record.article in wanted]
    if not new:
        return 0
    known = {frozenset(pair) for pair in Link.objects.values_list("a", "b")}
    found = [one for one in linking.propose(new, archive) if frozenset((one.a, one.b)) not in known]
    with transaction.atomic():
        Link.objects.bulk_create(_link(one) for one in found)
        Utterance.objects.regroup(end for one in found for end in (one.a, one.b))
        of = {record.id: record.article for record in archive}
        OutboxEntry.objects.note(of[end] for one in found for end in (one.a, one.b))
    return len(found)


def _link(found: ProposedLink) -> Link:
    compared = found.comparison
    return Link(
        a_id=found.a,
        b_id=found.b,
        relation=compared.relation,
        score=compared.score,
        reasons=[[reason.code, reason.value] for reason in compared.reasons],
        conflicts=[[conflict.field, conflict.a, conflict.b] for conflict in compared.conflicts],
    )


def _records(statements: StatementQuerySet) -> list[StatementRecord]:
    return [statement.record() for statement in statements.with_context()]
