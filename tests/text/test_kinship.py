"""Related languages: what one word is called in both has one common form, and what only looks alike has two."""

import pytest

from articles.languages import all_languages, load
from articles.languages.kinship import Kinship
from articles.text.kinship import common_form, group, misleads
from articles.text.terms import stem

ENOUGH = 0.75
"""Share of the pairs below that must have one form. They were written before the rules, and no rule names one."""
PAIRS = [
    # Malay, Indonesian: Latin and Greek endings
    *[("aktiviti", "aktivitas"), ("kapasiti", "kapasitas"), ("prioriti", "prioritas"), ("komuniti", "komunitas")],
    *[("mobiliti", "mobilitas"), ("intensiti", "intensitas"), ("produktiviti", "produktivitas")],
    *[("matematik", "matematika"), ("dinamik", "dinamika"), ("sistematik", "sistematis")],
    *[("realistik", "realistis"), ("praktikal", "praktis"), ("strategik", "strategis"), ("metod", "metode")],
    *[("komisyen", "komisi"), ("televisyen", "televisi"), ("sabotaj", "sabotase"), ("inspektor", "inspektur")],
    # final consonants, and vowels between consonants
    *[("eksport", "ekspor"), ("konsert", "konser"), ("pasport", "paspor"), ("isteri", "istri"), ("putera", "putra")],
    *[("sastera", "sastra"), ("Inggeris", "Inggris"), ("filem", "film")],
    # single letters
    *[("muzik", "musik"), ("ubat", "obat"), ("rosak", "rusak"), ("percubaan", "percobaan"), ("syurga", "surga")],
    *[("autonomi", "otonomi"), ("kuiz", "kuis"), ("sihat", "sehat"), ("khabar", "kabar"), ("jawapan", "jawaban")],
    # words of their own
    *[("voltan", "voltase"), ("bateri", "baterai"), ("garaj", "garasi"), ("kuarantin", "karantina")],
]
MISLEADING = [
    *["percuma", "pejabat", "budak", "kereta", "bisa", "pusing", "jawatan", "kakitangan", "banci", "pajak"],
    *["polisi", "gampang", "jimat", "bual", "jeruk", "seronok", "tandas", "rayuan", "comel", "pasukan"],
]


def meet(malay: str, indonesian: str) -> bool:
    return common_form(malay, "ms") == common_form(indonesian, "id")


def test_spellings_of_a_word_have_one_form() -> None:
    apart = [pair for pair in PAIRS if not meet(*pair)]
    print(f"{1 - len(apart) / len(PAIRS):.3f}", apart)
    assert len(PAIRS) == 40
    assert 1 - len(apart) / len(PAIRS) >= ENOUGH


def test_no_rule_was_written_for_these() -> None:
    known = load("ms").kinship
    listed = {pair[0].casefold() for pair in (*known.spellings, *known.words)}
    assert listed.isdisjoint(malay.casefold() for malay, _ in PAIRS)


@pytest.mark.parametrize("word", MISLEADING)
def test_words_that_mislead_are_kept_apart(word: str) -> None:
    assert not meet(word, word)
    assert misleads(word, "ms")


@pytest.mark.parametrize(
    ("malay", "indonesian", "same"),
    [
        # a listed word, in another form
        ("wang", "uang", True),
        ("kewangan", "keuangan", True),
        ("budak-budak", "anak-anak", True),
        # what it is really called
        ("pejabat", "kantor", True),
        ("pegawai", "pejabat", True),
        ("polis", "polisi", True),
        ("polisi", "polis", True),
        # what derives from a word that misleads may not
        ("kesulitan", "kesulitan", True),
        # what both spell alike stays so
        ("Amerika", "Amerika", True),
        ("masyarakat", "masyarakat", True),
        ("vertikal", "vertikal", True),
        ("teliti", "teliti", True),
        ("optimis", "optimis", True),
        # what the glossary knows
        ("basikal", "sepeda", True),
        ("bilik", "kamar", True),
        # and what differs
        ("besar", "kecil", False),
        ("kapal", "kapan", False),
        ("doa", "dua", False),
    ],
)
def test_words_meet(malay: str, indonesian: str, same: bool) -> None:
    assert meet(malay, indonesian) == same


def test_a_language_without_relatives_has_its_stems() -> None:
    assert common_form("houses", "en") == stem("houses", "en")
    assert group("en") == "en"
    assert not misleads("gift", "en")


def test_a_group_is_known_by_its_first_language() -> None:
    assert group("ms") == group("id") == "id"


def test_related_languages_name_each_other() -> None:
    for language in all_languages():
        for other in language.related:
            assert language.code in load(other).related


def test_lists_lead_to_the_first_language_only() -> None:
    for language in all_languages():
        known = language.kinship
        if group(language.code) == language.code:
            assert not (known.spellings or known.words or known.misleading), language.code


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"words": (("wang",),)}, "words: a word and that of the related language"),
        ({"misleading": (("a", "b", "c"),)}, "misleading: a word"),
        ({"spellings": (("two words", "b"),)}, "spellings: a word"),
        ({"words": (("a", "b"),), "misleading": (("a",),)}, "listed twice: a"),
    ],
)
def test_a_list_that_does_not_fit_is_refused(given: dict[str, tuple[tuple[str, ...], ...]], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Kinship(**given)
