"""Proof that index and database agree."""

from typing import Any

from django.core.management.base import CommandError

from articles import search
from articles.management.desk import DeskCommand


class Command(DeskCommand):
    help = "Compares the index with the database, word for word; fails and lists the articles if they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        differences = 0
        try:
            for difference in search.verify():
                differences += 1
                self.stdout.write(f"article {difference.article}: {difference.reason}")
        except search.IndexUnavailable as error:
            raise CommandError(str(error)) from error
        if differences:
            raise CommandError(f"{differences} articles differ. Make the index anew: rebuildindex")
        self.stdout.write("index and database agree")
