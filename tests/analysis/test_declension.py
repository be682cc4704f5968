"""Declined names: tables of text -> the speaker in the nominative."""

import pytest

from articles.analysis import analyse

DECLINED = [
    # by the endings, behind a phrase that credits somebody
    ("По словам Бориса Лунёва, мост простоит ещё сто лет.", "Борис Лунёв"),
    ("Со слов Аркадия Белозерского, мост простоит ещё сто лет.", "Аркадий Белозерский"),
    ("По мнению инженера Софьи Бельской, мост простоит ещё сто лет.", "Софья Бельская"),
    ("По данным Льва Грома, мост простоит ещё сто лет.", "Лев Гром"),
    # a name that is not declined stays as it is, of a woman only the given name changes
    ("По словам Ханны Линдквист, мост простоит ещё сто лет.", "Ханна Линдквист"),
    # where the article shows the nominative, a surname alone is resolved to it
    ("Приехал инженер Борис Лунёв. По словам Лунёва, мост простоит ещё сто лет.", "Борис Лунёв"),
    ("Приехала инженер Нина Орлова. По словам Орловой, мост простоит ещё сто лет.", "Нина Орлова"),
    # husband and wife keep apart
    ("Инженер Борис Орлов молчал. Мост простоит ещё сто лет, сказала инженер Нина Орлова.", "Нина Орлова"),
]


@pytest.mark.parametrize(("text", "speaker"), DECLINED)
def test_names_return_to_the_nominative(text, speaker):
    assert analyse(text, "ru").quotes[-1].speaker == speaker
