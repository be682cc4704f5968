"""Whose the passages in marks are where the verb stands second: „...“, sagte X / X sagte: „...“ / X nannte es „...“"""

from __future__ import annotations

from articles.analysis.people.mentions import Mention
from articles.analysis.people.shapes import starts_large
from articles.analysis.people.speakers import Scene
from articles.analysis.people.titles import introduced
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.analysis.reading.marks import Passage
from articles.analysis.speech.attribution import Credit
from articles.analysis.speech.second_reports import speaker_of
from articles.analysis.speech.second_sources import source_phrase
from articles.analysis.speech.verb_second import (
    Act,
    act_of,
    breaks_clause,
    first_subject,
    is_somebody,
    may_be_subject,
    with_apposition,
)
from articles.records import Span

_SAYING = frozenset({"verbs", "that_verbs", "quoting_verbs", "naming_verbs", "participles"})
_CLAUSE = 3
"""Words in marks, at least, that an unknown verb credits."""
_NAMED = 2
"""Words in marks, at least, that a verb of naming credits."""
_PHRASE = 5
"""Words in marks, at least, that are somebody's without a verb if they begin small: titles and names do not."""
_PARTING = ",;:()"
_BEFORE = 2
"""Small words between a passage and the verb behind it, at most."""


def second_credit(scene: Scene, passage: Passage, left: int, right: int) -> Credit | None:
    """The passage as speech by what stands right before or behind it; `left` and `right` bound that."""
    lead, tail = Span(left, passage.outer.start), Span(passage.outer.end, right)
    led = scene.frame.text[lead.start : lead.end].rstrip()
    if scene.frame.words_in(lead.start, lead.end) and led.endswith((":", ": -", ":-")):
        silent = not any(cue.kinds & _SAYING for cue in scene.frame.cues_in(lead.start, lead.end))
        behind = _before_verb(scene, passage, tail)
        first = scene.frame.indexes(tail.start, tail.end).start
        if behind and (silent or (behind.cue and behind.cue.kinds and behind.cue.first == first and behind.speaker)):
            return behind
        whole = Span(min(lead.start, scene.frame.sentence_at(lead.start).start), lead.end)
        return _behind_colon(scene, passage, whole if silent else lead)
    if led.endswith(",") and (found := _behind_comma(scene, passage, lead)):
        return found
    opens = not scene.frame.words_in(lead.start, lead.end) or led.endswith((",", "–", "-"))
    if opens and (found := _before_verb(scene, passage, tail)):
        return found
    return None


def _before_verb(scene: Scene, passage: Passage, tail: Span) -> Credit | None:
    """„...“, sagte X. / „...“, so X. / „...“, heißt es in dem Bericht. / „...“, wie X sagte."""
    frame = scene.frame
    words = frame.indexes(tail.start, tail.end)
    if not words or not frame.words[words.start].text[:1].islower():
        return None
    inner = passage.inner.of(frame.text)
    sentence = frame.sentence_at(tail.start)
    limit = min(tail.end, sentence.end) if sentence.end > tail.start else tail.end
    stretch = Span(tail.start, limit)
    fillers = word_set(frame.language.code, "speech", "fillers", "subordinators", "closing_sources")
    for cue in frame.cues_in(tail.start, limit):
        small = frame.words[words.start : cue.first]
        if cue.kinds & {"sources", "sources_after", "closing_sources"} and cue.first == words.start:
            if found := source_phrase(scene, Span(max(0, tail.start - 1), limit), cue):
                return Credit(passage, found[1], cue, Span(tail.start, max(found[0].end, tail.start)))
            continue
        if not cue.kinds & _SAYING:
            continue
        act = act_of(scene, stretch, cue)
        near = len(small) <= _BEFORE and all(word.folded in fillers for word in small)
        if act is None or not (near or act.led or act.verb == words.start):
            continue
        speaker = speaker_of(scene, stretch, act)
        return Credit(passage, speaker, cue, _clause_span(frame, stretch, act), unsure=speaker is None)
    return _by_verb(scene, passage, stretch) if starts_large(inner) else None


def _by_verb(scene: Scene, passage: Passage, tail: Span) -> Credit | None:
    """A clause in marks before a comma is spoken by the subject of whatever verb follows."""
    frame = scene.frame
    words = frame.indexes(tail.start, tail.end)
    first = frame.words[words.start]
    if not frame.text[tail.start : first.start].strip().startswith(","):
        return None
    if len(frame.indexes(passage.inner.start, passage.inner.end)) <= _CLAUSE or not first.text.islower():
        return None
    code = frame.language.code
    small = word_set(code, "speech", "relatives", "complementisers", "subordinators", "conjunctions", "fillers")
    small |= word_set(code, "people", "prepositions", "pronouns") | frozenset(frame.language.words.stop)
    if first.folded in small:
        return None
    subject = first_subject(scene, words.start + 1, words.stop)
    if subject is None:
        return None
    cue = Cue(first.start, first.end, words.start, words.start, frozenset())
    speaker = scene.speaker(with_apposition(scene, subject, tail.end))
    return Credit(passage, speaker, cue, tail, unsure=True)


