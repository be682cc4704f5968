"""Speech behind dashes: tables of a paragraph -> its pieces and whose they are."""

import pytest

from articles.analysis import analyse
from articles.analysis.reading.cues import find_cues
from articles.analysis.reading.dialogue import with_dialogue
from articles.analysis.reading.frame import Frame, words_of
from articles.analysis.reading.marks import marked
from articles.languages.loading import load
from articles.text.sentences import paragraphs


def pieces(text: str, language: str) -> list[str]:
    words = words_of(text)
    cues = find_cues(text, words, language)
    frame = Frame(
        text=text,
        language=load(language),
        words=words,
        starts=tuple(word.start for word in words),
        sentences=(),
        paragraphs=paragraphs(text),
        passages=marked(text)[0],
        cues=cues,
        cue_starts=tuple(cue.start for cue in cues),
        quoted=(),
    )
    return [part.of(text) for passage in with_dialogue(frame) for part in passage.parts]


SPOKEN = [
    # speech, author, speech; a dash without a cue behind it is part of the speech
    (
        "ru",
        "— Мост старый, — говорит Лев Гром, сторож. — Придёт лёд — снесёт, не придёт — устоит.",
        ["Мост старый,", "Придёт лёд — снесёт, не придёт — устоит."],
    ),
    ("ru", "– Мост, – добавил он, – мы построим сами.", ["Мост,", "мы построим сами."]),
    ("ru", "- Мост старый! - говорит Лев Гром.", ["Мост старый!"]),
    ("es", "—El puente cae —murmura Leo Trueno, guarda—. Vimos el hielo.", ["El puente cae", "Vimos el hielo."]),
    ("es", "—¿Quién lo vio? —pregunta Leo.", ["¿Quién lo vio?"]),
    # a verb that no list has, with somebody behind it
    ("ru", "— Мост старый, — бурчит Гром. — Устоит.", ["Мост старый,", "Устоит."]),
    # the same inside marks
    ("ru", "«Мост, — добавил он, — мы построим сами».", ["Мост,", "мы построим сами"]),
    # marks inside speech belong to it
    ("ru", "— Это «новый» мост, — сказал Гром.", ["Это «новый» мост,"]),
    # an answer without an attribution, beside one that has it
    ("ru", "— Мост старый, — сказал Гром.\n— Но он ещё устоит.", ["Мост старый,", "Но он ещё устоит."]),
    # announced by a colon
    ("ru", "Лев Гром говорит:\n— Мост ещё сто лет простоит.", ["Мост ещё сто лет простоит."]),
    # a list, a dateline, a span of years, a dash that parts two halves of a sentence
    ("ru", "Совет решил:\n— Закрыть старый мост навсегда.\n— Открыть новый мост весной.", []),
    ("ru", "Совет решил:\n- закрыть мост;\n- открыть переправу.", []),
    ("ru", "ПЕРМЬ, 3 мая — Лёд снёс мост через реку.", []),
    ("ru", "В 2001 – 2005 годах мост – и так говорит каждый – чинили.", []),
    # a language without dialogue dashes
    ("en", "— The bridge is old, — says Leo Thunder.", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SPOKEN)
def test_it_parts_speech_from_what_the_author_says(language, text, wanted):
    assert pieces(text, language) == wanted


def test_the_pieces_of_dialogue_are_one_quote():
    text = "— Мост старый, — говорит Лев Гром, сторож. — Придёт лёд — снесёт."
    (quote,) = analyse(text, "ru").quotes
    assert [part.of(text) for part in quote.parts] == ["Мост старый,", "Придёт лёд — снесёт."]
    assert (quote.kind, quote.speaker, quote.cue) == ("direct", "Лев Гром", "говорит")


def test_the_pieces_of_a_quote_in_marks_are_one_quote():
    text = "Капитан Лев Гром вышел к людям. «Мы решили, — продолжил он, — строить мост сами»."
    (quote,) = analyse(text, "ru").quotes
    assert [part.of(text) for part in quote.parts] == ["Мы решили,", "строить мост сами"]
    assert (quote.kind, quote.speaker, quote.cue) == ("direct", "Лев Гром", "продолжил")
