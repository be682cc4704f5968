"""Attribution where the verb ends its sentence: X, “...” dedi. / “...” diyen X, ... / X, clause söyledi.

What is said stands between whoever says it and the cue. A participle before somebody turns that round: what it
credits was said by whom it leads in. A cue with nobody beside it goes on with whoever spoke last.
"""

from __future__ import annotations

from dataclasses import dataclass

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import phrases, word_set
from articles.analysis.reading.marks import Passage
from articles.analysis.speech.clauses import Report, reported
from articles.records import Span

_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs", "inverted"})
_REPORTING = frozenset({"verbs", "that_verbs"})
_TAIL = 3
"""Words between a passage and its cue, at most; all of them small."""
_LEAD = 9
"""Words of a sentence before its subject, and of an occasion behind it, at most."""
_BEHIND = 8
"""Words from a cue to whom it leads in, at most."""
_BEHALF = 4
"""Words from a subject to the end of the one in whose name it speaks."""
_FRAGMENT = 3
"""Words in marks, at most, that may be no more than a name somebody uses."""
_SHORTEST = 3
"""Words of a reported clause, at least; one less where offices have endings, as do other words."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who said some words in marks, by which cue, and where that is told."""

    speaker: Speaker | None
    cue: Cue | None
    stretch: Span
    unsure: bool = False


def wrapped(scene: Scene, passage: Passage, lead: Span, tail: Span) -> Found | None:
    """X, “...” dedi. / “...” diyen X. / X şöyle dedi: “...”"""
    frame = scene.frame
    cue = _cue_behind(frame, tail)
    led = bool(frame.words_in(lead.start, lead.end))
    if cue is not None:
        if _only_names(frame, passage, cue):
            return None
        subject = subject_of(scene, lead.start, lead.end) if led else None
        behind = None if subject else _led_in(scene, cue, tail.end) or _turned(scene, cue, tail.end)
        speaker = _speaker(scene, subject or behind)
        end = behind.end if behind else cue.end
        return Found(speaker, cue, Span(lead.start if led else tail.start, end), unsure=speaker is None)
    if not led and frame.words_in(tail.start, tail.end):
        return _beside_its_speaker(scene, passage, tail)
    if not led or not frame.text[lead.start : lead.end].rstrip().endswith((":", "：")):
        return None
    if len(frame.indexes(passage.inner.start, passage.inner.end)) < _FRAGMENT - 1:
        return None
    cues = [one for one in frame.cues_in(lead.start, lead.end) if one.kinds & _CREDITING]
    subject = subject_of(scene, lead.start, lead.end) or _anybody(scene, lead)
    if not cues and subject is None:
        return None
    return Found(_speaker(scene, subject), cues[-1] if cues else None, lead)


def _beside_its_speaker(scene: Scene, passage: Passage, tail: Span) -> Found | None:
    """A sentence in marks, and behind it one about whoever spoke: “...” Bu sözler X'e ait."""
    frame = scene.frame
    first = frame.words_in(tail.start, tail.end)[0]
    if len(frame.indexes(passage.inner.start, passage.inner.end)) <= _FRAGMENT or not first.text[0].isupper():
        return None
    speaker = _speaker(scene, _anybody(scene, tail))
    return Found(speaker, None, tail, unsure=True) if speaker else None


def clause_before(scene: Scene, sentence: Span, cue: Cue, begin: int) -> Report | None:
    """X, clause söyledi. `begin` is where what has been credited already in this sentence ends."""
    frame = scene.frame
    if not cue.kinds & _REPORTING:
        return None
    last = _clause_last(frame, begin, cue)
    if last is None:
        return None
    end = frame.words[last].end
    behind = _led_in(scene, cue, sentence.end) if "inverted" in cue.kinds else None
    passive = "passives" in cue.kinds
    subject = None if behind else _source(scene, begin, end) if passive else subject_of(scene, begin, end)
    if passive and subject is None:
        return None
    speaker = _speaker(scene, behind or subject)
    if speaker is None:
        return None
    start = _behind_occasion(frame, _behind_subject(frame, subject, begin, end), end)
    return reported(frame, (Span(start, end),), speaker, cue, Span(sentence.start, cue.end), _SHORTEST)


