"""Time that passes only when a test lets it."""

import asyncio


class Moments:
    """Wakes who sleeps when a test lets so much time pass."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleepers: list[tuple[float, asyncio.Event]] = []

    async def sleep(self, seconds: float) -> None:
        """Sleeps in this time."""
        mine = (self.now + seconds, asyncio.Event())
        self.sleepers.append(mine)
        try:
            await mine[1].wait()
        finally:
            self.sleepers.remove(mine)

    def go_on(self, seconds: float) -> None:
        """Lets time pass; who is due is awake from now on."""
        self.now += seconds
        for due, awake in self.sleepers:
            if due <= self.now:
                awake.set()
