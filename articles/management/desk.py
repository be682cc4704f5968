"""What commands share: tables that are up to date, and paths that are there."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from articles.search import IndexBusy


class DeskCommand(BaseCommand):
    """A command that says in one line what to do when the database is not prepared yet."""

    def execute(self, *args: Any, **options: Any) -> Any:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("The database is not prepared for this version of Newsdesk. Run: manage.py migrate")
        try:
            return super().execute(*args, **options)
        except IndexBusy as error:
            raise CommandError(f"All is saved, but a search will find it later: {error}") from error
        except OperationalError as error:
            told = "What was done before is kept. Mend that and run the command again."
            raise CommandError(f"The database cannot be used ({error}). {told}") from error


def existing(path: str) -> Path:
    """An argument's type: the path of a file or folder; ends the command with a sentence where there is none."""
    if not Path(path).exists():
        raise ArgumentTypeError(f"there is no file or folder {path}")
    return Path(path)
