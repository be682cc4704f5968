"""The house rules that a machine can check."""

import re
from dataclasses import fields, is_dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.languages import Language

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CODE = [path for room in ("articles", "newsdesk", "tests") for path in (ROOT / room).rglob("*.py")]
PAGES = [
    path
    for folder in ("templates", "static")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".html", ".css", ".js")
]


@pytest.mark.django_db
def test_every_model_change_has_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_every_command_is_documented() -> None:
    commands = [path.stem for path in ROOT.glob("articles/management/commands/[a-z]*.py")]
    missing = [command for command in commands if command not in README.read_text(encoding="utf-8")]
    assert commands and not missing


def test_every_setting_is_documented() -> None:
    settings = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "newsdesk/settings.py").read_text(encoding="utf-8")))
    settings.add("DATABASE_URL")
    missing = [name for name in settings if name not in README.read_text(encoding="utf-8")]
    assert len(settings) > 5 and not missing


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_asks_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.findall(
        r"""(?:src|href|action)=["'](?:https?:)?//|url\(["']?(?:https?:)?//|@import|fetch\(["']http""", text
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_needs_an_unsafe_policy(path: Path) -> None:
    if path.suffix == ".html":
        assert not re.findall(
            r"""\s(?:style|on(?:click|load|error|change|input|submit|focus|blur|key\w+|mouse\w+)|hx-on[:\w-]*)=|<script(?![^>]*\ssrc=)|<style""",
            path.read_text(encoding="utf-8"),
        )


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_one_subject(path: Path) -> None:
    assert path.parent.name == "migrations" or len(path.read_text(encoding="utf-8").splitlines()) <= 320


def test_nothing_is_silenced() -> None:
    silenced = re.compile(r"#\s*(?:noqa|type:\s*ignore)")
    assert not [path for path in CODE if silenced.search(path.read_text(encoding="utf-8"))]


def test_every_section_of_a_language_file_is_documented() -> None:
    guide = (ROOT / "docs/languages.md").read_text(encoding="utf-8")
    sections = [field.name for field in fields(Language) if is_dataclass(field.default_factory)]
    assert sections and not [name for name in sections if f"`[{name}]`" not in guide]
