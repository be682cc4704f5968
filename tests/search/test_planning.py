"""What a query of each kind finds: the plan and its parts, tried on a small archive."""

from datetime import date

import pytest

from articles import editing, search
from articles.models import Article, OutboxEntry, Tag, User
from tests.factories import make_article, make_person, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(db: None) -> None:
    wibowo, hartati = make_person("Rahma Wibowo"), make_person("Lina Hartati")
    feri = make_article(
        "Feri itu tiba di dermaga lama. “Kapal siap berlayar,” kata Rahma Wibowo. “Badai datang,” kata Lina Hartati.",
        title="Gelombang tinggi",
        file="feri.txt",
        dateline="Teheran",
        published=date(2021, 10, 5),
        outlet="Suluh Timur",
    )
    make_quote(feri, "Kapal siap berlayar", speaker=wibowo, speaker_name="Rahma Wibowo").tags.add(
        Tag.objects.create(name="laut")
    )
    make_quote(feri, "Badai datang", speaker=hartati, speaker_name="Lina Hartati", place="Baku")
    make_article(
        "The ferry left the old harbour. A storm came, and the government closed the port.",
        title="Storm at sea",
        outlet="Tidewater Tribune",
        file="storm.txt",
        language="en",
        published=date(2021, 12, 31),
    )
    make_article(
        "Die Wasserversorgung der Stadt steht still, sagte der Regierungssprecher.",
        title="Wasser",
        outlet="Elbkurier",
        file="wasser.txt",
        language="de",
        published=date(2022, 3, 1),
    )
    make_article("北京大学的学生昨天离开了京都。", title="大学", file="peking.txt", outlet="Nanfang", language="zh")
    OutboxEntry.objects.note(Article.objects.values_list("pk", flat=True))
    search.drain()


def found(text: str, **options: object) -> set[str]:
    hits = search.find(search.parse(text, **options)).hits
    files = Article.objects.filter(pk__in=[hit.article for hit in hits]).values_list("file", flat=True)
    return {file.removesuffix(".txt") for file in files}


@pytest.mark.parametrize(
    ("text", "files"),
    [
        # Either of two words; of two groups; with parentheses.
        ("feri OR ferry", {"feri", "storm"}),
        ("(dermaga lama) OR (old harbour)", {"feri", "storm"}),
        ("(feri OR ferry) -storm", {"feri"}),
        ("-feri -ferry", {"wasser", "peking"}),
        # The beginning of a word, and a word spelled much like it.
        ("derm*", {"feri"}),
        ("harbor~", {"storm"}),
        # Near: in any order, so many words apart.
        ('"harbour ferry"~5', {"storm"}),
        ('"ferry harbour"~4', {"storm"}),
        ('"ferry harbour"~3', set()),
        ('"old harbour"', {"storm"}),
        ('"harbour old"', set()),
        # In the title; not what only the text has; a phrase there.
        ("title:storm", {"storm"}),
        ("title:ferry", set()),
        ('title:"at sea"', {"storm"}),
        ("title:gelomb*", {"feri"}),
        # Inside one quote, by one speaker: both of one and the same.
        ("said:kapal", {"feri"}),
        ("said:dermaga", set()),
        ("said:kapal speaker:Wibowo", {"feri"}),
        ("said:badai speaker:Wibowo", set()),
        ("said:badai speaker:(Wibowo OR Hartati)", {"feri"}),
        ("(said:badai speaker:Hartati) (said:kapal speaker:Wibowo)", {"feri"}),
        ("(said:badai speaker:Wibowo) (said:kapal speaker:Hartati)", set()),
        ('speaker:"Rahma Wibowo"', {"feri"}),
        # Facets, by name.
        ("outlet:suluh", {"feri"}),
        ("outlet:kabar", set()),
        ("lang:en", {"storm"}),
        ("lang:en OR lang:German", {"storm", "wasser"}),
        ("tag:laut", {"feri"}),
        ("status:proposed", {"feri"}),
        ("-lang:en", {"feri", "wasser", "peking"}),
        # Days: a month, to the last day; an open end; what has no day is in none.
        ("date:2021-10..2021-12", {"feri", "storm"}),
        ("date:2021-12-31", {"storm"}),
        ("date:2021-12..", {"storm", "wasser"}),
        ("-date:2021", {"wasser", "peking"}),
        # Where it was reported from, or said.
        ("place:Teheran", {"feri"}),
        ("place:Baku", {"feri"}),
        ("place:dermaga", set()),
        # A compound by its first word; not by what only begins so.
        ("Regierung", {"wasser"}),
        ("Wassermann", set()),
        # Pairs of signs where a script parts no words.
        ("北京", {"peking"}),
        ("北京大学", {"peking"}),
        ("京", {"peking"}),
        ("京北", set()),
    ],
)
def test_what_is_found(text: str, files: set[str]) -> None:
    query = search.parse(text, translated=False)
    assert query.notes == ()
    assert found(text, translated=False) == files


