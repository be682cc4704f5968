"""Work in a process of its own: what it gives, what it may not, and that nobody else suffers when it ends."""

import os
import pickle
import time
from collections.abc import Iterator
from typing import Any

import pytest

from articles.importing import Call, Confined, Stopped, answers, child, confined
from articles.records import Notice, UnreadableFile

HERE = "tests.importing.test_confined"


@pytest.fixture(scope="module")
def warm() -> Iterator[Confined]:
    with Confined() as found:
        yield found


def numbers(count: int) -> Iterator[int]:
    yield from range(count)


def refuses() -> None:
    raise UnreadableFile(Notice("%(file)s: no.", file="x.txt"))


def takes_memory(size: int) -> int:
    return len(bytearray(size))


def takes_time() -> None:
    while True:
        pass


def sleeps(seconds: float) -> None:
    time.sleep(seconds)


def gives(size: int) -> str:
    return "a" * size


def prints() -> int:
    print("not an answer", flush=True)
    os.write(2, b"nor this")
    return 1


class Acts:
    """What a parser that was taken over might answer."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("true",)


def acts() -> Acts:
    return Acts()


def call(warm: Confined, name: str, *arguments: Any, seconds: float = 5) -> list[Any]:
    warm.send(Call(f"{HERE}.{name}", arguments, seconds=seconds))
    return list(warm.receive())


def test_a_generator_gives_its_values_and_other_functions_one(warm: Confined) -> None:
    assert call(warm, "numbers", 3) == [0, 1, 2]
    assert call(warm, "gives", 2) == ["aa"]


def test_what_a_parser_prints_is_no_answer(warm: Confined) -> None:
    assert call(warm, "prints") == [1]


def test_a_refusal_keeps_its_notice(warm: Confined) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        call(warm, "refuses")
    assert refusal.value.notice == Notice("%(file)s: no.", file="x.txt")


@pytest.mark.parametrize(
    ("name", "arguments", "why"),
    [
        ("takes_memory", (child.MEMORY + 1,), "too much memory"),
        ("takes_time", (), "took too long"),
        ("sleeps", (60,), "took too long"),
        ("acts", (), "Garbled"),
        ("gives", (2 * 1024 * 1024,), "Garbled"),
        ("missing", (), "AttributeError"),
    ],
)
def test_a_call_that_goes_wrong_is_stopped_and_the_next_one_is_answered(
    warm: Confined, monkeypatch: pytest.MonkeyPatch, name: str, arguments: tuple[Any, ...], why: str
) -> None:
    monkeypatch.setattr(confined, "PATIENCE", 1.0)
    monkeypatch.setattr(answers, "LARGEST", 1024 * 1024)
    warm.send(Call(f"{HERE}.{name}", arguments, seconds=0.5))
    warm.send(Call(f"{HERE}.numbers", (2,)))
    with pytest.raises(Stopped) as stop:
        list(warm.receive())
    assert why in str(stop.value.notice)
    assert list(warm.receive()) == [0, 1]


def test_memory_below_the_limit_is_given(warm: Confined) -> None:
    assert call(warm, "takes_memory", child.MEMORY * 3 // 4) == [child.MEMORY * 3 // 4]


def test_calls_are_sent_ahead_as_long_as_a_pipe_holds_them(warm: Confined) -> None:
    sent = 0
    while warm.has_room:
        warm.send(Call(f"{HERE}.gives", (50_000,)))
        sent += 1
    assert sum(len(pickle.dumps(one)) for one, _body in warm._sent) < 64 * 1024
    assert [len(*warm.receive()) for _ in range(sent)] == [50_000] * sent


def test_a_child_that_does_not_start_is_nobodys_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined.sys, "executable", "/bin/false")
    with Confined() as cold, pytest.raises(RuntimeError):
        cold.send(Call(f"{HERE}.numbers", (1,)))
