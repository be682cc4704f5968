"""Utterances: the groups of statements that joining links make."""

from __future__ import annotations

from collections.abc import Iterable

from articles.records import JOINING_RELATIONS


def utterances(ids: Iterable[int], links: Iterable[tuple[int, int, str]]) -> list[tuple[int, ...]]:
    """The statements grouped into acts of speech, by union-find over the links.

    `ids` are the statements to group; a link is (statement, statement, relation). Only the relations `same`,
    `translation` and `paraphrase` join; links to statements outside `ids` are passed over. Every id is in exactly
    one group, alone if nothing joins it; groups and their members are sorted.
    """
    parent = {one: one for one in ids}

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b, relation in links:
        if relation in JOINING_RELATIONS and a in parent and b in parent:
            parent[root(a)] = root(b)
    groups: dict[int, list[int]] = {}
    for one in sorted(parent):
        groups.setdefault(root(one), []).append(one)
    return sorted(tuple(group) for group in groups.values())
