"""What Newsdesk finds in files, as JSON Lines; nothing is stored."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import ingest


class Command(BaseCommand):
    help = "Prints one JSON object a document: its fields, text, quotes and claims. Nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise CommandError(f"There is no file or folder {', '.join(missing)}.")
        for path in ingest.files_under(paths):
            for row in ingest.preview(path):
                self.stdout.write(row)
