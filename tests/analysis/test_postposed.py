"""Russian attribution: subjects behind their cue, words told behind a colon, what is nobody's speech."""

import pytest

from articles.analysis import analyse

REPORTED = [
    # the subject stands behind its cue, behind the time, the occasion and whoever was told
    ("Мост откроют весной, сообщил журналистам инженер Лев Гром.", "Мост откроют весной", "Лев Гром"),
    ("Мост откроют весной, сообщил в среду на брифинге инженер Лев Гром.", "Мост откроют весной", "Лев Гром"),
    # a clause without marks behind a colon, at once or behind an occasion
    ("Инженер Лев Гром уточнил: мост откроют весной.", "мост откроют весной", "Лев Гром"),
    ("Инженер Лев Гром напомнил в беседе с газетой «Утро»: мост откроют весной.", "мост откроют весной", "Лев Гром"),
    # what is told of the subject between commas
    ("Инженер Лев Гром, строивший мост, отметил, что лёд уже сошёл.", "лёд уже сошёл", "Лев Гром"),
    # small words that belong together; a paper in marks as the one told
    ("Инженер Лев Гром в свою очередь заявил, что лёд уже сошёл.", "лёд уже сошёл", "Лев Гром"),
    ("Инженер Лев Гром рассказал газете «Утро», что лёд уже сошёл.", "лёд уже сошёл", "Лев Гром"),
    # the phrase that credits opens the sentence
    ("Как отметил инженер Лев Гром, мост откроют весной.", "мост откроют весной", "Лев Гром"),
    ("Пришёл инженер Лев Гром. По его словам, мост откроют весной.", "мост откроют весной", "Лев Гром"),
    # initials; a place or a body between office and name
    ("Инженер А. Н. Гром напомнил, что мост откроют весной.", "мост откроют весной", "А. Н. Гром"),
    ("Губернатор провинции Финнмарк Лев Гром обещал, что мост откроют.", "мост откроют", "Лев Гром"),
    ("Директор труппы «Шарманка» Лев Гром обещал, что мост откроют весной.", "мост откроют весной", "Лев Гром"),
    # a lone noun tells again of who is known; several people are others
    ("Приехал инженер Лев Гром. Чиновник добавил, что мост откроют весной.", "мост откроют весной", "Лев Гром"),
    ("Приехал инженер Лев Гром. Синоптики обещают, что лёд сойдёт весной.", "лёд сойдёт весной", "Синоптики"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTED)
def test_it_finds_reported_clauses(text, words, speaker):
    found = [(one.text, one.kind, one.speaker) for one in analyse(text, "ru").quotes]
    assert found == [(words, "indirect", speaker)]


SPOKEN = [
    # a company in marks between the cue and its subject is no speech and no bound
    ("«Мост стоит», — заявил директор завода «Опора» Лев Гром.", "Мост стоит", "Лев Гром"),
    # how something was said before the cue
    ("«Мост стоит крепко!» — в сердцах бросил инженер Лев Гром.", "Мост стоит крепко!", "Лев Гром"),
    # nobody beside the cue
    ("Приехал инженер Лев Гром. И тут же оговорился: «Если лёд сойдёт».", "Если лёд сойдёт", "Лев Гром"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPOKEN)
def test_it_credits_speech_in_marks(text, words, speaker):
    found = [(one.text, one.kind, one.speaker) for one in analyse(text, "ru").quotes]
    assert found == [(words, "direct", speaker)]


NOT_SPEECH = [
    "Инженер Лев Гром отметил важность нового моста через реку.",
    "Инженер Лев Гром обещал помочь соседям с ремонтом крыши.",
    "Газета «Утро» пишет о пожаре на старом складе.",
    "Местные жители зовут мост «Стариком».",
    "Завод «Опора» сообщил о пожаре на старом складе.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_it_leaves_out_what_nobody_said(text):
    assert analyse(text, "ru").quotes == ()
