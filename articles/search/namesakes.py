"""Other spellings of a name that editors have joined: those of all people who were merged into one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from articles.models import NameSpelling
from articles.models.people import identities
from articles.search.engine import View
from articles.search.indexing import PLAIN, SPEAKER
from articles.text.terms import fold, words

MOST_PEOPLE = 20
"""People of one name whose other spellings are looked up, those with the most statements."""


def joined_spellings(word: str, view: View) -> tuple[str, ...]:
    """What stands in place of this word in the other names of the people who are called so.

    The surname of one spelling stands for that of another, a given name only where both have as many words.
    """
    documents = view.posted(SPEAKER + PLAIN, fold(word)).documents
    facet = view.columns.facets["speaker"]
    people = Counter(facet.of(documents[view.live[documents]]).tolist()).most_common(MOST_PEOPLE)
    found: dict[str, None] = {}
    for code, _ in people:
        found |= dict.fromkeys(_in_place_of(word, _names(int(facet.values[code]))))
    return tuple(found)


def _names(person: int) -> list[list[str]]:
    spellings = NameSpelling.objects.filter(person__in=identities([person])).values_list("spelling", flat=True)
    return [[word.text for word in words(spelling)] for spelling in spellings]


def _in_place_of(word: str, names: list[list[str]]) -> Iterator[str]:
    own = fold(word)
    places: defaultdict[int, set[int]] = defaultdict(set)
    for name in names:
        for place, other in enumerate(reversed(name)):
            if fold(other) == own:
                places[place].add(len(name))
    for name in names:
        for place, lengths in places.items():
            if place < len(name) and (place == 0 or len(name) in lengths) and fold(name[-1 - place]) != own:
                yield name[-1 - place]
