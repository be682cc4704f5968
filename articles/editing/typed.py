"""What a person typed into a field of one line, before it is kept."""

import re

_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
"""Control characters and the marks that turn the direction of writing; joiners stay, Persian needs them."""


def one_line(typed: str) -> str:
    """The text with single spaces and without characters that nobody sees: "" where nothing else was typed."""
    return " ".join(_INVISIBLE.sub(" ", typed).split())


def has_letters(typed: str) -> bool:
    """Whether there is a letter or a digit of any script in it: a name and a tag need one."""
    return any(sign.isalnum() for sign in typed)
