"""Finds the subject near a cue: who is named, or told of without a name, before it or behind it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from articles.analysis.frame import Cue, Frame
from articles.analysis.lexicon import word_set
from articles.analysis.mentions import Mention
from articles.analysis.nominal import phrase_after, phrase_before

_COMMA = 4
"""Signs from an office to the name behind a comma."""
_SHORT = re.compile(r"\s\([^()]{2,30}\)\s")
_ASIDE = re.compile(r"\([^()]{0,60}\)")
_NEAR = 3
"""Words that may stand between a subject and its cue without a comma."""
_AFTER = 14
"""Words in which the subject of an inverted cue is looked for."""
_FARTHEST = 600
"""Signs before a comma in which its subject is looked for."""
_LED = 8
"""Words of a stretch that ends in a name, at most: "state senator X"."""
_BEHIND_ADVERBIAL = 9
"""The same behind a cue that a time, a place or an occasion follows."""
_SEGMENTS = 6
"""Stretches between commas in which the subject of a cue is looked for."""
_BREAKS = ",()–—;:"


class Subjects:
    """The mentions of one article, looked up by where they stand."""

    def __init__(self, frame: Frame, mentions: tuple[Mention, ...]) -> None:
        self.frame = frame
        self.mentions = mentions
        self._starts = [one.start for one in mentions]

    def inside(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin inside a stretch of the text."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, index: int) -> Mention | None:
        """The mention that a word belongs to."""
        found = bisect_right(self._starts, self.frame.words[index].start) - 1
        return self.mentions[found] if found >= 0 and self.mentions[found].last >= index else None

    def governed(self, mention: Mention) -> bool:
        """Whether a preposition stands right before it, or before its article."""
        prepositions = word_set(self.frame.language.code, "people", "prepositions")
        index = mention.first - 1
        if index > 0 and self.frame.words[index].folded in word_set(self.frame.language.code, "people", "definite"):
            index -= 1
        if index >= 0 and self.frame.words[index].folded in word_set(
            self.frame.language.code, "speech", "conjunctions"
        ):
            return False
        return (
            index >= 0
            and self.frame.words[index].folded in prepositions
            and (self.frame.between(index, index + 1).isspace())
        )

    def before(self, start: int, cue: Cue) -> Mention | None:
        """The subject in text[start:cue.start]."""
        begin, last = self.frame.indexes(start, start).start, cue.first - 1
        fillers = word_set(self.frame.language.code, "speech", "fillers")
        while last >= begin and self.frame.words[last].folded in fillers and not self.at(last):
            last -= 1
        if last < begin or self.frame.quoted[last]:
            return None
        gap = self.frame.between(last, last + 1).strip()
        if set(gap) & set(",)–—"):
            return self._in_segments(start, self.frame.words[last].end)
        if gap:
            return None
        if self.frame.words[last].folded in word_set(self.frame.language.code, "speech", "relatives") and last > begin:
            return self._antecedent(begin, last)
        return self._ending_at(begin, last)

    def _antecedent(self, begin: int, relative: int) -> Mention | None:
        """Whom a relative pronoun stands for: "four in ten who said", "X, who said"."""
        if self.frame.between(relative - 1, relative).strip() in ("", ","):
            return self._ending_at(begin, relative - 1)
        return None

    def beside(self, cue: Cue) -> Mention | None:
        """Whoever stands right before a cue that can do without: "with X saying"."""
        index = cue.first - 1
        mention = self.at(index) if index >= 0 and self.frame.between(index, index + 1).isspace() else None
        named = mention is not None and mention.last == index and mention.kind in ("name", "body", "pronoun")
        return mention if named else None

    def ending(self, start: int, end: int) -> Mention | None:
        """The name that a stretch ends with, as in "From New York - X:"."""
        words = self.frame.indexes(start, end)
        mention = self.at(words.stop - 1) if words else None
        return mention if mention and mention.kind in ("name", "body") and mention.first >= words.start else None

    def coordinated(self, cue: Cue) -> bool:
        """Whether a conjunction joins a cue to a verb before it, so that it has no subject of its own."""
        fillers = word_set(self.frame.language.code, "speech", "fillers")
        index = cue.first - 1
        while index > 0 and self.frame.words[index].folded in fillers:
            index -= 1
        return index > 0 and self.frame.words[index].folded in word_set(
            self.frame.language.code, "speech", "conjunctions"
        )

    def first(self, start: int, end: int) -> Mention | None:
        """The subject that a sentence opens with, behind adverbials set off by commas."""
        articles = word_set(self.frame.language.code, "people", "definite", "indefinite")
        small = articles | word_set(self.frame.language.code, "speech", "conjunctions", "fillers")
        for left, right in self._stretches(start, end)[:_SEGMENTS]:
            words = self.frame.indexes(left, right)
            if not words or self._aside(words):
                continue
            begin = words.start
            while begin < words.stop - 1 and self.frame.words[begin].folded in small and not self.at(begin):
                begin += 1
            mention = self.at(begin)
            return mention if mention and mention.kind != "place" else None
        return None

    def _ending_at(self, begin: int, last: int) -> Mention | None:
        """The noun phrase that ends with a word: a name, a pronoun, or words that tell who it is."""
        mention = self.at(last)
        if mention and mention.first >= begin and mention.last == last:
            if mention.kind == "pronoun":
                return mention
            if mention.kind in ("name", "body") and not self.governed(mention):
                return mention
        if mention and mention.last > last:
            return None
        owner = self._with_attachment(begin, last)
        if owner and owner.kind in ("name", "body"):
            return owner
        phrase = phrase_before(self.frame, begin, last)
        if phrase and mention and mention.kind in ("name", "body") and phrase.start == mention.start:
            return mention
        if phrase is None and mention and mention.kind == "role":
            return mention
        return phrase

    def _with_attachment(self, begin: int, last: int) -> Mention | None:
        """Whoever a preposition ties the last words to: "Senator X of Ohio"."""
        prepositions = word_set(self.frame.language.code, "people", "prepositions")
        index = last
        while index > begin and last - index < _NEAR + 4:
            if not self.frame.between(index - 1, index).isspace():
                return None
            if self.frame.words[index].folded in prepositions:
                mention = self.at(index - 1)
                if mention and mention.first >= begin and not self.governed(mention):
                    return mention
            index -= 1
        return None

    def _in_segments(self, start: int, end: int) -> Mention | None:
        """The subject before a comma: "X, the minister, who came late, said". A name before an office told of it."""
        told: Mention | None = None
        articles = word_set(self.frame.language.code, "people", "definite", "indefinite")
        for left, right in reversed(self._stretches(start, end)[-_SEGMENTS:]):
            words = self.frame.indexes(left, right)
            if not words:
                continue
            if self.frame.quoted[words.start]:
                break
            if self._aside(words):
                continue
            mention = self._whole(words)
            if mention is None and self._told_behind(words, articles):
                continue
            if mention is None:
                return self._leading(start, end) or told
            if mention.kind in ("name", "body", "pronoun"):
                return mention
            told = mention
        return told

    def _told_behind(self, words: range, articles: frozenset[str]) -> bool:
        """Whether a stretch goes on about a name before it: an age, or what an article leads in."""
        first = self.frame.words[words.start]
        return first.folded in articles or (len(words) == 1 and first.text.isdecimal())

    def _leading(self, start: int, end: int) -> Mention | None:
        """A name that is the whole first stretch, whatever follows it up to the comma before the cue."""
        left, right = self._stretches(start, end)[0]
        words = self.frame.indexes(left, right)
        mention = self._whole(words) if left <= start and words else None
        return mention if mention and mention.kind in ("name", "body", "place") else None

    def _aside(self, words: range) -> bool:
        """Whether a stretch tells of the subject or of the act: a relative clause, or one that a preposition opens."""
        code = self.frame.language.code
        opening = word_set(code, "speech", "relatives", "adding_verbs", "speaking_verbs")
        opening |= word_set(code, "people", "prepositions", "place_prepositions") | word_set(
            code, "occasions", "prepositions"
        )
        fillers = word_set(code, "speech", "fillers")
        first = next((at for at in words if self.frame.words[at].folded not in fillers), words.start)
        if self.frame.words[first].folded.endswith(self.frame.language.speech.aside_endings or ("\n",)):
            return True
        return self.frame.words[words.start].folded in opening - word_set(code, "speech", "conjunctions")

    def _whole(self, words: range) -> Mention | None:
        """Whoever a stretch is, whole: a name with what is tied to it, or a phrase."""
        conjunctions = word_set(self.frame.language.code, "speech", "fillers", "conjunctions")
        begin = words.start
        while begin < words.stop - 1 and self.frame.words[begin].folded in conjunctions:
            begin += 1
        last = words.stop - 1
        ending = self.at(last)
        if (
            ending
            and ending.kind == "name"
            and ending.last == last
            and len(words) <= _LED
            and not self.governed(ending)
        ):
            return ending
        mention = self.at(begin)
        if mention and mention.first >= words.start and mention.last == last and mention.kind != "place":
            return mention
        phrase = phrase_after(self.frame, begin, self.frame.words[last].end, whole=True)
        if phrase is None or (phrase.last < last and not self._relative(phrase.last + 1)):
            return None
        last = phrase.last
        if mention and mention.first >= words.start and mention.kind in ("name", "body"):
            following = self.frame.words[mention.last + 1].folded
            tied = following in word_set(self.frame.language.code, "people", "prepositions", "place_prepositions")
            return mention if tied else phrase
        return phrase

    def _relative(self, index: int) -> bool:
        return self.frame.words[index].folded in word_set(self.frame.language.code, "speech", "relatives")

    def _stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """The pieces between commas, dashes and the like; what stands in brackets is left out."""
        stretches: list[tuple[int, int]] = []
        begin = max(start, end - _FARTHEST)
        bracketed = False
        for at in range(begin, end):
            sign = self.frame.text[at]
            if sign in _BREAKS and not self._inside_number(at):
                if not bracketed:
                    stretches.append((begin, at))
                begin, bracketed = at + 1, sign == "("
        return [*stretches, (begin, end)] if not bracketed else stretches

    def _inside_number(self, at: int) -> bool:
        return self.frame.text[at - 1 : at].isdigit() and self.frame.text[at + 1 : at + 2].isdigit()

    def after(self, cue: Cue, end: int) -> Mention | None:
        """The subject behind a cue, in text[cue.end:end]."""
        named = self._named_after(cue, end)
        if named and named.kind != "role":
            return named
        first = cue.last + 1
        fillers = word_set(self.frame.language.code, "speech", "fillers")
        while first < len(self.frame.words) and self.frame.words[first].folded in fillers:
            first += 1
        if first >= len(self.frame.words) or self.frame.words[first].end > end:
            return named
        if not self.frame.between(first - 1, first).isspace():
            return named
        phrase = phrase_after(self.frame, first, end)
        return phrase if phrase and (named is None or phrase.start <= named.start) else named

    def _adverbials(self) -> frozenset[str]:
        code = self.frame.language.code
        return word_set(code, "people", "place_prepositions") | word_set(code, "occasions", "prepositions")

    def _behind_short(self, body: Mention) -> Mention | None:
        """The name behind the short form of a body in brackets: "Head of Old Town Trust (OTT) X"."""
        aside = _SHORT.match(self.frame.text, body.end)
        if aside is None or not (body.role or body.kind == "body"):
            return None
        found = self.inside(aside.end(), aside.end() + 1)
        return found[0] if found and found[0].kind == "name" else None

    def _behind_office(self, office: Mention) -> Mention | None:
        """The name behind a comma where what stands before it is an office alone: "the head of Old Town's port, X"."""
        if not office.role or self.known(office):
            return None
        following = self.inside(office.end, office.end + _COMMA)
        if not following or self.frame.text[office.end : following[0].start].strip() != ",":
            return None
        return following[0] if following[0].kind == "name" and " " in following[0].name else None

    def known(self, mention: Mention) -> bool:
        """Whether the article shows elsewhere that a name is a person's."""
        return False

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
                break
            if one.kind == "role" and (direct or len(between) <= near):
                role = one
                continue
            if direct or (len(between) <= near and "," not in gap):
                if one.kind != "name" or not one.role or " " in one.name:
                    return self._behind_short(one) or self._behind_office(one) or one
                role = one
                continue
            break
        return role