def subject_of(scene: Scene, start: int, end: int) -> Mention | None:
    """The one who acts in a stretch: the first who is named in the bare form near its beginning."""
    frame = scene.frame
    opening = frame.indexes(start, end).start
    unparted: Mention | None = None
    for one in scene.inside(start, end):
        if one.first - opening > _LEAD or one.end > end:
            break
        if one.kind == "place" or scene.governed(one):
            continue
        if _parted(frame, one):
            return one
        full = one.kind == "name" and (" " in one.name or bool(one.role) or one.first == opening)
        first = one.first == opening and one.kind == "pronoun"
        first = first or (one.first - opening < _TAIL and _several(frame, one))
        first = first or (one.kind == "role" and one.first == opening and _another_begins(frame, one))
        unparted = unparted or (one if full or first else None)
        if "," in frame.text[start : one.end]:
            break
    return unparted or _lone_noun(frame, start, end)


def _another_begins(frame: Frame, mention: Mention) -> bool:
    """Whether a new noun phrase begins behind an office, which is then no part of it: "Başbakan bir komisyon"."""
    following = frame.words[mention.last + 1 : mention.last + 2]
    opening = word_set(frame.language.code, "people", "indefinite", "quantifiers", "definite")
    return bool(following) and following[0].folded in opening


def _several(frame: Frame, mention: Mention) -> bool:
    """Whether a noun tells of several people, who need no comma: "Uzmanlar yağışın kesileceğini söyledi"."""
    endings = frame.language.people.plural_endings
    return mention.kind == "role" and bool(endings) and frame.words[mention.last].folded.endswith(endings)


def _lone_noun(frame: Frame, start: int, end: int) -> Mention | None:
    """A body or an office before a comma at the beginning of a sentence: "Ajans, uydunun fırlatıldığını bildirdi"."""
    indexes = frame.indexes(start, end)
    nouns = word_set(frame.language.code, "people", "offices", "persons", "bodies", "ranks")
    for index in indexes[:_TAIL]:
        if index + 1 in indexes and frame.text[frame.words[index].end : frame.words[index + 1].start].strip() == ",":
            first, last = frame.words[indexes.start], frame.words[index]
            role = frame.text[first.start : last.end]
            found = Mention(first.start, last.end, indexes.start, index, "role", role=role, definite=True)
            return found if last.folded in nouns else None
    return None


def _speaker(scene: Scene, mention: Mention | None) -> Speaker | None:
    return scene.speaker(mention) if mention else scene.last()


def _cue_behind(frame: Frame, tail: Span) -> Cue | None:
    """The cue right behind a passage, small words left out."""
    fillers = word_set(frame.language.code, "speech", "fillers")
    first = frame.indexes(tail.start, tail.start).start
    for cue in frame.cues_in(tail.start, tail.end):
        between = frame.words[first : cue.first]
        if len(between) > _TAIL or any(word.folded not in fillers for word in between):
            return None
        if cue.kinds & _CREDITING:
            return cue
    return None


def _only_names(frame: Frame, passage: Passage, cue: Cue) -> bool:
    """Whether a few words in marks are what somebody calls a thing: gemiye “Yüzen Soba” diyor."""
    short = len(frame.indexes(passage.inner.start, passage.inner.end)) <= _FRAGMENT
    return short and "naming_verbs" in cue.kinds and frame.text[passage.inner.end - 1] not in ",.!?…"


def _led_in(scene: Scene, cue: Cue, end: int) -> Mention | None:
    """Whom a participle leads in: “...” diyen X. / “...” sözleriyle olayı özetleyen X."""
    frame = scene.frame
    endings = frame.language.speech.aside_endings
    for one in scene.inside(cue.end, end):
        if one.first - cue.last > _BEHIND or "," in frame.text[cue.end : one.start]:
            return None
        if one.kind == "place" or scene.governed(one):
            continue
        between = frame.words[cue.last + 1 : one.first]
        participle = bool(endings) and any(word.folded.endswith(endings) for word in between)
        if participle or "inverted" in cue.kinds:
            return one
    return None


