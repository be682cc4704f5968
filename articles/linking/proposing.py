"""Links proposed among many statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles.linking.candidates import Index
from articles.linking.company import Pair, in_company, likeliest
from articles.linking.comparing import compare, compare_wordings, promising
from articles.linking.meaning import meaning
from articles.linking.translating import Evidence, Subject, evidence
from articles.linking.wording import comparable, shared_wording
from articles.records import Comparison, ProposedLink, Span, StatementRecord
from articles.text.concepts import Glossary


def propose(
    statements: Iterable[StatementRecord],
    among: Iterable[StatementRecord] | None = None,
    near: Mapping[int, Sequence[StatementRecord]] | None = None,
    glossary: Glossary | None = None,
) -> Iterator[ProposedLink]:
    """Pairs of statements of different articles that report one utterance, each pair once.

    Every one of `statements` is compared with its candidates `among` the others, or among themselves if that is not
    given; `near` has the candidates of each, by its id, where they are found already. Quotes go with quotes and claims
    with claims; a claim inside a quote of its article is left to the quote, and a rejected statement is left out. What
    was judged before is the caller's to know. The more statements of an article are among them, the better is known
    what tells its statements apart.
    """
    new = list(statements)
    if near is None:
        archive = new if among is None else list(among)
        spoken = _spoken((*new, *archive))
        index = Index(one for one in archive if _eligible(one, spoken))
        near = {one.id: index.near(one) for one in new if _eligible(one, spoken)}
    known = {one.id: one for one in new} | {other.id: other for others in near.values() for other in others}
    pairs = {(min(one, other.id), max(one, other.id)) for one, others in near.items() for other in others}
    found = likeliest(_told_alike(pairs, known, glossary), known) | _worded_alike(pairs, known)
    for pair, compared in found.items():
        yield ProposedLink(*pair, compared)


def _worded_alike(pairs: Iterable[Pair], known: dict[int, StatementRecord]) -> dict[Pair, Comparison]:
    """The pairs whose wording says so, of one language or two that are near."""
    compared: dict[Pair, Comparison] = {}
    for pair in pairs:
        a, b = (known[one] for one in pair)
        if comparable(a.language, b.language) and promising(a, b, shared := shared_wording(a, b)):
            compared[pair] = compare_wordings(a, b, shared)
    sure = {pair: one for pair, one in compared.items() if one.relation}
    return sure | in_company(compared, sure, known)


def _told_alike(
    pairs: Iterable[Pair], known: dict[int, StatementRecord], glossary: Glossary | None
) -> dict[Pair, Evidence]:
    """What speaks for the other pairs of quotes. What an article claims in its own words has no speaker to know it by,
    and articles on one event claim much the same in other words."""
    of_article: dict[int, list[StatementRecord]] = defaultdict(list)
    for one in known.values():
        if one.type == "quote":
            of_article[one.article].append(one)
    subjects: dict[int, Subject] = {}
    found: dict[Pair, Evidence] = {}
    for pair in pairs:
        a, b = (known[one] for one in pair)
        if a.type != "quote":
            continue
        for article in (a.article, b.article):
            if article not in subjects:
                subjects[article] = Subject(meaning(one.text, one.language, glossary) for one in of_article[article])
        found[pair] = evidence(a, b, (subjects[a.article], subjects[b.article]), glossary)
    return found


def eligible(statements: Iterable[StatementRecord]) -> list[StatementRecord]:
    """Those that are compared with others at all; the quotes of their articles must be among them."""
    found = list(statements)
    spoken = _spoken(found)
    return [one for one in found if _eligible(one, spoken)]


def nearest(
    statement: StatementRecord, among: Iterable[StatementRecord], limit: int = 20
) -> list[tuple[StatementRecord, Comparison]]:
    """The statements of other articles nearest to one, best first, whether or not they would be proposed."""
    found = [(other, compare(statement, other)) for other in Index(among).near(statement)]
    return sorted(found, key=lambda pair: -pair[1].score)[:limit]


def _spoken(statements: Iterable[StatementRecord]) -> dict[int, list[Span]]:
    """By article, the spans of its quotes."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for one in statements:
        if one.type == "quote" and one.status != "rejected" and one.placed:
            spans[one.article].append(Span(one.start, one.end))
    return spans


def _eligible(one: StatementRecord, spoken: dict[int, list[Span]]) -> bool:
    inside = (
        one.type == "claim"
        and one.placed
        and any(Span(one.start, one.end).overlaps(span) for span in spoken[one.article])
    )
    return one.status != "rejected" and not inside
