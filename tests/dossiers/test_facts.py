"""Reports in two languages, fact by fact."""

import pytest

from articles.dossiers.facts import Fact, facts
from articles.languages.glossary import CITIES, COUNTRIES, Concept
from articles.linking import conflicts
from articles.records import StatementRecord
from articles.text.concepts import Glossary

GLOSSARY = Glossary(
    [
        Concept("iraq", COUNTRIES, {"en": ("Iraq",), "ar": ("العراق",), "tr": ("Irak",)}),
        Concept("tangier", CITIES, {"en": ("Tangier",), "ar": ("طنجة",), "fr": ("Tanger",), "ru": ("Танжер",)}),
        Concept("harbour", "transport", {"en": ("harbour",), "ar": ("ميناء",)}),
    ]
)


def record(text: str, language: str, number: int = 1) -> StatementRecord:
    return StatementRecord(
        id=number, article=number, file="", outlet="", language=language, type="quote", text=text, kind="direct"
    )


def told(base: tuple[str, str], one: tuple[str, str]) -> list[tuple[str, str, str]]:
    a, b = record(*base), record(*one, number=2)
    found = facts(a, b, conflicts(a, b), GLOSSARY)
    return [(fact.state, fact.here, fact.base) for fact in found if fact.field != "thing"]


CASES = [
    # Figures: in words and native digits.
    (("He led twelve drills", "en"), ("قاد ١٢ تمرينا", "ar"), [("same", "١٢ تمرينا", "twelve drills")]),
    (("He led 12 drills", "en"), ("Il a mené 15 exercices", "fr"), [("differs", "15 exercices", "12 drills")]),
    (("He led 12 drills", "en"), ("قاد تمرينات", "ar"), [("missing", "", "12 drills")]),
    (("He led drills", "en"), ("قاد ١٢ تمرينا", "ar"), [("added", "١٢ تمرينا", "")]),
    # "The two" is no count that the other side had to give.
    (("The two delegations agreed", "en"), ("اتفق الوفدان", "ar"), []),
    # Days.
    (("It begins on 12 October", "en"), ("12 Ekim'de başlıyor", "tr"), [("same", "12 Ekim", "12 October")]),
    (("It begins on 12 October", "en"), ("21 Ekim'de başlıyor", "tr"), [("differs", "21 Ekim", "12 October")]),
    # Days of another calendar.
    (("It begins on 1 July 2026", "en"), ("از ۱۰ تیر ۱۴۰۵ آغاز می‌شود", "fa"), [("same", "۱۰ تیر ۱۴۰۵", "1 July")]),
    # Places by the glossary, also where a script has no capitals; a declined one.
    (
        ("The harbour of Tangier is shut", "en"),
        ("أغلق ميناء طنجة", "ar"),
        [("same", "طنجة", "Tangier")],
    ),
    (("The harbour of Tangier is shut", "en"), ("أغلق الميناء", "ar"), [("missing", "", "Tangier")]),
    (("أغلق الميناء", "ar"), ("The harbour of Tangier is shut", "en"), [("added", "Tangier", "")]),
    # Names by their capitals, in another spelling or script; nothing is missing where no capital could show it.
    (("Then Baqeri agreed", "en"), ("ثم وافق باقري", "ar"), [("same", "باقري", "Baqeri")]),
    (("Then Baqeri agreed", "en"), ("Kemudian Bagheri setuju", "id"), [("same", "Bagheri", "Baqeri")]),
    (("Then Baqeri agreed", "en"), ("Kemudian Lasut setuju", "id"), [("missing", "", "Baqeri"), ("added", "Lasut", "")]),
    (("ثم وافق باقري", "ar"), ("Then Lasut agreed", "en"), []),
    # Where every noun has a capital, none makes a name.
    (("Dann stimmte der Rat zu", "de"), ("Then they agreed", "en"), []),
    # A stop word that an interrupted quote leaves inside a sentence.
    (("They tried, They failed", "en"), ("حاولوا وفشلوا", "ar"), []),
]  # fmt: skip


@pytest.mark.parametrize(("base", "one", "expected"), CASES)
def test_facts(base: tuple[str, str], one: tuple[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert told(base, one) == expected


def test_a_conflict_on_the_act_of_speech_is_no_fact_of_the_words() -> None:
    from articles.records import Conflict

    a, b = record("We agree", "en"), record("نوافق", "ar", 2)
    assert facts(a, b, [Conflict("place", "Tangier", "Rabat")], GLOSSARY) == ()
    assert facts(a, b, [Conflict("date", "Wednesday", "Tuesday")], GLOSSARY) == ()
    assert facts(a, b, [Conflict("negation", "", "لا")], GLOSSARY) == (Fact("differs", "negation", "لا", ""),)


def test_other_things_are_told_where_both_name_them() -> None:
    found = facts(record("The harbour burns", "en"), record("احترق الميناء", "ar", 2), (), GLOSSARY)
    assert Fact("same", "thing", "الميناء", "harbour") in found
    assert all(fact.state == "same" for fact in found)
