"""Links proposed among many statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles.linking.candidates import Index
from articles.linking.company import Pair, in_company, likeliest
from articles.linking.comparing import compare, compare_wordings, promising
from articles.linking.knowledge import NOTHING_MORE, Knowledge
from articles.linking.meaning import Meaning, meaning
from articles.linking.translating import Evidence, Subject, evidence
from articles.linking.wording import comparable, shared_wording
from articles.records import Comparison, ProposedLink, Span, StatementRecord


def propose(
    statements: Iterable[StatementRecord],
    among: Iterable[StatementRecord] | None = None,
    near: Mapping[int, Sequence[StatementRecord]] | None = None,
    knowledge: Knowledge = NOTHING_MORE,
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
        index = Index((one for one in archive if _eligible(one, spoken)), knowledge.glossary)
        near = {one.id: index.near(one) for one in new if _eligible(one, spoken)}
    known = {one.id: one for one in new} | {other.id: other for others in near.values() for other in others}
    pairs = {(min(one, other.id), max(one, other.id)) for one, others in near.items() for other in others}
    found = likeliest(_told_alike(pairs, known, knowledge), known) | _worded_alike(pairs, known)
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


def _told_alike(pairs: Iterable[Pair], known: dict[int, StatementRecord], knowledge: Knowledge) -> dict[Pair, Evidence]:
    """What speaks for the pairs of quotes besides their wording.

    What an article claims in its own words has no speaker to know it by, and articles on one event claim much the same.
    """
    quotes = [(known[a], known[b]) for a, b in pairs if known[a].type == "quote"]
    named: dict[int, list[Meaning]] = defaultdict(list)
    for one in known.values():
        if one.type == "quote":
            named[one.article].append(meaning(one.text, one.language, knowledge.glossary))
    subjects = {article: Subject(meanings) for article, meanings in named.items()}
    return {(a.id, b.id): evidence(a, b, (subjects[a.article], subjects[b.article]), knowledge) for a, b in quotes}


def eligible(statements: Iterable[StatementRecord]) -> list[StatementRecord]:
    """Those that are compared with others at all; the quotes of their articles must be among them."""
    found = list(statements)
    spoken = _spoken(found)
    return [one for one in found if _eligible(one, spoken)]


def nearest(
    statement: StatementRecord,
    among: Iterable[StatementRecord],
    limit: int = 20,
    knowledge: Knowledge = NOTHING_MORE,
) -> list[tuple[StatementRecord, Comparison]]:
    """The statements of other articles nearest to one, best first, whether or not they would be proposed."""
    found = [
        (other, compare(statement, other, knowledge)) for other in Index(among, knowledge.glossary).near(statement)
    ]
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
