"""A backup put in the place of an empty desk."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import safekeeping
from articles.management.desk import existing


class Command(BaseCommand):
    help = "Puts a backup made by backupdesk into an empty data directory and builds its index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=existing)

    def handle(self, *args: Any, folder: str, **options: Any) -> None:
        try:
            articles = safekeeping.restore(Path(folder))
        except (safekeeping.Unsafe, OSError) as error:
            raise CommandError(f"Nothing was put back. {error}") from error
        self.stdout.write(f"{articles} articles are back and can be searched")
