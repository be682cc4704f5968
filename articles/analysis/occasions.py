"""On what occasion, where and to whom something was said, and through whom the article has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from articles.analysis.draft import Draft
from articles.analysis.frame import Frame
from articles.analysis.lexicon import Phrases, phrases, word_set
from articles.analysis.speakers import Scene
from articles.languages.occasions import Occasions
from articles.records import Span

_LONGEST_OCCASION = 12
_LONGEST_ADDRESSEE = 6
KINDS = tuple(item.name for item in fields(Occasions) if item.name != "prepositions")


def of_the_act(frame: Frame, words: list[int], days: frozenset[int]) -> Iterator[int]:
    """The words that tell of the act of speech, not of the speaker: stretches between commas with a cue in them, or
    led in by a preposition or a day."""
    code = frame.language.code
    leading = word_set(code, "occasions", "prepositions") | word_set(code, "people", "place_prepositions")
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
        if first.folded in leading or one[0] in days or frame.cues_in(first.start, last.end):
            yield from one


def relay_at(frame: Frame, words: list[int], draft: Draft) -> int | None:
    """The word with which the telling of a relay begins; the cue of the quote is none."""
    lexicon = phrases(frame.language.code, "speech", "relays")
    cue = draft.cue.first if draft.cue else -1
    return next((index for index in words if index != cue and lexicon.at(frame.words, index, frame.text)), None)


def relayed_by(scene: Scene, words: list[int], relay: int) -> str:
    frame = scene.frame
    hit = phrases(frame.language.code, "speech", "relays").at(frame.words, relay, frame.text)
    begin = frame.words[relay + (hit[0] if hit else 1) - 1].end
    comma = frame.text.find(",", begin, frame.words[words[-1]].end)
    end = comma if comma >= 0 else frame.words[words[-1]].end
    for mention in scene.inside(begin, end):
        if mention.kind in ("name", "body"):
            return mention.name
    return frame.text[begin:end].strip()


def without_relay(frame: Frame, words: list[int], relay: int, draft: Draft) -> list[int]:
    """The words that are not about the relay: those before it, or behind its comma where the cue follows."""
    kept = words[: words.index(relay)]
    if draft.cue is None or draft.cue.first < relay:
        return kept
    comma = next((index for index in words if index > relay and _comma(frame.between(index - 1, index))), None)
    return kept if comma is None else [*kept, *words[words.index(comma) :]]


def _comma(gap: str) -> bool:
    return "," in gap or "،" in gap


def occasion(frame: Frame, words: list[int], days: frozenset[int]) -> tuple[Span | None, str]:
    """An occasion behind a preposition, up to the next comma, day or preposition of place, and its kind."""
    code = frame.language.code
    lexicon, leading = phrases(code, "occasions", *KINDS), phrases(code, "occasions", "prepositions")
    stops = word_set(code, "people", "place_prepositions") | word_set(code, "speech", "complementisers")
    stops |= word_set(code, "occasions", "prepositions") | word_set(code, "calendar", "day_words")
    allowed = frozenset(words) - days
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


def _led_in(frame: Frame, index: int, leading: Phrases) -> bool:
    """Whether a preposition stands up to two words before."""
    return any(
        back >= 0 and (hit := leading.at(frame.words, back, frame.text)) is not None and back + hit[0] <= index
        for back in range(index - 3, index)
    )


def place(scene: Scene, words: list[int]) -> str:
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


def addressee(scene: Scene, draft: Draft, words: list[int], days: frozenset[int]) -> str:
    """Whoever stands behind a word for speaking to somebody, up to the next preposition, day or comma."""
    frame = scene.frame
    code = frame.language.code
    lexicon = phrases(code, "speech", "addressed")
    stops = word_set(code, "people", "prepositions", "place_prepositions") | word_set(code, "calendar", "day_words")
    stops |= word_set(code, "speech", "complementisers") | word_set(code, "occasions", "prepositions")
    allowed = frozenset(words) - days
    for index in words:
        hit = lexicon.at(frame.words, index, frame.text)
        if not hit or not _close_to_cue(frame, index, draft):
            continue
        first = last = index + hit[0]
        while last in allowed and last - first < _LONGEST_ADDRESSEE and frame.words[last].folded not in stops:
            if not frame.between(last - 1, last).isspace():
                break
            last += 1
        if last > first:
            return frame.text[frame.words[first].start : frame.words[last - 1].end]
    return ""


def _close_to_cue(frame: Frame, index: int, draft: Draft) -> bool:
    cues = [cue for cue in frame.cues_in(draft.stretch.start, draft.stretch.end) if "sources" not in cue.kinds]
    return any(-1 <= index - cue.last <= 6 or cue.first == index for cue in cues)
