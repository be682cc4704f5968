"""Themes of the glossary are named to the reader."""

from articles.templatetags.glossary import THEMES, theme_name
from articles.text.gazetteer import known_concepts


def test_every_theme_has_a_name():
    assert {concept.theme for concept in known_concepts()} <= set(THEMES)
    assert theme_name("own") == "our own"
    assert theme_name("unheard") == "unheard"
