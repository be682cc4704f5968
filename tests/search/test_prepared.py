"""The shipped glossary is made once and read from disk afterwards; a damaged file is made anew."""

import pytest

from articles.languages.glossary import Concept
from articles.search import prepared as module
from articles.search.prepared import prepared
from articles.text.concepts import Glossary
from articles.text.shipped import Shipped

TRUCE = Concept("truce", "defence", {"en": ("truce", "cease-fire"), "id": ("gencatan senjata",)})
HARBOUR = Concept("harbour", "cities", {"": ("Oldport",), "ru": ("Олдпорт",)})


@pytest.fixture
def taken():
    """What comparing uses in place of its own."""
    return []


@pytest.fixture
def made(monkeypatch, taken):
    """What was made, each time that it was."""
    times = []

    def make():
        times.append(Glossary([HARBOUR], Glossary([TRUCE])))
        return Shipped(times[-1], Glossary([]), {})

    monkeypatch.setattr(module, "shipped", make)
    monkeypatch.setattr(module, "take", taken.append)
    return times


def answers(glossary):
    return [glossary.meanings(typed.split()) for typed in ("truces", "gencatan senjata", "Олдпорта", "nothing")]


def test_it_is_made_once_and_read_the_next_time(made, taken, tmp_path):
    first, second = prepared(tmp_path / "glossary"), prepared(tmp_path / "glossary")
    assert len(made) == 1 and second is not first
    assert answers(first) == answers(second)
    assert second.concepts == {"truce": TRUCE, "harbour": HARBOUR}
    assert [one.known for one in taken] == [second]


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-9], lambda data: data[:99] + bytes(len(data))]
)
def test_a_damaged_file_is_made_anew_and_never_unpickled(damage, made, tmp_path):
    prepared(tmp_path)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert answers(prepared(tmp_path)) == answers(made[0])
    assert len(made) == 2 and path.read_bytes() == whole


def test_another_version_makes_another_and_drops_the_first(made, tmp_path, monkeypatch):
    prepared(tmp_path)
    before = list(tmp_path.iterdir())
    monkeypatch.setattr(module, "words_version", lambda: "new")
    prepared(tmp_path)
    assert len(made) == 2 and [path.name for path in tmp_path.iterdir()] == ["new.pickle"] != before


def test_where_nothing_can_be_written_it_is_made_all_the_same(made, tmp_path, caplog):
    (tmp_path / "glossary").write_text("no folder")
    assert answers(prepared(tmp_path / "glossary"))[0]
    assert "could not be kept" in caplog.text
