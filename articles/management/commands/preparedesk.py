"""Everything the first start needs: tables, the demo corpus, three accounts. A later start finds it all there."""

import secrets
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles import ingest, search
from articles.models import Article, Role, User, Utterance
from articles.search.glossary import shipped

DEMO = Path(__file__).resolve().parents[2] / "demo"


class Command(BaseCommand):
    help = "Migrates; when the database is empty, imports the demo articles and makes three accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        Utterance.objects.weigh_all()
        if not Article.objects.exists():
            self.stdout.write("Importing the demo articles ...")
            ingest.import_paths([DEMO])
        if not User.objects.exists():
            self.stdout.write("Three accounts, shown this once:")
            for role in Role:
                password = secrets.token_urlsafe(9)
                User.objects.create_user(role.value, password=password, role=role)
                self.stdout.write(f"  {role.label:<12}{role.value:<12}{password}")
        search.drain()
        # Made here, so that the first search need not wait for it.
        shipped()
