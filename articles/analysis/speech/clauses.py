"""Reported clauses: where one begins and ends beside the words that credit it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from articles.analysis.people.cast import Speaker
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame, folded
from articles.analysis.reading.lexicon import listed, phrases, word_set
from articles.languages.loading import load
from articles.records import Span

SHORTEST = 4
"""Words of a reported clause, at least."""
_TITLE = 4
"""Words from a comma to the noun of an office, at most, for it to be an apposition."""
_MARKS = " \u00a0\u202f\"'”’»«“"
_FINAL = ".!?…؟۔,;: "


@dataclass(frozen=True, slots=True)
class Report:
    """A reported clause: its pieces, who said it, by which cue, and the rest of the sentence."""

    parts: tuple[Span, ...]
    speaker: Speaker
    cue: Cue
    stretch: Span


def reported(
    frame: Frame, parts: tuple[Span, ...], speaker: Speaker, cue: Cue, stretch: Span, shortest: int = SHORTEST
) -> Report | None:
    """The clause without space and points at its ends; None where it is too short to say anything."""
    tidy = tuple(one for one in (tidied(frame, part) for part in parts) if len(one))
    shortest -= bool(frame.language.people.office_endings)
    if sum(len(frame.words_in(one.start, one.end)) for one in tidy) < shortest:
        return None
    return Report(tidy, speaker, cue, stretch)


def beside(scene: Scene, sentence: Span, cue: Cue, start: int, end: int, speaker: Speaker) -> Report | None:
    """The clause before an attribution that stands between commas or last; goes on behind it if it has hardly begun."""
    frame = scene.frame
    before = Span(sentence.start, start)
    comma = behind_appositions(scene, end, sentence.end, named=end > cue.end)
    if comma >= 0 and goes_on(frame, comma, sentence.end):
        parts: tuple[Span, ...] = (before, Span(comma + 1, sentence.end))
    else:
        parts = (before,)
    return reported(frame, parts, speaker, cue, Span(start, sentence.end))


def goes_on(frame: Frame, comma: int, end: int) -> bool:
    """Whether the clause goes on behind an attribution: no adverbial, relative clause or second cue follows."""
    code = frame.language.code
    rest = frame.words_in(comma, end)
    if len(rest) < SHORTEST - 1 or adverbial(frame, rest[0].folded):
        return False
    if phrases(code, "speech", "relays", "adding_verbs", "relatives").at(rest, 0, frame.text):
        return False
    return not any("adding_verbs" in cue.kinds for cue in frame.cues_in(comma, rest[0].end))


def tidied(frame: Frame, span: Span) -> Span:
    """Without space and punctuation at its ends; a mark that opens at the end or closes at the start stays out."""
    start, end = span.start, span.end
    while start < end and (frame.text[start] in _FINAL or frame.text[start].isspace()):
        start += 1
    while end > start and (frame.text[end - 1] in _FINAL or frame.text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def comma_before(frame: Frame, index: int) -> bool:
    """Whether a comma stands before a word, inside the marks that close there or behind them."""
    return index > 0 and frame.between(index - 1, index).strip(_MARKS) == ","


def behind_appositions(scene: Scene, start: int, end: int, named: bool = False) -> int:
    """The comma behind a name and the offices told of it after commas; -1 where there is none.

    `named`: the name itself stands before the comma, so that an article behind it tells who that is.
    """
    articles = word_set(scene.frame.language.code, "people", "definite", "indefinite") if named else frozenset()
    text = scene.frame.text
    comma = text.find(",", start, end)
    while comma >= 0:
        following = scene.frame.words_in(comma, end)[:_TITLE]
        roles = scene.inside(comma, following[-1].end) if following else ()
        told = following and following[0].folded in articles
        first = scene.frame.indexes(comma, end).start
        near = any(one.kind == "role" and one.first <= first + 1 for one in roles[:1])
        if not told and not near:
            break
        comma = text.find(",", comma + 1, end)
    return comma


def adverbial(frame: Frame, word: str) -> bool:
    code = frame.language.code
    return word in listed(code, "occasions.prepositions", "people.prepositions") or word in day_words(code)


@cache
def day_words(code: str) -> frozenset[str]:
    """The names of the days of the week and the words for today and yesterday."""
    calendar = load(code).calendar
    named = frozenset(folded(form) for forms in calendar.weekdays for form in forms)
    return named | word_set(code, "calendar", "today", "yesterday")
