"""When two spellings are one person: only where the whole name agrees."""

from articles.text.names import name_keys, same_name
from articles.text.terms import fold


def identity_key(name: str) -> str:
    """A key that the spellings of one full name share: "Mohammad Baqeri" and "Mohammad Bagheri" have the same.

    A name of one word keeps its letters: a bare surname or an organisation is too little to join spellings by.
    """
    words = name.split()
    if len(words) < 2:
        return fold(name)
    return " ".join(name_keys(name)) or fold(name)


def part_keys(words: str) -> tuple[str, ...]:
    """The pieces of an `identity_key` that each of these words would be: finds a full name by one of its words."""
    return name_keys(words)


def may_be_one(a: str, b: str) -> bool:
    """Whether two spellings can be one person's: the shorter stands in the longer, as far as the letters tell."""
    return same_name(a, b)
