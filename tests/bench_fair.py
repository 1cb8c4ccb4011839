"""Figures of fairness, for `make bench`: quiet people's wait beside loud ones, on a virtual clock.

Once through the queue alone, with what a model carries as it is set; once through the whole engine
at a console, in memory, where the program finds out for itself what the model carries. Seconds are
those of the virtual clock: what this machine does costs nothing, so the figures are the same on
every machine.
"""

import asyncio
import random
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.prompt import without_note
from bot.snapshot import Guards
from bot.tasks import ended, start
from bot.words import Draft, Prompt
from tests.bench_parts import heading
from tests.console_stage import NOON, SetClock
from tests.fair_load import FIRST_S, FIRST_VARIES, REST_S, REST_VARIES, THINKS_S, Load, waits
from tests.fakes import FakeStore, FakeVault
from tests.play import Play
from tests.virtual_time import run

PLACES = 8
LASTS_S, FROM_S = 660.0, 60.0  # what a crowd meets in the first minute stands apart
FREE = Guards(tokens_a_day=10**9)  # twenty messages a minute, five waiting, as it is delivered


@dataclass
class Crowded:
    """A model that writes as many replies at once as it has places; others wait within it."""

    places: int
    host: str = "model.example"
    first: dict[str, float] = field(default_factory=dict)  # when the first words to a message came
    done: dict[str, asyncio.Event] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._free = asyncio.Semaphore(self.places)

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        words = without_note(prompt.lines[-1].text)
        chance = random.Random(words)
        async with self._free:
            await asyncio.sleep(chance.lognormvariate(0, FIRST_VARIES) * FIRST_S)
            self.first[words] = _now()
            yield Draft("That is one thing. ")
            await asyncio.sleep(chance.lognormvariate(0, REST_VARIES) * REST_S)
            yield Draft("Now the other.")

    async def close(self) -> None:
        return None


@dataclass
class Passing(SetClock):
    """A clock that tells the time of the loop."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at + timedelta(seconds=_now())


@dataclass
class People:
    """Those who talk with one engine."""

    p: Play
    model: Crowded
    waited: list[float] = field(default_factory=list)
    at_first: list[float] = field(default_factory=list)

    async def say(self, who: str, room: str, words: str) -> None:
        """Lets somebody say something, decided and not yet answered."""
        seat = self.p.session.console.seat
        seat.give_to(who)
        seat.move(room)
        deed = self.p.session.speaker.say(f"@attune {words}")
        assert deed is not None
        await self.p.companion.handle(deed.event)

    async def quiet(self, who: str) -> None:
        """Talks now and then, each message after the reply to the one before."""
        chance, number = random.Random(who), 0
        while True:
            await asyncio.sleep(chance.expovariate(1 / THINKS_S))
            words, number, asked = f"{who} {number}", number + 1, _now()
            await self.say(who, "lobby", words)
            while words not in self.model.first:
                await asyncio.sleep(0.05)
            waited = self.waited if asked >= FROM_S else self.at_first
            waited.append(self.model.first[words] - asked)
            await asyncio.sleep(2 * REST_S)

    async def loud(self, who: str, room: str) -> None:
        """Writes every three seconds, whatever is answered: as many as are let through."""
        number = 0
        await asyncio.sleep(random.Random(who).uniform(0, 10))
        while True:
            number += 1
            await self.say(who, room, f"{who} {number}")
            await asyncio.sleep(3)


async def talk(folder: Path, loud: int, rooms: tuple[str, ...]) -> People:
    """Lets ten quiet people talk for ten minutes beside so many loud ones."""
    vault, model = FakeVault(), Crowded(PLACES)
    kept = FakeStore(vault), vault
    async with Play(folder, *kept, model, clock=Passing(), guards=FREE).running() as p:
        people = People(p, model)
        every: list[Coroutine[Any, Any, None]] = [people.quiet(f"quiet{one}") for one in range(10)]
        every += [people.loud(f"loud{one}", rooms[one % len(rooms)]) for one in range(loud)]
        tasks = [start(one, "talks") for one in every]
        await asyncio.sleep(LASTS_S)
        for task in tasks:
            await ended(task)
    return people


def _now() -> float:
    return asyncio.get_running_loop().time()


def p95(seconds: list[float]) -> float:
    """Gives what nineteen of twenty are below."""
    return statistics.quantiles(seconds, n=20)[-1]


def _line(name: str, wait: float, alone: float) -> None:
    sys.stdout.write(f"{name:<46} p95 {wait:6.2f} s  {wait / alone:5.2f} times alone\n")


def of_the_queue() -> None:
    """Prints the waits through the queue alone."""
    for places in (2, 3, 4, 8, 16):
        alone = waits(Load(places=places)).p95
        heading(f"Ten quiet people, a model that carries {places}")
        _line("alone", alone, alone)
        for loud in (1, 30):
            for is_same, where in ((True, "the same room"), (False, "other rooms")):
                found = waits(Load(places=places, loud=loud, is_same_room=is_same))
                _line(f"{loud} loud, {where}", found.p95, alone)


def of_the_engine() -> None:
    """Prints the waits through the whole engine."""
    heading(f"The whole engine, a model that carries {PLACES}, ten minutes")
    with tempfile.TemporaryDirectory() as name:
        settings = ((0, ("lobby",)), (1, ("lobby",)), (30, ("lobby",)), (30, tuple("abcde")))
        alone = 0.0
        for number, (loud, rooms) in enumerate(settings):
            folder = Path(name) / str(number)
            folder.mkdir()
            people = run(talk(folder, loud, rooms))
            alone = alone or p95(people.waited)
            where = "the same room" if rooms == ("lobby",) else "other rooms"
            _line(f"{loud} loud, {where}" if loud else "alone", p95(people.waited), alone)
            sys.stdout.write(f"  in the first minute at most {max(people.at_first):.2f} s\n")


def main() -> None:
    """Measures and prints."""
    of_the_queue()
    of_the_engine()


if __name__ == "__main__":
    main()
