"""The keys for the words of a language: too common ones, elided ones, those that deny."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words for search and comparison."""

    stop: tuple[str, ...] = ()
    """Words too common to tell two sentences apart, casefolded."""
    stemmer: str = ""
    """A Snowball algorithm ("english"), "sastrawi", or nothing."""
    elisions: tuple[str, ...] = ()
    """What an apostrophe parts from the next word, which is a word of its own: "l" in "l'eau"."""
    small_elisions: tuple[str, ...] = ()
    """The same, only before a small letter: "n" in "n'est", but not in "N'Diaye"."""
    compounds: tuple[str, ...] = ()
    """Roots of two words that affixes join into one ("tanda tangan": "penandatanganan"), casefolded."""


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that turn a statement into its opposite."""

    words: tuple[str, ...] = ()
    """In the statement itself, as written: "not", "doesn't", "tidak"."""
    denials: tuple[str, ...] = ()
    """Cue verbs, in the forms that occur, whose reported clause the speaker says is not so: "denied"."""
