"""What the index still owes: written in the transaction of the change itself, drained by one writer."""

from collections.abc import Iterable

from django.db import models


class OutboxQuerySet(models.QuerySet["OutboxEntry"]):
    def note(self, articles: Iterable[int]) -> None:
        """Notes that these articles must be indexed anew (or dropped, if they are gone)."""
        self.bulk_create(OutboxEntry(article_id=article) for article in set(articles))


class OutboxEntry(models.Model):
    # No foreign key: the entry outlives the article whose disappearance it reports.
    article_id = models.BigIntegerField(db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "outbox entries"

    def __str__(self) -> str:
        return f"article {self.article_id}"
