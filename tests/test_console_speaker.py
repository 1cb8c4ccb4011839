"""What a person does at the console becomes one event, or none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.console.speaker import Speaker
from bot.commands.values import Ceiling, On
from bot.events import (
    ChoiceMade,
    CommandGiven,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
)
from bot.ids import EventId, MessageId, PersonId, RoomId, SendKey
from bot.levels import Level
from bot.words import Outgoing
from tests.console_stage import NOON, Stage, stage

YOU, ADA = PersonId("console:you"), PersonId("console:ada")
DM, LOUNGE = RoomId("console:dm:you"), RoomId("console:room:lounge")


@pytest.fixture(name="at")
def _at(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as opened:
        yield opened


async def _bot_says(at: Stage, text: str = "Hello.", room: RoomId = DM) -> None:
    await at.console.say(Outgoing(SendKey(text), room, text))


async def _bot_offers(at: Stage, *labels: str, to: PersonId | None = None) -> None:
    await at.console.say(Outgoing(SendKey(str(labels)), DM, "Shall I?", to=to, choices=labels))


async def test_a_plain_line_is_a_message(at: Stage) -> None:
    assert isinstance(at.session.speaker, Speaker)
    await at.type("hello")
    where = at.console.seat.where
    assert at.events == [
        MessageSeen(EventId("console:u1"), NOON, YOU, where, message=MessageId("u1"), text="hello")
    ]
    assert (at.newest["do"], at.newest["id"], at.newest["text"]) == ("seen", "u1", "hello")


async def test_a_command_is_an_event_and_not_a_message(at: Stage) -> None:
    await at.type("/attune on Warm", "/attune-admin ceiling warm")
    assert [
        (event.id, event.command, event.typed)
        for event in at.events
        if isinstance(event, CommandGiven)
    ] == [
        ("console:e1", On(Level.WARM), "attune on Warm"),
        ("console:e2", Ceiling(Level.WARM), "attune-admin ceiling warm"),
    ]
    assert list(at.console.transcript.room(DM)) == []
    assert (at.newest["id"], at.newest["text"]) == ("e2", "/attune-admin ceiling warm")


# -- shared rooms ------------------------------------------------------------------------------


async def test_in_a_shared_room_only_what_addresses_the_bot_reaches_it(at: Stage) -> None:
    await _bot_says(at, room=LOUNGE)
    await at.type("/room lounge", "lunch?", "@attune hi", "/reply r1 thanks", "/reply u1 yes")
    texts = [event.text for event in at.events if isinstance(event, MessageSeen)]
    assert texts == ["hi", "thanks"]
    assert [did["id"] for did in at.shown] == ["r1", "u2", "u3"]
    assert [message.text for message in at.console.transcript.room(LOUNGE)] == [
        "Hello.",
        "lunch?",
        "@attune hi",
        "thanks",
        "yes",
    ]


async def test_admin_is_an_admin_there(at: Stage) -> None:
    await at.type("/as admin", "/room lounge", "/attune-admin ceiling plain", "/as you")
    await at.type("/attune-admin ceiling warm")
    assert [event.where.by_admin for event in at.events] == [True, False]


async def test_what_the_bot_did_not_see_is_changed_without_it(at: Stage) -> None:
    await at.type("/room lounge", "lunch?", "/edit dinner?", "/delete")
    assert at.events == []
    assert [message.deleted for message in at.console.transcript.room(LOUNGE)] == [True]


async def test_a_reaction_there_reaches_the_bot_on_any_message(at: Stage) -> None:
    await at.type("/room lounge", "lunch?", "/react 👍 u1")
    assert [type(event) for event in at.events] == [ReactionAdded]


# -- edit and delete ---------------------------------------------------------------------------


async def test_edit_changes_the_newest_message_of_the_speaker(at: Stage) -> None:
    await at.type("one", "two", "/as ada", "three", "/as you", "/edit 2 it is")
    event = at.events[-1]
    assert isinstance(event, MessageEdited)
    assert (event.id, event.message, event.text) == ("console:e1", "u2", "2 it is")
    assert (at.newest["do"], at.newest["id"], at.newest["text"]) == ("seen", "u2", "2 it is")


async def test_edit_changes_the_named_message(at: Stage) -> None:
    await at.type("one", "two", "/edit u1 uno")
    assert (at.newest["id"], at.newest["text"]) == ("u1", "uno")


async def test_delete_takes_the_newest_message_away_then_the_one_before(at: Stage) -> None:
    await at.type("one", "two", "/delete", "/delete")
    gone = [event.message for event in at.events if isinstance(event, MessageDeleted)]
    assert gone == ["u2", "u1"]
    assert (at.newest["id"], at.newest["text"]) == ("u1", "")


@pytest.mark.parametrize(
    "line", ["/edit r1 x", "/delete r1", "/edit u9 x", "/delete u9", "/edit u1", "/edit"]
)
async def test_what_cannot_be_changed_is_an_error_and_stays(at: Stage, line: str) -> None:
    await at.type("one")
    await _bot_says(at)
    await at.type(line)
    assert at.newest["do"] == "error"
    assert [message.text for message in at.console.transcript.room(DM)] == ["one", "Hello."]
    assert len(at.events) == 1


async def test_nobody_changes_the_message_of_another(at: Stage) -> None:
    await at.type("/room lounge", "@attune one", "/as ada", "/delete u1", "/delete")
    assert [did["do"] for did in at.shown] == ["seen", "error", "error"]
    assert len(at.events) == 1


# -- reactions ---------------------------------------------------------------------------------


async def test_react_is_on_the_newest_reply_or_the_named_message(at: Stage) -> None:
    await _bot_says(at, "one")
    await _bot_says(at, "two")
    await at.type("thanks", "/react 💙", "/react 🥶 r1", "/react 👍 u1")
    added = [(e.message, e.emoji) for e in at.events if isinstance(e, ReactionAdded)]
    assert added == [("r2", "💙"), ("r1", "🥶"), ("u1", "👍")]
    assert (at.newest["id"], at.newest["text"], at.newest["reply_to"]) == ("e3", "👍", "u1")


async def test_a_reaction_is_taken_back_from_where_it_is(at: Stage) -> None:
    await _bot_says(at, "one")
    await at.type("/react 🥶")
    await _bot_says(at, "two")
    await at.type("/unreact 🥶")
    event = at.events[-1]
    assert isinstance(event, ReactionRemoved)
    assert (event.id, event.message, event.emoji) == ("console:e2", "r1", "🥶")


@pytest.mark.parametrize(
    "line", ["/react", "/react a b c", "/react 👍 r9", "/unreact 👍", "/react 💙", "/unreact 👍 r1"]
)
async def test_a_reaction_that_cannot_be_is_an_error(at: Stage, line: str) -> None:
    await _bot_says(at)
    await at.type("/react 💙", line)
    assert at.newest["do"] == "error"
    assert len(at.events) == 1


async def test_a_private_message_of_another_cannot_be_reached(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("k"), LOUNGE, "for ada", to=ADA, choices=("Yes",)))
    await at.type("/room lounge", "/react 👍 r1", "/choose yes r1", "/choose yes", "/reply r1 x")
    assert [did["do"] for did in at.shown[1:]] == ["error"] * 4
    assert at.events == []


# -- choices -----------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Not now", "not NOW", "2", "not now r1", "2 r1"])
async def test_a_choice_is_made_by_label_or_number(at: Stage, typed: str) -> None:
    await _bot_offers(at, "Accept", "Not now")
    await _bot_says(at, "later words")
    await at.type("/choose " + typed)
    event = at.events[-1]
    assert isinstance(event, ChoiceMade)
    assert (event.id, event.message, event.label) == ("console:e1", "r1", "Not now")
    assert (at.newest["id"], at.newest["text"], at.newest["reply_to"]) == ("e1", "Not now", "r1")


async def test_a_choice_is_made_on_the_newest_card(at: Stage) -> None:
    await _bot_offers(at, "Accept", "Not now")
    await _bot_offers(at, "Accept", "Later")
    await at.type("/choose accept", "/choose accept r1")
    assert [e.message for e in at.events if isinstance(e, ChoiceMade)] == ["r2", "r1"]


@pytest.mark.parametrize("typed", ["", "maybe", "3", "0", "9" * 40, "accept r9", "accept u1"])
async def test_a_choice_that_is_not_offered_is_an_error(at: Stage, typed: str) -> None:
    await at.type("hello")
    await _bot_offers(at, "Accept", "Not now")
    await at.type("/choose " + typed)
    assert at.newest["do"] == "error"
    assert len(at.events) == 1


async def test_the_error_says_what_is_offered(at: Stage) -> None:
    await _bot_offers(at, "Accept", "Not now")
    await at.type("/choose maybe")
    assert at.newest["text"] == "It offers: [1] Accept, [2] Not now"
    assert at.events == []


# -- replies -----------------------------------------------------------------------------------


async def test_reply_says_what_it_answers(at: Stage) -> None:
    await _bot_says(at)
    await at.type("/reply r1 thanks  a lot")
    event = at.events[-1]
    assert isinstance(event, MessageSeen)
    assert (event.text, event.reply_to, at.newest["reply_to"]) == ("thanks  a lot", "r1", "r1")


@pytest.mark.parametrize("line", ["/reply", "/reply r1", "/reply r9 hello", "/reply hello you"])
async def test_a_reply_to_nothing_is_an_error_and_not_said(at: Stage, line: str) -> None:
    await _bot_says(at)
    await at.type(line)
    assert at.newest["do"] == "error"
    assert at.events == []


async def test_event_ids_are_never_given_twice_over_runs(tmp_path: Path) -> None:
    ids: list[str] = []
    for _ in range(2):
        with stage(tmp_path) as opened:
            await _bot_says(opened)
            await opened.type("hi", "/attune status", "/react 👍 u1", "/unreact 👍 u1", "/edit x")
            ids += [event.id for event in opened.events]
    assert len(ids) == len(set(ids)) == 10
