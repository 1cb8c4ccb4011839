"""Figures of the core, for `make bench`: events at a console in this process, on SQLite."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from adapters.cli.compose import opened
from bot.events import Event, Outcome
from bot.ports import Store, Unit
from bot.records import NoteRow, Owner
from bot.settings import Settings
from bot.snapshot import Guards
from tests.bench_parts import Commits, InstantModel, heading, ready, told, waited
from tests.play import Play
from tests.statements import counting

ROUNDS = 300
FREE = Guards(messages_a_minute=10_000, tokens_a_day=10**9)  # nobody is asked to wait
WARM_UP = 30
CROWD = 50
TALK = 20  # messages of the person in one conversation


@dataclass
class Found:
    """What was measured; all but the counts in seconds."""

    requests: list[float] = field(default_factory=list)  # each, from its event to the request
    decided: list[float] = field(default_factory=list)  # each crowd, from its events to the last
    commits: int = 0
    cpu: float = 0.0


def timing(
    handle: Callable[[Event], Awaitable[Outcome]], began: list[float]
) -> Callable[[Event], Awaitable[Outcome]]:
    """Gives the same handling, with the time at which each event came."""

    async def timed(event: Event) -> Outcome:
        began.append(time.perf_counter())
        return await handle(event)

    return timed


async def alone(folder: Path, settings: Settings, commits: Commits) -> Found:
    """Lets one person at warm talk, each message after the reply to the one before."""
    model, found, began = InstantModel(), Found(), list[float]()
    async with opened(settings) as kept, Play(folder, *kept, model, guards=FREE).running() as p:
        p.session._handle = timing(p.session._handle, began)
        await p.type("hello", "/attune on", "/choose Yes")
        for number in range(ROUNDS + WARM_UP):
            p.clock.pass_by(minutes=31 if number % TALK == 0 else 1)
            words, before = f"Message {number}: the launch slips, and I must say so.", _cpu()
            await p.type(words)
            if number >= WARM_UP:
                found.cpu += _cpu() - before
                found.requests.append(model.asked[words] - began[-1])
            commits.make()
    return found


def _cpu() -> float:
    return time.process_time()


async def together(folder: Path, settings: Settings, commits: Commits) -> Found:
    """Lets fifty people talk at the same instant, some times."""
    model, found = InstantModel(), Found()
    async with opened(settings) as kept, Play(folder, *kept, model, guards=FREE).running() as p:
        for number in range(CROWD):
            await p.type(f"/as p{number}", "hello")
        for number in range(ROUNDS // CROWD + 1):
            one = await _at_once(p, model, number)
            commits.make(10)
            if number:
                found.requests += one.requests
                found.decided += one.decided
    return found


async def _at_once(p: Play, model: InstantModel, number: int) -> Found:
    events, found = [], Found()
    for place in range(CROWD):
        p.session.console.seat.give_to(f"p{place}")
        deed = p.session.speaker.say(f"w{number}-{place}")
        assert deed is not None
        events.append(deed.event)
    began = time.perf_counter()
    await asyncio.gather(*map(p.companion.handle, events))
    found.decided.append(time.perf_counter() - began)
    await p.companion.settled()
    words = (f"w{number}-{place}" for place in range(CROWD))
    found.requests = [model.asked[one] - began for one in words]
    return found


async def units(settings: Settings, commits: Commits) -> Found:
    """Lets many people each have one small thing written at once: a row read, and written."""
    found = Found()
    async with opened(settings) as (store, _):
        for _ in range(2):
            await asyncio.gather(*(_written(store, number) for number in range(CROWD)))
        for _ in range(ROUNDS // CROWD * 2):
            commits.make(10)
            began = time.perf_counter()
            await asyncio.gather(*(_written(store, number) for number in range(CROWD)))
            found.decided.append(time.perf_counter() - began)
        with counting(store) as costs:
            await asyncio.gather(*(_written(store, number) for number in range(CROWD)))
        found.commits = costs.commits
    return found


async def _written(store: Store, number: int) -> None:
    owner = Owner(f"bench:p{number}")

    async def work(unit: Unit) -> None:
        found = await unit.get(NoteRow, owner, "note")
        await unit.put(NoteRow(owner, "note", body=f"{found.body if found else ''}."[-9:]))

    await store.deciding(owner, work)


def decisions(name: str, found: Found, durable: list[float]) -> None:
    """Prints decisions a second, beside the durable commits a second of this disk."""
    each = CROWD / statistics.median(found.decided)
    commits = 1 / statistics.median(durable)
    told(name, f"{each:8.0f} a second  {each / commits:7.2f} for each durable commit")


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        heading(f"Console, SQLite, instant model, at warm, in talks of {TALK}")
        with Commits(folder / "1.db") as commits:
            found = asyncio.run(alone(*ready(folder / "alone"), commits))
            waited("event -> model request, alone", found.requests, commits.seconds)
            waited("one durable commit of this disk", commits.seconds)
            cpu = 1000 * found.cpu / ROUNDS
            told("CPU a message, whole reply", f"    {cpu:8.2f} ms")
        heading(f"Console, {CROWD} people at once")
        with Commits(folder / "2.db") as commits:
            found = asyncio.run(together(*ready(folder / "crowd"), commits))
            waited("event -> model request", found.requests, commits.seconds)
            decisions("decisions of messages", found, commits.seconds)
        with Commits(folder / "3.db") as commits:
            found = asyncio.run(units(ready(folder / "units")[1], commits))
            decisions("smallest units of work", found, commits.seconds)
            told("durable commits they took", f"{found.commits:8} of {CROWD} units")


if __name__ == "__main__":
    main()
