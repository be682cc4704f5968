"""When two spellings are one person: only where the whole name agrees."""

from articles.text.names import name_keys
from articles.text.terms import fold


def identity_key(name: str) -> str:
    """A key that the spellings of one full name share: "Mohammad Baqeri" and "Mohammad Bagheri" have the same.

    A name of one word keeps its letters: a bare surname or an organisation is too little to join spellings by.
    """
    words = name.split()
    if len(words) < 2:
        return fold(name)
    return " ".join(name_keys(name)) or fold(name)
