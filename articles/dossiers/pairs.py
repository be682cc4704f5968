"""What an editor is shown before judging a pair: the candidates for a statement, and two wordings side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from articles import search
from articles.dossiers.knowing import compared, knowledge
from articles.linking import Differences, Piece, differences, differing_from_any, nearest
from articles.linking.wording import comparable
from articles.models import Link, Statement, Status
from articles.models.people import identities
from articles.models.statements import StatementQuerySet
from articles.records import Comparison, Conflict, Reason

POOL = 600
"""Statements of one speaker, and as many published about the same time, that are looked at for one statement."""
NEAR_DAYS = 30
"""Days between two publications that are about the same time."""
ALIKE = 0.5
"""The score from which two statements without a link are so alike that single words and facts can be compared."""
MOST = 12
"""Candidates of a kind: without a link yet, and found by the words that were typed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that another one may be linked with."""

    statement: Statement
    link: Link | None
    """What is said of the pair so far, a rejection too."""
    relation: str
    """What the link says, else what the program would say; empty where it would say nothing."""
    score: float
    reasons: tuple[Reason, ...]
    conflicts: tuple[Conflict, ...]
    """The values of the statement that was asked about first; none where the two are hardly alike."""
    differences: Differences
    """The statement that was asked about is `a`; nothing is marked where the two are hardly alike."""

    @property
    def version(self) -> int:
        """The version that a judgement of the pair must name: 0 where there is no link yet."""
        return self.link.version if self.link else 0

    @property
    def judged(self) -> bool:
        return self.link is not None and self.link.status != Status.PROPOSED


def candidates(statement: Statement, words: str = "") -> list[Candidate]:
    """Statements of other articles: those with a link first, then the likeliest; with words only those that hold them.

    A pair that was rejected comes last, so that the decision can be seen and changed.
    """
    linked = {link.other(statement.pk).pk: link for link in Link.objects.of(statement.pk).with_texts()}
    others = _elsewhere(statement)
    if words.strip():
        ids = dict.fromkeys((*_found(words), *_holding(others, words)))
        found = others.in_bulk(list(ids)[: MOST * 8])
        return [candidate(statement, found[one], linked.get(one)) for one in ids if one in found][:MOST]
    with_link = [candidate(statement, row, linked[row.pk]) for row in others.filter(pk__in=linked)]
    pool = {row.pk: row for row in _pool(statement, others) if row.pk not in linked}
    likely = [candidate(statement, pool[one]) for one in _likely(statement, pool)]
    with_link.sort(key=lambda one: -one.score)
    rejected = [one for one in with_link if one.link and one.link.status == Status.REJECTED]
    standing = [one for one in with_link if one not in rejected]
    return [*(one for one in standing if not one.judged), *(one for one in standing if one.judged), *likely, *rejected]


def candidate(statement: Statement, other: Statement, link: Link | None = None) -> Candidate:
    """One pair, with what its link says or, where it has none, what the program would say."""
    found = _said(statement, link) if link else compared(statement, other)
    comparable = link is not None or found.score >= ALIKE
    return Candidate(
        statement=other,
        link=link,
        relation=found.relation or "",
        score=found.score,
        reasons=found.reasons,
        conflicts=found.conflicts if comparable else (),
        differences=side_by_side(statement, other) if comparable else _unmarked(statement.words, other.words),
    )


def side_by_side(a: Statement, b: Statement) -> Differences:
    """Both wordings in pieces, the words marked that only one has; nothing where the languages cannot be compared."""
    one, two = a.words, b.words
    if can_be_compared(a, b):
        return differences(one, two)
    return _unmarked(one, two)


def beside_all(base: Statement, others: Iterable[Statement]) -> tuple[Piece, ...]:
    """The base's wording in pieces; marked is what another report in its language words differently."""
    language = base.article.language
    return differing_from_any(base.words, [one.words for one in others if one.article.language == language])


def can_be_compared(a: Statement, b: Statement) -> bool:
    """Whether the languages of two statements are one, or so near that their words can be compared."""
    return comparable(a.article.language, b.article.language)


def _unmarked(one: str, two: str) -> Differences:
    return Differences((Piece(0, one, False),), (Piece(0, two, False),))


def _said(statement: Statement, link: Link) -> Comparison:
    conflicts = link.found_conflicts
    if link.a_id != statement.pk:
        conflicts = [Conflict(conflict.field, conflict.b, conflict.a) for conflict in conflicts]
    return Comparison(link.relation, link.score, tuple(link.found_reasons), tuple(conflicts))


def _elsewhere(statement: Statement) -> StatementQuerySet:
    """The visible statements of other articles."""
    return Statement.objects.visible().exclude(article=statement.article_id).with_context()


def _found(words: str) -> Iterable[int]:
    """Statements that the index finds by these words, in any of their forms."""
    results = search.find(search.parse(words, said=True, limit=MOST * 4))
    return [one for hit in results.hits for one in hit.statements]


def _holding(others: StatementQuerySet, words: str) -> Iterable[int]:
    """Statements that hold the letters of these words, claims too: the index of quotes does not know them."""
    for word in words.split()[: search.asking.grammar.MOST_PARTS]:
        others = others.filter(Q(text__icontains=word) | Q(speaker_name__icontains=word))
    return others.values_list("pk", flat=True)[: MOST * 4]


def _pool(statement: Statement, others: StatementQuerySet) -> Iterable[Statement]:
    """The statements worth comparing with one: of the same speaker, and of about the same time."""
    if statement.speaker:
        yield from others.filter(speaker__in=identities([statement.speaker.root.pk]))[:POOL]
    published = statement.article.published
    if published:
        days = timedelta(days=NEAR_DAYS)
        near = Q(article__published__range=(published - days, published + days)) | Q(article__published=None)
        others = others.filter(near)
    yield from others.order_by("-article_id", "start")[:POOL]


def _likely(statement: Statement, pool: dict[int, Statement]) -> list[int]:
    """The likeliest of a pool, best first."""
    records = [row.compared() for row in pool.values()]
    return [other.id for other, _ in nearest(statement.compared(), records, MOST, knowledge())]
