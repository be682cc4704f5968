"""Who speaks where the script has no capitals: the subject by the order of words, and offices by all their words."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.roster import Roster
from articles.analysis.people.uncased_offices import Offices
from articles.analysis.people.uncased_words import reading
from articles.analysis.reading.frame import Cue, Frame, folded
from articles.analysis.reading.lexicon import phrases, word_set
from articles.records import Span

_VOICE = 12
"""Words from a cue to the one who speaks for its subject."""
_MOST = 12
"""Mentions, verbs or words of a stretch that are looked at."""
_EARLIER = 3
"""Earlier verbs of a sentence whose subject may go on."""
_FINITE = frozenset({"verbs", "that_verbs", "quoting_verbs", "purpose_verbs", "naming_verbs"})


class UncasedScene(Offices):
    """A scene whose mentions are whole noun phrases, so that a subject is looked for by where it stands."""

    def __init__(self, frame: Frame, mentions: tuple[Mention, ...], roster: Roster) -> None:
        self._first = frame.language.speech.verb_first
        self._governed: dict[int, bool] = {}
        super().__init__(frame, mentions, roster)
        for person in roster.people:
            person.sex = person.sex or roster.sex_of(person.name.split()[:1]) or self._told_sex(person.role)

    def speaker(self, mention: Mention) -> Speaker | None:
        if mention.kind == "pronoun" and mention.last < mention.first:
            return self._by_verb(self.frame.text[mention.start : mention.end])
        return super().speaker(mention)

    def unspoken(self, cue: Cue) -> Mention | None:
        """A verb that stands first and has nobody behind it: whoever spoke last."""
        following = self.frame.words[cue.last + 1 : cue.last + 2]
        gap = self.frame.text[cue.end : following[0].start] if following else "."
        return self._dropped_subject(cue) if self._first and gap.strip() else None

    def meet(self, sentence: Span, quiet: bool) -> None:
        super().meet(sentence, quiet)
        people = [one for one in self.inside(sentence.start, sentence.end) if one.kind in ("name", "role")]
        if people and people[0].kind == "role" and not people[0].definite and not self.governed(people[0]):
            word = reading(self.frame.language.code, self.frame.words[people[0].first])
            if word.kind == "persons" and not word.article:
                self.notice(self.speaker(people[0]))

    def _by_verb(self, verb: str) -> Speaker | None:
        """Who spoke last, of the sex that the form of a verb tells."""
        female = word_set(self.frame.language.code, "speech", "female_verbs")
        wrong = ("male" if folded(verb) in female else "female") if female else ""
        for speaker in self.recent:
            sex = (
                self.roster.people[speaker.person].sex
                if speaker.person is not None
                else self._told_sex(speaker.name or "")
            )
            if not sex or sex != wrong:
                return speaker
        return None

    def after(self, cue: Cue, end: int) -> Mention | None:
        """The noun phrase right behind a cue; of an office and a name with a comma between, the name."""
        index = self._past_fillers(cue.last + 1)
        if index >= len(self.frame.words) or self.frame.words[index].start >= end:
            return None
        gap = self.frame.text[self.frame.words[index - 1].end : self.frame.words[index].start]
        if gap.strip() or self.frame.quoted[index]:
            return None
        mention = self.at(index)
        if mention is None or mention.first != index or (self._object(mention) and not self._first):
            return None
        if reading(self.frame.language.code, self.frame.words[index]).led and "sources" not in cue.kinds:
            return None
        return self._apposed(mention, end)

    def _past_fillers(self, index: int) -> int:
        """The first word from here on that is no adverb, or that somebody is mentioned by."""
        small = phrases(self.frame.language.code, "speech", "fillers")
        while index < len(self.frame.words) and not self.at(index):
            hit = small.at(self.frame.words, index, self.frame.text)
            if not hit:
                break
            index += hit[0]
        return index

    def _apposed(self, mention: Mention, end: int) -> Mention:
        """The name behind an office, and a comma or not: "the minister, X,", "its commander | General X"."""
        following = mention.last + 1
        if mention.kind != "role" or following >= len(self.frame.words):
            return mention
        other = self.at(following)
        beside = self.frame.between(mention.last, following).strip() in (",", "")
        if other and beside and other.kind == "name" and other.first == following and other.start < end:
            return other
        return mention

    def governed(self, mention: Mention) -> bool:
        if mention.start not in self._governed:
            word = reading(self.frame.language.code, self.frame.words[mention.first])
            found = word.led or super().governed(mention) or self._object(mention) or self._behalf(mention)
            self._governed[mention.start] = found
        return self._governed[mention.start]

    def _acting(self, start: int, end: int) -> list[Mention]:
        """Those in a stretch who may act, of its first so many."""
        near = self.inside(start, end)[:_MOST]
        return [one for one in near if one.kind != "place" and not self.governed(one)]

    def _finite(self, start: int, end: int) -> list[Cue]:
        """The first and the last verbs of speech in a stretch."""
        cues = self.frame.cues_in(start, end)
        near = cues if len(cues) <= _MOST else (*cues[: _MOST // 2], *cues[-_MOST // 2 :])
        return [one for one in near if one.kinds & _FINITE]

    def _behalf(self, mention: Mention) -> bool:
        """Whether a phrase of several words leads in somebody else than the one who acts: "on behalf of"."""
        leading = phrases(self.frame.language.code, "speech", "on_behalf", "relays", "sources")
        for index in range(max(0, mention.first - 3), mention.first):
            hit = leading.at(self.frame.words, index, self.frame.text)
            if hit and index + hit[0] == mention.first:
                return True
        return False

    def _object(self, mention: Mention) -> bool:
        markers = word_set(self.frame.language.code, "people", "object_markers")
        following = mention.last + 1
        return following < len(self.frame.words) and self.frame.words[following].folded in markers

    def before(self, start: int, cue: Cue) -> Mention | None:
        """The subject of a cue, wherever it stands in its sentence; where it has none, whoever spoke last."""
        end = self.frame.sentence_at(cue.start).end
        if "adding_verbs" in cue.kinds:
            return self._leading_topic(start, cue) or self._earlier(start, cue) or self._dropped_subject(cue)
        if self._first:
            return self._voiced(cue, end) or self._behind(start, cue, end) or self._dropped_subject(cue)
        return self._leading(start, cue) or self._earlier(start, cue) or self._dropped(start, cue)

    def _behind(self, start: int, cue: Cue, end: int) -> Mention | None:
        """The subject behind a verb, or before it, or of an earlier verb."""
        found = self._beside(start, cue, end)
        return found or self._possessed(cue) or self._topic(start, cue) or self._earlier(start, cue)

    def _beside(self, start: int, cue: Cue, end: int) -> Mention | None:
        """The phrase right behind a verb; a topic before it, where that may be an object."""
        found = self.after(cue, end)
        code = self.frame.language.code
        if found and found.kind == "role" and reading(code, self.frame.words[found.first]).kind == "word":
            topic = self._topic(start, cue)
            return topic if topic and topic.kind == "name" else found
        return found

    def _voiced(self, cue: Cue, end: int) -> Mention | None:
        """Whoever speaks for the subject: "the company, by the mouth of its speaker X, that"."""
        code = self.frame.language.code
        voices = phrases(code, "speech", "voices")
        for index in self.frame.indexes(cue.end, end)[:_VOICE]:
            if hit := voices.at(self.frame.words, index, self.frame.text):
                mention = self.at(index + hit[0]) if index + hit[0] < len(self.frame.words) else None
                return mention if mention and mention.kind == "name" else None
            if self.frame.words[index].folded in word_set(code, "speech", "complementisers"):
                break
        return None

    def _possessed(self, cue: Cue) -> Mention | None:
        """Whoever stands right before a noun of speech: "from the minister his saying that"."""
        if cue.first == 0 or "sources" in cue.kinds:
            return None
        mention = self.at(cue.first - 1)
        owned = word_set(self.frame.language.code, "speech", "nouns")
        if mention and mention.last == cue.first - 1 and self.frame.words[cue.last].folded in owned:
            return mention
        return None

    def _topic(self, start: int, cue: Cue) -> Mention | None:
        """Somebody who stands before the verb, first in the sentence."""
        found = self._acting(start, cue.start)
        if not found:
            return None
        begin = self.frame.indexes(start, start).start
        lead = found[0].first - begin
        earlier = self._finite(start, cue.start)
        if lead > 2 or (earlier and earlier[0].first < found[0].first):
            named = [one for one in found if one.kind == "name"]
            return named[0] if named and not earlier else None
        named = [one for one in found[:3] if one.kind == "name"]
        gap = self.frame.text[found[0].end : named[0].start].strip() if named else ""
        if found[0].kind == "role" and gap.endswith(",") and gap.count(",") == 1:
            return named[0]
        return found[0]

    def _leading_topic(self, start: int, cue: Cue) -> Mention | None:
        """Who stands first in a sentence without a verb of speech before this cue: "X denied it, saying"."""
        if self._finite(start, cue.start):
            return None
        acting = self._acting(start, cue.start)
        found = [one for one in acting if one.kind in ("name", "pronoun")] or acting[:1]
        return found[0] if found else None

    def _leading(self, start: int, cue: Cue) -> Mention | None:
        """The subject before a verb that stands last: a name before an office told of it, a pronoun, a phrase."""
        found = self._acting(start, cue.start)
        earlier = self._finite(start, cue.start)
        if earlier and self._joins(earlier[-1], cue):
            found = self._acting(earlier[-1].end, cue.start)
        clear = [one for one in found if one.kind in ("name", "pronoun")]
        if clear:
            return clear[0]
        return found[0] if found else self._document(start, cue)

    def _document(self, start: int, cue: Cue) -> Mention | None:
        """A document in which something stands: "in the statement of X it says that"."""
        code = self.frame.language.code
        if self.frame.words[cue.first].folded not in word_set(code, "speech", "document_verbs"):
            return None
        begin = self.frame.indexes(start, start).start
        first = [one for one in self.inside(start, cue.start)[:1] if one.first <= begin + 1]
        return first[0] if first and first[0].kind in ("role", "body") else None

    def _joins(self, earlier: Cue, cue: Cue) -> bool:
        """Whether a conjunction between two cues begins a new clause."""
        joining = word_set(self.frame.language.code, "speech", "conjunctions")
        between = self.frame.words[earlier.last + 1 : cue.last + 1][-_MOST:]
        return any(word.folded in joining for word in between)

    def _dropped(self, start: int, cue: Cue) -> Mention | None:
        """A verb without any subject, first in its sentence but for small words."""
        begin = self.frame.indexes(start, start).start
        return self._dropped_subject(cue) if self._past_fillers(begin) == cue.first else None

    def _earlier(self, start: int, cue: Cue) -> Mention | None:
        """Who speaks in the same sentence already."""
        for one in reversed(self._finite(start, cue.start)[-_EARLIER:]):
            mention = self._beside(start, one, cue.start) if self._first else self._leading(start, one)
            if mention or (self._first and (mention := self._topic(start, one))):
                return mention
        return self.subject(start, cue.start)

    def _dropped_subject(self, cue: Cue) -> Mention:
        """A verb says by itself who: whoever spoke last, if the sex fits."""
        return Mention(cue.start + cue.lead, cue.end, cue.first, cue.first - 1, "pronoun")
