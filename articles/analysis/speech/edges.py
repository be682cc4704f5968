"""The edges of a reported clause: where it begins behind a cue, where the article itself goes on."""

from __future__ import annotations

from articles.analysis.people.nominal import phrase_after
from articles.analysis.people.openings import infinitive_behind, with_object
from articles.analysis.people.speakers import Scene
from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import Phrases, calendar_words, listed, phrases, word_set
from articles.analysis.reading.predicates import has_predicate, is_predicate_behind
from articles.analysis.reading.word_order import behind_that, behind_verb
from articles.analysis.speech.clauses import SHORTEST, comma_before, day_words
from articles.records import Span

_COMPLEMENT_REACH = 14
"""Words between a cue and its complementiser, at most."""
_INFINITIVE_REACH = 5
"""Words from a cue to the particle of its infinitive, at most."""
_DAY_REACH = 2
_OPENING_MARKS = " \u00a0\"“„«‘'`"
_OBJECT = frozenset({"naming_verbs", "purpose_verbs"})
_INFINITE = frozenset({"purpose_verbs", "that_verbs"})
_OBJECT_REACH = 80
"""Signs from a cue to the colon behind it, at most."""
_OBJECT_WORDS = 2
_OCCASION_WORDS = 8
"""The words there, at most: of an object, of an occasion."""
_ENDS = ",;.!?\n"
_NOUN = 3
"""Words of an object with its relative pronoun."""
_NEXT_CLAUSE = 120
"""Signs in which the cue of a next clause is looked for."""
_REPORTING = frozenset({"verbs", "that_verbs", "naming_verbs", "purpose_verbs"})


def _another_speaks(scene: Scene, index: int, end: int) -> bool:
    """Whether a clause behind a conjunction has a subject and a cue of its own: "..., and the police said"."""
    frame = scene.frame
    following = frame.words[index].end
    for cue in frame.cues_in(following, min(end, following + _NEXT_CLAUSE)):
        if cue.first == index + 1 and cue.kinds & {"verbs", "that_verbs"}:
            return not also_noun(frame, cue)
        if cue.kinds & _REPORTING and cue.first > index + 1:
            mention = scene.before(following, cue)
            return mention is not None and mention.first <= index + 2
    return False


def clause_end(scene: Scene, begin: int, end: int, taken: tuple[Span, ...]) -> int:
    """Where the article itself goes on: behind a comma and "but", or with another one who says something else."""
    frame, code = scene.frame, scene.frame.language.code
    turns = phrases(code, "speech", "turns")
    indexes = frame.indexes(begin, end)
    joining = word_set(code, "speech", "conjunctions")
    ending = {cue.first for cue in frame.cues_in(begin, end) if cue.kinds & (_REPORTING | {"adding_verbs"})}
    adding = {cue.first for cue in frame.cues_in(begin, end) if "adding_verbs" in cue.kinds}
    limit = min((one.start for one in taken if one.start >= begin), default=end)
    if frame.language.speech.verb_closes:
        limit = min([limit, *(cue.start for cue in frame.cues_in(begin, limit) if _leads_in(frame, cue, limit))])
    for index in indexes[SHORTEST:]:
        if frame.words[index].start >= limit:
            return frame.words[index - 1].end
        if frame.quoted[index]:
            continue
        if comma_before(frame, index) and (_turns(frame, index, indexes.stop, turns) or index in ending):
            return frame.words[index - 1].end
        if (not frame.cased or index in adding) and frame.words[index].folded in joining and index in ending:
            return frame.words[index - 1].end
        if frame.words[index].folded in joining and (_another_speaks(scene, index, end) or _resumes(frame, index)):
            return frame.words[index - 1].end
        if frame.between(index - 1, index).strip() in (";", "–", "—", " - "):
            return frame.words[index - 1].end
    return end


def _resumes(frame: Frame, index: int) -> bool:
    """Whether a verb right behind a comma and a conjunction has the subject of the cue: "..., and | refused"."""
    endings = frame.language.speech.resuming_endings
    following = frame.words[index + 1 : index + 2]
    return bool(endings and following) and comma_before(frame, index) and following[0].folded.endswith(endings)


def _leads_in(frame: Frame, cue: Cue, limit: int) -> bool:
    """Whether a verb that closes the sentence leads in speech in marks: "with the words that ..., X added: «...»"."""
    return frame.text[cue.end : limit].strip() == ":"


