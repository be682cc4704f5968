"""Clauses of languages whose verb stands second: who is the subject of a cue, and where its clause ends."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from articles.analysis.people.mentions import Mention
from articles.analysis.people.nouns import noun_kind
from articles.analysis.people.subjects import Subjects
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.records import Span

_SEGMENTS = 5
"""Stretches between commas in which the subject before a comma is looked for."""
_LOOK = 30
"""Words in which the other half of a verb, or its subject, is looked for."""


@dataclass(frozen=True, slots=True)
class Act:
    """A cue in its clause, by index of words."""

    cue: Cue
    subject: Mention | None
    verb: int
    """Its finite verb."""
    end: int
    """The last word of its clause that is known: its verb, the verb's other half, or its subject."""
    led: bool = False
    """Whether a subordinator leads it in: "wie X mitteilte"."""
    opens: int = 0
    """The first word of its clause."""
    passive: bool = False
    """Whether it tells what was said of somebody, or that it was said, not who said it."""


def act_of(scene: Subjects, sentence: Span, cue: Cue) -> Act | None:
    """What a cue does in its sentence; None where it is no act of somebody."""
    frame = scene.frame
    verb = cue.first
    words = frame.indexes(sentence.start, sentence.end)
    markers = word_set(frame.language.code, "speech", "infinitives")
    if cue.first > words.start and frame.words[cue.first - 1].folded in markers:
        return None
    if "participles" in cue.kinds:
        auxiliary = _auxiliary(frame, words, cue, "auxiliaries")
        passive = _auxiliary(frame, words, cue, "passive_auxiliaries") if auxiliary is None else None
        if passive is not None and not _finite(frame, words, cue):
            agent = _agent(scene, words, cue)
            opens = clause_opening(frame, words, min(passive, cue.first))
            return Act(cue, agent, passive, max(passive, cue.last), False, opens, True)
        if auxiliary is not None:
            verb = auxiliary
        elif not cue.kinds & {"verbs", "that_verbs", "quoting_verbs"}:
            return None
    opens = clause_opening(frame, words, verb if verb < cue.first else cue.first)
    subject, led = _subject(scene, words, opens, verb, cue)
    end = max(verb, cue.last, cue.tail, subject.last if subject and subject.first > verb else 0)
    return Act(cue, subject, verb, end, led, opens)


def main_verb(frame: Frame, words: range, index: int) -> bool:
    """Whether a verb is that of a main clause: no subordinator leads its stretch in, no relative ends with it."""
    code = frame.language.code
    opens = clause_opening(frame, words, index)
    first = frame.words[opens].folded
    joining = word_set(code, "speech", "conjunctions")
    if first in joining and opens < index:
        first = frame.words[opens + 1].folded
    if first in word_set(code, "speech", "subordinators", "complementisers"):
        return False
    final = index + 1 >= words.stop or breaks_clause(frame, index + 1)
    return not (final and opens > words.start and first in word_set(code, "speech", "relatives"))


def _auxiliary(frame: Frame, words: range, cue: Cue, kind: str) -> int | None:
    """The finite verb of a participle: before it in its clause, or right behind it."""
    auxiliaries = word_set(frame.language.code, "speech", kind)
    following = cue.last + 1
    if following < words.stop and frame.words[following].folded in auxiliaries and is_space(frame, following):
        return following
    if following < words.stop and is_space(frame, following):
        conjunctions = word_set(frame.language.code, "speech", "conjunctions")
        if frame.words[following].folded not in conjunctions:
            return None
    for index in range(cue.first - 1, max(words.start, cue.first - _LOOK) - 1, -1):
        if frame.words[index].folded in auxiliaries and not frame.quoted[index]:
            return index
        if breaks_clause(frame, index + 1, soft=True):
            return None
    return None


def _finite(frame: Frame, words: range, cue: Cue) -> bool:
    """Whether a form that may be a finite verb, too, stands where that does: not at the end of its clause."""
    return cue.last + 1 < words.stop and not breaks_clause(frame, cue.last + 1)


def _agent(scene: Subjects, words: range, cue: Cue) -> Mention | None:
    """Who acts in the passive voice: "von X"."""
    agents = word_set(scene.frame.language.code, "people", "agents")
    opens = clause_opening(scene.frame, words, cue.first)
    for mention in scene.inside(scene.frame.words[opens].start, scene.frame.words[cue.first].start):
        if mention.first > opens and scene.frame.words[mention.first - 1].folded in agents:
            return mention
    return None


