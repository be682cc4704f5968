"""Tells where a name begins and ends among words of a script without capitals."""

from __future__ import annotations

from collections.abc import Iterator

from articles.analysis.people.uncased_words import HEADS, ROLES, Reading, vocabulary
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import word_set

_LONGEST_NAME = 5
_TELLING = (*HEADS, "bodies")
_TANWIN = ("\u064b", "\u064b\u0627")


class Names:
    """The names of one article. `lone` and `full` are those that are known in it, folded: one word, and several."""

    def __init__(
        self, frame: Frame, readings: tuple[Reading, ...], lone: frozenset[str], full: frozenset[tuple[str, ...]]
    ) -> None:
        self.frame = frame
        self.readings = readings
        self.firsts = frozenset(name[0] for name in full)
        self.lone = lone
        self.full = full
        self.surnames = frozenset(name[-1] for name in full) - frozenset(name[0] for name in full)
        self.code = frame.language.code
        self.articled = bool(frame.language.people.articles)
        self.behind = word_set(self.code, "people", "definite_after")
        self.endings = frame.language.people.common_endings
        self.objects = word_set(self.code, "people", "object_markers")
        self.alone = frozenset(self._alone())
        """Words that nothing shows to be names but that they stand alone behind a cue."""

    def word(self, index: int) -> Reading:
        return self.readings[index]

    def _alone(self) -> Iterator[str]:
        for cue in self.frame.cues:
            index = cue.last + 1
            plain = self.joined(index) and self.word(index).kind == "word" and not self.word(index).article
            if plain and not self.word(index).led and self.closed(index + 1):
                yield self.frame.words[index].folded

    def _small_inside(self, index: int) -> bool:
        """Whether a small word is part of a name, since the one behind it is spoken of alone elsewhere: "كان"."""
        return self.joined(index + 1) and self.word(index).kind == "stop" and self.word(index + 1).core in self.alone

    def knows(self, index: int) -> bool:
        """Whether a name that the article has shown begins here."""
        if not self.lone:
            return False
        core = self._core(index)
        return core in self.lone or self.frame.words[index].folded in self.lone or self.full_name(index) > 0

    def _core(self, index: int) -> str:
        """The word without what is written onto it, the article kept."""
        word = self.readings[index]
        if not word.cut:
            return self.frame.words[index].folded
        articles = vocabulary(self.code).articles
        return articles[0] + word.core if word.article and articles else self.frame.words[index].folded[word.cut :]

    def full_name(self, index: int) -> int:
        """How many words from here are a full name that is known."""
        words = self.frame.words
        core = self._core(index)
        if core not in self.firsts and words[index].folded not in self.firsts:
            return 0
        for length in range(min(_LONGEST_NAME, len(words) - index), 1, -1):
            piece = tuple(word.folded for word in words[index : index + length])
            if piece in self.full or (core, *piece[1:]) in self.full:
                return length if self.joined_through(index, index + length - 1) else 0
        return 0

    def joined_through(self, first: int, last: int) -> bool:
        return all(self.joined(index) for index in range(first + 1, last + 1))

    def joined(self, index: int) -> bool:
        """Whether nothing but space parts a word from the one before it; an initial may keep its full stop."""
        if index >= len(self.frame.words) or self.frame.quoted[index]:
            return False
        gap = self.frame.between(index - 1, index)
        if gap.strip() == "." and "\n" not in gap and len(self.frame.words[index - 1].folded) == 1:
            return True
        return gap.isspace() and "\n" not in gap

    def ends(self, index: int) -> bool:
        """Whether no phrase goes on with this word."""
        if not self.joined(index) or self.frame.is_cue(index):
            return True
        return self.word(index).kind in ("stop", "number")

    def articled_name(self, index: int) -> bool:
        """Whether a word with the article is rather a given name: behind an office it is neither office nor field."""
        word, before = self.word(index), self.word(index - 1)
        return word.article and word.kind == "word" and before.article and before.kind in ROLES

    def shown(self, index: int) -> bool:
        return self.word(index).kind in ("given", "particle") or self.knows(index) or self.also_given(index)

    def also_given(self, index: int) -> bool:
        """Whether a word for an office is rather a given name: it has no article, and a surname follows."""
        word = self.word(index)
        if not self.articled or word.kind not in HEADS or word.article or word.core not in vocabulary(self.code).given:
            return False
        return self.joined(index + 1) and self.word(index + 1).kind in ("word", "given", "particle")

    def name_end(self, first: int) -> int:
        if length := self.full_name(first):
            return first + length - 1
        if self._core(first) in self.surnames or (self._core(first) in self.lone and self.word(first).kind != "given"):
            return first
        last = first
        while (
            last + 1 < len(self.frame.words)
            and last - first + 1 < _LONGEST_NAME
            and self._name_goes_on(first, last + 1)
        ):
            last += 1
        return last

    def _name_goes_on(self, first: int, index: int) -> bool:
        if not self.joined(index) or self.frame.is_cue(index):
            return False
        word, before = self.word(index), self.word(index - 1)
        count = index - first
        if self._small_inside(index) and before.kind in ("word", "given"):
            return True
        if before.kind == "particle" and word.kind not in ("stop", "number"):
            return True
        if word.led and word.article and word.kind == "word" and count == 1:
            return not self.joined(index + 1) or self.frame.is_cue(index + 1)
        if word.kind in ("stop", "number") or word.joined or word.led:
            return False
        if word.kind == "particle":
            return True
        if self.articled and word.kind == "persons" and before.kind == "given" and count == 1 and not word.article:
            return self.closed(index + 1)
        if word.kind in _TELLING and not (word.article and count == 1 and word.kind != "bodies"):
            return False
        if self.frame.words[index].text.endswith(_TANWIN) or self.frame.words[index].folded in self.behind:
            return False
        if count > 1 and self.articled and word.kind == "word" and word.core.startswith(vocabulary(self.code).led):
            return False
        plain = word.kind == "word" and not word.article
        if count > 1 and plain and self.frame.words[index].text.endswith(self.endings):
            return False
        surnamed = any(self.word(at).article and self.word(at - 1).kind != "particle" for at in range(first, index))
        if self.articled and word.article:
            return count == 1 or not surnamed or word.kind == "word"
        if surnamed or (word.kind in ROLES and count > 1):
            return False
        doubled = before.kind == "given" and not self.articled
        led = self.word(first).kind == "particle" and self.word(first + 1).article
        return count - led == 1 or word.kind == "given" or doubled or self.closed(index + 1)

    def closed(self, index: int) -> bool:
        """Whether a phrase is over before this word."""
        if index >= len(self.frame.words) or not self.joined(index) or self.frame.is_cue(index):
            return True
        return self.word(index).kind in ("stop", *_TELLING) and self.frame.words[index].folded not in self.objects
