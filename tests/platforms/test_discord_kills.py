"""The bot as its own process on Discord, killed and cut off: nothing lost, and nothing twice."""

import asyncio
import random
from pathlib import Path

import pytest

from bot.strings import ENGLISH
from bot.tasks import start
from tests.platforms.discord_server.rest.limits import AS_DISCORD, FREELY
from tests.platforms.discord_town import Town, sometimes, town
from tests.platforms.matrix_process import echo
from tests.platforms.model_server import Gate, Stream
from tests.told import tell


@pytest.mark.proof
async def test_kills_cuts_and_faults_lose_and_double_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as t:
        await t.bot.start()
        await settle(t)
        guilds = tuple(t.server.world.guilds)
        chance = t.server.rest.faults.choose = sometimes(7, 0.05)
        busy = [start(t.talk(number, 15, guilds), "talk") for number in range(20)]
        troubles = start(trouble(t), "trouble")
        for wait in (4, 6, 5, 7, 4):
            await asyncio.sleep(wait)
            await t.kill()
            await asyncio.sleep(random.Random(wait).uniform(0, 2))
            await t.bot.start()
        await asyncio.gather(*busy, troubles)
        t.server.rest.faults.choose, t.server.rest.limits.bucket = None, FREELY
        await t.once_each()
        taken, answered, otherwise, doubled = t.commands()
        said, waits = len(t.said), sum(t.server.rest.limits.refused.values())
        tell(f"discord: messages={said}, kills=5, failed={dict(chance.met)}, 429={waits}; "
              f"commands={len(t.given)}, acknowledged={taken}, answered={answered}, "
              f"answered otherwise={otherwise}, twice={doubled}")  # fmt: skip
        assert said >= 300
        assert waits
        assert chance.met["lost"]
        assert doubled == 0
        # what came too late to be acknowledged is answered otherwise too
        assert answered + otherwise <= len(t.given)
        assert t.lost() == []


async def settle(t: Town) -> None:
    """Everybody is known: the first message of each brings a greeting too."""
    ada = t.server.world.person("ada")
    await t.say(t.server.world.direct(ada)[0].id, ada)
    await t.once_each(60)


async def trouble(t: Town) -> None:
    """Cuts the line in every way, and lets Discord ask to wait."""
    gateway, limits = t.server.gateway, t.server.rest.limits
    for _ in range(3):
        for op in (None, 7, 9):
            await asyncio.sleep(2)
            await (gateway.drop() if op is None else gateway.tell(op, False))
            limits.bucket = AS_DISCORD if limits.bucket == FREELY else FREELY


# -- one rule at a time ------------------------------------------------------------------------


async def told_again(t: Town) -> None:
    await t.bot.start()
    await settle(t)
    (session,) = t.server.gateway._live()
    assert session.connection is not None
    for frame in tuple(session.events):
        if frame["t"] == "MESSAGE_CREATE":
            await session.connection.send(frame)
    await t.once_each(20)
    assert len(t.model.requests) == len(t.said)  # nothing was even thought about twice


async def said_while_it_was_down(t: Town) -> None:
    await t.bot.start()
    await settle(t)
    await t.bot.kill()
    ada = t.server.world.person("ada")
    await t.say(t.server.world.direct(ada)[0].id, ada)
    await t.bot.start()
    await t.once_each(20)


async def cut_off_while_saying(t: Town) -> None:
    """Discord took a reply, and the bot is killed before it learns so; then its memory ends."""
    await t.bot.start()
    await settle(t)
    said = asyncio.Event()

    def hang(method: str, path: str) -> str:
        if method != "POST" or not path.endswith("/messages") or said.is_set():
            return ""
        said.set()
        return "hang"

    t.server.rest.faults.choose = hang
    ada = t.server.world.person("ada")
    await t.say(t.server.world.direct(ada)[0].id, ada)
    await asyncio.wait_for(said.wait(), 20)
    await asyncio.sleep(0.5)
    await t.bot.kill()
    t.server.rest.faults.choose = None
    t.server.world.nonces.clear()
    await t.bot.start()
    await t.once_each(30)


async def placeholder(t: Town) -> None:
    """Somebody speaks to the bot while the model is silent, and "…" stands there."""
    await t.bot.start()
    await settle(t)
    t.model._script = lambda _body: Stream("never said", gate=Gate(after=0))
    ada = t.server.world.person("ada")
    await t.say(t.server.world.direct(ada)[0].id, ada)
    async with asyncio.timeout(20):
        while not coming(t):
            await asyncio.sleep(0.02)


def coming(t: Town) -> list[str]:
    """Gives the placeholders that stand."""
    channels = t.server.world.channels.values()
    every = [one for channel in channels for one in channel.messages.values() if not one.is_gone]
    return [one.id for one in every if one.payload["content"] == ENGLISH.replies.coming]


async def taken_up(t: Town) -> None:
    """The bot is killed and started again; by then Discord's own memory of its sends has ended."""
    await t.bot.kill()
    t.server.rest.faults.choose, t.model._script = None, echo
    t.server.world.nonces.clear()
    await t.bot.start()
    await t.once_each(30)
    assert coming(t) == []


async def killed_at_a_placeholder(t: Town) -> None:
    await placeholder(t)
    await asyncio.sleep(0.5)  # its id is stored
    await taken_up(t)


async def killed_while_a_placeholder_is_said(t: Town) -> None:
    """Discord took it, and the bot is killed before it learns so."""
    t.server.rest.faults.choose = lambda method, path: (
        "hang" if method == "POST" and path.endswith("/messages") and len(t.said) > 1 else ""
    )
    await placeholder(t)
    await taken_up(t)


BROKEN = {
    "no claims": told_again,
    "no catch-up": said_while_it_was_down,
    "never looked for": cut_off_while_saying,
    "placeholder forgotten": killed_at_a_placeholder,
    "no beginning is looked for": killed_while_a_placeholder_is_said,
}


@pytest.mark.proof
@pytest.mark.parametrize("rule", BROKEN)
async def test_a_rule_of_discord_holds(tmp_path: Path, rule: str) -> None:
    async with town(tmp_path) as t:
        await BROKEN[rule](t)


@pytest.mark.proof
@pytest.mark.parametrize("rule", BROKEN)
async def test_the_check_of_a_rule_of_discord_fails_where_it_is_broken(
    tmp_path: Path, rule: str
) -> None:
    async with town(tmp_path, rule=rule) as t:
        with pytest.raises(AssertionError):
            await BROKEN[rule](t)
