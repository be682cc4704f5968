"""The rows of a synthetic archive: outlets, people, tags, articles and who says what in them, so that facets count."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.measures.archive import SHARES, Written, people, written

AT_ONCE = 1_000
"""Articles made and stored together."""
OUTLETS, TAGS = 60, 30
LAST_DAY, DAYS = date(2026, 6, 30), 5 * 365
TAGGED = 0.1
"""The share of statements with a tag."""
STATUSES = ("proposed",) * 8 + ("confirmed", "rejected")


def store(size: int) -> None:
    """Fills an empty database with so many articles. The index is told nothing."""
    from django.db import transaction

    rows = _Rows()
    for begin in range(0, size, AT_ONCE):
        with transaction.atomic():
            rows.add(range(begin, min(begin + AT_ONCE, size)))


def texts(first: int | None = None) -> Iterator[tuple[int, str, str]]:
    """Id, title and text of each article, or of the first ones only."""
    from articles.models import Article

    yield from Article.objects.order_by("pk").values_list("pk", "title", "text")[:first].iterator(AT_ONCE)


class _Rows:
    """Those that articles share, by their numbers."""

    def __init__(self) -> None:
        from articles.models import NameSpelling, Outlet, Person, Tag

        self.outlets = Outlet.objects.bulk_create(Outlet(name=f"Outlet {number}") for number in range(OUTLETS))
        self.tags = Tag.objects.bulk_create(Tag(name=f"tag {number}") for number in range(TAGS))
        self.people = {
            language: Person.objects.bulk_create(Person(name=name) for name in people(language)) for language in SHARES
        }
        NameSpelling.objects.bulk_create(
            NameSpelling(person=one, spelling=one.name, key=one.name.casefold())
            for found in self.people.values()
            for one in found
        )

    def add(self, numbers: range) -> None:
        """Articles with these numbers and all that belongs to them."""
        from articles.models import Article, Original, Statement

        dice = random.Random(numbers.start)
        made = list(written(numbers))
        originals = Original.objects.bulk_create(Original(sha256=f"{number:064x}", size=1) for number in numbers)
        articles = Article.objects.bulk_create(
            Article(
                original=original,
                file=f"{original.sha256[-8:]}.txt",
                language=one.language,
                title=one.title,
                text=one.text,
                outlet=self.outlets[int(dice.paretovariate(0.7)) % OUTLETS],
                published=LAST_DAY - timedelta(dice.randrange(DAYS)),
            )
            for original, one in zip(originals, made, strict=True)
        )
        statements = Statement.objects.bulk_create(
            statement for pair in zip(articles, made, strict=True) for statement in self._said(*pair, dice)
        )
        Statement.tags.through.objects.bulk_create(
            Statement.tags.through(statement=one, tag=dice.choice(self.tags))
            for one in statements
            if dice.random() < TAGGED
        )

    def _said(self, article: Any, one: Written, dice: random.Random) -> Iterator[Any]:
        from articles.models import Statement

        for span, speaker in one.said:
            person = self.people[one.language][speaker]
            yield Statement(
                article=article,
                type="quote",
                kind="direct",
                start=span.start,
                end=span.end,
                text=one.text[span.start : span.end],
                speaker=person,
                speaker_name=person.name,
                status=dice.choice(STATUSES),
            )