def is_space(frame: Frame, index: int) -> bool:
    """Whether only space stands before a word."""
    gap = frame.between(index - 1, index)
    return gap.isspace() and "\n" not in gap


def breaks_clause(frame: Frame, index: int, soft: bool = False) -> bool:
    """Whether a mark before a word ends a clause; `soft` reads across commas and brackets."""
    if index <= 0 or index >= len(frame.words):
        return True
    if frame.quoted[index] != frame.quoted[index - 1] and not inline(frame, index):
        return not soft
    gap = frame.between(index - 1, index).strip()
    signs = ":;–—!?" if soft else ",:;–—!?()"
    return any(sign in signs for sign in gap)


def inline(frame: Frame, index: int) -> bool:
    """Whether the passage at a word is a part of a clause around it: no mark leads it in, no clause begins with it."""
    offset = frame.words[index].start if frame.quoted[index] else frame.words[index - 1].start
    at = bisect_right(frame.passages, offset, key=lambda one: one.outer.start) - 1
    start = frame.passages[at].outer.start if at >= 0 else 0
    before = frame.text[max(0, start - 2) : start].rstrip()
    return before[-1:].isalnum() or before[-1:] == ")"


def clause_opening(frame: Frame, words: range, index: int) -> int:
    """The first word of the stretch without marks that a word stands in."""
    while index > words.start and not breaks_clause(frame, index):
        index -= 1
    return index


def clause_closing(frame: Frame, words: range, index: int) -> int:
    """The last word of the stretch without marks that a word stands in."""
    while index + 1 < words.stop and not breaks_clause(frame, index + 1):
        index += 1
    return index


def _subject(scene: Subjects, words: range, opens: int, verb: int, cue: Cue) -> tuple[Mention | None, bool]:
    """The subject of a verb, and whether its clause is led in by a subordinator."""
    frame, code = scene.frame, scene.frame.language.code
    conjunctions = word_set(code, "speech", "conjunctions")
    leads = word_set(code, "speech", "subordinators", "complementisers")
    first = _behind_conjunctions(frame, opens, verb)
    relatives = word_set(code, "speech", "relatives")
    if words.start < first < verb and frame.words[first].folded in relatives and _final(frame, words, verb, cue):
        earlier = scene.inside(frame.words[words.start].start, frame.words[first].start)
        return (earlier[-1] if earlier and earlier[-1].last == first - 1 else None), True
    leading = first < verb and frame.words[first].folded in leads and first < cue.first
    if leading and (verb > cue.first or _final(frame, words, verb, cue)):
        last = verb - 1 if verb > cue.first else verb
        return first_subject(scene, first + 1, min(last, cue.first)), True
    if first == verb:
        if opens < verb and opens > words.start:
            return _earlier(scene, words, opens, verb), False
        if before := _enclosed(scene, words, opens):
            return before, False
        return first_subject(scene, verb + 1, _reach(frame, words, verb, cue)), False
    mention = _opening_mention(scene, first, verb)
    if mention is not None:
        return mention, False
    if frame.words[verb - 1].folded in conjunctions:
        return _opening_mention(scene, first, verb) or _earlier(scene, words, opens, verb), False
    return first_subject(scene, verb + 1, _reach(frame, words, verb, cue)), False


def _final(frame: Frame, words: range, verb: int, cue: Cue) -> bool:
    """Whether a verb ends its clause, as that of a relative clause does."""
    last = max(verb, cue.last)
    return last + 1 >= words.stop or breaks_clause(frame, last + 1)


def _reach(frame: Frame, words: range, verb: int, cue: Cue) -> int:
    """The word before which a subject behind a verb must begin."""
    other = cue.tail if cue.tail > verb else cue.first if cue.first > verb else 0
    return other or min(words.stop, verb + _LOOK)


def _opening_mention(scene: Subjects, first: int, verb: int) -> Mention | None:
    """The subject before its verb: a noun phrase that the clause begins with."""
    frame = scene.frame
    if first >= verb or frame.words[first].folded in word_set(frame.language.code, "people", "prepositions"):
        return None
    found = [one for one in scene.inside(frame.words[first].start, frame.words[verb].start) if one.last < verb]
    fillers = word_set(frame.language.code, "speech", "fillers")
    while first < verb and frame.words[first].folded in fillers:
        first += 1
    opening = [one for one in found if one.first == first]
    if not opening or not may_be_subject(frame, opening[0]):
        return None
    return opening[0]


