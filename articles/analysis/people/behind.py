"""Finds who is named, or told of without a name, behind a cue: “...,” said a farmer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from articles.analysis.people.holders import leads_to
from articles.analysis.people.mentions import Mention
from articles.analysis.people.nominal import phrase_after
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import phrases, word_set

_CHAIN = 160
"""Signs from an office to the name behind the places and bodies that it is of."""
_ASIDE = re.compile(r"\([^()]{0,60}\)")
_NEAR = 3
"""Words that may stand between a subject and its cue without a comma."""
_PRECEDING = 12
"""Mentions before a noun among which the one it tells of again is looked for."""
_AFTER = 14
"""Words in which the subject of an inverted cue is looked for."""
_BEHIND_ADVERBIAL = 9
"""The same behind a cue that a time, a place or an occasion follows."""


class Behind:
    """The mentions of one article, looked up by where they stand and by the cue before them."""

    def __init__(self, frame: Frame, mentions: tuple[Mention, ...]) -> None:
        self.frame = frame
        self.mentions = mentions
        self._starts = [one.start for one in mentions]

    def inside(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin inside a stretch of the text."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def preceding(self, start: int, end: int) -> Iterator[Mention]:
        """The last mentions of a stretch of the text, the latest first."""
        for index in range(bisect_left(self._starts, end) - 1, -1, -1)[:_PRECEDING]:
            if self._starts[index] < start:
                return
            yield self.mentions[index]

    def at(self, index: int) -> Mention | None:
        """The mention that a word belongs to."""
        found = bisect_right(self._starts, self.frame.words[index].start) - 1
        return self.mentions[found] if found >= 0 and self.mentions[found].last >= index else None

    def only_name(self, start: int, end: int) -> Mention | None:
        """The one full name in a stretch, in whatever case, where cues need no subject."""
        if not self.frame.language.speech.subjectless:
            return None
        named = [one for one in self.inside(start, end) if one.kind == "name" and not self._place(one)]
        return named[0] if len(named) == 1 and " " in named[0].name else None

    def _place(self, mention: Mention) -> bool:
        """Whether a name tells where: behind a preposition of place, or what owns a lighthouse, a street."""
        code, words = self.frame.language.code, self.frame.words[max(0, mention.first - 2) : mention.first]
        if not words or words[-1].folded in word_set(code, "people", "place_prepositions"):
            return bool(words)
        places = word_set(code, "people", "localities")
        linked = words[-1].folded in word_set(code, "people", "linking")
        return words[-1].folded in places or (linked and words[0].folded in places)

    def governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before it or its article, or an ending behind its name makes it no subject."""
        if mention.kind in ("name", "body") and self.frame.words[mention.last].end > mention.end:
            return True
        prepositions = word_set(self.frame.language.code, "people", "prepositions")
        index = mention.first - 1
        articles = word_set(self.frame.language.code, "people", "definite") - prepositions
        if index > 0 and self.frame.words[index].folded in articles:
            index -= 1
        code = self.frame.language.code
        small = word_set(code, "speech", "conjunctions")
        if mention.kind == "body":
            small |= word_set(code, "speech", "subject_prepositions")
        if index >= 0 and self.frame.words[index].folded in small:
            return False
        return (
            index >= 0
            and self.frame.words[index].folded in prepositions
            and (self.frame.between(index, index + 1).isspace())
        )

    def known(self, mention: Mention) -> bool:
        """Whether the article shows elsewhere that a name is a person's."""
        return False

    def after(self, cue: Cue, end: int) -> Mention | None:
        """The subject behind a cue, in text[cue.end:end]."""
        named = self._named_after(cue, end)
        if named and named.kind != "role":
            return named
        first = cue.last + 1
        fillers = phrases(self.frame.language.code, "speech", "fillers")
        while first < len(self.frame.words) and (filler := fillers.at(self.frame.words, first, self.frame.text)):
            first += filler[0]
        if first >= len(self.frame.words) or self.frame.words[first].end > end:
            return named
        if not self.frame.between(first - 1, first).isspace():
            return named
        phrase = phrase_after(self.frame, first, end)
        return phrase if phrase and (named is None or phrase.start <= named.start) else named

    def _adverbials(self) -> frozenset[str]:
        code = self.frame.language.code
        return (
            word_set(code, "people", "place_prepositions")
            | word_set(code, "occasions", "prepositions")
            | word_set(code, "speech", "addressees")
        )

    def _behind_office(self, office: Mention) -> Mention | None:
        """The name behind a comma where what stands before it is an office alone: "the head of Old Town's port, X"."""
        if not office.role or self.known(office):
            return None
        end = office.end
        for one in self.inside(office.end, office.end + _CHAIN):
            if self.frame.text[end : one.start].strip() != ",":
                return None
            if one.kind == "name" and " " in one.name and not one.role:
                return one
            if one.kind not in ("place", "body") and not one.role:
                return None
            end = one.end
        return None

    def _named_after(self, cue: Cue, end: int) -> Mention | None:
        text = self.frame.text
        found = [one for one in self.inside(cue.end, end) if one.first - cue.last <= _AFTER]
        fillers = word_set(self.frame.language.code, "speech", "fillers")
        first = cue.last + 1
        adverbial = first < len(self.frame.words) and self.frame.words[first].folded in self._adverbials()
        near = _BEHIND_ADVERBIAL if adverbial else _NEAR
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
                if one.kind == "name" and leads_to(self.frame, role.last, one):
                    return one
                if one.kind in ("role", "body", "place") and not joined:
                    role = replace(one, start=role.start, first=role.first)
                    continue
                break
            if one.kind == "role" and (direct or len(between) <= near):
                role = one
                continue
            if direct or (len(between) <= near and "," not in gap):
                if one.kind != "name" or not one.role or " " in one.name:
                    return self._behind_office(one) or one
                role = one
                continue
            break
        return role
