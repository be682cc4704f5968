"""On what occasion, where and to whom something was said, and through whom the article has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Frame, words_of
from articles.analysis.reading.lexicon import Phrases, phrases, word_set
from articles.languages.occasions import Occasions
from articles.records import Span

_LONGEST_OCCASION = 12
_BETWEEN = 2
"""Words between a preposition and its occasion, at most."""
_LEADING = 6
"""The same with the words of the preposition."""
KINDS = tuple(item.name for item in fields(Occasions) if item.name != "prepositions")


def of_the_act(frame: Frame, words: list[int], days: frozenset[int]) -> Iterator[int]:
    """The words that tell of the act of speech, not of the speaker: stretches between commas with a cue in them, or
    led in by a preposition or a day; all of them in a language of endings."""
    code = frame.language.code
    told = word_set(code, "occasions", "prepositions")
    leading = told | word_set(code, "people", "place_prepositions")
    leading |= word_set(code, "calendar", "day_words") | word_set(code, "speech", "addressed")
    stretches: list[list[int]] = []
    stretch: list[int] = []
    for index in words:
        if stretch and (stretch[-1] != index - 1 or "," in frame.between(index - 1, index)):
            stretches.append(stretch)
            stretch = []
        stretch.append(index)
    for one in [*stretches, stretch] if stretch else stretches:
        first, last = frame.words[one[0]], frame.words[one[-1]]
        if not told or first.folded in leading or one[0] in days or frame.cues_in(first.start, last.end):
            yield from one


def occasion(frame: Frame, words: list[int], days: frozenset[int]) -> tuple[Span | None, str]:
    """An occasion behind a preposition, up to the next comma, day or preposition of place, and its kind."""
    code = frame.language.code
    lexicon, leading = phrases(code, "occasions", *KINDS), phrases(code, "occasions", "prepositions")
    stops = word_set(code, "people", "place_prepositions") | word_set(code, "speech", "complementisers")
    stops |= word_set(code, "occasions", "prepositions") | word_set(code, "calendar", "day_words")
    small = frozenset(frame.language.words.stop)
    allowed = frozenset(words) - days
    for index in words:
        hit = lexicon.at(frame.words, index, frame.text)
        if not hit or (leading.entries and not _led_in(frame, index, leading)):
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
        while last >= index + hit[0] and frame.words[last].folded in small:
            last -= 1
        kind = next(name for name in KINDS if name in hit[1])
        return Span(frame.words[index].start, frame.words[last].end), kind
    return None, ""


def kinds_in(frame: Frame, span: Span) -> frozenset[str]:
    """The kinds of all occasions named in a stretch of the text, outside of marks."""
    lexicon = phrases(frame.language.code, "occasions", *KINDS)
    found: set[str] = set()
    for index in frame.indexes(span.start, span.end):
        if not frame.quoted[index] and (hit := lexicon.at(frame.words, index, frame.text)):
            found |= hit[1]
    return frozenset(found)


def kind_of(listeners: str, code: str) -> str:
    """The kind of an occasion that stands for those who were there: "told the news conference"; "" for people.

    What else is spoken to is rather the people who sit in it: a panel, a court.
    """
    lexicon, words = phrases(code, "occasions", "press_conference"), words_of(listeners)
    ends = (index + hit[0] for index in range(len(words)) if (hit := lexicon.at(words, index, listeners)))
    return "press_conference" if len(words) in ends else ""


def _led_in(frame: Frame, index: int, leading: Phrases) -> bool:
    """Whether a preposition ends up to two words before."""
    return any(
        (hit := leading.at(frame.words, back, frame.text)) is not None and index - _BETWEEN <= back + hit[0] <= index
        for back in range(max(0, index - _LEADING), index)
    )


def place(scene: Scene, words: list[int]) -> str:
    """A name behind a preposition of place, or with an ending of place behind an apostrophe: "Ankara'da"."""
    frame = scene.frame
    prepositions = word_set(frame.language.code, "people", "place_prepositions")
    endings = frame.language.people.place_endings
    for index in words:
        name, _, ending = frame.words[index].text.replace("’", "'").partition("'")
        if ending in endings and name[:1].isupper():
            return name
        if frame.words[index].folded not in prepositions or index + 1 not in words:
            continue
        for mention in scene.inside(frame.words[index].end, frame.words[index + 1].end):
            if mention.first == index + 1 and mention.kind in ("name", "place", "body") and not mention.role:
                return mention.name or frame.text[mention.start : mention.end]
    return ""
