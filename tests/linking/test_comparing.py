"""Two statements compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.linking import REASONS, compare
from articles.records import StatementRecord

SAID = StatementRecord(
    id=1,
    article=1,
    file="a.txt",
    outlet="A",
    language="id",
    type="quote",
    text="Kami berjanji melepas 18 meter kubik air per detik mulai 1 Juli sampai akhir Oktober,",
    kind="direct",
    speaker="Sohrab Moqimi",
    published=date(2026, 6, 9),
)
OTHER = replace(SAID, id=2, article=2, speaker="Sohrab Moghimi")


@pytest.mark.parametrize(
    ("changes", "relation"),
    [
        # Word for word, with another ending and another spelling of the speaker.
        ({"text": SAID.text.rstrip(",") + "."}, "same"),
        # With another figure it is still one act of speech.
        ({"text": SAID.text.replace("18", "16")}, "same"),
        # A shortened report.
        ({"text": "melepas 18 meter kubik air per detik"}, "paraphrase"),
        # Reported instead of quoted.
        ({"text": "negaranya bakal melepas 18 meter kubik air per detik sejak 1 Juli hingga penghujung Oktober",
          "kind": "indirect"}, "paraphrase"),
        # In a related language.
        ({"text": "Kami komited melepaskan 18 meter padu air sesaat bermula 1 Julai hingga akhir Oktober.",
          "language": "ms"}, "translation"),
        # Word for word but somebody else's: one utterance, and one of the reports is wrong.
        ({"speaker": "Ghanim Al-Zubaidi"}, "same"),
        # The same subject, other words.
        ({"text": "Kami berjanji air sungai itu akan sampai ke desa-desa di hilir."}, None),
        # Few words of somebody else.
        ({"text": "18 meter kubik air per detik", "speaker": "Ghanim Al-Zubaidi"}, None),
        # In another language, told by what it names.
        ({"text": "We promise to release 18 cubic metres of water per second from 1 July until the end of October.",
          "language": "en", "speaker": "Sohrab Moghimi"}, "translation"),
        ({"text": "متعهد شده‌ایم از اول ژوئیه تا پایان اکتبر در هر ثانیه ۱۸ متر مکعب آب رها کنیم.",
          "language": "fa", "speaker": "سهراب مقیمی"}, "translation"),
        # In another language, by the same speaker on the same subject.
        ({"text": "The water of this river belongs to the villages downstream.", "language": "en"}, None),
    ],
)  # fmt: skip
def test_reports_of_one_utterance_are_told_from_others(changes: dict[str, str], relation: str | None) -> None:
    found = compare(SAID, replace(OTHER, **changes))
    assert found.relation == relation
    assert compare(replace(OTHER, **changes), SAID).relation == relation
    assert 0 <= found.score <= 1
    assert {reason.code for reason in found.reasons} <= set(REASONS)


def test_reasons_and_conflicts_can_be_read() -> None:
    found = compare(SAID, replace(OTHER, text=SAID.text.replace("18", "16"), published=date(2026, 6, 10)))
    assert {reason.code: reason.value for reason in found.reasons} == {
        "same_words": "92",
        "same_speaker": "Sohrab Moqimi",
        "same_dates": "1 Juli; Oktober",
        "days_apart": "1",
    }
    assert [(conflict.field, conflict.a, conflict.b) for conflict in found.conflicts] == [
        ("number", "18 meter kubik air per detik", "16 meter kubik air per detik")
    ]


def test_few_words_join_only_in_the_same_week() -> None:
    short = replace(SAID, text="tidak membawa paspor")
    assert compare(short, replace(short, id=2, article=2)).relation == "same"
    assert compare(short, replace(short, id=2, article=2, published=date(2025, 1, 1))).relation is None
    assert compare(short, replace(short, id=2, article=2, published=None)).relation is None


def test_claims_that_cannot_both_be_true_contradict() -> None:
    claim = replace(SAID, type="claim", kind="", speaker="", text="Enam dari 14 pintu kapal feri itu rusak berat.")
    other = replace(claim, id=2, article=2)
    assert compare(claim, other).relation == "same"
    assert compare(claim, replace(other, text=claim.text.replace("Enam", "Lima"))).relation == "contradicts"


@pytest.mark.parametrize("text", ["", "…", "—", "12", "tidak"])
def test_statements_with_hardly_a_word_are_no_error(text: str) -> None:
    assert compare(replace(SAID, text=text), OTHER).relation is None
    compare(replace(SAID, text=text), replace(OTHER, text=text))


@given(
    st.sampled_from(["id", "en", "ar", "fa", "xx"]),
    st.text(st.characters(categories=["L", "N", "P", "M", "Z"]) | st.sampled_from(" .,/-()123Mei"), max_size=60),
    st.text(max_size=60),
)
def test_no_text_is_an_error(language: str, text: str, other: str) -> None:
    one = replace(SAID, language=language, text=text, cue=other)
    for found in (compare(one, replace(one, text=other)), compare(one, replace(one, text=text + " " + other))):
        assert 0 <= found.score <= 1


def test_words_for_somebody_without_a_name_tell_nobody_apart() -> None:
    nobody = replace(OTHER, speaker="an official", anonymous=True)
    assert "speaker" not in {conflict.field for conflict in compare(SAID, nobody).conflicts}
    alike = compare(replace(SAID, speaker="an official", anonymous=True), nobody)
    assert "same_speaker" not in {reason.code for reason in alike.reasons}


def test_editors_see_the_conflicts_of_any_pair() -> None:
    english = replace(OTHER, language="en", text="Tehran will release 16 cubic meters", speaker="Jane Doe")
    assert [conflict.field for conflict in compare(SAID, english).conflicts] == ["number", "speaker"]


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        # Formulas that a speaker uses again and again.
        ("en", "We will increase cooperation with Russia in the defence field.",
         "We will increase cooperation with China in the energy field."),
        ("id", "Kami akan meningkatkan kerja sama dengan Rusia di bidang pertahanan.",
         "Kami akan meningkatkan kerja sama dengan Tiongkok di bidang energi."),
        ("en", "We condemn the attack on the embassy in the strongest terms.",
         "We condemn the attack on the convoy near the border."),
        ("id", "Kami mengutuk serangan terhadap kedutaan itu.", "Kami mengutuk serangan terhadap konvoi bantuan itu."),
        # The same thing said of two things.
        ("en", "The government will build three new hospitals in the north.",
         "The government will close two old hospitals in the south."),
        ("id", "Harga beras naik 5 persen pada bulan Mei.", "Harga cabai turun 12 persen pada bulan Mei."),
        ("id", "Korban tewas akibat banjir mencapai 12 orang.", "Korban luka akibat gempa mencapai 40 orang."),
        ("en", "Our economy grew 5.2 percent in the first quarter.", "Our economy will grow by 6 percent next year."),
    ],
)  # fmt: skip
def test_two_statements_of_one_speaker_on_one_day_are_kept_apart(language: str, a: str, b: str) -> None:
    one = replace(SAID, language=language, text=a)
    assert compare(one, replace(one, id=2, article=2, text=b)).relation is None
