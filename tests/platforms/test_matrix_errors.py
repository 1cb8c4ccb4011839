"""A homeserver in trouble: asked gently, told of plainly, and gone on with when it is well."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from aiohttp import web

from adapters.matrix.sync import LONGEST_S
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.matrix_process import MARK, bot, echo
from tests.platforms.matrix_scene import Scene, once_each, scene
from tests.platforms.matrix_town import TOGETHER_S
from tests.platforms.model_server import Answer, Body, ModelServer, Stream
from tests.platforms.proxy import Fault, Proxy
from tests.platforms.synapse import HERE, Synapse, synapse

pytestmark = HERE


def always(fault: Fault) -> Callable[[web.Request], Fault | None]:
    return lambda _request: fault


def once(
    fault: Fault, part: str, times: int = 1, after: int = 0
) -> Callable[[web.Request], Fault | None]:
    """Lets the next requests whose path has that part fail, `after` so many that do not."""
    left: list[Fault | None] = [*[fault] * times, *[None] * after]
    return lambda request: left.pop() if left and part in request.path else None


async def begun(s: Scene, *, encrypted: bool = True) -> None:
    await s.bot.start()
    await s.town.settle(shared=0, encrypted=encrypted)
    await s.town.say(s.town.lanes[0])
    assert await s.town.answered(20, again_s=0)


async def test_a_homeserver_that_only_fails_is_asked_once_a_second_at_most(
    hs: Synapse, tmp_path: Path
) -> None:
    async with scene(hs, tmp_path, "ada", "ben", "cem") as s:
        await begun(s)
        s.proxy.choose = always("502")
        for lane in s.town.lanes:
            await s.town.say(lane)
        before, began = len(s.proxy.asked), monotonic()
        await asyncio.sleep(5)
        assert 2 <= len(s.proxy.asked) - before <= monotonic() - began + 1
        s.proxy.choose = lambda _request: None
        await once_each(s, 60)


async def test_a_start_against_a_homeserver_that_only_fails_is_as_gentle(tmp_path: Path) -> None:
    proxy = Proxy("http://127.0.0.1:9", always("502"))
    await proxy.start()
    async with ModelServer(echo) as model:
        one = bot(tmp_path / "bot", proxy.url, model.url)
        one.process = await one.at.start("serve", hears=True)
        try:
            async with asyncio.timeout(60):  # however long a start takes here
                while not proxy.asked:
                    await asyncio.sleep(0.1)
            before, began = len(proxy.asked), monotonic()
            await asyncio.sleep(6)
            assert len(proxy.asked) - before <= monotonic() - began + 1
            assert one.process.returncode is None
        finally:
            one.process.kill()
            _, complaint = await one.process.communicate()
            await proxy.close()
    assert b"status 502" in complaint
    assert b"Traceback" not in complaint


@pytest.mark.parametrize("fault", ["soft", pytest.param("hard", marks=pytest.mark.proof)])
async def test_signed_out_it_signs_in_again_on_the_same_device(
    hs: Synapse, tmp_path: Path, fault: Fault
) -> None:
    async with scene(hs, tmp_path, "ada") as s:
        await begun(s)
        s.proxy.choose = once(fault, "/sync")
        await s.town.say(s.town.lanes[0])
        await once_each(s, 30)
        assert sum("/login" in what for _, what in s.proxy.asked) == 2
        devices = s.town.people[0].client.olm.device_store.active_user_devices(s.town.bot)
        assert len(list(devices)) == 1


@pytest.mark.parametrize("fault", ["soft", "hard"])
async def test_a_reply_that_is_refused_for_its_token_is_sent_again_with_a_new_one(
    hs: Synapse, tmp_path: Path, fault: Fault
) -> None:
    async with scene(hs, tmp_path, "ada") as s:
        await begun(s)
        s.proxy.choose = once(fault, "/send/")
        await s.town.say(s.town.lanes[0])
        await once_each(s, 30)
        assert sum("/login" in what for _, what in s.proxy.asked) == 2


async def test_signed_out_without_a_password_it_ends_and_says_what_to_do(
    hs: Synapse, tmp_path: Path
) -> None:
    async with scene(hs, tmp_path, "ada") as s:
        token = await s.hs.token(s.town.bot, PASSWORD)
        settings = {f"matrix_{name}": token[name] for name in ("access_token", "device_id")}
        s.bot.at.settings.update(matrix_password="", **settings)
        s.proxy.choose = once("hard", "/sync", after=1)  # the first ends at once, a later one waits
        await s.bot.start()
        assert s.bot.process is not None
        assert await asyncio.wait_for(s.bot.process.wait(), 60) == 2
        told = "".join(s.bot.lines)
        assert "ATTUNE_MATRIX_PASSWORD" in told
        assert "Traceback" not in told


@pytest.mark.proof
async def test_a_long_429_is_waited_out(hs: Synapse, tmp_path: Path) -> None:
    async with scene(hs, tmp_path, "ada") as s:
        await begun(s)
        s.proxy.choose = once("429", "/send/m.room.encrypted/", times=2)
        began = monotonic()
        await s.town.say(s.town.lanes[0])
        await once_each(s, 40)
        assert monotonic() - began >= 6


async def test_one_time_keys_that_ran_out_are_made_again(hs: Synapse, tmp_path: Path) -> None:
    async with scene(hs, tmp_path, "ada") as s:
        await begun(s)
        await s.bot.kill()
        ada = s.town.people[0]
        (device,) = ada.client.olm.device_store.active_user_devices(s.town.bot)
        claim = {"one_time_keys": {s.town.bot: {device.id: "signed_curve25519"}}}
        while (await ada.asked("POST", "/keys/claim", claim))["one_time_keys"].get(s.town.bot):
            pass
        await s.bot.start()
        async with asyncio.timeout(20):
            while not (await ada.asked("POST", "/keys/claim", claim))["one_time_keys"]:
                await asyncio.sleep(0.1)


@pytest.mark.proof
async def test_a_hung_homeserver_holds_it_up_for_a_minute_and_a_half_at_most(
    hs: Synapse,
    tmp_path: Path,
) -> None:
    async with scene(hs, tmp_path, "ada") as s:
        await begun(s)
        s.proxy.choose = once("hung", "/sync")
        await s.town.say(s.town.lanes[0])  # ends the request that waits; the next one hangs
        await s.town.answered(20)
        began = monotonic()
        await s.town.say(s.town.lanes[0])
        await once_each(s, 150)
        assert 20 < monotonic() - began < LONGEST_S + 30


# -- as homeservers are set up -----------------------------------------------------------------


def long(body: Body) -> Answer:
    number = MARK.findall(str(body["messages"][-1]["content"]))[-1]
    # Nothing in it stands in an earlier reply: what is said again is left out by the governor.
    points = " ".join(f"Point {place} of {number} stands here." for place in range(30))
    return Stream(f"Heard: {number}. {points} That is all of {number}.")


@pytest.mark.proof
async def test_with_the_default_limits_every_reply_comes_whole(tmp_path: Path) -> None:
    async with synapse(tmp_path, {}) as hs, scene(hs, tmp_path, "ada", "ben", script=long) as s:
        await s.bot.start()
        await s.town.settle(shared=0)
        for _ in range(3):
            await asyncio.gather(*(s.town.say(lane) for lane in s.town.lanes))
            await asyncio.sleep(TOGETHER_S)
        await once_each(s, 120)
        await until_whole(s, 300)


async def until_whole(s: Scene, seconds: float) -> None:
    """Waits until each reply says all of it."""
    async with asyncio.timeout(seconds):
        while not all(_is_whole(s, event) for event in s.town.said):
            await asyncio.sleep(1)
            await s.town.catch_up()


def _is_whole(s: Scene, event: str) -> bool:
    every = (one for who in s.town.people for one in who.shown.values())
    said = f"That is all of {s.town.said[event]}."
    return any(said in one.body for one in every if one.reply_to == event)
