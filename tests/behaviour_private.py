"""What others read and what one person alone reads, on every platform: beside tests.behaviour."""

from bot import phrases
from bot.crisis import texts
from bot.errors import ModelUnreachable
from tests.behaviour import answered, prompted, says, words
from tests.driver import Driver

EARLIER = "a life seemed at risk"


async def test_a_crisis_in_a_direct_message_shows_in_no_shared_room(d: Driver) -> None:
    await d.say("hello", room="lobby")
    assert texts.FIRST in words(await d.say("I want to kill myself"))
    await answered(d, "when does the bank open", room="lobby")
    assert EARLIER not in prompted(d)
    assert d.model.prompts[-1].brief.crisis == ""
    says(d, ModelUnreachable("down"))
    reply = await answered(d, "and when does it close", room="lobby")
    assert reply.text == phrases.FAILED_UNREACHABLE
    (quiet,) = await d.say("I want to kill myself", room="lobby")
    assert quiet.text == texts.QUIET


async def test_a_crisis_in_a_shared_room_is_met_in_a_direct_message_and_help_is_named_there(
    d: Driver,
) -> None:
    await d.say("hello")
    (quiet,) = await d.say("I want to kill myself", room="lobby")
    assert quiet.text == texts.QUIET
    await d.say("hello again")
    assert EARLIER in prompted(d)
    assert texts.FIRST in words(await d.say("I want to kill myself"))


async def test_where_a_crisis_showed_a_dead_model_names_nothing_of_it(d: Driver) -> None:
    await d.say("hello", room="lobby")
    await d.say("I don't want to live anymore", room="lobby")
    says(d, ModelUnreachable("down"))
    again = await answered(d, "I don't want to live anymore", room="lobby")
    assert again.text == texts.STEADY
    other = await answered(d, "when does the bank open", room="lobby")
    assert other.text == phrases.FAILED_UNREACHABLE


async def test_where_others_read_the_notice_is_the_same_for_a_minor(d: Driver) -> None:
    for who in ("ada", "eve"):
        await d.say("hello", by=who)
    await d.command("under-18", by="eve")
    said: dict[str, list[str]] = {"ada": [], "eve": []}
    for hours in (0.0, 0.4, 0.4, 0.4, 0.4, 25.0):
        await d.pass_by(hours)
        for who, texts_said in said.items():
            texts_said.append((await answered(d, "and now", by=who, room="lobby")).text)
    assert said["ada"] == said["eve"]
    assert [phrases.NOTICE in one for one in said["eve"]] == [True, False, False, True, False, True]
