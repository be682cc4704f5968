"""Which way a text runs, and signs of one script put in place of those of another."""

from collections.abc import Mapping

from articles.languages import direction

__all__ = ["direction", "respelled"]


def respelled(text: str, signs: Mapping[str, str]) -> str:
    """The text with single signs in place of others, so that offsets stay; quick where few of them occur."""
    for sign, other in signs.items():
        text = text.replace(sign, other)
    return text
