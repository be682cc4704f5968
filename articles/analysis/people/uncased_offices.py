"""Whom an office means where the script has no capitals: all its words must fit the one person."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.speakers import Scene
from articles.analysis.people.uncased_words import reading, vocabulary
from articles.analysis.reading.frame import folded, words_of
from articles.analysis.reading.lexicon import word_set


class Offices(Scene):
    """A scene that knows people by their offices, word for word."""

    def _told_sex(self, role: str) -> str:
        """What the first word of an office tells: "رئيسة" is a woman's."""
        code = self.frame.language.code
        roles = vocabulary(code).roles
        endings = [folded(ending) for ending in self.frame.language.people.women_endings]
        for word in words_of(role):
            core = reading(code, word).core
            for ending in endings:
                if core.removesuffix(ending) in roles and core.endswith(ending):
                    return "female"
                if core + ending in roles:
                    return "male"
        return ""

    def _by_role(self, mention: Mention) -> Speaker | None:
        """An office means the one person to whom all its words fit; a word that only points means who spoke last."""
        code = self.frame.language.code
        words = self._cores(mention.first, mention.last)
        heads = {word for word in words if word in word_set(code, "people", "offices", "persons")}
        generic = word_set(code, "people", "generic")
        pointed = self._pointed(mention)
        anonymous = Speaker(" ".join(mention.role.split()), anonymous=True)
        if not mention.definite:
            return anonymous
        holders = []
        for index, person in enumerate(self.roster.people):
            known = self._known_words(person.role)
            rest = words - generic if words - generic else words
            if not person.body and rest and rest - self._nations(rest, known) <= known:
                holders.append(index)
        near = [one.person for one in self.recent if one.person in holders]
        if holders:
            return self._person(near[0] if near else holders[0]) if len(holders) == 1 or near else anonymous
        last = self.last()
        if last and last.person is not None and not self.roster.people[last.person].body:
            likely = self._of_sex(self._told_sex(mention.role))
            if len(words) == 1 and self._articled(mention) and len(likely) == 1:
                return likely[0]
            lone = words <= generic or (heads == words and heads <= word_set(code, "people", "persons"))
            if pointed or (lone and self.frame.language.people.articles):
                return last
        return anonymous

    def _nations(self, words: frozenset[str], known: frozenset[str]) -> frozenset[str]:
        """The words for nations beside an office, where nothing tells of another: "the Egyptian commander"."""
        nations = frozenset(map(_bare, word_set(self.frame.language.code, "people", "places")))
        found = words & nations
        return frozenset() if known & nations or found == words else found

    def _articled(self, mention: Mention) -> bool:
        return reading(self.frame.language.code, self.frame.words[mention.first]).article

    def _of_sex(self, sex: str) -> list[Speaker]:
        """Those named so far whom a word for a man or a woman can mean."""
        people = [one for one in self.recent if one.person is not None and not self.roster.people[one.person].body]
        return [one for one in people if one.person is not None and self.roster.people[one.person].sex in ("", sex)]

    def _pointed(self, mention: Mention) -> bool:
        code = self.frame.language.code
        words = self.frame.words
        return words[mention.first].folded in word_set(code, "people", "definite") or words[
            mention.last
        ].folded in word_set(code, "people", "definite_after")

    def _cores(self, first: int, last: int) -> frozenset[str]:
        code = self.frame.language.code
        small = word_set(code, "people", "definite", "definite_after", "indefinite", "quantifiers")
        found = set()
        for word in self.frame.words[first : last + 1]:
            if word.folded not in small:
                found.add(_bare(reading(code, word).core))
        return frozenset(found)

    def _known_words(self, role: str) -> frozenset[str]:
        code = self.frame.language.code
        return frozenset(_bare(reading(code, word).core) for word in words_of(role))


def _bare(core: str) -> str:
    """A word without the ending of a woman's office, or of an adjective of place."""
    for ending in ("ه", "ي"):
        if len(core) > 4:
            core = core.removesuffix(ending)
    return core
