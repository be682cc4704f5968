"""When two texts are one article: the same words in the same order, whatever their marks, case and spacing."""

from __future__ import annotations

from hashlib import blake2b

from articles.text.terms import fold, words


def body_key(text: str) -> str:
    """Equal for equal bodies; 32 hexadecimal digits."""
    return blake2b(" ".join(fold(word.text) for word in words(text)).encode(), digest_size=16).hexdigest()
