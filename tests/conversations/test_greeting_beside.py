"""A greeting and the model do not wait for each other; the reply's first words wait for both."""

import asyncio
from pathlib import Path

from bot.ids import MessageId
from bot.words import Outgoing
from tests.play import Play, ScriptedModel, play


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


async def greeting_held(p: Play, model: ScriptedModel) -> HeldFirst:
    """Says hello, and gives the greeting while it is being said and the model was asked."""
    held = HeldFirst(p)
    await p.type("/go hello")
    await held.began.wait()
    await model.reached.wait()
    return held


def said(p: Play) -> list[str]:
    """Gives what was said, shortened to what tells one from the other."""
    texts = [one["text"] for one in p.shown if one["do"] == "say"]
    return ["greeting" if "I'm Attune" in text else text for text in texts]


def gated() -> ScriptedModel:
    """Gives a model that waits before its first piece."""
    model = ScriptedModel(lambda _prompt: ["One thing."])
    model.gates[0] = asyncio.Event()
    return model


async def test_the_model_is_asked_before_the_greeting_is_said(tmp_path: Path) -> None:
    p = play(tmp_path, model := gated())
    async with p.running():
        held = await greeting_held(p, model)
        assert said(p) == []
        held.may_go.set()
        model.gates[0].set()
        await p.companion.settled()
        assert said(p) == ["greeting", "One thing."]


async def test_no_word_of_the_reply_is_said_before_the_greeting(tmp_path: Path) -> None:
    p = play(tmp_path, model := gated())
    async with p.running():
        held = await greeting_held(p, model)
        model.gates[0].set()
        for _ in range(200):  # whatever could go on has gone on
            await asyncio.sleep(0)
        assert said(p) == []
        held.may_go.set()
        await p.companion.settled()
        assert said(p) == ["greeting", "One thing."]


async def test_a_reply_that_is_stopped_while_the_greeting_is_said_is_not_said(
    tmp_path: Path,
) -> None:
    p = play(tmp_path, model := gated())
    async with p.running():
        held = await greeting_held(p, model)
        model.gates[0].set()
        await p.type("/go /attune stop")
        held.may_go.set()
        await p.companion.settled()
        assert "One thing." not in said(p)
        assert "greeting" in said(p)


async def test_ending_the_process_leaves_no_send_under_way(tmp_path: Path) -> None:
    p = play(tmp_path, model := gated())
    async with p.running():
        await greeting_held(p, model)
    assert not [one for one in asyncio.all_tasks() if one.get_name() == "sends"]
    assert said(p) == []
