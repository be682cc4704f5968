"""A stand-in for the confined child that works in this process: a fork of a test need not start a child of its own."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from articles.importing import Call, reading
from articles.ingest.preparing import Reader
from articles.records import ImportedDocument


class Unconfined:
    has_room = is_ready = True

    def __init__(self) -> None:
        self._sent: deque[Call] = deque()

    @property
    def ahead(self) -> int:
        return len(self._sent)

    def send(self, call: Call) -> None:
        self._sent.append(call)

    def receive(self) -> Iterator[Any]:
        from articles.analysis import analyse

        call = self._sent.popleft()
        for value in reading.parts_of_file(*call.arguments, **call.named):
            yield value
            if isinstance(value, ImportedDocument):
                yield analyse(value.text, value.language, value.published)

    def tell(self, call: Call) -> None:
        """Recipes are none here."""

    def close(self) -> None:
        self._sent.clear()


def reader() -> Reader:
    found = Reader()
    found._child = Unconfined()
    return found
