"""Cards on Discord: sent, tapped, changed in place; and whose eyes they are for."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import ids
from adapters.discord.cards import is_card, words
from adapters.discord.components import ALONE, NOTE, buttons, choice
from bot.errors import FileRefused
from bot.events import ChoiceMade
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.strings import ENGLISH
from bot.words import Edit, Outgoing, TextFile
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.platforms.discord_server.interactions import Interaction
from tests.platforms.discord_server.layout import IS_CARD
from tests.platforms.discord_server.world import Message

TEXT = "**Warm here**\n- One.\n- Two.\n\n-# Small."
MANY = ("Yes", "Not now", "Read everything", "Less", "More often", "Never", "Later")


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with on_discord(tmp_path) as driver:
        driver.answers = False  # this is between the adapter and Discord alone
        yield driver


async def a_card(d: DiscordDriver, room: str = "lobby", key: str = "k") -> Outgoing:
    where = ids.room(await d.channel("ada", room), is_direct=room == "dm")
    return Outgoing(SendKey(key), where, TEXT, choices=("Yes", "No"), is_card=True)


async def said(d: DiscordDriver, new: Outgoing) -> Message:
    return d._found(await d.discord.chat.say(new))


def ada(d: DiscordDriver) -> PersonId:
    return ids.person(d.person("ada"))


def labels(message: Message) -> tuple[str, ...]:
    found = (choice(str(one["custom_id"])) for one in buttons(message.payload))
    return tuple(one[1] for one in found if one is not None)


def looks(message: Message) -> tuple[str, tuple[str, ...], bool]:
    return message.words, labels(message), is_card(message.payload)


async def commanded(d: DiscordDriver, room: str = "lobby") -> RoomId:
    """Lets ada give a command, so that she can be answered alone."""
    await d.command("status", room=room)
    return ids.room(await d.channel("ada", room), is_direct=room == "dm")


async def tap(d: DiscordDriver, message: Message, label: str) -> tuple[ChoiceMade, Interaction]:
    """Lets ada tap a choice, and gives the event that comes of it."""
    came: list[ChoiceMade] = []
    handle = d.discord.working.handle if d.discord.working is not None else None
    assert handle is not None

    async def noting(event: object, notes: object = ()) -> object:
        came.append(event) if isinstance(event, ChoiceMade) else None
        return await handle(event, notes)  # type: ignore[arg-type]

    d.discord.working.handle = noting  # type: ignore[union-attr]
    every = [str(one["custom_id"]) for one in buttons(message.payload)]
    custom = next(one for one in every if (choice(one) or ("", ""))[1] == label)
    given = await d.server.press(message, d.person("ada"), custom)
    await d.settle()
    d.discord.working.handle = handle  # type: ignore[union-attr]
    (one,) = came
    return one, given


# -- said and changed --------------------------------------------------------------------------


@pytest.mark.parametrize("room", ["lobby", "dm"])
async def test_a_card_is_said_and_changed_in_place_and_stays_a_card(
    d: DiscordDriver, room: str
) -> None:
    new = await a_card(d, room)
    message = await said(d, new)
    assert looks(message) == (TEXT, ("Yes", "No"), True)
    chat, id_ = d.discord.chat, MessageId(message.id)
    await chat.replace(new.room, id_, Edit(None, MANY))
    assert looks(message) == (TEXT, MANY, True)
    await chat.replace(new.room, id_, Edit("Done."))
    assert looks(message) == ("Done.", (), True)
    await chat.extend(new.room, id_, "Done. And more.")
    assert looks(message) == ("Done. And more.", (), True)
    await chat.delete(new.room, id_)
    assert message.is_gone


async def test_another_process_changes_a_card_that_it_did_not_say(d: DiscordDriver) -> None:
    new = await a_card(d)
    message = await said(d, new)
    await d.restart()
    await d.discord.chat.replace(new.room, MessageId(message.id), Edit(None, ("Undo",)))
    assert looks(message) == (TEXT, ("Undo",), True)


async def test_talk_of_before_stays_talk_whatever_takes_its_place(d: DiscordDriver) -> None:
    new = replace(await a_card(d), is_card=False)
    message = await said(d, new)
    await d.discord.chat.replace(new.room, MessageId(message.id), Edit("Done.", MANY))
    assert looks(message) == ("Done.", MANY, False)


async def test_a_card_is_read_again_with_its_words(d: DiscordDriver) -> None:
    new = await a_card(d)
    message = await said(d, new)
    read = await d.discord.chat.read(new.room, MessageId(message.id))
    assert read is not None
    assert read.text == TEXT
    asked = await d.server.say(message.payload["channel_id"], d.person("ada"), "<@100> and?")
    began = d.server.world.clock.now() - timedelta(minutes=1)
    told = await d.discord.chat.history(new.room, ada(d), MessageId(asked.id), began)
    assert [one.text for one in told] == [TEXT, "and?"]


# -- for one person ----------------------------------------------------------------------------


async def test_a_card_for_one_person_is_ephemeral_and_changed_by_no_more_calls_than_one(
    d: DiscordDriver,
) -> None:
    room = await commanded(d)
    message = await said(d, replace(await a_card(d), to=ada(d)))
    assert message.only_for == d.person("ada")
    assert looks(message) == (TEXT, ("Yes", "No"), True)
    d.server.rest.asked.clear()
    for text, choices in ((None, ("Undo",)), ("Done.", ())):
        await d.discord.chat.replace(room, MessageId(message.id), Edit(text, choices))
        assert looks(message) == (text or TEXT, choices, True)
    assert [method for method, _ in d.server.rest.asked] == ["PATCH", "PATCH"]


async def test_after_a_restart_a_tap_brings_the_card_along(d: DiscordDriver) -> None:
    room = await commanded(d)
    message = await said(d, replace(await a_card(d), to=ada(d)))
    await d.restart()
    event, _ = await tap(d, message, "Yes")
    assert (event.message, event.label) == (message.id, "Yes")
    d.server.rest.asked.clear()
    await d.discord.chat.replace(room, event.message, Edit(None))
    assert looks(message) == (TEXT, (), True)
    assert [method for method, _ in d.server.rest.asked] == ["PATCH"]


async def test_words_that_were_forgotten_are_read_once_where_they_are_to_stay(
    d: DiscordDriver,
) -> None:
    room = await commanded(d)
    message = await said(d, replace(await a_card(d), to=ada(d)))
    await d.discord.chat.forget(ada(d), (), d.server.world.clock.now())
    assert TEXT not in str(d.discord.whispers._of)
    d.server.rest.asked.clear()
    await d.discord.chat.replace(room, MessageId(message.id), Edit(None))
    assert looks(message) == (TEXT, (), True)
    assert [method for method, _ in d.server.rest.asked] == ["GET", "PATCH"]


async def test_a_private_card_in_a_direct_message_is_marked_and_stays_so(
    d: DiscordDriver,
) -> None:
    new = replace(await a_card(d, "dm"), to=ada(d))
    message = await said(d, new)
    assert message.payload["flags"] == IS_CARD | ALONE
    await d.discord.chat.replace(new.room, MessageId(message.id), Edit("Done."))
    assert message.payload["flags"] == IS_CARD | ALONE


async def test_what_waits_behind_a_note_is_a_card_and_changes_where_its_person_sees_it(
    d: DiscordDriver,
) -> None:
    new = replace(await a_card(d), to=ada(d))
    note = await said(d, new)
    assert looks(note) == (ENGLISH.rooms.for_you_alone, (), False)
    (opens,) = buttons(note.payload)
    assert str(opens["custom_id"]).startswith(NOTE)
    given = await d.server.press(note, d.person("ada"), opens["custom_id"])
    await d.settle()
    (shown,) = given.answered
    assert looks(shown) == (TEXT, ("Yes", "No"), True)
    event, _ = await tap(d, shown, "Yes")
    assert event.message == note.id
    await d.discord.chat.replace(new.room, event.message, Edit("Warm, until May."))
    assert looks(shown) == ("Warm, until May.", (), True)
    assert "Warm, until May." not in note.words  # which everybody reads


async def test_files_that_wait_behind_a_note_are_its_persons_alone(d: DiscordDriver) -> None:
    files = (TextFile("data.json", '{"rows": []}\n'), TextFile("data.html", "<p>Rows</p>"))
    new = replace(await a_card(d), to=ada(d), is_card=False, choices=(), files=files)
    note = await said(d, new)
    assert d.server.world.files_of(note) == ()
    (opens,) = buttons(note.payload)
    given = await d.server.press(note, d.person("ada"), opens["custom_id"])
    await d.settle()
    (shown,) = given.answered
    assert shown.only_for == d.person("ada")
    assert d.server.world.files_of(shown) == tuple(one.text for one in files)


async def test_a_file_that_is_not_taken_is_said_to_be_refused_and_says_nothing(
    d: DiscordDriver,
) -> None:
    large = TextFile("x.json", "x" * 11_000_000)
    new = replace(await a_card(d, "dm"), is_card=False, files=(large,))
    with pytest.raises(FileRefused):
        await d.discord.chat.say(new)
    assert d.server.rest.refused[-1][0] == 413


# -- menus -------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_card", [True, False])
@pytest.mark.parametrize("label", ["Yes", "Later"])
async def test_a_line_of_the_menu_is_a_choice_like_a_button_and_costs_no_call_more(
    d: DiscordDriver, is_card: bool, label: str
) -> None:
    message = await said(d, replace(await a_card(d), choices=MANY, is_card=is_card))
    before, told = str(message.payload["components"]), message.edits
    d.server.rest.asked.clear()
    event, given = await tap(d, message, label)
    assert (event.message, event.label, event.is_pressed) == (message.id, label, True)
    assert len(d.server.rest.asked) == 1
    # What was picked in the menu shows no more: it is shown anew, as it stood.
    assert given.kind == (7 if label == "Later" else 6)
    assert (str(message.payload["components"]), message.words) == (before, TEXT)
    assert message.edits - told == (label == "Later")


# -- links -------------------------------------------------------------------------------------


async def test_a_piece_of_its_own_links_its_commands_and_talk_never_does(d: DiscordDriver) -> None:
    command = str(d.server.world.commands[0]["id"])
    link, text = f"Say </attune off:{command}>.", "Say /attune off."
    new = replace(await a_card(d), text=text)
    message = await said(d, new)
    assert words(message.payload) == link
    read = await d.discord.chat.read(new.room, MessageId(message.id))
    assert read is not None
    assert read.text == text
    await d.discord.chat.replace(new.room, MessageId(message.id), Edit(f"{text} Done."))
    assert words(message.payload) == f"{link} Done."
    talk = await said(d, replace(new, is_card=False, key=SendKey("other")))
    assert words(talk.payload) == text
    await d.discord.chat.replace(new.room, MessageId(talk.id), Edit(f"{text} Done."))
    assert words(talk.payload) == f"{text} Done."


async def test_what_one_person_alone_is_told_links_its_commands(d: DiscordDriver) -> None:
    await commanded(d)
    command = str(d.server.world.commands[0]["id"])
    alone = replace(await a_card(d), text="Say /attune off.", to=ada(d), is_card=False)
    assert words((await said(d, alone)).payload) == f"Say </attune off:{command}>."
