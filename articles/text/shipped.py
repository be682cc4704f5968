"""What comes with Newsdesk and takes seconds to make: made once in a process, or kept on a disk, taken from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from articles.languages.glossary import everyday
from articles.text.concepts import Glossary
from articles.text.gazetteer import all_concepts
from articles.text.places import Place, places_by_name


@dataclass(frozen=True, slots=True)
class Shipped:
    """Glossaries with all their indexes, and the places of the world."""

    known: Glossary
    """What a search is widened by."""
    everyday: Glossary
    """The words of everyday speech, which only comparing statements knows."""
    places: Mapping[str, Place]
    """Countries and cities by their names, folded."""


_taken: list[Shipped] = []


def take(made: Shipped) -> None:
    """Uses what was made before."""
    _taken[:] = [made]


def shipped() -> Shipped:
    """What was taken, else made now; the same in all of this process."""
    if not _taken:
        take(Shipped(all_concepts().prepared(), Glossary(everyday()).prepared(), places_by_name()))
    return _taken[0]


def known_glossary() -> Glossary:
    """Every concept that a search is widened by."""
    return shipped().known


@lru_cache(maxsize=4)
def with_everyday(glossary: Glossary) -> Glossary:
    """A glossary beneath the words of everyday speech."""
    return shipped().everyday.over(glossary)
