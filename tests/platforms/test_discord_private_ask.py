"""`/attune ask`, also where the bot is no member: plain, for one person, bounded, repairable."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import private_ask
from adapters.discord.components import ASIDE, buttons, under_of
from adapters.discord.sentences import said_on_discord
from bot.ids import MessageId
from bot.layout.window import Values
from bot.prompt import without_note
from bot.strings import ENGLISH
from bot.words import Edit
from tests.behaviour import REPLY
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told
from tests.platforms.discord_server.server import ON_MESSAGE
from tests.platforms.discord_server.world import Message
from tests.platforms.discord_words import options_of

MENUS = said_on_discord(ENGLISH).menus


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


@pytest.fixture(params=["group", "server"])
def place(request: pytest.FixtureRequest, d: DiscordDriver) -> str:
    """A place where the bot is no member."""
    return d.server.world.foreign("4242424242" if request.param == "server" else None)


async def given(d: DiscordDriver, where: str, words: str, by: str = "ada") -> list[Seen]:
    before = d._states()
    name, options = options_of(words)
    await d.server.command(where, d.person(by), name, options)
    return await d._since(before)


async def asked(d: DiscordDriver, where: str, text: str = "what is a heron?") -> Message:
    return d._found((await given(d, where, f"ask {text}"))[-1].id)


async def test_a_guest_answers_one_person_alone_and_reads_nothing_there(
    d: DiscordDriver, place: str
) -> None:
    reply = await asked(d, place)
    assert reply.words.startswith(REPLY)
    assert reply.only_for == d.person("ada")
    assert [without_note(line.text) for line in d.model.prompts[-1].lines[1:]] == [
        "what is a heron?"
    ]
    assert not any(f"/channels/{place}" in path for _, path in d.server.rest.asked)


async def test_it_is_repaired_by_its_buttons_and_put_back(d: DiscordDriver, place: str) -> None:
    reply = await asked(d, place)
    d.model.script = lambda _prompt: ["A grey bird."]
    await d.server.press(reply, d.person("ada"), ASIDE)
    await d.settle()
    assert "A grey bird." in reply.words
    assert "what is a heron?" in "\n".join(line.text for line in d.model.prompts[-1].lines)
    await d.choose("Put it back", reply.id)
    assert reply.words.startswith(REPLY)
    assert [one["custom_id"] for one in buttons(reply.payload)] == [ASIDE]


async def test_it_is_repaired_and_explained_by_its_menu(d: DiscordDriver, place: str) -> None:
    reply = await asked(d, place)
    before = d._states()
    await d.server.command(place, d.person("ada"), MENUS["why"], [], ON_MESSAGE, reply)
    assert ENGLISH.why.nothing in told(await d._since(before))
    d.model.script = lambda _prompt: ["A grey bird."]
    begun = await d.server.command(place, d.person("ada"), MENUS["wrong"], [], ON_MESSAGE, reply)
    await d.settle()
    await d.server.choose_in_form(begun, ["too long"], "one line, please")
    await d.settle()
    assert "A grey bird." in reply.words
    assert "one line, please" in "\n".join(line.text for line in d.model.prompts[-1].lines)


async def test_values_that_come_to_stand_under_it_are_a_list(d: DiscordDriver, place: str) -> None:
    reply = await asked(d, place)
    (room,) = d.discord.asides._open
    values = Values(("Plain", "Warm"), "Warm")
    new = Edit(None, (*values.labels, "Back"), values=values)
    await d.discord.chat.replace(room, MessageId(reply.id), new)
    assert under_of(reply.payload).values == values


async def test_what_can_be_changed_no_more_is_repaired_below(d: DiscordDriver, place: str) -> None:
    reply = await asked(d, place)
    d.server.world.clock.by += timedelta(minutes=20)
    d.model.script = lambda _prompt: ["A grey bird."]
    begun = await d.server.command(place, d.person("ada"), MENUS["wrong"], [], ON_MESSAGE, reply)
    await d.settle()
    before = d._states()
    await d.server.choose_in_form(begun, ["too long"])
    seen = await d._since(before)
    assert "A grey bird." in told(seen)
    assert reply.words.startswith(REPLY)


async def test_its_token_is_renewed_by_each_tap_and_then_it_stands_as_it_is(
    d: DiscordDriver, place: str
) -> None:
    reply = await asked(d, place)
    d.model.script = lambda _prompt: ["A grey bird."]
    d.server.world.clock.by += timedelta(minutes=13)
    await d.server.press(reply, d.person("ada"), ASIDE)
    await d.settle()
    d.server.world.clock.by += timedelta(minutes=13)
    await d.choose("Put it back", reply.id)
    assert reply.words.startswith(REPLY)


async def test_no_more_than_five_messages_are_said(
    d: DiscordDriver, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert private_ask.MOST_FOLLOW_UPS == 5
    d.model.script = lambda _prompt: [
        f"Point {number} of it all is one long line about bird number {number}. "
        for number in range(90)
    ]
    await asked(d, place, "tell me everything")
    assert d.server.rest.interactions.refused == []
    (one,) = d.server.rest.interactions.every.values()
    assert 1 < one.follow_ups <= 5


async def test_what_needs_a_room_is_told_apart(d: DiscordDriver, place: str) -> None:
    for words in ("on", "level warm", "stance listen", "style blunter"):
        name = "attune"
        sub, _, value = words.partition(" ")
        option = {"level": "level", "stance": "what", "style": "manner"}.get(sub, "")
        options = [{"name": option, "type": 3, "value": value}] if option else []
        before = d._states()
        picked = [{"name": sub, "type": 1, "options": options}]
        await d.server.command(place, d.person("ada"), name, picked)
        assert told(await d._since(before)) == ENGLISH.rooms.for_guests
    assert "Plain here" in told(await given(d, place, "status"))


async def test_it_stays_plain_and_apart_from_where_a_person_agreed_to_more(
    d: DiscordDriver, place: str
) -> None:
    await d.say("hello")
    await d.choose("Yes", (await d.command("on"))[-1].id)
    await asked(d, place)
    assert "Be a good helper" in d.model.prompts[-1].lines[0].text


async def test_a_life_at_risk_is_answered_there_too(d: DiscordDriver, place: str) -> None:
    seen = told(await given(d, place, "ask I want to kill myself tonight"))
    assert "emergency" in seen


async def test_where_it_is_a_member_it_is_seen_by_one_person_alone_too(d: DiscordDriver) -> None:
    seen = await d.command("ask what is a heron?", room="lobby")
    assert {one.to for one in seen} == {"ada"}
