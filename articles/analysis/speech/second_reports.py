"""Reported speech where the verb stands second: X sagte, dass ... / ..., sagte X. / Nach Angaben von X ..."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import split_verbs, word_set
from articles.analysis.speech.clauses import Report, reported
from articles.analysis.speech.second_sources import source_phrase
from articles.analysis.speech.verb_second import (
    Act,
    act_of,
    breaks_clause,
    clause_closing,
    with_apposition,
)
from articles.records import Span

_REPORTING = frozenset({"verbs", "that_verbs", "participles"})
_ADVERBIAL = 14
"""Words between a cue and the comma of its reported clause, at most."""
_SECOND = 12
"""Words of a clause in which its verb is looked for."""
_MOOD = 3
"""Letters of a verb that its ending tells the mood of, more than."""
_WHOLE = 4
"""Words of a clause that stands before its attribution, at least."""


def second_reports(scene: Scene, sentence: Span, taken: tuple[Span, ...]) -> tuple[Report, ...]:
    """The reported clauses of one sentence. `taken` are the stretches that direct quotes and their cues fill."""
    found: list[Report] = []
    for cue in scene.frame.cues_in(sentence.start, sentence.end):
        if any(one.start <= cue.start < one.end for one in taken):
            continue
        if any(part.start <= cue.start < part.end for one in found for part in one.parts):
            continue
        report = _by_source(scene, sentence, cue) or _by_verb(scene, sentence, cue)
        if report is None or any(part.overlaps(one) for part in report.parts for one in taken):
            continue
        found = [one for one in found if not any(a.overlaps(b) for a in one.parts for b in report.parts)]
        found.append(report)
        scene.notice(report.speaker)
    return tuple(found)


def _by_verb(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    if not cue.kinds & _REPORTING:
        return None
    act = act_of(scene, sentence, cue)
    if act is None:
        return None
    speaker = speaker_of(scene, sentence, act)
    if act.passive:
        return _complement(scene, sentence, act, speaker or Speaker(None))
    if speaker is None:
        return None
    return (
        _as_told(scene, sentence, act, speaker)
        or _complement(scene, sentence, act, speaker)
        or _before(scene, sentence, act, speaker)
        or _sentence_before(scene, sentence, act, speaker)
    )


def speaker_of(scene: Scene, sentence: Span, act: Act) -> Speaker | None:
    """Who acts; what is named as the source where nobody does: "heißt es in dem Bericht"."""
    if impersonal(scene.frame, act.cue):
        return said_in(scene, sentence, act.cue) or scene.last()
    if act.subject:
        return scene.speaker(with_apposition(scene, act.subject, sentence.end))
    joining = word_set(scene.frame.language.code, "speech", "conjunctions")
    return scene.last() if scene.frame.words[act.opens].folded in joining else said_in(scene, sentence, act.cue)


def impersonal(frame: Frame, cue: Cue) -> bool:
    """Whether a cue has no person for its subject: "heißt es"."""
    empty = word_set(frame.language.code, "speech", "empty_subjects")
    return any(frame.words[index].folded in empty for index in {cue.first, cue.last, max(cue.tail, cue.first)})


def said_in(scene: Scene, sentence: Span, cue: Cue) -> Speaker | None:
    """What a cue without a person names as its source: "heißt es in dem Bericht", "Aus Kreisen hieß es"."""
    frame = scene.frame
    leads = word_set(frame.language.code, "speech", "document_prepositions")
    opening = frame.indexes(sentence.start, sentence.end).start
    for mention in scene.inside(sentence.start, sentence.end):
        behind = mention.first == cue.last + 2
        before = mention.first == opening + 1 and mention.last < cue.first
        if (behind or before) and frame.words[mention.first - 1].folded in leads:
            return scene.speaker(mention)
    return None


def _as_told(scene: Scene, sentence: Span, act: Act, speaker: Speaker) -> Report | None:
    """Wie X mitteilte, clause. / clause, wie X mitteilte."""
    frame = scene.frame
    leads = word_set(frame.language.code, "speech", "reporting_conjunctions")
    if not act.led or frame.words[act.opens].folded not in leads:
        return None
    start = frame.words[act.opens].start
    words = frame.indexes(sentence.start, sentence.end)
    last = clause_closing(frame, words, max(act.end, act.verb))
    end = frame.words[last].end
    parts = (Span(sentence.start, start), Span(end, sentence.end))
    return reported(frame, parts, speaker, act.cue, Span(start, end))


def _complement(scene: Scene, sentence: Span, act: Act, speaker: Speaker) -> Report | None:
    """X sagte, dass clause. / X sagte, clause. / X versprach, zu ..."""
    frame = scene.frame
    words = frame.indexes(sentence.start, sentence.end)
    subordinators = word_set(frame.language.code, "speech", "subordinators")
    last = act.end
    for _ in range(4):
        last = clause_closing(frame, words, last)
        following = last + 1
        if following >= words.stop or following - act.end > _ADVERBIAL or frame.quoted[following]:
            return None
        gap = frame.between(last, following).strip()
        if gap == ":" and is_space_behind(frame, following):
            return _to_end(frame, sentence, act, speaker, following)
        if not gap.endswith(",") and gap != ")":
            last = following
            continue
        if _is_clause(scene, words, act, following):
            return _to_end(frame, sentence, act, speaker, following)
        if frame.words[following].folded in subordinators:
            return None
        last = following
    return None


def is_space_behind(frame: Frame, index: int) -> bool:
    """Whether space stands between a mark and the word behind it, as not in "19:30"."""
    return frame.text[frame.words[index].start - 1].isspace()


def _to_end(frame: Frame, sentence: Span, act: Act, speaker: Speaker, first: int) -> Report | None:
    words = frame.words
    complementisers = word_set(frame.language.code, "speech", "complementisers")
    if words[first].folded in complementisers and first + 1 < len(words):
        first += 1
    begin = words[first].start
    end = _resumes(frame, frame.indexes(begin, sentence.end), act.led) or sentence.end
    return reported(frame, (Span(begin, end),), speaker, act.cue, Span(sentence.start, begin))


def _resumes(frame: Frame, inside: range, led: bool) -> int | None:
    """Where the article goes on behind a reported clause: at a second cue of the same subject, "..., und nannte"."""
    code = frame.language.code
    joining = word_set(code, "speech", "conjunctions")
    finite = word_set(code, "speech", "verbs", "that_verbs", "quoting_verbs", "naming_verbs") | set(split_verbs(code))
    if led:
        finite |= word_set(code, "speech", "auxiliaries", "passive_auxiliaries")
    moods = word_set(code, "speech", "subjunctives", "conditionals")
    turns = word_set(code, "speech", "turns")
    for index in inside[_WHOLE - 1 :]:
        if frame.quoted[index] or not breaks_clause(frame, index):
            continue
        at = index + 1 if frame.words[index].folded in joining else index
        word = frame.words[min(at, inside.stop - 1)]
        if word.text.islower() and (word.folded in finite - moods or word.folded in turns):
            return frame.words[index - 1].end
    return None


def _is_clause(scene: Scene, words: range, act: Act, first: int) -> bool:
    """Whether what begins behind a comma is what was said, not an apposition or a relative clause."""
    frame, code = scene.frame, scene.frame.language.code
    word = frame.words[first].folded
    if word in word_set(code, "speech", "complementisers"):
        return True
    if word in word_set(code, "speech", "subordinators", "conjunctions"):
        return False
    last = clause_closing(frame, words, first)
    if _infinitive(frame, first, last):
        return True
    moods = word_set(code, "speech", "subjunctives", "conditionals")
    for index in range(first + 1, min(first + _SECOND, last + 1)):
        if frame.words[index].folded in moods:
            return index < last or word not in word_set(code, "speech", "relatives")
    return "verbs" in act.cue.kinds and _verb_follows(scene, first, last)


def _verb_follows(scene: Scene, first: int, last: int) -> bool:
    """Whether a noun phrase opens a stretch and a verb in the mood of speech follows it: "das werfe Fragen auf"."""
    frame = scene.frame
    opening = [one for one in scene.inside(frame.words[first].start, frame.words[first].end) if one.first == first]
    if not opening or opening[0].last + 1 >= last:
        return False
    verb = frame.words[opening[0].last + 1]
    endings = tuple(frame.language.speech.mood_endings)
    return bool(endings) and verb.text.islower() and verb.folded.endswith(endings) and len(verb.text) > _MOOD


def _infinitive(frame: Frame, first: int, last: int) -> bool:
    """Whether a stretch ends in an infinitive: "zu gehen", "anzukündigen"."""
    markers = word_set(frame.language.code, "speech", "infinitives")
    word = frame.words[last].folded
    if last > first and frame.words[last - 1].folded in markers and word.endswith("n"):
        return True
    return any(marker in word[2:-3] for marker in markers) and word.endswith("en") and frame.words[last].text.islower()


def _before(scene: Scene, sentence: Span, act: Act, speaker: Speaker) -> Report | None:
    """Clause, sagte X. / Clause, sagte X, goes on."""
    frame = scene.frame
    words = frame.indexes(sentence.start, sentence.end)
    verb = act.verb
    if act.led or verb != act.opens or verb == words.start or frame.quoted[verb - 1]:
        return None
    if not frame.between(verb - 1, verb).strip().endswith(","):
        return None
    prepositions = word_set(frame.language.code, "people", "prepositions")
    if impersonal(frame, act.cue) and frame.words[words.start].folded in prepositions:
        return None
    if act.subject and act.subject.first < verb:
        return None
    if verb - words.start < _WHOLE or _subordinate(frame, words, verb):
        return None
    start = frame.words[verb].start
    end = frame.words[clause_closing(frame, words, act.end)].end
    parts = (Span(sentence.start, start), *_resumed(frame, sentence, end))
    return reported(frame, parts, speaker, act.cue, Span(start, end))


def _sentence_before(scene: Scene, sentence: Span, act: Act, speaker: Speaker) -> Report | None:
    """Sentence. Das sagte X. / Clause, das sagte X."""
    frame = scene.frame
    words = frame.indexes(sentence.start, sentence.end)
    demonstratives = word_set(frame.language.code, "speech", "demonstratives")
    if act.verb != act.opens + 1 or frame.words[act.opens].folded not in demonstratives:
        return None
    if act.subject is None or act.subject.first < act.verb:
        return None
    start = frame.words[act.opens].start
    if act.opens > words.start:
        if act.opens - words.start < _WHOLE or frame.between(act.opens - 1, act.opens).strip() != ",":
            return None
        return reported(frame, (Span(sentence.start, start),), speaker, act.cue, Span(start, sentence.end))
    earlier = frame.sentence_at(max(0, sentence.start - 1))
    if not frame.paragraph_at(sentence.start).start <= earlier.start < sentence.start:
        return None
    return reported(frame, (earlier,), speaker, act.cue, sentence)


def _subordinate(frame: Frame, words: range, verb: int) -> bool:
    """Whether the stretch before a verb is a clause of time or reason: "Als er ging, sagte er"."""
    code = frame.language.code
    return frame.words[words.start].folded in word_set(code, "speech", "subordinators")


def _resumed(frame: Frame, sentence: Span, end: int, set_off: bool = False) -> tuple[Span, ...]:
    """What goes on behind an attribution: a clause that begins with its verb, or any behind one set off by commas."""
    code = frame.language.code
    following = frame.words_in(end, sentence.end)[:1]
    if not following:
        return ()
    moods = word_set(code, "speech", "subjunctives", "conditionals", "auxiliaries")
    other = word_set(code, "speech", "relatives", "conjunctions", "subordinators") | word_set(
        code, "people", "indefinite"
    )
    goes_on = set_off and following[0].folded not in other
    return (Span(end, sentence.end),) if following[0].folded in moods or goes_on else ()


def _by_source(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """Laut X clause. / The clause laut X goes on. / X zufolge clause. / clause, so X."""
    frame = scene.frame
    found = source_phrase(scene, sentence, cue)
    if found is None:
        return None
    phrase, speaker = found
    words = frame.indexes(sentence.start, sentence.end)
    start = _stretch_start(frame, words, cue.first)
    parts: tuple[Span, ...] = (Span(start, phrase.start), Span(phrase.end, sentence.end))
    if "closing_sources" in cue.kinds:
        before = frame.text[start : phrase.start].rstrip().endswith((",", "–", "-"))
        set_off = before and frame.text[phrase.end : phrase.end + 2].strip()[:1] in (",", "–", "-")
        parts = (Span(start, phrase.start), *_resumed(frame, sentence, phrase.end, set_off))
    return reported(frame, parts, speaker, cue, phrase)


def _stretch_start(frame: Frame, words: range, index: int) -> int:
    """Where the sentence begins that a source stands in: behind a semicolon or a colon."""
    while index > words.start:
        if any(sign in ";:" for sign in frame.between(index - 1, index)):
            break
        index -= 1
    return frame.words[index].start
