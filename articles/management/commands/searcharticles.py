"""What a search finds, as JSON Lines, best first."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from articles import search
from articles.management.desk import DeskCommand
from articles.models import Article, Statement


class Command(DeskCommand):
    help = "Searches articles, or with --said quotes; prints one JSON object a result, best first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query", help='as on the search page: words, "a phrase", -not, OR, begin*, said:word ...')
        parser.add_argument("--limit", type=int, default=100, metavar="N", help="at most so many results (100)")
        parser.add_argument("--said", action="store_true", help="search in quotes instead of articles")

    def handle(self, *args: Any, query: str, limit: int, said: bool, **options: Any) -> None:
        asked = search.parse(query, limit=limit, said=said)
        results = search.find(asked)
        if not results.available:
            raise CommandError("There is no index that can be read. Make it anew: rebuildindex")
        articles = Article.objects.in_bulk([hit.article for hit in results.hits])
        quotes = Statement.objects.in_bulk([hit.statements[0] for hit in results.hits] if said else [])
        for hit in results.hits:
            if article := articles.get(hit.article):
                text = quotes[hit.statements[0]].text if said else article.text
                pieces = search.snippet(text, article.language, asked, results.widened)
                row = {
                    "file": article.file,
                    "article": article.pk,
                    "title": article.title,
                    "language": article.language,
                    "score": hit.score,
                    "snippet": "".join(piece.text for piece in pieces),
                }
                self.stdout.write(json.dumps(row, ensure_ascii=False))
