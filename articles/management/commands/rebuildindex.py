"""The search index made anew from the database."""

from typing import Any

from django.core.management.base import CommandError

from articles import search
from articles.management.desk import DeskCommand
from articles.models import Article

STEP = 500


class Command(DeskCommand):
    help = "Builds the search index anew beside the live one, then puts it in its place."

    def handle(self, *args: Any, **options: Any) -> None:
        self.total, self.told = Article.objects.count(), 0
        try:
            done = search.rebuild(self.progress)
        except search.IndexBusy as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{done} articles indexed")

    def progress(self, done: int) -> None:
        if done >= self.told + STEP:
            self.told = done
            self.stdout.write(f"{done} of {self.total} ...")
            self.stdout.flush()
