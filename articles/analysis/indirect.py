"""Finds reported speech: X said that ..., ..., said X. / According to X, ..."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from articles.analysis.attribution import clause_start
from articles.analysis.frame import Cue, Frame
from articles.analysis.lexicon import phrases, word_set
from articles.analysis.speakers import Scene, Speaker
from articles.languages.loading import load
from articles.records import Span

_COMPLEMENT_REACH = 14
"""Words between a cue and its complementiser, at most."""
_SHORTEST = 4
"""Words of a reported clause, at least."""
_NOUN = 3
"""Words of an object with its relative pronoun."""
_TITLE = 4
"""Words from a comma to the noun of an office, at most, for it to be an apposition."""
_FINAL = ".!?…؟۔,;: "


@dataclass(frozen=True, slots=True)
class Report:
    """A reported clause: its pieces, who said it, by which cue, and the rest of the sentence."""

    parts: tuple[Span, ...]
    speaker: Speaker
    cue: Cue
    stretch: Span


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
            _by_source(scene, sentence, cue)
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


def _by_source(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """According to X, clause. / Clause, according to X. / Subject, according to X, goes on."""
    if "sources" not in cue.kinds:
        return None
    frame = scene.frame
    mention = scene.after(cue, sentence.end)
    speaker = mention and scene.speaker(mention)
    if not mention or not speaker:
        return None
    if frame.words_in(sentence.start, cue.start):
        return _beside(scene, sentence, cue, cue.start, mention.end, speaker)
    comma = _behind_appositions(scene, mention.end, sentence.end)
    if comma < 0 or len(frame.words_in(mention.end, comma)) > _COMPLEMENT_REACH:
        return None
    return _report(frame, (Span(comma + 1, sentence.end),), speaker, cue, Span(sentence.start, comma))


def _aside(scene: Scene, sentence: Span, cue: Cue) -> Report | None:
    """Clause, he said. / Clause, kata X, goes on."""
    frame = scene.frame
    if not cue.kinds & {"verbs", "that_verbs", "inverted"}:
        return None
    words = frame.words
    if _comma_before(frame, cue.first) and cue.first > frame.indexes(sentence.start, sentence.end).start:
        mention = None if cue.pronoun else scene.after(cue, sentence.end)
        speaker = scene.last() if cue.pronoun else mention and scene.speaker(mention)
        if not speaker or (mention and mention.first != cue.last + 1 and "inverted" not in cue.kinds):
            return None
        end = mention.end if mention else cue.end
        if mention and "inverted" not in cue.kinds and not _set_off(frame, end, sentence.end):
            return None
        return _beside(scene, sentence, cue, cue.start, end, speaker)
    if "inverted" in cue.kinds:
        return None
    mention = scene.before(sentence.start, cue)
    if not mention or not _comma_before(frame, mention.first) or mention.start <= sentence.start:
        return None
    if not _set_off(frame, cue.end, sentence.end):
        return None
    if frame.text[mention.end : cue.start].strip().startswith(",") or words[cue.first - 1].end != mention.end:
        return None
    speaker = scene.speaker(mention)
    if not speaker or mention.kind == "place":
        return None
    return _beside(scene, sentence, cue, mention.start, cue.end, speaker)


def _set_off(frame: Frame, end: int, limit: int) -> bool:
    """Whether an attribution ends here: by the end of its sentence, a comma, or an adverbial."""
    rest = frame.words_in(end, limit)[:1]
    if not rest or frame.text[end : rest[0].start].lstrip().startswith((",", "(", "–", "—", ";")):
        return True
    return _adverbial(frame, rest[0].folded)


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
    return _report(frame, (Span(begin, sentence.end),), speaker, cue, Span(sentence.start, begin))


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


def _beside(scene: Scene, sentence: Span, cue: Cue, start: int, end: int, speaker: Speaker) -> Report | None:
    """The clause before an attribution that stands between commas or last; goes on behind it if it has hardly begun."""
    frame = scene.frame
    before = Span(sentence.start, start)
    comma = _behind_appositions(scene, end, sentence.end, named=end > cue.end)
    if comma >= 0 and _goes_on(frame, comma, sentence.end):
        parts: tuple[Span, ...] = (before, Span(comma + 1, sentence.end))
    else:
        parts = (before,)
    return _report(frame, parts, speaker, cue, Span(start, sentence.end))


def _goes_on(frame: Frame, comma: int, end: int) -> bool:
    """Whether the clause goes on behind an attribution: no adverbial, relative clause or second cue follows."""
    code = frame.language.code
    rest = frame.words_in(comma, end)
    if len(rest) < _SHORTEST - 1 or _adverbial(frame, rest[0].folded):
        return False
    if phrases(code, "speech", "relays", "adding_verbs", "relatives").at(rest, 0, frame.text):
        return False
    return not any("adding_verbs" in cue.kinds for cue in frame.cues_in(comma, rest[0].end))


def _report(frame: Frame, parts: tuple[Span, ...], speaker: Speaker, cue: Cue, stretch: Span) -> Report | None:
    tidy = tuple(one for one in (_tidied(frame, part) for part in parts) if len(one))
    if sum(len(frame.words_in(one.start, one.end)) for one in tidy) < _SHORTEST:
        return None
    return Report(tidy, speaker, cue, stretch)


def _cut(frame: Frame, report: Report, end: int) -> Report:
    last = report.parts[-1]
    if not last.start < end < last.end:
        return report
    parts = (*report.parts[:-1], _tidied(frame, Span(last.start, end)))
    return Report(parts, report.speaker, report.cue, report.stretch)


def _tidied(frame: Frame, span: Span) -> Span:
    """Without space and punctuation at its ends; a mark that opens at the end or closes at the start stays out."""
    start, end = span.start, span.end
    while start < end and (frame.text[start] in _FINAL or frame.text[start].isspace()):
        start += 1
    while end > start and (frame.text[end - 1] in _FINAL or frame.text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _comma_before(frame: Frame, index: int) -> bool:
    return index > 0 and frame.between(index - 1, index).strip() == ","


def _behind_appositions(scene: Scene, start: int, end: int, named: bool = False) -> int:
    """The comma behind a name and the offices told of it after commas; -1 where there is none.

    `named`: the name itself stands before the comma, so that an article behind it tells who that is.
    """
    articles = word_set(scene.frame.language.code, "people", "definite", "indefinite") if named else frozenset()
    text = scene.frame.text
    comma = text.find(",", start, end)
    while comma >= 0:
        following = scene.frame.words_in(comma, end)[:_TITLE]
        roles = following and scene.inside(comma, following[-1].end)
        told = following and following[0].folded in articles
        if not told and (not roles or roles[0].kind != "role"):
            break
        comma = text.find(",", comma + 1, end)
    return comma


def _adverbial(frame: Frame, word: str) -> bool:
    code = frame.language.code
    outside = word_set(code, "occasions", "prepositions") | word_set(code, "people", "prepositions")
    return word in outside | day_words(code)


@cache
def day_words(code: str) -> frozenset[str]:
    """The names of the days of the week and the words for today and yesterday."""
    calendar = load(code).calendar
    named = frozenset(form.casefold() for forms in calendar.weekdays for form in forms)
    return named | word_set(code, "calendar", "today", "yesterday")
