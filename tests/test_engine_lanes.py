"""Lanes: whoever waits in one waits for the same, and nobody is remembered afterwards."""

import asyncio

from bot.engine.lanes import Lanes
from tests.play import ScriptedModel, play


async def test_a_lane_is_one_for_all_who_wait_in_it_and_then_it_is_gone() -> None:
    lanes, order = Lanes(asyncio.Lock), list[str]()

    async def goes(name: str) -> None:
        async with lanes["ada"]:
            order.append(f"{name} in")
            await asyncio.sleep(0)
            order.append(f"{name} out")

    await asyncio.gather(goes("one"), goes("other"))
    assert order == ["one in", "one out", "other in", "other out"]
    assert len(lanes) == 0


async def test_who_was_answered_is_in_no_lane_any_more(tmp_path: object) -> None:
    async with play(tmp_path, ScriptedModel(lambda _prompt: ["One thing."])).running() as p:  # type: ignore[arg-type]
        await p.type("hello", "/room lobby", "@attune and here?")
        dispatch = p.companion._dispatch
        every = (dispatch.lanes, dispatch.turns, dispatch.bench.room_locks)
        assert [len(one) for one in every] == [0, 0, 0]
