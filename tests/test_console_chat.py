"""What the console shows of what the bot does; the port's contract is in contracts/."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.console.ids import SPACE, space_of
from adapters.console.shown import Look, ShownAction, look_of
from bot.errors import PlatformError
from bot.events import ChoiceMade
from bot.ids import MessageId, PersonId, RoomId, Scope, SendKey, SpaceId
from bot.layout.chart import file
from bot.words import Edit, Outgoing
from tests.console_stage import NOON, Stage, stage
from tests.test_layout_chart import CHART

YOU, ADA = PersonId("console:you"), PersonId("console:ada")
DM, LOUNGE = RoomId("console:dm:you"), RoomId("console:room:lounge")
AGES_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture(name="at")
def _at(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as opened:
        yield opened


async def test_every_action_is_shown_once_in_full(at: Stage) -> None:
    chat = at.console
    one = await chat.say(Outgoing(SendKey("k"), LOUNGE, "One.", to=ADA, choices=("A",)))
    await chat.extend(LOUNGE, one, "One. Two.")
    await chat.replace(LOUNGE, one, Edit(None))
    await chat.react(LOUNGE, one, "💙")
    await chat.delete(LOUNGE, one)
    assert [(did["do"], did["text"], did["choices"]) for did in at.shown] == [
        ("say", "One.", ["A"]),
        ("extend", "One. Two.", ["A"]),
        ("replace", "One. Two.", []),
        ("react", "💙", []),
        ("delete", "", []),
    ]
    assert {(did["id"], did["room"], did["to"]) for did in at.shown} == {("r1", "lounge", "ada")}


async def test_a_say_has_the_documented_shape(at: Stage) -> None:
    await at.type("hello")
    await at.console.say(Outgoing(SendKey("k"), DM, "Hello.", reply_to=MessageId("u1")))
    assert at.newest == ShownAction(
        do="say", id="r1", room="dm", to=None, text="Hello.", choices=[], reply_to="u1",
        look=Look("Hello."),
    )  # fmt: skip


async def test_the_direct_message_of_somebody_else_is_named(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("k"), RoomId("console:dm:ada"), "Hello."))
    assert at.newest["room"] == "dm:ada"


async def test_the_one_shared_room_is_called_as_it_is_typed(at: Stage) -> None:
    shared, alone = Scope(SPACE, YOU), Scope(space_of(DM), YOU)
    assert at.console.called(shared) == ""
    for room in (DM, LOUNGE):
        await at.console.say(Outgoing(SendKey(room), room, "Hello."))
    assert (at.console.called(shared), at.console.called(alone)) == ("lounge", "")
    await at.console.say(Outgoing(SendKey("k"), RoomId("console:room:cellar"), "Hello."))
    assert at.console.called(shared) == ""  # it is both of them


async def test_a_room_of_another_platform_is_refused(at: Stage) -> None:
    with pytest.raises(PlatformError):
        await at.console.say(Outgoing(SendKey("k"), RoomId("discord:1"), "Hello."))
    assert at.shown == []


async def test_an_extension_that_is_no_extension_replaces_the_words(at: Stage) -> None:
    one = await at.console.say(Outgoing(SendKey("k"), DM, "One."))
    await at.console.extend(DM, one, "Two.")
    assert at.newest["text"] == "Two."


async def test_two_runs_on_one_folder_continue_each_other(tmp_path: Path) -> None:
    with stage(tmp_path) as first:
        await first.type("hello")
        await first.console.say(Outgoing(SendKey("k"), DM, "Hello."))
    with stage(tmp_path) as second:
        again = await second.console.say(Outgoing(SendKey("k"), DM, "Hello again."))
        await second.type("I am back")
        told = await second.console.history(DM, YOU, MessageId("u2"), AGES_AGO)
        assert again == "r1"
        assert [said.text for said in told] == ["hello", "Hello.", "I am back"]
        assert [did["id"] for did in second.shown] == ["u2"]


async def test_history_holds_messages_without_the_mention(at: Stage) -> None:
    await at.type("/room lounge", "lunch?", "@attune hello")
    told = await at.console.history(LOUNGE, YOU, MessageId("u2"), NOON)
    assert [(said.text, said.to_bot) for said in told] == [("lunch?", False), ("hello", True)]


async def test_nobody_reads_the_direct_message_of_another(at: Stage) -> None:
    await at.type("hello")
    with pytest.raises(PlatformError):
        await at.console.history(DM, ADA, MessageId("u1"), AGES_AGO)
    assert len(at.shown) == 1


async def test_a_reply_to_what_was_erased_goes_with_it_also_when_it_came_after_later_words(
    at: Stage,
) -> None:
    await at.type("/room lounge", "@attune what of the heron")
    erased = at.clock.now()
    at.clock.pass_by(seconds=1)
    await at.type("@attune and the launch?")
    for key, about in (("a", "u1"), ("b", "u2")):
        await at.console.say(Outgoing(SendKey(key), LOUNGE, "It waits.", reply_to=MessageId(about)))
    await at.console.forget(YOU, (SpaceId("console:space"),), erased)
    assert [one.id for one in at.console.transcript.room(LOUNGE)] == ["u2", "r2"]


async def test_a_card_the_bots_own_words_and_a_reply_are_told_apart(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("k1"), DM, "**Warm**", to=YOU, is_card=True))
    await at.console.say(Outgoing(SendKey("k2"), DM, "Done.", to=YOU))
    await at.console.say(Outgoing(SendKey("k3"), DM, "Hello.", reply_to=MessageId("u1")))
    await at.console.say(Outgoing(SendKey("k4"), DM, "More.", carries_on=MessageId("r3")))
    looks = [look_of(one) for one in at.shown]
    assert [look.form for look in looks] == ["card", "own", "talk", "talk"]
    assert looks[0].text == at.shown[0]["text"] == "**Warm**"


async def test_more_shows_the_next_choices_and_is_no_choice(at: Stage) -> None:
    card = Outgoing(SendKey("k"), DM, "Which?", to=YOU, choices=tuple("abcdefg"))
    await at.console.say(card)
    await at.type("/choose 5")
    assert (at.newest["do"], look_of(at.newest).passed, at.events) == ("replace", 4, [])
    await at.type("/choose 5", "/choose 1")
    assert [one.label for one in at.events if isinstance(one, ChoiceMade)] == ["e", "a"]
    await at.console.replace(DM, MessageId("r1"), Edit(None, tuple("tuvwxyz")))
    assert look_of(at.newest).passed == 0


async def test_a_program_chooses_among_all_at_once(at: Stage) -> None:
    at.console.rows.is_whole = True
    await at.console.say(Outgoing(SendKey("k"), DM, "Which?", choices=tuple("abcdefg")))
    await at.type("/choose 5")
    assert [one.label for one in at.events if isinstance(one, ChoiceMade)] == ["e"]


async def test_a_chart_is_drawn_and_lies_as_a_picture_in_the_folder(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("k"), DM, "Weeks.", files=(file(CHART),)))
    ((path,),) = (one.files for one in at.console.transcript.room(DM) if one.files)
    assert path.endswith("weeks.png")
    with open(path, "rb") as made:  # noqa: ASYNC230 - nothing else runs
        assert made.read(4) == b"\x89PNG"
