"""A fair queue: who waits to be answered, space by space (round robin), first come in each."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.model.measured import Capacity

UNMEASURED = 10_000  # replies in all, where the operator says how many in a space


# Why nobody waits for ever, and nobody is overtaken by one person's many messages. A reply enters
# only in the lane of its person (`bot/engine/lanes.py`), so each person has one place here at most,
# in all spaces together: who comes after thirty people waits for thirty replies, and not for their
# three hundred messages. Spaces that wait stand in a row, and whoever is let in sends their space
# to its end: one that comes waits for as many turns as spaces wait, however many people wait there.
# Every end of a reply and every growth of the limit lets in whoever is next, in the moment in which
# there is room: nobody who comes later can take it in between.
# A task may be cancelled while it waits: then its place in the row is void, and is passed over. It
# may be cancelled after it was let in and before it runs: then it gives its turn to the next.
class FairQueue:
    """Lets some replies be written at once, in all and in each space.

    Args:
        most: how many in all, asked anew each time; the limit may change while people wait.
        most_of_a_space: how many in one space; None stands for as many as in all.
    """

    def __init__(self, most: Callable[[], int], most_of_a_space: int | None = None) -> None:
        self._most, self._most_of_a_space = most, most_of_a_space
        self._running: dict[str, int] = {}  # replies by space
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}  # the space that is next first
        self._all = 0

    def __getitem__(self, space: str) -> "Turn":
        return Turn(self, space)

    def __len__(self) -> int:
        return len(self._running) + len(self._waiting)

    def is_full(self, space: str) -> bool:
        """Returns whether one more reply in a space would have to wait."""
        is_open = self._all < self._most() and self._has_room(space)
        return space in self._waiting or not is_open

    @property
    def running(self) -> int:
        """How many replies are being written."""
        return self._all

    @property
    def waiting(self) -> int:
        """How many replies wait for their turn."""
        return sum(not turn.done() for turns in self._waiting.values() for turn in turns)

    @property
    def is_waited_for(self) -> bool:
        """Whether anybody waits for a turn."""
        return bool(self._waiting)

    async def enter(self, space: str) -> None:
        """Waits for a turn; whoever enters leaves afterwards."""
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(space, deque()).append(turn)
        self.admit()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # it was let in
                self.leave(space)
            raise

    def leave(self, space: str) -> None:
        """Ends a turn, and lets in who is next."""
        self._all -= 1
        self._running[space] -= 1
        if not self._running[space]:
            del self._running[space]
        self.admit()

    def admit(self) -> None:
        """Lets in whoever there is room for now."""
        while self._all < self._most() and (space := self._next()) is not None:
            self._take(space)
            self._waiting[space].popleft().set_result(None)
            others = self._waiting.pop(space)
            if others:
                self._waiting[space] = others  # behind the others

    def _next(self) -> str | None:
        """Gives the first space that waits and has room; forgets those whose waiters went away."""
        for space, turns in tuple(self._waiting.items()):
            while turns and turns[0].done():
                turns.popleft()
            if not turns:
                del self._waiting[space]
            elif self._has_room(space):
                return space
        return None

    def _has_room(self, space: str) -> bool:
        most = self._most_of_a_space
        return most is None or self._running.get(space, 0) < most

    def _take(self, space: str) -> None:
        self._all += 1
        self._running[space] = self._running.get(space, 0) + 1


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in a space: it is waited for on entering, and over on leaving."""

    _queue: FairQueue
    _space: str

    def locked(self) -> bool:
        """Returns whether it would have to be waited for."""
        return self._queue.is_full(self._space)

    async def __aenter__(self) -> None:
        await self._queue.enter(self._space)

    async def __aexit__(self, *_failure: object) -> None:
        self._queue.leave(self._space)


def queue_of(most_of_a_space: int | None, capacity: Capacity) -> FairQueue:
    """Gives the queue of an installation: so many in each space, or with None as the model bears.

    Where a number is set, it holds whatever the model does.
    """
    if most_of_a_space is not None:
        return FairQueue(lambda: UNMEASURED, most_of_a_space)
    queue = FairQueue(lambda: capacity.most)
    capacity.changed = queue.admit
    return queue
