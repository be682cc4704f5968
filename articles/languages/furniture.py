"""The keys of page furniture in a language file: what stands around an article and is no part of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Words of page furniture. Case does not matter; of a phrase, the beginning is enough where it says so."""

    bylines: tuple[str, ...] = ()
    """What stands before an author's name: "By", "Penulis"."""
    staff: tuple[str, ...] = ()
    """What stands in the place of a name and names nobody: "Newsroom"."""
    roles: tuple[str, ...] = ()
    """What stands behind an author's name and is no part of it: "Reporter"."""
    updated: tuple[str, ...] = ()
    """What stands before the date of a change, which is not the date of publication."""
    ago: tuple[str, ...] = ()
    """Words of "2 hours ago"."""
    credits: tuple[str, ...] = ()
    """Words of a picture's credit: "Photo", "Getty"."""
    agencies: tuple[str, ...] = ()
    """News agencies; one beside a photographer's name is a picture's credit, one alone may sign a text."""
    crosslinks: tuple[str, ...] = ()
    """Beginnings of a line that leads to another article; one of a single word counts only before a colon."""
    lines: tuple[str, ...] = ()
    """Whole lines that are furniture wherever they stand."""
    beginnings: tuple[str, ...] = ()
    """Beginnings of lines that are furniture wherever they stand."""
    comments: tuple[str, ...] = ()
    """Beginnings of lines after which readers speak, and the article no more."""
    endings: tuple[str, ...] = ()
    """Beginnings of lines that stand after an article: tags, editors, related lists. Text after them saves it."""
    copyright: tuple[str, ...] = ()
    """Phrases that make a line one of copyright or imprint, anywhere in it."""
    outlet_kinds: tuple[str, ...] = ()
    """What stands before an outlet's name and is no part of it: "news site", "PT"."""
    outlet_suffixes: tuple[str, ...] = ()
    """What stands after an outlet's name in a copyright line and is no part of it: "Ltd"."""
    outlet_words: tuple[str, ...] = ()
    """Words by which the name of an outlet is known: "Gazette"; with a hyphen the end of a word: "-zeitung"."""
    outlet_before: tuple[str, ...] = ()
    """What an outlet's name stands before: "uses cookies"."""
