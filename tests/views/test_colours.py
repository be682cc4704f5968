"""The colours of the design, and that everything written in them can be read."""

import re

import pytest
from django.conf import settings

STYLES = settings.BASE_DIR / "static" / "newsdesk" / "newsdesk.css"
TOKENS = {
    name: {"light": light, "dark": dark}
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLES.read_text())
}
WRITING = ["ink", "quote", "claim", "conflict", "confirmed", "muted"]
GROUNDS = ["paper", "raised", "sunken"]


def luminance(colour: str) -> float:
    """Relative luminance, 0..1, as WCAG 2.1 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("writing", WRITING)
@pytest.mark.parametrize("ground", GROUNDS)
def test_writing_has_the_contrast_of_aa(writing: str, ground: str, scheme: str) -> None:
    assert contrast(TOKENS[writing][scheme], TOKENS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_search_hit_and_a_main_button_can_be_read(scheme: str) -> None:
    assert contrast(TOKENS["ink"][scheme], TOKENS["hit"][scheme]) >= 4.5
    assert contrast(TOKENS["conflict"][scheme], TOKENS["hit"][scheme]) >= 4.5
    assert contrast(TOKENS["paper"][scheme], TOKENS["quote"][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(scheme: str) -> None:
    assert contrast(TOKENS["field-line"][scheme], TOKENS["raised"][scheme]) >= 3
    assert contrast(TOKENS["field-line"][scheme], TOKENS["paper"][scheme]) >= 3
