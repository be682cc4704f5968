"""Whom words mean that name nobody: pronouns, offices, and nouns that point back to somebody named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.people.mentions import Mention
from articles.analysis.people.nominal import tells_again
from articles.analysis.people.roster import Roster
from articles.analysis.people.subjects import Subjects
from articles.analysis.reading.frame import Frame, Word
from articles.analysis.reading.lexicon import akin, noun_tail, word_set

_NEAR = 3
"""Words from an office to the name behind it."""
_ARTICLE_AND_NOUN = 2
_BACK = 3
"""Paragraphs before a noun in which the one it tells of again is looked for, at most."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom some words are credited to. `anonymous`: the name is only the words that tell who it is."""

    name: str | None
    role: str = ""
    person: int | None = None
    anonymous: bool = False


class Cast(Subjects):
    """Everybody an article names, and who of them last spoke or acted."""

    def __init__(self, frame: Frame, mentions: tuple[Mention, ...], roster: Roster) -> None:
        super().__init__(frame, mentions)
        self.roster = roster
        self.recent: list[Speaker] = []
        """Those who last spoke or acted, the latest first."""
        self._definite_after = word_set(frame.language.code, "people", "definite_after")

    def _person(self, index: int, role: str = "") -> Speaker:
        person = self.roster.people[index]
        return Speaker(person.name, person.role or role, index)

    def last(self, pronoun: str = "") -> Speaker | None:
        """Who spoke or acted last, of those whom the pronoun can mean."""
        code, word = self.frame.language.code, pronoun.casefold().strip("-")
        if word in word_set(code, "people", "impersonal"):
            return None
        sexes = [name for name in ("male", "female") if word in word_set(code, "people", name)]
        able = []
        for speaker in self.recent:
            sex = self.roster.people[speaker.person].sex if speaker.person is not None else self._sex(speaker.name)
            if (not sexes or not sex or sex in sexes) and not (sexes and self._is_group(speaker)):
                able.append(speaker)
        personal = not word or bool(sexes)
        return next((one for one in able if not personal or self._is_somebody(one)), able[0] if able else None)

    def _is_group(self, speaker: Speaker) -> bool:
        """Whether words without a name tell of a body: "the union" is neither he nor she."""
        if not speaker.anonymous:
            return False
        last = (speaker.name or "").casefold().split()[-1:]
        return not word_set(self.frame.language.code, "people", "bodies").isdisjoint(last)

    def _is_somebody(self, speaker: Speaker) -> bool:
        """Whether a speaker is not shown to be a body or a place by the words of the name."""
        if not speaker.name:
            return True
        words = speaker.name.split()
        if speaker.person is None:
            return words[-1].casefold() not in word_set(self.frame.language.code, "people", "bodies")
        if self.roster.people[speaker.person].body:
            return False
        outside = word_set(self.frame.language.code, "people", "bodies", "fields", "places")
        return not any(word.casefold() in outside or (len(word.strip(".")) > 1 and word.isupper()) for word in words)

    def _sex(self, words: str | None) -> str:
        """What the words for somebody without a name tell: "a spokeswoman" is female."""
        return self.roster.sex_of((words or "").split())

    def _by_role(self, mention: Mention) -> Speaker | None:
        code = self.frame.language.code
        nouns = word_set(code, "people", "offices", "ranks")
        persons = word_set(code, "people", "persons", "generic")
        definite = word_set(code, "people", "definite", "definite_after")
        words = self.frame.words[mention.first : mention.last + 1]
        if mention.definite:
            near = [one.person for one in self.recent if one.person is not None]
            for word in words:
                if word.folded in nouns or self._compound(word, nouns):
                    person = self._holding(word, near, mention)
                    if person is not None and (word.folded in nouns or " " in self.roster.people[person].name):
                        return self._person(person)
            pointed_at = words[0].folded in definite or words[-1].folded in definite
            pointed = pointed_at and (any(word.folded in persons for word in words) or self._human_noun(words))
            last = self._meant(mention, words) if pointed else self.last()
            if last and last.person is not None and (pointed or tells_again(self.frame, mention)):
                return last
            if pointed_at and (again := self._body_again(words) or self._compatriot(words)):
                return again
        return Speaker(" ".join(mention.role.split()), anonymous=True)

    def _compound(self, word: Word, nouns: frozenset[str]) -> bool:
        """Whether nouns are written as one and this one ends in that of an office: "Notenbankchefin"."""
        return self.frame.language.people.capital_nouns and noun_tail(self.frame.language.code, word.folded) in nouns

    def _body_again(self, words: Sequence[Word]) -> Speaker | None:
        """The one body whose name has the noun that an article leads in: "the union" after "Skippers' Union"."""
        head = words[0].folded if words[-1].folded in self._definite_after else words[-1].folded
        if head not in word_set(self.frame.language.code, "people", "bodies"):
            return None
        named = [
            index
            for index, one in enumerate(self.roster.people)
            if head in one.name.casefold().split() and " " in one.name
        ]
        return self._person(named[0]) if len(named) == 1 else None

    def _compatriot(self, words: Sequence[Word]) -> Speaker | None:
        """Who spoke last, where a nation's name behind an article tells of one: "the Italian"."""
        nation = len(words) == _ARTICLE_AND_NOUN and words[1].folded in word_set(
            self.frame.language.code, "people", "places"
        )
        last = self.last() if nation and words[1].text[:1].isupper() else None
        return last if last and last.person is not None else None

    def _human_noun(self, words: Sequence[Word]) -> bool:
        """Whether an article and a noun that no list has tell of somebody by the ending: "la vulcanóloga"."""
        code, endings = self.frame.language.code, tuple(self.frame.language.people.person_endings)
        if not endings or len(words) != _ARTICLE_AND_NOUN:
            return False
        known = word_set(code, "people", "offices", "bodies", "fields")
        return words[1].folded.endswith(endings) and words[1].folded not in known

    def _holding(self, word: Word, near: list[int], mention: Mention) -> int | None:
        """The person whose office a word names, or one that means the same: "la magistrate" for a judge."""
        person = self.roster.with_role(word.text, near)
        if person is not None:
            return person
        nouns = akin(self.frame.language.code).get(word.folded, ())
        alike = {one for noun in nouns for one in self.roster.holders(noun)}
        named = (self.roster.of(one) for one in self.preceding(self._nearby(mention.start), mention.start))
        return next((one for one in (*near, *named) if one in alike), None) if alike else None

    def _meant(self, mention: Mention, words: Sequence[Word]) -> Speaker | None:
        """Whom a noun with an article tells of again: the last one named before it nearby, or who spoke last."""
        if words[0].folded in word_set(self.frame.language.code, "people", "plural"):
            return None
        sex = self._sex(mention.role)
        for one in self.preceding(self._nearby(mention.start), mention.start):
            person = self.roster.of(one) if one.kind == "name" and self._free(one) else None
            if person is not None and one.last < mention.first and self._may_be(person, sex):
                return self._person(person)
        spoke = (one.person for one in self.recent if one.person is not None)
        return next((self._person(person) for person in spoke if self._may_be(person, sex)), None)

    def _free(self, mention: Mention) -> bool:
        """Whether a name is no object: no preposition stands before it, unless it is told in full who that is."""
        near = self.frame.cues_in(self.frame.words[max(0, mention.first - _NEAR)].start, mention.start)
        person = self.roster.of(mention)
        told = person is not None and bool(self.roster.people[person].role) and " " in mention.name
        return told or not self.governed(mention) or any("sources" in cue.kinds for cue in near)

    def _may_be(self, index: int, sex: str) -> bool:
        person = self.roster.people[index]
        return not person.body and " " in person.name and (not sex or not person.sex or person.sex == sex)

    def _nearby(self, offset: int) -> int:
        """The start of the paragraph before the one that an offset stands in, paragraphs of speech passed over."""
        here = self.frame.paragraph_at(offset).start
        for _ in range(_BACK):
            here = self.frame.paragraph_at(max(0, here - 1)).start
            first = self.frame.indexes(here, here).start
            if first >= len(self.frame.words) or not self.frame.quoted[first]:
                break
        return here
