"""What one emoji is: as Unicode defines it, whatever it is made of, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.emojis import MOST, drawn, emojis_in, is_emoji

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
KISS = "🧑🏻\u200d❤️\u200d💋\u200d🧑🏼"


@pytest.mark.parametrize(
    "sign",
    [
        "👎",
        "🛠",
        "🛠️",
        "👎🏽",
        "🇩🇪",
        ENGLAND,
        "👨\u200d👩\u200d👧",
        "🤷🏽\u200d♀️",
        KISS,
        "1️⃣",
        "❤️\u200d🔥",
    ],
)
def test_an_emoji_is_one_sign_whatever_it_is_made_of(sign: str) -> None:
    assert is_emoji(sign)
    assert emojis_in(sign) == (sign,)
    assert emojis_in(f"{sign}👀{sign}") == (sign, "👀", sign)


@pytest.mark.parametrize(
    "sign",
    [
        "",
        "a",
        "1",
        "#",
        "🏽",
        "🇩",
        "\u200d",
        "\ufe0f",
        "⌀",
        "👎a",
        "👎 👀",
        "👎\u202e",
        "👎\u0301",
        "語",
    ],
)
def test_what_is_no_emoji_is_none(sign: str) -> None:
    assert not is_emoji(sign)
    assert emojis_in(sign) == ()


def test_what_nobody_sees_names_a_part_of_a_country_and_says_nothing_else() -> None:
    said = "".join(chr(0xE0000 + ord(one)) for one in "secret")
    assert is_emoji(ENGLAND)
    assert not is_emoji(f"👎{said}\U000e007f")
    assert not is_emoji(f"\U0001f3f4{said * 9}\U000e007f")
    assert not is_emoji("👎" + "\u200d👎" * MOST)


@pytest.mark.parametrize(
    ("sign", "shown"), [("🛠", "🛠️"), ("🛠️", "🛠️"), ("👎", "👎"), ("❤\u200d🔥", "❤️\u200d🔥")]
)
def test_what_may_be_text_is_drawn(sign: str, shown: str) -> None:
    assert drawn(sign) == shown


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_as_emojis_alone_or_as_none(text: str) -> None:
    found = emojis_in(text)
    assert "".join(found) == text or not found
    assert all(map(is_emoji, found))
