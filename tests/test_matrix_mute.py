"""Matrix rooms where it may not write: no decision is made there, and its person is told alone."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from adapters.kit.tongues import Tongues
from adapters.matrix import ids
from adapters.matrix.chat import MatrixChat
from adapters.matrix.inbox import Incoming
from adapters.matrix.mute import DAY, LONGEST, SHORTEST, Mute
from adapters.matrix.sentences import said_on_matrix
from adapters.matrix.workers import Workers
from bot.commands.values import Off, Status
from bot.engine.floor import Floor
from bot.engine.meanwhile import Meanwhile
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.errors import PlatformError, StoreError
from bot.events import ChoiceMade, CommandGiven, Event, MessageEdited, MessageSeen, ReactionAdded
from bot.ids import MessageId, RoomId, Where
from bot.strings import ENGLISH
from bot.words import Outgoing
from tests.console_stage import SetClock
from tests.fakes import FakeClassifier
from tests.scene import AT
from tests.test_matrix_here import ADA, ADAS, EVE, ME, OTHER, ROOM, levels, room, rooms

SHARED = Where(ids.Address(ROOM).id, ids.space(ROOM), is_direct=False)
ALONE = Where(ids.Address(OTHER).id, ids.space(OTHER), is_direct=True)


class Saying:
    """Notes what is said to whom; refuses all where it is broken."""

    def __init__(self) -> None:
        self.said: list[tuple[RoomId, str, object]] = []
        self.is_broken = False
        self.keys: set[object] = set()

    async def say(self, new: Outgoing) -> None:
        if self.is_broken:
            raise PlatformError("no")
        if new.key in self.keys and new.key.startswith("matrix:alone:"):
            return  # as a homeserver does with a transaction it knows
        self.keys.add(new.key)
        self.said.append((new.room, new.text, new.to))


class Notes:
    """What is kept of people."""

    def __init__(self) -> None:
        self.kept: dict[object, dict[str, Any]] = {}
        self.is_quiet = self.is_away = False
        self.speaks = ""

    async def of(self, person: object, _name: str) -> dict[str, Any] | None:
        return self.kept.get(person)

    async def keep(self, person: object, _name: str, what: dict[str, Any]) -> None:
        self.kept[person] = what

    async def language(self, _person: object, locale: str = "") -> str:
        if self.is_away:
            raise StoreError("away")
        return self.speaks or locale

    async def is_ignored(self, _person: object) -> bool:
        if self.is_away:
            raise StoreError("away")
        return self.is_quiet


def mute(*, default: int = 50) -> tuple[Mute, Saying]:
    here, saying = rooms(room(ME, ADA, EVE), room(ME, ADA, name=OTHER)), Saying()
    here.told(ROOM, {**levels(ada=100), "content": {"events_default": default}})
    chat, notes = cast("MatrixChat", saying), cast("Any", Notes())
    names = cast("Pseudonyms", None)
    floor = Floor(chat, names, RecentRisk(timedelta(minutes=30)), Meanwhile(names), strings=ENGLISH)
    tongues = Tongues(notes, ENGLISH)
    return Mute(here.home, here, notes, chat, SetClock(AT), floor, tongues), saying


def said(text: str, where: Where = SHARED, hours: float = 0) -> MessageSeen:
    at = AT + timedelta(hours=hours)
    return MessageSeen(ids.event(f"$1 {text}"), at, ADAS, where, MessageId("$1"), text)


def command(where: Where = SHARED) -> CommandGiven:
    return CommandGiven(ids.event("$c"), AT, ADAS, where, Status())


async def test_where_it_may_not_write_talk_repairs_and_tries_lead_to_nothing() -> None:
    one, saying = mute()
    head = (ids.event("$2"), AT, ADAS, SHARED)
    every: tuple[Event, ...] = (
        said("hello"),
        ReactionAdded(*head, MessageId("$1"), "🔧"),
        ChoiceMade(*head, MessageId("$1"), ENGLISH.replies.try_again),
    )
    assert [await one.takes(each) for each in every] == [True] * 3
    allowed, _ = mute(default=0)
    assert [await allowed.takes(each) for each in every] == [False] * 3
    assert saying.said == []


@pytest.mark.parametrize("text", ["off", "stop"])
async def test_leaving_and_commands_and_what_stands_elsewhere_are_decided_there(text: str) -> None:
    one, _ = mute()
    tapped = ReactionAdded(
        ids.event("$2"), AT, ADAS, SHARED, ids.elsewhere("$1", OTHER), "\U0001f527"
    )
    card = ChoiceMade(ids.event("$3"), AT, ADAS, SHARED, MessageId("$1"), "Off")
    every = (said(text), command(), said("hello", ALONE), tapped, card)
    assert [await one.takes(each) for each in every] == [False] * 5


async def test_its_person_is_told_alone_once_a_day() -> None:
    one, saying = mute()
    for hours, lines in ((0, 1), (1, 1), (23, 1), (25, 2)):
        await one.takes(said("hello", hours=hours))
        for each in (said("hi", SHARED), said("hi", ALONE), command()):
            await one.tell(each)
        assert len(saying.said) == lines
    assert {(where, to) for where, _, to in saying.said} == {(ALONE.room, ADAS)}
    assert f"https://matrix.to/#/{ROOM}" in saying.said[0][1]


async def test_what_could_not_be_told_waits_on_and_a_command_is_an_occasion_too() -> None:
    one, saying = mute()
    await one.takes(said("hello"))
    saying.is_broken = True
    await one.tell(command())
    saying.is_broken = False
    one.rooms.told(ROOM, {**levels(), "content": {"events_default": 0}})
    await one.tell(command())
    ((_, text, to),) = saying.said
    assert "By now I am" in text
    assert to == ADAS


async def test_a_life_at_risk_is_answered_alone_or_else_decided_about() -> None:
    one, saying = mute()
    danger = "I want to kill myself tonight"
    edited = MessageEdited(ids.event("$2"), AT, ADAS, SHARED, MessageId("$1"), danger)
    for event in (said("I wish I was dead"), edited):
        saying.said.clear()
        assert await one.takes(event)
        ((_, text, to),) = saying.said
        assert (ENGLISH.crisis.first in text) == (event is edited)
        assert to == ADAS
    saying.is_broken = True
    assert not await one.takes(said(danger))


async def test_what_waited_and_what_a_life_at_risk_hears_are_in_its_persons_language() -> None:
    one, saying = mute()
    cast("Any", one.kept).speaks = "de"
    german = ENGLISH.to("de")
    await one.takes(said("hallo"))
    await one.tell(said("hi", ALONE))
    assert saying.said.pop()[1].startswith(said_on_matrix(german).unanswered.partition("{")[0])
    assert await one.takes(said("I want to kill myself tonight. Turn it off."))
    assert said_on_matrix(german).leaving in saying.said.pop()[1]


async def test_of_whom_nothing_is_known_a_life_at_risk_is_answered_as_they_write() -> None:
    one, saying = mute()
    cast("Any", one.kept).is_away = True
    assert await one.takes(said("Ich mag nicht mehr leben, ich bringe mich heute um"))
    ((_, text, _),) = saying.said
    assert ENGLISH.to("de").crisis.first in text


async def test_of_whom_it_ignores_nothing_is_taken_up() -> None:
    one, saying = mute()
    cast("Any", one.kept).is_quiet = True
    assert await one.takes(said("I want to kill myself tonight"))
    assert saying.said == []
    assert cast("Any", one.kept).kept == {}


async def test_a_refusal_that_no_power_foretold_is_tried_again_later_each_time() -> None:
    one, _ = mute(default=0)
    clock = cast("SetClock", one.clock)
    one.refused(ROOM, "first")
    for wait in (SHORTEST, SHORTEST * 2, SHORTEST * 4):
        one.refused(ROOM, "another")
        clock.pass_by(seconds=wait.total_seconds() - 1)
        assert one.is_mute(ROOM)
        clock.pass_by(seconds=1)
        assert not one.is_mute(ROOM)
    for _ in range(9):
        one.refused(ROOM, "another")
    assert one._refused[ROOM].wait == LONGEST
    one.rooms.told(ROOM, levels(ada=100))  # what it may is another thing now
    assert not one.is_mute(ROOM)
    clock.pass_by(seconds=(DAY + LONGEST).total_seconds())
    one.refused(ROOM, "another")
    assert one._refused[ROOM].wait == SHORTEST


def test_one_refused_message_mutes_no_room_and_none_mutes_a_direct_one() -> None:
    one, _ = mute(default=0)
    for _ in range(3):
        one.refused(ROOM, "the same")
    assert not one.is_mute(ROOM)
    one.taken(ROOM)
    one.refused(ROOM, "another")
    assert not one.is_mute(ROOM)
    one.refused(ROOM, "a third")
    assert one.is_mute(ROOM)
    one.rooms.direct = {OTHER: ADA}
    for message in ("a", "b", "c"):
        one.refused(OTHER, message)
    assert not one.is_mute(OTHER)


async def test_a_life_at_risk_is_answered_there_while_the_store_is_away() -> None:
    one, saying = mute()
    cast("Any", one.kept).is_away = True
    assert await one.takes(said("I want to kill myself tonight"))
    ((_, text, to),) = saying.said
    assert (ENGLISH.crisis.first in text, to) == (True, ADAS)
    with pytest.raises(StoreError):
        await fails_to_keep(one).takes(said("hello"))


async def test_what_could_not_even_be_decided_about_is_answered_alone_there() -> None:
    one, saying = mute()
    seen = said("I want to kill myself tonight")
    hearing = SimpleNamespace(at_a_glance=lambda *_: seen)
    before, after = (one.home, None, hearing, None, one.floor), (one, one.clock, DAY)
    parts = cast("Any", (*before, *[None] * 3, *after))
    working = Workers(*parts)
    for _ in range(2):
        await working.stand_in(Incoming(ROOM, {"event_id": "$1", "sender": ADA}))
    ((where, text, to),) = saying.said
    assert (where, to) == (SHARED.room, ADAS)
    assert ENGLISH.crisis.first in text


def fails_to_keep(one: Mute) -> Mute:
    async def away(*_: object) -> dict[str, Any] | None:
        raise StoreError("away")

    cast("Any", one.kept).of = away
    return one


async def test_what_comes_closer_is_read_in_the_light_of_what_was_said_before() -> None:
    one, saying = mute()
    closer = replace(said("I have the pills here"), message=MessageId("$2"))
    await one.takes(closer)
    assert saying.said == []
    await one.takes(said("I want to die"))
    assert await one.takes(replace(closer, message=MessageId("$3")))
    assert len(saying.said) == 2
    assert one.floor.meanwhile.held(closer) is not None


async def test_who_wants_it_off_beside_a_life_at_risk_is_let_go_or_shown_the_way() -> None:
    one, saying = mute()
    sure, unsure = (
        said("I want to kill myself tonight. turn it off"),
        replace(said("I want to kill myself so delete my data"), message=MessageId("$2")),
    )
    for event in (sure, unsure):
        assert await one.takes(event)
        assert saying.said[-1][1].endswith(said_on_matrix(ENGLISH).leaving)
    off = await one.floor.off_beside(sure)
    assert off is not None
    assert (off.command, off.where, off.person) == (Off(), SHARED, ADAS)
    assert await one.floor.off_beside(unsure) is None
    assert not await one.takes(said("turn it off"))


async def test_who_wants_it_off_is_let_go_where_only_what_came_before_tells_the_risk() -> None:
    one, _ = mute()
    assert await one.takes(said("I want to die"))
    closer = replace(said("Turn off attune. I've got the rope here."), message=MessageId("$2"))
    assert await one.takes(closer)
    assert await one.floor.off_beside(closer) is not None


async def test_beside_ordinary_talk_where_it_may_not_write_nothing_is_turned_off() -> None:
    one, _ = mute()
    ordinary = said("my neighbour plays drums all night. turn it off")
    assert await one.takes(ordinary)
    assert await one.floor.off_beside(ordinary) is None


async def test_beside_what_is_only_unsure_where_it_may_not_write_who_leaves_is_let_go() -> None:
    one, _ = mute()
    one.floor.reader.classifier = FakeClassifier({"the dog": (0.6, "farewell")})
    hint = said("i gave the dog to my sister. turn it off")
    assert await one.takes(hint)
    off = await one.floor.off_beside(hint)
    assert off is not None
    assert off.command == Off()


async def test_of_a_room_that_it_left_nothing_is_promised() -> None:
    one, saying = mute()
    await one.takes(said("hello"))
    del one.home.client.rooms[ROOM]
    await one.tell(said("hi", ALONE))
    ((_, text, _),) = saying.said
    assert text.startswith("I could not answer you in ")
    assert "not in that room any more" in text
    assert "say it again" not in text


def test_a_room_in_which_it_may_not_speak_is_no_direct_room_to_answer_in() -> None:
    here = rooms(room(ME, ADA))
    here.direct = {ROOM: ADA}
    here.told(ROOM, {**levels(), "content": {"events": {"m.room.message": 50}}})
    assert here.direct_with(ADAS) is None
    here.home.client.rooms[ROOM].encrypted = True
    assert here.direct_with(ADAS) == ROOM
