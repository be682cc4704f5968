"""Proposes links among all statements."""

from typing import Any

from articles import ingest, search
from articles.management.desk import DeskCommand
from articles.models import Link


class Command(DeskCommand):
    help = "Proposes links among all statements; prints how many. A rejected pair is never proposed again."

    def handle(self, *args: Any, **options: Any) -> None:
        new = ingest.propose_links()
        search.drain()
        self.stdout.write(f"{Link.objects.proposed().count()} proposed links, {new} of them new")
