"""Repair: an emoji or a tap -> the kind of rupture -> what changes now."""

from datetime import timedelta

import pytest

from bot.attunement import Level, Stance
from bot.repair import (
    MEND,
    OFF_BECAUSE,
    Exchange,
    every_kind,
    guess,
    is_in_place,
    is_repair,
    may_ask,
    one_tap,
    stance_for,
)
from bot.rupture import Rupture
from tests.scene import AT


@pytest.mark.parametrize(
    ("emoji", "is_one"), [("🔧", True), (" 🔧\ufe0f", True), ("👍", False), ("🔧🔧", False)]
)
def test_only_the_wrench_says_it_landed_wrong(emoji: str, *, is_one: bool) -> None:
    assert is_repair(emoji) is is_one


@pytest.mark.parametrize(
    ("said", "answered", "kind"),
    [
        ("I feel alone", "Try a club.", Rupture.WANTED_TO_BE_HEARD),
        ("I feel alone", "That happens.", Rupture.COLD),
        (
            "My plan is to quit",
            "Absolutely, that is a fine thing to do now.",
            Rupture.TOO_AGREEABLE,
        ),
        ("It rains", "Remember to be thankful.", Rupture.PREACHY),
        ("It rains", "Where? Since when?", Rupture.TOO_MANY_QUESTIONS),
        ("It rains", "So it is. " * 100, Rupture.TOO_LONG),
        ("How do I begin", "With courage.", Rupture.WANTED_A_PLAN),
        ("It rains", "It does.", Rupture.BLAND),
        ("It rains", "Bread is made of flour. " * 10, Rupture.MISSED_THE_POINT),
    ],
)
def test_a_guess_is_made_from_the_exchange(said: str, answered: str, kind: Rupture) -> None:
    assert guess(Exchange(said, answered, Level.WARM, None)) is kind


def test_every_kind_has_its_half_sentence_and_its_mending() -> None:
    assert set(OFF_BECAUSE) == set(MEND) == set(Rupture)
    assert not any("sorry" in text.casefold() for text in OFF_BECAUSE.values())


@pytest.mark.parametrize("kind", list(Rupture))
def test_under_a_repaired_reply_are_three_other_kinds_more_and_back(kind: Rupture) -> None:
    labels = [choice.label for choice in one_tap(kind)]
    assert labels[3:] == ["More", "Put it back"]
    assert kind.value.capitalize() not in labels


def test_more_has_all_kinds() -> None:
    does = [choice.does for choice in every_kind()]
    assert does == [*(f"repair {kind.value}" for kind in Rupture), "put-back"]


def test_a_repair_is_in_place_for_an_hour_while_nothing_came_later() -> None:
    assert is_in_place(AT, AT + timedelta(hours=1), is_newest=True)
    assert not is_in_place(AT, AT + timedelta(hours=1, seconds=1), is_newest=True)
    assert not is_in_place(AT, AT, is_newest=False)


def test_a_kind_changes_manner_only() -> None:
    assert stance_for(Rupture.WANTED_TO_BE_HEARD, Stance.DO) is Stance.LISTEN
    assert stance_for(Rupture.WANTED_A_PLAN, None) is Stance.DO
    assert stance_for(Rupture.COLD, Stance.STAY) is Stance.STAY
    assert [may_ask(kind) for kind in (None, Rupture.COLD, Rupture.TOO_MANY_QUESTIONS)] == [
        True, True, False,
    ]  # fmt: skip
