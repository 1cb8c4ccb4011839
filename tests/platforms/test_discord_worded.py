"""Words that are no plain message: captions, polls, forwards, edits; and what has none."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.prompt import without_note
from bot.strings import ENGLISH
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, told
from tests.platforms.discord_server.world import BOT

JSON = dict[str, Any]
DARK = "I want to kill myself tonight"


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        yield driver


async def shown(d: DiscordDriver, text: str = "", **more: Any) -> str:
    """Sends that to the bot in a direct message, and gives what it says."""
    where, before = await d.channel("ada", "dm"), d._states()
    d.newest["ada"] = await d.server.say(where, d.person("ada"), text, **more)
    return told(await d._since(before))


def asked(d: DiscordDriver) -> str:
    return "\n".join(line.text for line in d.model.prompts[-1].lines)


@pytest.mark.parametrize("kind", ["caption", "picture's own words", "poll", "answer", "forward"])
async def test_a_life_at_risk_is_read_wherever_it_is_written(d: DiscordDriver, kind: str) -> None:
    photo = d.server.attach("photo.png", b"\x89PNG", "image/png")
    every: dict[str, JSON] = {
        "caption": {"text": DARK, "attachments": [photo]},
        "picture's own words": {"attachments": [{**photo, "description": DARK}]},
        "poll": d.server.poll(DARK, "yes", "no"),
        "answer": d.server.poll("what now?", "sleep", DARK),
        "forward": d.server.forward(DARK),
    }
    assert ENGLISH.crisis.first in await shown(d, **every[kind])


async def test_a_life_at_risk_is_read_in_what_a_message_was_changed_to(d: DiscordDriver) -> None:
    await d.say("what is a heron?")
    assert ENGLISH.crisis.first in told(await d.edit(DARK))


async def test_a_poll_and_a_forward_are_read_and_what_is_forwarded_is_told_apart(
    d: DiscordDriver,
) -> None:
    await shown(d, **d.server.poll("Stay or go?", "Stay", "Go"))
    assert "Stay or go?\nStay\nGo" in asked(d)
    await shown(d, **d.server.forward("I'm 15, and the heron sails. Off."))
    assert "[forwarded, and not said by whom]\nI'm 15" in asked(d)
    seen = await d.settle()
    assert ENGLISH.person.age_asked not in told(seen)
    await d.say("and what does that mean?")
    assert "the heron sails" in asked(d)


async def test_a_forward_that_says_off_takes_nothing_back(d: DiscordDriver) -> None:
    await d.say("hello")
    await d.choose("Yes", (await d.command("on"))[-1].id)
    await shown(d, **d.server.forward("off"))
    assert "Warm here" in told(await d.command("status"))


STICKER: JSON = {"sticker_items": [{"id": "5", "name": "wave", "format_type": 1}]}


async def test_what_has_no_words_gets_one_kind_line_a_day(d: DiscordDriver) -> None:
    photo = d.server.attach("photo.png", b"\x89PNG", "image/png")
    voice = d.server.attach("voice-message.ogg", b"Ogg", "audio/ogg")
    told_first = [await shown(d, **STICKER), await shown(d, attachments=[photo])]
    told_first.append(await shown(d, attachments=[voice], flags=1 << 13))
    assert [ENGLISH.rooms.words_only in one for one in told_first] == [True, False, False]
    assert d.model.prompts == []
    await d.pass_by(24.1)
    where, before = await d.channel("ada", "lobby"), d._states()
    more: JSON = {"attachments": [photo]}
    await d.server.say(where, d.person("ada"), f"<@{BOT}>", **more)
    assert ENGLISH.rooms.words_only in told(await d._since(before))


async def test_a_bare_name_is_answered_in_one_line_and_not_for_ever(d: DiscordDriver) -> None:
    where, ada = await d.channel("ada", "lobby"), d.person("ada")
    for expected in (1, 0):
        before = d._states()
        made = await d.server.say(where, ada, f"<@{BOT}>")
        seen = await d._since(before)
        assert told(seen).count(ENGLISH.rooms.here.partition(";")[0]) == expected
        assert all(one.reply_to == made.id for one in seen)
    await d.say("and now?", room="lobby")
    assert [without_note(line.text) for line in d.model.prompts[-1].lines[1:]] == ["and now?"]


async def test_who_is_ignored_is_told_nothing_of_words(d: DiscordDriver) -> None:
    await d.command("ignore-me")
    assert await shown(d, **STICKER) == ""
    assert await d.say("help") == []


async def test_a_typed_command_is_done_where_nobody_else_reads(d: DiscordDriver) -> None:
    assert "Plain here" in told(await d.say("attune status"))
    card = (await d.say("/attune on"))[-1]
    await d.choose("Yes", card.id)
    assert "Warm here" in told(await d.say("!attune status"))
    assert d.model.prompts == []


@pytest.mark.parametrize(
    ("text", "link"),
    [("help", "attune help"), ("attune on", "attune on"), ("/attune stay", "attune stance"),
     ("/attune-admin ceiling warm", "attune-admin ceiling"), ("/attune statsu", "attune status"),
     ("/attune-admin quiet-hours 22-7", "attune-admin set")],
)  # fmt: skip
async def test_a_typed_command_is_shown_its_way_where_others_read(
    d: DiscordDriver, text: str, link: str
) -> None:
    own = next(one["id"] for one in d.server.world.commands if one["name"] == link.split()[0])
    (seen,) = await d.say(text, room="lobby")
    assert f"</{link}:{own}>" in d._found(seen.id).payload["content"]
    assert d.model.prompts == []


async def test_off_typed_as_a_command_holds_where_others_read(d: DiscordDriver) -> None:
    await d.say("hello", room="lobby")
    await d.choose("Yes", (await d.command("on", room="lobby"))[-1].id, room="lobby")
    await d.say("/attune off", room="lobby")
    assert "Plain here" in told(await d.command("status", room="lobby"))


async def test_a_question_typed_as_a_command_is_answered(d: DiscordDriver) -> None:
    await d.say("/attune ask what is a heron?")
    assert d.model.prompts[-1].lines[-1].text == "/attune ask what is a heron?"
