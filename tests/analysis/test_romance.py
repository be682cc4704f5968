"""French and Spanish: tables of (text, what is found), for the rules that these languages brought."""

import pytest

from articles.analysis import analyse
from articles.analysis.reading.cues import find_cues
from articles.analysis.reading.frame import words_of
from articles.languages.loading import load


def found(text: str, language: str) -> list[tuple[str, str, str | None]]:
    """Kind, words and speaker of each quote; the pieces of an interrupted one stand behind each other."""
    quotes = analyse(text, language).quotes
    return [(one.kind, " | ".join(part.of(text) for part in one.parts), one.speaker) for one in quotes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # An elided word is a word of its own.
        ("l’agriculteur", ["l’", "agriculteur"]),
        ("jusqu'à l’hiver", ["jusqu'", "à", "l’", "hiver"]),
        ("d’« usage »", ["d’", "usage"]),
        ("C’est", ["C’", "est"]),
        ("aujourd’hui", ["aujourd’hui"]),
        # A name keeps its apostrophe; before a capital only some elide.
        ("hier O'Brien et N’Diaye", ["hier", "O'Brien", "et", "N’Diaye"]),
        ("avec D’Angelo", ["avec", "D’Angelo"]),
        ("L’Iran et l’Irak", ["L’", "Iran", "et", "l’", "Irak"]),
    ],
)
def test_elisions(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text, load("fr").words)] == words


@pytest.mark.parametrize(
    ("language", "text", "cue", "pronoun"),
    [
        ("fr", "a-t-elle ajouté", "a-t-elle ajouté", "-t-elle"),
        ("fr", "dit-il", "dit-il", "-il"),
        ("fr", "s’emporte-t-elle", "s’emporte-t-elle", "-t-elle"),
        ("fr", "avaient-ils d’ailleurs prévenu", "avaient-ils d’ailleurs prévenu", "-ils"),
        # Small words may part an auxiliary from its participle.
        ("fr", "Il a toutefois reconnu", "a toutefois reconnu", ""),
        ("es", "había también anunciado", "había también anunciado", ""),
        ("fr", "tient-il à préciser", "tient-il à préciser", "-il"),
    ],
)
def test_cues_in_pieces(language: str, text: str, cue: str, pronoun: str) -> None:
    (one,) = find_cues(text, words_of(text, load(language).words), language)
    assert (text[one.start : one.end], one.pronoun) == (cue, pronoun)


