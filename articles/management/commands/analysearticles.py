"""What Newsdesk finds in files, as JSON Lines; nothing is stored."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from articles import ingest
from articles.management.desk import existing


class Command(BaseCommand):
    help = "Prints one JSON object a document: its fields, text, quotes and claims. Nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=existing, metavar="PATH")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        for path in ingest.files_under(paths):
            for row in ingest.preview(path):
                self.stdout.write(row)
