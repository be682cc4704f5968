"""The whole desk in one folder, while it is in use."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from articles import safekeeping
from articles.management.desk import DeskCommand


class Command(DeskCommand):
    help = "Keeps database, originals and secret key in a new folder; may run while the desk is in use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            originals = safekeeping.back_up(folder)
        except (safekeeping.Unsafe, OSError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        self.stdout.write(f"{folder} holds the database and {originals} originals")
