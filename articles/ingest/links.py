"""Links proposed among stored statements; candidates are found by keys in the database, not by reading all of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.db.models import Q

from articles import linking
from articles.ingest.copies import link_copies
from articles.models import Article, Link, Statement, StatementKey, Utterance
from articles.models.statements import StatementQuerySet
from articles.records import ProposedLink, StatementRecord

GROUP = 100
"""Articles compared with the archive in one go."""
PARAMETERS = 500
"""Values in one query: every database takes so many."""
CANDIDATES = 40
"""Statements of the archive looked at for one statement, those with most keys in common."""
SHARED = 2
"""Keys in common from which on two statements are worth a look: a rare word and its neighbour make two."""


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
    wanted = Article.objects.order_by("pk").values_list("pk", flat=True) if articles is None else list(articles)
    return sum(_propose(wanted[at : at + GROUP]) for at in range(0, len(wanted), GROUP))


def _propose(articles: Sequence[int]) -> int:
    new = _records(Statement.objects.visible().filter(article__in=list(articles)))
    _renew_keys(new)
    near = _near(new)
    archive = _records(Statement.objects.visible().filter(pk__in=near)) if near else []
    known = _known([record.id for record in new])
    found = [one for one in linking.propose(new, [*archive, *new]) if frozenset((one.a, one.b)) not in known]
    with transaction.atomic():
        Link.objects.bulk_create(_link(one) for one in found)
        Utterance.objects.regroup(end for one in found for end in (one.a, one.b))
    return len(found)


def _renew_keys(new: Sequence[StatementRecord]) -> None:
    """Writes the keys of statements, but none that so many have already that it tells nothing."""
    wanted = linking.eligible(new)
    with transaction.atomic():
        for group in _groups([one.id for one in new]):
            StatementKey.objects.filter(statement__in=group).delete()
        counts = Counter(key for key, _statement in _postings({key for one in wanted for key in linking.keys(one)}))
        rows = []
        for one in wanted:
            for key in linking.keys(one):
                counts[key] += 1
                if counts[key] <= linking.COMMON:
                    rows.append((one.id, key))
        StatementKey.objects.write(rows)


def _near(new: Sequence[StatementRecord]) -> set[int]:
    """The statements of the archive that share most keys with one of these."""
    own = {one.id for one in new}
    postings: dict[int, list[int]] = {}
    for key, statement in _postings({key for one in new for key in linking.keys(one)}):
        if statement not in own:
            postings.setdefault(key, []).append(statement)
    found: set[int] = set()
    for one in new:
        shared = Counter(other for key in linking.keys(one) for other in postings.get(key, ()))
        found.update(other for other, count in shared.most_common(CANDIDATES) if count >= SHARED)
    return found


def _postings(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    for group in _groups(sorted(keys)):
        yield from StatementKey.objects.filter(key__in=group).values_list("key", "statement_id")


def _known(statements: Sequence[int]) -> set[frozenset[int]]:
    """The pairs that have a link, of which one is among these statements."""
    found: set[frozenset[int]] = set()
    for group in _groups(statements):
        pairs = Link.objects.filter(Q(a__in=group) | Q(b__in=group)).values_list("a", "b")
        found.update(map(frozenset, pairs))
    return found


def _groups(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + PARAMETERS] for at in range(0, len(ids), PARAMETERS))


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
