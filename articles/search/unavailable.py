"""What can be wrong with an index."""


class IndexUnavailable(Exception):
    """There is no index, or none that can be read; the message says which and what to do."""


class IndexMissing(IndexUnavailable):
    """Nothing was ever indexed here."""


class IndexBusy(Exception):
    """Another writer holds the index longer than we wait."""
