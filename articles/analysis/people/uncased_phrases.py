"""Reads one noun phrase of a script without capitals: what of it is office, what is name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from articles.analysis.people.mentions import Mention
from articles.analysis.people.uncased_evidence import Evidence
from articles.analysis.people.uncased_words import HEADS, ROLES, Reading, reading, vocabulary
from articles.analysis.reading.frame import Frame, folded
from articles.analysis.reading.lexicon import phrases as compiled_phrases

_LONGEST_ROLE = 12
_PAIR = 2
"""Words of a given name that a small word opens: "عبد الرحمن"; one more is a surname."""
_TELLING = (*HEADS, "bodies")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by the indexes of its words. `name_first` is -1 where it has no name."""

    first: int
    last: int
    role_last: int = -1
    name_first: int = -1
    name_last: int = -1
    body: bool = False
    definite: bool = False
    pointed: bool = False
    sure: bool = False
    """Whether a given name, an office or its place shows that the name is one."""

    @property
    def named(self) -> bool:
        return self.name_first >= 0

    def mention(self, frame: Frame) -> Mention:
        words = frame.words
        start, end = words[self.first].start, words[self.last].end
        if self.named:
            role_end = words[self.name_first].start
            role = _text(frame, self.first, start, role_end) if self.name_first > self.first else ""
            begin = words[self.name_first]
            name = _text(frame, self.name_first, begin.start, words[self.name_last].end)
            return Mention(start, end, self.first, self.last, "name", name=name, role=role, definite=True)
        text = _text(frame, self.first, start, end)
        if self.body:
            return Mention(start, end, self.first, self.last, "body", name=text, definite=True)
        return Mention(start, end, self.first, self.last, "role", role=text, definite=self.definite or self.pointed)


def _text(frame: Frame, index: int, start: int, end: int) -> str:
    """The words without what is written onto the front of the first; the article is written out again."""
    word = reading(frame.language.code, frame.words[index])
    cut, letters = 0, 0
    while letters < word.cut and start + cut < end:
        letters += frame.text[start + cut].isalpha()
        cut += 1
    text = " ".join(frame.text[start + cut : end].split()).strip(" ,")
    articles = vocabulary(frame.language.code).articles
    if word.cut and word.article and not text.startswith(articles):
        return articles[0][: len(articles[0]) - 1] + text
    return text


