"""How right the articles are that come out of scraped pages: fields, both ends of the body, litter, quotes.

The pages of tests/corpus/pages are written line by line with a mark: `@ half; outlet; author; day` opens a page,
`# ` is its title, `> ` its body, `- ` everything else; ¦ parts the body from what follows it on its line. The code was
made with the half called `tuned` at hand; the half called `held` was only ever measured.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from articles.importing import read
from articles.records import ImportedDocument, UnreadableFile
from articles.text.normalising import normalise
from tests.measures.gold import DEMO, SHIPPED, TESTS

PAGES = TESTS / "corpus" / "pages"
TARGETS: dict[str, float] = {
    **{"language": 100, "title": 95, "outlet": 90, "published": 95, "author": 90},
    **{"first words": 90, "last words": 90, "litter gone": 97, "quotes kept": 100},
}
"""Per cent; of litter at most 3 may be left."""
_QUOTED = re.compile('[“„«"]([^“”„«»"]{12,})[”“»"]')
_WORDS = 5


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A raw page and what a reader takes from it. `litter` are strings that must not be in the text, those of up to three
    words as lines of their own."""

    name: str
    raw: bytes
    language: str
    title: str
    outlets: tuple[str, ...]
    """The names that are right, with and without its kind."""
    author: str
    published: str
    first: str
    last: str
    litter: tuple[str, ...]
    quotes: tuple[str, ...]
    half: str = ""


@dataclass(slots=True)
class Tally:
    """How often each figure was asked and right, and what was wrong."""

    asked: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, page: str, figure: str, right: bool, what: str) -> None:
        self.asked[figure] = self.asked.get(figure, 0) + 1
        self.right[figure] = self.right.get(figure, 0) + right
        if not right:
            self.errors.append(f"{page}: {figure.upper()} {what}")

    def figures(self) -> dict[str, float]:
        return {name: round(100 * self.right[name] / self.asked[name], 1) for name in TARGETS if name in self.asked}


def corpus(gold: Path = SHIPPED, files: Path = DEMO) -> Iterator[GoldPage]:
    """The pages of a corpus in the manner of the shipped one."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        yield GoldPage(
            one["file"],
            (files / one["file"]).read_bytes(),
            one["lang"],
            _normal(one["title"]),
            (_normal(one["source"]),),
            _normal(one["author"]),
            one["published"] or "",
            _normal(one["body_first_words"]),
            _normal(one["body_last_words"]),
            tuple(map(_normal, one["boilerplate_strings"])),
            tuple(_normal(quote["text"]) for quote in one["quotes"]),
        )


def written(half: str = "", folder: Path = PAGES) -> Iterator[GoldPage]:
    """The marked pages: one half of them, or all."""
    for path in sorted(folder.glob("*.txt")):
        for number, page in enumerate(re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:], 1):
            one = _marked(f"{path.stem}-{number}", path.stem, page)
            if half in ("", one.half):
                yield one


def measured(pages: Iterable[GoldPage]) -> Tally:
    tally = Tally()
    for page in pages:
        _compare(tally, page, article(page))
    return tally


def article(page: GoldPage) -> ImportedDocument:
    """What the import makes of a page; an empty article of one that it refuses."""
    try:
        return read(f"{page.name.removesuffix('.txt')}.txt", page.raw)[0]
    except UnreadableFile:
        return ImportedDocument(page.name, 0, "", "")


def by_language(pages: Iterable[GoldPage]) -> dict[str, Tally]:
    found: dict[str, list[GoldPage]] = {}
    for page in pages:
        found.setdefault(page.language, []).append(page)
    return {code: measured(found[code]) for code in sorted(found)}


def together(found: Mapping[str, Tally]) -> Tally:
    """The tallies of several languages as one."""
    whole = Tally()
    for tally in found.values():
        for figure, asked in tally.asked.items():
            whole.asked[figure] = whole.asked.get(figure, 0) + asked
            whole.right[figure] = whole.right.get(figure, 0) + tally.right[figure]
        whole.errors += tally.errors
    return whole


def _compare(tally: Tally, page: GoldPage, found: ImportedDocument) -> None:
    day = found.published.isoformat() if found.published else ""
    pairs = [
        ("language", found.language, page.language),
        ("title", found.title, page.title),
        ("published", day, page.published),
        ("author", found.author, page.author),
    ]
    for figure, got, wanted in pairs:
        tally.add(page.name, figure, got == wanted, _told(got, wanted))
    tally.add(page.name, "outlet", found.outlet in page.outlets, _told(found.outlet, page.outlets[0]))
    start, end = found.text[: len(page.first) + 20], found.text[-len(page.last) - 20 :]
    tally.add(page.name, "first words", found.text.startswith(page.first), _told(start, page.first))
    tally.add(page.name, "last words", found.text.endswith(page.last), _told(end, page.last))
    for one in page.litter:
        inside = one in (found.text if one.count(" ") > 2 else found.text.split("\n"))
        tally.add(page.name, "litter gone", not inside, one)
    for one in page.quotes:
        tally.add(page.name, "quotes kept", one in found.text, one)


def _told(got: str, wanted: str) -> str:
    return f"{got!r}, not {wanted!r}"


def _marked(name: str, language: str, page: str) -> GoldPage:
    head, _, rest = page.partition("\n")
    half, outlet, author, day = (part.strip() for part in head.split(";"))
    lines = [(line[:1], line[2:]) for line in rest.split("\n")]
    body = [line.split("¦")[0] for mark, line in lines if mark == ">" and line.strip()]
    after = [line.split("¦")[1].strip() for _, line in lines if "¦" in line]
    return GoldPage(
        name,
        "\n".join(line.replace("¦", "") for _, line in lines).encode(),
        language,
        next((line for mark, line in lines if mark == "#"), ""),
        tuple(one.strip() for one in outlet.split("/")),
        author,
        day,
        " ".join(body[0].split(" ")[:_WORDS]),
        " ".join(body[-1].split(" ")[-_WORDS:]),
        tuple(line for mark, line in lines if mark == "-" and line.strip()) + tuple(after),
        tuple(body) + tuple(match[1] for line in body for match in _QUOTED.finditer(line)),
        half,
    )


def _normal(text: str | None) -> str:
    return normalise(text or "").text
