"""Emojis that admins let repair: which may, which mean something else, and how they are kept."""

import json
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.ask import EDITED
from bot.emojis import (
    ANEW_EMOJI,
    DELETE_EMOJI,
    KIND_EMOJIS,
    NO_EMOJI,
    SEEN_EMOJI,
    STOP_EMOJI,
    is_taken,
)
from bot.house_rules import REPAIR_EMOJIS, Given, repair_emojis, value, with_value
from bot.house_rules.kinds import emojis
from bot.house_rules.kinds.emojis import LONGEST, LONGEST_ADDRESS, MOST, shown
from bot.ids import Named
from bot.records import Owner, SpaceRow
from bot.strings import ENGLISH
from bot.strings.load import offered

ROW = SpaceRow(Owner("s"))
KIND, WHY = REPAIR_EMOJIS.kind, ENGLISH.settings.faults
OOPS = Named("place:emoji:1", "<:oops:1>", is_emoji=True)
DANCE = Named("place:emoji:2", "<a:dance:2>", is_emoji=True)
KNOWN = {"<:oops:1>": OOPS, "<a:dance:2>": DANCE, "#room": Named("room", "#room")}
PICTURE = "mxc://example.org/abcdefghijklmnopqrstuvwx"


def told(words: str, named: dict[str, Named] | None = None) -> Given:
    return Given(tuple(words.split()), KNOWN if named is None else named, ENGLISH)


def read(words: str, named: dict[str, Named] | None = None) -> Any:
    """Gives the ids of what words name, or None where they name nothing that may repair."""
    found = KIND.read(told(words, named), ())
    return None if found is None else [one.id for one in found]


def vouched(*words: str) -> dict[str, Named]:
    """Gives what a platform on which anything may be put on a message says of these."""
    return {one: Named(one, one, is_emoji=True) for one in words}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("👎", ["👎"]),
        ("👎🛠️🇩🇪", ["👎", "🛠", "🇩🇪"]),
        ("🛠 🛠️ 👎🏽 👎", ["🛠", "👎"]),
        ("<:oops:1> 👎", ["place:emoji:1", "👎"]),
        ("<:oops:1><a:dance:2>👎", ["place:emoji:1", "place:emoji:2", "👎"]),
        ("🔧 👎", ["👎"]),
        ("🔧", []),
        ("off", []),
        ("NONE", []),
    ],
)
def test_emojis_are_read_each_once_however_they_are_written(words: str, ids: list[str]) -> None:
    assert read(words) == ids


def test_what_is_set_is_kept_and_shown_with_what_always_works() -> None:
    found: Any = KIND.read(told("🛠 <:oops:1>"), ())
    row = with_value(ROW, REPAIR_EMOJIS, found)
    assert value(row, REPAIR_EMOJIS) == found
    assert repair_emojis(row) == {"🛠", "place:emoji:1"}
    assert KIND.said(found, ENGLISH) == "🔧 🛠️ <:oops:1>"
    assert (KIND.said((), ENGLISH), KIND.fact(found), KIND.taps(found)) == ("🔧", "2", ((),))
    assert repair_emojis(ROW) == frozenset()


def wrong_in(given: Given) -> str:
    fault = REPAIR_EMOJIS.fault(given, ())
    return fault.says if fault is not None else ""


TAKEN = (STOP_EMOJI, "⏹️", DELETE_EMOJI, ANEW_EMOJI, SEEN_EMOJI, *KIND_EMOJIS, "1️⃣", "🔟")


@pytest.mark.parametrize("emoji", TAKEN)
def test_what_means_something_else_is_refused_by_its_name(emoji: str) -> None:
    assert is_taken(emoji)
    assert read(f"👎 {emoji}") is None
    assert wrong_in(told(f"👎 {emoji}")).startswith(emoji[0])


@pytest.mark.parametrize("word", sorted(NO_EMOJI - {""}))
def test_no_emoji_is_called_as_another_way_to_ask_for_a_repair(word: str) -> None:
    assert read(word, vouched(word)) is None
    assert EDITED in NO_EMOJI


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("<:oops:9>", "no_emoji"),
        ("#room", "no_emoji"),
        (":oops:", "no_emoji"),
        ("off 👎", "no_emoji"),
        ("x", "no_emoji"),
        ("🙃🙂😉😊😇🥲", "too_many"),
    ],
)
def test_what_is_no_emoji_of_the_place_is_refused_with_why(words: str, why: str) -> None:
    assert read(words) is None
    assert wrong_in(told(words)) == WHY[why].format(most=MOST)


@pytest.mark.parametrize("word", [PICTURE, ":oops:", "nope!", "é", "x" * LONGEST])
def test_a_name_may_repair_where_a_platform_vouches_for_it(word: str) -> None:
    assert read(word) is None
    assert read(word, vouched(word)) == [word]


@pytest.mark.parametrize(
    "word",
    [
        "x" * (LONGEST + 1),
        "mxc://x/" + "y" * LONGEST_ADDRESS,
        "a\u202eb",
        "a\u200bb",
        "\u2066a",
        "a\x07",
        "e\u0301",
        "\U000e0041\U000e0042",
        "\ud800",
        "a\ufe0f",
    ],
)
def test_a_name_that_hides_something_may_not(word: str) -> None:
    assert read(word, vouched(word)) is None


@given(st.text(max_size=60), st.booleans())
def test_whatever_an_admin_writes_nothing_unseen_and_nothing_taken_repairs(
    words: str, is_vouched: bool
) -> None:
    named = vouched(*words.split()) if is_vouched else {}
    found = KIND.read(told(words, named), ())
    if found is None:
        assert wrong_in(told(words, named)) or not words.split()
        return
    assert len(found) <= MOST
    assert KIND.load(json.loads(json.dumps(KIND.dump(found)))) == found
    for one in found:
        assert len(one.id) <= LONGEST_ADDRESS
        assert not is_taken(one.id)
        assert "\u202e" not in KIND.said(found, ENGLISH)
        assert all(unicodedata.category(mark) not in ("Cc", "Cs", "Zl", "Zp") for mark in one.id)


@given(st.lists(st.fixed_dictionaries({"id": st.text(max_size=50), "shown": st.text()})))
def test_what_stands_in_a_database_repairs_only_where_it_could_have_been_set(raw: Any) -> None:
    row = replace(ROW, rules=json.dumps({"form": 1, "set": {"repair-emojis": raw}}))
    assert not any(is_taken(one) or one == "🔧" for one in repair_emojis(row))


@pytest.mark.parametrize("link", ["https://evil.example/x", "http://a.b/c", "ftp://a/b"])
def test_an_address_that_would_be_a_link_repairs_nothing(link: str) -> None:
    assert read(link, vouched(link)) is None
    assert read(PICTURE, vouched(PICTURE)) is not None


def test_a_long_name_is_shown_by_its_end_and_marks_nothing() -> None:
    assert shown(Named(PICTURE, PICTURE)) == "…fghijklmnopqrstuvwx"
    assert shown(Named("*a*", "*a*")) == r"\*a\*"
    assert (
        shown(Named("e", "<:" + "n" * 32 + ":1>")) == "<:" + "n" * emojis.SHORT_WHERE_DRAWN + ":1>"
    )
    assert shown(Named("e", "<:a:1> @everyone")) == r"\<:a:1\> \@everyone"


def test_each_language_says_what_is_wrong() -> None:
    for code in offered():
        says = ENGLISH.to(code).settings.faults
        assert says.keys() == WHY.keys()
        assert "{emoji}" in says["taken"]