class Phrases(Evidence):
    """Reads the noun phrases of one article."""

    def __init__(
        self, frame: Frame, readings: tuple[Reading, ...], lone: frozenset[str], full: frozenset[tuple[str, ...]]
    ) -> None:
        super().__init__(frame, readings, lone, full)
        self.titled = compiled_phrases(self.code, "speech", "on_behalf")
        self.one_of_many = tuple(folded(ending) for ending in frame.language.people.indefinite_endings)

    def at(self, index: int, bare: bool, cued: bool, apposed: bool) -> Phrase | None:
        """The phrase that begins with a word.

        `bare`: somebody unknown may stand here; `cued`: right behind a cue; `apposed`: behind an office and a comma.
        """
        begin = index
        first = self.word(index)
        pointed = self.frame.words[index].folded in self.pointing
        if self.frame.words[index].folded in self.opening:
            index = self._past_opening(index)
            if index >= len(self.frame.words) or self.word(index).kind not in (*_TELLING, "word", "fields", "places"):
                return None
            if begin == index or not self.joined_through(begin, index):
                return None
            first = self.word(index)
        if first.kind in ("stop", "number") and not self.knows(index):
            return None
        phrase = self._read(index, bare and begin == index)
        if phrase is None:
            return None
        phrase = self._settled(phrase, bare, cued, apposed)
        if phrase is None or begin == index:
            return phrase
        if phrase.named and not pointed:
            return phrase
        return replace(phrase, first=begin, pointed=pointed, definite=pointed, body=phrase.body and pointed)

    def told_at(self, index: int) -> Phrase | None:
        """A full name in any place, where it is followed by what its holder is, or looks like nothing else."""
        phrase = self.at(index, bare=True, cued=False, apposed=False)
        if phrase is None or not phrase.named or phrase.name_last == phrase.name_first:
            return None
        words = [self.word(at) for at in range(phrase.name_first, phrase.name_last + 1)]
        given = words[0].kind == "given"
        led = phrase.name_first > phrase.first and (given or words[0].kind == "particle")
        surnamed = given and any(word.article or word.kind in ("given", "particle") for word in words[1:])
        whole = words[0].kind == "particle" and len(words) > _PAIR
        return phrase if led or surnamed or whole or self.told(phrase.name_last) else None

    def _past_opening(self, index: int) -> int:
        """Behind "this", "a", "one of the"."""
        begin = index
        while index - begin < 3 and index + 1 < len(self.frame.words) and self.joined(index + 1):
            if self.frame.words[index].folded not in self.opening | self.attaching:
                break
            index += 1
        return index

    def _read(self, first: int, bare: bool) -> Phrase | None:
        """Office, then name, as far as the words tell."""
        index, role_last, saved = first, -1, -1
        need = definite = indefinite = attached = False
        unknown = 0
        open_body = False
        head = ""
        while (
            index < len(self.frame.words) and index - first < _LONGEST_ROLE and (index == first or self.joined(index))
        ):
            word = self.word(index)
            if index > first and self.frame.is_cue(index) and not (need and word.article):
                break
            if self._name_starts(index, word, role_last, need, bare and index == first):
                name_last = self.name_end(index)
                shown = self.shown(index)
                if attached and not shown:
                    break
                if open_body and not shown:
                    role_last, index = index, index + 1
                    continue
                if name_last == index and index - first > 1 and self.articled_name(index - 1):
                    return Phrase(first, name_last, index - 2, index - 1, name_last, definite=True, sure=True)
                sure = shown or (definite and role_last >= 0 and not need)
                known = definite or not (self.articled or self._indefinite(first))
                if role_last < 0 and not self.articled and not self._sure_pair(index, name_last):
                    name_last = index
                return Phrase(first, name_last, role_last, index, name_last, definite=known, sure=sure)
            if self._titled(index, role_last):
                role_last, need = index, True
            elif word.kind in ("stop", "number") or (
                word.led and role_last >= 0 and word.kind == "word" and not word.article
            ):
                if not head or attached or word.kind == "number" or not self._attaches(index):
                    break
                attached, saved, need = True, role_last, False
            elif word.kind in ROLES or (self.articled and (word.article or need)) or role_last >= 0:
                if word.joined and index > first and role_last >= 0 and word.kind in HEADS:
                    break
                if not self.articled and word.kind in ("word", "given", "particle"):
                    unknown += 1
                    if unknown > 3:
                        break
                if self.articled and role_last >= 0 and not need and not word.article and word.kind == "word":
                    break
                open_body = need and word.kind == "word" and not word.article and self.word(role_last).kind == "bodies"
                head = head or (word.kind if word.kind in ROLES else "noun")
                indefinite = indefinite or (role_last < 0 and not word.article and word.kind != "ranks")
                definite = definite or (not attached and (word.article or word.kind == "ranks"))
                need = self.articled and not word.article and word.kind in ("offices", "persons", "bodies")
                role_last = index
            else:
                break
            index += 1
        if role_last < 0:
            return None
        if attached and not (indefinite and not definite):
            role_last = saved
        if self.joined(role_last + 1) and self.frame.words[role_last + 1].folded in self.behind:
            return Phrase(first, role_last + 1, role_last + 1, definite=True, pointed=True)
        body = head == "bodies"
        known = definite or not (self.articled or self._indefinite(first))
        return Phrase(first, role_last, role_last, body=body, definite=known)

    def _sure_pair(self, first: int, last: int) -> bool:
        """Whether a second word belongs to a given name that nothing leads in: "عایشه محتاط" is a name and a word."""
        if last != first + 1 or self.word(first).kind != "given" or self.word(last).kind == "given":
            return True
        led = self.joined(last + 1) and self.frame.words[last + 1].folded in self.behind_names
        return led or self.full_name(first) > 0 or self.set_off(last + 1) or self.told(last)

    def _indefinite(self, index: int) -> bool:
        """Whether an ending makes a noun one of many: "زنی", a woman."""
        word = self.frame.words[index].folded
        roles = vocabulary(self.code).roles
        return any(word.endswith(ending) and word.removesuffix(ending) in roles for ending in self.one_of_many)

    def _titled(self, index: int, role_last: int) -> bool:
        """Whether "in the name of" belongs to an office: "the speaker in the name of the ministry"."""
        if role_last < 0 or self.word(role_last).kind != "offices":
            return False
        return self.titled.at(self.frame.words, index, self.frame.text) is not None and self.articled

    def _attaches(self, index: int) -> bool:
        """Whether a preposition ties a body or a field to an office: "the expert in the institute"."""
        if self.frame.words[index].folded not in self.attaching or not self.joined(index + 1):
            return False
        following = self.word(index + 1)
        near = self.frame.words[index].folded in self.placing
        if following.kind in ("bodies", "places") or (following.kind == "fields" and (near or not self.articled)):
            return True
        construct = following.kind == "word" and self.joined(index + 2) and self.word(index + 2).article
        return self.articled and near and (following.article or construct)

    def _name_starts(self, index: int, word: Reading, role_last: int, need: bool, bare: bool) -> bool:
        if self.full_name(index) or (self.knows(index) and not need):
            return True
        if self.frame.words[index].folded in self.behind or (word.joined and role_last >= 0):
            return False
        if word.kind == "given" or (role_last >= 0 and not need and self.also_given(index)):
            return role_last >= 0 or bare
        if not self.articled and role_last >= 0 and word.kind == "word" and self.word(role_last).kind == "ranks":
            return self.told(self.name_end(index))
        if self.articled:
            if word.kind == "particle":
                return (role_last >= 0 or bare) and self.joined(index + 1) and not self.ends(index + 1)
            if word.article or word.led or word.kind != "word" or need:
                return False
            return role_last >= 0 or bare
        return bare and role_last < 0 and word.kind == "word"

    def _settled(self, phrase: Phrase, bare: bool, cued: bool, apposed: bool) -> Phrase | None:
        """The phrase if it holds: a name that nothing shows is one only beside an office or a cue."""
        following = phrase.last + 1
        if self.joined(following) and self.frame.words[following].folded in self.objects and not phrase.sure:
            return None
        if not phrase.named:
            known = self.word(phrase.first).kind in (*_TELLING, "places", "fields")
            return phrase if known or (cued and self.articled) or self.beside_cue(phrase.last) else None
        if phrase.sure:
            return phrase
        words = range(phrase.name_first, phrase.name_last + 1)
        if len(words) > 1 and not any(self.common(at) for at in words):
            last = phrase.name_last
            parted = bare and not cued and (self.parted(last) or (not self.articled and self.plain(last)))
            told = parted or self.told(last)
            lone = cued and (not self.word(last).article if self.articled else self.set_off(last + 1))
            if told or (apposed and self.set_off(last + 1)) or lone:
                return replace(phrase, sure=told or apposed or len(words) < 4)
        if phrase.role_last >= 0:
            return Phrase(phrase.first, phrase.role_last, phrase.role_last, definite=phrase.definite)
        if not ((cued and self.articled) or self.beside_cue(phrase.last)):
            return None
        return Phrase(phrase.first, phrase.last, phrase.last, definite=False)
