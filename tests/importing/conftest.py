"""The confined child, one for all tests of files that could do harm."""

import pytest

from articles.importing import Confined
from articles.records import Flaw, UnreadableFile

PARTS = "articles.importing.reading.parts"


@pytest.fixture(scope="session")
def child():
    with Confined() as confined:
        yield confined


@pytest.fixture
def refusal(child):
    """The reason why the child refuses a file, before it hands on anything of it."""

    def refused(name, data):
        found = []
        with pytest.raises(UnreadableFile) as refusal:
            found.extend(child.call(PARTS, name, data))
        assert not [piece for piece in found if not isinstance(piece, Flaw)], "something came before the refusal"
        message = str(refusal.value)
        assert message.startswith(f"{name}: ")
        return message

    return refused
