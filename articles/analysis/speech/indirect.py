"""Finds reported speech: X said that ..., ..., said X. / According to X, ..."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import calendar_words, word_set
from articles.analysis.speech.attribution import clause_start
from articles.analysis.speech.clauses import (
    SHORTEST,
    Report,
    adverbial,
    behind_appositions,
    beside,
    comma_before,
    reported,
    tidied,
)
from articles.analysis.speech.edges import also_noun, clause_end, complement, infinitive_follows, set_off
from articles.analysis.speech.reactions import by_demand, by_name, by_purpose
from articles.analysis.speech.second_reports import second_reports
from articles.analysis.speech.sources import by_source, by_source_behind
from articles.analysis.speech.verb_last import clause_before
from articles.records import Span

_LED_IN = 3
"""Words of a clause behind a complementiser, at least."""
_ADVERBIAL = 8
"""Words between whoever speaks and the comma behind, at most."""


def reports(scene: Scene, sentence: Span, taken: tuple[Span, ...], used: frozenset[int]) -> tuple[Report, ...]:
    """The reported clauses of one sentence.

    `taken` are the passages that are direct quotes, `used` the first words of the cues that credit these.
    """
    frame = scene.frame
    if frame.language.speech.verb_second:
        return second_reports(scene, sentence, taken)
    found: list[Report] = []
    for cue in frame.cues_in(sentence.start, sentence.end):
        credited = cue.first in used and not frame.language.speech.verb_last
        if credited or any(one.start <= cue.start < one.end for one in taken):
            continue
        adding = "adding_verbs" in cue.kinds
        if not adding and any(part.start <= cue.start < part.end for one in found for part in one.parts):
            continue
        if frame.language.speech.verb_last:
            report = by_source_behind(scene, sentence, cue) or clause_before(
                scene, sentence, cue, _credited(frame, sentence, cue, found, taken, used)
            )
        else:
            report = _by_any(scene, sentence, cue, found, taken)
        if report is None or any(part.overlaps(one) for part in report.parts for one in taken):
            continue
        if found and report.parts == found[-1].parts:
            found.pop()
        if adding and found:
            found[-1] = _cut(frame, found[-1], cue.start)
        found.append(report)
        scene.notice(report.speaker)
    return tuple(found)


def _by_any(scene: Scene, sentence: Span, cue: Cue, found: list[Report], taken: tuple[Span, ...]) -> Report | None:
    return (
        by_source(scene, sentence, cue)
        or by_source_behind(scene, sentence, cue)
        or _led_in(scene, sentence, cue)
        or _aside(scene, sentence, cue)
        or _clause(scene, sentence, cue, found, taken)
        or by_name(scene, sentence, cue, taken)
        or by_purpose(scene, sentence, cue, taken)
        or by_demand(scene, sentence, cue, taken)
    )


def _credited(
    frame: Frame, sentence: Span, cue: Cue, found: list[Report], taken: tuple[Span, ...], used: frozenset[int]
) -> int:
    """Where what has been credited already in a sentence ends before a cue."""
    ends = [sentence.start, *(one.end for one in taken), *(one.cue.end for one in found)]
    ends += [one.end for one in frame.cues_in(sentence.start, cue.start) if one.first in used]
    return max(one for one in ends if one <= cue.start)


def _led_in(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """As X said, clause. / Kata X, clause."""
    frame = scene.frame
    if "inverted" not in cue.kinds or frame.words_in(sentence.start, cue.start):
        return None
    mention = None if cue.pronoun else scene.after(cue, sentence.end)
    speaker = scene.last() if cue.pronoun else mention and scene.speaker(mention)
    end = mention.end if mention else cue.end
    comma = behind_appositions(scene, end, sentence.end)
    comma = comma if comma >= 0 else frame.text.find(",", end, sentence.end)
    if not speaker or comma < 0 or len(frame.words_in(end, comma)) > _ADVERBIAL:
        return None
    return reported(frame, (Span(comma + 1, sentence.end),), speaker, cue, Span(sentence.start, comma))


def _aside(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """Clause, he said. / Clause, kata X, goes on."""
    frame = scene.frame
    if not cue.kinds & {"verbs", "that_verbs", "inverted"}:
        return None
    words = frame.words
    if comma_before(frame, cue.first) and cue.first > frame.indexes(sentence.start, sentence.end).start:
        mention = None if cue.pronoun else scene.after(cue, sentence.end)
        speaker = scene.last(cue.pronoun) if cue.pronoun else mention and scene.speaker(mention)
        if not speaker or (mention and not _next_to(frame, cue, mention) and "inverted" not in cue.kinds):
            return None
        if mention and mention.kind == "role" and not _tells_somebody(frame, mention):
            return None
        leading = scene.before(sentence.start, cue) if "verbs" in cue.kinds else None
        if leading and "inverted" not in cue.kinds and leading.kind in ("name", "body"):
            return None
        end = mention.end if mention else cue.end
        if mention and "inverted" not in cue.kinds and not set_off(frame, end, sentence.end):
            return None
        return beside(scene, sentence, cue, cue.start, end, speaker)
    if "inverted" in cue.kinds:
        return None
    mention = scene.before(sentence.start, cue)
    lead = _lead(frame, mention) if mention else 0
    if not mention or not lead or not comma_before(frame, lead) or mention.start <= sentence.start:
        return None
    if not set_off(frame, cue.end, sentence.end) or infinitive_follows(frame, cue):
        return None
    opening = frame.words_in(sentence.start, sentence.end)[0].folded
    if opening in word_set(frame.language.code, "speech", "topics"):
        return None
    following = words[cue.last + 1] if cue.last + 1 < len(words) else None
    if following and following.folded in word_set(frame.language.code, "speech", "complementisers"):
        return None
    if frame.text[mention.end : cue.start].strip().startswith(",") or words[cue.first - 1].end != mention.end:
        return None
    speaker = scene.speaker(mention)
    if not speaker or mention.kind == "place":
        return None
    return beside(scene, sentence, cue, frame.words[lead].start, cue.end, speaker)


def _tells_somebody(frame: Frame, mention: Mention) -> bool:
    """Whether words without a name have a noun for people or a body: "il a annoncé sa démission" has an object."""
    nouns = word_set(frame.language.code, "people", "offices", "persons", "ranks", "bodies", "generic")
    words = frame.words[mention.first : mention.last + 1]
    return not nouns or any(word.folded in nouns or word.text[0].isupper() for word in words)


def _next_to(frame: Frame, cue: Cue, mention: Mention) -> bool:
    """Whether a subject follows its cue at once, or behind the time and the occasion."""
    following = cue.last + 1
    between = frame.words[following : mention.first]
    small = calendar_words(frame.language.code) | word_set(frame.language.code, "speech", "fillers")
    small |= word_set(frame.language.code, "people", "definite") | word_set(
        frame.language.code, "calendar", "day_words"
    )
    if all(word.folded in small or word.text.isdecimal() for word in between):
        return True
    return mention.first == following or (
        mention.kind == "name" and bool(mention.role) and _told_first(frame, frame.words[following].folded)
    )


def _told_first(frame: Frame, word: str) -> bool:
    """Whether a word behind a cue tells when, where or to whom something was said."""
    return adverbial(frame, word) or word in word_set(frame.language.code, "speech", "addressees")


def _lead(frame: Frame, mention: Mention) -> int:
    """The first word of a mention with its article."""
    articles = word_set(frame.language.code, "people", "definite", "indefinite", "quantifiers")
    first = mention.first
    while first > 0 and frame.words[first - 1].folded in articles and frame.between(first - 1, first).isspace():
        first -= 1
    return first


def _clause(scene: Scene, sentence: Span, cue: Cue, found: list[Report], taken: tuple[Span, ...]) -> Report | None:
    """X said (that) clause. `found` and `taken`: what has been credited already in this sentence."""
    frame = scene.frame
    said = [part.end for one in found for part in one.parts] + [one.end for one in taken]
    if not cue.kinds & {"verbs", "that_verbs", "adding_verbs"} and not _announces(frame, cue):
        return None
    speaker: Speaker | None
    if "adding_verbs" in cue.kinds:
        mention = scene.beside(cue)
        if mention is None and not said:
            mention = scene.first(sentence.start, cue.start) or scene.subject(sentence.start, cue.start)
            mention = mention or (scene.opening(sentence.start) if frame.cased else scene.before(sentence.start, cue))
        speaker = scene.speaker(mention) if mention else scene.last()
    else:
        earliest = max([clause_start(frame, sentence.start, cue.start), *(one for one in said if one < cue.start)])
        mention = scene.before(earliest, cue)
        if mention and frame.cased and mention.kind == "role" and not mention.name and also_noun(frame, cue):
            return None
        speaker = scene.speaker(mention) if mention else _shared(scene, sentence, cue, found)
        if speaker is None and mention is None and _subjectless(frame, earliest, cue):
            speaker = scene.last()
    if speaker is None:
        return None
    begin = complement(frame, sentence, cue)
    if begin is None:
        return None
    end = clause_end(scene, begin, sentence.end, taken)
    before = frame.words[frame.indexes(begin, begin).start - 1]
    complementisers = word_set(frame.language.code, "speech", "complementisers")
    shortest = _LED_IN if before.folded in complementisers else SHORTEST
    return reported(frame, (Span(begin, end),), speaker, cue, Span(sentence.start, begin), shortest=shortest)


def _announces(frame: Frame, cue: Cue) -> bool:
    """Whether a verb that credits words in marks has a colon right behind it, which any words may follow."""
    return "quoting_verbs" in cue.kinds and frame.text[cue.end : cue.end + 2].strip() == ":"


def _shared(scene: Scene, sentence: Span, cue: Cue, found: list[Report]) -> Speaker | None:
    """Whose cue it is behind a conjunction: "X left and said that ..."."""
    if not scene.coordinated(cue):
        return None
    if found:
        return found[-1].speaker
    earlier = scene.frame.cues_in(sentence.start, cue.start)[:1]
    mention = scene.before(sentence.start, earlier[0]) if earlier else None
    mention = mention or scene.first(sentence.start, cue.start)
    return scene.speaker(mention) if mention else None


def _subjectless(frame: Frame, start: int, cue: Cue) -> bool:
    """Whether a verb needs no subject and has none: nothing but small words stand before it."""
    small = word_set(frame.language.code, "speech", "fillers", "conjunctions")
    opens = all(word.folded in small for word in frame.words_in(_behind_adverbials(frame, start, cue), cue.start))
    return frame.language.speech.subjectless and opens


def _behind_adverbials(frame: Frame, start: int, cue: Cue) -> int:
    """Where a sentence goes on behind what prepositions lead in and commas set off: "En un auto, | señala"."""
    code = frame.language.code
    leading = word_set(code, "people", "prepositions", "place_prepositions") | word_set(
        code, "occasions", "prepositions"
    )
    comma = frame.text.rfind(",", start, cue.start)
    first = frame.words_in(start, cue.start)[:1]
    return comma + 1 if comma >= 0 and first and first[0].folded in leading else start


def _cut(frame: Frame, report: Report, end: int) -> Report:
    last = report.parts[-1]
    if not last.start < end < last.end:
        return report
    parts = (*report.parts[:-1], tidied(frame, Span(last.start, end)))
    return Report(parts, report.speaker, report.cue, report.stretch)
