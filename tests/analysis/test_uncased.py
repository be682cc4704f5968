"""Arabic and Persian: names, subjects and clauses where the script has no capitals to show them."""

import pytest

from articles.analysis import analyse


def told(text: str, language: str) -> list[tuple[str, str | None]]:
    """The quotes of a text, each with its speaker."""
    return [(quote.text, quote.speaker) for quote in analyse(text, language).quotes]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "role"),
    [
        # an office, what it is of, and the name, which has no article
        ("ar", "وقال وزير النقل سامي الهاشمي إن القطار سيعود غدا.", "سامي الهاشمي", "وزير النقل"),
        ("ar", "أكد مدير بلدية صيدا علي خوري أن الجسر آمن تماما.", "علي خوري", "مدير بلدية صيدا"),
        # adjectives with the article belong to the office
        ("ar", "قالت الخبيرة الهولندية آنا دفريس إن السد لا يتسرب.", "آنا دفريس", "الخبيرة الهولندية"),
        # names of several parts
        ("ar", "ذكر الرائد عبد الرحمن بن سالم أن الطريق ما زال مغلقا.", "عبد الرحمن بن سالم", "الرائد"),
        # a description, a comma and the name
        ("ar", "وقال محامي العائلة، نزار قباني، إن الطعن سيقدم غدا.", "نزار قباني", "محامي العائلة"),
        # "the speaker in the name of" is an office
        ("ar", "نفت المتحدثة باسم الشركة لينا مراد أن يكون المصنع مغلقا.", "لينا مراد", "المتحدثة باسم الشركة"),
        # Persian: office behind the name and a comma, before the name, and without a comma
        ("fa", "نیما کاردان، رئیس سازمان آب، گفت سد تا پاییز پر می‌شود.", "نیما کاردان", "رئیس سازمان آب"),
        ("fa", "دبیر انجمن، خسرو شاکری، گفت که سالن تا فردا باز است.", "خسرو شاکری", "دبیر انجمن"),
        ("fa", "معاون وزیر راه مهرداد کریمی گفت جاده تا فردا باز است.", "مهرداد کریمی", "معاون وزیر راه"),
        # a name that no list has, shown by what stands behind its comma
        ("fa", "تالوین برزگان، باستان‌شناس مستقل، گفت کاوش از فردا آغاز می‌شود.", "تالوین برزگان", "باستان‌شناس مستقل"),
    ],
)
def test_office_and_name_are_told_apart(language, text, speaker, role):
    (quote,) = analyse(text, language).quotes
    assert (quote.speaker, quote.role, quote.anonymous) == (speaker, role, False)


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        # somebody without a name is told in the words of the article
        ("قال مصدر أمني إن الحادث وقع عند الفجر.", "ar", "مصدر أمني"),
        ("أعلنت وزارة الزراعة أن الموسم كان جيدا جدا.", "ar", "وزارة الزراعة"),
        ("یک منبع آگاه گفت پرونده تا فردا بسته می‌شود.", "fa", "یک منبع آگاه"),
        ("کشاورزان می‌گویند قیمت گندم هنوز اعلام نشده است.", "fa", "کشاورزان"),
        # an object is no name
        ("وروى كواليس المفاوضات مطولا. وقال وزير النفط إن الأسعار ستبقى ثابتة.", "ar", "وزير النفط"),
    ],
)
def test_without_evidence_a_phrase_is_no_name(text, language, speaker):
    assert [one for _, one in told(text, language)] == [speaker]


