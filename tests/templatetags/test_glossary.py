"""Themes of the glossary are named to the reader."""

from articles.templatetags.glossary import THEMES, theme_name
from articles.text.shipped import known_glossary


def test_every_theme_has_a_name():
    assert {concept.theme for concept in known_glossary().concepts.values()} <= set(THEMES)
    assert theme_name("own") == "our own"
    assert theme_name("unheard") == "unheard"
