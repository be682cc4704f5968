"""Marks, evidence and names of an utterance in words."""

import pytest

from articles.dossiers.cells import COLUMNS
from articles.dossiers.omissions import STATES
from articles.dossiers.relays import EVIDENCE, Evidence
from articles.templatetags import utterances
from articles.templatetags.utterances import column_names, in_evidence, isolated, mark_sign


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence("says", "IRNA"), "says so: IRNA"),
        (Evidence("copy", share=0.934), "93 % of the text is the same"),
        (Evidence("copy", share=0.5, ordered=False), "50 % of the text is the same; which was first is not known"),
        (Evidence("outlet"), "the same outlet again"),
        (Evidence("words"), "perhaps: the same words, published later"),
    ],
)
def test_evidence_in_words(evidence: Evidence, words: str) -> None:
    assert in_evidence(evidence) == words


def test_everything_that_dossiers_tell_has_words() -> None:
    assert set(utterances.COLUMNS) == set(COLUMNS) and set(utterances.HAD) == set(STATES)
    assert set(utterances.RESTS) == set(EVIDENCE) - {"words"}


def test_a_mark_is_a_sign_and_a_word() -> None:
    assert mark_sign("") == ""
    assert mark_sign("missing") == ' <span class="status"><span aria-hidden="true">−</span>not said</span>'
    assert "status-conflict" in mark_sign("disagrees") and "≠" in mark_sign("differs")


def test_columns_in_the_middle_of_a_sentence() -> None:
    assert column_names(["place", "addressee"]) == "where, to whom"


def test_a_name_in_a_picture_keeps_its_direction_and_is_not_too_long() -> None:
    assert isolated("شناشيل") == "\u2068شناشيل\u2069"
    assert isolated("kata " * 20) == "\u2068" + "kata " * 7 + "kata …\u2069"
