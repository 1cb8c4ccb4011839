"""What platforms are still to forget: tried ever later, and kept for thirty days at most."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.engine.elsewhere import ASKED_FOR, FEWEST, NEVER_FORGOT, Elsewhere
from bot.engine.erasing import Erasing
from bot.engine.pseudonyms import Pseudonyms
from bot.errors import PlatformError
from bot.ids import EventId, PersonId, RoomId, Scope, SpaceId
from bot.ports import Unit
from bot.records import HOUSE, DueRow
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT

ROUNDS = int(timedelta(days=2) / timedelta(minutes=1))


@dataclass(slots=True)
class Refusing(FakeChat):
    """A platform that fails, or is not served here; it counts how often it was asked."""

    failure: Exception | None = field(default_factory=lambda: PlatformError("away"))
    is_served: bool = True
    asked: list[int] = field(default_factory=list)
    round: int = 0

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        return self.is_served

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        self.asked.append(self.round)
        await asyncio.sleep(0)  # another process asks at the same time
        if self.failure is not None:
            raise self.failure


async def erased(chat: Refusing) -> tuple[Elsewhere, FakeStore, SetClock]:
    """Gives what is still to be forgotten of one who erased their direct room."""
    vault, clock = FakeVault(), SetClock()
    store = FakeStore(vault)

    async def work(unit: Unit) -> None:
        erasing = Erasing(unit, Pseudonyms(vault), ADA)
        await erasing.forget_elsewhere(EventId("e1"), clock.now(), (Scope(DIRECT.space, ADA),))

    await store.deciding(HOUSE, work)
    return Elsewhere(store, clock, chat), store, clock


async def rounds(elsewhere: Elsewhere, chat: Refusing, count: int) -> None:
    for _ in range(count):
        chat.round += 1
        await elsewhere.round()


async def test_a_platform_that_refuses_is_asked_each_time_twice_as_late() -> None:
    chat = Refusing(lambda: AT)
    elsewhere, store, _ = await erased(chat)
    await elsewhere.forget()
    await elsewhere.forget()  # another erase: this one waits for its turn
    await rounds(elsewhere, chat, 40)
    assert chat.asked == [0, 1, 3, 7, 15, 31]
    assert len(await store.sweep(DueRow)) == 1


async def test_what_a_platform_has_forgotten_is_kept_no_more() -> None:
    chat = Refusing(lambda: AT)
    elsewhere, store, _ = await erased(chat)
    await elsewhere.forget()
    chat.failure = None
    with capture_logs() as logs:
        await rounds(elsewhere, chat, 1)
    assert await store.sweep(DueRow) == ()
    assert logs == []


@pytest.mark.parametrize("is_served", [True, False])
@pytest.mark.parametrize("failure", [PlatformError("no"), RuntimeError("a fault of its own")])
async def test_after_thirty_days_it_ends_and_one_line_without_an_id_says_so(
    failure: Exception, is_served: bool
) -> None:
    chat = Refusing(lambda: AT, failure=failure, is_served=is_served)
    elsewhere, store, clock = await erased(chat)
    clock.pass_by(minutes=ASKED_FOR.total_seconds() / 60 - 1)
    await rounds(elsewhere, chat, ROUNDS)
    assert len(await store.sweep(DueRow)) == 1
    clock.pass_by(minutes=1)
    with capture_logs() as logs:
        await rounds(elsewhere, chat, ROUNDS)
    assert await store.sweep(DueRow) == ()
    ended = [one for one in logs if one["log_level"] == "error"]
    assert [one["event"] for one in ended] == [NEVER_FORGOT]
    assert not any(ADA in str(one) or DIRECT.space in str(one) for one in logs)


async def test_what_was_off_for_thirty_days_is_tried_before_it_ends() -> None:
    chat = Refusing(lambda: AT)
    elsewhere, store, clock = await erased(chat)
    clock.pass_by(minutes=2 * ASKED_FOR.total_seconds() / 60)
    await rounds(elsewhere, chat, 2 ** (FEWEST - 1) - 1)
    assert len(await store.sweep(DueRow)) == 1
    chat.failure = None
    await rounds(elsewhere, chat, 2 ** (FEWEST - 1))
    assert await store.sweep(DueRow) == ()


async def test_of_two_processes_that_end_it_at_once_one_says_so() -> None:
    chat = Refusing(lambda: AT)
    one, store, clock = await erased(chat)
    other = Elsewhere(store, clock, chat)
    for each in (one, other):
        await rounds(each, chat, 2 ** (FEWEST - 1) - 1)
    clock.pass_by(minutes=2 * ASKED_FOR.total_seconds() / 60)
    with capture_logs() as logs:
        await asyncio.gather(one.round(), other.round())
    assert await store.sweep(DueRow) == ()
    assert sum(line["event"] == NEVER_FORGOT for line in logs) == 1


async def test_what_another_process_saw_to_is_remembered_no_more() -> None:
    chat = Refusing(lambda: AT)
    one, store, clock = await erased(chat)
    other = Elsewhere(store, clock, chat)
    (row,) = await store.sweep(DueRow)
    await rounds(other, chat, 3)
    chat.failure = None
    await one.forget()
    assert other.later.tries(row.key) > 0
    await rounds(other, chat, 3)
    assert other.later.tries(row.key) == 0
