"""Channels where it may not answer: no model is asked, nobody else silenced, its person knows."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import ids
from adapters.discord.mute import OFTEN
from adapters.discord.sentences import said_on_discord
from bot.errors import MessageFixed, NotAllowed, StoreError
from bot.ids import MessageId
from bot.strings import ENGLISH
from tests.behaviour import REPLY
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told
from tests.platforms.discord_server.world import BOT, HISTORY, SEND, VIEW

UNANSWERED = said_on_discord(ENGLISH).unanswered.partition("{")[0]


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def muted(d: DiscordDriver, bits: int = SEND, *, tells: bool = True) -> str:
    await d.say("hello", room="lobby")
    where = await d.channel("ada", "lobby")
    await d.server.deny(where, bits, tells=tells)
    d.model.prompts.clear()
    d.server.rest.refused.clear()
    return where


@pytest.mark.parametrize("bits", [SEND, VIEW])
async def test_where_it_may_not_write_no_model_is_asked_and_nothing_refused(
    d: DiscordDriver, bits: int
) -> None:
    await muted(d, bits)
    for _ in range(3):
        assert await d.say("are you there?", room="lobby") == []
    assert (d.model.prompts, d.server.rest.refused) == ([], [])
    assert REPLY in told(await d.say("and here?", room="other"))


async def test_a_refusal_that_nothing_foretold_is_met_once(d: DiscordDriver) -> None:
    await muted(d, tells=False)
    for _ in range(4):
        assert await d.say("are you there?", room="lobby") == []
    refused = [path.rpartition("/")[2] for _, path in d.server.rest.refused]
    assert sorted(refused) == sorted(set(refused))  # typing once, a message once
    assert len(refused) <= 2
    where = await d.channel("ada", "lobby")
    await d.server.deny(where, 0)
    assert REPLY in told(await d.say("and now?", room="lobby"))


@pytest.mark.parametrize("is_command", [True, False])
async def test_its_person_is_told_once_at_their_next_private_occasion(
    d: DiscordDriver, is_command: bool
) -> None:
    where = await muted(d)
    await d.say("are you there?", room="lobby")
    for expected in (1, 0):
        seen = await d.command("status", room="other") if is_command else await d.say("hi")
        assert told(seen).count(UNANSWERED) == expected
        assert (f"<#{where}>" in told(seen)) is bool(expected)
        lines = [one for one in seen if UNANSWERED in one.text]
        assert all(one.to == "ada" for one in lines) or not is_command


async def test_a_life_at_risk_is_answered_alone_where_it_may_not_write(d: DiscordDriver) -> None:
    await muted(d)
    (seen,) = await d.say("I want to kill myself tonight", room="lobby")
    assert ENGLISH.crisis.first in seen.text
    direct, _ = d.server.world.direct(d.person("ada"))
    assert d._found(seen.id).payload["channel_id"] == direct.id


async def test_a_life_at_risk_in_what_was_changed_is_answered_alone_too(d: DiscordDriver) -> None:
    await muted(d)
    await d.say("are you there?", room="lobby")
    changed = f"<@{BOT}> I want to kill myself tonight"
    assert ENGLISH.crisis.first in told(await d.edit(changed))


async def test_a_change_is_answered_there_where_it_is_graver_and_only_there(
    d: DiscordDriver,
) -> None:
    await muted(d)
    (seen,) = await d.say("I wish I was dead", room="lobby")
    assert ENGLISH.crisis.first not in seen.text
    graver = f"<@{BOT}> I want to kill myself tonight"
    assert ENGLISH.crisis.first in told(await d.edit(graver))
    assert await d.edit(f"{graver} now") == []


class Away:
    """A store that cannot be reached."""

    async def reading(self, *_: object) -> None:
        raise StoreError("The database is away.")

    deciding = sweep = reading


async def at_once(_seconds: float) -> None:
    """Waits for nothing."""


@pytest.mark.parametrize("is_changed", [True, False])
async def test_a_life_at_risk_is_answered_there_once_while_the_store_is_away(
    d: DiscordDriver, monkeypatch: pytest.MonkeyPatch, is_changed: bool
) -> None:
    await muted(d)
    await d.say("are you there?", room="lobby")
    assert d.discord.working is not None
    monkeypatch.setattr(d.discord.working, "sleep", at_once)
    monkeypatch.setattr(d.discord.kept, "_store", Away())
    danger = "I want to kill myself tonight"
    changed = f"<@{BOT}> {danger}"
    (seen,) = await d.edit(changed) if is_changed else await d.say(danger, room="lobby")
    assert ENGLISH.crisis.first in seen.text
    assert d.server.rest.refused == []


async def test_what_comes_closer_there_is_read_after_what_was_said_before(
    d: DiscordDriver,
) -> None:
    await muted(d)
    await d.say("I want to die", room="lobby")
    assert ENGLISH.crisis.first in told(await d.say("I have the pills here", room="lobby"))


async def test_off_beside_a_life_at_risk_holds_where_it_may_not_write(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    await d.choose("Yes", (await d.command("on", room="lobby"))[-1].id, room="lobby")
    await muted(d)
    seen = told(await d.say("I want to kill myself tonight. turn it off", room="lobby"))
    assert ENGLISH.crisis.first in seen
    assert said_on_discord(ENGLISH).leaving in seen
    assert "Plain here" in told(await d.command("status", room="lobby"))


async def test_of_a_channel_that_it_no_longer_knows_nothing_is_promised(d: DiscordDriver) -> None:
    where = await muted(d)
    await d.say("are you there?", room="lobby")
    guild = d.server.world.channels[where].guild
    gone = {"id": where, "guild_id": guild, "type": 0}
    await d.server.gateway.dispatch("CHANNEL_DELETE", gone)
    seen = told(await d.say("hi"))
    assert said_on_discord(ENGLISH).unanswered_gone.partition("{where}")[2] in seen


async def test_who_is_ignored_is_not_read_there_either(d: DiscordDriver) -> None:
    await d.command("ignore-me")
    await muted(d)
    assert await d.say("I want to kill myself tonight", room="lobby") == []
    assert UNANSWERED not in told(await d.command("status"))


async def test_off_holds_where_it_may_not_write(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    await d.choose("Yes", (await d.command("on", room="lobby"))[-1].id, room="lobby")
    await muted(d)
    await d.say("off", room="lobby")
    assert "Plain here" in told(await d.command("status", room="lobby"))


async def test_what_it_may_not_read_is_said_in_the_channel_and_no_model_is_asked(
    d: DiscordDriver,
) -> None:
    await muted(d, HISTORY)
    line = said_on_discord(ENGLISH).lacking.format(rights="Read Message History")
    assert told(await d.say("are you there?", room="lobby")) == line
    assert await d.say("are you there?", room="lobby") == []
    assert (d.model.prompts, d.server.rest.refused) == ([], [])
    d.server.world.clock.by += OFTEN
    assert told(await d.say("are you there?", room="lobby")) == line


async def test_a_role_that_lets_it_write_again_is_heard_of(d: DiscordDriver) -> None:
    where = await muted(d)
    guild = d.server.world.channels[where].guild
    assert guild is not None
    d.server.world.channels[where].denied.clear()
    await d.server.gateway.dispatch("GUILD_CREATE", d.server.world.guild_payload(guild))
    assert REPLY in told(await d.say("and now?", room="lobby"))
    member = {**d.server.world.member(guild, BOT), "guild_id": guild}
    member["communication_disabled_until"] = "2999-01-01T00:00:00+00:00"
    await d.server.gateway.dispatch("GUILD_MEMBER_UPDATE", member)
    d.model.prompts.clear()
    assert await d.say("and in a time-out?", room="lobby") == []
    assert d.model.prompts == []


async def test_what_it_may_not_take_away_and_what_is_gone_are_told_apart(d: DiscordDriver) -> None:
    seen = (await d.say("hello", room="lobby"))[-1]
    where = await d.channel("ada", "lobby")
    with pytest.raises(MessageFixed):
        await d.discord.chat.delete(ids.room(where), MessageId("1"))
    await d.server.deny(where, VIEW)
    with pytest.raises(NotAllowed):
        await d.discord.chat.delete(ids.room(where), MessageId(seen.id))
