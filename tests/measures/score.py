"""`make score`: how right the articles and the findings are, against the targets, on every set at hand.

Real news and the larger corpus lie beside the checkout; without them only the shipped texts are scored, and it says so.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.measures import forms, joining, pages, realnews
from tests.measures.gold import (
    DEMO,
    HELD_EVENTS,
    SHIPPED,
    TUNED_EVENTS,
    GoldArticle,
    events,
    imported,
    shipped,
    written,
)
from tests.measures.recorded import LINKS, SCORES, changes, record, recorded, today
from tests.measures.scoring import TARGETS, by_language

_CELL = 14
LINK_TARGETS = {key: {name: goal for name, goal in joining.TARGETS.items() if goal} for key in (*LINKS, "larger")}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make score", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the larger sets lie")
    parser.add_argument("--errors", action="store_true", help="name every miss, extra and wrong speaker in the corpus")
    parser.add_argument("--record", action="store_true", help=f"write today's scores to {SCORES.name}")
    parser.add_argument("languages", nargs="*", help="codes of languages; all without any")
    options = parser.parse_args()
    if options.record:
        _record()
        return
    larger = options.shared / "corpus"
    _forms(options.languages)
    _imports(larger, options)
    _real_news(options.shared / "evaluation", options.languages)
    if (larger / "gold.jsonl").exists():
        articles = imported(larger / "gold.jsonl", larger / "articles")
        _corpus(f"Corpus of {larger}", articles, options)
    else:
        print(f"There is no corpus in {larger}: the one that comes with the code is scored.\n")
        _corpus("Corpus of tests/corpus", shipped(), options)
    _corpus("Texts of tests/gold", written(), options)
    _corpus("Events 3-5", events(TUNED_EVENTS), options)
    _corpus("Event 6 (held out)", events(HELD_EVENTS), options, tell=False)
    if not options.languages:
        _links(larger, options)
        fell, rose = changes(recorded(), today())
        print("\n".join([*(f"FELL {line}" for line in fell), *(f"rose {line}" for line in rose)]) or "As recorded.")
        if rose and not fell:
            print("Keep what rose: make record")


def _record() -> None:
    figures = today()
    fell, rose = changes(recorded() if SCORES.exists() else {}, figures)
    record(figures)
    print("\n".join([*(f"FELL {line}" for line in fell), *(f"rose {line}" for line in rose), f"{SCORES} is written."]))


def _forms(languages: list[str]) -> None:
    """Which forms of a typed word a text is found by, on the pairs of tests/text/forms."""
    codes = [code for code in forms.LANGUAGES if not languages or code in languages]
    for half in ("", *forms.FIRST):
        known = [pair for pair in forms.pairs(half) if pair.language in codes]
        if known:
            by_code = {code: forms.forms(pair for pair in known if pair.language == code) for code in codes}
            figures = by_code | {"all": forms.forms(known)}
            _table(f"Forms of typed words {half}".rstrip(), tuple(forms.TARGETS), figures, {"all": forms.TARGETS})


def _imports(larger: Path, options: argparse.Namespace) -> None:
    """What becomes of raw files, on the shipped corpus, the larger one and the pages of tests/corpus/pages."""
    gold = larger / "gold.jsonl"
    same = gold.exists() and _is_shipped(larger)
    title = "Articles of tests/corpus"
    _articles(f"{title}; {larger} holds the same files" if same else title, pages.corpus(), options)
    if gold.exists() and not same:
        _articles(f"Articles of {larger}", pages.corpus(gold, larger / "articles"), options)
    for half, known in (("tuned", "that the code was made with"), ("held", "that were only measured")):
        _articles(f"Scraped pages {known}", pages.written(half), options)


def _is_shipped(larger: Path) -> bool:
    """Whether a corpus is the shipped one, byte for byte."""
    files = {path.name: path.read_bytes() for path in (larger / "articles").iterdir()}
    shipped_files = {path.name: path.read_bytes() for path in DEMO.glob("*.txt")}
    return (larger / "gold.jsonl").read_bytes() == SHIPPED.read_bytes() and files == shipped_files


def _articles(title: str, raw: Iterable[pages.GoldPage], options: argparse.Namespace) -> None:
    wanted = options.languages
    found = pages.by_language(one for one in raw if not wanted or one.language in wanted)
    if not found:
        return
    figures = {code: tally.figures() for code, tally in found.items()} | {"all": pages.together(found).figures()}
    _table(title, tuple(pages.TARGETS), figures, dict.fromkeys(figures, pages.TARGETS))
    if options.errors:
        print("".join(f"    {error}\n" for tally in found.values() for error in tally.errors))


def _real_news(folder: Path, languages: list[str]) -> None:
    if not (folder / "score_quotes.py").exists():
        print(f"There is no real news in {folder}: its tables are left out.\n")
        return
    codes = [code for code in realnews.SETS if not languages or code in languages]
    found = {code: realnews.figures(folder, code) for code in codes}
    _table(f"Real news of {folder} (spans alike by half)", realnews.NAMES, found, realnews.TARGETS)
    for code in codes:
        systems = realnews.PUBLIC[code]
        print(f"Public systems on the test half of the same set, {code}")
        for name, figures in systems.items():
            beaten = (
                f"{figure} {value:.1f} {_sign(found[code][figure] > value)}"
                for figure, value in figures.items()
                if figure in found[code]
            )
            print(f"  {name}: {', '.join(beaten)}")
        print()


def _corpus(title: str, articles: Iterable[GoldArticle], options: argparse.Namespace, tell: bool = True) -> None:
    """The scores of articles with gold; `tell`: errors are named where asked for, which nobody may see of a held set."""
    wanted = options.languages
    scores = by_language(one for one in articles if not wanted or one.language in wanted)
    if not scores:
        return
    targets = {code: {name: goal for name, goal in TARGETS.items() if goal} for code in scores}
    _table(title, tuple(TARGETS), {code: score.figures() for code, score in scores.items()}, targets)
    for code, score in scores.items():
        counts = score.counts
        parts = (
            f"{kind} P {100 * score.precision(kind):.1f} R {100 * score.recall(kind):.1f} n={counts[f'{kind} gold']}"
            for kind in ("direct", "indirect")
        )
        print(f"  {code}: {', '.join(parts)}, not quotes n={counts['left out gold']}")
        if options.errors and tell:
            print("".join(f"    {error}\n" for error in score.errors), end="")
    print()


def _links(larger: Path, options: argparse.Namespace) -> None:
    """Links proposed among the statements found in raw files, and the conflicts that they come with."""
    known = {name: found() for name, found in LINKS.items()}
    if (larger / "links.jsonl").exists() and not _is_shipped(larger):
        known["larger"] = joining.linked(larger / "gold.jsonl", larger / "articles", larger / "links.jsonl")
    _table("Links", tuple(joining.TARGETS), {name: joining.figures(one) for name, one in known.items()}, LINK_TARGETS)
    if options.errors:
        print(
            "".join(
                f"    {error}\n" for name, one in known.items() if name != "held out" for error in joining.errors(one)
            )
        )


def _table(
    title: str,
    names: Iterable[str],
    found: Mapping[str, Mapping[str, float]],
    targets: Mapping[str, Mapping[str, float]],
) -> None:
    """A line for each figure, a column for each language: the figure, what it should reach, and whether it does."""
    width = max(map(len, names)) + 2
    print(title)
    print(" " * width + "".join(f"{code:<{_CELL}}" for code in found))
    for name in names:
        cells = []
        for code, figures in found.items():
            value, target = figures.get(name), targets.get(code, {}).get(name)
            cell = "" if value is None else f"{value:.1f}"
            if value is not None and target is not None:
                cell += f" / {target:g} {_sign(round(value, 1) >= target)}"
            cells.append(f"{cell:<{_CELL}}")
        print(f"{name:<{width}}{''.join(cells)}".rstrip())
    print()


def _sign(reached: bool) -> str:
    return "✓" if reached else "✗"


if __name__ == "__main__":
    main()
