"""Speakers told in ways that news writers like: offices before a comma, relative clauses, whoever a paragraph opens with."""

import pytest

from articles.analysis import analyse

# Language, text, and the speaker and words of each quote in it.
SPOKEN = (
    # An office that ends in the name of a body or a place, its holder behind a comma.
    (
        "id",
        "Ketua Perkumpulan Perajin Sutra, Melati Handayani, mengatakan pesanan turun separuh tahun ini. “Kami bertahan,” ujarnya.",
        [("Melati Handayani", "pesanan turun separuh tahun ini"), ("Melati Handayani", "Kami bertahan,")],
    ),
    # A relative clause without commas, an adverbial that no comma closes.
    (
        "id",
        "Seorang pegawai yang menolak disebut namanya mengatakan bahwa gudang itu sudah lama kosong.",
        [("Seorang pegawai", "gudang itu sudah lama kosong")],
    ),
    (
        "ms",
        "Pengarah Hutan Negeri, Rosli Awang, ketika dihubungi semalam berkata kawasan itu akan ditutup.",
        [("Rosli Awang", "kawasan itu akan ditutup")],
    ),
    # "Thus he spoke" reports nothing.
    ("ms", "Rosli Awang berkata demikian selepas melawat kawasan banjir di hulu sungai.", []),
    # A pronoun that means a man means no body; a paragraph opens with whom it is about.
    (
        "en",
        "The union said it would wait for the talks.\n\nAmos Tarrant, whose boat sank, mends nets now. "
        "“I have time,” he said.",
        [("The union", "it would wait for the talks"), ("Amos Tarrant", "I have time,")],
    ),
    # Two single marks are a double one; a sentence of two words is one, too.
    ("en", "‘‘The sea took it,’’ said Amos Tarrant.", [("Amos Tarrant", "The sea took it,")]),
    (
        "en",
        "“We will build,” said Amos Tarrant. He looked at the harbour. “God willing.”",
        [("Amos Tarrant", "We will build,"), ("Amos Tarrant", "God willing.")],
    ),
    # By whose count something is so.
    (
        "en",
        "“It was late,” said Amos Tarrant. By his own count, thirty boats were lost that winter.",
        [("Amos Tarrant", "It was late,"), ("Amos Tarrant", "thirty boats were lost that winter")],
    ),
)


@pytest.mark.parametrize(("language", "text", "wanted"), SPOKEN)
def test_who_says_it(language: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(quote.speaker, quote.text) for quote in analyse(text, language).quotes] == wanted
