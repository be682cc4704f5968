"""Keys by which statements with words in common find each other in the database."""

from collections.abc import Iterable

from django.db import connection, models

from articles.models.statements import Statement


class StatementKeyQuerySet(models.QuerySet["StatementKey"]):
    def write(self, rows: Iterable[tuple[int, int]]) -> None:
        """Adds (statement, key) rows; there are hundreds for each article, so no object is made of any."""
        with connection.cursor() as cursor:
            table = self.model._meta.db_table
            cursor.executemany(f"INSERT INTO {table} (statement_id, key) VALUES (%s, %s)", list(rows))


class StatementKey(models.Model):
    """A hash by which statements with words in common find each other, see `articles.linking.keys`."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="keys")
    key = models.BigIntegerField()

    objects = StatementKeyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "statement keys"
        indexes = [models.Index(fields=["key", "statement"], name="statement_key_postings")]

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.key}"
