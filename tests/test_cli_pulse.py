"""Whether what serves is alive: said from its own loop, old where that is blocked, and in words."""

import asyncio
from pathlib import Path

from adapters.cli.pulse import FILE, NOBODY, STALE_S, Pulse, StoreLook, beating, looked
from adapters.kit.platforms import Platforms
from adapters.kit.supervision import Lasting
from bot.engine import Engine
from bot.engine.reply_inputs import Manner
from bot.engine.shell import Parts
from bot.errors import StoreError
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import HOUSE
from tests.test_serving import FakePlatform


class Seconds:
    """Seconds since a start, moved on by hand."""

    at = 100.0

    def __call__(self) -> float:
        return self.at


def test_what_beats_is_alive_and_what_beat_long_ago_is_not(tmp_path: Path) -> None:
    now = Seconds()
    Pulse(tmp_path, now=now).beat()
    assert looked(tmp_path, now).is_well
    now.at += STALE_S + 1
    assert not looked(tmp_path, now).is_well
    assert "31 seconds" in looked(tmp_path, now).what


def test_what_beat_before_the_machine_was_started_again_is_not_alive(tmp_path: Path) -> None:
    now = Seconds()
    Pulse(tmp_path, now=now).beat()
    now.at = 5.0
    assert not looked(tmp_path, now).is_well


def test_nothing_serves_where_nothing_beats_and_nonsense_is_no_life(tmp_path: Path) -> None:
    assert looked(tmp_path).what == NOBODY
    (tmp_path / FILE).write_text("[]", encoding="utf-8")
    assert not looked(tmp_path).is_well


async def test_a_blocked_loop_says_nothing_and_one_that_ends_takes_it_away(tmp_path: Path) -> None:
    async with beating(tmp_path):
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert looked(tmp_path).is_well
    assert not looked(tmp_path).is_there


async def test_a_store_that_fails_is_said_until_it_works_again() -> None:
    store = FakeStore()
    look = StoreLook(store)
    await look.ask()
    assert look.faults() == ()
    store.fails = StoreError("The disk is full.")
    await look.ask()
    assert look.faults() == ("The disk is full.",)
    store.fails = None
    await look.ask()
    assert look.faults() == ()


async def test_a_store_that_does_not_answer_is_said(tmp_path: Path) -> None:
    store, now = FakeStore(), Seconds()
    look = StoreLook(store, now)
    async with store._turn, beating(tmp_path, look.faults):
        asking = asyncio.gather(look.ask())
        await asyncio.sleep(0)
        now.at += 21
        assert look.faults() == ("The database has not answered for 21 seconds.",)
    await asking


async def test_a_platform_that_is_not_served_or_does_not_hear_is_said() -> None:
    vault = FakeVault()
    model = ScriptedModel(lambda _prompt: ["Yes."])
    core = Engine(
        Parts(Platforms({}), (model,), FakeStore(vault), vault, SetClock()), HOUSE, Manner()
    )
    place = FakePlatform(says="nothing was read for 200 seconds")

    async def make() -> FakePlatform:
        return place

    one = Lasting("matrix", make, Platforms({}), core)
    assert one.faults() == ("Matrix: it is signing in.",)
    running = asyncio.gather(one.run())
    await asyncio.wait_for(place.serves.wait(), 5)
    assert one.faults() == ("Matrix: nothing was read for 200 seconds.",)
    place.says = ""
    assert one.faults() == ()
    place.end.set()
    await running
