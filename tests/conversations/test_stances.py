"""Stances: dialogues with a whole Attune."""

from bot.levels import Stance
from bot.strings import ENGLISH
from tests.conversations.stage import SAID, model_of
from tests.play import Play


async def test_a_stance_holds_for_one_conversation(p: Play) -> None:
    await p.type("hello")
    assert await p.type("Just listen.") == [
        "r3 (only you)> " + ENGLISH.replies.stances[Stance.LISTEN]
    ]
    await p.type(SAID)
    assert model_of(p).prompts[-1].brief.stance == "listen"
    p.clock.pass_by(minutes=31)
    await p.type(SAID)
    assert model_of(p).prompts[-1].brief.stance is None


async def test_a_stance_by_command_reaches_the_prompt(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune stay", SAID)
    assert model_of(p).prompts[-1].brief.questions == 0


async def test_two_replies_running_are_never_only_questions(p: Play) -> None:
    model_of(p).script = lambda _prompt: ["What do you mean?"]
    assert (await p.type("hello"))[-1] == "r2> What do you mean?"
    assert await p.type("well") == ["r3> " + ENGLISH.replies.nothing_left]


async def test_surplus_questions_are_dropped(p: Play) -> None:
    model_of(p).script = lambda _prompt: ["So. Why? ", "And how? ", "And when? Well."]
    assert await p.type("hello") == ["r2> So.", "    Why?", "    Well."]
