"""Small rows for tests. Each function makes one valid row; what a test does not name is plain."""

import hashlib
from typing import Any

from articles.models import Article, NameSpelling, Original, Outlet, Person, Statement


def make_article(
    text: str = "Kapal itu tiba. “Kami siap,” kata Rahma Wibowo.", outlet: str = "Suluh Timur", **fields: Any
) -> Article:
    sha256 = hashlib.sha256(f"{Original.objects.count()} {text}".encode()).hexdigest()
    return Article.objects.create(
        original=Original.objects.create(sha256=sha256, size=len(text.encode())),
        outlet=Outlet.objects.get_or_create(name=outlet)[0],
        text=text,
        **{"language": "id", "file": "kapal.txt", "title": "Kapal tiba", **fields},
    )


def make_person(name: str = "Rahma Wibowo") -> Person:
    person = Person.objects.create(name=name)
    NameSpelling.objects.create(person=person, spelling=name, key=name.casefold())
    return person


def make_quote(article: Article, words: str = "Kami siap", **fields: Any) -> Statement:
    """A proposed direct quote of the words where they first stand in the article."""
    start = article.text.index(words)
    return Statement.objects.create(
        article=article,
        text=words,
        start=start,
        end=start + len(words),
        **{"type": "quote", "kind": "direct", "speaker_name": "Rahma Wibowo", "cue": "kata", **fields},
    )


def make_claim(article: Article, words: str = "Kapal itu tiba", **fields: Any) -> Statement:
    return make_quote(article, words, **{"type": "claim", "kind": "", "speaker_name": "", "cue": "", **fields})
