"""Units of different people share one durable commit; none is told of its own before it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.store.database.watch import FileWatch
from bot.store.hot import group_commit
from bot.store.hot.group_commit import MOST_TOGETHER, GroupCommit
from bot.store.hot.others import Others
from bot.store.session import Changes, Session
from bot.tasks import start
from tests.ready import copied_to

AT = datetime(2026, 11, 23, 14, tzinfo=UTC)


class Watched(GroupCommit):
    """A writer that keeps what its connection is asked, and can be told to fail."""

    __slots__ = ("asked", "broken")

    def watch(self) -> None:
        """Opens the connection and listens to it."""
        self.asked: list[str] = []
        self.broken = ""
        self._session()
        assert self._connection is not None
        self._connection.set_authorizer(self._allowed)
        self._connection.set_trace_callback(self.asked.append)

    def _allowed(self, _action: int, what: str | None, *_more: object) -> int:
        is_broken = bool(self.broken) and what == self.broken
        return sqlite3.SQLITE_DENY if is_broken else sqlite3.SQLITE_OK

    @property
    def commits(self) -> int:
        return self.asked.count("COMMIT")


class Counted(ThreadPoolExecutor):
    """A thread that counts what it is given to do."""

    hops = 0

    def submit(self, *given: Any, **named: Any) -> "Future[Any]":
        self.hops += 1
        return super().submit(*given, **named)


def row(name: str) -> dict[str, Any]:
    return {"owner": name, "kind": "style", "key": "k", "at": AT, "sealed": b"words"}


def keeps(name: str, gate: asyncio.Event | None = None) -> group_commit.Work[str]:
    async def work(_session: Session) -> tuple[str, Changes]:
        if gate is not None:
            await gate.wait()
        return name, Changes([row(name)])

    return work


def fails(name: str) -> group_commit.Work[str]:
    async def work(session: Session) -> tuple[str, Changes]:
        await session.write(Changes([row(name)]))
        raise ValueError(name)

    return work


@pytest.fixture
async def writer(tmp_path: Path) -> AsyncIterator[Watched]:
    copied_to(tmp_path / "attune.db")
    file = tmp_path / "attune.db"
    made = Watched(file, asyncio.Lock(), Others(FileWatch(file)))
    made.watch()
    yield made
    await made.close()


def kept(writer: GroupCommit) -> list[str]:
    with closing(sqlite3.connect(writer.file)) as connection:
        return [name for (name,) in connection.execute("SELECT owner FROM kept ORDER BY owner")]


async def together(writer: Watched, *works: group_commit.Work[str]) -> list[object]:
    """Runs units that are all there when the writer begins."""
    given = (writer.deciding("", work) for work in works)
    return list(await asyncio.gather(*given, return_exceptions=True))


async def test_units_that_wait_together_share_one_commit(writer: Watched) -> None:
    assert await together(writer, *map(keeps, "abcde")) == list("abcde")
    assert (writer.commits, kept(writer)) == (1, list("abcde"))


async def test_a_unit_alone_is_begun_and_committed_in_two_hops(writer: Watched) -> None:
    async def work(session: Session) -> tuple[str, Changes]:
        await session.look([("a", "style", "k")])
        return "a", Changes([row("a")])

    writer._threads = counted = Counted(1)
    assert await writer.deciding("", work) == "a"
    assert (counted.hops, writer.commits, kept(writer)) == (2, 1, ["a"])


async def test_nobody_is_told_before_the_commit_of_all(writer: Watched) -> None:
    gate = asyncio.Event()
    first = start(writer.deciding("", keeps("a")), "first")
    last = start(writer.deciding("", keeps("b", gate)), "last")
    while not any("b" in str(one) for one in writer._waiting) and writer._waiting:
        await asyncio.sleep(0)
    for _ in range(50):
        await asyncio.sleep(0)
    assert not first.done()
    assert kept(writer) == []
    gate.set()
    assert [await first, await last] == ["a", "b"]


async def test_a_unit_that_fails_takes_none_of_its_neighbours_along(writer: Watched) -> None:
    found = await together(writer, keeps("a"), fails("b"), keeps("c"))
    assert found[::2] == ["a", "c"]
    assert isinstance(found[1], ValueError)
    assert (writer.commits, kept(writer)) == (1, ["a", "c"])


async def test_a_unit_that_fails_alone_leaves_nothing_open(writer: Watched) -> None:
    await together(writer, fails("a"))
    assert kept(writer) == []
    assert await writer.deciding("", keeps("b")) == "b"
    assert kept(writer) == ["b"]


async def test_where_the_commit_fails_nobody_of_the_group_is_told_it_stands(
    writer: Watched,
) -> None:
    writer.broken = "COMMIT"
    found = await together(writer, keeps("a"), keeps("b"))
    assert [type(one) for one in found] == [StoreError, StoreError]
    writer.broken = ""
    assert await writer.deciding("", keeps("c")) == "c"
    assert kept(writer) == ["c"]


async def test_a_unit_that_wrote_nothing_commits_nothing(writer: Watched) -> None:
    async def idle(_session: Session) -> tuple[str, Changes]:
        return "idle", Changes()

    assert await together(writer, idle) == ["idle"]
    assert writer.asked == []


async def test_units_run_in_the_order_in_which_they_came(writer: Watched) -> None:
    order: list[int] = []

    def noting(number: int) -> group_commit.Work[str]:
        async def work(session: Session) -> tuple[str, Changes]:
            await session.look([("a", "style", "k")])
            order.append(number)
            return "", Changes([row("a")])

        return work

    await together(writer, *map(noting, range(20)))
    assert order == list(range(20))


async def test_a_flood_is_committed_in_portions(writer: Watched) -> None:
    names = [f"{number:03}" for number in range(2 * MOST_TOGETHER + 1)]
    assert await together(writer, *map(keeps, names)) == names
    assert (writer.commits, kept(writer)) == (3, names)


async def test_who_is_cancelled_waits_and_the_work_is_done_all_the_same(writer: Watched) -> None:
    gate = asyncio.Event()
    waiting = start(writer.deciding("", keeps("a", gate)), "waiting")
    await asyncio.sleep(0)
    waiting.cancel()
    for _ in range(20):
        await asyncio.sleep(0)
    assert not waiting.done()
    gate.set()
    await asyncio.wait({waiting})
    assert waiting.cancelled()
    assert kept(writer) == ["a"]


async def test_what_waits_is_committed_before_the_file_is_let_go(writer: Watched) -> None:
    waiting = start(writer.deciding("", keeps("a")), "waiting")
    await asyncio.sleep(0)
    await writer.close()
    assert await waiting == "a"
    with pytest.raises(StoreError, match="closed"):
        await writer.deciding("", keeps("b"))


async def test_where_the_file_cannot_be_opened_everybody_who_waits_is_told(tmp_path: Path) -> None:
    file = tmp_path / "gone" / "attune.db"
    made = GroupCommit(file, asyncio.Lock(), Others(FileWatch(file)))
    async with asyncio.timeout(20):
        units = (made.deciding("", keeps(name)) for name in "ab")
        found = await asyncio.gather(*units, return_exceptions=True)
    assert [type(one) for one in found] == [StoreError, StoreError]
    await made.close()


async def test_it_writes_while_nobody_else_of_the_process_does(writer: Watched) -> None:
    async with writer.turn:
        waiting = start(writer.deciding("", keeps("a")), "waiting")
        for _ in range(20):
            await asyncio.sleep(0)
        assert (writer.asked, waiting.done()) == ([], False)
    assert await waiting == "a"
