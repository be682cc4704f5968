"""Says who speaks: whom the subject near a cue means inside the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.appositions import describe_people
from articles.analysis.frame import Cue, Frame, Word
from articles.analysis.lexicon import akin, word_set
from articles.analysis.mentions import Mention
from articles.analysis.nominal import tells_again
from articles.analysis.roster import Roster
from articles.analysis.subjects import Subjects
from articles.records import Span

_AGE = re.compile(r"\s?[,(]\s?\d{1,3}\s?[,)]")
_NEAR = 3
"""Words from an office to the name behind it."""
_OPENING = 6
"""Words of a sentence in which somebody new must be named for it to be about that one."""
_ARTICLE_AND_NOUN = 2
_BACK = 3
"""Paragraphs before a noun in which the one it tells of again is looked for, at most."""
_REMEMBERED = 8
"""People among whom a pronoun is looked for."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom some words are credited to. `anonymous`: the name is only the words that tell who it is."""

    name: str | None
    role: str = ""
    person: int | None = None
    anonymous: bool = False


class Scene(Subjects):
    """What analysis knows while it walks through an article: the mentions, the roster, who spoke last."""

    def __init__(self, frame: Frame, mentions: tuple[Mention, ...], roster: Roster) -> None:
        super().__init__(frame, mentions)
        self.roster = roster
        self._definite_after = word_set(frame.language.code, "people", "definite_after")
        self.recent: list[Speaker] = []
        """Those who last spoke or acted, the latest first."""
        self.introduced: set[int] = set()
        """People met so far on the way through the article."""
        self.talkers: set[int] = set()
        """People whom the article names beside a cue, anywhere."""
        describe_people(frame, mentions, roster)
        for cue in frame.cues:
            mention = self._beside_cue(frame.sentence_at(cue.start), cue)
            person = roster.of(mention) if mention and mention.kind == "name" else None
            if person is not None:
                self.talkers.add(person)

    def _beside_cue(self, sentence: Span, cue: Cue) -> Mention | None:
        """The subject of a cue, on the side where its kind lets one stand."""
        leads = bool(cue.kinds & {"inverted", "sources"})
        return (None if leads else self.before(sentence.start, cue)) or self.after(cue, sentence.end)

    def unspoken(self, cue: Cue) -> Mention | None:
        """Whoever a verb means that needs no subject; none where verbs need one."""
        return None

    def notice(self, speaker: Speaker | None) -> None:
        """Makes somebody the one whom the next pronoun means."""
        if speaker is not None and speaker.name and not self._thing(speaker):
            self.recent = [speaker, *(one for one in self.recent[:_REMEMBERED] if one.name != speaker.name)]

    def _thing(self, speaker: Speaker) -> bool:
        """Whether words without a name tell of no person, so that a verb without a subject does not mean it."""
        code = self.frame.language.code
        if not speaker.anonymous or not self.frame.language.speech.subjectless:
            return False
        return word_set(code, "people", "offices", "persons", "ranks").isdisjoint(
            (speaker.name or "").casefold().split()
        )

    def meet(self, sentence: Span, quiet: bool) -> None:
        """Notices whom a sentence without a cue is about.

        Where somebody has spoken already in the paragraph (not `quiet`), its plain sentences go on telling what was
        said; then only somebody new, or named with an office, changes whom the next pronoun means.
        """
        mention = self._told_of(sentence) or self._doing(sentence) or self.only_name(sentence.start, sentence.end)
        speaker = self.speaker(mention) if mention else None
        if mention and speaker and speaker.person is not None:
            new = speaker.person not in self.introduced and mention.kind == "name"
            opens = mention.first - self.frame.indexes(sentence.start, sentence.start).start <= _OPENING
            if quiet or (opens and (new or (mention.role and mention.kind == "name"))):
                self.notice(speaker)
        named = (self.roster.of(one) for one in self.inside(sentence.start, sentence.end))
        self.introduced.update(one for one in named if one is not None)

    def _told_of(self, sentence: Span) -> Mention | None:
        """Whom a sentence is about: the subject of its first cue, or its own."""
        for cue in self.frame.cues_in(sentence.start, sentence.end)[:1]:
            mention = self._beside_cue(sentence, cue)
            if mention and mention.kind == "name" and self._human(mention):
                return mention
        return self.subject(sentence.start, sentence.end)

    def _doing(self, sentence: Span) -> Mention | None:
        """A full name that is the subject of a sentence, its verb behind it: "Omar Bellec a tout perdu"."""
        opens = self.frame.paragraph_at(sentence.start).start == sentence.start
        mention = self.opening(sentence.start) or self._behind_adverbials(sentence)
        if mention is None and opens:
            mention = self.first(sentence.start, sentence.end)
        if mention and mention.kind == "role":
            mention = next(iter(self.inside(mention.end, mention.end + 3)), None)
        if self.frame.language.people.bare_definite and not opens:
            return None
        if mention is None or mention.kind != "name" or " " not in mention.name:
            return None
        if mention.last + 1 >= len(self.frame.words):
            return None
        code, following = self.frame.language.code, self.frame.words[mention.last + 1]
        ties = word_set(code, "people", "prepositions", "place_prepositions", "linking", "bodies", "places")
        ties |= word_set(code, "people", "fields") - word_set(code, "words", "stop")
        gap = self.frame.between(mention.last, mention.last + 1)
        begins = mention.start == sentence.start and opens
        joined = (gap == " " or (begins and gap == ", ")) and following.text.islower()
        names = {word.folded for word in self.frame.words[mention.first : mention.last + 1]}
        return mention if joined and following.folded not in ties and names.isdisjoint(ties) else None

    def _behind_adverbials(self, sentence: Span) -> Mention | None:
        """The name behind what opens a sentence before a comma: "À 83 ans, X est"."""
        if not self.frame.language.speech.fragments:
            return None
        mention = self.first(sentence.start, sentence.end)
        return mention if mention and mention.kind == "name" and not self.governed(mention) else None

    def speaker(self, mention: Mention) -> Speaker | None:
        """Whom a mention means; None where a pronoun has nobody to stand for."""
        if mention.kind in ("name", "body"):
            person = self.roster.of(mention)
            return self._person(person, mention.role) if person is not None else Speaker(mention.name, mention.role)
        if mention.kind == "pronoun":
            return self.last(self.frame.text[mention.start : mention.end])
        if mention.kind == "role":
            return self._by_role(mention)
        return None

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

    def subject(self, start: int, end: int) -> Mention | None:
        """The one a sentence is about: the first in it who is sure to be a person and no object, else the last."""
        found = [one for one in self.inside(start, end) if self._is_person(one)]
        free = [one for one in found if not self.governed(one)]
        full = [one for one in self.inside(start, end) if one.kind == "name" and " " in one.name and self._human(one)]
        first = self.frame.indexes(start, start).start
        led = [one for one in full if one.first - first <= _NEAR or self._near_office(one)]
        led = [one for one in led[:1] if not self.governed(one)]
        return min([*free[:1], *led], key=lambda one: one.start, default=None)

    def opening(self, start: int) -> Mention | None:
        """The name with which a sentence begins."""
        words = self.frame.indexes(start, start)
        mention = self.at(words.start) if words.start < len(self.frame.words) else None
        return mention if mention and mention.kind == "name" and mention.start >= start else None

    def _human(self, mention: Mention) -> bool:
        """Whether the article shows a full name to be a person's: by an office, an age, or a surname used alone."""
        code = self.frame.language.code
        person = self.roster.of(mention)
        words = {
            word.folded for word in self.frame.words[mention.last - len(mention.name.split()) + 1 : mention.last + 1]
        }
        if person is None or words & word_set(code, "people", "bodies", "fields"):
            return False
        known = self.roster.people[person]
        aged = _AGE.match(self.frame.text, mention.end) is not None
        told = known.role or known.sex or known.shortened or self._near_office(mention)
        return aged or bool(told) or person in self.talkers

    def known(self, mention: Mention) -> bool:
        person = self.roster.of(mention)
        return person is not None and self.roster.people[person].seen > 1

    def _is_person(self, mention: Mention) -> bool:
        if mention.kind == "pronoun":
            return True
        if mention.kind == "role":
            speaker = self.speaker(mention) if mention.definite else None
            return speaker is not None and speaker.person is not None
        person = self.roster.of(mention) if mention.kind == "name" else None
        return person is not None and (person in self.talkers or bool(self.roster.people[person].role))

    def _near_office(self, mention: Mention) -> bool:
        """Whether an office stands a few words before a name, as in "the Spanish engineer, X"."""
        begin = max(0, mention.first - _NEAR - 1)
        near = self.inside(self.frame.words[begin].start, mention.start)
        return any(one.kind == "role" for one in near)

    def _by_role(self, mention: Mention) -> Speaker | None:
        code = self.frame.language.code
        nouns = word_set(code, "people", "offices", "ranks")
        persons = word_set(code, "people", "persons", "generic")
        definite = word_set(code, "people", "definite", "definite_after")
        words = self.frame.words[mention.first : mention.last + 1]
        if mention.definite:
            near = [one.person for one in self.recent if one.person is not None]
            for word in words:
                if word.folded in nouns:
                    person = self._holding(word, near)
                    if person is not None:
                        return self._person(person)
            pointed_at = words[0].folded in definite or words[-1].folded in definite
            pointed = pointed_at and (any(word.folded in persons for word in words) or self._human_noun(words))
            last = self._meant(mention, words) if pointed else self.last()
            if last and last.person is not None and (pointed or tells_again(self.frame, mention)):
                return last
            if pointed_at and (again := self._body_again(words) or self._compatriot(words)):
                return again
        return Speaker(" ".join(mention.role.split()), anonymous=True)

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

    def _holding(self, word: Word, near: list[int]) -> int | None:
        """The person whose office a word names, or one that means the same: "la magistrate" for a judge."""
        person = self.roster.with_role(word.text, near)
        if person is not None or not near:
            return person
        alike = {
            one for noun in akin(self.frame.language.code).get(word.folded, ()) for one in self.roster.holders(noun)
        }
        return next((one for one in near if one in alike), None)

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
