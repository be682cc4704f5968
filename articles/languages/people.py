"""The keys for how names and offices look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class People:
    """How names and offices look. All casefolded."""

    pronouns: tuple[str, ...] = ()
    """Third person, singular and plural, as subject."""
    objects: tuple[str, ...] = ()
    """Pronouns of whoever is spoken to: "us", "him"."""
    male: tuple[str, ...] = ()
    """Pronouns, forms of address, offices and common given names of men."""
    female: tuple[str, ...] = ()
    """The same of women."""
    impersonal: tuple[str, ...] = ()
    """Pronouns that mean nobody in particular: "-t-on"."""
    plural: tuple[str, ...] = ()
    """Pronouns of several people."""
    capital_nouns: bool = False
    """Whether every noun is written with a capital, so that a capital alone makes no name."""
    ranks: tuple[str, ...] = ()
    """Words right before a name: ranks, forms of address."""
    offices: tuple[str, ...] = ()
    """Nouns of offices and callings, in front of a name or alone: "minister", "juru bicara"."""
    office_endings: tuple[str, ...] = ()
    """Endings of offices, which are compared without them: "bakanı" is "bakan"."""
    plural_endings: tuple[str, ...] = ()
    """Endings of nouns that tell of several people."""
    clitics: tuple[str, ...] = ()
    """Endings of an office that tell whose it is: "nya" in "gabenornya"."""
    owner_endings: tuple[str, ...] = ()
    """Endings of the words that may stand between an office and its holder's name: "министр энергетики X"."""
    place_nouns: tuple[str, ...] = ()
    """Nouns right behind which a large word is a place, not yet a name: "губернатор провинции Финнмарк X"."""
    spokespeople: tuple[str, ...] = ()
    """Offices of those who speak for another: "spokeswoman"."""
    persons: tuple[str, ...] = ()
    """Nouns for people without an office: "woman", "petani"."""
    strangers: tuple[str, ...] = ()
    """Of these nouns, where none has an article, those that tell of nobody named before: "источник", "очевидцы"."""
    person_endings: tuple[str, ...] = ()
    """Endings of nouns for people, so that such a noun may tell of somebody again: "logue", "ista"."""
    akin: tuple[tuple[str, ...], ...] = ()
    """Offices that may tell of one person, a group each: "jueza", "magistrada"."""
    generic: tuple[str, ...] = ()
    """Offices that mean whoever spoke, too, whatever that one is: "مسؤول"."""
    definite: tuple[str, ...] = ()
    """Words before such a noun that make it point to somebody already named: "the", "sang"."""
    definite_after: tuple[str, ...] = ()
    """The same behind the noun: "itu"."""
    indefinite: tuple[str, ...] = ()
    """Articles that lead in what somebody is, behind the name and a comma: "a"."""
    articles: tuple[str, ...] = ()
    """What is written onto the front of a definite noun: "ال"."""
    joined: tuple[str, ...] = ()
    """Prepositions that are written onto the front of a word: "ل"."""
    calling_endings: tuple[str, ...] = ()
    """Endings of the words for callings: "شناس" in "زمین‌شناس"."""
    indefinite_endings: tuple[str, ...] = ()
    """Endings that make a noun one of many: "ی" in "زنی"."""
    common_endings: tuple[str, ...] = ()
    """Endings that no name has which nothing but its place shows: "ها"."""
    women_endings: tuple[str, ...] = ()
    """Endings that make the word for an office a woman's: "ة"."""
    women_articles: tuple[str, ...] = ()
    """Articles that make an office a woman's, where the noun itself does not tell: "la" in "la ministre"."""
    object_markers: tuple[str, ...] = ()
    """Words right behind an object, which is no subject: "را"."""
    bare_definite: bool = False
    """Whether a noun without any article may point to somebody already named: "pejabat" is "the official", too."""
    quantifiers: tuple[str, ...] = ()
    """Other words that open a noun phrase: "some", "another", "two"."""
    linking: tuple[str, ...] = ()
    """Prepositions that tie a second noun to the first, though they also lead in a time or an occasion: "from"."""
    genitives: tuple[str, ...] = ()
    """Articles that tie a second noun to the first: "des"."""
    datives: tuple[str, ...] = ()
    """Articles and pronouns that no subject has: "dem"."""
    either_case: tuple[str, ...] = ()
    """Articles that no subject has before an adjective with one of `oblique_endings`: "der" in "der neuen Zeitung"."""
    oblique_endings: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    """Prepositions before whoever acts in the passive voice: "von"."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of adverbs and adjectives that open a sentence, where their capital makes no noun of them."""
    noun_endings: tuple[str, ...] = ()
    """Endings of nouns that no name has: "ung", "heit"."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of every adjective before a noun."""
    adjectives: tuple[str, ...] = ()
    """Longer endings, which only adjectives have: "ische"."""
    bodies: tuple[str, ...] = ()
    """Nouns in the names of bodies: "ministry", "forum"."""
    fields: tuple[str, ...] = ()
    """Words in the names of offices that are never part of a person's name: "defence", "luar"."""
    places: tuple[str, ...] = ()
    """Names of countries and peoples that offices are named with, word by word."""
    describing: tuple[str, ...] = ()
    """Endings of adjectives: a large word that opens a sentence and has one is no part of the name behind it."""
    male_endings: tuple[tuple[str, ...], ...] = ()
    """Endings of declined names of men, each with those it has in the nominative, the longer endings first."""
    female_endings: tuple[tuple[str, ...], ...] = ()
    """The same of women."""
    chains: tuple[str, ...] = ()
    """Small words inside the names of offices and bodies: "dan", "of"."""
    particles: tuple[str, ...] = ()
    """Small words inside names: "bin", "al"."""
    possessives: tuple[str, ...] = ()
    """Endings of the owner's name: "'s"; of any case, where an apostrophe parts them from a name: "'nin"."""
    parted_endings: bool = False
    """Whether a word is looked up without these endings: "Merkezi'nden" as "merkezi"."""
    prepositions: tuple[str, ...] = ()
    """Before a name they tell that it is not the one who acts."""
    place_endings: tuple[str, ...] = ()
    """Endings that tell a place, behind an apostrophe: "da" in "Ankara'da"."""
    place_prepositions: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    """Those of `place_prepositions` that may stand before bodies just as well: "at"."""
    localities: tuple[str, ...] = ()
    """Nouns in the names of places, some of them bodies too: "river", "city"."""
    venues: tuple[str, ...] = ()
    """Nouns of buildings, and what the seats of bodies are called: a name with one is no town's."""
