"""What shows that words are a name where the script has no capitals: what stands behind them, and their place."""

from __future__ import annotations

from articles.analysis.people.uncased_names import Names
from articles.analysis.people.uncased_words import HEADS, Reading, vocabulary
from articles.analysis.reading.frame import Frame, folded
from articles.analysis.reading.lexicon import word_set

_TELLING_WORDS = 3
"""Words behind a name and a comma in which a body tells that what is there is an office."""
_APPOSITION = 8
"""Words between two commas behind a name, at most, which tell who it is."""
_STEM = 3
"""Letters of a word, at least, before an ending that tells that it is no name."""
_PLAIN = 14
"""Words from a name that opens its sentence to the verb that credits it, at most."""
_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs"})


class Evidence(Names):
    """Looks for what shows a name to be one."""

    def __init__(
        self, frame: Frame, readings: tuple[Reading, ...], lone: frozenset[str], full: frozenset[tuple[str, ...]]
    ) -> None:
        super().__init__(frame, readings, lone, full)
        self.pointing = word_set(self.code, "people", "definite")
        self.opening = word_set(self.code, "people", "indefinite", "quantifiers") | self.pointing
        self.pronouns = word_set(self.code, "people", "pronouns")
        self.attaching = word_set(self.code, "people", "prepositions", "place_prepositions")
        self.behind_names = self.attaching | self.opening | word_set(self.code, "speech", "complementisers", "fillers")
        self.placing = word_set(self.code, "people", "place_prepositions")
        self.plurals = tuple(folded(ending) for ending in frame.language.speech.plural_endings)
        self.seen = frozenset(word.core for word in readings if word.article)

    def told(self, last: int) -> bool:
        """Whether what follows a name tells who that is: "X, the minister," / "X who is a minister"."""
        following = last + 1
        if following >= len(self.frame.words) or self.frame.quoted[following]:
            return False
        gap = self.frame.between(last, following).strip()
        if gap not in ("", ","):
            return False
        if self._leads_in(following) and self.joined(following + 1):
            following += 1
        if gap == "," and any(self.word(at).kind == "bodies" for at in self._run(following)):
            return True
        return self.word(following).kind in HEADS and (gap == "," or not self.articled)

    def _run(self, index: int) -> list[int]:
        """A word and the next two, as far as nothing parts them."""
        run = [index]
        while len(run) < _TELLING_WORDS and not self.ends(run[-1] + 1):
            run.append(run[-1] + 1)
        return run

    def _leads_in(self, index: int) -> bool:
        """Whether a word leads in what somebody is: "a", "and he is"."""
        word = self.frame.words[index].folded
        proclitics = vocabulary(self.code).joined
        return word in self.opening or any(word.removeprefix(small) in self.pronouns for small in proclitics)

    def set_off(self, index: int) -> bool:
        """Whether a mark or a cue follows a phrase."""
        return not self.joined(index) or self.frame.is_cue(index)

    def common(self, index: int) -> bool:
        """Whether a word is rather no name: the article stands before it elsewhere, or its ending tells."""
        word = self.word(index)
        if word.article or word.kind != "word":
            return False
        written = self.frame.words[index].text
        plural = any(written.endswith(ending) and len(written) - len(ending) >= _STEM for ending in self.endings)
        return word.core in self.seen or plural

    def beside_cue(self, last: int) -> bool:
        """Whether a cue follows, with nothing but small words between."""
        fillers = word_set(self.code, "speech", "fillers")
        index = last + 1
        while self.joined(index) and self.frame.words[index].folded in fillers:
            index += 1
        return self.joined(index) and self.frame.is_cue(index)

    def parted(self, last: int) -> bool:
        """Whether a name opens its sentence, with what it is between commas and then a verb: "X, ..., said"."""
        frame = self.frame
        sentence = frame.sentence_at(frame.words[last].start)
        commas = 0
        for index in range(last + 1, min(last + 1 + _PLAIN, len(frame.words))):
            if frame.words[index].start >= sentence.end or frame.quoted[index]:
                return False
            commas += frame.between(index - 1, index).strip() == ","
            if index == last + 1 and not commas:
                return False
            if commas == 1 and index - last > _APPOSITION:
                return False
            if commas and frame.is_cue(index):
                return commas == 2
        return False

    def plain(self, last: int) -> bool:
        """Whether a name opens its sentence, and nobody else stands between it and one verb of speech."""
        frame = self.frame
        sentence = frame.sentence_at(frame.words[last].start)
        cues = frame.cues_in(frame.words[last].end, sentence.end)[:1]
        if not cues or not cues[0].kinds & _CREDITING or cues[0].first - last > _PLAIN:
            return False
        if frame.words[cues[0].last].folded.endswith(self.plurals):
            return False
        for index in range(last + 1, cues[0].first):
            if frame.quoted[index] or not frame.between(index - 1, index).isspace():
                return False
            led = frame.words[index - 1].folded in self.attaching
            if not led and (self.word(index).kind in HEADS or frame.words[index].folded in self.pronouns):
                return False
        return self.word(last + 1).kind == "stop" and frame.words[last + 1].folded in self.attaching
