"""Names of people, organisations and places where the text has them, each with its fullest form and its key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.analysis.people.mentions import Mention
from articles.analysis.people.roster import Person, Roster
from articles.analysis.people.runs import is_capital
from articles.analysis.reading.frame import Frame, Word, words_of
from articles.analysis.reading.lexicon import word_set
from articles.analysis.speech.draft import Draft
from articles.records import FoundName
from articles.text.names import name_keys
from articles.text.terms import fold

_AGE = re.compile(r"[,،]? ?\(?\d{1,3}[,،)]")
_COMMA = re.compile(r"[,،] ")
_APPOSED = 4
"""Words behind a name and a comma among which the noun stands that tells who somebody is."""
_SHORTEST_ALONE = 4
"""Letters of a name that may stand alone for its owner inside a quote."""
_LONGEST_UNCASED = 3
"""Words of the name of a body or place where no capitals show how far it reaches."""
_LONGEST = 8
"""Words of a name inside a quote."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a name is, as the article tells it."""

    kind: str
    name: str


def names(
    text: str, frame: Frame, mentions: tuple[Mention, ...], roster: Roster, drafts: tuple[Draft, ...], body: int
) -> tuple[FoundName, ...]:
    """The names in the order of the text; one of which the article does not tell what it is, is left out.

    Inside a quote a name is one that the article has outside, too, or that its own words make a body or place. `body`
    is where the report begins: in front of it, in the dateline, only places are known that the report has, too.
    """
    reader = _Reader(text, frame, mentions, roster, drafts, body)
    outside = [found for mention in mentions if (found := reader.outside(mention))]
    return tuple(sorted([*outside, *reader.inside(outside)], key=lambda one: one.start))


