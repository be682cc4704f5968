"""Texts that are copies of each other: the same words, or most of them.

Near-copies are found by MinHash signatures (Broder 1997) cut into bands, locality-sensitive hashing: two texts that
share a band are worth comparing. With 32 bands of 4 values, texts that share half of their shingles (Jaccard) meet with
a probability of 1 - (1 - 0.5^4)^32 = 0.87, such as share 0.7 with 0.9999, such as share 0.2 with 0.05.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

from articles.text.terms import fold, spaced_words

BANDS, ROWS = 32, 4
SHINGLE = 4
"""Neighbouring words; sentences of two writers seldom share so many."""
LETTERS = 8
"""Neighbouring letters in a script that writes words without spaces: two to five words."""
_UNPARTED = re.compile(
    r"[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese."""
ENOUGH = 0.5
"""Share of the shorter text's shingles from which on two articles are copies: less is a quotation in common."""


def body_key(text: str) -> str:
    """Equal for equal bodies, whatever their marks, case and spacing; 32 hexadecimal digits."""
    return blake2b(" ".join(_pieces(text)[0]).encode(), digest_size=16).hexdigest()


def shingles(text: str) -> frozenset[int]:
    """Hashes (64 bits) of all runs of SHINGLE words or LETTERS letters; of the single ones of a text that has fewer."""
    found, size = _pieces(text)
    size = size if len(found) >= size else 1
    runs = (" ".join(found[at : at + size]) for at in range(len(found) - size + 1))
    return frozenset(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)


def _pieces(text: str) -> tuple[list[str], int]:
    """The words of a text and how many make a shingle; its letters where the script parts no words."""
    found = [fold(word.text) for word in spaced_words(text)]
    if 2 * len(_UNPARTED.findall(text)) > sum(map(len, found)):
        return [letter for word in found for letter in word], LETTERS
    return found, SHINGLE


def bands(texts: Sequence[frozenset[int]]) -> list[list[int]]:
    """For each text, as its shingles, BANDS hashes (64 bits, signed): texts that share one may be copies."""
    # Loading it takes a third of a second and much memory, which only the import should spend.
    from datasketch import MinHash

    hashed = [[one.to_bytes(8, "big") for one in text] for text in texts]
    signatures = [signature.digest() for signature in MinHash.bulk(hashed, num_perm=BANDS * ROWS, seed=1)]
    return [[_hashed(at, signature[at * ROWS :][:ROWS].tobytes()) for at in range(BANDS)] for signature in signatures]


def share(a: frozenset[int], b: frozenset[int]) -> float:
    """Share of the shorter text's shingles that the other has, 0..1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _hashed(band: int, values: bytes) -> int:
    return int.from_bytes(blake2b(values, digest_size=8, salt=band.to_bytes(2, "big")).digest(), "big", signed=True)
