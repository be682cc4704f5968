"""Names of bodies that go on in small letters: "Office de la biodiversité", "Fédération internationale"."""

from __future__ import annotations

from articles.analysis.reading.frame import Frame
from articles.analysis.reading.lexicon import word_set


def body_tail(frame: Frame, last: int, end: int) -> tuple[int, int]:
    """The last word of a body, and its end, with what is written small behind it: "Office de la biodiversité"."""
    code, words = frame.language.code, frame.words
    if words[last].folded not in word_set(code, "people", "bodies") or not frame.language.speech.fragments:
        return last, end
    adjectives, ties = word_set(code, "people", "fields"), word_set(code, "people", "linking")
    at = last + 1
    while at < len(words) and frame.between(at - 1, at) == " " and words[at].folded in adjectives:
        last, at = at, at + 1
    if at < len(words) and frame.between(at - 1, at) == " " and words[at].folded in ties:
        at += 1
        if at < len(words) and words[at].folded in word_set(code, "people", "definite"):
            at += 1
        noun = at < len(words) and words[at].text.islower() and words[at].folded not in word_set(code, "words", "stop")
        last = at if noun and frame.between(at - 1, at) == " " else last
    return last, max(end, words[last].end)