class _Reader:
    """One article, its people, who of them speaks, and which names stand behind a preposition of place."""

    def __init__(
        self,
        text: str,
        frame: Frame,
        mentions: tuple[Mention, ...],
        roster: Roster,
        drafts: tuple[Draft, ...],
        body: int,
    ) -> None:
        code = frame.language.code
        self.text = text
        self.frame, self.roster, self.drafts, self.body = frame, roster, drafts, body
        self.speakers = {one.speaker.person for one in drafts if one.speaker and one.speaker.person is not None}
        self.localities = word_set(code, "people", "localities")
        self.bodies = word_set(code, "people", "bodies") - self.localities
        self.place_prepositions = word_set(code, "people", "place_prepositions") - word_set(code, "people", "sites")
        self.countries = word_set(code, "people", "places")
        self.articles = word_set(code, "people", "definite") & frozenset(frame.language.words.stop)
        self.owners = tuple(ending for ending in frame.language.people.possessives if len(ending) > 1)
        self.callings = word_set(code, "people", "offices", "persons")
        self.keys: dict[str, str] = {}
        places = (one for one in mentions if one.kind in ("name", "place") and self._behind_place(one.first))
        self.places = {fold(one.name) for one in places if self._place_like(one)}
        self.explained = {one.name for one in mentions if one.kind == "body" and self._explained(one)}

    def outside(self, mention: Mention) -> FoundName | None:
        """A mention as a name; None where it is none, or may be anything."""
        if mention.kind not in ("name", "body", "place") or not mention.name:
            return None
        begin = self._begin(mention)
        owner = max((at for at in range(begin, mention.last) if self._owns(at)), default=begin - 1)
        if owner >= begin:
            # "Philadelphia's Bucks County" is the county.
            begin = owner + 1
            mention = replace(mention, name=self.frame.text[self.frame.words[begin].start : mention.end], first=begin)
        words = [word.folded for word in self.frame.words[begin : mention.last + 1]]
        if mention.start < self.body and fold(mention.name) not in self.places:
            return None
        known = self._known(mention, words)
        return self._found(begin, mention.end, known) if known else None

    def _begin(self, mention: Mention) -> int:
        """Index of the first word of a mention's name, behind its office."""
        found = self.frame.text.rfind(mention.name, mention.start, mention.end)
        if found < 0:
            return max(mention.first, mention.last + 1 - len(words_of(mention.name)))
        return self.frame.indexes(found, mention.end).start

    def _known(self, mention: Mention, words: list[str]) -> _Known | None:
        index = self.roster.of(mention)
        person = self.roster.people[index] if index is not None else None
        told = person is not None and self._told(person, index in self.speakers)
        if not self.frame.cased:
            return self._uncased(mention, words, person if told else None)
        if by_words := self._by_words(words):
            return _Known(by_words, mention.name)
        if mention.start < self.body or (mention.name.isupper() and fold(mention.name) in self.places):
            return _Known("place", mention.name)
        if mention.kind == "body":
            # A lone word is a noun of bodies, unless letters stand for one.
            lone = len(words) == 1 and not (mention.name in self.explained or index in self.speakers)
            return None if lone else _Known("organisation", mention.name)
        if person is not None and (told or self._apposed(mention)):
            if self._behind(mention.first) in self.articles and not (person.role or person.sex):
                return _Known("organisation", mention.name) if len(words) > 1 else None
            return _Known("person", person.name)
        return _Known("place", mention.name) if fold(mention.name) in self.places else None

    def _told(self, person: Person, speaks: bool) -> bool:
        """Whether the article tells that a name is somebody's; of a lone word more than one sign is wanted."""
        if len(person.words) > 1:
            return bool(person.role or person.sex or speaks)
        return bool(person.sex or (person.role and person.seen > 1))

    def _uncased(self, mention: Mention, words: list[str], person: Person | None) -> _Known | None:
        """The same where no capitals show how far a name reaches: short ones of bodies, people of several words."""
        if mention.kind == "name":
            return _Known("person", person.name) if person and len(person.words) > 1 else None
        if len(words) > _LONGEST_UNCASED:
            return None
        if mention.kind == "place":
            return _Known("place", mention.name)
        return _Known(kind, mention.name) if (kind := self._by_words(words)) else None

    def _by_words(self, words: Sequence[str]) -> str:
        """What the words of a name of several make it: "Tigris River", "Asian Rivers Forum"."""
        if len(words) < 2:
            return ""
        if words[0] in self.localities or words[-1] in self.localities:
            return "organisation" if any(word in self.bodies for word in words) else "place"
        return "organisation" if any(word in self.bodies for word in words) else ""

    def _behind_place(self, first: int) -> bool:
        return self._behind(first) in self.place_prepositions

    def _behind(self, first: int) -> str:
        """The word that a word stands right behind."""
        return self.frame.words[first - 1].folded if first and self.frame.between(first - 1, first).isspace() else ""

    def _place_like(self, mention: Mention) -> bool:
        """Whether a name behind such a preposition is a place. Where all nouns have capitals only a known one is."""
        return not self.frame.language.people.capital_nouns or fold(mention.name) in self.countries

    def _explained(self, mention: Mention) -> bool:
        """Whether a name is letters in brackets behind the name that they stand for: "Asian Rivers Forum (ARF)"."""
        text, letters = self.frame.text, mention.name
        bracketed = text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"
        before = self.frame.words[mention.first - 1].text if mention.first else ""
        return bracketed and letters.isupper() and letters.isalpha() and is_capital(before)

    def _owns(self, index: int) -> bool:
        return bool(self.owners) and self.frame.words[index].text.endswith(self.owners)

    def _apposed(self, mention: Mention) -> bool:
        """Whether an age or a calling stands behind a name: "Jassim Hammadi, 58,", "Wening Palupi, the chairwoman"."""
        text, end = self.frame.text, mention.end
        if _AGE.match(text, end):
            return True
        if not _COMMA.match(text, end):
            return False
        behind = self.frame.words[mention.last + 1 : mention.last + 1 + _APPOSED]
        return bool(behind) and not is_capital(behind[0].text) and any(word.folded in self.callings for word in behind)

    def inside(self, outside: Sequence[FoundName]) -> Iterator[FoundName]:
        """The names in the marks of quotes."""
        frame, known = self.frame, self._spellings(outside)
        for part in (part for draft in self.drafts for part in draft.parts):
            indexes = frame.indexes(part.start, part.end)
            index = indexes.start
            while index < indexes.stop:
                if not frame.quoted[index] or frame.words[index].text[0].islower():
                    index += 1
                    continue
                size, what = self._at(index, known)
                if what:
                    yield self._found(index, frame.words[index + size - 1].end, what)
                index += max(1, size)

    def _at(self, index: int, known: dict[str, dict[tuple[str, ...], _Known]]) -> tuple[int, _Known | None]:
        """How many words from one on are a name, and what it is."""
        words = self.frame.words
        first = words[index]
        spelled = known.get(first.folded, {})
        for size in range(min(_LONGEST, len(words) - index) if spelled else 0, 0, -1):
            what = spelled.get(tuple(word.folded for word in words[index : index + size]))
            if what and self._together(index, size):
                return size, what
        size = self._run(index)
        run = words[index : index + size]
        kind = self._by_words([word.folded for word in run])
        if kind and self._names_one(run):
            return size, _Known(kind, " ".join(word.text for word in run))
        return size, None

    def _names_one(self, run: Sequence[Word]) -> bool:
        """Whether a run has a word that is more than a noun of bodies or places."""
        return any(word.folded not in self.bodies | self.localities for word in run)

    def _run(self, index: int) -> int:
        """Words with a capital that stand together."""
        size = 0
        words = self.frame.words
        while size < _LONGEST and index + size < len(words) and is_capital(words[index + size].text):
            size += 1
            if not self._together(index, size):
                return size - 1
        return size

    def _together(self, index: int, size: int) -> bool:
        return all(self.frame.between(at, at + 1) in (" ", "\u00a0", "\u200c") for at in range(index, index + size - 1))

    def _spellings(self, outside: Sequence[FoundName]) -> dict[str, dict[tuple[str, ...], _Known]]:
        """The names found so far, and the surnames of their people, by their first word."""
        known: dict[str, dict[tuple[str, ...], _Known]] = {}
        forms = {form: found for found in outside for form in (found.text, found.name)}
        for form, one in forms.items():
            words = tuple(word.folded for word in words_of(form))
            if not words:
                continue  # A form that is all marks is looked for nowhere.
            alone = words[-1:] if one.kind == "person" and len(words[-1]) >= _SHORTEST_ALONE else words
            for spelling in {words, alone}:
                known.setdefault(spelling[0], {}).setdefault(spelling, _Known(one.kind, one.name))
        return known

    def _found(self, first: int, end: int, known: _Known) -> FoundName:
        start = self.frame.words[first].start
        if known.name not in self.keys:
            self.keys[known.name] = " ".join(name_keys(known.name)) or fold(known.name)
        return FoundName(start, end, self.text[start:end], known.kind, known.name, self.keys[known.name])
