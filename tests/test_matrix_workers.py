"""What is stored is handed to the workers from memory, but never before what is older."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from adapters.matrix.workers import LOOK_S, Workers
from bot.errors import StoreAway
from bot.records import HOUSE, InboxRow
from bot.tasks import ended, start
from tests.jumping_loop import at_once
from tests.scene import AT


class Desk:
    """Workers over an inbox that is looked at when a test lets it."""

    def __init__(self) -> None:
        self.kept: list[InboxRow] = []
        self.looks, self.gate, self.handled = 0, asyncio.Event(), list[str]()
        self.gate.set()
        made: Any = Workers
        parts = SimpleNamespace(open=self._open, leave_alone=self._leave_alone)
        others = (None, parts, *[None] * 5, parts, None, None)
        self.workers: Workers = made(*others, timedelta(hours=1))
        self.workers._one = self._one

    async def _open(self) -> tuple[InboxRow, ...]:
        self.looks += 1
        await self.gate.wait()
        if not self.kept:
            return ()
        found = self.kept.pop(0)
        if found.state == "away":
            raise StoreAway("away")
        return (found,)

    async def _leave_alone(self) -> None:
        return None

    async def _one(self, row: InboxRow) -> None:
        self.handled.append(row.key)


def row(key: str, state: str = "") -> InboxRow:
    return InboxRow(HOUSE, key, AT, 0, state, "")


async def _soon() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def told(work: Callable[[Desk], Coroutine[Any, Any, None]]) -> list[str]:
    async def done() -> list[str]:
        desk = Desk()
        running = start(desk.workers.run(), "inbox")
        await _soon()
        try:
            await work(desk)
        finally:
            await ended(running)
        return desk.handled

    return at_once(done)


def test_what_comes_while_they_wait_is_not_read_back_first() -> None:
    async def comes(desk: Desk) -> None:
        desk.gate.clear()
        desk.workers.came((row("a"),))
        await _soon()
        assert desk.looks == 2  # what waits for a key is looked at too

    assert told(comes) == ["a"]


def test_what_comes_while_they_look_waits_for_what_is_older() -> None:
    async def comes(desk: Desk) -> None:
        desk.kept = [row("older"), row("newer")]
        desk.gate.clear()
        desk.workers.came()
        desk.workers.came((row("newer"),))
        await _soon()
        desk.workers.came((row("newer"),))
        assert desk.handled == []
        desk.gate.set()
        await _soon()

    assert told(comes) == ["older", "newer"]


def test_after_a_look_that_failed_nothing_goes_before_what_it_did_not_find() -> None:
    async def comes(desk: Desk) -> None:
        desk.kept = [row("", "away"), row("older")]
        desk.workers.came()
        await _soon()
        desk.workers.came((row("newer"),))
        await asyncio.sleep(2 * LOOK_S)

    assert told(comes) == ["older"]


def test_what_ends_while_a_look_is_on_its_way_is_not_handled_again() -> None:
    async def ends(desk: Desk) -> None:
        desk.gate.clear()
        desk.kept = [row("a"), row("a")]
        desk.workers._taken.add("a")  # from memory, a moment before
        desk.workers.came()
        await _soon()
        desk.workers._let_go("a")
        desk.gate.set()
        await _soon()
        desk.handled.append("over")
        desk.workers.came()
        await _soon()

    assert told(ends) == ["over", "a"]
