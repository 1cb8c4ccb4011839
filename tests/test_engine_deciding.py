"""What a platform notes of an event is kept with what the decision keeps of it, and never alone."""

from dataclasses import replace
from typing import Any

from bot.actions import Action
from bot.commands import command_in
from bot.commands.values import IgnoreMe
from bot.engine import Engine
from bot.engine.deciding import Deciding
from bot.engine.dedupe import Dedupe
from bot.engine.parts import Parts
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.reply_inputs import Manner
from bot.engine.standing import Standing
from bot.errors import StoreError
from bot.events import ChoiceMade, CommandGiven, Event, MessageSeen, Outcome
from bot.house_rules import DEEPEST, number, value, with_value
from bot.ids import EventId, MessageId
from bot.levels import Level
from bot.reading import read
from bot.records import AskRow, NoteRow, Owner, SpaceRow
from bot.snapshot import Guards
from tests.console_stage import SetClock
from tests.conversations.stage import plain_reply
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED, commands, says, told


class Scene:
    """A companion whose platform notes whose each message is."""

    def __init__(self) -> None:
        self.chat, self.vault = FakeChat(lambda: AT), FakeVault()
        self.store, self.names = FakeStore(self.vault), Pseudonyms(self.vault)
        parts = Parts(
            self.chat, (ScriptedModel(plain_reply),), self.store, self.vault, SetClock(AT)
        )
        house = replace(HOUSE, guards=Guards(messages_a_minute=1))
        self.core = Engine(parts, house, Manner())

    def note_of(self, event: Event) -> NoteRow:
        key = self.names.event(f"author of {event.id}")
        return NoteRow(self.names.person(event.person), key, event.at, "theirs")

    async def handle(self, event: Event) -> Outcome:
        outcome = await self.core.handle(event, (self.note_of(event),))
        await self.core.settled()
        return outcome

    async def noted(self, event: Event) -> bool:
        """Gives whether the note of an event is kept; those of the core's own are not asked for."""
        return self.note_of(event) in await self.store.sweep(NoteRow)


def message(number: int) -> MessageSeen:
    return replace(says("hello"), id=EventId(f"e{number}"), message=MessageId(f"m{number}"))


async def test_a_note_is_kept_in_the_unit_of_work_that_keeps_the_ask() -> None:
    scene, event = Scene(), message(1)
    heard, lately = Dedupe(scene.names), RecentRisk(HOUSE.gap)
    standing = Standing(scene.store, scene.names)
    deciding = Deciding(scene.names, HOUSE, heard, lately, standing, ())
    kept: list[int] = []

    async def work(unit: object) -> None:
        await deciding.about(event, read(event), unit, (scene.note_of(event),))  # type: ignore[arg-type]
        kept.append(len(await scene.store.sweep(NoteRow)) + len(await scene.store.sweep(AskRow)))

    await scene.store.deciding(scene.names.person(ADA), work)
    kept.append(len(await scene.store.sweep(NoteRow)) + len(await scene.store.sweep(AskRow)))
    assert kept == [0, 2]


async def test_of_two_admins_at_once_the_second_decides_on_what_the_first_left() -> None:
    scene, where = Scene(), replace(SHARED, by_admin=True)
    event = replace(commands("", where), command=command_in("/attune-admin set deepest plain"))
    owner = scene.names.space(SHARED.space)
    standing = Standing(scene.store, scene.names)
    heard, lately = Dedupe(scene.names), RecentRisk(HOUSE.gap)
    deciding = Deciding(scene.names, HOUSE, heard, lately, standing, ())

    async def work(unit: Any) -> tuple[Action, ...]:
        first = [with_value(SpaceRow(owner), DEEPEST, Level.ATTUNED)]

        async def hold(held: Owner) -> None:
            if held == owner and first:  # while it waits for the lock, the first one commits
                await unit.put(first.pop())

        unit.hold = hold
        applied = await deciding.about(event, read(event), unit)
        return applied.actions if applied is not None else ()

    actions = await scene.store.deciding(scene.names.person(ADA), work)
    (row,) = await scene.store.sweep(SpaceRow)
    assert (value(row, DEEPEST), number(row, DEEPEST)) == (Level.PLAIN, 2)
    assert "attuned → plain" in "\n".join(told(actions))


async def test_of_a_refused_message_no_note_is_kept() -> None:
    scene = Scene()
    answered, told, refused = (message(number) for number in range(3))
    for one in (answered, told, refused):
        assert await scene.handle(one) is Outcome.DECIDED
    assert [await scene.noted(one) for one in (answered, told, refused)] == [True, True, False]


async def test_of_who_is_ignored_no_note_is_kept_of_what_they_write_from_then_on() -> None:
    scene, asks = Scene(), CommandGiven(EventId("e0"), AT, ADA, DIRECT, IgnoreMe())
    await scene.handle(asks)
    await scene.handle(message(1))
    assert [await scene.noted(one) for one in (asks, message(1))] == [True, False]


async def test_a_note_goes_with_a_decision_that_failed_and_comes_with_it_again() -> None:
    scene, event = Scene(), message(1)
    scene.store.fails = StoreError("The disk is full.")
    assert await scene.handle(event) is Outcome.FAILED
    scene.store.fails = None
    assert not await scene.noted(event)
    assert await scene.handle(event) is Outcome.DECIDED
    assert await scene.noted(event)


async def test_what_erases_leaves_no_note_and_no_key_and_neither_does_what_comes_again() -> None:
    scene, before = Scene(), message(1)
    await scene.handle(before)
    await scene.handle(replace(commands("data erase"), id=EventId("e0")))
    card = scene.chat.posts(DIRECT.room)[-1].id
    erases = ChoiceMade(EventId("e2"), AT, ADA, DIRECT, card, "Erase")
    assert await scene.handle(erases) is Outcome.DECIDED
    assert await scene.handle(before) is Outcome.SEEN_BEFORE
    assert not any([await scene.noted(one) for one in (before, erases)])
    assert scene.names.person(ADA) not in scene.vault.keys
