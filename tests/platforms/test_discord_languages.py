"""On Discord in another language: by an interaction's locale, in all that is the adapter's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from adapters.discord import ids
from adapters.discord.components import PRIVATE, buttons, under_of
from adapters.discord.sentences import said_on_discord
from bot.ids import MessageId, SendKey
from bot.rupture import Rupture
from bot.strings import ENGLISH
from bot.words import Outgoing, Stage
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord, reply_in, told
from tests.platforms.discord_server.interactions import Interaction
from tests.platforms.discord_server.server import ON_MESSAGE
from tests.platforms.discord_server.world import BOT, HISTORY, SEND, Message
from tests.platforms.test_discord_threads import long_reply

GERMAN, FRENCH = ENGLISH.to("de"), ENGLISH.to("fr")
OWN, BUTTONS = said_on_discord(GERMAN), said_on_discord(GERMAN).buttons

MENUS = said_on_discord(ENGLISH).menus


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    """Gives a driver whose ada reads Discord in German, and eve in French."""
    async with on_discord(tmp_path) as driver:
        driver.server.locales = {driver.person("ada"): "de", driver.person("eve"): "fr"}
        yield driver


def labels(message: Message) -> list[str]:
    return [str(one["label"]) for one in buttons(message.payload)]


async def form(d: DiscordDriver, reply: Message) -> Interaction:
    where = reply.payload["channel_id"]
    begun = await d.server.command(where, d.person("ada"), MENUS["wrong"], [], ON_MESSAGE, reply)
    await d.settle()
    return begun


# -- the first interaction ---------------------------------------------------------------------


async def test_a_germans_first_card_form_and_buttons_are_german(d: DiscordDriver) -> None:
    card = (await d.command("on", room="lobby"))[-1]
    assert GERMAN.cards.like["warm"] in card.text
    assert card.choices[0] == GERMAN.choices.yes
    many = d._found((await d.command("language", room="lobby"))[-1].id)
    assert under_of(many.payload).values.holds == GERMAN.language.name
    reply = await reply_in(d)
    assert labels(reply) == [BUTTONS["private"]]
    begun = await form(d, reply)
    assert begun.data["title"] == BUTTONS["wrong"]
    asked, note = begun.data["components"]
    assert (asked["label"], note["label"]) == (OWN.form["kind"], OWN.form["note"])
    lines = {one["value"]: one["label"] for one in asked["component"]["options"]}
    assert lines["cold"] == GERMAN.repair.kinds[Rupture.COLD]
    d.model.script = lambda _prompt: ["Das ist jetzt besser."]
    before = d._states()
    await d.server.choose_in_form(begun, ["cold"])
    assert "jetzt besser" in told(await d._since(before))


async def test_what_a_person_said_by_command_counts_for_more_than_their_locale(
    d: DiscordDriver,
) -> None:
    await d.command("language français", room="lobby")
    reply = await reply_in(d)
    assert labels(reply) == [said_on_discord(FRENCH).buttons["private"]]
    begun = await form(d, reply)
    assert begun.data["title"] == said_on_discord(FRENCH).buttons["wrong"]
    await d.restart()
    before = d._states()
    await d.server.press(await reply_in(d), d.person("ada"), PRIVATE)
    told_alone = told([one for one in await d._since(before) if one.to == "ada"])
    assert said_on_discord(FRENCH).taken_private.partition("{link}")[2] in told_alone


# -- the adapter's own -------------------------------------------------------------------------


async def test_a_reply_keeps_the_language_of_its_buttons_over_a_restart(d: DiscordDriver) -> None:
    d.answers = False  # this is between the adapter and Discord alone
    room, key = ids.room(await d.channel("ada", "lobby")), SendKey("k")
    new = Outgoing(key, room, "I", reply_to=MessageId("5"), stage=Stage.GROWING, language="de")
    said = await d.discord.chat.say(new)
    message = d._found(said)
    assert labels(message) == [BUTTONS["stop"]]
    await d.restart()
    chat = d.discord.chat
    await chat.extend(room, said, "It", is_last=False)
    await chat.extend(room, said, "It is here.")
    assert (message.words, labels(message)) == ("It is here.", [BUTTONS["private"]])


async def test_everybody_is_told_in_their_own_language_whose_an_exchange_is(
    d: DiscordDriver,
) -> None:
    await d.command("status", room="lobby")
    reply = await reply_in(d)
    before = d._states()
    await d.server.press(reply, d.person("eve"), PRIVATE)
    assert FRENCH.rooms.not_yours in told(await d._since(before))
    before = d._states()
    await d.server.press(reply, d.person("ada"), PRIVATE)
    seen = told(await d._since(before))
    assert GERMAN.replies.carried_over in seen
    assert OWN.taken_private.partition("{link}")[2] in seen


async def test_one_talks_on_about_what_was_carried_over_in_another_language(
    d: DiscordDriver,
) -> None:
    await d.command("status", room="lobby")
    d.model.script = lambda _prompt: ["The heron sails on Friday."]
    await d.say("tell me all", room="lobby")
    reply = d._found((await d.say("tell me all", room="lobby"))[-1].id)
    await d.server.press(reply, d.person("ada"), PRIVATE)
    await d.settle()
    await d.command("language english")
    await d.say("is that so?")
    assert any("The heron sails" in line.text for line in d.model.prompts[-1].lines)


async def test_the_thread_of_a_long_reply_is_named_in_its_persons_language(
    d: DiscordDriver,
) -> None:
    await d.command("status", room="lobby")
    first, *_ = await long_reply(d)
    assert d.server.world.channels[first.id].name == GERMAN.replies.rest_of_reply


async def test_a_question_asked_privately_keeps_its_language_in_each_edit(
    d: DiscordDriver,
) -> None:
    place = d.server.world.foreign(None)
    d.channels["abroad"] = place
    seen = await d.command("ask what is a heron?", room="abroad")
    reply = d._found(seen[-1].id)
    assert BUTTONS["wrong"] in labels(reply)


# -- lines of the adapter's own ----------------------------------------------------------------


async def test_what_lacks_and_what_waited_is_said_in_its_persons_language(
    d: DiscordDriver,
) -> None:
    where = await d.channel("ada", "lobby")
    d.server.world.channels[where].denied[BOT] |= HISTORY
    assert OWN.lacking.partition("{")[0] in told(await d.command("status", room="lobby"))
    await d.server.deny(where, SEND)
    await d.say("bist du da?", room="lobby")
    assert OWN.unanswered.partition("{")[2].partition("}")[2].partition("{")[0] in told(
        await d.say("hallo")
    )


async def test_how_to_be_heard_is_said_in_its_persons_language(d: DiscordDriver) -> None:
    await d.command("status", room="lobby")
    reply = await reply_in(d)
    before, where = d._states(), reply.payload["channel_id"]
    await d.server.say(where, d.person("ada"), "und jetzt?", reply.id, pings=False)
    assert told(await d._since(before)) == OWN.unheard
    assert OWN.way.partition("{")[0] in told(await d.say("/attune status", room="lobby"))
