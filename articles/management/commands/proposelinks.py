"""Proposes links among all statements."""

from typing import Any

from django.core.management.base import BaseCommand

from articles import ingest
from articles.models import Link


class Command(BaseCommand):
    help = "Proposes links among all statements; prints how many. A rejected pair is never proposed again."

    def handle(self, *args: Any, **options: Any) -> None:
        new = ingest.propose_links()
        ingest.update_index()
        self.stdout.write(f"{Link.objects.proposed().count()} proposed links, {new} of them new")
