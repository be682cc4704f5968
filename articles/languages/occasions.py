"""The keys for the occasions of speech."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Occasions:
    """Nouns for the occasions of speech. The keys are the kinds that records carry."""

    press_conference: tuple[str, ...] = ()
    interview: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    hearing: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    statement: tuple[str, ...] = ()
    message: tuple[str, ...] = ()
    ceremony: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    """They lead in an occasion: "pada", "at"."""
