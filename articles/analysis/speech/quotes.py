"""Walks through an article and gathers its quotes, direct and reported, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from articles.analysis.people.shapes import final_sign, stands_alone, starts_large
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import word_set
from articles.analysis.reading.marks import Passage
from articles.analysis.speech.alone import from_context, with_followers
from articles.analysis.speech.attribution import Credit, announced, credit
from articles.analysis.speech.clauses import Report
from articles.analysis.speech.continued import continued, told_of
from articles.analysis.speech.draft import Draft
from articles.analysis.speech.fragments import is_fragment, stays_whole
from articles.analysis.speech.indirect import reports
from articles.analysis.speech.second_credit import named_credit, second_credit
from articles.records import Span

_OUTSIDE = 2
"""Words of a clause outside its marks, at most, for the marks to hold what is said."""
_BESIDE = 2
"""Words from a passage to the cue that credits it and stands before a name in marks."""
_NAME = 4
"""Words of a ship's or a company's name in marks, at most."""
_UNKNOWN_LANGUAGE_CLAUSE = 5
"""Words in marks that are taken for speech where no cue of the language is known."""


def drafts(scene: Scene, body: int) -> tuple[Draft, ...]:
    """The quotes of an article in order; `body` is where it begins, behind its dateline."""
    frame = scene.frame
    found: list[Draft] = []
    at = 0
    heard = -1
    told = False
    for sentence in frame.sentences:
        passages = []
        while at < len(frame.passages) and frame.passages[at].outer.start < sentence.end:
            passages.append(frame.passages[at])
            at += 1
        if not passages and not frame.indexes(sentence.start, sentence.end):
            continue
        first = len(found)
        start = max(sentence.start, body) if sentence.start < body < sentence.end else sentence.start
        spoken_in = [
            one
            for index, one in enumerate(passages)
            if not _names_something(frame, one, passages[max(0, index - 1) : index])
        ]
        for passage, left, right in _with_bounds(spoken_in, Span(start, sentence.end)):
            _direct(scene, found, passage, left, right)
        taken = tuple(one.outer for one in found[first:])
        used = frozenset(one.cue.first for one in found[first:] if one.cue)
        spoken = [one.speaker.person for one in found[first:] if one.speaker and one.speaker.person is not None]
        for report in reports(scene, Span(start, sentence.end), taken, used):
            found.extend(_fragments(frame, report, passages) or [_reported(frame, report, passages)])
            spoken.append(-1)
        if frame.language.speech.verb_second:
            found.extend(_named(scene, Span(start, sentence.end), passages, found[first:]))
            rest = _untold(frame, Span(start, sentence.end), found[first:])
            if rest and _continued(scene, rest, found, passages, told or len(found) > first):
                spoken.append(-1)
            told = bool(spoken)
        paragraph = frame.paragraph_at(sentence.start).start
        if not spoken:
            scene.meet(Span(start, sentence.end), quiet=heard != paragraph)
        heard = paragraph if spoken else heard
    settled = sorted(_once(with_followers(frame, found)), key=lambda one: (one.parts[0].start, one.kind))
    return tuple(one.clipped() for one in settled)


def _once(found: Iterable[Draft]) -> Iterator[Draft]:
    """Of two readings of the same words the surer one: told by a cue rather than by the mood of its verbs."""
    best: dict[tuple[int, int], Draft] = {}
    for one in found:
        place = one.parts[0].start, one.parts[-1].end
        known = best.get(place)
        if known is None or (one.unsure, one.cue is None) < (known.unsure, known.cue is None):
            best[place] = one
    return iter(best.values())


def _untold(frame: Frame, sentence: Span, found: list[Draft]) -> Span | None:
    """What of a sentence may go on with somebody's words: all of it, or what stands behind a semicolon."""
    last = frame.text.rfind(";", sentence.start, sentence.end)
    closed = last >= 0 and all(part.end <= last for one in found for part in one.parts)
    if not found:
        return sentence
    return Span(last + 1, sentence.end) if closed else None