def _turned(scene: Scene, cue: Cue, end: int) -> Mention | None:
    """The name right behind a verb that stands before its subject: “...” dedi X. / “...” diye uyardı X, ..."""
    frame = scene.frame
    index = cue.last + 1
    while index < len(frame.words) and frame.is_cue(index) and frame.between(index - 1, index).isspace():
        index += 1
    mention = scene.at(index) if index < len(frame.words) and frame.words[index].start < end else None
    if mention is None or mention.kind != "name" or scene.governed(mention):
        return None
    beside = mention.first == index and frame.between(index - 1, index).isspace()
    closed = frame.text[mention.end : mention.end + 1] in (",", ".", "", "\n")
    return mention if beside and closed else None


def _anybody(scene: Scene, lead: Span) -> Mention | None:
    """Whoever a sentence before a colon names first, in any case: X'in tonu temkinliydi: “...”"""
    found = [one for one in scene.inside(lead.start, lead.end) if one.kind == "name"]
    return found[0] if found else None


def _source(scene: Scene, start: int, end: int) -> Mention | None:
    """Whence a statement comes whose verb names nobody: X'ten yapılan açıklamada, clause bildirildi."""
    opening = scene.frame.indexes(start, end).start
    found = [one for one in scene.inside(start, end) if one.kind in ("name", "body") and scene.governed(one)]
    return found[0] if found and found[0].first - opening <= _TAIL else None


def _clause_last(frame: Frame, begin: int, cue: Cue) -> int | None:
    """The last word of the clause before a cue, told by its ending."""
    fillers = word_set(frame.language.code, "speech", "fillers")
    last = cue.first - 1
    while last >= 0 and cue.first - last <= _TAIL + 1 and frame.words[last].folded in fillers:
        last -= 1
    if last < 0 or frame.words[last].start < begin or frame.quoted[last]:
        return None
    if frame.text[frame.words[last].end : frame.words[last + 1].start].strip():
        return None
    speech = frame.language.speech
    endings = speech.clause_endings + (speech.wish_endings if "purpose_verbs" in cue.kinds else ())
    return last if frame.words[last].folded.endswith(endings) else None


def _parted(frame: Frame, mention: Mention) -> bool:
    """Whether a comma, or a small word, parts a subject from what follows."""
    following = mention.last + 1
    if following >= len(frame.words):
        return False
    comma = frame.text[mention.end : frame.words[following].start].lstrip().startswith(",")
    return comma or frame.words[following].folded in word_set(frame.language.code, "speech", "fillers")


def _behind_subject(frame: Frame, subject: Mention | None, begin: int, end: int) -> int:
    """Where a clause begins behind its subject, a comma and small words."""
    fillers = word_set(frame.language.code, "speech", "fillers", "conjunctions")
    indexes = frame.indexes(subject.end if subject else begin, end)
    index = subject.last + 1 if subject else indexes.start
    while index in indexes and frame.words[index].folded in fillers:
        index += 1
    behalf = phrases(frame.language.code, "speech", "on_behalf_after")
    for at in range(index, min(index + _BEHALF, indexes.stop)):
        if behalf.at(frame.words, at, frame.text):
            index = at + 1
    return frame.words[index].start if index < indexes.stop else end


def _behind_occasion(frame: Frame, start: int, end: int) -> int:
    """Where a clause begins behind the occasion: törende yaptığı konuşmada | onarıma para harcandığını."""
    code = frame.language.code
    occasions = word_set(code, "occasions")
    indexes = frame.indexes(start, end)
    relative = False
    for index in indexes[:_LEAD]:
        word = frame.words[index]
        if word.folded in occasions and index + 1 in indexes:
            comma = frame.text[word.end : frame.words[index + 1].start].strip() == ","
            if comma or relative:
                return _behind_subject(frame, None, word.end, end)
        relative = relative or word.folded.endswith(frame.language.speech.clause_endings)
    return start
