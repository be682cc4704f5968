"""Which way a text runs."""

from articles.languages import direction

__all__ = ["direction"]
