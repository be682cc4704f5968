"""Words in marks inside somebody else's sentence: X juge le calendrier « beaucoup trop serré »."""

from __future__ import annotations

from articles.analysis.people.cast import Speaker
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set
from articles.analysis.reading.marks import Passage
from articles.records import Span

_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs", "naming_verbs"})
_REPORTING = frozenset({"verbs", "that_verbs", "adding_verbs"})
_REACH = 6
"""Words between a cue and the fragment behind it, at most."""
SHORTEST = 3
"""Words of a fragment, at least."""


def fragment(scene: Scene, passage: Passage, lead: Span) -> tuple[Cue, Speaker] | None:
    """The cue that credits the words in marks behind it, and its speaker; None where nobody says them."""
    frame = scene.frame
    if not frame.language.speech.fragments or not is_fragment(frame, passage):
        return None
    for cue in reversed(frame.cues_in(lead.start, lead.end)):
        if not cue.kinds & _CREDITING:
            continue
        if len(frame.words_in(cue.end, lead.end)) > _REACH or set(frame.text[cue.end : lead.end]) & set(",;:"):
            return None
        if any(frame.words[index].folded in _barring(frame) for index in frame.indexes(cue.end, lead.end)):
            return None
        mention = scene.before(lead.start, cue)
        speaker = scene.speaker(mention) if mention else None
        return (cue, speaker) if speaker and speaker.name else None
    return None


def said_by_subject(scene: Scene, passage: Passage, lead: Span) -> Speaker | None:
    """Whose words a fragment is that holds its own verb: X « condamne toute menace »."""
    frame = scene.frame
    if not frame.language.speech.fragments or not is_fragment(frame, passage):
        return None
    articles = word_set(frame.language.code, "people", "definite", "indefinite")
    index = frame.indexes(passage.inner.start, passage.inner.end).start
    mention = scene.ending(lead.start, lead.end)
    if not mention or mention.kind != "name" or scene.governed(mention) or frame.words[index].folded in articles:
        return None
    return scene.speaker(mention) if frame.text[mention.end : passage.outer.start].isspace() else None


def is_fragment(frame: Frame, passage: Passage) -> bool:
    """Whether words in marks are a piece of a sentence: some words, a small letter first."""
    inner = passage.inner
    words = frame.indexes(inner.start, inner.end)
    return len(words) >= SHORTEST and frame.words[words.start].text[0].islower()


def stays_whole(frame: Frame, parts: tuple[Span, ...], cue: Cue, inside: list[Passage]) -> bool:
    """Whether a clause that a verb reports keeps the words in marks inside it: it begins without, and is mostly so."""
    announced = frame.text[cue.end : parts[0].start].strip() == ":"
    if inside and announced and len(frame.words_in(parts[0].start, inside[0].outer.start)) >= SHORTEST:
        return True
    if not inside or not cue.kinds & _REPORTING or inside[0].outer.start <= parts[0].start:
        return False
    marked = sum(len(one.inner) for one in inside if is_fragment(frame, one))
    return 2 * marked < sum(len(part) for part in parts)


def _barring(frame: Frame) -> frozenset[str]:
    """Words that lead in a clause, in which the fragment then stands."""
    return word_set(frame.language.code, "speech", "complementisers", "relatives")
