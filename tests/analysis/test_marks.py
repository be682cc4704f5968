"""Quotation marks: pairs, flaws, apostrophes. A flaw costs a warning and nothing else."""

import pytest

from articles.analysis.reading.marks import marked

WHOLE = [
    # the pairs of many newsrooms
    ("He said “yes sir” twice.", ["yes sir"]),
    ('He said "yes sir" twice.', ["yes sir"]),
    ("Il dit « oui monsieur » deux fois.", ["oui monsieur"]),
    ("Er sagte „ja“ und ging.", ["ja"]),
    ("”Kami siap,” kata dia. ”Selalu.”", ["Kami siap,", "Selalu."]),
    ("``This is it,'' he said.", ["This is it,"]),
    ("»Ja«, sagte er.", ["Ja"]),
    # single marks, with apostrophes inside and around
    ("‘I didn’t see the dogs’ collars,’ she said.", ["I didn’t see the dogs’ collars,"]),
    ("It's the ship's log.", []),
    ("The investigators' report isn't long.", []),
    # one mark in place of another
    ('“Ini benar," kata dia.', ["Ini benar,"]),
    ("“”Kita siap.” Benar.", ["Kita siap."]),
    ("““Kita siap.”” Benar.", ["Kita siap."]),
    # nested pairs stay inside
    ("He said “she told me ‘no’ at once.” So.", ["she told me ‘no’ at once."]),
    ("Escribí «tres veces “fuga” aquí» hoy.", ["tres veces “fuga” aquí"]),
    ("“He called it “odd” and left,” she said.", ["He called it “odd” and left,"]),
    # a mark of direction beside it
    ("قال: \u200f«نعم يا سيدي»\u200f.", ["نعم يا سيدي"]),
    # empty marks are nothing
    ('He said “” and "" then.', []),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_it_pairs_marks(text, expected):
    passages, warnings = marked(text)
    assert [one.inner.of(text) for one in passages] == expected
    assert warnings == ()


def test_a_paragraph_left_open_goes_on_where_the_next_opens():
    text = "“One thing.\n“Another thing,” he said."
    (passage,), warnings = marked(text)
    assert [part.of(text) for part in passage.parts] == ["One thing.", "Another thing,"]
    assert warnings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the opening mark is lost: the paragraph's beginning
        ("Kami siap.” Ia pergi.\n“Benar.”", ["Kami siap.", "Benar."]),
        # the closing mark is lost: not beyond the next opening one, nor the paragraph
        ("“Kami siap, katanya. “Benar,” ia kata.", ["Kami siap, katanya.", "Benar,"]),
        ("“Kami siap, katanya.\nIa pergi. “Benar.”", ["Kami siap, katanya.", "Benar."]),
    ],
)
def test_a_lost_mark_is_warned_of_and_loses_nothing_else(text, expected):
    passages, warnings = marked(text)
    assert [one.inner.of(text) for one in passages] == expected
    assert len(warnings) == 1