def _turns(frame: Frame, index: int, end: int, turns: Phrases) -> bool:
    """Whether the article itself goes on behind a comma; "but that" leads in more of what was said."""
    hit = turns.at(frame.words, index, frame.text)
    following = index + hit[0] if hit else end
    complementisers = word_set(frame.language.code, "speech", "complementisers")
    return hit is not None and (following >= end or frame.words[following].folded not in complementisers)


def complement(frame: Frame, sentence: Span, cue: Cue) -> int | None:
    """Where the reported clause begins: right behind the cue, or behind a complementiser that comes soon."""
    code = frame.language.code
    following = frame.indexes(cue.end, sentence.end)
    if frame.language.speech.verb_first:
        return behind_that(frame, sentence, following)
    if frame.language.speech.verb_closes:
        return behind_verb(frame, sentence, cue, following)
    following = _behind_day(frame, following)
    infinitive = infinitive_behind(frame, cue, following)
    if infinitive is not None:
        return frame.words[infinitive].start
    if frame.words[cue.last].folded in word_set(code, "speech", "telling"):
        return _behind_addressee(frame, sentence, following)
    bare = _bare(frame, cue)
    if bare and following and frame.quoted[following.start]:
        return _marked_beginning(frame, cue, following.start)
    if bare and following and _clause_begins(frame, cue, following.start):
        relatives = word_set(code, "speech", "relatives")
        parted = frame.between(cue.last, following.start).strip() == ","
        relative = next((at for at in following[1:_NOUN] if frame.words[at].folded in relatives), None)
        if not parted and relative is not None and not is_predicate_behind(frame, relative, following.stop):
            return None
        return frame.words[following.start].start
    told = "that_verbs" in cue.kinds and bool(following) and _clause_begins(frame, cue, following.start)
    if told and has_predicate(frame, cue, following):
        return frame.words[following.start].start
    announced = _announced(frame, cue, sentence.end)
    if announced is not None:
        return announced
    if "that_verbs" in cue.kinds and following and frame.between(cue.last, following.start).strip() == ",":
        small = word_set(code, "speech", "conjunctions", "fillers")
        if frame.words[following.start].folded not in small and _clause_begins(frame, cue, following.start):
            return frame.words[following.start].start
    complementisers = word_set(code, "speech", "complementisers")
    infinitives = word_set(code, "speech", "infinitives") if cue.kinds & _INFINITE else frozenset()
    for index in following[:_COMPLEMENT_REACH]:
        if frame.quoted[index] and _names(frame, index):
            continue
        if frame.quoted[index] or frame.words[index].folded in infinitives:
            break
        if frame.words[index].folded in complementisers:
            if with_object(frame, following.start, index):
                break
            rest = frame.words_in(frame.words[index].end, sentence.end)
            return rest[0].start if rest else None
    return None


def _behind_day(frame: Frame, following: range) -> range:
    """What follows a cue without the day that may stand first: "said on Monday | the company would"."""
    code = frame.language.code
    index = following.start
    leading = word_set(code, "calendar", "day_words")
    while index in following and frame.words[index].folded in leading and index - following.start < _DAY_REACH:
        index += 1
    if index not in following or frame.words[index].folded not in calendar_words(code):
        return following
    parts = word_set(code, "calendar", "parts")
    index += 1
    while index in following and frame.words[index].folded in parts:
        index += 1
    return range(index, following.stop) if index in following else following


def _marked_beginning(frame: Frame, cue: Cue, index: int) -> int | None:
    """Where a clause begins whose first words stand in marks, right behind the cue."""
    word = frame.words[index]
    if frame.text[cue.end : word.start].strip(_OPENING_MARKS) not in ("", ","):
        return None
    passage = frame.passage_at(word.start)
    return passage.outer.start if passage else None


