"""Two articles side by side: their texts in aligned rows, with their statements, and what links say of these."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from articles.dossiers.parts import Part, differing, parts, passages
from articles.linking.aligning import Alignment, Stretch, align
from articles.linking.wording import comparable
from articles.models import Article, Copy, Link, Statement
from articles.records import JOINING_RELATIONS, Span
from articles.text.segments import levels

ALIGNING = (*JOINING_RELATIONS, "contradicts")
"""The relations whose statements belong beside each other: what supports or updates another says something else."""


@dataclass(frozen=True, slots=True)
class Row:
    a: tuple[Part, ...]
    b: tuple[Part, ...]
    match: int
    """The number of the match whose sides these are; 0 for what stands before the next one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two articles."""

    article: Article
    statements: Mapping[int, Statement]
    """Those that have a place in the text, by their ids."""
    depths: Mapping[int, int]
    """How far below the text the line of each statement is drawn: those that overlap are stacked."""
    copies: tuple[Article, ...]
    """Other articles that have much of its text, the other side left out."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles compared."""

    a: Side
    b: Side
    rows: tuple[Row, ...]
    matches: int
    links: tuple[Link, ...]
    """Those between their statements, without the rejected."""
    matched: Mapping[int, int]
    """By the id of a statement, the number of the match in which it begins; those that stand in none are left out."""
    common: frozenset[int]
    """The utterances that both report, by their ids."""
    share_a: float
    """Share of the words of the first article that the second has, 0..1."""
    share_b: float
    copied: float
    """Share of the shorter text that is word for word in the other; 0 where they are no copies of each other."""
    by_word: bool
    """Whether the languages can be compared word by word: else only links tell what belongs together."""


def compared(a: Article, b: Article) -> Compared:
    """Two different articles, with their outlets, side by side; three queries."""
    statements = _statements(a, b)
    links = _links(a, b, statements)
    told = _told(a, statements), _told(b, statements)
    found = align(a.text, b.text, (a.language, b.language), _joined(a, *told, links))
    by_word = comparable(a.language, b.language)
    hits_a, hits_b = differing(a.text, b.text, found.matches) if by_word else ([], [])
    copies = list(_copies(a, b))
    one, two = (_side(side, other, statements, copies) for side, other in ((a, b), (b, a)))
    return Compared(
        a=one,
        b=two,
        rows=tuple(_rows(found, one, two, hits_a, hits_b)),
        matches=len(found.matches),
        links=tuple(links),
        matched={**_matched(one, [row.a for row in found.rows]), **_matched(two, [row.b for row in found.rows])},
        common=frozenset(told[0].keys() & told[1].keys()),
        share_a=found.share_a,
        share_b=found.share_b,
        copied=next((one.share for one in copies if {one.a_id, one.b_id} == {a.pk, b.pk}), 0.0),
        by_word=by_word,
    )


def _statements(a: Article, b: Article) -> dict[int, Statement]:
    """The visible statements of both that have a place, in the order of their texts."""
    articles = {a.pk: a, b.pk: b}
    found = Statement.objects.visible().placed().filter(article__in=articles).select_related("speaker__merged_into")
    statements = {one.pk: one for one in found.order_by("article_id", "start", "-end", "pk")}
    for one in statements.values():
        # The text is at hand: it is not read again with each of its statements.
        one.article = articles[one.article_id]
    return statements


def _links(a: Article, b: Article, statements: Mapping[int, Statement]) -> list[Link]:
    there = Q(a__article=a, b__article=b) | Q(a__article=b, b__article=a)
    links = [one for one in Link.objects.visible().filter(there) if {one.a_id, one.b_id} <= statements.keys()]
    for link in links:
        link.a, link.b = statements[link.a_id], statements[link.b_id]
    return links


def _told(article: Article, statements: Mapping[int, Statement]) -> dict[int, list[Statement]]:
    """The statements of one article by the act of speech that they report."""
    found: dict[int, list[Statement]] = {}
    for one in statements.values():
        if one.article_id == article.pk and one.utterance_id:
            found.setdefault(one.utterance_id, []).append(one)
    return found


def _joined(
    a: Article, in_a: Mapping[int, Sequence[Statement]], in_b: Mapping[int, Sequence[Statement]], links: Iterable[Link]
) -> Iterator[tuple[Span, Span]]:
    """The places of statements that belong beside each other, that of the first article first."""
    for one in links:
        if one.relation in ALIGNING:
            first, second = (one.a, one.b) if one.a.article_id == a.pk else (one.b, one.a)
            yield _span(first), _span(second)
    for utterance in in_a.keys() & in_b.keys():
        here, there = in_a[utterance], in_b[utterance]
        # Of an article that tells it more often, what is left goes with the last that the other has.
        for at in range(max(len(here), len(there))):
            yield _span(here[min(at, len(here) - 1)]), _span(there[min(at, len(there) - 1)])


def _span(statement: Statement) -> Span:
    return Span(statement.start, statement.end)


def _copies(a: Article, b: Article) -> Iterable[Copy]:
    copies = Copy.objects.filter(Q(a__in=[a, b]) | Q(b__in=[a, b])).select_related("a__outlet", "b__outlet")
    return copies.defer("a__text", "a__removed", "b__text", "b__removed")


def _side(article: Article, other: Article, statements: Mapping[int, Statement], copies: Iterable[Copy]) -> Side:
    own = {pk: one for pk, one in statements.items() if one.article_id == article.pk}
    pairs = [(one.a, one.b) for one in copies] + [(one.b, one.a) for one in copies]
    copied = tuple(there for here, there in pairs if here == article and there != other)
    return Side(article, own, levels(passages(own)), copied)


def _rows(found: Alignment, a: Side, b: Side, hits_a: Sequence[Span], hits_b: Sequence[Span]) -> Iterator[Row]:
    in_a = [one for row in found.rows for one in row.a]
    in_b = [one for row in found.rows for one in row.b]
    parts_a = parts(a.article.text, in_a, a.statements, found, hits_a)
    parts_b = parts(b.article.text, in_b, b.statements, found, hits_b)
    for row in found.rows:
        yield Row(tuple(parts_a[one] for one in row.a), tuple(parts_b[one] for one in row.b), row.match)


def _matched(side: Side, rows: Iterable[Sequence[Stretch]]) -> dict[int, int]:
    stretches = [one for row in rows for one in row]
    ends = [one.span.end for one in stretches]
    found = {}
    for pk, statement in side.statements.items():
        at = bisect_right(ends, statement.start)
        if at < len(stretches) and stretches[at].match:
            found[pk] = stretches[at].match
    return found
