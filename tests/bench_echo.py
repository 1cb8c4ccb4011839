"""A bare echo on Matrix: what the homeserver, nio and encryption take without any companion.

python -m tests.bench_echo URL NAME    answers whoever speaks to that account, until it is ended
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from nio import RoomMessageText

from tests.platforms.matrix_people import ALL, Person
from tests.platforms.matrix_process import MARK

READY = "echoes"


@asynccontextmanager
async def echoing(url: str, user: str) -> AsyncIterator[None]:
    """Runs the echo in a process of its own, under an account that is there already."""
    name = user[1:].partition(":")[0]
    asked = (sys.executable, "-m", "tests.bench_echo", url, name)
    one = await asyncio.create_subprocess_exec(*asked, stdout=asyncio.subprocess.PIPE)
    assert one.stdout is not None
    assert (await one.stdout.readline()).decode().strip() == READY
    try:
        yield
    finally:
        one.kill()
        await one.wait()


async def echo(url: str, name: str) -> None:
    """Signs in, joins wherever it is invited, and answers in two sentences."""
    one = Person(name, url)
    await one.begin()
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    while True:
        answer = await one.client.sync(timeout=30_000, sync_filter=ALL)
        for room in tuple(answer.rooms.invite):
            await one.client.join(room)
        for room, info in answer.rooms.join.items():
            for event in info.timeline.events:
                await answered(one, room, event)
        await one._tend()


async def answered(one: Person, room: str, event: Any) -> None:
    """Answers an event at once if it holds a number that somebody else said."""
    if isinstance(event, RoomMessageText) and event.sender != one.user:
        for number in MARK.findall(event.body):
            await one.say(room, f"The first of {number} is here. The second of {number} ends it.")


if __name__ == "__main__":
    asyncio.run(echo(*sys.argv[1:]))
