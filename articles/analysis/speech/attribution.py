"""Decides which passages in marks are speech, and whose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.analysis.people.cast import Speaker
from articles.analysis.people.mentions import Mention
from articles.analysis.people.shapes import CLAUSE, FINAL, ends_clause, final_sign, starts_large
from articles.analysis.people.speakers import Scene
from articles.analysis.people.titles import is_title, led_by_that
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import listed, word_set
from articles.analysis.reading.marks import Passage
from articles.analysis.speech.forms import by_form
from articles.analysis.speech.fragments import fragment, said_by_subject
from articles.analysis.speech.verb_last import wrapped
from articles.records import Span

_DASHED = re.compile(r",?\s*[–—-]\s")
_CREDITING = frozenset({"verbs", "that_verbs", "quoting_verbs", "inverted"})
_TAIL = 25
"""Words between a passage and the cue behind it, at most."""
_LEAD = 12
"""Words between a cue and the passage behind it, at most."""
_NEAR_CUE = 5
"""The same where neither a colon nor a comma stands between."""
_UNNAMED = 4
"""Words between a passage and the cue behind it where nobody known stands between."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One passage as speech. `stretch` is the sentence that credits it; `cue` is its place in the frame."""

    passage: Passage
    speaker: Speaker | None
    cue: Cue | None
    stretch: Span
    unsure: bool = False


def credit(scene: Scene, passage: Passage, left: int, right: int) -> Credit | None:
    """The passage as speech by its own sentence, or None where nothing in it credits the words.

    `left` and `right` bound what may credit it: the end of the passage before, the start of the one behind. What a
    banner says nobody says.
    """
    found = _credit(scene, passage, left, right)
    if found is None or found.speaker is None or not found.speaker.anonymous:
        return found
    signs = word_set(scene.frame.language.code, "speech", "signs")
    return None if signs & set((found.speaker.name or "").casefold().split()) else found


def _credit(scene: Scene, passage: Passage, left: int, right: int) -> Credit | None:
    frame = scene.frame
    lead, tail = Span(left, passage.outer.start), Span(passage.outer.end, right)
    if frame.language.speech.verb_last:
        around = wrapped(scene, passage, lead, tail)
        return Credit(passage, around.speaker, around.cue, around.stretch, around.unsure) if around else None
    opens = _opens(frame, passage, lead)
    if opens and (found := _behind(scene, passage, tail)):
        return found
    if opens and (formed := by_form(scene, passage, tail)):
        return Credit(passage, formed.speaker, formed.cue, tail)
    if found := _ahead(scene, passage, lead):
        return found
    if told := fragment(scene, passage, lead):
        return Credit(passage, told[1], told[0], lead)
    if subject := said_by_subject(scene, passage, lead):
        return Credit(passage, subject, None, lead)
    if frame.words_in(left, passage.outer.start):
        return None
    return _signed(scene, passage, tail) or _by_comma(scene, passage, tail)


def announced(scene: Scene, passage: Passage) -> Credit | None:
    """Credited by the paragraph before, which ends in a colon: X told reporters:¶“...”"""
    frame = scene.frame
    paragraph = frame.paragraph_at(passage.outer.start)
    before = frame.sentence_at(paragraph.start - 1)
    if paragraph.start != passage.outer.start or frame.text[before.end - 1 : before.end] != ":":
        return None
    return credit(scene, passage, before.start, passage.outer.end)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _opens(frame: Frame, passage: Passage, lead: Span) -> bool:
    """Whether a passage can be credited by what follows: it begins the sentence, or is led in by a few words."""
    words = frame.words_in(*_ends(lead))
    if not words:
        return True
    led_in = lead.of(frame.text).rstrip().endswith((":", ","))
    return starts_large(passage.inner.of(frame.text)) and (led_in or len(words) <= 2) and len(words) <= _LEAD


