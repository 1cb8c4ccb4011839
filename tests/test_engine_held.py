"""What is held in the store: kept, dropped, put away with a tick taken back, and erased in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import Action
from bot.actions.holding import Hold, LetGo, PutAway
from bot.actions.state import Freeze, RecordConsent, Unfreeze
from bot.choices import Choice, ShowHeld, StayOn
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.apply.held import after_yes, erase_held
from bot.engine.codec import dump_post
from bot.engine.load import Gathering, load
from bot.engine.load.held import may_be_any
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.retention import Retention
from bot.events import Event
from bot.holding import Held
from bot.ids import MessageId, RoomId, Scope, SpaceId, Where
from bot.levels import Level
from bot.ports import Unit
from bot.reading import read
from bot.records import (
    HELD,
    DueRow,
    EraseHeld,
    MemoryRow,
    PostRow,
    Row,
    ScopeRow,
    SummaryRow,
    ThreadRow,
    key_of,
)
from bot.snapshot import CommandSnapshot, Holding, Snapshot, TapSnapshot
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED, commands, says, taps

SCOPE = Scope(DIRECT.space, ADA)
SAYS = says("hello")
MONTH = timedelta(days=30)
TASK = key_of(EraseHeld())
YES = RecordConsent("given", Level.ATTUNED, HOUSE.policy, memory=True)
WITHOUT = replace(YES, memory=False)
OFF = RecordConsent("withdrawn", Level.PLAIN, HOUSE.policy)


class Stand:
    """A store in which one person had something held."""

    def __init__(self) -> None:
        vault = FakeVault()
        self.store, self.names, self.clock = FakeStore(vault), Pseudonyms(vault), SetClock(AT)
        self.owner, self.person = self.names.scope(SCOPE), self.names.person(ADA)
        self.rows = (
            ThreadRow(self.owner, "t", at=AT, number=1, body="call Nel"),
            MemoryRow(self.owner, "m", at=AT, number=1, body="my sister is Nel"),
            SummaryRow(self.owner, "s", at=AT, body="of a talk"),
        )

    async def put(self, *rows: Row) -> None:
        async def work(unit: Unit) -> None:
            for row in rows:
                await unit.put(row)

        await self.store.deciding(self.person, work)

    async def do(self, *actions: Action, event: Event = SAYS) -> None:
        async def work(unit: Unit) -> None:
            await apply(Applying(unit, self.names, event, Snapshot(HOUSE)), Decision(actions))

        await self.store.deciding(self.person, work)

    async def seen(self, event: Event) -> Snapshot:
        async def work(unit: Unit) -> Snapshot:
            return await load(Gathering(unit, self.names, HOUSE, read(event)), event)

        return await self.store.deciding(self.person, work)

    async def lines(self) -> set[str]:
        found = [row for kind in HELD for row in await self.store.sweep(kind)]
        return {one.key for one in found}

    async def scope(self) -> ScopeRow:
        (row,) = await self.store.sweep(ScopeRow)
        return row

    async def due(self) -> list[str]:
        return [row.key for row in await self.store.sweep(DueRow)]

    async def pass_until(self, days: int) -> None:
        self.clock.at = AT + timedelta(days=days, seconds=1)
        chat = FakeChat(self.clock.now)
        await Retention(self.store, self.clock, self.names, chat).run()


@pytest.fixture
def at() -> Stand:
    return Stand()


# -- lines -------------------------------------------------------------------------------------


async def test_a_new_line_is_its_persons_here_and_names_the_message_that_said_it(at: Stand) -> None:
    new = Held.THREADS.added("call Nel", (), SAYS.id, AT)
    await at.do(Hold(new, is_new=True))
    (row,) = await at.store.sweep(ThreadRow)
    assert (row.owner, row.key) == (at.owner, new.key)
    assert row.came_from == at.names.message(DIRECT.room, SAYS.message)
    await at.do(Hold(new, is_new=True), event=commands("threads add call Nel"))
    (row,) = await at.store.sweep(ThreadRow)
    assert row.came_from == ""


async def test_a_changed_line_keeps_the_message_it_came_from_whoever_changes_it(at: Stand) -> None:
    old = replace(at.rows[0], came_from="hash")
    await at.put(old)
    assert isinstance(old, ThreadRow)
    await at.do(Hold(replace(old, told_at=AT)))
    (row,) = await at.store.sweep(ThreadRow)
    assert (row.came_from, row.told_at) == ("hash", AT)


async def test_a_line_is_dropped_alone_or_with_all_of_its_list(at: Stand) -> None:
    await at.put(*at.rows, replace(at.rows[0], key="t2"))
    await at.do(LetGo(Held.THREADS, "t"))
    assert await at.lines() == {"t2", "m", "s"}
    await at.do(LetGo(Held.THREADS))
    assert await at.lines() == {"m", "s"}


# -- the tick ----------------------------------------------------------------------------------


async def test_a_yes_without_the_tick_puts_away_what_was_held_and_time_erases_it(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(WITHOUT)
    scope = await at.scope()
    assert (scope.memory, scope.put_away_until) == (False, AT + MONTH)
    await at.pass_until(29)
    assert await at.lines() == {"t", "m"}
    await at.pass_until(30)
    assert await at.lines() == set()
    assert (await at.scope()).put_away_until is None
    assert await at.due() == []


async def test_a_yes_with_the_tick_takes_back_what_was_put_away(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(WITHOUT)
    await at.do(YES)
    scope = await at.scope()
    assert (scope.memory, scope.put_away_until) == (True, None)
    assert await at.due() == []
    await at.pass_until(31)
    assert await at.lines() == {"t", "m"}


async def test_a_second_yes_without_the_tick_keeps_the_day_of_the_first(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(WITHOUT)
    later = says("hello", at=AT + timedelta(days=9))
    await at.do(WITHOUT, event=later)
    assert (await at.scope()).put_away_until == AT + MONTH


async def test_what_was_frozen_by_off_and_thawed_without_the_tick_is_put_away(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(OFF, Freeze(AT + MONTH))
    assert (await at.scope()).put_away_until is None
    later = says("hello", at=AT + timedelta(days=20))
    await at.do(WITHOUT, Unfreeze(), event=later)
    await at.pass_until(31)
    assert await at.lines() == {"t", "m"}
    await at.pass_until(51)
    assert await at.lines() == set()


async def test_what_is_frozen_and_not_used_by_the_level_of_a_new_yes_keeps_its_day(
    at: Stand,
) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(OFF, Freeze(AT + MONTH))
    later, warm = says("hello", at=AT + timedelta(days=20)), replace(WITHOUT, level=Level.WARM)
    await at.do(warm, Freeze(AT + MONTH, Level.WARM), event=later)
    assert (await at.scope()).put_away_until == AT + MONTH
    await at.pass_until(31)
    assert await at.lines() == set()


async def test_what_was_frozen_by_off_is_erased_with_its_freeze(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(OFF, Freeze(AT + MONTH))
    await at.pass_until(31)
    assert await at.lines() == set()


async def test_what_is_put_away_is_erased_at_once_where_its_person_wants_that(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(PutAway(AT + MONTH))
    assert (await at.scope()).memory is False
    assert await at.due() == [TASK]
    await at.do(PutAway(None))
    assert await at.lines() == set()
    assert await at.due() == []
    assert (await at.scope()).put_away_until is None


async def test_a_task_that_comes_after_the_tick_was_set_again_erases_nothing(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows, DueRow(at.owner, TASK, AT, at.person))
    await at.pass_until(1)
    assert await at.lines() == {"t", "m", "s"}
    assert await at.due() == []


async def test_where_nothing_was_held_nothing_is_scheduled(at: Stand) -> None:
    for entry in (YES, WITHOUT, YES, OFF, WITHOUT):
        await at.do(entry)
    assert await at.due() == []
    assert (await at.scope()).put_away_until is None


async def test_a_yes_of_who_never_ticked_it_reads_no_line(at: Stand) -> None:
    class Never:
        def __getattr__(self, name: str) -> object:
            raise AssertionError(f"{name} was asked of the store")

    applying = Applying(Never(), at.names, SAYS, Snapshot(HOUSE))  # type: ignore[arg-type]
    for before in (ScopeRow(at.owner), ScopeRow(at.owner, state="given", level=1)):
        after = replace(before, state="given", level=2)
        assert await after_yes(applying, "given", before, after) == after
        ticked = replace(after, memory=True)
        assert await after_yes(applying, "given", before, ticked) == ticked


async def test_a_request_and_a_refusal_put_nothing_away(at: Stand) -> None:
    await at.do(YES)
    await at.put(*at.rows)
    await at.do(RecordConsent("requested", Level.ATTUNED, HOUSE.policy))
    await at.do(RecordConsent("refused", Level.ATTUNED, HOUSE.policy))
    assert (await at.scope()).memory
    assert await at.due() == []


async def test_an_erase_of_the_scope_leaves_nothing_for_the_task_to_do(at: Stand) -> None:
    async def work(unit: Unit) -> None:
        await erase_held(unit, at.owner)

    await at.store.deciding(at.person, work)
    assert await at.store.sweep(ScopeRow) == ()


# -- what a decision may look at ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "named"), [(SHARED, "lounge"), (replace(SHARED, room=DIRECT.room), "dm")]
)
async def test_the_room_that_a_line_is_opened_in_is_that_of_the_command(
    where: Where, named: str, at: Stand
) -> None:
    seen = await at.seen(commands("threads", where))
    assert isinstance(seen, CommandSnapshot)
    assert seen.room == at.names.room(RoomId(named))


async def test_a_card_that_is_read_apart_opens_a_line_in_the_room_that_is_its_space(
    at: Stand,
) -> None:
    there = Scope(SpaceId("a room"), ADA)
    body = dump_post((Choice("it", ShowHeld(Held.THREADS)),), there, is_direct=False)
    tap = taps("it")
    await at.put(PostRow(at.person, at.names.message(DIRECT.room, tap.message), body=body))
    seen = await at.seen(tap)
    assert isinstance(seen, TapSnapshot)
    assert seen.room == at.names.room(RoomId("a room"))


async def test_each_command_and_tap_reads_the_lists_it_shows_and_no_more(at: Stand) -> None:
    ticked = ScopeRow(at.owner, state="given", level=2, memory=True)
    thread, memory, _ = at.rows
    assert isinstance(thread, ThreadRow)
    assert isinstance(memory, MemoryRow)
    both = Holding((thread,), (memory,))
    await at.put(ticked, thread, memory)
    for words, holding in (
        ("threads", Holding((thread,))),
        ("memory", both),
        ("status", both),
        ("help", Holding()),
    ):
        snapshot = await at.seen(commands(words))
        assert isinstance(snapshot, CommandSnapshot)
        assert (words, snapshot.holding) == (words, holding)


@pytest.mark.parametrize(("is_ticked", "is_list", "is_read"), [(0, 0, 0), (1, 0, 1), (0, 1, 1)])
async def test_a_tap_reads_them_where_its_card_shows_them_or_they_may_change(
    at: Stand, is_ticked: int, is_list: int, is_read: int
) -> None:
    means = ShowHeld(Held.THREADS) if is_list else StayOn()
    body = dump_post((Choice("it", means),), SCOPE, is_direct=True)
    key = at.names.message(DIRECT.room, MessageId("m2"))
    scope = ScopeRow(at.owner, state="given", level=2, memory=bool(is_ticked))
    await at.put(PostRow(at.owner, key, body=body), scope, *at.rows)
    snapshot = await at.seen(taps("it"))
    assert isinstance(snapshot, TapSnapshot)
    assert bool(snapshot.holding.threads) is bool(is_read)
    assert snapshot.holding.is_empty is not bool(is_read)


def test_only_who_ticked_it_once_can_have_anything_held() -> None:
    row = ScopeRow(Stand().owner, state="given", level=3)
    assert not may_be_any(row)
    for changed in ({"memory": True}, {"put_away_until": AT}, {"frozen_until": AT}):
        assert may_be_any(replace(row, **changed))
