"""The sections of a language file on figures and on claims; `format.py` has the others."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures written as words, so that reports which differ only in writing them do not seem to disagree."""

    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By value, what is added: 5 = ["five"], 12 = ["dua belas"]."""
    scales: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By value, what multiplies the figure before it: 100 = ["hundred"], 1000000 = ["juta"]."""
    joiners: tuple[str, ...] = ()
    """What may stand behind a hundred or thousand inside a number: the "and" of "two hundred and six"."""
    tens_joiners: tuple[str, ...] = ()
    """What joins tens and ones: the "y" of "treinta y cinco"."""
    prefixes: tuple[str, ...] = ()
    """Joiners written onto the front of a word for a number: "و"."""
    joined: bool = False
    """Whether the parts of a number are written as one word: "zweihundertfünfzig"."""
    halves: tuple[str, ...] = ()
    """What adds a half to the number before it: "and a half"."""
    vague: tuple[str, ...] = ()
    """What makes the number behind it none: "several" hundred."""
    decimal: str = ","
    """What parts whole and fraction. Before three digits any other sign parts thousands; nothing if either may."""
    spaced: bool = False
    """Whether a space may part thousands: "12 000"."""
    percent: tuple[str, ...] = ()
    """Before or behind the figure."""
    currencies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By ISO 4217 code, the words and short forms for money: USD = ["dollar", "dollars"]."""
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By symbol (m, km, m3, kg, h, person ...), the words for what is measured or counted."""
    duals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By the same symbols, words that tell of two by their form alone: "ساعتين"."""
    classifiers: tuple[str, ...] = ()
    """Words that stand between a number and what is counted: "buah", "عدد"."""
    adjectives: bool = False
    """Whether adjectives stand between a number and what is counted: "40 armed men"."""
    per: tuple[str, ...] = ()
    """What makes a rate of two units: "per", "par", "в"."""
    about: tuple[str, ...] = ()
    """Words before a figure that is not exact: "about"."""
    over: tuple[str, ...] = ()
    """Words before a figure that is exceeded: "more than"."""
    under: tuple[str, ...] = ()
    """Words before a figure that is not reached: "fewer than"."""
    over_after: tuple[str, ...] = ()
    """The same behind the figure: "lebih", "den fazla"."""
    to: tuple[str, ...] = ()
    """Words between the two ends of a range: "to"."""
    between: tuple[str, ...] = ()
    """Words before a range whose ends an "and" may part: "between"."""
    ordinals: tuple[str, ...] = ()
    """Endings written onto the digits of an ordinal: "th", "-го"."""
    labels: tuple[str, ...] = ()
    """Words before digits that number a thing and measure nothing: "article", "No.", "flight"."""
    clock: tuple[str, ...] = ()
    """Words before digits that make them a time of day: "pukul"."""
    clock_after: tuple[str, ...] = ()
    """The same behind them: "Uhr", "p.m."."""
    years: tuple[str, ...] = ()
    """Words before or behind a year: "tahun", "in"."""
    ages: tuple[str, ...] = ()
    """Words before or behind digits that tell how old somebody is: "aged", "ans"."""


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Words that make a sentence worth checking, or not."""

    acts: tuple[str, ...] = ()
    """Verbs of acts that did or did not happen: "signed"."""
    comparisons: tuple[str, ...] = ()
    """Words that measure one thing by another: "twice", "the largest"."""
    opinions: tuple[str, ...] = ()
    """Words of wish, duty and taste: a sentence with one is no claim. Here and in the next two, a word with a hyphen
    in front is an ending: "-malı"."""
    doubts: tuple[str, ...] = ()
    """The same for guesses and what is only supposed: "might", "if"."""
    plans: tuple[str, ...] = ()
    """Words of the future: a sentence with one is a claim only where it names the day, month or year."""
    repeated: tuple[str, ...] = ()
    """Words beside a weekday that make it no certain day: "every"."""