@pytest.mark.parametrize("text", ["la juge a parlé bas", "une annonce que tous attendaient"])
def test_an_article_makes_a_noun(text: str) -> None:
    cues = find_cues(text, words_of(text, load("fr").words), "fr")
    assert not {text[one.start : one.end] for one in cues} & {"juge", "annonce"}


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        # The attribution stands inside the marks.
        (
            "fr",
            "« La digue tiendra, a promis Lucie Amsel, ingénieure du port, mais pas deux hivers. »",
            [("direct", "La digue tiendra, | mais pas deux hivers.", "Lucie Amsel")],
        ),
        (
            "fr",
            "Omar Bellec a tout perdu. « Je reconstruirai, jure-t-il. Mon père l’a fait avant moi. »",
            [("direct", "Je reconstruirai, | Mon père l’a fait avant moi.", "Omar Bellec")],
        ),
        (
            "es",
            "«El río subirá otra vez, advirtió la alcaldesa, Elia Monforte, y nadie nos escucha».",
            [("direct", "El río subirá otra vez, | y nadie nos escucha", "Elia Monforte")],
        ),
        # What somebody tells inside the marks is no attribution of the article.
        (
            "fr",
            "« On a dit que je partais, puis que je restais », a raillé Paul Vernier.",
            [("direct", "On a dit que je partais, puis que je restais", "Paul Vernier")],
        ),
    ],
)
def test_attributions_inside_the_marks(language: str, text: str, quotes: list[tuple[str, str, str]]) -> None:
    assert found(text, language) == quotes


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        # A clause behind a complementiser, with who was told and when between.
        (
            "fr",
            "Nora Feltz a indiqué lundi à la presse que les travaux dureraient neuf mois.",
            [("indirect", "les travaux dureraient neuf mois", "Nora Feltz")],
        ),
        # A noun before it makes it a relative pronoun.
        ("fr", "Nora Feltz a annoncé la fermeture que tous redoutaient depuis un an.", []),
        ("es", "Lía Roca anunció la obra que el barrio esperaba desde hace años.", []),
        # Two verbs of one speaker; one clause that goes on.
        (
            "es",
            "Lía Roca anunció que habrá obras en marzo y explicó que la calle se cerrará.",
            [
                ("indirect", "habrá obras en marzo", "Lía Roca"),
                ("indirect", "la calle se cerrará", "Lía Roca"),
            ],
        ),
        (
            "es",
            "Lía Roca admitió que el plan llega tarde, pero que no hay otro.",
            [("indirect", "el plan llega tarde, pero que no hay otro", "Lía Roca")],
        ),
        # Infinitives.
        (
            "fr",
            "Nora Feltz assure avoir prévenu les riverains dès janvier.",
            [("indirect", "avoir prévenu les riverains dès janvier", "Nora Feltz")],
        ),
        (
            "fr",
            "Nora Feltz promet de rouvrir la gare avant Noël.",
            [("indirect", "rouvrir la gare avant Noël", "Nora Feltz")],
        ),
        (
            "es",
            "Lía Roca negó haber firmado ese contrato.",
            [("indirect", "haber firmado ese contrato", "Lía Roca")],
        ),
        # Behind a comma, with the verb before its subject or a pronoun on it.
        (
            "fr",
            "La gare rouvrira en mai, a confirmé mardi Nora Feltz. Les trains suivront en juin, a-t-elle assuré.",
            [
                ("indirect", "La gare rouvrira en mai", "Nora Feltz"),
                ("indirect", "Les trains suivront en juin", "Nora Feltz"),
            ],
        ),
        # Sources.
        (
            "fr",
            "Pour Nora Feltz, directrice de la gare, la ligne est condamnée. Selon elle, le pont ne tiendra pas.",
            [
                ("indirect", "la ligne est condamnée", "Nora Feltz"),
                ("indirect", "le pont ne tiendra pas", "Nora Feltz"),
            ],
        ),
        (
            "es",
            "Lía Roca visitó la obra. Según explicó, los pilares están a salvo. El plazo, según indicó Joan Prim, es demasiado corto.",
            [
                ("indirect", "los pilares están a salvo", "Lía Roca"),
                ("indirect", "El plazo | es demasiado corto", "Joan Prim"),
            ],
        ),
    ],
)
def test_reported_speech(language: str, text: str, quotes: list[tuple[str, str, str]]) -> None:
    assert found(text, language) == quotes


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # A verb without a subject is the last speaker's.
        ("“Ya vendí las vacas”, contó Abel Ruiz. “No había otra salida”, agregó.", ["Abel Ruiz", "Abel Ruiz"]),
        # One that no list has is known by its form.
        ("“Nos vamos a quedar aquí”, rezongó Abel Ruiz.", ["Abel Ruiz"]),
        ("“Nos vamos a quedar aquí”, repitió tres veces Abel Ruiz.", ["Abel Ruiz"]),
        # The office goes on over small words, the name stands behind a comma.
        ("“No hay dinero”, zanjó la directora del museo de la ciudad, Eva Lanz.", ["Eva Lanz"]),
        # Somebody is told of again.
        ("El juez Aldo Mera habló ayer. “Nadie está por encima de la ley”, afirmó el magistrado.", ["Aldo Mera"]),
        ("Eva Lanz, vulcanóloga, no duerme. “El cráter sigue vivo”, resume la vulcanóloga.", ["Eva Lanz"]),
    ],
)
def test_who_speaks(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in analyse(text, "es").quotes] == speakers


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # A piece of a sentence in marks, by the verb before it or with its own.
        ("Nora Feltz juge le délai « beaucoup trop court ».", ["beaucoup trop court"]),
        ("Dans une lettre, Nora Feltz « condamne toute violence ».", ["condamne toute violence"]),
        # Names, signs and nicknames are nobody's words.
        ("Sur le quai, une banderole annonce « Ici on veille encore ».", []),
        ("Le navire « Belle de Brume » a quitté le port avec Nora Feltz.", []),
        ("On appelle ce chantier « le grand trou de la mairie ».", []),
    ],
)
def test_words_in_marks(text: str, quotes: list[str]) -> None:
    assert [one.text for one in analyse(text, "fr").quotes] == quotes


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        # a clause keeps a few words in marks, which are no quote of their own
        (
            "La maire Anne Berger a assuré que la fête aurait lieu « quoi qu'il arrive » sur la place du marché.",
            "fr",
            [("Anne Berger", "la fête aurait lieu « quoi qu'il arrive » sur la place du marché")],
        ),
        # a verb behind a conjunction leads in the words in marks
        (
            "El dirigente Blas Tovar detalló que la carga sigue varada y advirtió: «De aquí no nos vamos nunca».",
            "es",
            [("Blas Tovar", "la carga sigue varada"), ("Blas Tovar", "De aquí no nos vamos nunca")],
        ),
        # "desde" leads in a body that speaks; who is head of a firm is not the firm
        (
            "Desde la Federación Andina aseguran que el torneo empezará en mayo.",
            "es",
            [("Federación Andina", "el torneo empezará en mayo")],
        ),
        (
            "«Nadie nos oye», dijo Blas Tovar, dirigente de la cooperativa Campo Nuevo. El dirigente contó que volverá con todos en mayo.",
            "es",
            [("Blas Tovar", "Nadie nos oye"), ("Blas Tovar", "volverá con todos en mayo")],
        ),
    ],
)
def test_clauses_and_bodies(text: str, code: str, expected: list[tuple[str, str]]) -> None:
    assert [(quote.speaker, quote.text) for quote in analyse(text, code).quotes] == expected


def test_a_nickname_in_marks_stands_between_the_halves_of_a_name() -> None:
    text = 'El presidente del club, Aldo "Tito" Ferrand, llegó tarde. "Hoy pagamos todo", agregó.'
    assert [quote.speaker for quote in analyse(text, "es").quotes] == ["Aldo Ferrand"]


def test_a_relative_clause_parts_a_body_from_its_verb() -> None:
    text = "La Confédération des éleveurs, dont trois membres dormaient, a prévenu que tout fermerait bientôt."
    assert [quote.speaker for quote in analyse(text, "fr").quotes] == ["Confédération des éleveurs"]
