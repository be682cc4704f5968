"""Says who speaks, on the way through an article: whom its sentences are about, and whom a subject means."""

from __future__ import annotations

import re

from articles.analysis.people.appositions import describe_people
from articles.analysis.people.cast import Cast, Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.roster import Roster
from articles.analysis.people.sexes import tell_sexes
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.records import Span

_AGE = re.compile(r"\s?[,(]\s?\d{1,3}\s?[,)]")
_NEAR = 3
"""Words from an office to the name behind it."""
_OPENING = 6
"""Words of a sentence in which somebody new must be named for it to be about that one."""
_REMEMBERED = 8
"""People among whom a pronoun is looked for."""


class Scene(Cast):
    """What analysis knows while it walks through an article: the mentions, the roster, who spoke last."""

    def __init__(self, frame: Frame, mentions: tuple[Mention, ...], roster: Roster) -> None:
        super().__init__(frame, mentions, roster)
        self.introduced: set[int] = set()
        """People met so far on the way through the article."""
        self.talkers: set[int] = set()
        """People whom the article names beside a cue, anywhere."""
        describe_people(frame, mentions, roster)
        tell_sexes(frame, mentions, roster)
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
        mention = self._told_of(sentence)
        if mention is None:
            mention = self._doing(sentence) or self.only_name(sentence.start, sentence.end)
        elif mention.kind == "pronoun" and self.speaker(mention) is None:
            mention = self._doing(sentence)
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
        opens = self._opens_paragraph(sentence)
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

    def _opens_paragraph(self, sentence: Span) -> bool:
        """Whether a sentence is the first of its paragraph, or stands behind its dateline."""
        first = self.frame.sentence_at(sentence.start).start
        return self.frame.paragraph_at(sentence.start).start == first

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
