"""Where words are asked for, a lecture in its own voice falls, and the text itself stays."""

import pytest

from bot.governor import user_intent
from bot.governor.composed import may_be_of_it
from bot.governor.filter import Governed
from bot.text.plain import plain
from bot.words import Draft
from tests.in_english import in_english

LECTURE = "It's important to communicate openly with him."
OF_THE_TEXT = "Remember that everyone makes mistakes."


def shown(asked: str, text: str) -> str:
    it = Governed(1, context=in_english(asked))
    return "".join(one.text for one in (*it.feed(Draft(text)), *it.end()))


@pytest.mark.parametrize(
    "asked",
    [
        "should i text him to ask why",
        "what should i say to him",
        "write a message to him about the key",
        "how do i text him that it is over",
    ],
)
def test_a_lecture_beside_words_asked_for_falls(asked: str) -> None:
    assert shown(asked, f"Ask once, and plainly. {LECTURE}") == "Ask once, and plainly."


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("what should i say to sam", f'"{OF_THE_TEXT}"'),
        ("what should i say to sam", f"Say this:\n\n{OF_THE_TEXT} I made one too."),
        ("what should i say to sam", f"Hey Sam, I read it. {OF_THE_TEXT}"),
        ("write a speech for the school", f"Friends, sit down. {OF_THE_TEXT}"),
        ("write a message to sam", f"I read it twice. {OF_THE_TEXT}"),
        ("translate this for my class", "It's important to listen to them."),
    ],
)
def test_the_text_that_was_asked_for_stays(asked: str, text: str) -> None:
    assert shown(asked, text) == text


def test_what_speaks_of_others_or_of_the_message_is_not_of_it() -> None:
    asked = "write a message to him about the key"
    assert may_be_of_it("be honest and bring it back.", asked, ())
    assert not may_be_of_it("keep your tone calm.", asked, ())
    assert may_be_of_it("keep your tone calm.", asked, ("here is one:",))
    assert not may_be_of_it("keep your tone calm.", asked, ("here is one:", '"bring it back."'))


def test_after_a_quoted_text_it_speaks_in_its_own_voice_again() -> None:
    text = f'Say this:\n\n"I was wrong on Friday." {LECTURE}'
    assert shown("what should i say to him", text) == 'Say this:\n\n"I was wrong on Friday."'


WHETHER = """
should i text him to ask why | can i message her again | should i just write to them
do i send him a message | could i even send her a card
"""
WHAT = """
what should i text him | how should i text him | should i text him, and what should i say
can you write to her for me | help me with a text to him | what can i write to them
a message for my boss, please
"""


@pytest.mark.parametrize(
    "text", [one for line in WHETHER.strip().split("\n") for one in line.split(" | ")]
)
def test_who_asks_whether_to_write_asks_for_no_words(text: str) -> None:
    assert not user_intent.asks_for_words(plain(text))


@pytest.mark.parametrize(
    "text", [one for line in WHAT.strip().split("\n") for one in line.split(" | ")]
)
def test_who_asks_what_to_write_asks_for_words(text: str) -> None:
    assert user_intent.asks_for_words(plain(text))


def test_beside_a_question_whether_to_write_every_rule_holds() -> None:
    kept = "Ask once, and plainly."
    assert shown("should i text him to ask why", f"{kept} I'll always be here for you.") == kept
