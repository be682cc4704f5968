"""What an editor is told of a text that nobody wrote like this: one warning each, and never an exception."""

from itertools import product

import pytest

from articles.analysis import analyse
from tests.measures.texts import prose, repeated

RAIN = "It rained in the town. "

FLAWS = [
    # nothing to read
    ("", "There are no words in the text."),
    (" \n\t ", "There are no words in the text."),
    ("“” «» … 「", "There are no words in the text."),
    # marks without a partner: each by its place, many by their number
    (RAIN + "“We go.", "A quotation mark at 23 is never closed."),
    ("We go.” " + RAIN, "A quotation mark at 6 is never opened."),
    (repeated("“We go. ")(800), "100 quotation marks have no partner."),
    # signs that came to grief on the way
    (RAIN + "It rai\ud83dned.", "Broken characters (lone surrogates) in the text: 1."),
    (RAIN + "\u202edniw\u202c blew.", "2 invisible characters turn the direction of the text; check what it shows."),
    ("The mаyor left.", "Letters of two scripts that look alike meet in these words: mаyor. Check the names."),
    # no line breaks at all
    (repeated(RAIN)(23_000), "A paragraph has 23000 characters; line breaks may have been lost."),
]


@pytest.mark.parametrize(("text", "warning"), FLAWS)
def test_a_flaw_is_told_once(text: str, warning: str) -> None:
    assert analyse(text, "en").warnings == (warning,)


@pytest.mark.parametrize(("written", "given"), [*product(("en", "id", "ru", "ar", "fa", "tr"), repeat=2)])
def test_another_language_than_the_one_given_is_told(written: str, given: str) -> None:
    told = [one for one in analyse(prose(written), given).warnings if one.startswith("The text was read as")]
    assert len(told) == (written != given)


def test_near_relatives_and_short_texts_are_not_doubted() -> None:
    assert not [one for one in analyse(prose("ms"), "id").warnings if "looks like" in one]
    assert not analyse(RAIN, "ru").warnings
