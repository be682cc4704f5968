"""What a figure measures: units and money by their words and signs, and the words that qualify a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from articles.languages.loading import load
from articles.text.terms import fold
from articles.text.vocabulary import Phrases, find_before, numbered

SIGNS = {
    "%": "%", "٪": "%", "‰": "‰", "°C": "°C", "°F": "°F", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB",
    "₺": "TRY", "₹": "INR", "₩": "KRW", "₴": "UAH", "₫": "VND", "₦": "NGN", "₪": "ILS", "฿": "THB", "﷼": "IRR",
}  # fmt: skip
"""Signs beside a figure, the same in every language."""
DOLLARS = {
    "US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD", "R": "BRL", "NT": "TWD",
}  # fmt: skip
"""Letters before the sign of a dollar."""
SYMBOLS = {
    "km": "km", "m": "m", "cm": "cm", "mm": "mm", "mi": "mi", "ft": "ft", "ha": "ha", "m2": "m2", "km2": "km2",
    "m3": "m3", "l": "L", "kg": "kg", "g": "g", "mg": "mg", "t": "t", "lb": "lb", "w": "W", "kw": "kW", "mw": "MW",
    "gw": "GW", "kwh": "kWh", "mwh": "MWh", "kmh": "km/h", "kph": "km/h", "mph": "mi/h", "c": "°C", "usd": "USD",
    "eur": "EUR", "gbp": "GBP", "rub": "RUB", "jpy": "JPY",
}  # fmt: skip
"""Symbols behind digits, folded, the same in every language."""
MEASURED = frozenset(["m3", "L", "bbl", "t", "kg", "MW", "m2", "ha", "GW", "kWh", "km"])
"""Units whose rate may stand a word or two further on: "18 cubic metres of water per second"."""
SCALES = {
    unit: (base, Decimal(size))
    for base, sizes in {
        "m": {
            "km": "1000",
            "cm": "0.01",
            "mm": "0.001",
            "mi": "1609.344",
            "nmi": "1852",
            "ft": "0.3048",
            "in": "0.0254",
        },
        "m2": {"km2": "1000000", "ha": "10000", "acre": "4046.86", "mi2": "2589988", "dönüm": "1000"},
        "m3": {"L": "0.001", "bbl": "0.158987", "gal": "0.00378541"},
        "kg": {"g": "0.001", "mg": "0.000001", "t": "1000", "lb": "0.453592", "kuintal": "100"},
        "W": {"kW": "1000", "MW": "1000000", "GW": "1000000000"},
        "kWh": {"MWh": "1000"},
        "s": {"min": "60", "h": "3600", "d": "86400", "wk": "604800", "mo": "2629746", "yr": "31556952"},
        "km/h": {"mi/h": "1.609344", "kn": "1.852"},
        "%": {"‰": "0.1"},
    }.items()
    for unit, size in sizes.items()
}
"""Units that measure what another does: that one, and how many of it each is. Months and years by their mean length."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The words of one language, made ready for looking up."""

    units: Phrases
    names: tuple[str, ...]
    """The unit that each value of `units` stands for."""
    duals: Phrases
    """Words that tell of two by their form; each stands for a place in `pairs`."""
    pairs: tuple[str, ...]
    known: frozenset[str]
    """Every unit that is more than the article's word."""
    money: re.Pattern[str]
    """Money right before a figure."""
    codes: dict[str, str]
    percent: Phrases
    per: Phrases
    about: Phrases
    over: Phrases
    under: Phrases
    over_after: Phrases
    to: Phrases
    between: Phrases
    classifiers: Phrases
    labels: Phrases
    clock: Phrases
    clock_after: Phrases
    years: Phrases
    ages: Phrases
    ordinals: frozenset[str]
    prepositions: frozenset[str]
    """Words that begin something else behind a number."""
    adjectives: bool
    """Whether adjectives stand between a number and its noun."""


@cache
def measures(language: str) -> Measures:
    """The words of a language about figures."""
    data = load(language).numbers
    groups = {**data.units, **data.currencies}
    short = {form: code for code, forms in data.currencies.items() for form in forms if len(form) < 4 or form.isupper()}
    words = "|".join(sorted(map(re.escape, short), key=len, reverse=True))
    written = rf"(?<!\w)(?P<code>{words})\.?|" if words else ""
    signs = "".join(sign for sign in SIGNS if len(sign) == 1 and sign not in "%٪‰")
    return Measures(
        units=numbered(groups.values()),
        names=tuple(groups),
        duals=numbered(data.duals.values()),
        pairs=tuple(data.duals),
        known=frozenset((*groups, *SIGNS.values(), *SYMBOLS.values(), *DOLLARS.values())),
        money=re.compile(rf"(?:{written}(?P<letters>[A-Z]{{0,2}})(?P<sign>[{re.escape(signs)}]))\s?$", re.IGNORECASE),
        codes={fold(form): code for form, code in short.items()},
        percent=numbered([data.percent]),
        per=numbered([data.per]),
        about=numbered([data.about]),
        over=numbered([data.over]),
        under=numbered([data.under]),
        over_after=numbered([data.over_after]),
        to=numbered([data.to]),
        between=numbered([data.between]),
        classifiers=numbered([data.classifiers]),
        labels=numbered([data.labels]),
        clock=numbered([data.clock]),
        clock_after=numbered([data.clock_after]),
        years=numbered([data.years]),
        ages=numbered([data.ages]),
        ordinals=frozenset(fold(ending) for ending in data.ordinals),
        prepositions=frozenset(fold(word) for word in load(language).people.prepositions),
        adjectives=data.adjectives,
    )


def money_before(words: Measures, text: str, start: int) -> tuple[str, int] | None:
    """The currency whose sign or short form stands right before a figure, and where it begins."""
    begin = max(0, start - 8)
    match = words.money.search(text[begin:start])
    if match is None:
        return None
    groups = match.groupdict()
    code = words.codes.get(fold(groups["code"])) if groups.get("code") else None
    if code is None and groups["sign"]:
        code = DOLLARS.get(groups["letters"].upper(), "USD") if groups["sign"] == "$" else SIGNS[groups["sign"]]
    return (code, begin + match.start()) if code else None


def bound_before(words: Measures, folded: Sequence[str], first: int) -> str:
    """Whether the words before one make its figure no exact one: about, over or under; the longest phrase counts."""
    kinds = {"about": words.about, "over": words.over, "under": words.under}
    sizes = {kind: find_before(phrases, folded, first)[1] for kind, phrases in kinds.items()}
    kind = max(sizes, key=lambda one: sizes[one])
    return kind if sizes[kind] else ""