def _continued(scene: Scene, sentence: Span, found: list[Draft], passages: list[Passage], close: bool) -> bool:
    """A sentence that goes on with the words of whoever spoke last, told by its mood alone; one quote with the last."""
    frame = scene.frame
    before = found[-1] if found and close else None
    told = continued(scene, sentence, close)
    if told is None:
        return False
    speaker = told.speaker or (before.speaker if before else told_of(scene, sentence) or scene.last())
    if speaker is None:
        return False
    span = told.part
    kind = "mixed" if any(span.overlaps(one.outer) for one in passages) else "indirect"
    beside = before and frame.paragraph_at(span.start).start <= before.outer.start
    if before and beside and not before.cue and before.kind != "direct" and not told.speaker:
        whole = Span(before.outer.start, span.end)
        kind = kind if kind == "mixed" else before.kind
        found[-1] = replace(before, parts=(whole,), outer=whole, kind=kind)
        return True
    found.append(Draft((span,), span, kind, speaker, None, Span(sentence.start, span.start), unsure=not close))
    return True


def _named(scene: Scene, sentence: Span, passages: list[Passage], found: list[Draft]) -> Iterator[Draft]:
    """Passages inside a clause that no other quote holds and that a verb credits."""
    for passage in passages:
        held = any(part.overlaps(passage.inner) for one in found for part in one.parts)
        credited = None if held else named_credit(scene, passage, sentence)
        if credited:
            parts = passage.parts or (passage.inner,)
            yield Draft(
                parts, passage.outer, "direct", credited.speaker, credited.cue, credited.stretch, credited.unsure
            )


def careful_drafts(frame: Frame) -> tuple[Draft, ...]:
    """Where no cues are known: what stands in marks and is long enough for a clause, without a speaker."""
    return tuple(
        Draft(passage.parts or (passage.inner,), passage.outer, "direct", None, None, passage.outer, True)
        for passage in frame.passages
        if len(frame.indexes(passage.inner.start, passage.inner.end)) >= _UNKNOWN_LANGUAGE_CLAUSE
        and (starts_large(passage.inner.of(frame.text)) or passage.unopened or _after_colon(frame, passage))
    )


def _after_colon(frame: Frame, passage: Passage) -> bool:
    lead = frame.text[max(0, passage.outer.start - 3) : passage.outer.start]
    return lead.rstrip().endswith((":", "："))


def _with_bounds(passages: list[Passage], sentence: Span) -> Iterator[tuple[Passage, int, int]]:
    for index, passage in enumerate(passages):
        left = passages[index - 1].outer.end if index else min(sentence.start, passage.outer.start)
        right = passages[index + 1].outer.start if index + 1 < len(passages) else sentence.end
        yield passage, left, max(right, passage.outer.end)


def _names_something(frame: Frame, passage: Passage, previous: list[Passage]) -> bool:
    """Whether words in marks are the name of what the noun before them tells: the ship “Zaytouna”."""
    inner = passage.inner.of(frame.text)
    words = frame.indexes(passage.inner.start, passage.inner.end)
    if not words or len(words) > _NAME or not starts_large(inner) or inner[-1] in ",.!?…" or passage.dashed:
        return False
    index = words.start - 1
    cued = words.stop < len(frame.words) and frame.is_cue(words.stop) and frame.language.speech.verb_last
    credits = any(index - frame.indexes(one.outer.end, one.outer.end).start < _BESIDE for one in previous)
    asks = frame.is_cue(index) and not (credits and frame.language.speech.dialogue_dashes)
    if cued or index < 0 or frame.quoted[index] or asks or not frame.words[index].text[:1].islower():
        return False
    if frame.words[index].folded in frame.language.words.stop:
        return False
    return frame.text[frame.words[index].end : passage.outer.start].isspace()


def _behind_question(frame: Frame, passage: Passage, right: int) -> int:
    """A passage may end its sentence and be credited by the next: “Why?” Mr. X asked. “So it is.” — X"""
    if frame.words_in(passage.outer.end, right):
        return right
    signed = frame.text[right : right + 3].lstrip()[:1] in tuple("–—―-")
    if final_sign(passage.inner.of(frame.text)) not in "?!" and not signed:
        return right
    paragraph = frame.paragraph_at(passage.outer.start)
    following = frame.sentence_at(min(right + 1, paragraph.end))
    if not right < following.end <= paragraph.end:
        return right
    return right if any(frame.quoted[at] for at in frame.indexes(right, following.end)) else following.end


