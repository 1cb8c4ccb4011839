"""The bot as its own process, killed and cut off: nothing is lost, and nothing is said twice."""

import asyncio
import random
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from aiohttp import web

from adapters.matrix.sync import FILTER
from bot.strings import ENGLISH
from bot.tasks import start
from tests.platforms.matrix_process import echo
from tests.platforms.matrix_scene import Scene, once_each, scene
from tests.platforms.matrix_town import TOGETHER_S, Lane
from tests.platforms.model_server import Gate, Stream
from tests.platforms.proxy import Fault, sometimes
from tests.platforms.synapse import HERE, Synapse, synapse
from tests.told import tell

pytestmark = HERE


@pytest.mark.proof
async def test_kills_faults_and_a_gap_lose_and_double_nothing(tmp_path: Path) -> None:
    people = ("ada", "ben", "cem", "dot", "eve")
    async with synapse(tmp_path) as hs, scene(hs, tmp_path, *people) as s:
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
        tell(f"matrix: messages={len(s.town.said)}, kills=8, failed={dict(s.proxy.failed)}")
        assert len(s.town.said) == 400


async def _kills(s: Scene, times: int) -> None:
    chance = random.Random(times)
    for _ in range(times):
        await asyncio.sleep(chance.uniform(1, 5))
        await s.bot.kill()
        await s.bot.start()


async def _gap(s: Scene, of: int, addressed: int) -> None:
    """While the bot is down, one shared room fills with more than a homeserver tells at once."""
    assert of > 2 * FILTER["room"]["timeline"]["limit"]
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
    await _gap(s, 210, 5)
    await s.bot.start()
    await once_each(s, 8)


async def cut_off_while_saying(s: Scene) -> None:
    """The homeserver took a reply, and the bot is killed before it learns so."""
    await s.bot.start()
    await s.town.settle(shared=0)
    await s.town.say(s.town.lanes[0])
    await s.town.answered(8, again_s=0)  # the greeting is said
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


async def killed_at_a_placeholder(s: Scene) -> None:
    """The bot is killed while "…" stands, with the emoji that stops it."""
    await s.bot.start()
    await s.town.settle(shared=0)
    lane = s.town.lanes[0]
    await s.town.say(lane)
    await s.town.answered(8, again_s=0)  # the greeting is said
    s.model._script = lambda _body: Stream("never said", gate=Gate(after=0))
    await s.town.say(lane)
    async with asyncio.timeout(30):
        while not await _marks(s, lane):
            await asyncio.sleep(0.1)
    await s.bot.kill()
    assert _coming(s)
    s.model._script = echo
    await s.bot.start()
    await once_each(s, 8)
    with suppress(TimeoutError):
        async with asyncio.timeout(15):
            while await _marks(s, lane):
                await asyncio.sleep(0.1)
    assert not await _marks(s, lane)
    assert not _coming(s)


def _coming(s: Scene) -> list[str]:
    """Gives the placeholders that stand."""
    every = [one for person in s.town.people for one in person.shown.values()]
    return [one.event for one in every if one.body == ENGLISH.replies.coming and not one.is_gone]


async def _marks(s: Scene, lane: Lane) -> list[str]:
    """Gives the emojis that the bot put under messages in a room."""
    await s.town.catch_up()
    page = await lane.person.asked("GET", f"/rooms/{lane.room}/messages?dir=b&limit=1000")
    own = [one for one in page["chunk"] if one["sender"] == s.town.bot and one["content"]]
    return [one["event_id"] for one in own if one["type"] == "m.reaction"]


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
    "placeholder on Matrix forgotten": ("", killed_at_a_placeholder),
    "stop left standing": ("", killed_at_a_placeholder),
}


OFTEN = ("key taken for shared", "no cross-signing")  # the others in proof
RULES = [one if one in OFTEN else pytest.param(one, marks=pytest.mark.proof) for one in BROKEN]


@pytest.mark.parametrize("rule", RULES)
async def test_a_rule_holds(hs: Synapse, tmp_path: Path, rule: str) -> None:
    kept, check = BROKEN[rule]
    async with scene(hs, tmp_path, "ada", "ben", rule=kept) as s:
        await check(s)


@pytest.mark.proof
@pytest.mark.parametrize("rule", BROKEN)
async def test_the_check_of_a_rule_fails_where_it_is_broken(
    hs: Synapse, tmp_path: Path, rule: str
) -> None:
    _, check = BROKEN[rule]
    async with scene(hs, tmp_path, "ada", "ben", rule=rule) as s:
        with pytest.raises(AssertionError):
            await check(s)
