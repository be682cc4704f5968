"""Whether words behind a cue are a clause, with a verb of its own, or only an object.

"menegaskan kapal itu akan pulang" reports, "menegaskan sikap perusahaan" does not.
"""

from __future__ import annotations

from articles.analysis.reading.frame import Cue, Frame
from articles.analysis.reading.lexicon import word_set

_SUBJECT = 7
"""Words of a subject before its verb, at most."""
_VERB = 5
"""Letters of a verb that its beginning tells, at least."""
_NOUNS = ("offices", "persons", "bodies", "ranks", "fields", "places", "generic")


def has_predicate(frame: Frame, cue: Cue, following: range) -> bool:
    """Whether a verb follows the first word, before anything that would make the words an object of the cue.

    What somebody denies is not what that one says.
    """
    denied = frame.words[cue.last].folded in frame.language.negation.denials
    ends = word_set(frame.language.code, "speech", "object_ends")
    object_only = denied or not following or frame.words[following.start].folded in ends
    return not object_only and _verb(frame, following[1 : _SUBJECT + 1]) is not None


def is_predicate_behind(frame: Frame, relative: int, stop: int) -> bool:
    """Whether a relative clause is over and a verb of the clause itself follows: "a drone that nobody knew | came"."""
    first = _verb(frame, range(relative + 1, min(relative + 1 + _SUBJECT, stop)), small=False)
    return first is not None and _verb(frame, range(first + 1, min(first + 1 + _SUBJECT, stop))) is not None


def _verb(frame: Frame, words: range, small: bool = True) -> int | None:
    """The first verb of a stretch; `small`: a small word that only verbs have is enough."""
    code = frame.language.code
    ends = word_set(code, "speech", "object_ends", "relatives", "complementisers", "conjunctions")
    telling = word_set(code, "speech", "predicates")
    for index in words:
        word = frame.words[index]
        gap = frame.between(index - 1, index)
        if frame.quoted[index] or word.folded in ends or not gap.isspace():
            return None
        if (small and word.folded in telling) or _is_verb(frame, index):
            return index
    return None


def _is_verb(frame: Frame, index: int) -> bool:
    word, language = frame.words[index], frame.language
    beginnings = language.speech.verb_beginnings
    if not beginnings or len(word.text) <= _VERB or not word.text.islower() or word.folded in language.words.stop:
        return False
    return word.folded.startswith(beginnings) and word.folded not in word_set(language.code, "people", *_NOUNS)
