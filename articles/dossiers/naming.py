"""Whether two articles that name an agency or an outlet mean the same one, whatever they call it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from articles.languages import load
from articles.linking.people import identity_key
from articles.models import NameSpelling
from articles.text.names import spelled_alike
from articles.text.terms import fold, stem, stop_words, words


@dataclass(frozen=True, slots=True)
class Named:
    """What an outlet or agency is called in one language."""

    telling: tuple[str, ...]
    """The words that are its own: "IRNA" of "kantor berita IRNA"."""
    person: int | None = None
    """The organisation that the desk knows by this name; editors join its spellings."""

    @classmethod
    def called(cls, name: str, language: str, person: int | None = None) -> Named:
        """A name of many words is told by those with a capital, else by those that are no nouns of outlets."""
        found = [word.text for word in words(name)]
        capitals = [word for word in found if word[0].isupper()]
        nouns = {stem(noun, language) for noun in load(language).speech.outlets}
        own = [one for one in capitals or found if not _is_common(one, language, nouns)]
        return cls(tuple(own or found), person)

    def is_same(self, other: Named) -> bool:
        """Whether the shorter name stands in the longer, in any spelling or script, or both are one organisation."""
        if self.person is not None and self.person == other.person:
            return True
        shorter, longer = sorted((self.telling, other.telling), key=len)
        return bool(shorter) and all(any(spelled_alike(word, one) for one in longer) for word in shorter)


def known_as(names: Mapping[str, str]) -> dict[str, Named]:
    """The names, each given with its language, as `Named`."""
    keys = {name: identity_key(name) for name in names}
    rows = NameSpelling.objects.filter(key__in=set(keys.values())).select_related("person__merged_into")
    people = {row.key: row.person.root.pk for row in rows}
    return {name: Named.called(name, language, people.get(keys[name])) for name, language in names.items()}


def _is_common(word: str, language: str, nouns: set[str]) -> bool:
    return fold(word) in stop_words(language) or stem(word, language) in nouns
