"""Proof that every original is what was imported."""

from typing import Any

from django.core.management.base import CommandError

from articles import safekeeping
from articles.management.desk import DeskCommand


class Command(DeskCommand):
    help = "Compares every original file with its SHA-256; fails and lists those that are missing or changed."

    def handle(self, *args: Any, **options: Any) -> None:
        flaws = 0
        for sha256, flaw in safekeeping.changed_originals():
            flaws += 1
            self.stdout.write(f"original {sha256}: {flaw}")
        if flaws:
            raise CommandError(f"{flaws} originals are not what was imported. Bring them back from a backup.")
        self.stdout.write("every original is what was imported, byte for byte")