def _behind(scene: Scene, passage: Passage, tail: Span) -> Credit | None:
    """Credited by what follows: “...,” kata X. / “...,” X, the minister, said."""
    frame, text = scene.frame, scene.frame.text
    words = frame.words_in(*_ends(tail))
    inner = passage.inner.of(text)
    if not words or not inner:
        return None
    pointed = final_sign(inner) in FINAL + "," or text[passage.outer.end : words[0].start].strip()
    if not pointed and len(inner.split()) <= CLAUSE:
        return None
    sentence_end = frame.sentence_at(passage.outer.start).end
    ended = final_sign(passage.inner.of(text)) == "." and not text[
        passage.outer.end : words[0].start
    ].strip().startswith(",")
    if ended and not words[0].text[:1].islower():
        return None
    for cue in frame.cues_in(tail.start, tail.end):
        if "sources" in cue.kinds and _only_fillers(frame, tail.start, cue):
            source = scene.after(cue, tail.end)
            return Credit(passage, scene.speaker(source), cue, tail) if source else None
        if not cue.kinds & _CREDITING or (tail.end > sentence_end and not _short(frame, cue, tail.end)):
            continue
        steps = cue.first - frame.indexes(*_ends(tail)).start
        if steps > _TAIL:
            break
        stretch = Span(tail.start, _credit_end(frame, cue, tail.end))
        if _only_fillers(frame, tail.start, cue) or _dashed(scene, tail, cue, steps):
            if cue.pronoun:
                return Credit(passage, scene.last(cue.pronoun), cue, stretch)
            if mention := scene.after(cue, stretch.end) or scene.unspoken(cue):
                return Credit(passage, scene.speaker(mention), cue, stretch)
            if frame.language.speech.subjectless:
                return Credit(passage, scene.last(), cue, stretch, unsure=bool(frame.words_in(cue.end, stretch.end)))
            if "inverted" in cue.kinds:
                return Credit(passage, None, cue, stretch, unsure=True)
            if frame.language.speech.subjectless:
                return Credit(passage, scene.last(), cue, stretch, unsure=bool(frame.words_in(cue.end, stretch.end)))
            continue
        if "inverted" in cue.kinds and len(cue.kinds) == 1:
            continue
        mention = scene.before(tail.start, cue)
        nearest = scene.inside(tail.start, cue.start)
        begin = min(nearest[0].first, mention.first) if mention and nearest else mention.first if mention else 0
        if mention and _only_fillers_between(frame, tail.start, begin):
            return Credit(passage, scene.speaker(mention), cue, stretch)
        if mention is None and steps <= _UNNAMED:
            return Credit(passage, None, cue, stretch)
        break
    return None


def _short(frame: Frame, cue: Cue, end: int) -> bool:
    """Whether a sentence behind a question in marks does no more than credit it: “Why?” Mr. X asked."""
    rest = frame.words_in(cue.end, end)
    complementisers = word_set(frame.language.code, "speech", "complementisers")
    return len(rest) <= _LEAD and not any(word.folded in complementisers for word in rest)


def _signed(scene: Scene, passage: Passage, tail: Span) -> Credit | None:
    """Credited by a signature behind a dash: “...” — X"""
    frame = scene.frame
    words = frame.words_in(tail.start, tail.end)
    found = scene.inside(tail.start, tail.end)
    if not words or not found or found[0].kind != "name" or len(words) > _LEAD:
        return None
    gap = frame.text[tail.start : words[0].start].strip()
    speech = len(frame.words_in(*_ends(passage.inner))) > CLAUSE
    if gap and gap in "–—―--" and found[0].start <= words[0].start and speech:
        return Credit(passage, scene.speaker(found[0]), None, tail)
    return None


def _by_comma(scene: Scene, passage: Passage, tail: Span) -> Credit | None:
    """A sentence that ends with a comma inside its marks is spoken by whom the next words name, whatever the verb."""
    frame = scene.frame
    inner = passage.inner.of(frame.text)
    words = frame.indexes(tail.start, tail.end)
    found = scene.inside(tail.start, tail.end)
    dashed = frame.language.speech.dialogue_dashes and _DASHED.match(frame.text, tail.start) is not None
    finished = dashed or final_sign(inner) in tuple(",!?")
    if not finished or not starts_large(inner) or not found or len(words) < 2:
        return None
    if (len(frame.words_in(*_ends(passage.inner))) <= CLAUSE and not dashed) or found[0].kind == "place":
        return None
    first = found[0]
    verb = first.last + 1 if first.first == words.start else words.start
    far = _UNNAMED if dashed and "," not in frame.text[frame.words[words.start].start : first.start] else 1
    beside = words.start <= first.first <= words.start + far and verb < words.stop
    if not beside or not _plain_verb(frame, verb):
        return None
    word = frame.words[verb]
    cue = Cue(word.start, word.end, verb, verb, frozenset())
    stretch = Span(tail.start, _credit_end(frame, cue, tail.end))
    return Credit(passage, scene.speaker(first), cue, stretch, unsure=not dashed)


