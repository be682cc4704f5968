"""Who may import whom: the table of the design, read off every import in the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parent.parent / "articles"
PURE = {"records", "languages", "text", "importing", "analysis", "linking", "exporting"}
MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "languages": {"records"},
    "text": {"records", "languages"},
    "importing": {"records", "languages", "text"},
    "analysis": {"records", "languages", "text"},
    "linking": {"records", "languages", "text"},
    "exporting": {"records", "languages", "text"},
    "models": {"records"},
    "search": {"records", "languages", "text", "models"},
    "ingest": PURE | {"models", "search", "dossiers"},
    "editing": {"records", "linking", "models", "search", "dossiers"},
    "dossiers": {"records", "languages", "text", "linking", "models", "search"},
    "safekeeping": {"models", "search"},
    "tasks": {"ingest", "editing", "search", "models"},
    "forms": {"models", "search"},
    "templatetags": {"records", "text"},
    "views": {"records", "models", "search", "ingest", "editing", "dossiers", "tasks", "forms", "exporting"},
    "management": {
        "records",
        "models",
        "search",
        "ingest",
        "tasks",
        "exporting",
        "importing",
        "analysis",
        "dossiers",
        "safekeeping",
    },
    # Django's own entrances to the app.
    "urls": {"views"},
    "admin": {"models"},
    "apps": set(),
    "migrations": {"models"},
}


def part_of(path: Path) -> str:
    """The room that a file belongs to: the package or module right under articles/."""
    return path.relative_to(APP).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, `from a import b` as a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


FILES = sorted(path for path in APP.rglob("*.py") if path != APP / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(APP)))
def test_a_room_imports_only_what_the_table_allows(path: Path) -> None:
    room = part_of(path)
    assert room in MAY_IMPORT, f"{room} is no room of the house: add it to the design first"
    for name in imports(path):
        if name.startswith("articles."):
            target = name.split(".")[1]
            assert target == room or target in MAY_IMPORT[room], f"{room} may not import {target}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(APP)))
def test_pure_rooms_do_not_know_django(path: Path) -> None:
    if part_of(path) in PURE:
        assert not [name for name in imports(path) if name.split(".")[0] == "django"]


ANALYSIS = ("reading", "people", "speech", "setting", "facts")
"""The rooms inside of analysis; each may import those before it, and the last two do not know each other."""


@pytest.mark.parametrize("path", sorted((APP / "analysis").glob("*/*.py")), ids=lambda path: str(path.relative_to(APP)))
def test_data_flows_one_way_through_analysis(path: Path) -> None:
    room = ANALYSIS.index(path.parent.name)
    for name in imports(path):
        target = name.split(".")[2] if name.startswith("articles.analysis.") else ""
        if target in ANALYSIS and target != path.parent.name:
            assert ANALYSIS.index(target) < room and {target, path.parent.name} != {"setting", "facts"}


def test_only_the_modules_named_for_it_know_whoosh() -> None:
    knowing = {path.relative_to(APP) for path in FILES if any(name.split(".")[0] == "whoosh" for name in imports(path))}
    named = {path.relative_to(APP) for path in (APP / "search").glob("whoosh_*.py")}
    assert knowing and knowing <= named


def test_only_ingest_joins_importing_and_analysis_with_models() -> None:
    for path in FILES:
        rooms = {name.split(".")[1] for name in imports(path) if name.startswith("articles.")}
        if {"importing", "models"} <= rooms or {"analysis", "models"} <= rooms:
            assert part_of(path) == "ingest"
