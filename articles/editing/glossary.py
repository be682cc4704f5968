"""The glossary: words added to a concept or taken from it, and concepts of the editors' own."""

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.editing.typed import has_letters, one_line
from articles.editing.versions import Refused, changed, record_once, take
from articles.models import GlossaryWord, User
from articles.models.glossary import LONGEST, LONGEST_KEY
from articles.search.glossary import OWN, glossary, is_common, languages, shipped


@transaction.atomic
def add_word(concept: str, language: str, word: str, version: int, user: User) -> GlossaryWord:
    """Adds a word to a concept, or shows one again that was hidden; `version` is 0 where no editor has touched it yet.

    Raises `Refused` (no word, one that is there, one too common, an unknown concept or language) or `Changed`.
    """
    standing = glossary().concepts.get(concept)
    if standing is None:
        raise Refused(_("The glossary has no such concept. Look for it by another word."))
    if not version:
        word = _checked(language, word)
        if word.casefold() in map(str.casefold, standing.words.get(language, ())):
            raise Refused(_("“%(word)s” is there already.") % {"word": word})
        if GlossaryWord.objects.filter(concept=concept, language=language, word=word, hidden=True).exists():
            raise Refused(_("“%(word)s” was hidden here. Show it again in its row.") % {"word": word})
    return _set(GlossaryWord(concept=concept, language=language, word=one_line(word)), version, user, hidden=False)


@transaction.atomic
def hide_word(concept: str, language: str, word: str, version: int, user: User) -> GlossaryWord:
    """Takes a word from a concept; it stays known and can be shown again. `version` as in `add_word`."""
    word = one_line(word)
    if not version and word not in _shipped(concept, language):
        raise Refused(_("“%(word)s” is no word of this concept. Load the page again.") % {"word": word})
    return _set(GlossaryWord(concept=concept, language=language, word=word), version, user, hidden=True)


@transaction.atomic
def add_concept(language: str, word: str, version: int, user: User) -> GlossaryWord:
    """Makes a new concept, which has this one word. `version` is 0: nobody has touched it yet."""
    word = _checked(language, word)
    beginning = slugify(word, allow_unicode=True)[: LONGEST_KEY // 2]
    keys = (f"{OWN}-{beginning}{number}" for number in ("", *(f"-{count}" for count in range(2, 1000))))
    key = next(key for key in keys if key not in glossary().concepts)
    return _set(GlossaryWord(concept=key, language=language, word=word), version, user, hidden=False)


def _set(row: GlossaryWord, version: int, user: User, *, hidden: bool) -> GlossaryWord:
    known = GlossaryWord.objects.filter(concept=row.concept, language=row.language, word=row.word).first()
    if known:
        row = take(GlossaryWord, known.pk, version)
    elif version:
        raise changed()
    row.hidden = hidden
    record_once(row, user)
    return row


def _checked(language: str, typed: str) -> str:
    """The word as it is kept."""
    word = one_line(typed)
    if language not in languages():
        raise Refused(_("Choose the language of the word."))
    if not has_letters(word):
        raise Refused(_("Type a word or a phrase."))
    if len(word) > LONGEST:
        raise Refused(_("This is too long: at most %(most)s characters fit.") % {"most": LONGEST})
    if is_common(word, language):
        raise Refused(
            _("“%(word)s” is among the commonest words of its language: searches would find everything by it.")
            % {"word": word}
        )
    return word


def _shipped(concept: str, language: str) -> tuple[str, ...]:
    known = shipped().concepts.get(concept)
    return known.words.get(language, ()) if known else ()
