"""What the frame around every page shows: how much waits for an editor, and how much is disputed."""

from typing import Any

from django.http import HttpRequest

from articles.models import Disagreement, Link, Statement


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template context: `review_count` and `conflict_count`, lazily, for those who are signed in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "review_count": lambda: Statement.objects.proposed().count() + Link.objects.proposed().count(),
        "conflict_count": Disagreement.objects.open().count,
    }
