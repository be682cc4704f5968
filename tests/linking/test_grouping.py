"""Statements grouped into utterances."""

from __future__ import annotations

import pytest

from articles.linking import utterances


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        # Without links everybody is alone.
        ([], [(1,), (2,), (3,), (4,)]),
        # All three joining relations join, through third statements too.
        ([(1, 2, "same"), (3, 2, "translation"), (4, 3, "paraphrase")], [(1, 2, 3, 4)]),
        # The other relations join nothing.
        ([(1, 2, "supports"), (2, 3, "contradicts"), (3, 4, "updates")], [(1,), (2,), (3,), (4,)]),
        # A link to a statement that is not asked for is passed over.
        ([(1, 9, "same"), (9, 2, "same"), (3, 4, "same")], [(1,), (2,), (3, 4)]),
    ],
)
def test_joining_links_make_utterances(links: list[tuple[int, int, str]], groups: list[tuple[int, ...]]) -> None:
    assert utterances([4, 3, 2, 1], links) == groups
