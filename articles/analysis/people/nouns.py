"""Finds noun phrases where every noun has a capital."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.analysis.people.runs import is_capital
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import NOUN_LISTS, calendar_words, noun_tail, word_set

_INNER = 5
"""Small words between an article and its noun, at most."""
_MARKS = "„“”‟\"«»‚‘’' "


@dataclass(frozen=True, slots=True)
class Noun:
    """A run of capital words with the article and the adjectives before it, by index."""

    opening: int
    """Its article, or its first adjective, or `first`."""
    first: int
    last: int
    article: str = ""


def noun_kind(code: str, word: str) -> str:
    """offices, ranks, persons or bodies by the end of a noun, as compounds have their meaning there; else ""."""
    if word in word_set(code, "people", "ranks"):
        return "ranks"
    tail = noun_tail(code, word)
    return next((name for name in NOUN_LISTS if tail in word_set(code, "people", name)), "")


class Nouns:
    """The nouns of one article outside of quotation marks, in runs of words with a capital."""

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
        self.titled = {span.start: span.end for span in frame.titled}
        self.ends = frozenset(self.titled.values())
        self.sources = tuple(word_set(code, "speech", "source_nouns"))
        self.inner = frozenset(
            word.folded
            for word in frame.words
            if word.text[:1].isupper() and word.start > 1 and frame.text[word.start - 2] not in '.!?:“”„"«»\n'
        )
        self.adverbs = tuple(frame.language.people.adverb_endings)
        self.no_names = (*word_set(code, "speech", "source_nouns"), *frame.language.people.noun_endings)
        self.openings = frozenset(sentence.start for sentence in frame.sentences)
        self.nouns = list(self._nouns())

    def _nouns(self) -> Iterator[Noun]:
        index, total = 0, len(self.frame.words)
        while index < total:
            noun = self._noun_at(index)
            if noun is None:
                index += 1
                continue
            yield noun
            index = noun.last + 1

    def _noun_at(self, index: int) -> Noun | None:
        frame, word = self.frame, self.frame.words[index]
        if frame.quoted[index]:
            return None
        if word.folded in self.articles and not self._is_noun(index):
            first = index + 1
            while first - index <= _INNER and self._joined(first) and self._inner(first):
                first += 1
            if self._joined(first) and self._is_noun(first):
                return Noun(index, first, self._run(first), word.folded)
            return None
        if self._is_noun(index):
            return Noun(index, index, self._run(index))
        first = index
        while first - index <= 2 and self._bare_adjective(first) and (first == index or self._joined(first)):
            first += 1
        if first > index and self._joined(first) and self._is_noun(first):
            return Noun(index, first, self._run(first))
        return None

    def _joined(self, index: int) -> bool:
        """Whether a word follows the one before it with nothing but space between, outside of marks."""
        words = self.frame.words
        if index >= len(words) or self.frame.quoted[index]:
            return False
        gap = self.frame.between(index - 1, index)
        if words[index].start in self.titled or words[index - 1].end in self.ends:
            return not gap.strip(_MARKS)
        return gap.isspace() and "\n" not in gap

    def _is_noun(self, index: int) -> bool:
        word = self.frame.words[index]
        if word.start in self.titled:
            return True
        aged = word.text[:1].isdigit() and word.text.rpartition("-")[2][:1].isupper()
        if not (aged or is_capital(word.text)) or self.frame.quoted[index] or word.folded in self.days:
            return False
        if self.frame.text[word.end : word.end + 2] == "- ":
            return False
        if word.start in self.openings:
            closed = word.folded in self.small or word.folded in self.articles or self._is_cue(index)
            closed = closed or (word.folded not in self.inner and word.folded.endswith(self.adverbs))
            return not closed
        return word.folded not in self.small or word.text.isupper() or word.folded in self.fields

    def _is_cue(self, index: int) -> bool:
        return self.frame.is_cue(index)

    def _inner(self, index: int) -> bool:
        """Whether a small word may stand between an article and its noun."""
        word = self.frame.words[index]
        if word.text[:1].isdigit():
            return not self._is_noun(index)
        return (
            not is_capital(word.text)
            and not self._is_cue(index)
            and (self._adjective(index) or word.folded not in self._closed())
        )

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

    def _bare_adjective(self, index: int) -> bool:
        """Whether a word is an adjective by itself, without an article before it."""
        return self._adjective(index) and self._known_adjective(self.frame.words[index].folded)

    def _known_adjective(self, word: str) -> bool:
        return word.endswith(tuple(self.frame.language.people.adjectives))

    def _run(self, first: int) -> int:
        """The last word of a run of capital words; small words inside names belong to it."""
        words, last = self.frame.words, self._title_end(first)
        while last + 1 < len(words) and words[last].end not in self.ends:
            following = last + 1
            dotted = self.frame.between(last, following) == ". " and self._keeps_stop(last)
            if not self._joined(following) and not dotted:
                break
            if self._is_noun(following):
                last = self._title_end(following)
                continue
            end = following
            while end - following < 2 and self._joined(end) and words[end].folded in self.particles:
                end += 1
            led = end > following and words[following].folded not in self.definite and self._joined(end)
            if not led or not self._is_noun(end) or not self._takes_particle(first, last):
                break
            last = end
        return last

    def _title_end(self, index: int) -> int:
        """The last word of the name in marks that begins with a word; the word itself where none does."""
        end = self.titled.get(self.frame.words[index].start)
        while end is not None and self.frame.words[index].end < end:
            index += 1
        return index

    def _takes_particle(self, first: int, last: int) -> bool:
        """Whether a small word behind may go on a name: behind one given name, not behind an office."""
        nouns = [noun_kind(self.code, self.frame.words[index].folded) for index in range(first, last + 1)]
        names = [kind for kind in nouns if not kind]
        return len(names) == 1 and not nouns[-1] and self._bare(first) and not self.is_common(last)

    def is_common(self, index: int) -> bool:
        """Whether the ending of a noun tells that it is no name: "Angaben", "Zeitung"."""
        return self.frame.words[index].folded.endswith(self.no_names)

    def _bare(self, first: int) -> bool:
        if first == 0 or not self._joined(first):
            return True
        before = self.frame.words[first - 1].folded
        return before not in self.articles or bool(noun_kind(self.code, self.frame.words[first].folded))

    def _keeps_stop(self, index: int) -> bool:
        word = self.frame.words[index]
        ranks = word_set(self.code, "people", "ranks")
        return word.folded in ranks or all(len(part) == 1 for part in word.text.split("."))