def _behind_colon(scene: Scene, passage: Passage, lead: Span) -> Credit | None:
    """X sagte: „...“ / X: „...“ / X zeigte sich besorgt, dass ...: „...“"""
    frame = scene.frame
    inner = passage.inner.of(frame.text)
    whole = starts_large(inner) and len(frame.indexes(passage.inner.start, passage.inner.end)) > 1
    words = frame.indexes(lead.start, lead.end)
    if whole and (named := _named_last(scene, words)):
        return Credit(passage, scene.speaker(named), None, lead)
    for cue in reversed(frame.cues_in(lead.start, lead.end)):
        if cue.kinds & {"sources", "source_prepositions", "sources_after", "closing_sources"} and whole:
            found = source_phrase(scene, lead, cue)
            if found and (cue.first == words.start or "closing_sources" in cue.kinds):
                return Credit(passage, found[1], cue, lead)
            continue
        if not cue.kinds & _SAYING:
            continue
        act = act_of(scene, lead, cue)
        if act is None or (act.led and not _last_clause(frame, act, words)):
            continue
        if speaker := speaker_of(scene, lead, act):
            return Credit(passage, speaker, cue, lead)
    if not whole:
        return None
    mention = _opening(scene, words)
    speaker = scene.speaker(mention) if mention else scene.last()
    if inner[-1] not in ".!?…" and not introduced(frame, words.stop):
        return None
    sure = mention is not None and mention.kind != "role"
    return Credit(passage, speaker, None, lead, unsure=not sure)


def _named_last(scene: Scene, words: range) -> Mention | None:
    """A name that stands alone before the colon: "..., und Minister X: „...“"."""
    frame = scene.frame
    last = frame.words[words.stop - 1]
    found = [one for one in scene.inside(frame.words[words.start].start, last.end) if one.last == words.stop - 1]
    named = [one for one in found if one.kind == "name" and one.first > words.start]
    joining = word_set(frame.language.code, "speech", "conjunctions")
    alone = named and (breaks_clause(frame, named[0].first) or frame.words[named[0].first - 1].folded in joining)
    return named[0] if alone else None


def _behind_comma(scene: Scene, passage: Passage, lead: Span) -> Credit | None:
    """X hofft, „dass ...“: only the comma stands between what a cue does and the words."""
    frame = scene.frame
    words = frame.indexes(lead.start, lead.end)
    for cue in reversed(frame.cues_in(lead.start, lead.end)):
        if not cue.kinds & _SAYING:
            continue
        act = act_of(scene, lead, cue)
        if act is None or not _last_clause(frame, act, words):
            return None
        speaker = speaker_of(scene, lead, act)
        return Credit(passage, speaker, cue, lead) if speaker else None
    return None


def _last_clause(frame: Frame, act: Act, words: range) -> bool:
    """Whether no mark stands between an act and the colon."""
    return all(not breaks_clause(frame, index) for index in range(act.end + 1, words.stop))


def _opening(scene: Scene, words: range) -> Mention | None:
    """Whom a sentence is about: the first in it that can be a subject and is somebody, or the first that opens it."""
    first = words.start
    limit = scene.frame.words[words.stop - 1].end
    found = [one for one in scene.inside(scene.frame.words[first].start, limit) if may_be_subject(scene.frame, one)]
    free = [one for one in found if one.first == first or not scene.governed(one)]
    known = [one for one in free if is_somebody(scene.frame, one)]
    mention = next(iter(known), None) or next((one for one in free if one.first == first), None)
    return with_apposition(scene, mention, limit) if mention else None


def named_credit(scene: Scene, passage: Passage, sentence: Span) -> Credit | None:
    """Words in marks inside a clause, which its verb credits: X nannte das „...“ / X sprach von „...“"""
    frame = scene.frame
    inside = frame.indexes(passage.inner.start, passage.inner.end)
    if len(inside) < _NAMED or frame.text[passage.outer.start - 1 : passage.outer.start] == "(":
        return None
    start = _stretch_opening(frame, sentence, inside.start)
    for cue in frame.cues_in(start, sentence.end):
        if not cue.kinds & {"naming_verbs", "verbs", "quoting_verbs", "participles"}:
            continue
        if _parted(frame, cue, inside):
            continue
        act = act_of(scene, sentence, cue)
        speaker = speaker_of(scene, sentence, act) if act and act.subject else None
        if speaker:
            return Credit(passage, speaker, cue, sentence, unsure="naming_verbs" not in cue.kinds)
    inner = passage.inner.of(frame.text)
    if not introduced(frame, inside.start) and (starts_large(inner) or len(inside) < _PHRASE):
        return None
    mention = _opening(scene, frame.indexes(sentence.start, sentence.end))
    return Credit(passage, scene.speaker(mention) if mention else scene.last(), None, sentence, unsure=True)


def _stretch_opening(frame: Frame, sentence: Span, index: int) -> int:
    first = frame.indexes(sentence.start, sentence.end).start
    while index > first and frame.between(index - 1, index).strip(' „“”"«»') not in (";", ":"):
        index -= 1
    return frame.words[index].start


def _parted(frame: Frame, cue: Cue, inside: range) -> bool:
    """Whether a comma stands between a cue and a passage."""
    left, right = (cue.last, inside.start) if cue.last < inside.start else (inside.stop - 1, cue.first)
    return any(sign in frame.between(index, index + 1) for index in range(left, right) for sign in _PARTING)


def _clause_span(frame: Frame, tail: Span, act: Act) -> Span:
    return Span(tail.start, max(tail.end, frame.words[act.end].end))
