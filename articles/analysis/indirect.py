"""Finds reported speech: X said that ..., ..., said X. / According to X, ..."""

from __future__ import annotations

from articles.analysis.attribution import clause_start
from articles.analysis.clauses import Report, adverbial, beside, comma_before, day_words, reported, tidied
from articles.analysis.frame import Cue, Frame
from articles.analysis.lexicon import word_set
from articles.analysis.sources import by_source, by_source_behind
from articles.analysis.speakers import Scene, Speaker
from articles.records import Span

_COMPLEMENT_REACH = 14
"""Words between a cue and its complementiser, at most."""
_NOUN = 3
"""Words of an object with its relative pronoun."""


def reports(scene: Scene, sentence: Span, taken: tuple[Span, ...]) -> tuple[Report, ...]:
    """The reported clauses of one sentence. `taken` are the stretches that direct quotes and their cues fill."""
    frame = scene.frame
    found: list[Report] = []
    for cue in frame.cues_in(sentence.start, sentence.end):
        if any(one.start <= cue.start < one.end for one in taken):
            continue
        adding = "adding_verbs" in cue.kinds
        if not adding and any(part.start <= cue.start < part.end for one in found for part in one.parts):
            continue
        report = (
            by_source(scene, sentence, cue)
            or by_source_behind(scene, sentence, cue)
            or _aside(scene, sentence, cue)
            or _clause(scene, sentence, cue, bool(found or taken))
        )
        if report is None or any(part.overlaps(one) for part in report.parts for one in taken):
            continue
        if found and report.parts == found[-1].parts:
            found.pop()
        if adding and found:
            found[-1] = _cut(frame, found[-1], cue.start)
        found.append(report)
        scene.notice(report.speaker.person)
    return tuple(found)


def _aside(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """Clause, he said. / Clause, kata X, goes on."""
    frame = scene.frame
    if not cue.kinds & {"verbs", "that_verbs", "inverted"}:
        return None
    words = frame.words
    if comma_before(frame, cue.first) and cue.first > frame.indexes(sentence.start, sentence.end).start:
        mention = None if cue.pronoun else scene.after(cue, sentence.end)
        speaker = scene.last() if cue.pronoun else mention and scene.speaker(mention)
        if not speaker or (mention and mention.first != cue.last + 1 and "inverted" not in cue.kinds):
            return None
        end = mention.end if mention else cue.end
        if mention and "inverted" not in cue.kinds and not _set_off(frame, end, sentence.end):
            return None
        return beside(scene, sentence, cue, cue.start, end, speaker)
    if "inverted" in cue.kinds:
        return None
    mention = scene.before(sentence.start, cue)
    if not mention or not comma_before(frame, mention.first) or mention.start <= sentence.start:
        return None
    if not _set_off(frame, cue.end, sentence.end):
        return None
    if frame.text[mention.end : cue.start].strip().startswith(",") or words[cue.first - 1].end != mention.end:
        return None
    speaker = scene.speaker(mention)
    if not speaker or mention.kind == "place":
        return None
    return beside(scene, sentence, cue, mention.start, cue.end, speaker)


def _set_off(frame: Frame, end: int, limit: int) -> bool:
    """Whether an attribution ends here: by the end of its sentence, a comma, or an adverbial."""
    rest = frame.words_in(end, limit)[:1]
    if not rest or frame.text[end : rest[0].start].lstrip().startswith((",", "(", "–", "—", ";")):
        return True
    return adverbial(frame, rest[0].folded)


def _clause(scene: Scene, sentence: Span, cue: Cue, said: bool) -> Report | None:
    """X said (that) clause. `said`: whether somebody has been credited in this sentence already."""
    frame = scene.frame
    if not cue.kinds & {"verbs", "that_verbs", "adding_verbs"}:
        return None
    speaker: Speaker | None
    if "adding_verbs" in cue.kinds:
        mention = None if said else scene.subject(sentence.start, cue.start)
        speaker = scene.speaker(mention) if mention else scene.last()
    else:
        mention = scene.before(clause_start(frame, sentence.start, cue.start), cue)
        speaker = scene.speaker(mention) if mention else None
    if speaker is None:
        return None
    begin = _complement(frame, sentence, cue)
    if begin is None:
        return None
    return reported(frame, (Span(begin, sentence.end),), speaker, cue, Span(sentence.start, begin))


def _complement(frame: Frame, sentence: Span, cue: Cue) -> int | None:
    """Where the reported clause begins: right behind the cue, or behind a complementiser that comes soon."""
    code = frame.language.code
    following = frame.indexes(cue.end, sentence.end)
    if cue.kinds & {"verbs", "adding_verbs"} and following and _clause_begins(frame, cue, following.start):
        relatives = word_set(code, "speech", "relatives")
        if any(frame.words[index].folded in relatives for index in following[1:_NOUN]):
            return None
        return frame.words[following.start].start
    complementisers = word_set(code, "speech", "complementisers")
    for index in following[:_COMPLEMENT_REACH]:
        if frame.quoted[index]:
            break
        if frame.words[index].folded in complementisers:
            rest = frame.words_in(frame.words[index].end, sentence.end)
            return rest[0].start if rest else None
    return None


def _clause_begins(frame: Frame, cue: Cue, index: int) -> bool:
    """Whether a clause can begin with this word behind a cue: no preposition, day, addressee or complementiser."""
    code = frame.language.code
    first = frame.words[index]
    if frame.text[cue.end : first.start].strip() not in ("", ",") or frame.quoted[index]:
        return False
    outside = word_set(code, "people", "prepositions") | word_set(code, "speech", "complementisers", "addressed")
    outside |= word_set(code, "occasions", "prepositions")
    return first.folded not in outside | day_words(code)


def _cut(frame: Frame, report: Report, end: int) -> Report:
    last = report.parts[-1]
    if not last.start < end < last.end:
        return report
    parts = (*report.parts[:-1], tidied(frame, Span(last.start, end)))
    return Report(parts, report.speaker, report.cue, report.stretch)
