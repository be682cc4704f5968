"""Every note has its words, and the help tells of every field."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from articles.search import Note, parse
from articles.search.asking.fields import FIELDS

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = [path.read_text(encoding="utf-8") for path in (ROOT / "articles/search/asking").glob("*.py")]
CODES = sorted({code for text in SOURCES for code in re.findall(r'(?:Note\(|(?=["](?:star|tilde)_))"([a-z_]+)"', text)})


assert len(CODES) > 15, "the codes are looked for where they are"


def shown(note: Note) -> str:
    page = render_to_string("search/note.html", {"note": note})
    return " ".join(re.sub("<[^>]*>", "", page).split())


@pytest.mark.parametrize("code", CODES)
def test_every_note_has_words(code: str) -> None:
    assert len(shown(Note(code, "typed"))) > 20


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ai*", "at least three letters before it: ai*. Understood as ai."),
        ("gel*bang", "gel*bang. Understood as gel*."),
        ("titel:air", "There is no field titel:, so it was searched for as a word. Did you mean title:?"),
        ("title:(air said:laut)", "said: cannot stand inside title:; its words were searched for in title:."),
        ("air date:kemarin", "kemarin is no date and was left out."),
        ("speaker:Rah*", "without a star or a tilde: speaker:Rah*. Understood as speaker:Rah."),
    ],
)
def test_a_note_says_what_was_understood(typed: str, words: str) -> None:
    (note,) = parse(typed).notes
    assert words in shown(note)


def test_what_was_typed_stays_inert() -> None:
    assert "<img" not in render_to_string("search/note.html", {"note": Note("bad_date", "<img src=x>", "<img src=x>")})


def test_help_and_documentation_tell_of_every_field_in_queries_that_are_understood() -> None:
    page = render_to_string("search/help.html")
    guide = (ROOT / "docs/search.md").read_text(encoding="utf-8")
    examples = [text.replace("&quot;", '"') for text in re.findall("<kbd>(.*?)</kbd>", page)]
    for query in (*examples, *re.findall(r"^\| `([^`]+)` \|", guide, re.MULTILINE)):
        assert parse(query.replace("\\|", "|")).notes == (), query
    for names in FIELDS.values():
        assert f"{names[0]}:" in page
        assert not [name for name in names if f"`{name}:`" not in guide]
