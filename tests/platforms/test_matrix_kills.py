"""The bot as its own process, killed and cut off: nothing is lost, and nothing is said twice."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from aiohttp import web

from bot.tasks import start
from tests.platforms.matrix_process import Bot, bot, echo
from tests.platforms.matrix_town import TOGETHER_S, Town
from tests.platforms.model_server import ModelServer
from tests.platforms.proxy import Fault, Proxy, sometimes
from tests.platforms.synapse import HERE, Synapse, synapse

pytestmark = HERE


class Scene:
    """A homeserver behind a proxy, the bot as a process, and people."""

    def __init__(self, hs: Synapse, proxy: Proxy, one: Bot, town: Town) -> None:
        self.hs, self.proxy, self.bot, self.town = hs, proxy, one, town


@asynccontextmanager
async def scene(folder: Path, *names: str, rule: str = "") -> AsyncIterator[Scene]:
    """Sets it up; the people have no rooms yet, and the bot is not started."""
    async with synapse(folder) as hs, ModelServer(echo) as model:
        await hs.register("attune", "only for tests")
        proxy = Proxy(hs.url)
        await proxy.start()
        one = bot(folder / "bot", proxy.url, model.url)
        one.rule = rule
        town = Town(hs, "@attune:example.org", names)
        try:
            yield Scene(hs, proxy, one, town)
        finally:
            if one.process is not None:
                await one.kill()
            await town.close()
            await proxy.close()


async def once_each(s: Scene, patience_s: float = 150) -> None:
    """Checks that each message was answered exactly once, and that all of it could be read."""
    found = await s.town.answered(patience_s)
    missing = sorted(set(s.town.said.values()) - set(found))
    unreadable = sum(person.unreadable for person in s.town.people)
    told = f"{len(missing)} of {len(s.town.said)} unanswered, {unreadable} unreadable"
    assert not missing, f"{told}\n{''.join(s.bot.lines[-20:])}"
    assert max(found.values()) == 1
    assert unreadable == 0


@pytest.mark.proof
async def test_kills_faults_and_a_gap_lose_and_double_nothing(tmp_path: Path) -> None:
    async with scene(tmp_path, "ada", "ben", "cem", "dot", "eve") as s:
        await s.bot.start()
        await s.town.settle()
        s.proxy.choose = sometimes(6, 0.06)
        busy = [start(s.town.talk(lane, 23), "talk") for lane in s.town.lanes]
        await _kills(s, 4)
        await s.hs.stop()
        await asyncio.sleep(3)
        await s.hs.start()
        await _kills(s, 3)
        await s.bot.kill()
        await asyncio.gather(*busy)
        await _gap(s, 250, 400 - len(s.town.said))
        await s.bot.start()
        await once_each(s)
        print(f"\nmatrix: messages={len(s.town.said)}, kills=8, failed={dict(s.proxy.failed)}")
        assert len(s.town.said) == 400


async def _kills(s: Scene, times: int) -> None:
    chance = random.Random(times)
    for _ in range(times):
        await asyncio.sleep(chance.uniform(1, 5))
        await s.bot.kill()
        await s.bot.start()


async def _gap(s: Scene, of: int, addressed: int) -> None:
    """While the bot is down, one shared room fills with more than a homeserver tells at once."""
    room = s.town.lanes[-1].room
    lanes = [lane for lane in s.town.lanes if lane.room == room]
    for number in range(of):
        place, is_due = divmod(number, of // addressed)
        if is_due == 0 and place < addressed:
            await s.town.say(lanes[place % len(lanes)])
            await asyncio.sleep(TOGETHER_S / len(lanes))
        else:
            await s.town.chat(lanes[number % len(lanes)], f"between us, {number}")


# -- one rule at a time ------------------------------------------------------------------------


async def gap(s: Scene) -> None:
    await s.bot.start()
    await s.town.settle(shared=1)
    await s.bot.kill()
    await _gap(s, 250, 5)
    await s.bot.start()
    await once_each(s, 8)


async def cut_off_while_saying(s: Scene) -> None:
    """The homeserver took a reply, and the bot is killed before it learns so."""
    await s.bot.start()
    await s.town.settle(shared=0)
    await s.town.say(s.town.lanes[0])
    await once_each(s, 8)  # the greeting is said
    taken = asyncio.Event()

    def first_reply(request: web.Request) -> Fault | None:
        if "/send/m.room.encrypted/" not in request.path or taken.is_set():
            return None
        taken.set()
        return "hang after"

    s.proxy.choose = first_reply
    await s.town.say(s.town.lanes[0])
    await asyncio.wait_for(taken.wait(), 30)
    await asyncio.sleep(1)
    await s.bot.kill()
    await s.bot.start()
    await once_each(s, 8)


async def killed_while_taking(s: Scene) -> None:
    await s.bot.start()
    await s.town.settle(shared=0)
    await s.town.say(s.town.lanes[0])
    assert s.bot.process is not None
    await asyncio.wait_for(s.bot.process.wait(), 30)
    await s.bot.start()
    await once_each(s, 8)


async def signed(s: Scene) -> None:
    await s.bot.start()
    await s.town.settle(shared=0)
    me, asker = s.town.bot, s.town.people[0].client
    async with httpx2.AsyncClient(base_url=s.hs.url) as client:
        headers = {"Authorization": f"Bearer {asker.access_token}"}
        body: dict[str, Any] = {"device_keys": {me: []}}
        asked = await client.post("/_matrix/client/v3/keys/query", json=body, headers=headers)
    found = asked.json()
    (device,) = found["device_keys"][me].values()
    keys = found.get("self_signing_keys", {}).get(me, {}).get("keys", {})
    assert [key for key in keys if key in device["signatures"][me]]


async def cut_off_while_sharing(s: Scene) -> None:
    """The homeserver fails just when the room's key is handed over."""
    await s.bot.start()
    await s.town.settle(shared=0)
    failed: list[str] = []

    def first_keys(request: web.Request) -> Fault | None:
        if "/sendToDevice/m.room.encrypted/" not in request.path or len(failed) > 1:
            return None
        failed.append(request.path)
        return "502"

    s.proxy.choose = first_keys
    await s.town.say(s.town.lanes[0])
    await once_each(s, 8)
    assert failed


BROKEN = {
    "key taken for shared": ("", cut_off_while_sharing),
    "no back-fill": ("", gap),
    "random transaction id": ("", cut_off_while_saying),
    "token before inbox": ("dies in take", killed_while_taking),
    "no cross-signing": ("", signed),
}


@pytest.mark.parametrize("rule", BROKEN)
async def test_a_rule_holds(tmp_path: Path, rule: str) -> None:
    kept, check = BROKEN[rule]
    async with scene(tmp_path, "ada", "ben", rule=kept) as s:
        await check(s)


@pytest.mark.proof
@pytest.mark.parametrize("rule", BROKEN)
async def test_the_check_of_a_rule_fails_where_it_is_broken(tmp_path: Path, rule: str) -> None:
    _, check = BROKEN[rule]
    async with scene(tmp_path, "ada", "ben", rule=rule) as s:
        with pytest.raises(AssertionError):
            await check(s)
