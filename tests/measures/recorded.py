"""The scores that may not fall, kept in one small file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from tests.measures import joining, pages
from tests.measures.gold import HELD_EVENTS, TESTS, TUNED_EVENTS, shipped, written
from tests.measures.scoring import by_language

SCORES = TESTS / "corpus" / "scores.json"
SETS = {"corpus": shipped, "gold": written}
"""The shipped articles, and the texts of tests/gold."""
PAGES: dict[str, Callable[[], Iterator[pages.GoldPage]]] = {
    "import corpus": pages.corpus,
    "import tuned": partial(pages.written, "tuned"),
    "import held": partial(pages.written, "held"),
}
"""Raw files of which the import makes articles: the shipped ones, and both halves of tests/corpus/pages."""

LINKS: dict[str, Callable[[], joining.Linked]] = {
    "corpus": joining.corpus,
    "events": partial(joining.events, TUNED_EVENTS),
    "held out": partial(joining.events, HELD_EVENTS),
}
"""Articles among which links are proposed."""

Figures = dict[str, dict[str, dict[str, float]]]
"""Per cent by set, language and figure."""


def today() -> Figures:
    """What analysis and import score now."""
    findings = {
        name: {code: score.figures() for code, score in by_language(articles()).items()}
        for name, articles in SETS.items()
    }
    imports = {
        name: {code: tally.figures() for code, tally in pages.by_language(raw()).items()} for name, raw in PAGES.items()
    }
    links = {name: joining.figures(known()) for name, known in LINKS.items()}
    return findings | imports | {"links": links}


def recorded() -> Figures:
    found: Figures = json.loads(SCORES.read_text(encoding="utf-8"))
    return found


def record(figures: Figures) -> None:
    rows = []
    for name, languages in figures.items():
        lines = ",\n".join(f'    "{code}": {json.dumps(one)}' for code, one in languages.items())
        rows.append(f'  "{name}": {{\n{lines}\n  }}' if lines else f'  "{name}": {{}}')
    SCORES.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def changes(before: Figures, after: Figures) -> tuple[list[str], list[str]]:
    """What fell and what rose, a line for each figure. A figure that is gone has fallen to nothing."""
    fell, rose = [], []
    for name, languages in {**after, **before}.items():
        for code, figures in {**after.get(name, {}), **languages}.items():
            for figure in figures:
                old = before.get(name, {}).get(code, {}).get(figure, 0.0)
                new = after.get(name, {}).get(code, {}).get(figure, 0.0)
                line = f"{name} {code}: {figure} {old} -> {new}"
                if new < old:
                    fell.append(line)
                elif new > old:
                    rose.append(line)
    return fell, rose
