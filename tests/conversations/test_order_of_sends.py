"""What is said beside a reply waits for no turn, and the reply keeps its place behind it."""

import asyncio
from pathlib import Path

from bot.ids import MessageId
from bot.strings import ENGLISH
from bot.words import Outgoing
from tests.play import Play, ScriptedModel, held, is_asked, play

AT_RISK = "I want to kill myself tonight"


class HeldFirst:
    """A console's `say` whose first call waits until it is let go."""

    def __init__(self, p: Play) -> None:
        self.began, self.may_go, self._say = asyncio.Event(), asyncio.Event(), p.session.console.say
        p.session.console.say = self  # type: ignore[method-assign]

    async def __call__(self, new: Outgoing) -> MessageId:
        if not self.began.is_set():
            self.began.set()
            await self.may_go.wait()
        return await self._say(new)


async def all_else() -> None:
    """Lets whatever can go on go on."""
    for _ in range(200):
        await asyncio.sleep(0)


async def test_a_later_reply_waits_while_the_words_before_an_earlier_one_are_said(
    tmp_path: Path,
) -> None:
    p = play(tmp_path, model := ScriptedModel(lambda _prompt: ["I am here."]))
    async with p.running():
        words = HeldFirst(p)
        await p.type(f"/go {AT_RISK}")
        await words.began.wait()
        await p.type("/go and my dog is ill")
        await all_else()
        assert model.prompts == []
        words.may_go.set()
        await p.companion.settled()
    first, second = (prompt.lines[-1].text for prompt in model.prompts)
    assert (AT_RISK in first, "my dog" in second) == (True, True)


async def test_the_words_for_a_life_at_risk_wait_for_no_reply(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["I am here."]))
    async with p.running():
        gate = held(p)
        await p.type("/go hello")
        await is_asked(p)
        await p.type(f"/go {AT_RISK}")
        await all_else()
        assert p.shown[-1]["text"].startswith(ENGLISH.crisis.first)
        gate.set()
        await p.companion.settled()


async def test_ending_the_process_leaves_no_send_under_way(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["I am here."]))
    async with p.running():
        words = HeldFirst(p)
        await p.type(f"/go {AT_RISK}")
        await words.began.wait()
    assert not [one for one in asyncio.all_tasks() if one.get_name() == "sends"]
