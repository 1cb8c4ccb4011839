"""What admins want kept for less time: it ends early, here alone, and nothing else with it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import pytest

from bot.actions.of_spaces import Report
from bot.engine import kept_shorter
from bot.engine.kept_shorter import KeptShorter
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reports import Reports
from bot.house_rules import KEEPS, with_value
from bot.ids import Scope, Where
from bot.ports import Unit
from bot.records import (
    NoteRow,
    Owner,
    PersonRow,
    PlaceRow,
    PostRow,
    ReplyRow,
    Row,
    ScopeRow,
    SpaceRow,
    StyleRow,
    ThreadRow,
)
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, SHARED, says

T = TypeVar("T")
ENDS = (ReplyRow, PostRow, NoteRow)
STAYS = (PersonRow, PlaceRow, ScopeRow, StyleRow, ThreadRow)


class House:
    """A store with what was kept of one person in a shared room and in a direct message."""

    def __init__(self) -> None:
        vault = FakeVault()
        self.store, self.names = FakeStore(vault), Pseudonyms(vault)
        self.looks = KeptShorter(self.store)
        self.space = self.names.space(SHARED.space)

    async def kept(self) -> None:
        """Keeps all that a talk leaves."""

        async def work(unit: Unit) -> None:
            await unit.put(PersonRow(self.names.person(ADA)))
            for where in (SHARED, DIRECT):
                await self._of(unit, where)
            await Reports(unit, self.names).keep(Scope(SHARED.space, ADA), Report("link"), AT)
            await unit.put(NoteRow(self.space, "other", AT, "{}"))

        await self.store.deciding(self.names.person(ADA), work)

    async def _of(self, unit: Unit, where: Where) -> None:
        owner = self.names.scope(Scope(where.space, ADA))
        await Places(unit, self.names).touch(says("hi", where))
        await unit.put(ReplyRow(owner, "r", at=AT))
        await unit.put(PostRow(owner, "p", "reply", "r", AT, "{}"))
        await unit.put(PostRow(owner, "c", "card", "", AT, "{}"))
        await unit.put(ScopeRow(owner, state="given"))
        await unit.put(StyleRow(owner, "tone", value="warmer"))
        await unit.put(ThreadRow(owner, "t", at=AT, number=1, body="x"))

    async def set(self, days: int) -> None:
        """Sets for how many days the space keeps."""

        async def work(unit: Unit) -> None:
            await unit.put(with_value(SpaceRow(self.space), KEEPS, days))

        await self.store.deciding(self.space, work)

    async def after(self, **time: int) -> list[Row]:
        """Gives what may end, and is still there, once that much time went by."""
        await self.looks.round(AT + timedelta(**time))
        return [row for kind in ENDS for row in await self.store.sweep(kind)]

    async def stays(self) -> list[Row]:
        """Gives what no such setting ever ends."""
        return [row for kind in STAYS for row in await self.store.sweep(kind)]


@pytest.fixture
async def house() -> House:
    made = House()
    await made.kept()
    return made


async def test_what_was_kept_before_the_change_ends_as_early_and_nothing_else(house: House) -> None:
    before, rest = await house.after(days=9), await house.stays()
    await house.set(7)
    found = await house.after(days=9, hours=1)
    gone = {(type(one), one.key) for one in before if one not in found}
    shared = house.names.scope(Scope(SHARED.space, ADA))
    assert {kind for kind, _ in gone} == {ReplyRow, PostRow, NoteRow}
    assert {one.key for one in found if one.owner == shared} == {"c"}
    assert {one.key for one in found if one.owner == house.space} == {"other"}
    assert len(found) == len(before) - 3
    assert await house.stays() == rest


async def test_nothing_ends_before_its_day_or_later_than_it_would(house: House) -> None:
    before = await house.after(days=0)
    await house.set(7)
    assert await house.after(days=6, hours=23) == before
    assert len(await house.after(days=7, hours=23)) == len(before) - 3
    assert ReplyRow.about.retention == PostRow.about.retention == timedelta(days=30)


async def test_the_longest_value_ends_nothing_that_its_own_time_does_not(house: House) -> None:
    await house.set(30)
    before = await house.after(days=0)
    assert await house.after(days=40) == before


async def test_where_nothing_is_over_nobody_waits_for_a_look(house: House) -> None:
    await house.set(7)
    turns, deciding = list[Owner](), house.store.deciding

    async def counted(lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        turns.append(lock)
        return await deciding(lock, work)

    house.store.deciding = counted  # type: ignore[method-assign]
    await house.after(days=6)
    assert turns == []
    await house.after(days=8)
    assert turns == [house.space, house.names.person(ADA)]


async def test_of_more_spaces_than_one_look_reads_each_keeps_as_its_own_admins_want(
    house: House,
) -> None:
    spaces = [Owner(f"space {number}") for number in range(2 * kept_shorter.AT_ONCE + 1)]

    async def work(unit: Unit) -> None:
        for number, space in enumerate(spaces):
            await unit.put(with_value(SpaceRow(space), KEEPS, 7 if number % 2 else 9))
            await unit.put(PlaceRow(Owner(f"person {number}"), f"scope {number}", space, AT, "{}"))
            await unit.put(ReplyRow(Owner(f"scope {number}"), "r", at=AT))

    await house.store.deciding(spaces[0], work)
    left = [one.owner for one in await house.after(days=8) if one.owner.startswith("scope ")]
    assert sorted(left) == sorted(f"scope {number}" for number in range(0, len(spaces), 2))


async def test_spaces_are_looked_at_once_an_hour(house: House) -> None:
    await house.set(1)
    before = await house.after(hours=23)
    assert await house.after(hours=23, minutes=59) == before
    assert len(await house.after(hours=24)) == len(before) - 3
    assert timedelta(hours=1) == kept_shorter.LOOKED_EVERY