def may_be_subject(frame: Frame, mention: Mention) -> bool:
    """Whether the case of its article lets somebody be a subject, and it is no day or place."""
    code = frame.language.code
    opening = frame.words[mention.first].folded
    if opening in word_set(code, "people", "datives") or mention.kind == "place":
        return False
    if mention.first == mention.last or opening not in word_set(code, "people", "either_case"):
        return True
    second = frame.words[mention.first + 1]
    return not (second.text.islower() and second.folded.endswith(tuple(frame.language.people.oblique_endings)))


def is_somebody(frame: Frame, mention: Mention) -> bool:
    """Whether a mention is a name, a pronoun, or a noun for people or bodies."""
    if mention.kind != "role":
        return mention.kind in ("name", "body", "pronoun")
    nouns = (frame.words[index] for index in range(mention.first, mention.last + 1))
    head = next((word for word in nouns if word.text[:1].isupper() and word.start > mention.start), None)
    code = frame.language.code
    return bool(noun_kind(code, (head or frame.words[mention.first]).folded))


def first_subject(scene: Subjects, first: int, stop: int) -> Mention | None:
    """The first noun phrase from a word on that can be a subject: no preposition before it, no other case."""
    frame = scene.frame
    if first >= len(frame.words) or first >= stop:
        return None
    limit = frame.words[stop].start if stop < len(frame.words) else len(frame.text)
    before = first
    for mention in scene.inside(frame.words[first].start, limit):
        if any(breaks_clause(frame, index) for index in range(before + 1, mention.first + 1)):
            return None
        free = mention.first == first or not scene.governed(mention)
        if free and mention.last < stop and may_be_subject(frame, mention):
            return mention
        before = max(before, mention.last)
    return None


def _earlier(scene: Subjects, words: range, opens: int, verb: int) -> Mention | None:
    """The subject of a second verb that a conjunction joins to a first: the first one of its sentence."""
    limit = scene.frame.words[verb].start
    for mention in scene.inside(scene.frame.words[words.start].start, limit):
        free = mention.first == words.start or not scene.governed(mention)
        if free and may_be_subject(scene.frame, mention):
            return mention
    return None


def _enclosed(scene: Subjects, words: range, verb: int) -> Mention | None:
    """The subject before its verb where a comma, a bracket or a relative clause stands between."""
    frame = scene.frame
    if verb <= words.start or frame.quoted[verb - 1] or frame.between(verb - 1, verb).strip() not in (",", ")", "),"):
        return None
    openings = [words.start, *(at for at in range(words.start + 1, verb) if breaks_clause(frame, at))]
    openings = [at for at in openings if at == words.start or not frame.between(at - 1, at).rstrip().endswith("(")]
    for first in reversed(openings[-_SEGMENTS:]):
        mention = _opening_mention(scene, _behind_conjunctions(frame, first, verb), verb)
        if mention is None or mention.kind == "pronoun":
            continue
        if mention.last + 1 == verb or _goes_on_aside(scene, mention, verb):
            earlier = [at for at in openings if at < first]
            led = _opening_mention(scene, _behind_conjunctions(frame, earlier[-1], verb), verb) if earlier else None
            whole = led is not None and led.last + 1 == first and frame.between(first - 1, first).strip() == ","
            return led if whole and led and led.kind != "role" else mention
    return None


def _behind_conjunctions(frame: Frame, first: int, stop: int) -> int:
    conjunctions = word_set(frame.language.code, "speech", "conjunctions")
    while first < stop and frame.words[first].folded in conjunctions:
        first += 1
    return first


def _goes_on_aside(scene: Subjects, mention: Mention, verb: int) -> bool:
    """Whether an apposition, a bracket or a relative clause stands between somebody and the verb."""
    frame, after = scene.frame, mention.last + 1
    if after >= verb or not breaks_clause(frame, after):
        return False
    if frame.between(after - 1, after).strip() == "(":
        return True
    if frame.words[after].folded in word_set(frame.language.code, "speech", "relatives"):
        return True
    return any(one.first == after for one in scene.inside(frame.words[after].start, frame.words[verb].start))


def with_apposition(scene: Subjects, mention: Mention, limit: int) -> Mention:
    """The name behind a comma, where somebody is told of by an office first: "der Leiter des Amts, X"."""
    if mention.kind != "role":
        return mention
    frame = scene.frame
    following = mention.last + 1
    if following >= len(frame.words) or frame.words[following].start >= limit:
        return mention
    if frame.between(mention.last, following).strip() != "," or frame.quoted[following]:
        return mention
    for one in scene.inside(frame.words[following].start, frame.words[following].start + 1):
        if one.kind == "name" and frame.words[one.first].folded not in word_set(
            frame.language.code, "people", "indefinite"
        ):
            return one
    return mention