def _ahead(scene: Scene, passage: Passage, lead: Span) -> Credit | None:
    """Credited by what precedes: X said: “...” / Tegas beliau lagi, “...”"""
    frame, text = scene.frame, scene.frame.text
    before = lead.of(text).rstrip()
    if not frame.words_in(*_ends(lead)):
        return None
    colon, comma = before.endswith((":", "：")) or led_by_that(frame, passage), before.endswith(",")
    inner = passage.inner.of(text)
    length = len(frame.indexes(*_ends(passage.inner)))
    whole = (
        starts_large(inner) and length >= CLAUSE and (colon or comma or (frame.cased and not is_title(frame, passage)))
    )
    clause = length > CLAUSE and ends_clause(text, passage)
    if not (colon or ((comma or whole) and length >= CLAUSE) or clause):
        return None
    reach = _LEAD if colon or (comma and length > CLAUSE) else _NEAR_CUE if whole or comma else 0
    for cue in reversed(frame.cues_in(lead.start, lead.end)):
        if not cue.kinds & (_CREDITING | {"adding_verbs"}):
            continue
        distance = len(frame.words_in(cue.end, lead.end))
        if distance > reach:
            break
        stretch = Span(lead.start, lead.end)
        begin = clause_start(frame, lead.start, cue.start)
        mention = None
        if "inverted" in cue.kinds or cue.first == frame.indexes(lead.start, lead.end).start:
            mention = scene.after(cue, lead.end)
        if cue.pronoun and mention is None:
            return Credit(passage, scene.last(cue.pronoun), cue, stretch)
        if "adding_verbs" in cue.kinds:
            mention = mention or _first_subject(scene, lead.start, cue)
        mention = mention or scene.before(begin, cue) or scene.subject(lead.start, cue.start)
        if mention:
            return Credit(passage, scene.speaker(mention), cue, stretch)
        if distance == 0 and (colon or comma):
            unspoken = frame.language.speech.subjectless or "adding_verbs" in cue.kinds
            return Credit(passage, scene.last() if unspoken else None, cue, stretch)
    if colon and whole:
        mention = scene.subject(lead.start, lead.end) or scene.ending(lead.start, lead.end)
        speaker = scene.speaker(mention) if mention else None
        named = speaker if speaker and speaker.name else None
        if named or length > CLAUSE:
            return Credit(passage, named, None, Span(lead.start, lead.end), unsure=named is None)
    return _named_ahead(scene, passage, lead) if comma and whole and length > CLAUSE else None


def _named_ahead(scene: Scene, passage: Passage, lead: Span) -> Credit | None:
    """A name, a verb that no list has, a comma and a sentence in marks: X cracked, “...”"""
    frame = scene.frame
    words = frame.indexes(lead.start, lead.end)
    if len(words) < 2 or not _plain_verb(frame, words.stop - 1):
        return None
    verb = frame.words[words.stop - 1]
    cue = Cue(verb.start, verb.end, words.stop - 1, words.stop - 1, frozenset())
    mention = scene.beside(cue)
    if mention is None or mention.kind == "body":
        return None
    return Credit(passage, scene.speaker(mention), cue, lead, unsure=True)


def _plain_verb(frame: Frame, index: int) -> bool:
    word = frame.words[index]
    return word.text.islower() and word.folded not in frame.language.words.stop


def _first_subject(scene: Scene, start: int, cue: Cue) -> Mention | None:
    """Who spoke first in a sentence in which a cue without a subject follows: "X said ..., adding: “...”"."""
    for earlier in scene.frame.cues_in(start, cue.start):
        if earlier.kinds & _CREDITING and (mention := scene.before(start, earlier)):
            return mention
    return None


def clause_start(frame: Frame, start: int, end: int) -> int:
    """Where the clause before a cue begins, behind the last semicolon or dash."""
    return max([start, *(frame.text.rfind(sign, start, end) + 1 for sign in ";–—")])


def _credit_end(frame: Frame, cue: Cue, limit: int) -> int:
    return min(limit, frame.sentence_at(cue.start).end)


def _dashed(scene: Scene, tail: Span, cue: Cue, steps: int) -> bool:
    """Whether a dash, and no more than how it was said, parts a passage from its cue: «...», — в сердцах бросил X."""
    frame = scene.frame
    dashed = frame.language.speech.dialogue_dashes and _DASHED.match(frame.text, tail.start) is not None
    return dashed and steps <= _UNNAMED and not scene.inside(tail.start, cue.start)


def _only_fillers(frame: Frame, start: int, cue: Cue) -> bool:
    fillers = word_set(frame.language.code, "speech", "fillers")
    return all(word.folded in fillers for word in frame.words_in(start, cue.start))


def _only_fillers_between(frame: Frame, start: int, first: int) -> bool:
    """Whether nothing but small words stands before the subject."""
    code = frame.language.code
    allowed = listed(code, "speech.fillers", "people.definite", "people.fields", "people.places", "words.stop")
    begin = frame.indexes(start, start).start
    return all(word.folded in allowed or not word.text.islower() for word in frame.words[begin:first])
