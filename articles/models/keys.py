"""Keys by which statements with something in common find each other in the database."""

from collections.abc import Iterable

from django.db import connection, models

from articles.models.statements import Statement


class StatementKeyQuerySet(models.QuerySet["StatementKey"]):
    def write(self, rows: Iterable[tuple[int, int]]) -> None:
        """Adds (key, statement) rows; there are hundreds for each article, so no object is made of any."""
        if found := sorted(rows):
            with connection.cursor() as cursor:
                table = self.model._meta.db_table
                cursor.executemany(f"INSERT INTO {table} (key, statement_id) VALUES (%s, %s)", found)


class StatementKey(models.Model):
    """A hash by which statements with something in common find each other, see `articles.linking.keys`.

    There are dozens for each statement, so a row is nothing but its key: SQLite has the table without row ids.
    """

    pk = models.CompositePrimaryKey("key", "statement_id")
    key = models.IntegerField()
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="keys")

    objects = StatementKeyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "statement keys"

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.key}"
