"""Links proposed among stored statements; candidates are found by keys in the database, not by reading all of it."""

import math
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Q

from articles import linking
from articles.dossiers.knowing import knowledge
from articles.ingest.apart import told_apart
from articles.ingest.comparable import records
from articles.ingest.copied import copied, link
from articles.ingest.copies import link_copies
from articles.ingest.keys import groups, renew
from articles.models import Article, Link, Statement, Utterance
from articles.records import ProposedLink, StatementRecord

GROUP = 100
"""Articles compared with the archive in one go."""


def compare_new() -> None:
    """Compares every article that was not compared yet with the archive: copies of texts, links of statements.

    What a stopped import left uncompared is taken up by the next one.
    """
    new = Article.objects.filter(is_compared=False).order_by("pk").values_list("pk", flat=True)
    while group := list(new[:GROUP]):
        link_copies(group)
        propose_links(group)
        Article.objects.filter(pk__in=group).update(is_compared=True)


def propose_links(articles: Iterable[int] | None = None) -> int:
    """Proposes links of the statements of these articles (all, if None) with the whole archive; returns how many.

    A pair that has a link already is left as it is, and what was told apart stays so. What an article has from a copy
    of it is linked with the oldest of these, which alone is compared with others.
    """
    wanted = Article.objects.order_by("pk").values_list("pk", flat=True) if articles is None else list(articles)
    parts = (list(wanted[at : at + GROUP]) for at in range(0, len(wanted), GROUP))
    return sum(_propose(part, with_later=articles is not None) for part in parts)


def _propose(articles: Sequence[int], with_later: bool) -> int:
    """Of all articles each pair is compared once: by the later one, as when it was imported."""
    # First: with it come the words of everyday speech, which keys are made of.
    known_words = knowledge()
    new = records(Statement.objects.visible().filter(article__in=articles))
    taken = _copied(new)
    latest = math.inf if with_later else max((one.id for one in new), default=0)
    knows = knowledge()
    near = _compared(new, renew(new, taken, knows.glossary), latest)
    seen = {one.id: one for one in (*new, *(other for others in near.values() for other in others))}
    known = _known([one.id for one in new])
    proposed = _not_apart(linking.propose(new, near=near, knowledge=known_words), seen)
    found = [one for one in (*taken.values(), *proposed) if frozenset((one.a, one.b)) not in known]
    with transaction.atomic():
        Link.objects.bulk_create(_link(one) for one in found)
        Utterance.objects.regroup(end for one in found for end in (one.a, one.b))
    return len(found)


def _copied(new: Sequence[StatementRecord]) -> dict[int, ProposedLink]:
    """The links of those that an older copy of their article has, too, by their ids."""
    found = copied(new)
    pairs = {one.id: (one, found[one.id][0]) for one in new if one.id in found}
    apart = told_apart(pairs.values())
    return {
        one: link(*pair, found[one][1]) for one, pair in pairs.items() if frozenset(end.id for end in pair) not in apart
    }


def _not_apart(found: Iterable[ProposedLink], seen: Mapping[int, StatementRecord]) -> list[ProposedLink]:
    links = list(found)
    apart = told_apart((seen[one.a], seen[one.b]) for one in links)
    return [one for one in links if frozenset((one.a, one.b)) not in apart]


def _compared(
    new: Sequence[StatementRecord], near: Mapping[int, Sequence[int]], latest: float
) -> dict[int, list[StatementRecord]]:
    """For each statement those of other articles that it is compared with, best first; none after the latest."""
    near = {one: [other for other in others if other <= latest][: linking.CANDIDATES] for one, others in near.items()}
    known = {one.id: one for one in new}
    unread = {other for others in near.values() for other in others} - known.keys()
    for group in groups(sorted(unread)):
        known.update((one.id, one) for one in records(Statement.objects.visible().filter(pk__in=group)))
    return {
        one: [known[other] for other in others if other in known and known[other].article != known[one].article]
        for one, others in near.items()
    }


def _known(statements: Sequence[int]) -> set[frozenset[int]]:
    """The pairs that have a link, of which one is among these statements."""
    found: set[frozenset[int]] = set()
    for group in groups(statements):
        pairs = Link.objects.filter(Q(a__in=group) | Q(b__in=group)).values_list("a", "b")
        found.update(map(frozenset, pairs))
    return found


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
