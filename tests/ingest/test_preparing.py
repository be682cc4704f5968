"""Files read in a child, ahead of their rows: what every call carries, and what the child was told once."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.importing import Call, Confined
from articles.ingest.preparing import Job, Reader
from articles.records import Recipe
from tests.ingest.test_again import LITTER, PAGE

MANY = (
    *(Recipe(f"Harian {n}", litter=tuple(f"Baris litter nomor {n} {k} yang panjang" for k in range(40))) for n in range(200)),
    Recipe("Kabar Dermaga", litter=(LITTER,)),
)  # fmt: skip


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    found = Reader()
    yield found
    found._child.close()


def test_a_child_is_told_many_recipes_once_and_each_call_fits_its_pipe(
    reading: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    send = Confined.send

    def measured(child: Confined, call: Call) -> None:
        sizes.append(len(pickle.dumps(call)))
        send(child, call)

    monkeypatch.setattr(Confined, "send", measured)
    path = tmp_path / "kabar.txt"
    path.write_text(PAGE, encoding="utf-8")
    assert len(pickle.dumps(MANY)) > 100_000
    reading.learn(MANY)
    for _ in range(8):
        reading.send(Job("kabar.txt", path))
    read = [reading.prepare() for _ in range(4)]
    # What was sent ahead is dropped with its child; the next child knows the recipes, too.
    reading.forget()
    reading.send(Job("kabar.txt", path))
    read.append(reading.prepare())
    assert [LITTER in found.documents[0][0].text for found in read] == [False] * 5
    assert max(sizes) < 4096
    reading.learn(())
    reading.send(Job("kabar.txt", path))
    assert LITTER in reading.prepare().documents[0][0].text
