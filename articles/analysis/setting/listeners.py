"""To whom something was said, and through whom the article has it."""

from __future__ import annotations

from functools import cache

from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import phrases, word_set
from articles.analysis.speech.draft import Draft
from articles.languages.loading import load

_LONGEST_ADDRESSEE = 6
_NEAR = 8
"""Words between a cue and whoever was spoken to, at most."""
_SHORT = 3
"""Letters of a preposition that leads in much else."""


def addressee(scene: Scene, draft: Draft, words: list[int], days: frozenset[int]) -> str:
    """Whoever stands behind a word for speaking to somebody, up to the next preposition, day or comma; or whose own
    case tells it."""
    frame = scene.frame
    code = frame.language.code
    lexicon, dative = phrases(code, "speech", "addressed"), phrases(code, "speech", "addressees")
    for index in words:
        if not _close_to_cue(frame, index, draft):
            continue
        if hit := dative.at(frame.words, index, frame.text):
            return frame.text[frame.words[index].start : frame.words[index + hit[0] - 1].end]
        if hit := lexicon.at(frame.words, index, frame.text):
            first = index + hit[0]
            last = _end(frame, first, frozenset(words) - days)
            if last > first and (not _vague(frame, index, first) or _listens(scene, first, last)):
                return frame.text[frame.words[first].start : frame.words[last - 1].end]
    return ""


def _end(frame: Frame, first: int, allowed: frozenset[int]) -> int:
    """Behind the last word of whoever is named from `first` on."""
    code = frame.language.code
    stops = word_set(code, "people", "prepositions", "place_prepositions") | word_set(code, "calendar", "day_words")
    stops |= word_set(code, "speech", "complementisers") | word_set(code, "occasions", "prepositions")
    last = first
    while last in allowed and last - first < _LONGEST_ADDRESSEE and frame.words[last].folded not in stops:
        if not frame.between(last - 1, last).isspace() or (frame.is_cue(last) and last > first):
            break
        last += 1
    return last


def _vague(frame: Frame, index: int, first: int) -> bool:
    """Whether the words before `first` lead in places and occasions as well."""
    code = frame.language.code
    word = frame.words[index]
    elsewhere = word_set(code, "people", "place_prepositions") | word_set(code, "occasions", "prepositions")
    return first == index + 1 and (len(word.text) <= _SHORT or word.folded in elsewhere)


def _listens(scene: Scene, first: int, last: int) -> bool:
    """Whether some words name people, an outlet or a body."""
    frame, code = scene.frame, scene.frame.language.code
    people = word_set(code, "speech", "listeners", "outlets", "addressees") | word_set(code, "people", "persons")
    words = frame.words[first:last]
    if any(word.folded in people for word in words) or any(word.text in _agencies(code) for word in words):
        return True
    return any(one.kind == "body" for one in scene.inside(words[0].start, words[-1].end))


def _close_to_cue(frame: Frame, index: int, draft: Draft) -> bool:
    """Whether a word stands behind a cue or is one; before it where the verb stands last."""
    for cue in frame.cues_in(draft.stretch.start, draft.stretch.end):
        before = cue is draft.cue and 0 < cue.first - index <= _NEAR
        if "sources" not in cue.kinds and (-1 <= index - cue.last <= _NEAR - 2 or cue.first == index or before):
            return True
    return False


def relay_at(frame: Frame, words: list[int], draft: Draft) -> tuple[int, int] | None:
    """The first and last word of a phrase that tells of a relay; the cue of the quote is none.

    A source that is an outlet is one, where somebody else is the speaker: "selon l'AFP".
    """
    code = frame.language.code
    relays, sources = phrases(code, "speech", "relays"), phrases(code, "speech", "sources")
    cue = draft.cue.first if draft.cue else -1
    for index in words:
        if index == cue:
            continue
        if hit := relays.at(frame.words, index, frame.text):
            return index, index + hit[0] - 1
        hit = sources.at(frame.words, index, frame.text)
        if hit and cue >= 0 and _is_outlet(frame, index + hit[0]):
            return index, index + hit[0] - 1
    return None


def _is_outlet(frame: Frame, index: int) -> bool:
    """Whether a word, or the one behind it, is an outlet or the noun of one."""
    code = frame.language.code
    outlets = word_set(code, "speech", "outlets")
    return any(word.folded in outlets or word.text in _agencies(code) for word in frame.words[index : index + 2])


def relayed_by(scene: Scene, words: list[int], relay: tuple[int, int]) -> str:
    """The outlet behind the phrase of a relay, or before it where the language has it there."""
    frame, code = scene.frame, scene.frame.language.code
    if phrases(code, "speech", "relays_after").at(frame.words, relay[0], frame.text):
        return _outlet_before(frame, words, relay[0])
    begin = frame.words[relay[1]].end
    end = frame.words[words[-1]].end
    comma = min((at for at in (frame.text.find(sign, begin, end) for sign in ",،") if at >= 0), default=end)
    found = scene.inside(begin, comma)
    for mention in found:
        if mention.kind in ("name", "body"):
            return mention.name
    leading = word_set(code, "people", "prepositions", "place_prepositions") | word_set(
        code, "occasions", "prepositions"
    )
    first = frame.words_in(begin, comma)[:1]
    led = bool(first) and first[0].folded in leading and not first[0].text[:1].isupper()
    return "" if led else frame.text[begin:comma].strip()


def _outlet_before(frame: Frame, words: list[int], index: int) -> str:
    """The large words before a phrase, without the ending that binds them: "Anadolu Ajansı'nın haberine göre"."""
    first = index
    while first - 1 in words and index - first < _LONGEST_ADDRESSEE and frame.words[first - 1].text[:1].isupper():
        first -= 1
    if first == index:
        return ""
    name = frame.text[frame.words[first].start : frame.words[index - 1].end]
    return name.replace("’", "'").partition("'")[0]


def without_relay(frame: Frame, words: list[int], relay: tuple[int, int], draft: Draft) -> list[int]:
    """The words that are not about the relay: those before it, or behind its comma where the cue follows."""
    kept = words[: words.index(relay[0])]
    if draft.cue is None or draft.cue.first < relay[0]:
        return kept
    comma = next((index for index in words if index > relay[1] and _comma(frame.between(index - 1, index))), None)
    if comma is None and phrases(frame.language.code, "speech", "relays_after").at(frame.words, relay[0], frame.text):
        comma = next((index for index in words if index > relay[1]), None)
    return kept if comma is None else [*kept, *words[words.index(comma) :]]


def _comma(gap: str) -> bool:
    return "," in gap or "،" in gap


@cache
def _agencies(code: str) -> frozenset[str]:
    return frozenset(load(code).page.agencies)
