"""The format of a language file: a dataclass a section, each key explained where it is defined."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.languages.calendar import Calendar
from articles.languages.facts import ClaimWords, Numbers
from articles.languages.files import FileWords
from articles.languages.furniture import Page
from articles.languages.kinship import Kinship
from articles.languages.occasions import Occasions
from articles.languages.people import People
from articles.languages.words import Force, Negation, Words


@dataclass(frozen=True, slots=True)
class Speech:
    """Cues: the words that credit somebody with words. All casefolded, every form written out."""

    auxiliary_forms: tuple[tuple[str, ...], ...] = ()
    """Forms of one auxiliary, the one that the lists of cues have first: "a", "avait". A filler may follow them."""
    verbs: tuple[str, ...] = ()
    """They take a reported clause with or without a complementiser: "said"."""
    that_verbs: tuple[str, ...] = ()
    """They report a clause only where a complementiser follows: "argued that"."""
    verb_leads: tuple[str, ...] = ()
    """What makes a reporting verb of one of `led_verbs` behind it: "a tenu à", "quiso"."""
    led_verbs: tuple[str, ...] = ()
    """Infinitives that do so: "préciser"."""
    quoting_verbs: tuple[str, ...] = ()
    """They credit words in marks only: "recalled"."""
    naming_verbs: tuple[str, ...] = ()
    """They credit words in marks however few: "called", "dubbed"."""
    purpose_verbs: tuple[str, ...] = ()
    """They report what an infinitive tells, with or without somebody between: "promised to", "urged them to"."""
    demanding_verbs: tuple[str, ...] = ()
    """They report what is asked for, whatever it is: "called for"."""
    infinitives: tuple[str, ...] = ()
    """What leads in such an infinitive: "to"."""
    verb_endings: tuple[str, ...] = ()
    """Endings of verbs that tell of the past, by which one that no list has is known behind a quote: "ó"."""
    participle_endings: tuple[str, ...] = ()
    """The same of participles behind an auxiliary: "é" in "a éludé"."""
    infinitive_endings: tuple[str, ...] = ()
    """Endings of the infinitives that open a reported clause right behind a cue: "dijo desconocer"."""
    led_nouns: tuple[str, ...] = ()
    """Cues that an article right before them makes nouns, and nothing else does: "la demande"."""
    nouns: tuple[str, ...] = ()
    """Cues that are nouns as well: "reports", "states". They need a name or a pronoun for their subject."""
    plural_endings: tuple[str, ...] = ()
    """Endings of a verb with several people for its subject."""
    document_verbs: tuple[str, ...] = ()
    """First words of cues whose subject is a document behind a preposition: "آمده" in "در بیانیه آمده است"."""
    noun_forms: tuple[str, ...] = ()
    """Cues that are nouns as well, unless they open their clause: "ذكر"."""
    split_verbs: tuple[str, ...] = ()
    """A verb and the particle that ends its clause, as two words: "teilte mit". They take what `verbs` take."""
    proclitics: tuple[str, ...] = ()
    """Small words that are written onto the front of a cue: "و" in "وقال"."""
    adding_verbs: tuple[str, ...] = ()
    """Forms without a subject of their own, whose speaker is that of the sentence: "adding"."""
    speaking_verbs: tuple[str, ...] = ()
    """They tell that somebody spoke, and where or when, not what: "speaking"."""
    inverted: tuple[str, ...] = ()
    """They stand before their subject and next to what was said: "kata"."""
    clitics: tuple[str, ...] = ()
    """Endings of an inverted cue that stand for the speaker: "nya" in "katanya".

    One with a hyphen hangs on the first word of any cue and inverts it: "-t-elle" in "a-t-elle ajouté".
    """
    sources: tuple[str, ...] = ()
    """Prepositions that credit whoever follows: "according to"."""
    subject_prepositions: tuple[str, ...] = ()
    """Those that lead in a body that speaks, without a subject of the verb: "desde el ministerio niegan"."""
    opening_sources: tuple[str, ...] = ()
    """The same, only where they open a sentence: "pour"."""
    as_words: tuple[str, ...] = ()
    """Before a cue they make a source of it: "comme" in "comme l'a dit X", "según" in "según dijo X"."""
    sources_after: tuple[str, ...] = ()
    """The same behind whoever is credited: "zufolge", "göre"."""
    passives: tuple[str, ...] = ()
    """Of the verbs, those that name nobody as their subject: "bildirildi"."""
    own_sources: tuple[str, ...] = ()
    """Phrases that credit whoever spoke or was told of last: "selon elle", "по его словам"."""
    closing_sources: tuple[str, ...] = ()
    """The same with the speaker behind, after what was said and a comma: "so"."""
    relative_sources: tuple[str, ...] = ()
    """They lead in what a noun before them says: "wonach"."""
    self_sources: tuple[str, ...] = ()
    """Phrases that credit the subject of their own sentence: "nach eigenen Angaben"."""
    source_prepositions: tuple[str, ...] = ()
    """They credit whoever follows only with one of `source_nouns`, before it or behind: "nach Angaben von"."""
    source_nouns: tuple[str, ...] = ()
    """Nouns of such sources: "Angaben", "Meinung"."""
    verb_first: bool = False
    """Whether a verb stands before its subject, may have none, and wants a complementiser: "قال الوزير إن"."""
    female_verbs: tuple[str, ...] = ()
    """Forms of cues whose subject is a woman, where others have a man: "قالت"."""
    verb_closes: bool = False
    """Whether a verb stands last in its own clause, so that all behind it is what it reports: "وزیر گفت"."""
    verb_second: bool = False
    """Whether the verb stands second in a clause, its other half last, and commas part every clause."""
    participles: tuple[str, ...] = ()
    """Forms that report only with one of `auxiliaries`: "mitgeteilt"."""
    empty_subjects: tuple[str, ...] = ()
    """The subject of a cue that nobody is the subject of: the "es" of "heißt es"."""
    document_prepositions: tuple[str, ...] = ()
    """They lead in whose words such a cue gives: "heißt es in dem Bericht"."""
    auxiliaries: tuple[str, ...] = ()
    """They make such a form the act of their subject: "hat"."""
    passive_auxiliaries: tuple[str, ...] = ()
    """They make such a form an act of somebody who may go unnamed: "wurde"."""
    demonstratives: tuple[str, ...] = ()
    """They stand for the sentence before, as what somebody said: "das"."""
    reporting_conjunctions: tuple[str, ...] = ()
    """What leads in an attribution with its verb last: the "wie" of "wie X mitteilte"."""
    subordinators: tuple[str, ...] = ()
    """They lead in a clause that tells when or why, with its verb last: "nachdem"."""
    subjunctives: tuple[str, ...] = ()
    """Verb forms that tell by themselves that a clause is somebody else's words: "sei", "habe"."""
    mood_endings: tuple[str, ...] = ()
    """Endings of such forms, looked at where a verb must stand."""
    conditionals: tuple[str, ...] = ()
    """Verb forms that tell so only behind a clause that is somebody else's words already: "hätten"."""
    comparisons: tuple[str, ...] = ()
    """Words beside which such a form tells no speech: "als" ("als sei nichts geschehen"), "ich" ("ich habe")."""
    clause_endings: tuple[str, ...] = ()
    """Endings of the last word of a reported clause that stands before its cue: "dığını"."""
    wish_endings: tuple[str, ...] = ()
    """The same of a clause that tells what ought to be done, before one of `purpose_verbs`: "masını"."""
    complementisers: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    """A noun and one of these behind a cue is an object, not a clause: "yang". A complementiser that is one of them,
    too, leads in a clause where no object stands before it: "que"."""
    aside_endings: tuple[str, ...] = ()
    """Endings of the words that open what is told of a subject between commas, where no relative does: "вшая"."""
    predicates: tuple[str, ...] = ()
    """Small words of a clause that no object has: "akan", "telah"; with them a cue of `that_verbs` may go without a
    complementiser."""
    verb_beginnings: tuple[str, ...] = ()
    """Beginnings of verbs that tell the same: "meng"."""
    resuming_endings: tuple[str, ...] = ()
    """Endings of a verb that, behind a comma and a conjunction, goes on with the subject of the cue: "лась"."""
    topics: tuple[str, ...] = ()
    """Words that lead in what somebody speaks of, which is not what that one says: "soal"."""
    object_ends: tuple[str, ...] = ()
    """Words behind which such a word tells nothing of the clause: "untuk"."""
    fillers: tuple[str, ...] = ()
    """Adverbs and auxiliaries that may stand between speaker and cue: "also", "turut"."""
    verb_last: bool = False
    """Whether the cue ends its sentence, so that what is said stands between the speaker and it: "X, “...” dedi."."""
    subjectless: bool = False
    """Whether a cue needs no subject: without one its speaker is who spoke last, or whom the sentence is about."""
    signs: tuple[str, ...] = ()
    """Nouns of things with words on them that nobody says: "banner"."""
    dialogue_dashes: bool = False
    """Whether a dash may lead in speech, and part it from what its author puts between: "— ..., — сказал X"."""
    fragments: bool = False
    """Whether words in marks inside a reported clause are proposed by themselves, in place of the clause."""
    incises: bool = False
    """Whether an attribution between commas may stand inside the marks: "« A, a dit X, B »"."""
    coordinators: tuple[str, ...] = ()
    """Words that join a second cue of the same speaker to a first: "y" in "anunció que ... y explicó que ..."."""
    conjunctions: tuple[str, ...] = ()
    """Words that open a clause: "but", "meanwhile"."""
    turns: tuple[str, ...] = ()
    """Those of them behind which, after a comma, the article itself goes on: "but", "while"."""
    negations: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    """Phrases before the outlet through which the words came: "dikutip dari"; what follows is not the speech."""
    relays_after: tuple[str, ...] = ()
    """Those of them that stand behind the outlet: "haberine göre"."""
    outlets: tuple[str, ...] = ()
    """Nouns of outlets: "agency", "gazete". A source with one is a relay where somebody else speaks."""
    listeners: tuple[str, ...] = ()
    """Nouns of people to whom one speaks: "reporters". They tell "à la presse" from "à Paris"."""
    introductions: tuple[str, ...] = ()
    """Phrases right before somebody's words: "mit den Worten"."""
    on_behalf: tuple[str, ...] = ()
    """Phrases before the one in whose name somebody speaks: "atas nama"."""
    telling: tuple[str, ...] = ()
    """Cues whose object is the one spoken to: "told" in "told the AP his firm worked"."""
    on_behalf_after: tuple[str, ...] = ()
    """The same behind that one: "adına"."""
    on_behalf_last: tuple[str, ...] = ()
    """Phrases that mean somebody told of before: "en son nom"."""
    on_behalf_through: tuple[str, ...] = ()
    """Phrases by which somebody is said to speak through another: "lewat juru bicaranya"."""
    voices: tuple[str, ...] = ()
    """Phrases before the one who speaks for a body: "على لسان"."""
    addressees: tuple[str, ...] = ()
    """Nouns in the case of whoever is spoken to, which stand between a cue and its subject: "журналистам"."""
    addressed: tuple[str, ...] = ()
    """Prepositions or verbs before the one who was spoken to: "kepada", "told"."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language. A language without cue verbs still loads; its analysis is the careful fallback."""

    code: str
    name: str
    """English name."""
    native_name: str
    direction: str = "ltr"
    related: tuple[str, ...] = ()
    """Languages so near that their statements can be compared word by word: their codes."""
    kinship: Kinship = field(default_factory=Kinship)
    words: Words = field(default_factory=Words)
    calendar: Calendar = field(default_factory=Calendar)
    speech: Speech = field(default_factory=Speech)
    people: People = field(default_factory=People)
    occasions: Occasions = field(default_factory=Occasions)
    claims: ClaimWords = field(default_factory=ClaimWords)
    files: FileWords = field(default_factory=FileWords)
    page: Page = field(default_factory=Page)
    numbers: Numbers = field(default_factory=Numbers)
    negation: Negation = field(default_factory=Negation)
    force: Force = field(default_factory=Force)

    def __post_init__(self) -> None:
        """Raises `ValueError`."""
        if self.code in self.related:
            raise ValueError(f"related: {self.code} is the language itself")
        if self.kinship != Kinship() and not self.related:
            raise ValueError("kinship: name the languages in `related`, too")
