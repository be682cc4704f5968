"""What every command on the desk's data needs: tables that are there and up to date."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class DeskCommand(BaseCommand):
    """A command that says in one line what to do when the database is not prepared yet."""

    def execute(self, *args: Any, **options: Any) -> Any:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("The database is not prepared for this version of Newsdesk. Run: manage.py migrate")
        return super().execute(*args, **options)
