"""Finds who is mentioned where every noun has a capital: noun phrases, and what of them is name or office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.analysis.frame import Frame
from articles.analysis.lexicon import calendar_words, word_set
from articles.analysis.mentions import Mention
from articles.analysis.runs import is_capital

_SHORTEST_TAIL = 4
"""Letters of a noun, at least, that is known inside a longer one: "chef" in "Parteichef"."""
_INNER = 5
"""Small words between an article and its noun, at most."""
_ATTACHED = 4
"""Nouns that an article or a preposition ties to a first one, at most."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A run of capital words with the article and the adjectives before it, by index."""

    opening: int
    """Its article, or its first adjective, or `first`."""
    first: int
    last: int
    article: str = ""


def noun_kind(code: str, word: str) -> str:
    """offices, ranks, persons or bodies by the end of a noun, as compounds have their meaning there; else ""."""
    return _noun_kind(code, word)


@lru_cache(maxsize=20000)
def _noun_kind(code: str, word: str) -> str:
    lists = ("offices", "persons", "bodies")
    if word in word_set(code, "people", "ranks"):
        return "ranks"
    for start in range(max(1, len(word) - _SHORTEST_TAIL + 1)):
        for name in lists:
            if word[start:] in word_set(code, "people", name) and (start == 0 or word[start:].isalpha()):
                return name
    return ""


def noun_mentions(frame: Frame) -> tuple[Mention, ...]:
    """Every mention outside of quotation marks, in the order of the text."""
    return _Nouns(frame).found()


