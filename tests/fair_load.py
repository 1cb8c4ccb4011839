"""Quiet and loud people beside each other, on a virtual clock: how long each waits for a reply.

Who is quiet thinks for two minutes after each reply, who is loud has the next message there then.
A reply holds one place of the model from its first thought to its last word. All of it is drawn
from a seed: the same people say the same in each setting.
"""

import asyncio
import random
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.engine.fair_queue import FairQueue, Turn
from bot.tasks import ended, start
from tests.virtual_time import run

THINKS_S = 120.0
FIRST_S, FIRST_VARIES = 0.8, 0.35  # until the first words come, alone: the median, and how wide
REST_S, REST_VARIES = 5.0, 0.5  # until the last one: some 150 tokens


@dataclass(frozen=True, slots=True)
class Load:
    """Who talks, where, and what the model carries."""

    quiet: int = 10
    loud: int = 0
    places: int = 8
    is_same_room: bool = True  # as the quiet
    thinks_s: float = 0.0  # the loud, between a reply and their next message
    lasts_s: float = 7200.0
    seed: int = 1


@dataclass(slots=True)
class Waits:
    """Seconds from a message to the first words of its reply; of each person their replies."""

    quiet: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)  # of the quiet, until their turn only
    loud: dict[str, list[float]] = field(default_factory=dict)

    @property
    def p95(self) -> float:
        """The wait of the quiet that nineteen of twenty are below."""
        return statistics.quantiles(self.quiet, n=20)[-1]

    @property
    def p95_turn(self) -> float:
        return statistics.quantiles(self.turns, n=20)[-1]


def waits(load: Load, made: Callable[[int], FairQueue] | None = None) -> Waits:
    """Lets them talk, and gives how long each waited."""
    return run(_talk(load, made or (lambda places: FairQueue(lambda: places))))


async def _talk(load: Load, made: Callable[[int], FairQueue]) -> Waits:
    queue, found = made(load.places), Waits()
    room = "room"
    every = [_quiet(f"quiet {one}", room, queue, load, found) for one in range(load.quiet)]
    for one in range(load.loud):
        where = room if load.is_same_room else f"elsewhere {one % 5}"
        every.append(_loud(f"loud {one}", where, queue, load, found))
    tasks = [start(one, "talks") for one in every]
    await asyncio.sleep(load.lasts_s)
    for task in tasks:
        await ended(task)
    return found


async def _quiet(name: str, room: str, queue: FairQueue, load: Load, found: Waits) -> None:
    chance = random.Random(f"{load.seed} {name}")
    while True:
        await asyncio.sleep(chance.expovariate(1 / THINKS_S))
        turn, wait = await _answered(queue.turn(room, name), chance)
        found.turns.append(turn)
        found.quiet.append(wait)


async def _loud(name: str, room: str, queue: FairQueue, load: Load, found: Waits) -> None:
    chance = random.Random(f"{load.seed} {name}")
    await asyncio.sleep(chance.uniform(0, 10))
    while True:
        await asyncio.sleep(chance.expovariate(1 / load.thinks_s) if load.thinks_s else 0)
        _, wait = await _answered(queue.turn(room, name), chance)
        found.loud.setdefault(name, []).append(wait)


async def _answered(turn: Turn, chance: random.Random) -> tuple[float, float]:
    """Gives how long it was until the turn, and until the first words."""
    now = asyncio.get_running_loop().time
    asked = now()
    async with turn:
        waited = now() - asked
        await asyncio.sleep(chance.lognormvariate(0, FIRST_VARIES) * FIRST_S)
        first = now() - asked
        await asyncio.sleep(chance.lognormvariate(0, REST_VARIES) * REST_S)
    return waited, first
