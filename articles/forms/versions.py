"""What somebody saw who typed into a row that was changed meanwhile."""

from typing import Any


def seen_at(row: Any, version: str) -> Any:
    """The row's record as it was at a version; None where nobody knows.

    What the program made enters the history with its first change, under the version that this has: until then it was
    as its first record says.
    """
    if not version.isdecimal() or len(version) > 9 or not 0 < int(version) < row.version:
        return None
    changes = row.history.exclude(history_type="+").filter(version__lte=version)
    return changes.order_by("-history_id").first() or row.history.filter(history_type="+").first()
