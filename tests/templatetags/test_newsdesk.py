"""The names of languages, in the language of the interface."""

import pytest
from django.utils.translation import override

from articles.languages.loading import all_languages
from articles.templatetags.newsdesk import language_name


@pytest.mark.parametrize(
    ("interface", "code", "name"),
    [
        ("en", "id", "Indonesian"),
        ("id", "id", "Indonesia"),
        ("en", "ms", "Malay"),
        # Django's own catalogue says "Malaysia", which is a country.
        ("id", "ms", "Melayu"),
        # Django has no name for these.
        ("en", "jv", "Javanese"),
        ("id", "jv", "Jawa"),
        ("id", "zh", "Tionghoa"),
        # A text too short to tell.
        ("en", "und", "unknown language"),
        # A language nobody has a name for is shown as it is, not lost.
        ("id", "tlh", "tlh"),
    ],
)
def test_a_language_has_a_name_in_the_language_of_the_interface(interface: str, code: str, name: str) -> None:
    with override(interface):
        shown = language_name(code)
    assert (shown, type(shown)) == (name, str)


@pytest.mark.parametrize("code", [language.code for language in all_languages()])
@pytest.mark.parametrize("interface", ["en", "id"])
def test_every_language_that_is_analysed_has_a_name(interface: str, code: str) -> None:
    with override(interface):
        assert language_name(code) != code
