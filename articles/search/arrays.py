"""One file that holds many arrays by name, read without being copied into memory.

In front stand a mark, the length of the head and the checksum of all that follows; then the head, JSON that tells what
each array is and where; then the arrays as NumPy has them in memory, each at a multiple of 8.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_MARK = b"ARRAYS01"
_ALIGNED = 8
_FRONT = 3 * _ALIGNED


class TornFile(ValueError):
    """The file is not what was written; the message names it."""


def write(path: Path, arrays: Mapping[str, Array]) -> None:
    """Writes the arrays, all of one dimension."""
    about: dict[str, tuple[str, int, int]] = {}
    at = 0
    for name, array in arrays.items():
        about[name] = (array.dtype.str, len(array), at)
        at += array.nbytes + -array.nbytes % _ALIGNED
    head = json.dumps(about).encode()
    head += b" " * (-len(head) % _ALIGNED)
    checksum = crc32(head)
    with path.open("wb") as file:
        file.write(bytes(_FRONT) + head)
        for array in arrays.values():
            data = array.tobytes() + bytes(-array.nbytes % _ALIGNED)
            checksum = crc32(data, checksum)
            file.write(data)
        file.seek(0)
        file.write(_MARK + len(head).to_bytes(_ALIGNED, "little") + checksum.to_bytes(_ALIGNED, "little"))


def read(path: Path) -> dict[str, Array]:
    """The arrays, which stay in the file. Raises `TornFile` if a single bit is not as it was written, or `OSError`."""
    with path.open("rb") as file:
        if path.stat().st_size < _FRONT:
            raise TornFile(f"{path.name} is cut off")
        whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    mark, length, checksum = (whole[at : at + _ALIGNED] for at in range(0, _FRONT, _ALIGNED))
    with memoryview(whole) as view, view[_FRONT:] as rest:
        if mark != _MARK or crc32(rest) != int.from_bytes(checksum, "little"):
            raise TornFile(f"{path.name} is not what was written")
    begin = _FRONT + int.from_bytes(length, "little")
    about = json.loads(whole[_FRONT:begin])
    return {
        name: np.frombuffer(whole, dtype=dtype, count=count, offset=begin + at) if count else np.empty(0, dtype)
        for name, (dtype, count, at) in about.items()
    }


def packed(strings: Sequence[bytes]) -> tuple[Array, Array]:
    """Strings one behind the other, and where each ends; 0 stands before the first."""
    return np.frombuffer(b"".join(strings), np.uint8), sums([len(string) for string in strings])


def unpacked(letters: Array, ends: Array) -> list[bytes]:
    """The strings again; `ends` may be a part of all."""
    places = ends.tolist()
    base = places[0]
    whole = letters[base : places[-1]].tobytes()
    return [whole[a - base : b - base] for a, b in pairwise(places)]


def sums(counts: Array | Sequence[int]) -> Array:
    """The sums up to each count, and 0 in front."""
    return small(np.concatenate((np.zeros(1, np.int64), np.cumsum(np.asarray(counts, np.int64)))))


def small(numbers: Array) -> Array:
    """The same numbers, none negative, in as few bytes as the largest takes."""
    return numbers.astype(np.min_scalar_type(int(numbers.max()))) if len(numbers) else numbers.astype(np.uint8)


def ranges(starts: Array, counts: Array) -> Array:
    """Every number of the ranges that begin at `starts` and are `counts` long, one range after the other."""
    counts = counts.astype(np.int64)
    total = int(counts.sum())
    if not total:
        return np.empty(0, np.int64)
    begins = np.cumsum(counts) - counts
    return np.arange(total, dtype=np.int64) + np.repeat(starts.astype(np.int64) - begins, counts)