def _behind_addressee(frame: Frame, sentence: Span, following: range) -> int | None:
    """Where the clause begins behind the one spoken to: "told the AP | his firm worked", "told us on Monday that"."""
    code = frame.language.code
    complementisers, infinitives = word_set(code, "speech", "complementisers"), word_set(code, "speech", "infinitives")
    pronouns = word_set(code, "people", "objects")
    for index in following[: _COMPLEMENT_REACH + 1]:
        if frame.words[index].folded in infinitives:
            return None
        if frame.words[index].folded in complementisers and index + 1 in following:
            return frame.words[index + 1].start
    listening = bool(following) and frame.words[following.start].folded in word_set(code, "speech", "listeners")
    addressee = None if listening or not following else phrase_after(frame, following.start, sentence.end)
    index = addressee.last + 1 if addressee else following.start + 1
    told = listening or addressee is not None or (bool(following) and frame.words[following.start].folded in pronouns)
    if not told or index not in following or frame.quoted[index] or not frame.between(index - 1, index).isspace():
        return None
    opens = word_set(code, "people", "definite", "indefinite", "quantifiers", "pronouns")
    return frame.words[index].start if frame.words[index].folded in opens else None


def _names(frame: Frame, index: int) -> bool:
    """Whether words in marks behind a cue are the name of a paper that was told: рассказал газете «Утро», что."""
    passage = frame.passage_at(frame.words[index].start)
    if passage is None or not frame.language.people.owner_endings:
        return False
    following = frame.text[passage.outer.end : passage.outer.end + 1]
    return following == "," and len(frame.indexes(passage.inner.start, passage.inner.end)) <= _NOUN


def _announced(frame: Frame, cue: Cue, end: int) -> int | None:
    """Where a clause without marks begins behind a colon: "X added: the committee meets again"."""
    colon = frame.text.find(":", cue.end, cue.end + _OBJECT_REACH)
    if colon < 0 or any(sign in _ENDS for sign in frame.text[cue.end : colon]):
        return None
    between = frame.words_in(cue.end, colon)
    first = cue.last + 1 + len(between)
    occasion = bool(between) and between[0].folded in _leading(frame.language.code)
    object_only = occasion or all(word.text.islower() for word in between)
    if (
        len(between) > (_OCCASION_WORDS if occasion else _OBJECT_WORDS)
        or not object_only
        or first >= len(frame.words)
        or frame.quoted[first]
    ):
        return None
    return frame.words[first].start if frame.words[first].start < end else None


def _leading(code: str) -> frozenset[str]:
    """Small words that lead in an occasion, a place or somebody in whose name one speaks."""
    return word_set(code, "occasions", "prepositions") | word_set(code, "people", "prepositions")


def _bare(frame: Frame, cue: Cue) -> bool:
    """Whether a cue may take a clause without a complementiser; where no verb does, no form of one does, either."""
    adding = "adding_verbs" in cue.kinds and not cue.kinds & _OBJECT
    return "verbs" in cue.kinds or (adding and bool(frame.language.speech.verbs))


def _clause_begins(frame: Frame, cue: Cue, index: int) -> bool:
    """Whether a clause can begin with this word behind a cue: no preposition, day, addressee or complementiser."""
    code = frame.language.code
    first = frame.words[index]
    if frame.between(index - 1, index).strip() not in ("", ",") or frame.quoted[index]:
        return False
    outside = listed(
        code,
        *("people.prepositions", "occasions.prepositions", "speech.complementisers", "speech.addressed"),
        "speech.demonstratives",
    )
    return first.folded not in outside and first.folded not in day_words(code)


def set_off(frame: Frame, end: int, limit: int) -> bool:
    """Whether an attribution ends here: by the end of its sentence, a comma, or an adverbial."""
    rest = frame.words_in(end, limit)[:1]
    if rest and rest[0].folded in word_set(frame.language.code, "speech", "relatives"):
        return True
    if not rest or frame.text[end : rest[0].start].lstrip().startswith((",", "(", "–", "—", ";")):
        return True
    return _when_or_where(frame, rest[0].folded)


def infinitive_follows(frame: Frame, cue: Cue) -> bool:
    """Whether an infinitive follows: "agreed on Tuesday to share"."""
    particles = word_set(frame.language.code, "speech", "infinitives")
    following = frame.words[cue.last + 1 : cue.last + 1 + _INFINITIVE_REACH]
    return bool(cue.kinds & _INFINITE) and any(word.folded in particles for word in following)


def also_noun(frame: Frame, cue: Cue) -> bool:
    return frame.words[cue.last].folded in word_set(frame.language.code, "speech", "nouns")


def _when_or_where(frame: Frame, word: str) -> bool:
    code = frame.language.code
    outside = listed(
        code,
        *("occasions.prepositions", "people.place_prepositions", "calendar.day_words"),
        *("speech.addressed", "speech.fillers"),
    )
    return word in outside or word in day_words(code)
