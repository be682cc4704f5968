"""Who speaks where the script has no capitals: the subject by the order of words, and offices by all their words."""

from __future__ import annotations

from articles.analysis.frame import Cue, Frame, folded, words_of
from articles.analysis.lexicon import phrases, word_set
from articles.analysis.mentions import Mention
from articles.analysis.roster import Roster
from articles.analysis.speakers import Scene, Speaker
from articles.analysis.uncased_words import reading, vocabulary
from articles.records import Span

_VOICE = 12
"""Words from a cue to the one who speaks for its subject."""
_FINITE = frozenset({"verbs", "that_verbs", "quoting_verbs", "purpose_verbs", "naming_verbs"})


class UncasedScene(Scene):
    """A scene whose mentions are whole noun phrases, so that a subject is looked for by where it stands."""

    def __init__(self, frame: Frame, mentions: tuple[Mention, ...], roster: Roster) -> None:
        self._first = frame.language.speech.verb_first
        super().__init__(frame, mentions, roster)
        for person in roster.people:
            person.sex = person.sex or roster.sex_of(person.name.split()[:1]) or self._told_sex(person.role)

    def _told_sex(self, role: str) -> str:
        """What the first word of an office tells: "رئيسة" is a woman's."""
        code = self.frame.language.code
        roles = vocabulary(code).roles
        endings = [folded(ending) for ending in self.frame.language.people.women_endings]
        for word in words_of(role):
            core = reading(code, word).core
            for ending in endings:
                if core.removesuffix(ending) in roles and core.endswith(ending):
                    return "female"
                if core + ending in roles:
                    return "male"
        return ""

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
        """The name behind an office and a comma: "the minister, X,"."""
        following = mention.last + 1
        if mention.kind != "role" or following >= len(self.frame.words):
            return mention
        other = self.at(following)
        comma = self.frame.between(mention.last, following).strip() == ","
        if other and comma and other.kind == "name" and other.first == following and other.start < end:
            return other
        return mention

    def governed(self, mention: Mention) -> bool:
        word = reading(self.frame.language.code, self.frame.words[mention.first])
        return word.led or super().governed(mention) or self._object(mention) or self._behalf(mention)

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
            return self._earlier(start, cue) or self._dropped_subject(cue)
        if self._first:
            return self._voiced(cue, end) or self._behind(start, cue, end) or self._dropped_subject(cue)
        return self._leading(start, cue) or self._earlier(start, cue) or self._dropped(start, cue)

    def _behind(self, start: int, cue: Cue, end: int) -> Mention | None:
        """The subject behind a verb; a topic before it, where what is behind may be an object."""
        code = self.frame.language.code
        found = self.after(cue, end)
        if found and found.kind == "role" and reading(code, self.frame.words[found.first]).kind == "word":
            topic = self._topic(start, cue)
            return topic if topic and topic.kind == "name" else found
        return found or self._possessed(cue) or self._topic(start, cue) or self._earlier(start, cue)

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
        found = [one for one in self.inside(start, cue.start) if not self.governed(one) and one.kind != "place"]
        if not found:
            return None
        begin = self.frame.indexes(start, start).start
        lead = found[0].first - begin
        earlier = [one for one in self.frame.cues_in(start, cue.start) if one.kinds & _FINITE]
        if lead > 2 or (earlier and earlier[0].first < found[0].first):
            named = [one for one in found if one.kind == "name"]
            return named[0] if named and not earlier else None
        named = [one for one in found[:3] if one.kind == "name"]
        if found[0].kind == "role" and named and self.frame.text[found[0].end : named[0].start].strip() == ",":
            return named[0]
        return found[0]

    def _leading(self, start: int, cue: Cue) -> Mention | None:
        """The subject before a verb that stands last: a name before an office told of it, a pronoun, a phrase."""
        found = [one for one in self.inside(start, cue.start) if not self.governed(one) and one.kind != "place"]
        earlier = [one for one in self.frame.cues_in(start, cue.start) if one.kinds & _FINITE]
        if earlier and self._joins(earlier[-1], cue):
            found = [one for one in found if one.first > earlier[-1].last]
        clear = [one for one in found if one.kind in ("name", "pronoun")]
        if clear:
            return clear[0]
        return found[0] if found else self._document(start, cue)

    def _document(self, start: int, cue: Cue) -> Mention | None:
        """A document in which something stands: "in the statement of X it says that"."""
        code = self.frame.language.code
        if self.frame.words[cue.first].folded not in word_set(code, "speech", "document_verbs"):
            return None
        first = [
            one for one in self.inside(start, cue.start) if one.first <= self.frame.indexes(start, start).start + 1
        ]
        return first[0] if first and first[0].kind in ("role", "body") else None

    def _joins(self, earlier: Cue, cue: Cue) -> bool:
        """Whether a conjunction between two cues begins a new clause."""
        joining = word_set(self.frame.language.code, "speech", "conjunctions")
        between = self.frame.words[earlier.last + 1 : cue.last + 1]
        return any(word.folded in joining for word in between)

    def _dropped(self, start: int, cue: Cue) -> Mention | None:
        """A verb without any subject, first in its sentence but for small words."""
        begin = self.frame.indexes(start, start).start
        return self._dropped_subject(cue) if self._past_fillers(begin) == cue.first else None

    def _earlier(self, start: int, cue: Cue) -> Mention | None:
        """Who speaks in the same sentence already."""
        for one in reversed(self.frame.cues_in(start, cue.start)):
            if one.kinds & _FINITE:
                end = cue.start
                mention = self.after(one, end) if self._first else self._leading(start, one)
                if mention or (self._first and (mention := self._topic(start, one))):
                    return mention
        return self.subject(start, cue.start)

    def _dropped_subject(self, cue: Cue) -> Mention:
        """A verb says by itself who: whoever spoke last, if the sex fits."""
        return Mention(cue.start + cue.lead, cue.end, cue.first, cue.first - 1, "pronoun")

    def _by_role(self, mention: Mention) -> Speaker | None:
        """An office means the one person to whom all its words fit; a word that only points means who spoke last."""
        code = self.frame.language.code
        words = self._cores(mention.first, mention.last)
        heads = {word for word in words if word in word_set(code, "people", "offices", "persons")}
        generic = word_set(code, "people", "generic")
        pointed = self._pointed(mention)
        anonymous = Speaker(" ".join(mention.role.split()), anonymous=True)
        if not mention.definite:
            return anonymous
        holders = []
        for index, person in enumerate(self.roster.people):
            known = self._known_words(person.role)
            rest = words - generic if words - generic else words
            if not person.body and rest and rest <= known:
                holders.append(index)
        near = [one.person for one in self.recent if one.person in holders]
        if holders:
            return self._person(near[0] if near else holders[0]) if len(holders) == 1 or near else anonymous
        last = self.last()
        if last and last.person is not None and not self.roster.people[last.person].body:
            likely = self._of_sex(self._told_sex(mention.role))
            if len(words) == 1 and self._articled(mention) and len(likely) == 1:
                return likely[0]
            lone = words <= generic or (heads == words and heads <= word_set(code, "people", "persons"))
            if pointed or (lone and self.frame.language.people.articles):
                return last
        return anonymous

    def _articled(self, mention: Mention) -> bool:
        return reading(self.frame.language.code, self.frame.words[mention.first]).article

    def _of_sex(self, sex: str) -> list[Speaker]:
        """Those named so far whom a word for a man or a woman can mean."""
        people = [one for one in self.recent if one.person is not None and not self.roster.people[one.person].body]
        return [one for one in people if one.person is not None and self.roster.people[one.person].sex in ("", sex)]

    def _pointed(self, mention: Mention) -> bool:
        code = self.frame.language.code
        words = self.frame.words
        return words[mention.first].folded in word_set(code, "people", "definite") or words[
            mention.last
        ].folded in word_set(code, "people", "definite_after")

    def _cores(self, first: int, last: int) -> frozenset[str]:
        code = self.frame.language.code
        small = word_set(code, "people", "definite", "definite_after", "indefinite", "quantifiers")
        found = set()
        for word in self.frame.words[first : last + 1]:
            if word.folded not in small:
                found.add(_bare(reading(code, word).core))
        return frozenset(found)

    def _known_words(self, role: str) -> frozenset[str]:
        code = self.frame.language.code
        return frozenset(_bare(reading(code, word).core) for word in words_of(role))


def _bare(core: str) -> str:
    """A word without the ending of a woman's office, or of an adjective of place."""
    for ending in ("ه", "ي"):
        if len(core) > 4:
            core = core.removesuffix(ending)
    return core
