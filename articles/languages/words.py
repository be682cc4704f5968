"""The keys for the words of a language: too common ones, how their forms are told, those that deny."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Affixes:
    """A rule that takes affixes off: the longest of them that fits. Letters count folded, unless `accented`."""

    begins: tuple[str, ...] = ()
    """What the word begins with. With `endings`, too, it must have both: Arabic "ي" and "ون" in "يكتبون"."""
    endings: tuple[str, ...] = ()
    after: str = ""
    """The letters of which one must stand before the ending; any, if none is given."""
    before: str = ""
    """The same behind the beginning."""
    unless: tuple[str, ...] = ()
    """How words begin that are left alone, as the root does; how they end, in a rule without beginnings."""
    leaves: int = 2
    """The least number of letters that stay."""
    becomes: str = ""
    """What stands in place of the ending: Persian "ه" for "گان"; of the beginning, in a rule without endings."""
    unsure: bool = False
    """Whether the word may as well be whole, as Persian ones in "ان"; it is then found by both."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words for search and comparison."""

    stop: tuple[str, ...] = ()
    """Words too common to tell two sentences apart, casefolded."""
    stemmer: str = ""
    """A Snowball algorithm ("english"), "sastrawi", or nothing."""
    roots: tuple[str, ...] = ()
    """Words that no rule of `affixes` shortens, as their end only looks like one; or that `sastrawi` does not know."""
    prefixes: tuple[str, ...] = ()
    """What may stand before an irregular form, or before the beginning that a rule takes off: "ab" in "abgesagt"."""
    affixes: tuple[Affixes, ...] = ()
    """Rules in the order in which they are tried, before the stemmer: the outermost affix first."""
    accented: bool = False
    """Whether the affixes are told by accents, too, though no stemmer follows; else they are of folded words."""
    stem_endings: dict[str, str] = field(default_factory=dict)
    """Endings of stems, folded, that stand for others, if three letters stay: Spanish "qu" = "c"."""
    irregular: tuple[tuple[str, ...], ...] = ()
    """Forms of one word that no rule joins: "say", "said". One that stands for all with its stem is enough."""
    apart: tuple[tuple[str, ...], ...] = ()
    """All forms of a word that the stemmer takes for another's: "authority", "authorities" are not of "author"."""
    compounding: bool = False
    """Whether nouns are joined into one word: "Wasserversorgung"."""
    links: tuple[str, ...] = ()
    """What may stand between nouns so joined: "s" in "Regierungssprecher"."""
    derivations: tuple[str, ...] = ()
    """Endings that make a word of another, and are no second noun: "schaft"."""
    elisions: tuple[str, ...] = ()
    """What an apostrophe parts from the next word, which is a word of its own: "l" in "l'eau"."""
    small_elisions: tuple[str, ...] = ()
    """The same, only before a small letter: "n" in "n'est", but not in "N'Diaye"."""
    compounds: tuple[str, ...] = ()
    """Roots of two words that affixes join into one ("tanda tangan": "penandatanganan"), casefolded."""


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that turn a statement into its opposite."""

    words: tuple[str, ...] = ()
    """Each makes a denial of its clause: "not", "doesn't", "tidak"."""
    concord: tuple[str, ...] = ()
    """They go with such a word, and make a denial only where their clause has none: "nadie" in "no vino nadie"."""
    weak: tuple[str, ...] = ()
    """What another language may as well put into such a word, or without one: "without", "failed"."""
    implicit: tuple[str, ...] = ()
    """Verbs that have a denial in them, which another report may put with another verb and a "not": "reject". With a
    hyphen behind, the beginning of its forms: "исключ-"."""
    neutral: tuple[str, ...] = ()
    """Phrases with such a word that deny nothing: "not only", "no doubt"."""
    only: tuple[str, ...] = ()
    """They make an "only" of a denial in their sentence: "selain", "кроме"."""
    only_alone: tuple[str, ...] = ()
    """The same right behind it, where no word of `concord` stands between: "ne ... que"."""
    conditions: tuple[str, ...] = ()
    """They open a condition, in which a denial denies nothing: "if"."""
    endings: tuple[str, ...] = ()
    """Endings of verb forms that deny: "mıyor"."""
    weak_endings: tuple[str, ...] = ()
    """Endings that mean "without" or are of a condition: "sız"."""
    unless: tuple[str, ...] = ()
    """Words that only seem to have such an ending."""
    denials: tuple[str, ...] = ()
    """Cue verbs, in the forms that occur, whose reported clause the speaker says is not so: "denied"."""


@dataclass(frozen=True, slots=True)
class Force:
    """Cues that are weaker or stronger than "said", in the forms that occur. Any other cue is as strong as that."""

    suggested: tuple[str, ...] = ()
    """Little weaker: "hinted"."""
    warned: tuple[str, ...] = ()
    """Stronger: "cautioned"."""
    threatened: tuple[str, ...] = ()
    """Stronger than a warning: "demanded"."""
    claimed: tuple[str, ...] = ()
    """They do not vouch for what is reported: "alleged"."""
    confirmed: tuple[str, ...] = ()
    """They take it for true: "admitted"."""
