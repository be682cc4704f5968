"""English is written in the code; every word of it that a page may show stands in Indonesian too."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED = [code for code, _ in settings.LANGUAGES if code != "en"]
CODE = [path for room in ("articles", "newsdesk") for path in (ROOT / room).rglob("*.py")]
PAGES = [*(ROOT / "templates").rglob("*.html")]
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\(\w+\)\w|%%|%\w|</?\w+[^>]*>")
NOT_READ = re.compile(
    r"{% comment %}.*?{% endcomment %}|{% blocktranslate.*?{% endblocktranslate %}|<kbd.*?</kbd>|{%.*?%}|{{.*?}}|&\w+;",
    re.S,
)
"""What of a template is no text of its own: remarks, what is translated or computed, the names of keys."""
READ_OUT = re.compile(r'\b(?:title|alt|placeholder|aria-label|data-(?:label|nothing|failed|unreachable))="([^"]*)"')
MARKUP = re.compile(r"<[^>]*>", re.S)
WORD = re.compile(r"[^\W\d_]{2,}")
Key = tuple[str | None, str]


def source(path: Path) -> bytes:
    """A file as Python that calls gettext: a template becomes such, each line beginning at the margin."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    return text.encode()


def used() -> set[Key]:
    """The messages that code and pages ask for, by context and (singular) text."""
    found: set[Key] = set()
    for path in (*CODE, *PAGES):
        for _line, message, _comments, context in extract("python", BytesIO(source(path)), keywords=KEYWORDS):
            found.add((context, message[0] if isinstance(message, tuple) else message))
    return found


def folder(code: str) -> Path:
    return ROOT / "newsdesk" / "locale" / code / "LC_MESSAGES"


def catalog(code: str) -> Catalog:
    with (folder(code) / "django.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def singular(message: Message) -> str:
    return message.id[0] if isinstance(message.id, list | tuple) else message.id


def forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string,)


def strings(catalog: Catalog) -> dict[Key, tuple[str, ...]]:
    return {(message.context, singular(message)): forms(message) for message in catalog if message.id}


@pytest.fixture(scope="module")
def messages() -> set[Key]:
    return used()


def test_the_search_for_messages_finds_each_kind(messages: set[Key]) -> None:
    assert {
        (None, "Search articles and quotes"),
        (None, "%(shown)s article"),
        (None, "Somebody else has changed this meanwhile. Look at what it is now, then decide again."),
        (None, "published %(days)s day apart"),
        ("of an account", "role"),
        ("verb", "Link"),
    } <= messages


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_has_no_words_that_are_not_marked_for_translation(path: Path) -> None:
    text = NOT_READ.sub(" ", path.read_text(encoding="utf-8"))
    said = [MARKUP.sub(" ", text), *READ_OUT.findall(text)]
    assert {word for passage in said for word in WORD.findall(passage)} <= {"Newsdesk"}


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated(code: str, messages: set[Key]) -> None:
    known = strings(catalog(code))
    missing = sorted(text for context, text in messages if not all(known.get((context, text), ("",))))
    assert not missing, f"Run `make messages` and translate in {folder(code) / 'django.po'}: {missing}"


@pytest.mark.parametrize("code", TRANSLATED)
def test_nothing_is_fuzzy_obsolete_or_no_longer_used(code: str, messages: set[Key]) -> None:
    found = catalog(code)
    assert not [message.id for message in found if message.id and message.fuzzy]
    assert not found.obsolete
    assert not set(strings(found)) - messages


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_and_tags_agree(code: str) -> None:
    wrong = [
        message.id
        for message in catalog(code)
        if message.id
        for form in forms(message)
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(singular(message)))
    ]
    assert not wrong


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_sentence_ends_as_the_original_does(code: str) -> None:
    wrong = [
        message.id
        for message in catalog(code)
        if message.id
        for form in forms(message)
        if re.findall(r"[.?:…]$", form) != re.findall(r"[.?:…]$", singular(message))
    ]
    assert not wrong


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_served_is_what_was_written(code: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalog(code))
    compiled.seek(0)
    with (folder(code) / "django.mo").open("rb") as file:
        served = strings(read_mo(file))
    assert served == strings(read_mo(compiled)), "The translations were not compiled: run `make messages`"
