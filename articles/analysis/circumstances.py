"""When, where, on what occasion and to whom something was said, and through whom the article has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cache

from articles.analysis.frame import Frame, folded
from articles.analysis.lexicon import Phrases, compiled, phrases, word_set
from articles.analysis.quotes import Draft
from articles.analysis.speakers import Scene
from articles.languages.format import Occasions
from articles.languages.loading import load
from articles.records import Circumstances, Span

_NUMBERS = re.compile(r"\s{0,3}[,(]?\s{0,3}\(?(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\)?")
_LONGEST_OCCASION = 12
_KINDS = tuple(item.name for item in fields(Occasions) if item.name != "prepositions")


@dataclass(frozen=True, slots=True)
class _Day:
    span: Span
    weekday: int | None = None
    day: date | None = None


def circumstances(scene: Scene, found: tuple[Draft, ...], published: date | None) -> Iterator[Circumstances]:
    """The circumstances of each quote. Told once, they hold for the next quotes of the same speaker."""
    told: dict[str, Circumstances] = {}
    for draft in found:
        own = _told(scene, draft, published)
        name = draft.speaker.name if draft.speaker and draft.speaker.name else ""
        earlier = told.get(name, Circumstances())
        if not (own.said_when or own.occasion):
            own = replace(
                own,
                said_when=earlier.said_when,
                weekday=earlier.weekday,
                said_on=earlier.said_on,
                occasion=earlier.occasion,
                occasion_kind=earlier.occasion_kind,
                place=own.place or earlier.place,
            )
        if name:
            told[name] = own
        yield own


def _told(scene: Scene, draft: Draft, published: date | None) -> Circumstances:
    """What the sentence that credits the words tells; the words themselves tell nothing."""
    frame = scene.frame
    words = [index for index in _outside(frame, draft) if not frame.quoted[index]]
    relay = _relay(frame, words)
    relayed_by = ""
    if relay is not None:
        relayed_by = _relayed_by(scene, words, relay)
        words = words[: words.index(relay)]
    day = _day(frame, words, published)
    words = list(_of_the_act(frame, words))
    occasion, kind = _occasion(frame, words)
    return Circumstances(
        said_when=day.span.of(frame.text) if day else "",
        weekday=day.weekday if day else None,
        said_on=day.day if day else None,
        place=_place(scene, words),
        occasion=occasion.of(frame.text) if occasion else "",
        occasion_kind=kind,
        addressee=_addressee(scene, draft, words),
        relayed_by=relayed_by,
    )


def _outside(frame: Frame, draft: Draft) -> Iterator[int]:
    for index in frame.indexes(draft.stretch.start, draft.stretch.end):
        word = frame.words[index]
        if not any(part.start <= word.start < part.end for part in draft.parts):
            yield index


def _of_the_act(frame: Frame, words: list[int]) -> Iterator[int]:
    """The words that tell of the act of speech, not of the speaker: stretches between commas with a cue in them, or
    led in by a preposition or a day."""
    code = frame.language.code
    leading = word_set(code, "occasions", "prepositions") | word_set(code, "people", "place_prepositions")
    leading |= word_set(code, "calendar", "day_words") | _calendar(code)[0].keys()
    leading |= word_set(code, "speech", "addressed")
    stretches: list[list[int]] = []
    stretch: list[int] = []
    for index in words:
        if stretch and (stretch[-1] != index - 1 or "," in frame.between(index - 1, index)):
            stretches.append(stretch)
            stretch = []
        stretch.append(index)
    for one in [*stretches, stretch] if stretch else stretches:
        first, last = frame.words[one[0]], frame.words[one[-1]]
        if first.folded in leading or frame.cues_in(first.start, last.end):
            yield from one


def _relay(frame: Frame, words: list[int]) -> int | None:
    lexicon = phrases(frame.language.code, "speech", "relays")
    return next((index for index in words if lexicon.at(frame.words, index, frame.text)), None)


def _relayed_by(scene: Scene, words: list[int], relay: int) -> str:
    frame = scene.frame
    hit = phrases(frame.language.code, "speech", "relays").at(frame.words, relay, frame.text)
    begin = frame.words[relay + (hit[0] if hit else 1) - 1].end
    comma = frame.text.find(",", begin, frame.words[words[-1]].end)
    end = comma if comma >= 0 else frame.words[words[-1]].end
    for mention in scene.inside(begin, end):
        if mention.kind in ("name", "body"):
            return mention.name
    return frame.text[begin:end].strip()


def _day(frame: Frame, words: list[int], published: date | None) -> _Day | None:
    weekdays, months, relative = _calendar(frame.language.code)
    for index in words:
        word = frame.words[index]
        start = _with_day_words(frame, index)
        if hit := relative.at(frame.words, index, frame.text):
            back = 1 if "yesterday" in hit[1] else 0
            day = published - timedelta(days=back) if published else None
            end = frame.words[index + hit[0] - 1].end
            return _Day(Span(word.start, end), day.weekday() if day else None, day)
        if word.folded in weekdays and not word.text[:1].islower():
            return _weekday(frame, index, start, weekdays[word.folded], published)
        if word.folded in months and (dated := _dated(frame, index, months[word.folded], published)):
            return dated
    return None


def _weekday(frame: Frame, index: int, start: int, weekday: int, published: date | None) -> _Day:
    """A day of the week, with the date that may stand behind it: Selasa (9/6/2026); Rabu, 20 Oktober 2021."""
    word = frame.words[index]
    if match := _NUMBERS.match(frame.text, word.end):
        return _Day(Span(start, match.end()), weekday, _numeric(frame, match, published))
    _, months, _ = _calendar(frame.language.code)
    for beside in (index + 1, index + 2):
        month = months.get(frame.words[beside].folded) if beside < len(frame.words) else None
        dated = _dated(frame, beside, month, published) if month and beside > index else None
        if dated and dated.span.start <= frame.words[index + 1].start:
            return _Day(Span(start, dated.span.end), weekday, dated.day)
    return _Day(Span(start, word.end), weekday, _latest(weekday, published))


def _dated(frame: Frame, index: int, month: int, published: date | None) -> _Day | None:
    """A month with a day beside it."""
    for beside in (index - 1, index + 1):
        number = frame.words[beside].text if 0 <= beside < len(frame.words) else ""
        if number.isdecimal() and len(number) < 3:
            first, last = min(index, beside), max(index, beside)
            year = published.year if published else None
            end = frame.words[last].end
            following = frame.words[last + 1] if last + 1 < len(frame.words) else None
            if following and following.text.isdecimal() and len(following.text) == 4:
                year, end = int(following.text), following.end
            day = _safe(year, month, int(number))
            start = _with_day_words(frame, first)
            return _Day(Span(start, end), day.weekday() if day else None, day)
    return None


def _with_day_words(frame: Frame, index: int) -> int:
    """The start of a day with the words before it that belong to it: "hari Rabu", "on Monday"."""
    allowed = word_set(frame.language.code, "calendar", "day_words")
    first = index
    while first > 0 and frame.words[first - 1].folded in allowed and frame.between(first - 1, first) == " ":
        first -= 1
    return frame.words[first].start


def _numeric(frame: Frame, match: re.Match[str], published: date | None) -> date | None:
    first, second = int(match[1]), int(match[2])
    if not frame.language.calendar.day_first:
        first, second = second, first
    year = int(match[3]) if match[3] else published.year if published else None
    if year is not None and year < 100:
        year += 2000
    return _safe(year, second, first)


def _safe(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _latest(weekday: int, published: date | None) -> date | None:
    """The last such day up to the day of publication."""
    if published is None:
        return None
    try:
        return published - timedelta(days=(published.weekday() - weekday) % 7)
    except OverflowError:
        return None


def _occasion(frame: Frame, words: list[int]) -> tuple[Span | None, str]:
    """An occasion behind a preposition, up to the next comma, day or preposition of place."""
    code = frame.language.code
    lexicon, leading = phrases(code, "occasions", *_KINDS), phrases(code, "occasions", "prepositions")
    weekdays, _, _ = _calendar(code)
    stops = word_set(code, "calendar", "day_words") | word_set(code, "people", "place_prepositions")
    stops |= weekdays.keys() | word_set(code, "speech", "complementisers") | word_set(code, "occasions", "prepositions")
    allowed = frozenset(words)
    for index in words:
        hit = lexicon.at(frame.words, index, frame.text)
        if not hit or not _led_in(frame, index, leading):
            continue
        last = index + hit[0] - 1
        while (
            last + 1 in allowed
            and last - index < _LONGEST_OCCASION
            and frame.between(last, last + 1).isspace()
            and frame.words[last + 1].folded not in stops
            and not frame.cues_in(frame.words[last + 1].start, frame.words[last + 1].end)
        ):
            last += 1
        kind = next(name for name in _KINDS if name in hit[1])
        return Span(frame.words[index].start, frame.words[last].end), kind
    return None, ""


def _led_in(frame: Frame, index: int, leading: Phrases) -> bool:
    """Whether a preposition stands up to two words before."""
    return any(
        back >= 0 and (hit := leading.at(frame.words, back, frame.text)) is not None and back + hit[0] <= index
        for back in range(index - 3, index)
    )


def _place(scene: Scene, words: list[int]) -> str:
    """A name behind a preposition of place."""
    frame = scene.frame
    prepositions = word_set(frame.language.code, "people", "place_prepositions")
    for index in words:
        if frame.words[index].folded not in prepositions or index + 1 not in words:
            continue
        for mention in scene.inside(frame.words[index].end, frame.words[index + 1].end):
            if mention.first == index + 1 and mention.kind in ("name", "place", "body") and not mention.role:
                return mention.name or frame.text[mention.start : mention.end]
    return ""


def _addressee(scene: Scene, draft: Draft, words: list[int]) -> str:
    """Whoever stands behind a word for speaking to somebody, up to the next preposition or comma."""
    frame = scene.frame
    code = frame.language.code
    lexicon = phrases(code, "speech", "addressed")
    stops = word_set(code, "people", "prepositions", "place_prepositions") | word_set(code, "calendar", "day_words")
    stops |= word_set(code, "speech", "complementisers") | word_set(code, "occasions", "prepositions")
    allowed = frozenset(words)
    for index in words:
        hit = lexicon.at(frame.words, index, frame.text)
        if not hit or not _close_to_cue(frame, index, draft):
            continue
        first = last = index + hit[0]
        while last in allowed and last - first < 6 and frame.words[last].folded not in stops:
            if not frame.between(last - 1, last).isspace():
                break
            last += 1
        if last > first:
            return frame.text[frame.words[first].start : frame.words[last - 1].end]
    return ""


def _close_to_cue(frame: Frame, index: int, draft: Draft) -> bool:
    cues = [cue for cue in frame.cues_in(draft.stretch.start, draft.stretch.end) if "sources" not in cue.kinds]
    return any(-1 <= index - cue.last <= 6 or cue.first == index for cue in cues)


@cache
def _calendar(code: str) -> tuple[dict[str, int], dict[str, int], Phrases]:
    calendar = load(code).calendar
    weekdays = {folded(form): n for n, forms in enumerate(calendar.weekdays) for form in forms}
    months = {folded(form): n for n, forms in enumerate(calendar.months, 1) for form in forms}
    return weekdays, months, compiled({"today": calendar.today, "yesterday": calendar.yesterday})
