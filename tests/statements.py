"""What an event costs the databases: statements, transactions, hops to threads, durable commits."""

from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from adapters.cli.compose import opened, ready_schema
from bot.ports import Store
from bot.settings import load
from bot.store.hot.group_commit import GroupCommit
from bot.store.hot.readers import MOST, Readers
from bot.store.hot.sqlite import connected
from bot.store.store import SqlStore
from bot.words import Prompt
from tests.play import Play, ScriptedModel

WARM = ("hello", "/attune on", "/choose Yes", "The launch slips.")
ONE_MORE = "It slips again, and I have to say so."
FRAMES = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


@dataclass
class Costs:
    """What was asked of any database, and how often a thread was asked to do it."""

    every: list[str] = field(default_factory=list)
    hops: int = 0

    @property
    def statements(self) -> int:
        """How many read or wrote something."""
        return sum(not one.startswith(FRAMES) for one in self.every)

    @property
    def transactions(self) -> int:
        """How many transactions were begun."""
        return sum(one.startswith("BEGIN") for one in self.every)

    @property
    def commits(self) -> int:
        """How many of them were committed, each of which waits for the disk."""
        return self.every.count("COMMIT")

    @property
    def of_keys(self) -> int:
        """How many statements asked for keys."""
        return sum("data_keys" in one for one in self.every)

    def seen(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        """Takes note of a statement of SQLAlchemy's: a hop for each."""
        self.every.append(statement)
        self.hops += 1


class Hopping(ThreadPoolExecutor):
    """Threads that tell how often they are given something to do."""

    def __init__(self, threads: int, costs: Costs) -> None:
        super().__init__(threads)
        self._costs = costs

    def submit(self, *given: Any, **named: Any) -> "Future[Any]":
        self._costs.hops += 1
        return super().submit(*given, **named)


@contextmanager
def counting(store: Store) -> Iterator[Costs]:
    """Counts what is asked of a store in a file, and of its keys, meanwhile."""
    assert isinstance(store, SqlStore)
    found = Costs()
    for part in store._units._parts:  # type: ignore[attr-defined]
        _listen(part, found)
    event.listen(Engine, "before_cursor_execute", found.seen)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", found.seen)
        found.every = list(found.every)  # what the shutdown asks for is not counted


def _listen(part: GroupCommit | Readers, found: Costs) -> None:
    part._threads.shutdown()
    if isinstance(part, GroupCommit):
        part._session()
        assert part._connection is not None
        connections, part._threads = [part._connection], Hopping(1, found)
    else:
        part._free += [connected(part.file, writes=False) for _ in range(MOST - len(part._free))]
        connections, part._threads = part._free, Hopping(MOST, found)
    for connection in connections:
        connection.set_trace_callback(found.every.append)


async def costs_of(folder: Path, does: Callable[[Play], Awaitable[object]], *before: str) -> Costs:
    """Gives what something costs on the console, once some lines were typed."""
    _, whole = await _costs(folder, does, *before)
    return whole


async def _costs(
    folder: Path, does: Callable[[Play], Awaitable[object]], *before: str
) -> tuple[Costs, Costs]:
    """Gives what something has cost when the model is asked last, and what it costs in all."""
    settings = load({"ATTUNE_DATA_FOLDER": str(folder)}, None)
    ready_schema(settings)
    asking, model = Costs(), ScriptedModel(lambda _prompt: ["Yes.", "And."])
    async with opened(settings) as (store, vault), Play(folder, store, vault, model).running() as p:
        await p.type(*before)
        with counting(store) as found:
            model.script = partial(_asked, found, asking)
            await does(p)
    return asking, found


def _asked(found: Costs, asking: Costs, _prompt: Prompt) -> list[str]:
    """Answers, and notes what was spent until now."""
    asking.every, asking.hops = list(found.every), found.hops
    return ["Yes.", "And."]


async def of_one_message(folder: Path) -> Costs:
    """Gives what one message at warm costs, from the event to the reply that is kept."""
    return await costs_of(folder, lambda p: p.type(ONE_MORE), *WARM)


async def of_asking(folder: Path) -> Costs:
    """Gives what one message at warm has cost by the time that the model is asked."""
    asking, _ = await _costs(folder, lambda p: p.type(ONE_MORE), *WARM)
    return asking