def test_a_search_in_quotes_asks_the_same_of_each_quote() -> None:
    def quotes(text: str) -> int:
        return search.find(search.parse(text, said=True)).total

    assert quotes("kapal") == 1
    assert quotes("speaker:Hartati") == 1
    assert quotes("title:gelombang") == 2
    assert quotes("place:Baku") == 1
    assert quotes("outlet:suluh -kapal") == 1


def test_a_word_is_found_in_translation_at_a_lower_weight_unless_that_is_switched_off() -> None:
    assert found("badai") == {"feri", "storm"}
    results = search.find(search.parse("badai"))
    assert results.hits[0].score > 2 * results.hits[1].score
    (widened,) = results.widened
    assert ("en", "storm") in widened.translations
    assert found("badai", translated=False) == {"feri"}
    # What is left out is not translated, nor told to be.
    assert found("(feri OR ferry) -badai") == {"storm"}
    assert not search.find(search.parse("-badai")).widened
    # Quoted, a word is only itself.
    assert found('"badai"') == {"feri"}


def test_facets_agree_with_the_results() -> None:
    for text in ("", "feri OR ferry", "said:kapal"):
        results = search.find(search.parse(text))
        for facet in ("language", "outlet", "speaker", "month", "kind", "status", "tag"):
            for value in results.facets[facet]:
                assert search.find(search.parse(text, **{facet: value.value})).total == value.count


def test_a_range_of_months() -> None:
    assert found("", month="2021-11..2022-03") == {"storm", "wasser"}
    assert [month.value for month in search.find(search.parse("", month="2022-03")).months] == [
        "2021-10",
        "2021-12",
        "2022-03",
    ]


def test_spellings_that_editors_joined_are_one_name(editor: User) -> None:
    article = make_article("“Kami siap,” kata Cakrabuana Sutedja.", file="sutedja.txt")
    other = make_article("“Besok saja,” kata Tjokro Soetedjo.", file="soetedjo.txt")
    one, two = make_person("Cakrabuana Sutedja"), make_person("Tjokro Soetedjo")
    make_quote(article, "Kami siap", speaker=one, speaker_name="Cakrabuana Sutedja")
    make_quote(other, "Besok saja", speaker=two, speaker_name="Tjokro Soetedjo")
    OutboxEntry.objects.note([article.pk, other.pk])
    search.drain()
    assert found("Cakrabuana") == {"sutedja"}
    editing.merge(two.pk, two.version, one.pk, editor)
    search.drain()
    assert found("Cakrabuana") == {"sutedja", "soetedjo"}
    assert search.find(search.parse("Cakrabuana")).widened[0].names == ("Tjokro",)
    assert found("Cakrabuana", names=False) == found('"Cakrabuana"') == {"sutedja"}


def test_a_look_alike_that_half_of_the_archive_has_is_no_name() -> None:
    for number in range(60):
        make_article(f"Kapal {number}: Hasan tiba.", file=f"hasan{number}.txt")
    odd = make_article("Kata Hassan kemarin.", file="hassan.txt")
    OutboxEntry.objects.note(Article.objects.values_list("pk", flat=True))
    search.drain()
    assert odd.pk
    assert found("Hassan") == {"hassan"}
