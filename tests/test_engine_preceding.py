"""What a decision says first comes before the words of its reply, by a loop that jumps."""

import asyncio
from dataclasses import replace

import pytest

from bot.capabilities import LIVE, Growth
from bot.engine.answer import Answering
from bot.errors import ModelCutOff
from bot.strings import ENGLISH
from bot.tasks import start
from tests.jumping_loop import at_once
from tests.test_engine_opening import HELD, PLACED, Scene, TimedModel, _sent

SAID_AT = 5.0  # seconds after the reply began


async def answered(scene: Scene, *, is_stopped: bool = False) -> list[tuple[float, str]]:
    """Answers while what comes first is being said; the ask may be stopped meanwhile."""
    await scene.stand.put(scene.row)
    bench = scene.bench()

    async def first() -> None:
        await asyncio.sleep(SAID_AT)
        if is_stopped:
            await scene.stand.put(replace(scene.row, state="stopped"))

    bench.preceding[scene.row.key] = start(first(), "sends")
    await Answering(bench, _sent).answer(scene.row, await scene.facts())
    return scene.chat.calls


@pytest.mark.parametrize("growth", [LIVE, HELD, PLACED], ids=["live", "held", "placed"])
def test_no_word_of_a_reply_is_said_before_it(growth: Growth) -> None:
    calls = at_once(lambda: answered(Scene(TimedModel("It slips."), growth)))
    assert calls == [(SAID_AT, "r1> It slips.")]


@pytest.mark.parametrize("growth", [LIVE, HELD, PLACED], ids=["live", "held", "placed"])
def test_a_reply_that_is_stopped_by_then_is_not_said(growth: Growth) -> None:
    scene = Scene(TimedModel("It slips."), growth)
    assert at_once(lambda: answered(scene, is_stopped=True)) == []


def test_a_failure_is_told_after_it() -> None:
    calls = at_once(lambda: answered(Scene(TimedModel(ModelCutOff("cut")), HELD)))
    assert [(at, ENGLISH.failures.cut_off in line) for at, line in calls] == [(SAID_AT, True)]
