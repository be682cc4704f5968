"""Statements, links and people as files for other programs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from articles import exporting
from articles.management.desk import DeskCommand
from articles.models import Link, Person, Statement

ROWS = {
    "quotes": lambda: [row.record() for row in Statement.objects.visible().quotes().with_context()],
    "claims": lambda: [row.record() for row in Statement.objects.visible().claims().with_context()],
    "links": lambda: [link.record() for link in Link.objects.visible().with_texts()],
    "people": lambda: [person.record() for person in Person.objects.standing()],
}


class Command(DeskCommand):
    help = "Prints quotes, claims, links or people as JSON Lines, CSV, W3C Web Annotations or citations."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=ROWS)
        parser.add_argument("--format", choices=exporting.FORMATS, default="jsonl")

    def handle(self, *args: Any, what: str, format: str, **options: Any) -> None:
        try:
            self.stdout.write(exporting.FORMATS[format](ROWS[what]()), ending="")
        except exporting.NotExportable as error:
            raise CommandError(str(error)) from error