class _Nouns:
    def __init__(self, frame: Frame) -> None:
        code = frame.language.code
        self.frame, self.code = frame, code
        self.definite = word_set(code, "people", "definite")
        self.articles = self.definite | word_set(code, "people", "indefinite", "quantifiers")
        self.pronouns = word_set(code, "people", "pronouns")
        self.prepositions = word_set(code, "people", "prepositions")
        self.ties = word_set(code, "people", "linking")
        self.particles = word_set(code, "people", "particles")
        self.fields = word_set(code, "people", "fields")
        self.places = word_set(code, "people", "places")
        self.days = calendar_words(code)
        self.endings = tuple(frame.language.people.adjective_endings)
        self.small = (
            frozenset(frame.language.words.stop)
            | self.pronouns
            | self.prepositions
            | word_set(code, "speech", "complementisers", "fillers", "negations", "conjunctions", "subordinators")
            | word_set(code, "speech", "auxiliaries", "subjunctives", "conditionals", "own_sources")
        )
        self.openings = frozenset(sentence.start for sentence in frame.sentences)
        self.nouns = list(self._nouns())
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

    def _nouns(self) -> Iterator[_Noun]:
        index, total = 0, len(self.frame.words)
        while index < total:
            noun = self._noun_at(index)
            if noun is None:
                index += 1
                continue
            yield noun
            index = noun.last + 1

    def _noun_at(self, index: int) -> _Noun | None:
        frame, word = self.frame, self.frame.words[index]
        if frame.quoted[index]:
            return None
        if word.folded in self.articles and not self._is_noun(index):
            first = index + 1
            while first - index <= _INNER and self._joined(first) and self._inner(first):
                first += 1
            if self._joined(first) and self._is_noun(first):
                return _Noun(index, first, self._run(first), word.folded)
            return None
        if self._is_noun(index):
            return _Noun(index, index, self._run(index))
        first = index
        while first - index <= 2 and self._adjective(first) and (first == index or self._joined(first)):
            first += 1
        if first > index and self._joined(first) and self._is_noun(first):
            return _Noun(index, first, self._run(first))
        return None

    def _joined(self, index: int) -> bool:
        """Whether a word follows the one before it with nothing but space between, outside of marks."""
        words = self.frame.words
        if index >= len(words) or self.frame.quoted[index]:
            return False
        gap = self.frame.between(index - 1, index)
        return gap.isspace() and "\n" not in gap

    def _is_noun(self, index: int) -> bool:
        word = self.frame.words[index]
        if not is_capital(word.text) or self.frame.quoted[index] or word.folded in self.days:
            return False
        if word.start in self.openings:
            return word.folded not in self.small and word.folded not in self.articles and not self._is_cue(index)
        return word.folded not in self.small or word.text.isupper() or word.folded in self.fields

    def _is_cue(self, index: int) -> bool:
        return word_is_cue(self.frame, index)

    def _inner(self, index: int) -> bool:
        """Whether a small word may stand between an article and its noun."""
        word = self.frame.words[index]
        if word.text[:1].isdigit():
            return True
        return not is_capital(word.text) and (self._adjective(index) or word.folded not in self._closed())

    def _closed(self) -> frozenset[str]:
        return self.small | self.articles

    def _adjective(self, index: int) -> bool:
        if index >= len(self.frame.words) or self.frame.quoted[index] or self._is_cue(index):
            return False
        word = self.frame.words[index]
        if word.folded in self.small:
            return False
        opens = word.start in self.openings
        return (word.text.islower() or (opens and self._known_adjective(word.folded))) and word.folded.endswith(
            self.endings
        )

    def _known_adjective(self, word: str) -> bool:
        return word.endswith(tuple(self.frame.language.people.adjectives))

    def _run(self, first: int) -> int:
        """The last word of a run of capital words; small words inside names belong to it."""
        words, last = self.frame.words, first
        while last + 1 < len(words):
            following = last + 1
            dotted = self.frame.between(last, following) == ". " and self._keeps_stop(last)
            if not self._joined(following) and not dotted:
                break
            if self._is_noun(following):
                last = following
                continue
            end = following
            while end - following < 2 and self._joined(end) and words[end].folded in self.particles:
                end += 1
            if (
                end == following
                or not self._joined(end)
                or not self._is_noun(end)
                or not self._takes_particle(first, last)
            ):
                break
            last = end
        return last

    def _takes_particle(self, first: int, last: int) -> bool:
        """Whether a small word behind may go on a name: behind one given name, not behind an office."""
        nouns = [noun_kind(self.code, self.frame.words[index].folded) for index in range(first, last + 1)]
        names = [kind for kind in nouns if not kind]
        return len(names) == 1 and not nouns[-1] and self._bare(first)

    def _bare(self, first: int) -> bool:
        if first == 0 or not self._joined(first):
            return True
        before = self.frame.words[first - 1].folded
        return before not in self.articles or bool(noun_kind(self.code, self.frame.words[first].folded))

    def _keeps_stop(self, index: int) -> bool:
        word = self.frame.words[index]
        ranks = word_set(self.code, "people", "ranks")
        return word.folded in ranks or all(len(part) == 1 for part in word.text.split("."))

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

    def _mention(self, noun: _Noun) -> Mention:
        words, text = self.frame.words, self.frame.text
        kinds = [noun_kind(self.code, words[index].folded) for index in range(noun.first, noun.last + 1)]
        definite = noun.article in self.definite
        start, end = words[noun.opening].start, words[noun.last].end
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

    def _name_start(self, noun: _Noun, kinds: list[str]) -> int | None:
        """Where the name begins in a run; None where the run is no name."""
        words = self.frame.words
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
            return noun.first if known or (not noun.article and word.folded not in self.common) else None
        if "bodies" in kinds:
            at = kinds.index("bodies")
            leads = at == 0 and not any(kinds[1:]) and not _abbreviation(words[noun.first].text)
            return noun.first + 1 if leads else noun.first
        if noun.article and not self._field(noun.first) and not _abbreviation(words[noun.first].text):
            return noun.first + 1
        if words[noun.first].folded in self.common and words[noun.first].start in self.openings:
            return noun.first + 1
        return noun.first

    def _field(self, index: int) -> bool:
        return self.frame.words[index].folded in self.fields

    def _is_body(self, noun: _Noun, cut: int, kinds: list[str]) -> bool:
        words = self.frame.words
        if "bodies" in kinds or self._field(noun.first):
            return True
        return cut == noun.last and _abbreviation(words[cut].text)

    def _extended(self, found: list[Mention]) -> Iterator[Mention]:
        """Nouns for somebody without a name, with what an article or a preposition ties to them."""
        for at, mention in enumerate(found):
            if mention.kind != "role":
                yield mention
                continue
            end = mention
            for following in found[at + 1 : at + 1 + _ATTACHED]:
                if not self._attached(end, following):
                    break
                end = following
            if end is mention:
                yield mention
                continue
            role = " ".join(self.frame.text[mention.start : end.end].split())
            yield Mention(mention.start, end.end, mention.first, end.last, "role", role=role, definite=mention.definite)

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


def word_is_cue(frame: Frame, index: int) -> bool:
    """Whether a word is a cue of speech by its form."""
    return frame.words[index].folded in word_set(frame.language.code, "speech", "verbs", "that_verbs", "quoting_verbs")


def _abbreviation(text: str) -> bool:
    return len(text) > 1 and sum(sign.isupper() for sign in text) > 1 and "-" not in text[1:-1]
