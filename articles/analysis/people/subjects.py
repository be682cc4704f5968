"""Finds the subject of a cue: who is named, or told of without a name, before it."""

from __future__ import annotations

from articles.analysis.people.behind import Behind
from articles.analysis.people.mentions import Mention
from articles.analysis.people.nominal import phrase_after, phrase_before
from articles.analysis.reading.frame import Cue
from articles.analysis.reading.lexicon import listed, phrases, word_set

_NEAR = 3
"""Words between a subject and what is tied to it."""
_FARTHEST = 600
"""Signs before a comma in which its subject is looked for."""
_LED = 8
"""Words of a stretch that ends in a name, at most: "state senator X"."""
_PHRASE = 4
"""Small words that belong together, at most."""
_SEGMENTS = 6
"""Stretches between commas in which the subject of a cue is looked for."""
_CLOSER = 12
"""Words of such a relative clause, at most."""
_BREAKS = ",()–—;:"


class Subjects(Behind):
    """The mentions of one article, looked up by the cue that they are the subject of."""

    def before(self, start: int, cue: Cue) -> Mention | None:
        """The subject in text[start:cue.start]."""
        begin, last = self.frame.indexes(start, start).start, cue.first - 1
        fillers = word_set(self.frame.language.code, "speech", "fillers")
        while last >= begin and self.frame.words[last].folded in fillers and not self.at(last):
            last -= 1
        last = self._before_phrase(begin, last)
        if last < begin or self.frame.quoted[last]:
            return None
        gap = self.frame.between(last, last + 1).strip()
        if set(gap) & set(",)–—"):
            return self._in_segments(start, self.frame.words[last].end)
        if gap:
            return None
        if self.frame.words[last].folded in word_set(self.frame.language.code, "speech", "relatives") and last > begin:
            return self._antecedent(begin, last, cue)
        return self._ending_at(begin, last) or self._told_closer(begin, last) or self._before_adverbial(start, last)

    def _told_closer(self, begin: int, last: int) -> Mention | None:
        """Whom a relative clause without commas tells of: "a man who lives next door | said"."""
        code = self.frame.language.code
        relatives = word_set(code, "speech", "relatives") - word_set(code, "speech", "complementisers")
        for index in range(last, max(begin, last - _CLOSER), -1):
            if not self.frame.between(index - 1, index).isspace() or self.frame.quoted[index]:
                return None
            if self.frame.words[index].folded in relatives:
                return self._ending_at(begin, index - 1)
        return None

    def _before_adverbial(self, start: int, last: int) -> Mention | None:
        """The subject before an adverbial that no second comma closes: "X, when asked on Monday | said"."""
        end = self.frame.words[last].end
        stretches = self._stretches(start, end)
        words = self.frame.indexes(*stretches[-1])
        if len(stretches) < 2 or not words or not self._aside(words):
            return None
        return self._in_segments(start, end)

    def _before_phrase(self, begin: int, last: int) -> int:
        """The last word before small words that belong together: "X | in turn | said"."""
        small = phrases(self.frame.language.code, "speech", "fillers")
        for length in range(_PHRASE, 1, -1):
            hit = small.at(self.frame.words, last + 1 - length, self.frame.text) if last + 1 - length > begin else None
            if hit and hit[0] == length:
                return last - length
        return last

    def _antecedent(self, begin: int, relative: int, cue: Cue) -> Mention | None:
        """Whom a relative pronoun stands for: "four in ten who said", "X, who said"; not "que conteste X"."""
        words, code = self.frame.words, self.frame.language.code
        if words[relative].folded in word_set(code, "speech", "complementisers"):
            behind = words[cue.last + 1 : cue.last + 2]
            articles = word_set(code, "people", "definite", "indefinite")
            if not behind or behind[0].text[0].isupper() or behind[0].folded in articles:
                return None
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
        stretches = self._stretches(start, end)[-_SEGMENTS:]
        for index, (left, right) in reversed(tuple(enumerate(stretches))):
            words = self.frame.indexes(left, right)
            if not words:
                continue
            if self.frame.quoted[words.start]:
                break
            if self._aside(words):
                continue
            mention = self._whole(words)
            if mention is None and (self._told_behind(words, articles) or self._set_off(stretches, index)):
                continue
            if mention is None:
                return self._first_stretch(start, end) or told
            if mention.kind in ("name", "body", "pronoun"):
                return (self._lone_name(stretches[index - 1]) if index else None) or mention
            told = mention
        return told

    def _lone_name(self, stretch: tuple[int, int]) -> Mention | None:
        """A stretch that is a name and nothing else: what follows it, name or not, tells who that is."""
        words = self.frame.indexes(*stretch)
        mention = self.at(words.start) if words else None
        alone = mention is not None and (mention.first, mention.last) == (words.start, words.stop - 1)
        return mention if mention and alone and mention.kind == "name" else None

    def _told_behind(self, words: range, articles: frozenset[str]) -> bool:
        """Whether a stretch goes on about a name before it: an age, or what an article leads in."""
        first = self.frame.words[words.start]
        return first.folded in articles or (len(words) == 1 and first.text.isdecimal())

    def _set_off(self, stretches: list[tuple[int, int]], index: int) -> bool:
        """Whether a stretch stands between commas right behind a name, and no verb of speech is in it."""
        if index == 0:
            return False
        words = self.frame.indexes(*stretches[index - 1])
        mention = self._whole(words) if words else None
        alone = mention is not None and (mention.first, mention.last) == (words.start, words.stop - 1)
        named = mention is not None and mention.kind == "name" and (alone or " " in mention.name)
        return named and not self.frame.cues_in(*stretches[index])

    def _first_stretch(self, start: int, end: int) -> Mention | None:
        """A name that is the whole first stretch, whatever follows it up to the comma before the cue."""
        left, right = self._stretches(start, end)[0]
        words = self.frame.indexes(left, right)
        mention = self._whole(words) if left <= start and words else None
        return mention if mention and mention.kind in ("name", "body", "place") else None

    def _aside(self, words: range) -> bool:
        """Whether a stretch tells of the subject or of the act: a relative clause, or one that a preposition opens."""
        code = self.frame.language.code
        opening = listed(
            code,
            *("speech.relatives", "speech.adding_verbs", "speech.speaking_verbs", "occasions.prepositions"),
            *("people.prepositions", "people.place_prepositions"),
        )
        fillers = word_set(code, "speech", "fillers")
        first = next((at for at in words if self.frame.words[at].folded not in fillers), words.start)
        if self.frame.words[first].folded.endswith(self.frame.language.speech.aside_endings or ("\n",)):
            return True
        word = self.frame.words[words.start].folded
        return word in opening and word not in word_set(code, "speech", "conjunctions")

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
        body = ending if self.frame.language.speech.fragments and ending and ending.kind == "body" else None
        pointed = self.frame.words[begin].folded in word_set(self.frame.language.code, "people", "definite")
        if body and pointed and (body.first, body.last) == (begin + 1, last):
            return body
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
