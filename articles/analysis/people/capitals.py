"""Finds who is mentioned where every noun has a capital: what of a noun phrase is name, office or body."""

from __future__ import annotations

from collections.abc import Iterator

from articles.analysis.people.mentions import Mention
from articles.analysis.people.nouns import Noun, Nouns, noun_kind
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import word_set

_ATTACHED = 4
"""Nouns that an article or a preposition ties to a first one, at most."""


def noun_mentions(frame: Frame) -> tuple[Mention, ...]:
    """Every mention outside of quotation marks, in the order of the text."""
    return _Mentions(frame).found()


class _Mentions(Nouns):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.common = self._common()
        self.lone = self._lone()
        self.local = self._local()

    def found(self) -> tuple[Mention, ...]:
        found = [self._mention(noun) for noun in self.nouns]
        taken = {index for one in self.nouns for index in range(one.opening, one.last + 1)}
        for index, word in enumerate(self.frame.words):
            if word.folded in self.pronouns and index not in taken and not self.frame.quoted[index]:
                found.append(Mention(word.start, word.end, index, index, "pronoun"))
        found.sort(key=lambda one: one.start)
        return tuple(self._extended(found))

    def _common(self) -> frozenset[str]:
        """Nouns that stand somewhere behind an article or an adjective, alone: they are no names."""
        words = self.frame.words
        return frozenset(words[one.first].folded for one in self.nouns if one.opening < one.first == one.last)

    def _lone(self) -> frozenset[str]:
        """Last words of names of several words, which stand for the name alone, too."""
        words = self.frame.words
        return frozenset(words[one.last].folded for one in self.nouns if one.last > one.first)

    def _local(self) -> frozenset[str]:
        """Words that stand behind a preposition of place somewhere."""
        places = word_set(self.code, "people", "place_prepositions")
        words = self.frame.words
        return frozenset(
            words[one.first].folded
            for one in self.nouns
            if one.opening == one.first == one.last and one.first > 0 and words[one.first - 1].folded in places
        )

    def _mention(self, noun: Noun) -> Mention:
        words, text = self.frame.words, self.frame.text
        kinds = [noun_kind(self.code, words[index].folded) for index in range(noun.first, noun.last + 1)]
        plain = noun.first <= noun.opening + 1
        definite = noun.article in self.definite and plain
        start, end = words[noun.opening].start, words[noun.last].end
        inner = next((at for at in range(noun.first, noun.last + 1) if words[at].start in self.titled), None)
        if inner is not None:
            name = " ".join(text[words[inner].start : end].split())
            return Mention(start, end, noun.opening, noun.last, "body", name=name)
        cut = self._name_start(noun, kinds)
        whole = " ".join(text[start:end].split())
        if cut is None or cut > noun.last:
            return Mention(start, end, noun.opening, noun.last, "role", role=whole, definite=definite)
        name = " ".join(text[words[cut].start : end].split())
        role = " ".join(text[words[noun.first].start : words[cut].start].split()) if cut > noun.first else ""
        head = kinds[cut - noun.first - 1] if cut > noun.first else ""
        if head == "bodies" or self._is_body(noun, cut, kinds):
            return Mention(start, end, noun.opening, noun.last, "body", name=name)
        if cut == noun.first == noun.last and (words[cut].folded in self.places | (self.local - self.lone)):
            return Mention(start, end, noun.opening, noun.last, "place", name=name)
        return Mention(start, end, noun.opening, noun.last, "name", name=name, role=role)

    def _name_start(self, noun: Noun, kinds: list[str]) -> int | None:
        """Where the name begins in a run; None where the run is no name."""
        words = self.frame.words
        if words[noun.first].folded.endswith(self.sources) and not kinds[0]:
            return None
        heads = [noun.first + at for at, kind in enumerate(kinds) if kind in ("offices", "ranks", "persons")]
        count = noun.last - noun.first + 1
        if heads:
            cut = heads[-1] + 1
            return cut if cut <= noun.last else None
        if count == 1:
            word = words[noun.first]
            if kinds[0] == "bodies" and not _abbreviation(word.text):
                return None
            if _abbreviation(word.text):
                return noun.first
            known = word.folded in self.lone or word.folded in self.places
            named = known or not (noun.article or word.folded in self.common or self.is_common(noun.first))
            return noun.first if named else None
        if "bodies" in kinds:
            at = kinds.index("bodies")
            leads = at == 0 and not any(kinds[1:]) and not _abbreviation(words[noun.first].text)
            if leads and all(words[index].folded in self.places for index in range(noun.first + 1, noun.last + 1)):
                return None
            return noun.first + 1 if leads else noun.first
        if self.is_common(noun.last):
            return None
        if noun.article and not self._field(noun.first) and not _abbreviation(words[noun.first].text):
            return noun.first + 1
        if words[noun.first].folded in self.common and words[noun.first].start in self.openings:
            return noun.first + 1
        return noun.first

    def _field(self, index: int) -> bool:
        return self.frame.words[index].folded in self.fields

    def _is_body(self, noun: Noun, cut: int, kinds: list[str]) -> bool:
        words = self.frame.words
        if "bodies" in kinds or self._field(noun.first):
            return True
        return cut == noun.last and _abbreviation(words[cut].text)

    def _extended(self, found: list[Mention]) -> Iterator[Mention]:
        """Nouns for somebody without a name, with what an article or a preposition ties to them."""
        inner: set[int] = set()
        for at, mention in enumerate(found):
            if mention.kind != "role":
                yield mention
                continue
            if mention.start in inner:
                continue
            end = mention
            for following in found[at + 1 : at + 1 + _ATTACHED]:
                if not self._attached(end, following):
                    break
                end = following
                if not self._is_source(mention):
                    inner.add(following.start)
            if end is mention:
                yield mention
                continue
            role = " ".join(self.frame.text[mention.start : end.end].split())
            yield Mention(mention.start, end.end, mention.first, end.last, "role", role=role)

    def _is_source(self, mention: Mention) -> bool:
        words = self.frame.words[mention.first : mention.last + 1]
        return any(word.text[:1].isupper() and word.folded.endswith(self.sources) for word in words)

    def _attached(self, left: Mention, right: Mention) -> bool:
        words = self.frame.words
        if right.kind == "pronoun":
            return False
        if right.first == left.last + 1:
            return self._joined(right.first) and words[right.first].folded in self._genitives()
        tie = right.first == left.last + 2 and self._joined(right.first) and self._joined(left.last + 1)
        return tie and words[left.last + 1].folded in self.ties

    def _genitives(self) -> frozenset[str]:
        return word_set(self.code, "people", "genitives")


def _abbreviation(text: str) -> bool:
    return len(text) > 1 and sum(sign.isupper() for sign in text) > 1 and "-" not in text[1:-1]
