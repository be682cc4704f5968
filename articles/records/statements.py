"""What analysis finds in a text, and statements, links and people as linking and exporting see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from articles.records.texts import Notice, Span

QUOTE_KINDS = ("direct", "indirect", "mixed")
RELATIONS = ("same", "translation", "paraphrase", "supports", "contradicts", "updates")
JOINING_RELATIONS = ("same", "translation", "paraphrase")
"""The relations that make two quotes reports of one utterance."""
NAME_KINDS = ("person", "organisation", "place")
CONFLICT_FIELDS = ("number", "date", "place", "occasion", "negation", "speaker", "addressee", "wording")
"""What reports of one utterance can disagree on; "wording" is a word that weakens or strengthens: said, threatened."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How an act of speech happened, as far as the article tells it."""

    said_when: str = ""
    """The words of the article: "hari Rabu", "on 3 December"."""
    weekday: int | None = None
    """Monday is 0, as in `date.weekday()`; also known where no date can be resolved."""
    said_on: date | None = None
    place: str = ""
    occasion: str = ""
    """Press conference, meeting, interview ... as the article words it."""
    occasion_kind: str = ""
    """Language-neutral kind of it, a key of the language files: press_conference, meeting, interview ..."""
    addressee: str = ""
    relayed_by: str = ""
    """The outlet or agency through which the article has the words: "IRNA" in "dikutip dari IRNA"."""


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Words put in somebody's mouth. `text` is `article[start:end]`, outer marks left out."""

    start: int
    end: int
    text: str
    kind: str
    """direct, indirect or mixed."""
    speaker: str | None = None
    """The fullest form of the name that the article itself gives, without title; of somebody without a name the words
    that tell who it is."""
    anonymous: bool = False
    """Whether the speaker has no name in the article: "a senior official", "residents"."""
    cue: str | None = None
    """The verb or phrase that credits it, as written."""
    parts: tuple[Span, ...] = ()
    """The pieces of a quote that its attribution interrupts; one piece otherwise."""
    role: str = ""
    """Title or office of the speaker as the article has it."""
    on_behalf_of: str = ""
    unsure: bool = False
    circumstances: Circumstances = field(default_factory=Circumstances)


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted or measured somewhere. `text` is `article[start:end]`: the number with its unit, as written."""

    start: int
    end: int
    text: str
    value: Decimal
    to: Decimal | None = None
    """The upper end where a range is given: "10 to 15"."""
    unit: str = ""
    """A symbol that is the same in every language: of SI (m, km, m3, t, h), an ISO 4217 code, %, person, d, wk, mo, yr;
    a rate is m3/s. Of other things the article's own word for what is counted; nothing where there is none."""
    bound: str = ""
    """about, over or under, where the figure is not meant to be exact."""


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A day, month or year that somewhere is named. `text` is `article[start:end]`."""

    start: int
    end: int
    text: str
    first: date
    last: date
    """The same as `first` for a day; a month or year is all its days."""


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """An assertion that can be checked, inside or outside a quote. `text` is `article[start:end]`."""

    start: int
    end: int
    text: str
    unsure: bool = False
    figures: tuple[Figure, ...] = ()
    dates: tuple[NamedDate, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person, organisation or place where the article names it. `text` is `article[start:end]`."""

    start: int
    end: int
    text: str
    kind: str
    """One of NAME_KINDS."""
    name: str
    """The fullest form that the article gives, without title."""
    key: str
    """The same for all spellings of the name in any script, see `articles.text.names`."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that analysis found in one text, in the order of the text."""

    quotes: tuple[FoundQuote, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    warnings: tuple[Notice, ...] = ()
    names: tuple[FoundName, ...] = ()

    def __iter__(self) -> Iterator[FoundQuote | FoundClaim]:
        found: tuple[FoundQuote | FoundClaim, ...] = (*self.quotes, *self.claims)
        yield from sorted(found, key=lambda one: (one.start, -one.end))


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """One statement as linking and exporting see it."""

    id: int
    article: int
    file: str
    outlet: str
    language: str
    type: str
    """quote or claim."""
    text: str
    """The words compared; the pieces of an interrupted quote joined by a space."""
    kind: str = ""
    speaker: str = ""
    """As the article names the speaker."""
    person: int | None = None
    anonymous: bool = False
    """Whether `speaker` is no name but the words for somebody without one, who may be anybody elsewhere."""
    cue: str = ""
    status: str = "proposed"
    start: int = 0
    end: int = 0
    parts: tuple[Span, ...] = ()
    """The pieces of an interrupted quote; nothing or one piece otherwise."""
    prefix: str = ""
    suffix: str = ""
    placed: bool = True
    """Whether the text still holds it: where the article was cleaned anew and lost it, offsets say where it was."""
    title: str = ""
    published: date | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    circumstances: Circumstances = field(default_factory=Circumstances)
    figures: tuple[Figure, ...] = ()
    dates: tuple[NamedDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field in which two reports of one utterance disagree, with the value that each gives."""

    field: str
    """One of CONFLICT_FIELDS."""
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two statements are thought to belong together; `code` is worded and translated by the pages."""

    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two statements relate. `relation` is None where they do not; `score` is 0..1."""

    relation: str | None
    score: float
    reasons: tuple[Reason, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """Two statements that linking holds for reports of one utterance; `a < b` are statement ids."""

    a: int
    b: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """One link as exporting sees it."""

    a: StatementRecord
    b: StatementRecord
    relation: str
    status: str
    score: float
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person as exporting sees it."""

    name: str
    spellings: tuple[str, ...]
    statements: int
