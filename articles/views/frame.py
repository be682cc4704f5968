"""What the frame around every page shows: how much waits for an editor, and how much is disputed."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from articles.models import Disagreement, Link, Statement

MOST = 1000
"""Of what is counted on every page: beyond it the exact number tells nobody anything and costs more on each."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template context: `review_count` and `conflict_count`, lazily, for those who are signed in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "review_count": lambda: _told(Statement.objects.proposed(), Link.objects.proposed()),
        "conflict_count": lambda: _told(Disagreement.objects.open()),
    }


def _told(*waiting: QuerySet[Any]) -> str:
    """How many wait; from MOST on that there are more."""
    count = 0
    for rows in waiting:
        count += rows.order_by().values("pk")[: MOST - count].count()
        if count >= MOST:
            return f"{MOST - 1}+"
    return str(count)