def _direct(scene: Scene, found: list[Draft], passage: Passage, left: int, right: int) -> None:
    frame = scene.frame
    previous = found[-1] if found and found[-1].kind == "direct" else None
    crediting = second_credit if frame.language.speech.verb_second else credit
    credited = crediting(scene, passage, left, _behind_question(frame, passage, right))
    parts = passage.parts or (passage.inner,)
    if previous and (credited is None or _same_cue(credited, previous)):
        led = frame.text[left : passage.outer.start].rstrip().endswith(",")
        if _continues(frame, previous, passage) and (
            credited or led or passage.dashed or stands_alone(frame, passage, left, right)
        ):
            outer = Span(previous.outer.start, passage.outer.end)
            found[-1] = replace(previous, parts=(*previous.parts, *parts), outer=outer)
            return
    if credited is None and previous and previous.outer.end == left and _joined(frame, left, passage):
        credited = Credit(passage, previous.speaker, previous.cue, previous.stretch, previous.unsure)
    if credited is None and stands_alone(frame, passage, left, right):
        credited = announced(scene, passage) or from_context(scene, found, passage)
    if credited is None:
        return
    scene.notice(credited.speaker)
    unsure = credited.unsure or credited.speaker is None or passage.unopened
    found.append(Draft(parts, passage.outer, "direct", credited.speaker, credited.cue, credited.stretch, unsure))


def _joined(frame: Frame, left: int, passage: Passage) -> bool:
    """Whether only a conjunction stands between two passages: “Go home!” and “Stay away!”"""
    between = [word.folded for word in frame.words_in(left, passage.outer.start)]
    if (
        not starts_large(passage.inner.of(frame.text))
        or len(frame.words_in(passage.inner.start, passage.inner.end)) < 3
    ):
        return False
    return len(between) == 1 and between[0] in word_set(frame.language.code, "speech", "conjunctions")


def _same_cue(credited: Credit, previous: Draft) -> bool:
    if credited.cue is None or previous.cue is None:
        return credited.stretch == previous.stretch
    return credited.cue.first == previous.cue.first


def _continues(frame: Frame, previous: Draft, passage: Passage) -> bool:
    """Whether only the attribution stands between two passages of one paragraph."""
    if "\n" in frame.text[previous.outer.end : passage.outer.start] or previous.stretch.start < previous.outer.end:
        return False
    return not frame.words_in(max(previous.stretch.end, previous.outer.end), passage.outer.start)


def _fragments(frame: Frame, report: Report, passages: list[Passage]) -> list[Draft]:
    """What of a reported clause stands in marks, where the language is one in which that is quoted by itself."""
    if not frame.language.speech.fragments:
        return []
    inside = [one for part in report.parts for one in passages if part.start <= one.inner.start < part.end]
    if stays_whole(frame, report.parts, report.cue, inside):
        return []
    return [
        Draft(one.parts, one.outer, "direct", report.speaker, report.cue, report.stretch)
        for one in inside
        if is_fragment(frame, one)
    ]


def _all_but_marked(frame: Frame, report: Report, passages: list[Passage]) -> Passage | None:
    """The one passage that is a clause behind a colon but for a word or two: X added: war “is not excluded”."""
    span = Span(report.parts[0].start, report.parts[-1].end)
    inside = [one for one in passages if one.outer.overlaps(span)]
    if len(inside) != 1 or frame.text[report.cue.end : span.start].strip()[-1:] != ":":
        return None
    outside = len(frame.indexes(span.start, span.end)) - len(frame.indexes(inside[0].inner.start, inside[0].inner.end))
    return inside[0] if outside <= _OUTSIDE and inside[0].outer.end >= span.end else None


def _reported(frame: Frame, report: Report, passages: list[Passage]) -> Draft:
    span = Span(report.parts[0].start, report.parts[-1].end)
    mixed = any(
        span.start <= one.outer.start and one.inner.end <= span.end and not starts_large(one.inner.of(frame.text))
        for one in passages
    )
    if mixed and (marked := _all_but_marked(frame, report, passages)):
        return Draft((marked.inner,), marked.outer, "direct", report.speaker, report.cue, report.stretch)
    kind = "mixed" if mixed else "indirect"
    return Draft(report.parts, span, kind, report.speaker, report.cue, report.stretch)
