"""The figures and dates of claims as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from articles.records import Figure, NamedDate


def figures(found: Iterable[Figure]) -> list[dict[str, Any]]:
    """Each figure with its words, its value as a number, the upper end of a range, unit and bound; see `Figure`."""
    return [
        {
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "value": number(one.value),
            "to": None if one.to is None else number(one.to),
            "unit": one.unit or None,
            "bound": one.bound or None,
        }
        for one in found
    ]


def dates(found: Iterable[NamedDate]) -> list[dict[str, Any]]:
    """Each date with its words and its first and last day, both ISO."""
    return [
        {
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "first": one.first.isoformat(),
            "last": one.last.isoformat(),
        }
        for one in found
    ]


def written(fact: dict[str, Any]) -> str:
    """One of these as a spreadsheet has it: "over 300 person", "10–15 %", "2026-06-09", "2026-10-01/2026-10-31"."""
    if "first" in fact:
        return str(fact["first"]) if fact["first"] == fact["last"] else f"{fact['first']}/{fact['last']}"
    value = fact["value"] if fact["to"] is None else f"{fact['value']}–{fact['to']}"
    return " ".join(str(part) for part in (fact["bound"], value, fact["unit"]) if part is not None)


def number(value: Decimal) -> int | float:
    """A whole number as one."""
    return int(value) if value == value.to_integral_value() else float(value)
