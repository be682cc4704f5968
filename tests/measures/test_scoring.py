"""The measure itself: what counts as found, as right, as wrong."""

from articles.records import Span
from tests.measures.gold import GoldArticle, GoldQuote
from tests.measures.recorded import changes
from tests.measures.scoring import scored

TEXT = "“Rivers carry no passports,” said Ali Moqimi. “They cross.” The “Sunlight” sank."


def article(*quotes: GoldQuote, not_quotes: tuple[str, ...] = ()) -> GoldArticle:
    places = tuple((span(one),) for one in not_quotes)
    return GoldArticle("river", "en", None, TEXT, quotes, places)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def gold(*pieces: str, speaker: str = "Ali Moqimi", kind: str = "direct") -> GoldQuote:
    return GoldQuote(tuple(span(piece) for piece in pieces), " ".join(pieces), kind, speaker)


def test_a_quote_in_two_pieces_is_one() -> None:
    score = scored(article(gold("Rivers carry no passports,", "They cross.")))
    assert score.figures() == {"direct": 100.0, "speaker": 100.0}
    assert not score.errors


def test_a_wrong_speaker_is_told() -> None:
    score = scored(article(gold("Rivers carry no passports,", "They cross.", speaker="Moqimi")))
    assert score.figures() == {"direct": 100.0, "speaker": 0.0}
    assert score.errors[0].startswith("river: SPEAKER 'Ali Moqimi', not 'Moqimi': Rivers carry")


def test_a_miss_and_an_extra_are_told() -> None:
    score = scored(article(gold("The “Sunlight” sank.", kind="indirect")))
    assert score.figures() == {"indirect": 0.0}
    assert [error.split()[1] for error in score.errors] == ["MISSED", "EXTRA"]


def test_words_that_nobody_says_are_left_out() -> None:
    assert scored(article(not_quotes=("Sunlight",))).figures() == {"left out": 100.0}
    assert scored(article(not_quotes=("Rivers carry no passports,",))).figures() == {"left out": 0.0}


def test_changes_tell_what_fell_and_what_rose() -> None:
    before = {"corpus": {"en": {"direct": 95.0, "speaker": 90.0}, "tr": {"direct": 80.0}}}
    after = {"corpus": {"en": {"direct": 96.0, "speaker": 89.0}, "de": {"direct": 70.0}}}
    fell, rose = changes(before, after)
    assert fell == ["corpus en: speaker 90.0 -> 89.0", "corpus tr: direct 80.0 -> 0.0"]
    assert rose == ["corpus en: direct 95.0 -> 96.0", "corpus de: direct 0.0 -> 70.0"]
