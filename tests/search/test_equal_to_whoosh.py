"""What is computed over whole arrays is what Whoosh's own searcher finds in the same index: documents, scores, order."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from whoosh import query as whoosh
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from articles import search
from articles.models import Article, Original, OutboxEntry
from articles.search.engine import engine
from articles.search.found import Found
from articles.search.indexing import PLAIN, STEM
from articles.search.plan import AnyOf, Choice, Every, InARow, Plan, Some
from articles.search.scoring import TITLE_B, B, rarity_of
from articles.search.whoosh_view import WhooshView

QUERIES = 300
WORDS = [f"kata{number}" for number in range(60)]
FIELDS = (PLAIN, STEM, "title_stem")


@pytest.fixture
def view(db: None) -> WhooshView:
    """An index of several segments, some of whose documents are deleted."""
    dice = random.Random(1)
    for part in range(3):
        originals = Original.objects.bulk_create(Original(sha256=f"{part}{n:063x}", size=1) for n in range(80))
        articles = Article.objects.bulk_create(
            Article(
                original=one, file="x.txt", language=dice.choice(["id", "en"]), title=text(dice, 4), text=text(dice, 60)
            )
            for one in originals
        )
        OutboxEntry.objects.note(article.pk for article in articles)
        search.drain()
    for article in dice.sample(list(Article.objects.all()), 20):
        OutboxEntry.objects.note([article.pk])
        article.delete()
    search.drain()
    found = engine().view()
    assert isinstance(found, WhooshView)
    assert len(found.parts) == 3
    return found


def text(dice: random.Random, words: int) -> str:
    # A few words often, many seldom.
    return " ".join(WORDS[min(int(dice.paretovariate(0.7)), len(WORDS)) - 1] for _ in range(dice.randint(3, words)))


def plans(dice: random.Random) -> Iterator[Plan]:
    while True:
        parts = tuple(leaf(dice) for _ in range(dice.randint(1, 3)))
        without = tuple(leaf(dice) for _ in range(dice.choice([0, 0, 1])))
        yield dice.choice([Every(parts, without), Every((Some(parts),), without), parts[0]])


def leaf(dice: random.Random) -> AnyOf | InARow:
    if dice.random() < 0.3:
        return InARow(PLAIN, tuple((dice.choice(WORDS[:12]),) for _ in range(dice.randint(2, 3))))
    fields = dice.sample(FIELDS, dice.randint(1, 3))
    terms = [(field, dice.choice(WORDS)) for field in fields]
    return AnyOf(
        tuple(
            Choice(field, word if field == PLAIN else f"en:{word}", dice.choice([1.0, 0.7, 0.4]))
            for field, word in terms
        )
    )


class Weighted(BM25F):
    """Whoosh's ranking with the rarity that a plan gives to all forms of a word."""

    def __init__(self, weights: dict[tuple[str, bytes], float]) -> None:
        super().__init__(B=B, title_stem_B=TITLE_B)
        self.weights = weights

    def idf(self, searcher: Any, fieldname: str, text: Any) -> float:
        return self.weights[fieldname, text if isinstance(text, bytes) else text.encode()]


class Mean(Searcher):
    """Whoosh's searcher with the mean length of those documents that have the field at all."""

    view: WhooshView

    def avg_field_length(self, fieldname: str, default: Any = None) -> float:
        return self.view.lengths(fieldname)[1]


def found_by_whoosh(view: WhooshView, plan: Plan) -> dict[int, float]:
    match plan:
        case Every():
            found = [found_by_whoosh(view, part) for part in plan.parts]
            common = set.intersection(*map(set, found))
            for part in plan.without:
                common -= set(found_by_whoosh(view, part))
            return {number: sum(one[number] for one in found) for number in common}
        case Some():
            found = [found_by_whoosh(view, part) for part in plan.parts]
            return {number: sum(one.get(number, 0.0) for one in found) for number in set().union(*found)}
        case InARow():
            words = [word for (word,) in plan.words]
            weights = {
                (plan.field, w.encode()): rarity_of(view, plan.field, view.frequency(plan.field, w)) for w in words
            }
            return asked(view, whoosh.Phrase(plan.field, words), weights)
        case AnyOf():
            base = plan.choices[0].field
            forms = sum(view.frequency(one.field, one.term) for one in plan.choices if one.field == STEM)
            forms = (
                forms
                if base != "title_stem"
                else sum(view.frequency(one.field, one.term) for one in plan.choices if one.field == "title_stem")
            )
            most = max(view.frequency(one.field, one.term) for one in plan.choices)
            rarity = rarity_of(view, base, forms or most)
            weights = {(one.field, one.term.encode()): one.weight * rarity for one in plan.choices}
            return asked(view, whoosh.Or([whoosh.Term(one.field, one.term) for one in plan.choices]), weights)
    raise TypeError(plan)


def asked(view: WhooshView, query: Any, weights: dict[tuple[str, bytes], float]) -> dict[int, float]:
    searcher = Mean(view.index.reader(), weighting=Weighted(weights))
    searcher.view = view
    results = searcher.search(query, limit=None)
    return {hit.docnum: hit.score for hit in results}


def ranked(scores: dict[int, float]) -> list[list[int]]:
    """The documents, best first; those of one score together."""
    groups: dict[float, list[int]] = {}
    for number, score in scores.items():
        groups.setdefault(round(score, 6), []).append(number)
    return [sorted(groups[score]) for score in sorted(groups, reverse=True)]


def test_random_queries_find_what_whoosh_finds_in_the_same_order(view: WhooshView) -> None:
    dice = random.Random(2)
    some = 0
    for plan, _ in zip(plans(dice), range(QUERIES), strict=False):
        found: Found = view.match(plan, statements=False)
        ours = dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))
        theirs = found_by_whoosh(view, plan)
        assert ours.keys() == theirs.keys(), plan
        assert ours == pytest.approx(theirs, rel=1e-6), plan
        assert ranked(ours) == ranked(theirs), plan
        some += bool(ours)
    assert some > QUERIES / 2
