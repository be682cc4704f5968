"""Statements, links and people as files for other programs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import exporting
from articles.models import Link, Person, Statement

ROWS = {
    "quotes": lambda: [row.record() for row in Statement.objects.visible().quotes().with_context()],
    "claims": lambda: [row.record() for row in Statement.objects.visible().claims().with_context()],
    "links": lambda: [link.record() for link in Link.objects.visible().with_texts()],
    "people": lambda: [person.record() for person in Person.objects.standing()],
}


class Command(BaseCommand):
    help = "Prints quotes, claims, links or people as JSON Lines, CSV or W3C Web Annotations."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=ROWS)
        parser.add_argument("--format", choices=("jsonl", "csv", "annotations"), default="jsonl")

    def handle(self, *args: Any, what: str, format: str, **options: Any) -> None:
        if format == "annotations" and what in ("links", "people"):
            raise CommandError(f"Web Annotations are made of passages: {what} can be exported as jsonl or csv.")
        self.stdout.write(getattr(exporting, format)(ROWS[what]()), ending="")
