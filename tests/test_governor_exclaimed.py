"""A question mark of surprise, a tag or rhetoric leaves room for the question that asks."""

import pytest

from bot.governor.exclaimed import MOST, asks_for_nothing
from bot.governor.filter import Governed
from bot.levels import Level
from bot.text.plain import plain
from bot.words import Draft
from tests.in_english import in_english

SAID = "the dorm flooded and my records are ruined"
FREE = [
    "The whole crate?",
    "All of it?",
    "Oh no, all of them?",
    "Even the signed one?",
    "Not one?",
    "You did?",
    "Ruined?",
    "With Brianna??",
    "That's a long day to carry, you know?",
    "It wasn't even your shift, was it?",
    "Where else is a fourteen-year-old supposed to go?",
    "Who else yells at us for pulling early?",
]
ASKING = [
    "How late is it?",
    "Are you all right?",
    "How do you know?",
    "You okay?",
    "Which ones?",
    "Any cuts?",
    "Where else could you sleep?",
    "Who else knows?",
    "Did you call the landlord?",
    "Want to talk about it?",
    "What did the landlord say??",
    "Our little chats just fly by, don't they?",
    "Is it the whole crate that got wet?",
]


def shown(reply: str, said: str = SAID, budget: int = 1) -> str:
    it = Governed(budget, context=in_english(said, Level.WARM))
    return "".join(one.text for one in (*it.feed(Draft(reply)), *it.end()))


@pytest.mark.parametrize("text", FREE, ids=lambda _: None)
def test_what_needs_no_answer_leaves_the_question_that_asks(text: str) -> None:
    assert asks_for_nothing(plain(text), SAID)
    reply = f"{text} What can still be dried?"
    assert shown(reply) == reply


@pytest.mark.parametrize("text", ASKING, ids=lambda _: None)
def test_what_asks_is_held_to_the_budget(text: str) -> None:
    assert not asks_for_nothing(plain(text), SAID)
    assert shown(f"{text} What can still be dried?") == text


def test_of_those_that_need_no_answer_only_a_few_are_free() -> None:
    assert MOST == 2
    many = "All of it? Even the signed one? Really? What can still be dried?"
    assert shown(many) == "All of it? Even the signed one? Really?"


def test_after_the_question_that_asks_one_that_needs_no_answer_still_stands() -> None:
    reply = "What can still be dried? That's a whole shelf, you know?"
    assert shown(reply) == reply


def test_where_no_question_is_wanted_or_somebody_leaves_none_is_free() -> None:
    assert shown("That is a lot. All of it?", budget=0) == "That is a lot."
    assert "dried" not in shown("All of it? What can still be dried?", said="good night")


def test_a_reply_of_nothing_else_still_only_asks() -> None:
    it = Governed(1, context=in_english(SAID))
    assert tuple(it.feed(Draft("All of it? Which ones?")))
    tuple(it.end())
    assert it.only_questions
