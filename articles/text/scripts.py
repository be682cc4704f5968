"""Which way a text runs, words of two scripts at once, and signs of one script put in place of those of another."""

import re
from collections.abc import Mapping
from functools import lru_cache

from articles.languages import direction

__all__ = ["direction", "mixes_scripts", "respelled"]

_LOOK_ALIKE = tuple(
    re.compile(f"[{letters}]")
    for letters in (
        "A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff21-\uff5a",
        "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
        "\u0370-\u03ff\u1f00-\u1fff",
        "\u0531-\u0587",
        "\u13a0-\u13fd\uab70-\uabbf",
    )
)
"""Letters of the scripts whose letters are taken for each other's (Unicode, UTS 39): Latin, Cyrillic, Greek, Armenian,
Cherokee."""


@lru_cache(maxsize=100_000)
def mixes_scripts(word: str) -> bool:
    """Whether a word has letters of two scripts that look alike, as the "Pаvel" whose second letter is Cyrillic.

    No language writes so (UTS 39, 5.1, mixed-script detection): it is a slip of the keyboard, or meant to deceive.
    """
    return not word.isascii() and sum(script.search(word) is not None for script in _LOOK_ALIKE) > 1


def respelled(text: str, signs: Mapping[str, str]) -> str:
    """The text with single signs in place of others, so that offsets stay; quick where few of them occur."""
    for sign, other in signs.items():
        text = text.replace(sign, other)
    return text
