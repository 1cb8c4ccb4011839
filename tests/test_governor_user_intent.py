"""What a person's message says, as far as rules ask: and all that only sounds like it."""

import pytest

from bot.governor import user_intent
from bot.text.plain import plain
from tests.in_english import in_english

LEAVING = """
heading home now | calling it a night | catch you later | alright, call it a day
I'm turning in | ok I'm going to head to bed | I need to get some sleep | night!
got to go, mum is calling | I have to go to the shop | I'm leaving for work now
it's late, I should get to bed | gotta run to class
"""
STAYING = """
how do I take care of a cactus | I should go to Italy or Spain | I've got to leave him
I must run a query against prod | my dad said goodbye and then he died | he wants to see you
I have to go to court next week | I should leave my job | I'm off my meds | should I go now?
I'll go with the red one | time to go through the list | goodbye letter to my boss, can you help
I have to run the tests first | I'm out of ideas | let me run this by you | I'm going to go mad
I'm leaving my husband
"""


def each(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split(" | ")]


@pytest.mark.parametrize("text", each(LEAVING))
def test_a_goodbye_is_heard(text: str) -> None:
    assert user_intent.is_leaving(plain(text))


@pytest.mark.parametrize("text", each(STAYING))
def test_what_only_sounds_like_a_goodbye_is_none(text: str) -> None:
    assert not user_intent.is_leaving(plain(text))


def test_where_a_life_may_be_at_stake_nobody_is_let_go() -> None:
    assert in_english("good night").is_leaving
    assert not in_english("good night", earlier_user=("I want to kill myself",)).is_leaving
    assert not in_english("goodbye, I'm going to kill myself").is_leaving


def test_what_was_at_stake_a_message_ago_still_is() -> None:
    assert in_english("and now?", earlier_user=("My chest hurts and I feel faint",)).is_serious
    assert not in_english("and now?", earlier_user=("The bread did not rise",)).is_serious
    assert not user_intent.is_at_stake(plain("the cutlery is in the painted drawer"))


def test_the_other_things_a_message_can_say() -> None:
    assert user_intent.states_feeling("i feel so alone")
    assert user_intent.asks_to_choose("which one should i take")
    assert user_intent.asks_about_ai("am i talking to a person")
    assert user_intent.asks_for_words("what should i say to my boss")
    assert user_intent.courts("be my girlfriend")
    assert not user_intent.courts("my girlfriend moved out")
