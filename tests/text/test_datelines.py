import pytest

from articles.text.datelines import find_dateline

REST = "salah satu pejabat mengumumkan bahwa negaranya siap."


@pytest.mark.parametrize(
    ("dateline", "parts", "strong"),
    [
        # place and outlet, place and country, place and day
        ("Tehran, Purna Warta –", ("Tehran", "Purna Warta"), True),
        ("Jakarta, HanTer -", ("Jakarta", "HanTer"), True),
        ("KERMANSHAH, Iran —", ("KERMANSHAH", "Iran"), True),
        ("TANGIER, 3 Dis –", ("TANGIER", "3 Dis"), True),
        ("TANGIER, Morocco (Coastline Newswire) --", ("TANGIER", "Morocco", "Coastline Newswire"), True),
        ("KUALA LUMPUR, 12 Mac (Bernama) --", ("KUALA LUMPUR", "12 Mac", "Bernama"), True),
        # an outlet alone, a place alone
        ("(DEFENCE SECURITY ASIA) –", ("DEFENCE SECURITY ASIA",), True),
        ("MOSKOW -", ("MOSKOW",), True),
        ("KERMANSHAH:", ("KERMANSHAH",), True),
        ("ALGECIRAS / TÁNGER.", ("ALGECIRAS", "TÁNGER"), True),
        ("ТАНЖЕР, 3 декабря.", ("ТАНЖЕР", "3 декабря"), True),
        # scripts without capitals need more marks
        ("كرمانشاه / شناشيل بغداد:", ("كرمانشاه", "شناشيل بغداد"), True),
        ("طنجة – منارة سبارطيل:", ("طنجة", "منارة سبارطيل"), True),
        ("طنجة في ٤ ديسمبر / سهيل /", ("طنجة في ٤ ديسمبر", "سهيل"), True),
        # a single word before a dash may be a plain sentence as well
        ("Jakarta -", ("Jakarta",), False),
        ("نیلگون -", ("نیلگون",), False),
    ],
)
def test_datelines(dateline, parts, strong):
    found = find_dateline(f"{dateline} {REST}")
    assert found is not None
    assert (found.text, found.parts, found.strong) == (dateline, parts, strong)


@pytest.mark.parametrize(
    "line",
    [
        "Sungai itu panjang – lebih dari empat ratus kilometer dari hulu sampai hilir.",
        "Moghimi: “Sungai tidak membawa paspor, dan kami akan membuka pintu air.”",
        "He said: the river carries no passport and no weapons at all.",
        "Iran menyatakan siap. Negara itu akan mengirim utusan ke Bagdad pekan depan.",
        "MOSKOW - selesai",
        "",
    ],
)
def test_no_dateline(line):
    assert find_dateline(line) is None
