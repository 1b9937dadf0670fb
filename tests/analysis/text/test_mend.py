"""Cases are: as it came, as it should be read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.text.edits import UNREADABLE_WHY
from comparer.analysis.text.mend import mend

MENDED = [
    ("misread as Windows-1252", "Nobody called us.â€\x9d She didnâ€™t wait â€” not long.", "Nobody called us.” She didn’t wait — not long."),
    ("misread as Latin-1", "It cost Â£3 at the cafÃ©.", "It cost £3 at the café."),
    ("misread twice", "President AndrÃƒÂ© Kell", "President André Kell"),
    ("misread, then taken apart", "AndreÌ\x81 KelÃ§on", "André Kelçon"),
    ("Windows bytes kept as control characters", "don\x92t \x97 why", "don’t — why"),
    ("entities", "Salt &amp; Sons &quot;closed&quot;", 'Salt & Sons "closed"'),
    ("last byte of a closing mark lost", "“Go.â€ He left.", "“Go.” He left."),
    ("ellipsis without its middle byte", "he said thatâ¦ maybe", "he said that… maybe"),
    ("ellipsis and space taken for a sign", "he said that\u29a0maybe", "he said that… maybe"),
    ("dash between words", "in the schoolâand they are safe", "in the school—and they are safe"),
    ("dash between spaces", "It is â by far â the best", "It is — by far — the best"),
    ("apostrophes", "Heâs here, donât ask: Iâm sure theyâre out âtil nine", "He’s here, don’t ask: I’m sure they’re out ’til nine"),
    ("years", "It wasnât so in 2029â2031", "It wasn’t so in 2029–2031"),
    ("quotation marks", "âWe stay,â she said. âGo.â", '"We stay," she said. "Go."'),
    ("plural owner", "It isnât the workersâ pay", "It isn’t the workers’ pay"),
    ("one reading only", "They didn\ufffdt. I?m sure we?ll stay.", "They didn’t. I’m sure we’ll stay."),
    ("hyphen without its last byte", "realâ€world costs", "real-world costs"),
    ("euro", "about â¬5 million", "about €5 million"),
]  # fmt: skip
LEFT_ALONE = [
    "The château at Bâle, pâté, grâce, când, hâlâ; the Pâques feast in Mâcon, Brâncuși’s Coloana.",
    "JOÃO and SÃO PAULO, ESPAÑA, Ñandú, Ðóra, Øre, Ísland",
    "«été» costs 20° and 5², café® and naïve™",
    "Is it? They say so? Can?",
    '“Curly” and "straight" and ‘single’ marks — and dashes – stay…',
    "Привет, мир. שלום. 你好。 مرحبا",
    "AT&T and R&D < 5",
    "👩‍🚒 and می‌خواهم keep their joiners",
]
UNREADABLE = [
    ("The name Ðнна ÐоÑова (@x) stood there.", "Ðнна ÐоÑова"),
    ("The caf\ufffds were closed.", "caf\ufffds"),
    ("He went to the Ãcole again.", "Ãcole"),
    ("Mayor BjÃrn Kell won.", "BjÃrn"),
    ("It wasnât Kellâbrook then.", "â"),
]


@pytest.mark.parametrize(("_why", "raw", "expected"), MENDED, ids=[case[0] for case in MENDED])
def test_damage_is_mended(_why: str, raw: str, expected: str) -> None:
    draft = mend(raw)
    assert draft.text == expected
    assert draft.repairs
    assert all(repair.after == draft.text[repair.start : repair.end] for repair in draft.repairs)


@pytest.mark.parametrize("raw", LEFT_ALONE)
def test_sound_text_is_left_alone(raw: str) -> None:
    draft = mend(raw)
    assert draft.text == raw
    assert draft.repairs == ()


@pytest.mark.parametrize(("raw", "damaged"), UNREADABLE)
def test_unreadable_is_left_and_flagged(raw: str, damaged: str) -> None:
    draft = mend(raw)
    flags = [repair for repair in draft.repairs if repair.after is None]
    assert [draft.text[flag.start : flag.end] for flag in flags] == [damaged]
    assert [flag.why for flag in flags] == [UNREADABLE_WHY]
    assert damaged in draft.text


def test_repairs_say_what_came_in() -> None:
    draft = mend("A cafÃ©,  two pÃ¢tÃ©s\u00a0here")
    assert draft.text == "A café, two pâtés here"
    assert [(repair.before, repair.after, repair.start) for repair in draft.repairs] == [
        ("Ã©", "é", 5), ("Ã¢tÃ©", "âté", 13),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\u00a0\u2009 \tb", "a b"),
        ("  a  \n \n\n\n  b ", "a\n\nb"),
        ("soft\u00adhyphen zero\u200bwidth \ufeffmark\x00\x07", "softhyphen zerowidth mark"),
        ("e\u0301te\u0301 \ufb01ne long\u2010term", "été fine long-term"),
        ("\u202eright\u202c to left", "right to left"),
        (" \n\t\n ", ""),
        ("", ""),
    ],
)
def test_characters_without_words_are_made_plain(raw: str, expected: str) -> None:
    draft = mend(raw)
    assert draft.text == expected
    assert draft.repairs == ()


HOSTILE = [
    "â",
    "aâ",
    "Ã©",
    "aâ€",
    "&",
    "x",
    " ",
    "\n",
    "\n ",
    "é",
    "â€™ ",
    "Ð",
    "\x00",
    "a\u0301",
    "\u0301",
    "&amp;",
    "\ufffd ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_stays_quick(unit: str) -> None:
    assert len(mend(unit * (60_000 // len(unit))).text) <= 120_000


MESSY = st.text(
    st.sampled_from("aZ sé ’“”\n\r\tâ€Ã©Â\x99\x9dÐ¾¦\u29a0\ufffd&;?.,\u00a0\u200b\u00ad\u0301\U0001f600שﬁ"), max_size=60
)


@given(MESSY)
def test_mending_keeps_repairs_in_range_and_text_composed(raw: str) -> None:
    draft = mend(raw)
    assert unicodedata.is_normalized("NFC", draft.text)
    assert draft.text == draft.text.strip()
    assert "\n\n\n" not in draft.text
    for repair in draft.repairs:
        assert 0 <= repair.start <= repair.end <= len(draft.text)
        assert repair.after in (None, draft.text[repair.start : repair.end])
    assert [(r.start, r.end) for r in draft.repairs] == sorted((r.start, r.end) for r in draft.repairs)


@given(MESSY)
def test_mending_twice_changes_nothing(raw: str) -> None:
    once = mend(raw).text
    assert mend(once).text == once
