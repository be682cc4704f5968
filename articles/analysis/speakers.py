"""Says who speaks: the subject near a cue, and whom it means inside the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from articles.analysis.frame import Cue, Frame
from articles.analysis.lexicon import word_set
from articles.analysis.mentions import Mention
from articles.analysis.roster import Roster
from articles.records import Span

_ASIDE = re.compile(r"\([^()]{0,60}\)")
_NEAR = 3
"""Words that may stand between a subject and its cue without a comma."""
_AFTER = 14
"""Words in which the subject of an inverted cue is looked for."""
_APPOSITION = 90
"""Signs of an apposition that is taken for an office."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom some words are credited to. `name` is None for somebody without a name."""

    name: str | None
    role: str = ""
    person: int | None = None


@dataclass(slots=True)
class Scene:
    """What analysis knows while it walks through an article: the mentions, the roster, who spoke last."""

    frame: Frame
    mentions: tuple[Mention, ...]
    roster: Roster
    starts: list[int] = field(default_factory=list)
    recent: list[int] = field(default_factory=list)
    """People in the order in which they last spoke or acted, the latest first."""

    introduced: set[int] = field(default_factory=set)
    """People met so far on the way through the article."""
    talkers: set[int] = field(default_factory=set)
    """People whom the article names beside a cue, anywhere."""

    def __post_init__(self) -> None:
        self.starts = [one.start for one in self.mentions]
        self._appositions()
        for cue in self.frame.cues:
            sentence = self.frame.sentence_at(cue.start)
            for mention in (self.before(sentence.start, cue), self.after(cue, sentence.end)):
                person = self.roster.of(mention) if mention and mention.kind == "name" else None
                if person is not None:
                    self.talkers.add(person)

    def inside(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin inside a stretch of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def notice(self, person: int | None) -> None:
        """Makes a person the one whom the next pronoun means."""
        if person is not None:
            self.recent = [person, *(one for one in self.recent[:8] if one != person)]

    def meet(self, sentence: Span, quiet: bool) -> None:
        """Notices whom a sentence without a cue is about.

        Where somebody has spoken already in the paragraph (not `quiet`), its plain sentences go on telling what was
        said; then only somebody new, or named with an office, changes whom the next pronoun means.
        """
        mention = self.subject(sentence.start, sentence.end)
        speaker = self.speaker(mention) if mention else None
        if mention and speaker and speaker.person is not None:
            new = speaker.person not in self.introduced and mention.kind == "name"
            if quiet or new or (mention.role and mention.kind == "name"):
                self.notice(speaker.person)
        named = (self.roster.of(one) for one in self.inside(sentence.start, sentence.end))
        self.introduced.update(one for one in named if one is not None)

    def speaker(self, mention: Mention) -> Speaker | None:
        """Whom a mention means; None where it is somebody the article did not name clearly enough."""
        if mention.kind in ("name", "body"):
            person = self.roster.of(mention)
            if person is None:
                return Speaker(mention.name, mention.role)
            known = self.roster.people[person]
            return Speaker(known.name, known.role or mention.role, person)
        if mention.kind == "pronoun":
            return self.last()
        if mention.kind == "role":
            return self._by_role(mention)
        return None

    def last(self) -> Speaker | None:
        """Who spoke or acted last."""
        if not self.recent:
            return None
        person = self.roster.people[self.recent[0]]
        return Speaker(person.name, person.role, self.recent[0])

    def subject(self, start: int, end: int) -> Mention | None:
        """The one a sentence is about: the first in it who is sure to be a person and no object, else the last."""
        found = [one for one in self.inside(start, end) if self._is_person(one)]
        free = [one for one in found if not self.governed(one)]
        if free:
            return free[0]
        full = [one for one in self.inside(start, end) if one.kind == "name" and " " in one.name]
        first = self.frame.indexes(start, start).start
        led = [one for one in full if one.first - first <= _NEAR or self._behind_office(one)]
        return led[0] if led and not self.governed(led[0]) else None

    def _is_person(self, mention: Mention) -> bool:
        if mention.kind == "pronoun":
            return True
        if mention.kind == "role":
            speaker = self.speaker(mention) if mention.definite else None
            return speaker is not None and speaker.name is not None
        person = self.roster.of(mention) if mention.kind == "name" else None
        return person is not None and (person in self.talkers or bool(self.roster.people[person].role))

    def _behind_office(self, mention: Mention) -> bool:
        """Whether an office stands a few words before a name, as in "the Spanish engineer, X"."""
        begin = max(0, mention.first - _NEAR - 1)
        near = self.inside(self.frame.words[begin].start, mention.start)
        return any(one.kind == "role" for one in near)

    def governed(self, mention: Mention) -> bool:
        """Whether a preposition stands right before it."""
        prepositions = word_set(self.frame.language.code, "people", "prepositions")
        index = mention.first - 1
        return (
            index >= 0
            and self.frame.words[index].folded in prepositions
            and (self.frame.between(index, index + 1).isspace())
        )

    def before(self, start: int, cue: Cue) -> Mention | None:
        """The subject in text[start:cue.start]."""
        text = self.frame.text
        found = [one for one in self.inside(start, cue.start) if one.last < cue.first]
        if not found:
            return None
        gap = text[found[-1].end : cue.start]
        if text[start : cue.start].rstrip().endswith((",", ")")):
            return self._in_segments(start, cue.start, found)
        for one in reversed(found):
            if one.kind == "place" or self.governed(one):
                continue
            gap = text[one.end : cue.start]
            if "," in gap or cue.first - one.last - 1 > _NEAR + 4:
                break
            if cue.first - one.last - 1 <= _NEAR or self.governed(found[-1]):
                return one
        return None

    def _in_segments(self, start: int, end: int, found: list[Mention]) -> Mention | None:
        """The subject before a comma: the nearest stretch between commas that begins with somebody."""
        text = self.frame.text
        stretches: list[tuple[int, int]] = []
        begin = start
        for at, sign in enumerate(text[start:end], start):
            if sign in ",()":
                stretches.append((begin, at))
                begin = at + 1
        able = [one for one in found if one.kind in ("name", "body", "pronoun") and not self.governed(one)]
        for left, right in reversed(stretches[-4:]):
            for one in able:
                if left <= one.start < right and not any(sign.isalnum() for sign in text[left : one.start]):
                    return one
        near = [one for one in found if not self.governed(one) and one.kind != "place"]
        tail = [one for one in near if self.frame.words[one.last].end >= (stretches or [(start, end)])[-1][0]]
        return tail[0] if tail and tail[0].kind != "name" else (near[-1] if near else None)

    def after(self, cue: Cue, end: int) -> Mention | None:
        """The subject behind a cue, in text[cue.end:end]."""
        text = self.frame.text
        found = [one for one in self.inside(cue.end, end) if one.first - cue.last <= _AFTER]
        fillers = word_set(self.frame.language.code, "speech", "fillers")
        role: Mention | None = None
        for one in found:
            between = self.frame.words[cue.last + 1 : one.first]
            gap = text[cue.end : one.start]
            if text[one.start - 1] == "(":
                continue
            beside = one.first == cue.last + 1
            if one.kind == "place" or (self.governed(one) and not beside):
                continue
            direct = all(word.folded in fillers for word in between)
            if role is not None:
                joined = _ASIDE.sub("", text[role.end : one.start]).strip()
                if one.kind == "name" and (joined in ("", ",") or ("," not in joined and len(joined) < 60)):
                    return one
                break
            if one.kind == "role" and (direct or len(between) <= _NEAR):
                role = one
                continue
            if direct or (len(between) <= _NEAR and "," not in gap):
                if one.kind != "name" or not one.role or " " in one.name:
                    return one
                role = one
                continue
            break
        return role

    def _by_role(self, mention: Mention) -> Speaker | None:
        code = self.frame.language.code
        nouns = word_set(code, "people", "offices")
        persons = word_set(code, "people", "persons")
        words = self.frame.words[mention.first : mention.last + 1]
        for word in words:
            if word.folded in nouns and mention.definite:
                person = self.roster.with_role(word.text, self.recent)
                if person is not None:
                    return Speaker(self.roster.people[person].name, self.roster.people[person].role, person)
        last = self.last()
        if last and mention.definite and any(word.folded in persons for word in words):
            return last
        return Speaker(None, mention.role)

    def _appositions(self) -> None:
        """An office beside a name, with a comma between, is that person's."""
        text = self.frame.text
        for left, right in zip(self.mentions, self.mentions[1:], strict=False):
            gap = text[left.end : right.start]
            if gap.strip() not in (",", ""):
                continue
            if left.kind == "role" and right.kind == "name" and gap.strip() in (",", ""):
                person = self.roster.of(right)
                role = f"{left.role}, {right.role}" if right.role else left.role
            elif left.kind == "name" and right.kind == "role" and gap.startswith(","):
                person = self.roster.of(left)
                end = _apposition_end(text, right)
                if not end:
                    continue
                role = text[right.start : end]
            else:
                continue
            if person is not None and not self.roster.people[person].body:
                self.roster.describe(person, role)


def _apposition_end(text: str, role: Mention) -> int | None:
    """Where an office behind a name ends: at the next comma, or with its sentence if no more words follow."""
    start = role.start
    piece = text[start : start + _APPOSITION]
    cut = next((at for at, sign in enumerate(piece) if sign in ',.;:\n“”"«»'), -1)
    closed = cut > 0 and (piece[cut] == "," or start + cut == role.end)
    return start + cut if closed else None