ARABIC = "قالت رئيسة البلدية سعاد الحلبي إن السوق سيفتح غدا. "
PERSIAN = "آرش مهرگان، شهردار بندر، گفت بازار از فردا باز است. "


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        # a surname, an office, a verb that has no subject
        ("ar", ARABIC + "وأضافت الحلبي: «التجار موافقون على الموعد».", "سعاد الحلبي"),
        ("ar", ARABIC + "وأوضحت رئيسة البلدية: «التجار موافقون على الموعد».", "سعاد الحلبي"),
        ("ar", ARABIC + "وأضافت: «التجار موافقون على الموعد».", "سعاد الحلبي"),
        # a form for a man does not mean a woman
        ("ar", "قال التاجر منير عساف إن السوق قديم جدا. " + ARABIC + "وأردف: «لن نغلق أبدا أبوابنا».", "منير عساف"),
        # the same one, told by a word that only points
        ("ar", ARABIC + "وتابعت المتحدثة نفسها: «التجار موافقون على الموعد».", "سعاد الحلبي"),
        ("fa", PERSIAN + "وی افزود: «کسبه با این زمان موافق‌اند».", "آرش مهرگان"),
        ("fa", PERSIAN + "این مقام ادامه داد: «کسبه با این زمان موافق‌اند».", "آرش مهرگان"),
        ("fa", PERSIAN + "مهرگان همچنین گفت: «کسبه با این زمان موافق‌اند».", "آرش مهرگان"),
        ("fa", PERSIAN + "شهردار تأکید کرد: «کسبه با این زمان موافق‌اند».", "آرش مهرگان"),
    ],
)
def test_whoever_is_meant_again_has_the_full_name(language, text, speaker):
    assert told(text, language)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "language", "clause"),
    [
        # the clause begins behind the complementiser, with or without a pronoun
        ("وقال سامي الهاشمي، الثلاثاء، إنه لن يترشح مرة أخرى.", "ar", "لن يترشح مرة أخرى"),
        ("ونفى سامي الهاشمي أن يكون قد استقال من منصبه.", "ar", "يكون قد استقال من منصبه"),
        # the office of a body may have the name of a company between
        ("ذكرت شركة «نورس»، على لسان مديرها، أن الرحلات ستتوقف يومين.", "ar", "الرحلات ستتوقف يومين"),
        # in Persian all behind the verb is said
        ("سامان رستگار گفت در این حادثه کسی زخمی نشد.", "fa", "در این حادثه کسی زخمی نشد"),
        ("به گفته سامان رستگار، وکیل شرکت، پول‌ها فردا پس داده می‌شود.", "fa", "پول‌ها فردا پس داده می‌شود"),
        ("به باور سامان رستگار این جاده هرگز ساخته نمی‌شود.", "fa", "این جاده هرگز ساخته نمی‌شود"),
    ],
)
def test_a_clause_begins_where_its_verb_lets_it(text, language, clause):
    assert [words for words, _ in told(text, language)] == [clause]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # an act, not a statement
        ("أعلنت الوزارة رفع أسعار الوقود في عموم البلاد.", "ar"),
        ("شدد المحافظ على ضرورة احترام القانون في كل مكان.", "ar"),
        ("سازمان هواشناسی نسبت به وقوع سیل در جنوب هشدار داد.", "fa"),
        # nouns that look like verbs
        ("طلب الشاهد عدم كشف هويته أن حياته في خطر.", "ar"),
        # words on a sign
        ("علق البائع لافتة كتب عليها «هنا أرخص خبز في المدينة».", "ar"),
    ],
)
def test_what_nobody_says_is_no_quote(text, language):
    assert told(text, language) == []


@pytest.mark.parametrize(
    "verb",
    ["می‌گوید", "می گوید", "میگوید", "مي‌گويد"],
)
def test_persian_words_are_one_however_they_are_joined(verb):
    assert told(f"«باران که بیاید جاده بسته می‌شود»، {verb} سامان رستگار.", "fa")[0][1] == "سامان رستگار"


def test_vowel_points_and_marks_of_direction_do_not_matter():
    text = 'وأكّدَ الوزيرُ ناصر عيسى: \u200f"لن نغلقَ المستشفى أبداً"\u200f.'
    assert told(text, "ar") == [("لن نغلقَ المستشفى أبداً", "ناصر عيسى")]


def test_whoever_speaks_in_the_name_of_another_is_the_speaker():
    (arabic,) = analyse("ونقلت الناطقة باسم الوزارة هند شعبان عن الوزير أنه لن يستقيل أبدا.", "ar").quotes
    assert (arabic.speaker, arabic.on_behalf_of) == ("هند شعبان", "الوزير")
    (persian,) = analyse("سامان رستگار به نمایندگی از هیئت داوران گفت: «جایزه امسال داده نمی‌شود».", "fa").quotes
    assert (persian.speaker, persian.on_behalf_of) == ("سامان رستگار", "هیئت داوران")


def test_an_agency_that_passes_words_on_does_not_say_them():
    text = "ونقلت وكالة الأنباء عن مدير المطار رائد قنديل قوله إن الرحلات ستعود غدا."
    assert told(text, "ar") == [("الرحلات ستعود غدا", "رائد قنديل")]
