"""A line of the operator's to everybody, under the next reply of each, on every platform."""

from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Driver

LINE = "On Sunday I am away from six to eight."
SHOWN = ENGLISH.replies.announced.format(text=LINE)


async def test_a_line_to_everybody_stands_last_under_one_reply_of_each_and_never_in_a_crisis(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.announce(LINE)
    assert SHOWN not in words(await d.say("I want to kill myself tonight"))
    await d.pass_by(30)
    assert SHOWN not in words(await d.say("goodnight, talk to you tomorrow"))
    await d.pass_by(1)
    told = (await d.say("what do you think of herons"))[-1].text
    assert told.rstrip().endswith(f"{LINE})")
    assert words(await d.say("and of storks")).count(LINE) == 0
    await d.pass_by(30)
    assert SHOWN not in words(await d.say("and of cranes"))


async def test_a_line_that_was_taken_back_is_told_to_nobody(d: Driver) -> None:
    await d.say("hello")
    await d.announce(LINE)
    await d.announce("")
    await d.pass_by(30)
    assert SHOWN not in words(await d.say("what do you think of herons"))
