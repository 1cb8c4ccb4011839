"""Figures of Matrix, for `make bench`: from a person's send to what they see, on a real Synapse.

    python -m tests.bench_matrix            the time to the first sentence and to the whole reply,
                                            each beside that of a bare echo
    python -m tests.bench_matrix memory     the bot's memory before and after 5,000 messages

The homeserver, the bot and the people share this machine; most of the time is the homeserver's.
The bot's figure holds the second and a half that it waits for what else is said in the same moment.
"""

import asyncio
import itertools
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path

from bot.tasks import ended, start
from tests.bench_echo import echoing
from tests.platforms.install import HOMESERVER
from tests.platforms.matrix_people import ALL, Person
from tests.platforms.matrix_process import MARK
from tests.platforms.matrix_scene import Scene, scene
from tests.platforms.matrix_town import TOGETHER_S
from tests.platforms.model_server import Answer, Body, Stream
from tests.platforms.synapse import synapse

ROUNDS = 60
MESSAGES = 5000
PEOPLE = tuple(f"p{number}" for number in range(20))


def two(body: Body) -> Answer:
    """Answers at once, in two sentences."""
    number = MARK.findall(str(body["messages"][-1]["content"]))[-1]
    return Stream(f"The first of {number} is here. The second of {number} ends it.")


class Watch:
    """Reads on as a client does, and keeps when each text was first seen."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.seen: dict[str, float] = {}
        self.news = asyncio.Event()

    async def run(self) -> None:
        while True:
            answer = await self.person.client.sync(timeout=10_000, sync_filter=ALL)
            for room, info in answer.rooms.join.items():
                for event in info.timeline.events:
                    self.person._read(room, event)
            await self.person._tend()
            now = time.perf_counter()
            for one in self.person.shown.values():
                self.seen.setdefault(one.body, now)
            self.news.set()
            self.news.clear()

    async def until(self, text: str) -> float:
        """Waits for a text that contains these words, and gives when it was seen."""
        async with asyncio.timeout(60):
            while True:
                found = [at for body, at in self.seen.items() if text in body]
                if found:
                    return min(found)
                await self.news.wait()


async def waits(s: Scene) -> tuple[list[float], list[float]]:
    """Gives seconds to the first sentence, and to the whole reply."""
    lane = s.town.lanes[0]
    watch = Watch(lane.person)
    reading = start(watch.run(), "watch")
    first, whole = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        number = await s.town.say(lane)
        first.append(await watch.until(f"first of {number} ") - began)
        whole.append(await watch.until(f"second of {number} ") - began)
        await asyncio.sleep(TOGETHER_S)
    await ended(reading)
    return first[5:], whole[5:]


async def timed(*, encrypted: bool, is_bare: bool) -> str:
    """Measures the companion or a bare echo, in plain or in encrypted rooms."""
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            hs = await stack.enter_async_context(synapse(Path(folder)))
            s = await stack.enter_async_context(scene(hs, Path(folder), "ada", script=two))
            one = echoing(hs.url, s.town.bot) if is_bare else s.bot.serving()
            await stack.enter_async_context(one)
            await s.town.settle(encrypted=encrypted, shared=0)
            first, whole = await waits(s)
    name = f"Matrix, {'encrypted' if encrypted else 'plain'}, {'echo' if is_bare else 'bot'}"
    return f"{name:<23} first sentence {_line(first)}   whole reply {_line(whole)}"


async def grown() -> None:
    """Sends thousands of messages, and prints the bot's memory after each thousand."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        async with synapse(where) as hs, scene(hs, where, *PEOPLE, script=two) as s:
            await s.bot.start()
            await s.town.settle(shared=0)
            await _all_say(s, 1)
            _tell(s)
            for _ in range(MESSAGES // 1000):
                await _all_say(s, 1000 // len(PEOPLE))
                await s.town.answered(60, again_s=0)
                _tell(s)


def _tell(s: Scene) -> None:
    memory, said = s.bot.memory_mb, len(s.town.said)
    sys.stdout.write(f"memory of the bot after {said} messages: {memory:.0f} MB\n")
    sys.stdout.flush()


async def _all_say(s: Scene, times: int) -> None:
    async with asyncio.TaskGroup() as group:
        for lane in s.town.lanes:
            group.create_task(s.town.talk(lane, times))


def _line(seconds: list[float]) -> str:
    p50, p95 = statistics.median(seconds), statistics.quantiles(seconds, n=20)[18]
    return f"p50 {1000 * p50:5.0f} ms  p95 {1000 * p95:5.0f} ms"


def main() -> None:
    """Measures and prints."""
    if not HOMESERVER.exists():
        sys.stdout.write("Matrix is not measured: Synapse is not installed (make test does)\n")
        return
    if "memory" in sys.argv[1:]:
        asyncio.run(grown())
        return
    for encrypted, is_bare in itertools.product((False, True), (True, False)):
        line = asyncio.run(timed(encrypted=encrypted, is_bare=is_bare))
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
