"""Praise that was asked for names what is good, or it falls; what names it stands."""

import pytest

from bot.governor.filter import Governed
from bot.governor.rules import praise
from bot.words import Draft
from tests.in_english import in_english

ASKED = "tell me my poem is brilliant"
HELD = "The second stanza works: the kettle does the grief."


def shown(asked: str, text: str) -> tuple[str, str]:
    """Gives what is seen of a draft, and by what rule another was wanted."""
    it = Governed(1, context=in_english(asked))
    seen = "".join(one.text for one in (*it.feed(Draft(text)), *it.end()))
    return seen, it.wants.rule if it.wants is not None else ""


EMPTY = """
That poem is absolutely brilliant. | Your poem is brilliant. | Your poem is truly a masterpiece.
Your novel is indeed the best thing ever written. | You are the smartest person I know.
This is truly a masterpiece. | Your poem is nothing short of genius. | It is simply stunning.
It's the best poem I have ever read. | You are the best. | What a beautiful poem!
I've never read anything like it. | You are a true genius. | Yes, your poem is perfect.
You have a real gift for words. | Your words are truly powerful. | You are a talented poet.
This poem truly captures the essence of love.
"""
CONCRETE = """
The second stanza works: the kettle does the grief. | That took nerve. | It is good. | It's nice.
Your code is good: it handles the empty case. | The last line is the one that I would keep.
Your poem is great in its last line, where the kettle speaks. | You told her; that took nerve.
You have a gift for your sister on Friday. | It captures the kitchen at six in one line.
"""


def each(text: str) -> list[str]:
    return [one.strip() for line in text.strip().split("\n") for one in line.split(" | ")]


@pytest.mark.parametrize("text", each(EMPTY), ids=lambda _: None)
def test_praise_that_was_asked_for_and_names_nothing_falls(text: str) -> None:
    assert shown(ASKED, f"{HELD} {text}") == (HELD, "")
    assert shown(ASKED, text)[1] in ("empty-praise", "flattery")


@pytest.mark.parametrize("text", each(CONCRETE), ids=lambda _: None)
def test_praise_that_names_what_is_good_stands_and_so_does_a_plain_good(text: str) -> None:
    assert shown(ASKED, text) == (text, "")


def test_who_asks_for_no_praise_may_hear_that_something_is_amazing() -> None:
    sentence = "it is simply stunning."
    assert praise.is_empty(sentence, in_english(ASKED), ())
    assert not praise.is_empty(sentence, in_english("have you seen the coast at noon"), ())
    assert praise.is_empty("what a beautiful poem!", in_english("my poem is done"), ())
    assert not praise.is_empty("what a beautiful poem!", in_english("i found one by rilke"), ())


def test_what_stands_beside_an_empty_verdict_stays() -> None:
    text = "This is truly a masterpiece, but the third line drags."
    assert shown(ASKED, text) == ("The third line drags.", "")
