"""What a page shows and a reader of it leaves out, put on record in its place."""

from __future__ import annotations

from collections.abc import Iterator

from articles.records import Removal

REASON = "furniture"
_BEGINNING = 20
"""Letters by which the beginning of a paragraph is known."""
_AHEAD = 400
"""Lines of the page in which a line of the text is looked for."""


def left_out(text: str, page: str) -> tuple[Removal, ...]:
    """The lines of a page that are not in the text taken from it; `at` is the offset in the text before which they
    stood. A line of the text that the page shows in another form takes nothing from the page."""
    return tuple(
        Removal(at, "".join(f"{line}\n" for line in lines), REASON) for at, lines in _gaps(text, page) if lines
    )


def _gaps(text: str, page: str) -> Iterator[tuple[int, list[str]]]:
    """Before each line of the text, and behind the last: the lines that the page shows there besides."""
    shown = [line for line in page.split("\n") if line.strip()]
    squeezed = ["".join(line.split()) for line in shown]
    position = at = 0
    for line in text.split("\n"):
        wanted = "".join(line.split())
        first = _find(wanted, squeezed, at) if wanted else None
        if first is not None:
            yield position, shown[at:first]
            at = first + 1
            # The page may break a paragraph of the text into several lines.
            while squeezed[first] != wanted and at < len(shown) and squeezed[at] in wanted:
                at += 1
        position += len(line) + 1
    yield len(text), shown[at:]


def _find(wanted: str, squeezed: list[str], at: int) -> int | None:
    """The next line of the page that holds a line of the text, or that it begins with."""
    ahead = range(at, min(at + _AHEAD, len(squeezed)))
    whole = next((n for n in ahead if wanted in squeezed[n]), None)
    if whole is not None:
        return whole
    return next((n for n in ahead if len(squeezed[n]) >= _BEGINNING and wanted.startswith(squeezed[n])), None)
